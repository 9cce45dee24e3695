// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/panel_host.h"
#include "ui/kit/side_panel.h"

#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

/// A window with one page in it, as the main window would hold it; remembers which other pages it
/// was asked for.
class PageWindow : public QWidget, public cas::ui::PageHost
{
public:
    explicit PageWindow(cas::ui::Page *page, QSize size = {1216, 852})
        : m_host(new cas::ui::PanelHost(this))
        , m_page(page)
    {
        m_host->setContent(page);
        m_host->setWindow(this);
        page->setHost(m_host);
        resize(size);
        m_host->resize(size);
    }
    void open(const QVariant &argument = {})
    {
        show();
        activateWindow();
        m_page->activated(argument);
    }
    [[nodiscard]] QWidget *panelParent() override { return m_host; }
    bool openPanel(cas::ui::SidePanel *panel) override { return m_host->openPanel(panel); }
    [[nodiscard]] cas::ui::SidePanel *panel() const override { return m_host->panel(); }
    void openConfirm(cas::ui::ConfirmPanel *confirm) override { m_host->openConfirm(confirm); }
    void toast(const QString &text, std::function<void()> undo = {}) override
    {
        m_host->toast(text, std::move(undo));
    }
    void showJob(std::shared_ptr<cas::JobContext>, std::function<void()> = {}) override { }
    bool showPage(const QString &pageId, const QVariant &argument = {}) override
    {
        pages.append(pageId);
        arguments.append(argument);
        return true;
    }
    /// The open panel when it is of this kind.
    template <class Panel>
    [[nodiscard]] Panel *panelAs() const
    {
        return qobject_cast<Panel *>(m_host->panel());
    }

    QStringList pages;
    QVariantList arguments;

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        m_host->resize(size());
    }

private:
    cas::ui::PanelHost *m_host;
    cas::ui::Page *m_page;
};

/// A visible button that says exactly this, null if there is none.
inline QPushButton *buttonSaying(QWidget *within, const QString &text)
{
    const auto buttons = within->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

/// Whether a visible label holds this text.
inline bool labelSays(QWidget *within, const QString &text)
{
    const auto labels = within->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(text);
    });
}

/// Triggers an entry of the menu that is open. @return false when there is no such entry
inline bool chooseFromMenu(const QString &text)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (!menu)
        return false;
    const auto actions = menu->actions();
    for (QAction *action : actions) {
        if (action->text() == text) {
            menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
            return true;
        }
    }
    return false;
}
