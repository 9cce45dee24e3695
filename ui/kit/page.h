// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "ui/kit/status_chip.h"

#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>

namespace cas::ui {

class SidePanel;
class ConfirmPanel;

/// What a page may ask of the window around it. The main window is one; tests and the gallery use
/// PanelHost alone.
/// @thread main
class PageHost
{
public:
    virtual ~PageHost() = default;
    /// What a panel is best made as a child of: one that gets its parent only in openPanel() has
    /// every widget in it styled a second time, which takes as long as making it.
    [[nodiscard]] virtual QWidget *panelParent() = 0;
    /// Slides the panel in and owns it from now on. A panel that is open is asked to close first
    /// (and stays, with its question, when it is dirty: then `panel` is deleted and false
    /// returned).
    virtual bool openPanel(SidePanel *panel) = 0;
    [[nodiscard]] virtual SidePanel *panel() const = 0; // null when none is open
    /// Asks about something that cannot be undone; owns the panel.
    virtual void openConfirm(ConfirmPanel *confirm) = 0;
    /// Success, for 5 s (10 s with Undo). `undo` may be empty.
    virtual void toast(const QString &text, std::function<void()> undo = {}) = 0;
    /// Shows a job at the bottom until it ends. `details` may be empty.
    virtual void showJob(std::shared_ptr<JobContext> job, std::function<void()> details = {}) = 0;
    /// Opens another page by its id. `argument` reaches Page::activated (a filter, a key).
    /// @return false when there is no such page
    virtual bool showPage(const QString &pageId, const QVariant &argument = {}) = 0;
};

/// A page of the window. Made when it is first shown, kept until the window goes. All texts are set
/// in retranslate(), which the base calls after construction (on first show) and on every change of
/// language.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget *parent = nullptr);

    /// Called each time the page comes to the front. @param argument what showPage was given
    virtual void activated(const QVariant &argument);
    /// Called when another page comes to the front or the store is locked.
    virtual void deactivated();
    /// Sets every text.
    virtual void retranslate();
    /// Its entry in the navigation was chosen while the page is shown: leave what is inside it.
    virtual void home();
    /// F5 and a change told by another process: fetch anew, keep selection and scroll position.
    virtual void refresh();
    /// Ctrl+F: put the keyboard into the search field.
    virtual void focusSearch();

    /// What the page wants to find again at the next start: columns, sorting, filters. Empty:
    /// nothing. Never a search text and nothing secret: it stands in the person's settings.
    [[nodiscard]] virtual QByteArray saveState() const;
    /// Takes up what saveState() gave in an earlier run, before the first activated().
    /// @return false for a state that is not of this page; then nothing has changed
    virtual bool restoreState(const QByteArray &state);

    /// The window; null until the page was put into one.
    [[nodiscard]] PageHost *host() const { return m_host; }
    void setHost(PageHost *host) { m_host = host; }

signals:
    /// saveState() has something new.
    void stateChanged();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    PageHost *m_host = nullptr;
    bool m_translated = false;
};

} // namespace cas::ui
