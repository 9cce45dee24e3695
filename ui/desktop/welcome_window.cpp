// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/welcome_window.h"
#include "core/certificates/packer.h"
#include "ui/kit/buttons.h"
#include "ui/kit/code_block.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/labels.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/path_dialog.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/text.h"
#include "ui/text/error_text.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kColumnWidth = 520;
constexpr int kCardSide = 32; // around the column

/// A card in the middle of the window, a column in it; scrolls where the window is too small.
QWidget *centredColumn(QVBoxLayout *&column, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *outer = new QWidget(scroll);
    auto *outerLayout = new QVBoxLayout(outer);
    outerLayout->setContentsMargins(space::kXl, space::kXl, space::kXl, space::kXl);
    auto *inner = new QFrame(outer);
    inner->setProperty("surface", QStringLiteral("card"));
    inner->setFixedWidth(kColumnWidth + 2 * kCardSide);
    column = new QVBoxLayout(inner);
    column->setContentsMargins(kCardSide, kCardSide, kCardSide, kCardSide);
    column->setSpacing(space::kM);
    outerLayout->addStretch(2);
    auto *row = new QHBoxLayout; // an alignment would take the height without wrapped lines
    row->addStretch(1);
    row->addWidget(inner);
    row->addStretch(1);
    outerLayout->addLayout(row);
    outerLayout->addStretch(3);
    scroll->setWidget(outer);
    return scroll;
}

QCheckBox *namedCheck(const QString &name, QWidget *parent)
{
    auto *check = new QCheckBox(parent);
    check->setObjectName(name);
    return check;
}

} // namespace

WelcomeWindow::WelcomeWindow(Executors &executors, const Clock &clock, Language &language,
                             const QString &proposedPath, QWidget *parent)
    : QWidget(parent)
    , m_executors(executors)
    , m_clock(clock)
    , m_language(language)
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("welcomeWindow"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    m_pages->addWidget(makeFormPage());
    m_pages->addWidget(makeRecoveryPage());
    m_path->as<QLineEdit>()->setText(QDir::toNativeSeparators(proposedPath));
    resize(760, 760);
    retranslate();
    m_form->setClean();
    m_passphrase->as<PassphraseField>()->edit()->setFocus();
}

WelcomeWindow::~WelcomeWindow() = default;

QWidget *WelcomeWindow::makeFormPage()
{
    QVBoxLayout *column = nullptr;
    QWidget *page = centredColumn(column, m_pages);

    auto *head = new QHBoxLayout;
    m_title = makeLabel(TextStyle::Title, Tone::Text, page);
    m_languages = new SegmentedControl(page);
    m_languages->setObjectName(QStringLiteral("welcome.language"));
    m_languages->setFixedWidth(200);
    head->addWidget(m_title, 1);
    head->addWidget(m_languages);
    column->addLayout(head);
    m_help = makeLabel(TextStyle::Body, Tone::Second, page, Wrap::Yes);
    column->addWidget(m_help);
    column->addSpacing(4);

    m_form = new Form(page);
    m_path = m_form->add(new QLineEdit, QStringLiteral("store"));
    m_path->setRequired(true);
    m_choose = makeButton(ButtonKind::Link, page, Symbol::Folder);
    m_choose->setObjectName(QStringLiteral("welcome.choose"));
    m_form->addAtLeft(m_choose);
    auto *first = new PassphraseField;
    first->setStrength([](QByteArrayView utf8) {
        return vault::passphraseStrength(SecretBytes::copyOf(utf8)).score;
    });
    m_passphrase = m_form->add(first, QStringLiteral("passphrase"));
    m_passphrase->setRequired(true);
    m_passphrase->setValidator([first] {
        return vault::passphraseStrength(first->bytes()).score == 0
                   ? errorSentence(fail(ErrorCode::PassphraseTooWeak))
                   : QString();
    });
    auto *second = new PassphraseField;
    m_repeat = m_form->add(second, QStringLiteral("repeat"));
    m_repeat->setRequired(true);
    m_repeat->setValidator([first, second] {
        return first->sameAs(*second) ? QString() : tr("This differs from the passphrase above.");
    });
    column->addWidget(m_form);

    m_keychain = namedCheck(QStringLiteral("welcome.keychain"), page);
    m_offline = namedCheck(QStringLiteral("welcome.offline"), page);
    m_metered = namedCheck(QStringLiteral("welcome.metered"), page);
    column->addWidget(m_keychain);
    column->addWidget(m_offline);
    column->addWidget(m_metered);
    m_plainNote = makeLabel(TextStyle::Small, Tone::Second, page, Wrap::Yes);
    column->addWidget(m_plainNote);
    m_message = new InlineMessage(page);
    m_message->setMessage(InlineMessage::Kind::Info, {});
    column->addWidget(m_message);

    auto *buttons = new QHBoxLayout;
    m_open = makeButton(ButtonKind::Link, page);
    m_open->setObjectName(QStringLiteral("welcome.open"));
    m_create = makeButton(ButtonKind::Primary, page);
    m_create->setObjectName(QStringLiteral("welcome.create"));
    buttons->addWidget(m_open);
    buttons->addStretch(1);
    buttons->addWidget(m_create);
    column->addLayout(buttons);

    connect(m_languages, &SegmentedControl::currentChanged, this, &WelcomeWindow::chooseLanguage);
    connect(m_create, &QPushButton::clicked, this, &WelcomeWindow::submit);
    connect(second, &PassphraseField::returnPressed, this, &WelcomeWindow::submit);
    connect(m_offline, &QCheckBox::toggled, this, [this](bool) { retranslate(); });
    connect(m_choose, &QPushButton::clicked, this, &WelcomeWindow::chooseFolder);
    connect(m_path->as<QLineEdit>(), &QLineEdit::editingFinished, this,
            &WelcomeWindow::sayWhatIsMade);
    connect(m_open, &QPushButton::clicked, this, [this] {
        askOpenFile(
            this, tr("Open a store"), tr("Stores (*.cas);;All files (*)"),
            [this](const QString &path) { emit openExisting(path); },
            QFileInfo(m_path->as<QLineEdit>()->text()).path());
    });
    return page;
}

QWidget *WelcomeWindow::makeRecoveryPage()
{
    QVBoxLayout *column = nullptr;
    QWidget *page = centredColumn(column, m_pages);
    m_recoveryTitle = makeLabel(TextStyle::Title, Tone::Text, page);
    m_recoveryHelp = makeLabel(TextStyle::Body, Tone::Second, page, Wrap::Yes);
    m_recoveryKey = new CodeBlock(page);
    m_recoveryKey->setObjectName(QStringLiteral("welcome.recoveryKey"));
    m_save = makeButton(ButtonKind::Secondary, page, Symbol::Download);
    m_save->setObjectName(QStringLiteral("welcome.saveKey"));
    m_kept = namedCheck(QStringLiteral("welcome.kept"), page);
    m_continue = makeButton(ButtonKind::Primary, page);
    m_continue->setObjectName(QStringLiteral("welcome.continue"));
    m_continue->setEnabled(false);
    m_recoveryMessage = new InlineMessage(page);
    m_recoveryMessage->setMessage(InlineMessage::Kind::Info, {});
    column->addWidget(m_recoveryTitle);
    column->addWidget(m_recoveryHelp);
    column->addWidget(m_recoveryKey);
    column->addWidget(m_save, 0, Qt::AlignLeft);
    column->addWidget(m_recoveryMessage);
    column->addSpacing(8);
    column->addWidget(m_kept);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_continue);
    column->addLayout(buttons);

    connect(m_save, &QPushButton::clicked, this, &WelcomeWindow::saveRecoveryKey);
    connect(m_kept, &QCheckBox::toggled, m_continue, &QPushButton::setEnabled);
    connect(m_continue, &QPushButton::clicked, this, [this] {
        m_recoveryKey->setText({});
        m_recoverySecret.clear();
        emit created();
    });
    return page;
}

QString WelcomeWindow::path() const
{
    return QDir::fromNativeSeparators(m_path->as<QLineEdit>()->text().trimmed());
}

void WelcomeWindow::chooseFolder()
{
    const QFileInfo now(path());
    askFolder(this, tr("Folder of the store"), now.path(), [this, now](const QString &folder) {
        m_path->as<QLineEdit>()->setText(
            QDir::toNativeSeparators(QDir(folder).filePath(now.fileName())));
        m_path->noteEdited();
        sayWhatIsMade();
    });
}

void WelcomeWindow::sayWhatIsMade()
{
    const QString folder = QFileInfo(path()).absolutePath();
    m_path->setHelp(
        path().isEmpty() || QFileInfo(folder).isDir()
            ? QString()
            : tr("The folder %1 will be made.").arg(visibleText(QDir::toNativeSeparators(folder))));
}

void WelcomeWindow::showOpenError(const Error &error)
{
    m_message->setMessage(InlineMessage::Kind::Error, errorSentence(error));
    m_message->setDetails(errorDetails(error));
}

std::unique_ptr<Console> WelcomeWindow::takeConsole()
{
    return std::move(m_console);
}

bool WelcomeWindow::wantsKeychain() const
{
    return m_keychain->isChecked();
}

void WelcomeWindow::chooseLanguage(const QString &id)
{
    m_languageCode = id;
    m_language.use(id);
}

void WelcomeWindow::submit()
{
    if (creating())
        return;
    if (!m_form->validate())
        return;
    m_message->setMessage(InlineMessage::Kind::Info, {});
    NewStore options;
    options.url = path();
    options.passphrase = m_passphrase->as<PassphraseField>()->bytes();
    options.flags.offline = m_offline->isChecked();
    options.metering =
        m_metered->isChecked() ? accounts::Metering::Metered : accounts::Metering::Unmetered;
    m_create->setEnabled(false);
    m_create->setText(tr("Creating…"));
    m_fileJob = Console::makeFileJob(path(), m_executors, m_clock);
    // Copied by std::function, so what moves is held by a pointer and taken out once.
    const auto wanted = std::make_shared<NewStore>(std::move(options));
    m_fileJob.onFinished([this, wanted](const Outcome<Unit> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome))
            finish(Failed{failed->error});
        else
            furnish(std::move(*wanted));
    });
}

bool WelcomeWindow::creating() const
{
    return (m_fileJob.valid() && !m_fileJob.context()->finished())
           || (m_job.valid() && !m_job.context()->finished());
}

void WelcomeWindow::furnish(NewStore options)
{
    auto job =
        Console::furnishJob(std::move(options), m_executors, m_clock, access::Actor::current());
    if (!job) {
        finish(Failed{job.error()});
        return;
    }
    m_job = std::move(*job);
    m_job.onFinished(
        [this](Outcome<std::shared_ptr<Console::Created>> outcome) { finish(std::move(outcome)); });
}

void WelcomeWindow::finish(Outcome<std::shared_ptr<Console::Created>> outcome)
{
    m_create->setEnabled(true);
    retranslate();
    if (const auto *failed = std::get_if<Failed>(&outcome)) {
        showError(failed->error);
        return;
    }
    auto *done = std::get_if<Done<std::shared_ptr<Console::Created>>>(&outcome);
    if (!done)
        return;
    m_console = std::move(done->value->console);
    m_recoverySecret = std::move(done->value->recoveryKey);
    m_passphrase->as<PassphraseField>()->wipe();
    m_repeat->as<PassphraseField>()->wipe();
    m_recoveryKey->setText(QString::fromLatin1(m_recoverySecret.view()));
    m_pages->setCurrentIndex(1);
    m_kept->setFocus();
}

void WelcomeWindow::showError(const Error &error)
{
    Error local = error;
    if (local.code == ErrorCode::StoreExists || local.code == ErrorCode::Io)
        local.field = QStringLiteral("store");
    if (!m_form->showError(local))
        m_message->setMessage(InlineMessage::Kind::Error, errorSentence(local));
}

void WelcomeWindow::saveRecoveryKey()
{
    askSaveFile(this, tr("Save the recovery key"), QStringLiteral("cas-recovery-key.txt"), {},
                [this](const QString &path) { writeRecoveryKey(path); });
}

void WelcomeWindow::writeRecoveryKey(const QString &path)
{
    const auto secret = std::make_shared<SecretBytes>(m_recoverySecret.clone());
    m_saveJob = m_executors.io.start<Unit>({}, [secret, path](JobContext &) {
        return certificates::writeFile({{}, secret->clone(), true}, path, true);
    });
    m_saveJob.onFinished([this, path](const Outcome<Unit> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome))
            m_recoveryMessage->setMessage(InlineMessage::Kind::Error, errorSentence(failed->error));
        else
            m_recoveryMessage->setMessage(
                InlineMessage::Kind::Success,
                tr("Saved to %1. Move it to a safe place.").arg(visibleText(path)));
    });
}

void WelcomeWindow::retranslate()
{
    setWindowTitle(tr("Welcome to CAS Console"));
    m_title->setText(tr("Create your store"));
    m_help->setText(tr("Everything CAS Console knows is kept in one file that belongs to you. A "
                       "passphrase seals the private keys in it."));
    const QString shown = m_language.current();
    m_languages->setSegments({{QStringLiteral("en"), QStringLiteral("English"), true, {}},
                              {QStringLiteral("zh_CN"), QStringLiteral("简体中文"), true, {}}});
    m_languages->setCurrent(shown);
    m_languages->setAccessibleName(tr("Language"));
    m_path->setLabel(tr("Store file"));
    m_choose->setText(tr("Choose folder…"));
    sayWhatIsMade();
    m_passphrase->setLabel(tr("Passphrase"));
    m_passphrase->setHelp(
        tr("Eight characters or more; several unrelated words are best. It cannot "
           "be looked up anywhere."));
    m_repeat->setLabel(tr("Repeat the passphrase"));
    m_keychain->setText(tr("Unlock with the keychain of this computer"));
    m_keychain->setEnabled(!m_offline->isChecked());
    m_offline->setText(tr("Offline CA station: never use a network"));
    m_offline->setToolTip(tr("Cannot be changed later without making a new store."));
    m_metered->setText(tr("Metered: orders and quota are enforced"));
    m_metered->setToolTip(tr("For organisations that charge or limit their own departments."));
    m_plainNote->setText(tr("Names, dates and certificates in the file can be read by whoever can "
                            "read the file; private keys and passwords cannot."));
    m_open->setText(tr("Open an existing store"));
    m_create->setText(tr("Create store"));
    m_recoveryTitle->setText(tr("Keep the recovery key"));
    m_recoveryHelp->setText(
        tr("It opens the store when the passphrase is lost, and it is shown only "
           "this once. Write it down or print it, and keep it away from this "
           "computer."));
    m_save->setText(tr("Save to a file"));
    m_kept->setText(tr("I have put the recovery key in a safe place"));
    m_continue->setText(tr("Open CAS Console"));
}

void WelcomeWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace cas::ui
