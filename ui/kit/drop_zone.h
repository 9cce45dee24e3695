// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QHBoxLayout;
class QMimeData;

namespace cas::ui {

/// A dashed field that takes files, folders and text: dropped here, chosen by the buttons inside
/// it, or pasted with the keyboard. What is done with them is its owner's business.
/// @thread main
class DropZone : public QWidget
{
    Q_OBJECT
public:
    explicit DropZone(QWidget *parent = nullptr);

    /// What may be dropped, one line of plain text.
    void setText(const QString &text);
    /// Appends a button below the text. The zone takes ownership.
    void addButton(QWidget *button);
    /// Takes what a drop or the clipboard holds. @return false: nothing that can be taken
    bool take(const QMimeData *content);
    /// Whether take() would.
    static bool accepts(const QMimeData *content);

signals:
    /// Local files and folders, absolute paths.
    void filesTaken(const QStringList &paths);
    void textTaken(const QString &text);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setOver(bool over);

    QLabel *m_text;
    QHBoxLayout *m_buttons;
    bool m_over = false;
};

} // namespace cas::ui
