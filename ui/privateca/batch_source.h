// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/executor.h"

#include <QFileSystemWatcher>
#include <QWidget>

class QLabel;
class QPushButton;

namespace cas::ui {

class DropZone;
class InlineMessage;

/// Where a bulk request comes from: a CSV that is dropped, chosen or pasted; tells when the file
/// changes on disk and reads it again.
/// @thread main
class BatchSource : public QWidget
{
    Q_OBJECT
public:
    static constexpr qint64 kMostBytes = 256LL * 1024 * 1024;

    /// @param executors borrowed; files are read on `io`
    explicit BatchSource(Executors &executors, QWidget *parent = nullptr);

    void take(const QString &path);
    [[nodiscard]] const QByteArray &content() const { return m_bytes; }
    [[nodiscard]] const QString &name() const { return m_name; } // without folder; empty: nothing
    [[nodiscard]] bool reading() const { return m_reading.valid(); }
    /// After the name, "50,000 lines"; empty: nothing.
    void setNote(const QString &note);
    void clear();
    void translateTexts();

signals:
    /// There is something to read, or to read anew, or nothing any more.
    void changed();
    void failed(const cas::Error &error);
    void refused(const QString &sentence);

private:
    void addText(const QString &text);
    void arrived(Outcome<QByteArray> outcome, const QString &path);
    void saveTemplate();
    void showChosen();

    Executors &m_executors;
    DropZone *m_drop;
    QPushButton *m_choose;
    QPushButton *m_paste;
    QPushButton *m_template;
    QWidget *m_chosenRow;
    QLabel *m_chosen;
    QPushButton *m_again;
    QPushButton *m_remove;
    InlineMessage *m_stale;
    QFileSystemWatcher m_watcher;
    Job<QByteArray> m_reading;
    Job<Unit> m_saving;
    QString m_path; // empty for pasted text
    QString m_name;
    QString m_note;
    QByteArray m_bytes;
};

/// Writes a small file as a whole or not at all. @thread any, slow
/// @errors Io
Result<> writeWholeFile(const QString &path, const QByteArray &content);

} // namespace cas::ui
