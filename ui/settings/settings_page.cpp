// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_page.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/page_header.h"
#include "ui/kit/scroll_edge.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/text.h"
#include "ui/settings/backup_card.h"
#include "ui/settings/passphrase_panel.h"
#include "ui/settings/recovery_key_panel.h"
#include "ui/settings/setting_writer.h"
#include "ui/settings/store_card.h"
#include "ui/text/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSpinBox>
#include <QStyle>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kTwoColumns = 1040; // of the page
constexpr int kUnderABox = 24; // help stands under the text of its box
constexpr int kLockChoices[] = {1, 5, 15, 30, 60, 0};

QHBoxLayout *labelledRow(QLabel *label, QWidget *editor)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    label->setFixedWidth(200);
    label->setBuddy(editor);
    row->addWidget(label);
    row->addWidget(editor);
    row->addStretch(1);
    return row;
}

} // namespace

SettingsPage::SettingsPage(SettingsEnvironment environment, QWidget *parent)
    : Page(parent)
    , m_environment(environment)
    , m_keychainSlot(environment.console)
    , m_header(new PageHeader(this))
    , m_message(new InlineMessage(this))
    , m_writer(new SettingWriter(environment.console, this))
{
    setObjectName(QStringLiteral("page.settings"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, space::kPageTop, 0, 0);
    outer->setSpacing(space::kL);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(space::kPageSide, 0, space::kPageSide, 0);
    head->setSpacing(space::kL);
    head->addWidget(m_header);
    head->addWidget(m_message);
    outer->addLayout(head);
    m_message->setMessage(InlineMessage::Kind::Info, {});

    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    auto *inside = new QWidget(scroll);
    m_columns = new QHBoxLayout(inside);
    m_columns->setContentsMargins(space::kPageSide, 0, space::kPageSide, space::kPageTop);
    m_columns->setSpacing(space::kL);
    m_left = new QVBoxLayout;
    m_right = new QVBoxLayout;
    for (QVBoxLayout *column : {m_left, m_right}) {
        column->setSpacing(space::kL);
        column->addStretch(1);
        m_columns->addLayout(column);
    }
    m_general = makeGeneral();
    m_vault = makeVault();
    m_publication = makePublication();
    m_storeCard = new StoreCard(environment.console, *this);
    m_backupCard = new BackupCard(environment.console, *this);
    arrangeCards();
    scroll->setWidget(inside);
    keepRightEdge(*scroll, *m_columns);
    outer->addWidget(scroll, 1);

    const auto say = [this](InlineMessage::Kind kind, const QString &text, const QString &details) {
        m_message->setMessage(kind, text);
        m_message->setDetails(details);
    };
    connect(m_storeCard, &StoreCard::said, this, say);
    connect(m_backupCard, &BackupCard::said, this, say);
    connect(m_backupCard, &BackupCard::openStoreRequested, this, &SettingsPage::openStoreRequested);
    connect(m_writer, &SettingWriter::failed, this, &SettingsPage::showFailure);
    connect(m_writer, &SettingWriter::settled, this, &SettingsPage::refresh);
    connect(&m_environment.console.store(), &store::Store::changed, this, [this] { refresh(); });
}

Card *SettingsPage::makeGeneral()
{
    auto *card = new Card(this);
    m_languageLabel = makeLabel(TextStyle::Body, Tone::Text, card);
    m_language = new QComboBox(card);
    m_language->setObjectName(QStringLiteral("settings.language"));
    m_language->setMinimumWidth(200);
    m_themeLabel = makeLabel(TextStyle::Body, Tone::Text, card);
    m_theme = new SegmentedControl(card);
    m_theme->setObjectName(QStringLiteral("settings.theme"));
    m_theme->setMinimumWidth(300);
    card->content()->addLayout(labelledRow(m_languageLabel, m_language));
    card->content()->addLayout(labelledRow(m_themeLabel, m_theme));
    connect(m_language, &QComboBox::activated, this, [this] {
        const QString code = m_language->currentData().toString();
        m_environment.window.setValue(QStringLiteral("ui.language"), code);
        m_environment.language.use(code);
    });
    connect(m_theme, &SegmentedControl::currentChanged, this, [this](const QString &id) {
        if (m_filling)
            return;
        m_environment.window.setValue(QStringLiteral("ui.theme"), id);
        m_environment.theme.setMode(id == QStringLiteral("light")  ? Theme::Mode::Light
                                    : id == QStringLiteral("dark") ? Theme::Mode::Dark
                                                                   : Theme::Mode::System);
    });
    return card;
}

Card *SettingsPage::makeVault()
{
    auto *card = new Card(this);
    m_lockLabel = makeLabel(TextStyle::Body, Tone::Text, card);
    m_lock = new QComboBox(card);
    m_lock->setObjectName(QStringLiteral("settings.lock"));
    m_lock->setMinimumWidth(200);
    m_keychain = new QCheckBox(card);
    m_keychain->setObjectName(QStringLiteral("settings.keychain"));
    m_keychainHelp = makeLabel(TextStyle::Small, Tone::Second, card, Wrap::Yes);
    m_keychainHelp->setIndent(kUnderABox);
    m_changePassphrase = makeButton(ButtonKind::Secondary, card, Symbol::Key);
    m_changePassphrase->setObjectName(QStringLiteral("settings.changePassphrase"));
    m_newRecoveryKey = makeButton(ButtonKind::Secondary, card);
    m_newRecoveryKey->setObjectName(QStringLiteral("settings.newRecoveryKey"));
    card->content()->addLayout(labelledRow(m_lockLabel, m_lock));
    card->content()->addSpacing(space::kS);
    card->content()->addWidget(m_keychain);
    card->content()->addWidget(m_keychainHelp);
    card->content()->addSpacing(space::kS);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_changePassphrase);
    buttons->addWidget(m_newRecoveryKey);
    buttons->addStretch(1);
    card->content()->addLayout(buttons);
    connect(m_lock, &QComboBox::activated, this, [this] {
        const int minutes = m_lock->currentData().toInt();
        m_writer->write(settings::keys::lockMinutes, QString::number(minutes));
        emit lockMinutesChanged(minutes);
    });
    connect(m_keychain, &QCheckBox::clicked, this, &SettingsPage::toggleKeychain);
    connect(m_changePassphrase, &QPushButton::clicked, this, &SettingsPage::openChangePassphrase);
    connect(m_newRecoveryKey, &QPushButton::clicked, this, &SettingsPage::openRecoveryKey);
    return card;
}

Card *SettingsPage::makePublication()
{
    auto *card = new Card(this);
    m_crlLabel = makeLabel(TextStyle::Body, Tone::Text, card);
    m_crlDays = new QSpinBox(card);
    m_crlDays->setObjectName(QStringLiteral("settings.crlDays"));
    m_crlDays->setRange(1, 365);
    m_crlDays->setKeyboardTracking(false);
    m_crlDays->setMinimumWidth(200);
    m_crlHelp = makeLabel(TextStyle::Small, Tone::Second, card, Wrap::Yes);
    m_baseUrlLabel = makeLabel(TextStyle::Body, Tone::Text, card);
    m_baseUrl = new QLineEdit(card);
    m_baseUrl->setObjectName(QStringLiteral("settings.baseUrl"));
    m_baseUrl->setPlaceholderText(QStringLiteral("http://pki.example.com"));
    m_baseUrl->setMinimumWidth(300);
    m_baseUrlHelp = makeLabel(TextStyle::Small, Tone::Second, card, Wrap::Yes);
    m_baseUrlError = makeLabel(TextStyle::Small, Tone::Bad, card, Wrap::Yes);
    m_baseUrlError->setObjectName(QStringLiteral("settings.baseUrl.error"));
    m_baseUrlError->hide();
    m_metered = new QCheckBox(card);
    m_metered->setObjectName(QStringLiteral("settings.metered"));
    m_meteredHelp = makeLabel(TextStyle::Small, Tone::Second, card, Wrap::Yes);
    m_meteredHelp->setIndent(kUnderABox);
    card->content()->addLayout(labelledRow(m_crlLabel, m_crlDays));
    card->content()->addWidget(m_crlHelp);
    card->content()->addSpacing(space::kS);
    card->content()->addLayout(labelledRow(m_baseUrlLabel, m_baseUrl));
    card->content()->addWidget(m_baseUrlError);
    card->content()->addWidget(m_baseUrlHelp);
    card->content()->addSpacing(space::kS);
    card->content()->addWidget(m_metered);
    card->content()->addWidget(m_meteredHelp);
    connect(m_crlDays, &QSpinBox::valueChanged, this, [this](int days) {
        showCrlUnit();
        if (!m_filling)
            m_writer->write(settings::keys::crlDays, QString::number(days));
    });
    connect(m_baseUrl, &QLineEdit::editingFinished, this, &SettingsPage::setBaseUrl);
    connect(m_metered, &QCheckBox::clicked, this, &SettingsPage::setMetered);
    return card;
}

void SettingsPage::arrangeCards()
{
    const bool two = width() >= kTwoColumns;
    for (Card *card : {m_general, m_vault, m_publication, static_cast<Card *>(m_backupCard),
                       static_cast<Card *>(m_storeCard)}) {
        m_left->removeWidget(card);
        m_right->removeWidget(card);
        QVBoxLayout *column =
            two && (card == m_backupCard || card == m_storeCard) ? m_right : m_left;
        column->insertWidget(column->count() - 1, card); // before the stretch
    }
    m_columns->setStretchFactor(m_left, 1);
    m_columns->setStretchFactor(m_right, two ? 1 : 0);
    m_columns->setSpacing(two ? space::kL : 0);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    if ((event->size().width() >= kTwoColumns) != (event->oldSize().width() >= kTwoColumns))
        arrangeCards();
}

void SettingsPage::activated(const QVariant &)
{
    refresh();
}

void SettingsPage::refresh()
{
    m_filling = true;
    const QString language =
        m_environment.window.value(QStringLiteral("ui.language"), QStringLiteral("system"))
            .toString();
    m_language->setCurrentIndex(std::max(0, m_language->findData(language)));
    m_theme->setCurrent(
        m_environment.window.value(QStringLiteral("ui.theme"), QStringLiteral("system"))
            .toString());
    m_filling = false;
    m_backupCard->refresh();
    const auto read = [&console = m_environment.console](JobContext &) -> Result<Facts> {
        Facts facts;
        facts.lockMinutes = console.settings().valueOrFallback(settings::keys::lockMinutes).toInt();
        facts.crlDays = console.settings().valueOrFallback(settings::keys::crlDays).toInt();
        facts.baseUrl = console.settings().valueOrFallback(settings::keys::baseUrl);
        const auto account = console.accounts().current();
        facts.metered = account && account->metering == accounts::Metering::Metered;
        facts.keychainSlot = console.vault().hasKeychainSlot();
        facts.offline = console.vault().flags().offline;
        facts.info = console.store().info();
        return facts;
    };
    m_factsJob = m_environment.console.executors().io.start<Facts>({}, read);
    m_factsJob.onFinished([this](Outcome<Facts> outcome) {
        if (auto *done = std::get_if<Done<Facts>>(&outcome)) {
            m_storeFacts = std::move(done->value);
            showFacts();
        }
    });
}

void SettingsPage::showFacts()
{
    for (QWidget *writer :
         {static_cast<QWidget *>(m_lock), static_cast<QWidget *>(m_keychain),
          static_cast<QWidget *>(m_changePassphrase), static_cast<QWidget *>(m_newRecoveryKey),
          static_cast<QWidget *>(m_crlDays), static_cast<QWidget *>(m_baseUrl),
          static_cast<QWidget *>(m_metered)})
        writer->setEnabled(m_storeFacts && !m_storeFacts->info.readOnly);
    if (!m_storeFacts)
        return;
    m_filling = true;
    const Facts &facts = *m_storeFacts;
    if (m_lock->findData(facts.lockMinutes) < 0)
        m_lock->addItem(tr("%n minute(s)", nullptr, facts.lockMinutes), facts.lockMinutes);
    if (!m_writer->writing(settings::keys::lockMinutes))
        m_lock->setCurrentIndex(m_lock->findData(facts.lockMinutes));
    m_keychain->setChecked(facts.keychainSlot);
    if (!m_writer->writing(settings::keys::crlDays))
        m_crlDays->setValue(facts.crlDays);
    if (!m_baseUrl->isModified() && m_baseUrlError->isHidden())
        m_baseUrl->setText(facts.baseUrl); // never over what is being typed
    m_metered->setChecked(facts.metered);
    m_storeCard->setInfo(facts.info, facts.offline);
    m_filling = false;
}

void SettingsPage::setBaseUrl()
{
    if (!m_baseUrl->isModified())
        return;
    Console &console = m_environment.console;
    m_baseUrlJob = console.settings().setJob(console.executors(), settings::keys::baseUrl,
                                             m_baseUrl->text().trimmed());
    m_baseUrlJob.onFinished([this](const Outcome<QString> &outcome) {
        const auto *failed = std::get_if<Failed>(&outcome);
        const QString problem = failed ? errorSentence(failed->error) : QString();
        m_baseUrlError->setText(problem);
        m_baseUrlError->setVisible(failed);
        m_baseUrl->setAccessibleDescription(failed ? problem : m_baseUrlHelp->text());
        m_baseUrl->setProperty("invalid", failed != nullptr);
        m_baseUrl->style()->unpolish(m_baseUrl);
        m_baseUrl->style()->polish(m_baseUrl);
        if (!failed)
            m_baseUrl->setModified(false);
    });
}

void SettingsPage::toggleKeychain(bool on)
{
    m_keychain->setEnabled(false); // until the keychain has answered
    const auto ended = [this](const Result<> &result) {
        if (!result)
            showFailure(result.error());
        refresh();
    };
    if (on)
        m_keychainSlot.connectKeychain(ended);
    else
        m_keychainSlot.disconnectKeychain(ended);
}

void SettingsPage::setMetered(bool on)
{
    Console &console = m_environment.console;
    m_meteringJob = console.accounts().setMeteringJob(
        console.executors(), on ? accounts::Metering::Metered : accounts::Metering::Unmetered);
    m_meteringJob.onFinished([this](const Outcome<Unit> &outcome) {
        if (const auto *failed = std::get_if<Failed>(&outcome))
            showFailure(failed->error);
        refresh();
    });
}

void SettingsPage::openChangePassphrase()
{
    auto *panel = new PassphrasePanel(m_environment.console, host()->panelParent());
    connect(panel, &PassphrasePanel::changed, this,
            [this] { host()->toast(tr("The passphrase is changed.")); });
    host()->openPanel(panel);
}

void SettingsPage::openRecoveryKey()
{
    host()->openPanel(new RecoveryKeyPanel(m_environment.console, host()->panelParent()));
}

void SettingsPage::showFailure(const Error &error)
{
    m_message->setMessage(InlineMessage::Kind::Error, errorSentence(error));
    m_message->setDetails(errorDetails(error));
}

void SettingsPage::retranslate()
{
    m_header->setTitle(tr("Settings"));
    m_header->setHelp(tr("Everything here applies at once."));
    m_general->setTitle(tr("General"));
    m_vault->setTitle(tr("Vault"));
    m_publication->setTitle(tr("Private CA"));
    m_languageLabel->setText(tr("Language"));
    m_language->setAccessibleName(tr("Language"));
    m_language->clear();
    m_language->addItem(tr("As the system"), QStringLiteral("system"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("简体中文"), QStringLiteral("zh_CN"));
    m_themeLabel->setText(tr("Look"));
    m_theme->setAccessibleName(tr("Look"));
    m_filling = true;
    m_theme->setSegments({{QStringLiteral("system"), tr("As the system"), true, {}},
                          {QStringLiteral("light"), tr("Light"), true, {}},
                          {QStringLiteral("dark"), tr("Dark"), true, {}}});
    m_filling = false;
    m_lockLabel->setText(tr("Lock when idle for"));
    m_lock->setAccessibleName(tr("Lock when idle for"));
    m_lock->clear();
    for (const int minutes : kLockChoices)
        m_lock->addItem(minutes ? tr("%n minute(s)", nullptr, minutes) : tr("Never"), minutes);
    m_keychain->setText(tr("Unlock with the keychain of this computer"));
    m_keychainHelp->setText(
        tr("Whoever is signed in here opens the store without the passphrase."));
    m_changePassphrase->setText(tr("Change passphrase"));
    m_newRecoveryKey->setText(tr("New recovery key"));
    m_crlLabel->setText(tr("CRL validity of new CAs"));
    m_crlDays->setAccessibleName(tr("CRL validity of new CAs"));
    showCrlUnit();
    m_crlHelp->setText(tr("A new CRL is made at each revocation and at 80 % of its life."));
    m_baseUrlLabel->setText(tr("Base address of publications"));
    m_baseUrl->setAccessibleName(tr("Base address of publications"));
    m_baseUrlHelp->setText(
        tr("Proposed for the CRL and issuer addresses of new CAs; what is written "
           "into certificates can be changed for each CA."));
    m_metered->setText(tr("Metered: orders and quota are enforced"));
    m_meteredHelp->setText(
        tr("For organisations that charge or limit their own departments. CAs and "
           "certificates that exist stay as they are."));
    m_backupCard->retranslate();
    m_storeCard->retranslate();
    showFacts();
    refresh();
}

void SettingsPage::showCrlUnit()
{
    //: after the number in a field: "30 days"
    m_crlDays->setSuffix(u' ' + tr("day(s)", nullptr, m_crlDays->value()));
}

} // namespace cas::ui
