// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace cas::ui {

/// The bytes of a file as FileInput takes it. @thread any, slow
/// @errors FileNotFound(arg path); FileTooLarge over FileInput::kMostBytes
Result<QByteArray> readSmallFile(const QString &path);

/// A field for a small file (certificate, key, request): choose it, drop it, or paste its PEM text.
/// A chosen file is read by a job at once; what a person pastes replaces it.
/// @thread main
class FileInput : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 1024LL * 1024;

    /// @param executors borrowed; files are read on `io`
    explicit FileInput(Executors &executors, QWidget *parent = nullptr);

    /// @param filter for the file dialog
    void setDialog(const QString &button, const QString &title, const QString &filter);
    void setPlaceholder(const QString &text);
    /// The bytes of the file or the pasted text; empty when there is nothing.
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] bool isEmpty() const { return content().isEmpty(); }
    /// Starts to read a file; changed() tells when it is there, or why not (problem()).
    void take(const QString &path);
    /// Why there is no content: what was wrong with the last file, or that it is still being read.
    /// Empty when nothing is wrong.
    [[nodiscard]] QString problem() const;
    void clear();
    /// Wipes what was read and typed, as far as Qt lets it: for key files.
    void wipe();

    /// The text field, for focus and tests.
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void translateTexts();
    void choose();
    void showFile();
    void arrived(Outcome<QByteArray> outcome, const QString &path);

    Executors &m_executors;
    Job<QByteArray> m_reading;
    QString m_title;
    QString m_filter;
    QString m_problem;
    QString m_file; // name of the file that was taken
    QByteArray m_bytes; // its content
    QPlainTextEdit *m_edit;
    QLabel *m_name;
    QPushButton *m_choose;
    QPushButton *m_remove;
};

} // namespace cas::ui
