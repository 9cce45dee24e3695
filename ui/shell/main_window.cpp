// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/kit/jobs_bar.h"
#include "ui/kit/panel_host.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/side_panel.h"
#include "ui/kit/theme.h"
#include "ui/shell/lock_cover.h"
#include "ui/shell/navigation.h"
#include "ui/shell/top_bar.h"
#include "ui/shell/window_settings.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QShortcut>
#include <QStackedWidget>

namespace cas::ui {

namespace {

constexpr QSize kDefaultSize{1440, 900};
constexpr QSize kMinimumSize{960, 640};
constexpr QSize kFrame{16, 40}; // what a window manager puts around, roughly

QString geometryKey()
{
    return QStringLiteral("window.geometry");
}
QString pageKey()
{
    return QStringLiteral("window.page");
}
QString collapsedKey()
{
    return QStringLiteral("window.navigationCollapsed");
}
QString stateKey(const QString &pageId)
{
    return QStringLiteral("page.%1.state").arg(pageId);
}

} // namespace

MainWindow::MainWindow(WindowSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_top(new TopBar(this))
    , m_navigation(new Navigation(this))
    , m_pages(new QStackedWidget)
    , m_panels(new PanelHost(this))
    , m_jobs(new JobsBar(this))
    , m_palette(new CommandPalette(this))
    , m_cover(new LockCover(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(kMinimumSize);
    resize(kDefaultSize);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_panels, 1);
    middle->addWidget(m_jobs);
    row->addLayout(middle, 1);
    column->addLayout(row, 1);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_panels->setContent(m_pages);
    m_panels->setWindow(this);
    m_jobs->setObjectName(QStringLiteral("jobsBar"));

    connect(m_navigation, &Navigation::activated, this, [this](const QString &id) {
        Page *shown = id == m_current ? page(id) : nullptr;
        if (showPage(id) && shown)
            shown->home();
    });
    connect(m_navigation, &Navigation::collapsedChanged, this,
            [this](bool on) { m_settings.setValue(collapsedKey(), on); });
    connect(m_jobs, &JobsBar::countChanged, m_top, &TopBar::setJobs);
    connect(m_top, &TopBar::jobsRequested, this, [this] {
        if (auto *button = m_jobs->findChild<QWidget *>(QStringLiteral("job.cancel")))
            button->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_top, &TopBar::searchRequested, this, [this] {
        refreshPalette();
        m_palette->open();
    });
    connect(m_top, &TopBar::storeRequested, this, &MainWindow::storeRequested);
    connect(m_top, &TopBar::lockRequested, this, &MainWindow::lockRequested);
    installShortcuts();
    const QByteArray geometry = m_settings.value(geometryKey()).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry); // onto the screens there are
    else if (const QSize room = screen()->availableSize() - kFrame;
             room.width() < kDefaultSize.width() || room.height() < kDefaultSize.height())
        setWindowState(windowState() | Qt::WindowMaximized);
    m_navigation->setCollapsed(m_settings.value(collapsedKey(), false).toBool());
    retranslate();
}

MainWindow::~MainWindow()
{
    m_panels->setWindow(nullptr);
}

void MainWindow::installShortcuts()
{
    const auto key = [this](const QString &keys, std::function<void()> run) {
        auto *shortcut = new QShortcut(QKeySequence(keys), this);
        connect(shortcut, &QShortcut::activated, this, [this, run = std::move(run)] {
            if (!locked())
                run();
        });
    };
    for (int i = 0; i < 9; ++i) {
        key(QStringLiteral("Ctrl+%1").arg(i + 1), [this, i] {
            const QStringList ids = m_navigation->order();
            if (i < ids.size())
                showPage(ids.at(i));
        });
    }
    key(QStringLiteral("Ctrl+K"), [this] {
        refreshPalette();
        m_palette->open();
    });
    key(QStringLiteral("Ctrl+F"), [this] {
        if (Page *current = page(m_current))
            current->focusSearch();
    });
    key(QStringLiteral("F5"), [this] {
        if (Page *current = page(m_current))
            current->refresh();
    });
    key(QStringLiteral("Ctrl+L"), [this] { emit lockRequested(); });
    key(QStringLiteral("Ctrl+B"),
        [this] { m_navigation->setCollapsed(!m_navigation->collapsed()); });
    key(QStringLiteral("F6"), [this] {
        // Navigation, page, panel, jobs: the next part that is there.
        QList<QWidget *> parts{m_navigation, m_pages};
        if (m_panels->panel())
            parts.append(m_panels->panel());
        if (m_jobs->isVisible())
            parts.append(m_jobs);
        qsizetype now = 0;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (QWidget *focus = QApplication::focusWidget();
                focus && (focus == parts.at(i) || parts.at(i)->isAncestorOf(focus)))
                now = i;
        }
        QWidget *next = parts.at((now + 1) % parts.size());
        next->setFocus(Qt::ShortcutFocusReason);
        if (next != m_navigation && QApplication::focusWidget() != next)
            return;
        if (next != m_navigation)
            focusNextPrevChild(true);
    });
}

void MainWindow::addGroup(const QString &id, std::function<QString()> title)
{
    m_navigation->addGroup(id, std::move(title));
}

void MainWindow::addPage(PageEntry entry)
{
    m_navigation->addItem(entry.id, entry.group, entry.symbol, entry.title);
    m_entries.append(std::move(entry));
}

void MainWindow::start()
{
    const QString last = m_settings.value(pageKey()).toString();
    if (!showPage(last) && !m_entries.isEmpty())
        showPage(m_navigation->order().first());
}

PageEntry *MainWindow::entry(const QString &id)
{
    for (PageEntry &candidate : m_entries) {
        if (candidate.id == id)
            return &candidate;
    }
    return nullptr;
}

Page *MainWindow::page(const QString &id) const
{
    return m_made.value(id);
}

bool MainWindow::showPage(const QString &pageId, const QVariant &argument)
{
    PageEntry *wanted = entry(pageId);
    if (!wanted)
        return false;
    // A panel belongs to the page it was opened on; a dirty one keeps its page in front.
    if (pageId != m_current && m_panels->panel()) {
        m_panels->panel()->requestClose();
        if (m_panels->panel())
            return true;
    }
    Page *target = m_made.value(pageId);
    if (!target) {
        target = wanted->make(m_pages);
        target->setObjectName(QStringLiteral("page.") + pageId);
        target->setHost(m_panels);
        m_made.insert(pageId, target);
        m_pages->addWidget(target);
        const QString key = stateKey(pageId);
        const QByteArray state = m_settings.value(key).toByteArray();
        if (!state.isEmpty())
            (void)target->restoreState(state); // one that does not fit is forgotten
        connect(target, &Page::stateChanged, this,
                [this, target, key] { m_settings.setValue(key, target->saveState()); });
    }
    if (pageId != m_current) {
        if (Page *before = m_made.value(m_current))
            before->deactivated();
        m_current = pageId;
        m_settings.setValue(pageKey(), pageId);
    }
    m_pages->setCurrentWidget(target);
    m_navigation->setCurrent(pageId);
    target->setFocus(Qt::OtherFocusReason); // Tab goes on from here, into the page
    target->activated(argument);
    retranslate();
    emit pageChanged(pageId);
    return true;
}

void MainWindow::setBadge(const QString &pageId, int count)
{
    m_navigation->setBadge(pageId, count);
}

void MainWindow::setStore(const QString &name, const QString &state, StatusKind kind)
{
    m_top->setStore(name, state, kind);
    m_cover->setStoreName(name);
}

void MainWindow::setAccount(const QString &text)
{
    m_top->setAccount(text);
}

void MainWindow::setOperator(const QString &name)
{
    m_top->setOperator(name);
}

void MainWindow::addCommand(PaletteEntry entry)
{
    if (entry.inMenu) {
        auto *action = new QAction(icon(entry.symbol), entry.title(), this);
        action->setObjectName(entry.id);
        connect(action, &QAction::triggered, this, [run = entry.trigger] { run(); });
        QMenu *menu = m_top->operatorMenu();
        menu->insertAction(menu->actions().value(menu->actions().size() - 2), action);
        connect(menu, &QMenu::aboutToShow, action,
                [action, title = entry.title] { action->setText(title()); });
    }
    m_commands.append(std::move(entry));
}

void MainWindow::setSearchProvider(CommandPalette::Provider provider)
{
    m_palette->setProvider(std::move(provider));
}

void MainWindow::refreshPalette()
{
    QList<PaletteEntry> all;
    for (const PageEntry &one : m_entries) {
        PaletteEntry found;
        found.id = QStringLiteral("page.") + one.id;
        found.title = one.title;
        found.hint = tr("Page");
        found.symbol = one.symbol;
        found.trigger = [this, id = one.id] { showPage(id); };
        all.append(found);
    }
    PaletteEntry lockEntry;
    lockEntry.id = QStringLiteral("action.lock");
    lockEntry.title = [] { return tr("Lock"); };
    lockEntry.hint = QStringLiteral("Ctrl+L");
    lockEntry.symbol = Symbol::Lock;
    lockEntry.trigger = [this] { emit lockRequested(); };
    all += m_commands;
    all.append(lockEntry);
    m_palette->setEntries(all);
}

void MainWindow::lock()
{
    if (locked())
        return;
    m_palette->dismiss();
    m_cover->cover();
    // A password that was typed and not yet used would stay in memory until somebody comes back.
    for (PassphraseField *field : findChildren<PassphraseField *>())
        field->wipe();
    if (SidePanel *open = m_panels->panel())
        open->forgetSecrets();
    // Hidden, what the pages and panels show is not there for a screen reader either; disabled,
    // nothing below takes keys or the focus.
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_navigation),
                          static_cast<QWidget *>(m_panels)})
        part->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_navigation),
                          static_cast<QWidget *>(m_panels), static_cast<QWidget *>(m_jobs)})
        part->setEnabled(false);
    if (Page *current = page(m_current))
        current->deactivated();
}

void MainWindow::unlock()
{
    if (!locked())
        return;
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_navigation),
                          static_cast<QWidget *>(m_panels), static_cast<QWidget *>(m_jobs)})
        part->setEnabled(true);
    for (QWidget *part : {static_cast<QWidget *>(m_top), static_cast<QWidget *>(m_navigation),
                          static_cast<QWidget *>(m_panels)})
        part->show();
    m_cover->uncover();
    if (Page *current = page(m_current))
        current->activated({});
}

bool MainWindow::locked() const
{
    return m_cover->covering();
}

void MainWindow::setUnlockForm(QWidget *form)
{
    m_cover->setForm(form);
}

QWidget *MainWindow::panelParent()
{
    return m_panels;
}

bool MainWindow::openPanel(SidePanel *panel)
{
    return m_panels->openPanel(panel);
}

SidePanel *MainWindow::panel() const
{
    return m_panels->panel();
}

void MainWindow::openConfirm(ConfirmPanel *confirm)
{
    m_panels->openConfirm(confirm);
}

void MainWindow::toast(const QString &text, std::function<void()> undo)
{
    m_panels->toast(text, std::move(undo));
}

void MainWindow::showJob(std::shared_ptr<JobContext> job, std::function<void()> details)
{
    m_jobs->add(std::move(job), std::move(details));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit languageChanged();
    }
    QWidget::changeEvent(event);
}

void MainWindow::retranslate()
{
    const PageEntry *shown = entry(m_current);
    setWindowTitle(shown ? tr("%1 - CAS Console", "page title").arg(shown->title())
                         : tr("CAS Console"));
    m_top->retranslate();
    m_navigation->retranslate();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_closeGuard && !m_closeGuard()) {
        event->ignore();
        return;
    }
    saveGeometryNow();
    emit closing();
    QWidget::closeEvent(event);
}

void MainWindow::saveGeometryNow()
{
    m_settings.setValue(geometryKey(), saveGeometry());
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_cover->setGeometry(rect());
    m_palette->setGeometry(rect());
}

} // namespace cas::ui
