// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/download/download_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/path_dialog.h"
#include "ui/guides/guide_panel.h"
#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace cas::ui {

using certificates::PackFormat;

namespace {

constexpr int kLeastPassword = 8; // characters, operations.md §3.1

qsizetype characters(const SecretBytes &utf8)
{
    qsizetype count = 0;
    for (const unsigned char byte : utf8.span())
        count += (byte & 0xC0) != 0x80;
    return count;
}

} // namespace

DownloadPanel::DownloadPanel(Console &console, DownloadSubject subject, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_subject(std::move(subject))
{
    setObjectName(QStringLiteral("downloadPanel"));
    buildForm();
    translateTexts();
    applyFormat();
    m_downloadForm->setClean();
    connect(this, &SidePanel::submitted, this, [this] { start(Overwrite::No); });
}

DownloadPanel::~DownloadPanel() = default;

void DownloadPanel::buildForm()
{
    m_note = new InlineMessage(this);
    m_note->setObjectName(QStringLiteral("download.note"));
    body()->addWidget(m_note);

    m_downloadForm = addForm();
    m_format = new QComboBox;
    m_formatField = m_downloadForm->add(m_format, QStringLiteral("format"));
    fillFormats();
    m_chain = new QCheckBox;
    m_chain->setChecked(true);
    m_chainField = m_downloadForm->add(m_chain, QStringLiteral("chain"));
    m_clear = new QCheckBox;
    m_clearField = m_downloadForm->add(m_clear, QStringLiteral("clear_key"));
    m_password = new PassphraseField;
    m_password->setStrength([](QByteArrayView utf8) {
        return vault::passphraseStrength(SecretBytes::copyOf(utf8)).score;
    });
    m_passwordField = m_downloadForm->add(m_password, QStringLiteral("export_passphrase"));
    m_passwordField->setRequired(true);
    m_passwordField->setValidator([this] { return passwordProblem(); });
    m_repeat = new PassphraseField;
    m_repeatField = m_downloadForm->add(m_repeat, QStringLiteral("repeat"));
    m_repeatField->setRequired(true);
    m_repeatField->setValidator([this] {
        return m_repeat->sameAs(*m_password) ? QString() : tr("The two passwords differ.");
    });
    m_strength = new QComboBox;
    m_strength->addItem(QString(), int(crypto::ContainerStrength::Current));
    m_strength->addItem(QString(), int(crypto::ContainerStrength::Compatible));
    m_strengthField = m_downloadForm->add(m_strength, QStringLiteral("strength"));

    auto *place = new QWidget;
    auto *row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    m_folder = new QLineEdit(place);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folder->setText(QDir::toNativeSeparators(lastFolder()));
    m_browse = makeButton(ButtonKind::Secondary, place, Symbol::Folder);
    m_browse->setObjectName(QStringLiteral("folder.browse"));
    row->addWidget(m_folder, 1);
    row->addWidget(m_browse);
    place->setFocusProxy(m_folder);
    m_folderField = m_downloadForm->add(place, QStringLiteral("out"));
    m_folderField->setRequired(true);
    m_folderField->setValidator([this] {
        const QString folder = m_folder->text().trimmed();
        if (folder.isEmpty())
            return tr("Choose the folder to write to.");
        return QFileInfo(folder).isDir()
                   ? QString()
                   : tr("There is no such folder. Choose another one or make it first.");
    });
    connect(m_folder, &QLineEdit::textChanged, m_folderField, &FormField::noteEdited);
    connect(m_folder, &QLineEdit::editingFinished, m_folderField,
            [this] { (void)m_folderField->validate(); });
    connect(m_browse, &QPushButton::clicked, this, &DownloadPanel::chooseFolder);

    m_exists = new InlineMessage(this);
    m_exists->setObjectName(QStringLiteral("download.exists"));
    body()->addWidget(m_exists);
    connect(m_exists, &InlineMessage::actionTriggered, this, [this] { start(Overwrite::Yes); });

    m_result = new QWidget(this);
    m_result->setObjectName(QStringLiteral("download.result"));
    auto *result = new QVBoxLayout(m_result);
    result->setContentsMargins(0, 0, 0, 0);
    result->setSpacing(space::kL);
    m_resultText = new InlineMessage(m_result);
    m_resultText->setObjectName(QStringLiteral("download.done"));
    m_fileRows = new KeyValueGrid(m_result);
    m_fileRows->setObjectName(QStringLiteral("download.files"));
    m_open = makeButton(ButtonKind::Secondary, m_result, Symbol::Folder);
    m_open->setObjectName(QStringLiteral("download.openFolder"));
    m_deploy = makeButton(ButtonKind::Link, m_result);
    m_deploy->setObjectName(QStringLiteral("download.deploy"));
    result->addWidget(m_resultText);
    result->addWidget(m_fileRows);
    auto *links = new QHBoxLayout;
    links->setSpacing(space::kM);
    links->addWidget(m_open);
    links->addWidget(m_deploy);
    links->addStretch(1);
    result->addLayout(links);
    body()->addWidget(m_result);
    m_result->hide();
    connect(m_open, &QPushButton::clicked, this, &DownloadPanel::openFolder);
    connect(m_deploy, &QPushButton::clicked, this, [this] {
        GuideFiles files = GuideFiles::fromPaths(m_files);
        files.keyEncrypted = !m_clear->isChecked();
        emit guidesRequested(files);
    });

    connect(m_format, &QComboBox::currentIndexChanged, this, &DownloadPanel::applyFormat);
    connect(m_clear, &QCheckBox::toggled, this, &DownloadPanel::applyFormat);
    connect(m_downloadForm, &Form::edited, this,
            [this] { m_exists->setMessage(InlineMessage::Kind::Warning, {}); });
}

void DownloadPanel::fillFormats()
{
    QList<PackFormat> formats;
    if (m_subject.hasKey && !m_subject.revoked)
        formats = {PackFormat::CrtKey, PackFormat::Pfx,   PackFormat::P7b,
                   PackFormat::Der,    PackFormat::Pkcs8, PackFormat::Pem};
    else
        formats = {PackFormat::Pem, PackFormat::P7b, PackFormat::Der};
    for (const PackFormat format : formats)
        m_format->addItem(QString(), int(format));
}

void DownloadPanel::translateTexts()
{
    setTitle(tr("Download"));
    setSubtitle(visibleText(m_subject.name));
    const auto formatText = [](PackFormat format) {
        switch (format) {
        case PackFormat::CrtKey:
            return tr("PEM: certificate and key (.crt, .key)");
        case PackFormat::Pfx:
            return tr("PFX: certificate and key in one file (.pfx)");
        case PackFormat::P7b:
            return tr("P7B: certificates only (.p7b)");
        case PackFormat::Der:
            return tr("CER: the certificate alone, DER (.cer)");
        case PackFormat::Pkcs8:
            return tr("PKCS#8: the key alone, encrypted (.key)");
        case PackFormat::Pem:
            break;
        }
        return tr("PEM: certificates only (.pem)");
    };
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, formatText(PackFormat(m_format->itemData(i).toInt())));
    m_formatField->setLabel(tr("Format"));
    m_chain->setText(tr("Include the chain"));
    m_chain->setAccessibleName(m_chain->text());
    m_chainField->setHelp(tr("The certificates of the issuing CAs, as servers need them."));
    m_clear->setText(tr("Write the key without a password"));
    m_clear->setAccessibleName(m_clear->text());
    m_clearField->setHelp(tr("I agree: whoever can read the file can use the key."));
    m_passwordField->setLabel(tr("Password"));
    m_passwordField->setHelp(tr("8 characters or more. It is not stored."));
    m_repeatField->setLabel(tr("Repeat the password"));
    m_strengthField->setLabel(tr("Encryption"));
    m_strength->setItemText(0, tr("Current (AES-256, SHA-256)"));
    m_strength->setItemText(1, tr("Compatible (3DES, SHA-1)"));
    m_strengthField->setHelp(tr("Compatible is for old Windows, Java and macOS only."));
    m_folderField->setLabel(tr("Folder"));
    m_folder->setAccessibleName(tr("Folder"));
    m_browse->setText(tr("Choose…"));
    m_open->setText(tr("Open folder"));
    m_deploy->setText(tr("Deploy SSL certificates"));
    m_deploy->setToolTip(tr("How to install these files on servers and clients"));
    if (m_subject.revoked)
        m_note->setMessage(
            InlineMessage::Kind::Warning,
            tr("This certificate is revoked: it is offered without its private key."));
    else if (!m_subject.hasKey)
        m_note->setMessage(
            InlineMessage::Kind::Info,
            tr("Its private key is not in this store: only certificates can be downloaded."));
    if (m_files.isEmpty())
        setPrimary(tr("Confirm"));
    else
        showResult();
}

bool DownloadPanel::withKey() const
{
    return certificates::holdsKey(PackFormat(m_format->currentData().toInt()));
}

QString DownloadPanel::passwordProblem() const
{
    return characters(m_password->bytes()) < kLeastPassword ? tr("Use 8 characters or more.")
                                                            : QString();
}

void DownloadPanel::applyFormat()
{
    const auto format = PackFormat(m_format->currentData().toInt());
    const bool clear = format == PackFormat::CrtKey && m_clear->isChecked();
    m_chainField->setVisible(format != PackFormat::Der && format != PackFormat::Pkcs8);
    m_clearField->setVisible(format == PackFormat::CrtKey);
    m_passwordField->setVisible(withKey() && !clear);
    m_repeatField->setVisible(withKey() && !clear);
    m_strengthField->setVisible(format == PackFormat::Pfx);
}

void DownloadPanel::chooseFolder()
{
    askFolder(this, tr("Folder to download to"), m_folder->text(), [this](const QString &path) {
        m_folder->setText(QDir::toNativeSeparators(path));
        (void)m_folderField->validate();
    });
}

void DownloadPanel::start(Overwrite overwrite)
{
    certificates::PackOptions options;
    options.format = PackFormat(m_format->currentData().toInt());
    options.includeChain = m_chain->isChecked();
    options.clearKey = options.format == PackFormat::CrtKey && m_clear->isChecked();
    options.strength = crypto::ContainerStrength(m_strength->currentData().toInt());
    SecretBytes password;
    if (withKey() && !options.clearKey)
        password = m_password->bytes();
    m_exists->setMessage(InlineMessage::Kind::Warning, {});
    setBusy(tr("Writing…"));
    m_job = m_console.certificates().downloadJob(
        m_subject.id, options, std::move(password),
        QDir::fromNativeSeparators(m_folder->text().trimmed()), overwrite == Overwrite::Yes);
    m_job.onFinished([this](Outcome<QStringList> outcome) { finished(std::move(outcome)); });
}

void DownloadPanel::finished(Outcome<QStringList> outcome)
{
    whenEnded(
        std::move(outcome),
        [this](const QStringList &paths) {
            setBusy({});
            m_password->wipe();
            m_repeat->wipe();
            m_files = paths;
            rememberFolder(QDir::fromNativeSeparators(m_folder->text().trimmed()));
            m_downloadForm->hide();
            m_note->hide();
            setDirty(false);
            showResult();
            emit downloaded(paths);
        },
        [this](const Error &error) {
            if (error.code != ErrorCode::FileExists) {
                showError(error);
                return;
            }
            setBusy({});
            m_exists->setMessage(InlineMessage::Kind::Warning,
                                 tr("%1 is already there.")
                                     .arg(visibleText(QFileInfo(error.args.value(0)).fileName())));
            m_exists->setAction(tr("Replace"));
        },
        [this] { setBusy({}); });
}

void DownloadPanel::showResult()
{
    setPrimary({});
    m_resultText->setMessage(InlineMessage::Kind::Success,
                             tr("%n file(s) written.", nullptr, int(m_files.size())));
    m_fileRows->clear();
    for (int i = 0; i < m_files.size(); ++i) {
        const QFileInfo file(m_files.at(i));
        const QString ending = file.suffix().toLower();
        const QString what = ending == u"key"   ? tr("Private key")
                             : ending == u"pfx" ? tr("Certificate and key")
                             : ending == u"p7b" ? tr("Certificates")
                                                : tr("Certificate");
        m_fileRows->setRow(QStringLiteral("file%1").arg(i), what,
                           QDir::toNativeSeparators(m_files.at(i)), KeyValueGrid::Style::Text,
                           KeyValueGrid::Copy::Yes);
    }
    m_result->show();
}

void DownloadPanel::openFolder()
{
    if (!m_files.isEmpty())
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(QFileInfo(m_files.constFirst()).absolutePath()));
}

void DownloadPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

void openDownload(PageHost &host, Console &console, const DownloadSubject &subject)
{
    auto *panel = new DownloadPanel(console, subject, host.panelParent());
    QObject::connect(panel, &DownloadPanel::guidesRequested, panel,
                     [&host](const GuideFiles &files) { openGuides(host, files); });
    host.openPanel(panel);
}

} // namespace cas::ui
