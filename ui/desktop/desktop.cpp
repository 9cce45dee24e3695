// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/desktop.h"
#include "ui/certificates/certificates_page.h"
#include "ui/desktop/unlock_form.h"
#include "ui/desktop/welcome_window.h"
#include "ui/logs/operation_logs_page.h"
#include "ui/manual/manual_panel.h"
#include "ui/overview/overview_page.h"
#include "ui/privateca/private_ca_page.h"
#include "ui/settings/settings_page.h"
#include "ui/text/error_text.h"

#include <QShortcut>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace cas::ui {

namespace {

const QString kLanguageKey = QStringLiteral("ui.language");
const QString kThemeKey = QStringLiteral("ui.theme");

std::unique_ptr<WindowSettings> fileSettings()
{
    return std::make_unique<FileWindowSettings>(
        QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
        + QStringLiteral("/window.ini"));
}

Theme::Mode themeMode(const QString &id)
{
    if (id == QStringLiteral("light"))
        return Theme::Mode::Light;
    return id == QStringLiteral("dark") ? Theme::Mode::Dark : Theme::Mode::System;
}

} // namespace

QString defaultStorePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
           + QStringLiteral("/store.cas");
}

Desktop::Desktop(QApplication &app, std::unique_ptr<Executors> executors, const Clock &clock,
                 DesktopOptions options)
    : m_app(app)
    , m_clock(clock)
    , m_options(std::move(options))
    , m_settings(fileSettings())
    , m_theme(app, themeMode(m_options.theme.isEmpty()
                                 ? m_settings->value(kThemeKey, QStringLiteral("system")).toString()
                                 : m_options.theme))
    , m_executors(std::move(executors))
{
    m_language.use(m_options.language.isEmpty()
                       ? m_settings->value(kLanguageKey, QStringLiteral("system")).toString()
                       : m_options.language);
    connect(&m_idle, &IdleLock::idle, this, &Desktop::lock);
}

Desktop::~Desktop()
{
    // The window and its jobs go before the console they work on.
    m_prepareJob = {};
    m_unlockJob = {};
    m_idleJob = {};
    m_keychain.reset();
    m_crlDuty.reset();
    m_backupDuty.reset();
    m_window.reset();
    m_welcome.reset();
}

void Desktop::start()
{
    const QString url = m_options.store.isEmpty() ? defaultStorePath() : m_options.store;
    const auto parsed = store::StoreUrl::parse(url);
    if (parsed && !QFileInfo::exists(parsed->path))
        welcome(parsed->path, nullptr);
    else
        openStore(url);
}

void Desktop::welcome(const QString &path, const Error *error)
{
    m_welcome = std::make_unique<WelcomeWindow>(*m_executors, m_clock, m_language, path);
    if (error)
        m_welcome->showOpenError(*error);
    connect(m_welcome.get(), &WelcomeWindow::openExisting, this, &Desktop::openStore);
    connect(m_welcome.get(), &WelcomeWindow::created, this, [this] {
        const bool keychain = m_welcome->wantsKeychain();
        if (m_welcome->languageCode() != QStringLiteral("system"))
            m_settings->setValue(kLanguageKey, m_welcome->languageCode());
        open(m_welcome->takeConsole());
        if (keychain)
            offerKeychain();
    });
    m_welcome->show();
}

void Desktop::openStore(const QString &url)
{
    const auto refuse = [this](const Error &error) {
        if (m_welcome)
            m_welcome->showOpenError(error);
        else
            welcome(defaultStorePath(), &error);
    };
    // An older file is brought up to date first, which takes as long as it is large.
    m_prepareJob = Console::prepareJob(url, store::OpenMode::ReadWrite, *m_executors, m_clock);
    m_prepareJob.onFinished([this, url, refuse](const Outcome<Unit> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome)) {
            refuse(failed->error);
            return;
        }
        auto console = Console::open(url, store::OpenMode::ReadWrite, *m_executors, m_clock,
                                     access::Actor::current());
        if (console)
            open(std::move(*console));
        else
            refuse(console.error());
    });
}

void Desktop::open(std::unique_ptr<Console> console)
{
    m_crlDuty.reset(); // before the console they work for
    m_backupDuty.reset();
    m_console = std::move(console);
    m_crlDuty = std::make_unique<CrlDuty>(*m_console);
    m_backupDuty = std::make_unique<BackupDuty>(*m_console);
    buildWindow();
    if (m_console->vault().unlocked()) {
        reveal();
    } else if (!m_options.passphrase.empty()) {
        m_unlockJob = m_console->unlockJob(std::move(m_options.passphrase));
        m_unlockJob.onFinished([this](const Outcome<Unit> &) {
            if (m_console->vault().unlocked())
                reveal();
            else
                lock();
        });
    } else {
        lock();
    }
    m_window->show();
    if (m_welcome) {
        m_welcome->close();
        m_welcome.release()->deleteLater(); // one of its signals brought us here
    }
}

void Desktop::buildWindow()
{
    m_window = std::make_unique<MainWindow>(*m_settings);
    m_window->setObjectName(QStringLiteral("mainWindow"));
    registerPages();
    registerCommands();
    m_unlockForm = new UnlockForm(*m_console);
    m_window->setUnlockForm(m_unlockForm);
    m_window->setOperator(m_console->access().actor().name);
    connect(m_unlockForm, &UnlockForm::unlocked, this, &Desktop::reveal);
    connect(m_window.get(), &MainWindow::lockRequested, this, &Desktop::lock);
    connect(m_window.get(), &MainWindow::languageChanged, this, &Desktop::updateStoreChip);
    connect(m_window.get(), &MainWindow::storeRequested, this,
            [this] { m_window->showPage(QStringLiteral("settings")); });
    connect(&m_console->vault(), &vault::Vault::unlockedChanged, this,
            [this] { updateStoreChip(); });
    m_window->start();
    if (!m_options.page.isEmpty())
        m_window->showPage(m_options.page);
    updateStoreChip();
}

QStringList Desktop::pages()
{
    return {QStringLiteral("overview"), QStringLiteral("certificates"),
            QStringLiteral("private-ca"), QStringLiteral("operation-logs"),
            QStringLiteral("settings")};
}

void Desktop::registerPages()
{
    const auto ssl = QStringLiteral("ssl");
    const auto pca = QStringLiteral("private");
    const auto operations = QStringLiteral("operations");
    Console &console = *m_console;
    m_window->addPage({QStringLiteral("overview"),
                       {},
                       Symbol::Overview,
                       [] { return tr("Overview"); },
                       [&console](QWidget *parent) { return new OverviewPage(console, parent); }});
    m_window->addGroup(ssl, [] { return tr("SSL Certificates"); });
    m_window->addPage(
        {QStringLiteral("certificates"), ssl, Symbol::Certificate,
         [] { return tr("Certificates"); },
         [&console](QWidget *parent) { return new CertificatesPage(console, parent); }});
    m_window->addGroup(pca, [] { return tr("Private Certificates"); });
    m_window->addPage({QStringLiteral("private-ca"), pca, Symbol::Shield,
                       [] { return tr("Private CA"); },
                       [&console](QWidget *parent) { return new PrivateCaPage(console, parent); }});
    m_window->addGroup(operations, [] { return tr("Operations"); });
    m_window->addPage(
        {QStringLiteral("operation-logs"), operations, Symbol::Log,
         [] { return tr("Operation Logs"); },
         [&console](QWidget *parent) { return new OperationLogsPage(console, parent); }});
    m_window->addPage(
        {QStringLiteral("settings"),
         {},
         Symbol::Settings,
         [] { return tr("Settings"); },
         [this](QWidget *parent) {
             auto *page = new SettingsPage({*m_console, *m_settings, m_theme, m_language}, parent);
             connect(page, &SettingsPage::lockMinutesChanged, &m_idle, &IdleLock::setMinutes);
             connect(page, &SettingsPage::openStoreRequested, this, [](const QString &path) {
                 // Beside this one, in a program of its own: jobs may be running here.
                 QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                         {QStringLiteral("--store"), path});
             });
             return page;
         }});
}

/// The chapter of the page that is shown; of what the panel over it does, where it has one.
void Desktop::showManual()
{
    const SidePanel *panel = m_window->panel();
    const bool importing = panel && panel->objectName() == QStringLiteral("importPanel");
    const QString page = m_window->currentPage();
    openManual(*m_window, importing                                  ? QStringLiteral("import")
                          : page == QStringLiteral("operation-logs") ? QStringLiteral("logs")
                                                                     : page);
}

void Desktop::registerCommands()
{
    const auto command = [this](const QString &page, const QString &argument,
                                std::function<QString()> title) {
        m_window->addCommand({QStringLiteral("action.") + argument,
                              std::move(title),
                              {},
                              Symbol::Plus,
                              [this, page, argument] { m_window->showPage(page, argument); },
                              false});
    };
    command(QStringLiteral("private-ca"), QStringLiteral("create"),
            [] { return tr("Purchase and Enable"); });
    m_window->addCommand({QStringLiteral("manual"),
                          [] { return tr("Manual"); },
                          {},
                          Symbol::Info,
                          [this] { showManual(); },
                          true});
    auto *help = new QShortcut(QKeySequence(Qt::Key_F1), m_window.get());
    connect(help, &QShortcut::activated, this, [this] {
        if (!m_window->locked())
            showManual();
    });
    command(QStringLiteral("private-ca"), QStringLiteral("create-sub"),
            [] { return tr("Create subordinate CA"); });
    command(QStringLiteral("private-ca"), QStringLiteral("request"),
            [] { return tr("Request Certificate"); });
    command(QStringLiteral("private-ca"), QStringLiteral("bulk-request"),
            [] { return tr("Bulk Request"); });
    command(QStringLiteral("private-ca"), QStringLiteral("import"), [] { return tr("Import CA"); });
    m_window->setSearchProvider([this](const QString &text,
                                       CommandPalette::Done done) -> std::shared_ptr<void> {
        if (text.trimmed().isEmpty() || !m_console->vault().unlocked())
            return nullptr;
        certificates::CertificateFilter filter;
        filter.search = text;
        auto job = std::make_shared<Job<certificates::CertificatePage>>(
            m_console->certificates().pageJob(filter, {}, {8, {}, 0}));
        job->onFinished(
            [this, done = std::move(done)](const Outcome<certificates::CertificatePage> &outcome) {
                const auto *found = std::get_if<Done<certificates::CertificatePage>>(&outcome);
                if (!found)
                    return;
                QList<PaletteEntry> entries;
                for (const auto &row : found->value.items) {
                    const QString id = row.id.toString();
                    entries.append(
                        {QStringLiteral("certificate.%1").arg(id),
                         [name = row.name] { return name; }, row.brand, Symbol::Certificate,
                         [this, id] { m_window->showPage(QStringLiteral("certificates"), id); },
                         false});
                }
                done(entries);
            });
        return job;
    });
}

void Desktop::reveal()
{
    m_window->unlock();
    if (const QStringList files = std::exchange(m_options.files, {}); !files.isEmpty())
        m_window->showPage(QStringLiteral("private-ca"),
                           QVariantMap{{QStringLiteral("import"), files}});
    m_idleJob = m_executors->io.start<int>({}, [this](JobContext &) -> Result<int> {
        return m_console->settings().valueOrFallback(settings::keys::lockMinutes).toInt();
    });
    m_idleJob.onFinished([this](const Outcome<int> &outcome) {
        const auto *minutes = std::get_if<Done<int>>(&outcome);
        if (minutes && !m_window->locked())
            m_idle.setMinutes(minutes->value);
    });
    updateStoreChip();
}

void Desktop::lock()
{
    if (!m_console || !m_window)
        return;
    m_window->lock(); // covers first, so that nothing is seen while the keys are wiped
    m_console->vault().lock();
    m_idle.setMinutes(0);
    m_unlockForm->prepare();
    updateStoreChip();
}

void Desktop::updateStoreChip()
{
    const auto info = m_console->store().info();
    QString state = tr("unlocked");
    StatusKind kind = StatusKind::Good;
    if (!m_console->vault().unlocked()) {
        state = tr("locked");
        kind = StatusKind::Neutral;
    } else if (info.readOnly) {
        state = tr("read-only");
        kind = StatusKind::Warn;
    } else if (m_console->vault().flags().offline) {
        state = tr("offline station");
        kind = StatusKind::Progress;
    }
    m_window->setStore(QFileInfo(info.path).fileName(), state, kind);
}

void Desktop::offerKeychain()
{
    m_keychain = std::make_unique<KeychainSlot>(*m_console);
    m_keychain->connectKeychain([this](const Result<> &result) {
        if (!result && m_window)
            m_window->toast(errorSentence(result.error()));
    });
}

} // namespace cas::ui
