// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/accessible_spots.h"
#include "ui/kit/icons.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

namespace cas::ui {

/// The navigation at the left: groups of pages with icon, title and badge; 224 px, or 56 px with
/// icons only. One tab stop: Up/Down move, Enter or Space opens.
class Navigation : public QWidget, public AccessibleSpots
{
    Q_OBJECT
public:
    explicit Navigation(QWidget *parent = nullptr);

    /// @param title asked on every change of language
    void addGroup(const QString &id, std::function<QString()> title);
    /// Adds a page at the end of its group. An unknown or empty group: on its own, where it is
    /// added.
    void addItem(const QString &id, const QString &group, Symbol symbol,
                 std::function<QString()> title);
    void setBadge(const QString &id, int count);
    void setCurrent(const QString &id);
    [[nodiscard]] QString current() const { return m_current; }
    /// Pages in the order they are shown, for Ctrl+1..9.
    [[nodiscard]] QStringList order() const;
    void setCollapsed(bool collapsed);
    [[nodiscard]] bool collapsed() const { return m_collapsed; }
    void retranslate();

    [[nodiscard]] Roles accessibleRoles() const override;
    [[nodiscard]] QList<Spot> accessibleSpots() const override;
    void pressSpot(const QString &key) override;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void activated(const QString &id);
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item
    {
        QString id;
        QString group;
        Symbol symbol = Symbol::None;
        std::function<QString()> title;
        int badge = 0;
    };
    /// One line as it is laid out: a page, a group's title, or the collapse button.
    struct Line
    {
        enum class Kind { Page, Group, Collapse };
        Kind kind = Kind::Page;
        int item = -1;
        QString text;
        QRect rect;
    };
    [[nodiscard]] QList<Line> lines() const;
    [[nodiscard]] int lineAt(const QPoint &at) const;
    void paintPage(QPainter &painter, const Line &line, bool hovered) const;
    void openLine(const Line &line);
    void scrollToKeyboard();

    QList<std::pair<QString, std::function<QString()>>> m_groups;
    QList<Item> m_items;
    QString m_current;
    QString m_keyboard; // page under the keyboard
    int m_hover = -1;
    int m_scroll = 0;
    bool m_collapsed = false;
};

} // namespace cas::ui
