// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/icons.h"
#include "ui/kit/page.h"
#include "ui/shell/command_palette.h"

#include <QHash>
#include <QList>

class QStackedWidget;

namespace cas::ui {

class JobsBar;
class LockCover;
class Navigation;
class PanelHost;
class TopBar;
class WindowSettings;

/// A page as the window needs to know it before it exists. Titles are functions, so that a change
/// of language reaches the navigation.
struct PageEntry
{
    QString id; // stable: "certificates"
    QString group; // id given to addGroup; empty: stands alone
    Symbol symbol = Symbol::None;
    std::function<QString()> title; // "Certificates"
    std::function<Page *(QWidget *)> make; // called once, when first shown; parent given
};

/// The frame of the product: top bar, navigation, the pages, side panel, toasts, jobs, lock cover.
/// It knows no feature: pages register themselves and are made when first shown. Pages that are not
/// built are simply not registered.
///
/// Keys: Ctrl+1..9 the first nine pages, Ctrl+K palette, Ctrl+F the page's search, F5 refresh,
/// Ctrl+L lock, Ctrl+B collapse the navigation, F6 next part of the window.
class MainWindow : public QWidget, public PageHost
{
    Q_OBJECT
public:
    /// @param settings borrowed; must outlive the window. Geometry, last page, the collapsed
    ///                 navigation and the state of each page (Page::saveState) are read here and
    ///                 written when they change.
    explicit MainWindow(WindowSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// A group of the navigation, in order of calls. Ids of pages follow in order of addPage.
    void addGroup(const QString &id, std::function<QString()> title);
    void addPage(PageEntry entry);
    /// Shows the page of last time, or the first one. Call after the last addPage.
    void start();
    [[nodiscard]] QString currentPage() const { return m_current; }
    [[nodiscard]] Page *page(const QString &id) const; // null while not made
    /// A number beside the navigation entry; 0 takes it away.
    void setBadge(const QString &pageId, int count);

    /// The store chip: "example-pki.cas", "unlocked".
    void setStore(const QString &name, const QString &state, StatusKind kind);
    /// Account and region; empty (the default) hides the chip.
    void setAccount(const QString &text);
    void setOperator(const QString &name);

    /// Actions for the palette and, when `inMenu`, for the operator menu.
    void addCommand(PaletteEntry entry);
    /// Asked as the person types in the palette; see CommandPalette.
    void setSearchProvider(CommandPalette::Provider provider);

    /// Covers everything at once; pages get deactivated(). Panels stay open under the cover.
    void lock();
    /// Takes the cover away.
    void unlock();
    [[nodiscard]] bool locked() const;
    /// The form on the lock cover (passphrase, keychain). The window takes ownership.
    void setUnlockForm(QWidget *form);

    // PageHost
    [[nodiscard]] QWidget *panelParent() override;
    bool openPanel(SidePanel *panel) override;
    [[nodiscard]] SidePanel *panel() const override;
    void openConfirm(ConfirmPanel *confirm) override;
    void toast(const QString &text, std::function<void()> undo = {}) override;
    void showJob(std::shared_ptr<JobContext> job, std::function<void()> details = {}) override;
    bool showPage(const QString &pageId, const QVariant &argument = {}) override;

signals:
    /// Every text of the window is in the new language.
    void languageChanged();
    /// The person wants it locked; whoever owns the vault locks it and then calls lock().
    void lockRequested();
    void storeRequested();
    void pageChanged(const QString &pageId);
    /// The window is closing; geometry is saved.
    void closing();

public:
    /// Asked before the window closes; return false to keep it (running jobs).
    void setCloseGuard(std::function<bool()> guard) { m_closeGuard = std::move(guard); }

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void installShortcuts();
    void refreshPalette();
    void saveGeometryNow();
    PageEntry *entry(const QString &id);

    WindowSettings &m_settings;
    TopBar *m_top;
    Navigation *m_navigation;
    QStackedWidget *m_pages;
    PanelHost *m_panels;
    JobsBar *m_jobs;
    CommandPalette *m_palette;
    LockCover *m_cover;
    QList<PageEntry> m_entries;
    QHash<QString, Page *> m_made;
    QList<PaletteEntry> m_commands;
    QString m_current;
    std::function<bool()> m_closeGuard;
};

} // namespace cas::ui
