// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QTimer;
class QVBoxLayout;

namespace cas::ui {

/// One short message of success that goes away by itself, perhaps with Undo. The time stands still
/// while the mouse or the keyboard is on it.
class Toast : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kPlainMs = 5000;
    static constexpr int kUndoMs = 10000;

    Toast(const QString &text, std::function<void()> undo, QWidget *parent);

signals:
    void finished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QTimer *m_timer;
};

/// The toasts of a window, newest at the bottom, at most three, at the bottom left of its parent.
class ToastStack : public QWidget
{
    Q_OBJECT
public:
    explicit ToastStack(QWidget *parent);
    void add(const QString &text, std::function<void()> undo = {});
    /// Puts itself where it belongs; the parent calls it from resizeEvent.
    void place();

private:
    QVBoxLayout *m_column;
    QList<Toast *> m_toasts;
};

} // namespace cas::ui
