// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace cas::ui {

/// A field for a small file (certificate, key, request): choose it, drop it, or paste its PEM text.
/// A chosen file is read at once; what a person pastes replaces it.
/// @thread main
class FileInput : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 1024 * 1024;

    explicit FileInput(QWidget *parent = nullptr);

    /// @param filter for the file dialog
    void setDialog(const QString &title, const QString &filter);
    void setPlaceholder(const QString &text);
    /// The bytes of the file or the pasted text; empty when there is nothing.
    [[nodiscard]] QByteArray content() const;
    [[nodiscard]] bool isEmpty() const { return content().isEmpty(); }
    /// Takes a file. The sentence about what went wrong, empty when it was read.
    QString take(const QString &path);
    /// What the last file's problem was, empty when there was none.
    [[nodiscard]] QString problem() const { return m_problem; }
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
