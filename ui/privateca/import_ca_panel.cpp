// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/import_ca_panel.h"

#include "core/console/console.h"
#include "core/crypto/containers.h"
#include "core/privateca/ca_rules.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/passphrase_field.h"
#include "ui/kit/text.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/form_parts.h"
#include "ui/privateca/publication_fields.h"

#include <QEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cas::ui {

ImportCaPanel::ImportCaPanel(Console &console, const StoreTraits &traits, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_baseUrl(traits.baseUrl)
    , m_leftOut(new InlineMessage(this))
    , m_certificate(new FileInput(console.executors()))
    , m_key(new FileInput(console.executors()))
    , m_passphrase(new PassphraseField)
    , m_name(new QLineEdit)
{
    setObjectName(QStringLiteral("importCaPanel"));
    auto *form = addForm();
    body()->insertWidget(0, m_leftOut);
    m_leftOut->setObjectName(QStringLiteral("importCa.leftOut"));
    m_leftOut->setClosable(true);
    m_certificateField = form->add(m_certificate, QStringLiteral("certificate"));
    m_certificateField->setRequired(true);
    m_keyField = form->add(m_key, QStringLiteral("key"));
    m_keyField->setRequired(true);
    m_passphraseField = form->add(m_passphrase, QStringLiteral("key_passphrase"));
    m_passphraseField->setVisible(false);
    m_nameField = form->add(m_name, QStringLiteral("name"));
    m_nameField->setValidator([this] { return nameProblem(m_name->text()); });
    m_publication =
        new PublicationFields(form, traits.baseUrl.isEmpty() ? PublicationFields::Fold::Closed
                                                             : PublicationFields::Fold::Open);
    privateca::Publication publication;
    publication.crlDays = traits.crlDays;
    m_publication->set(publication);
    const auto filled = [](const FileInput *input) {
        return !input->problem().isEmpty() ? input->problem()
               : input->isEmpty()          ? tr("Choose the file, drop it here or paste its text.")
                                           : QString();
    };
    m_certificateField->setValidator([=, this] { return filled(m_certificate); });
    m_keyField->setValidator([=, this] { return filled(m_key); });
    connect(m_certificate, &FileInput::changed, m_certificateField, &FormField::noteEdited);
    connect(m_key, &FileInput::changed, m_keyField, &FormField::noteEdited);
    connect(m_key, &FileInput::changed, this, &ImportCaPanel::filesChanged);
    connect(m_certificate, &FileInput::changed, this, &ImportCaPanel::filesChanged);
    connect(m_certificate, &FileInput::changed, this, &ImportCaPanel::suggestAddresses);
    connect(m_name, &QLineEdit::textChanged, this, &ImportCaPanel::suggestAddresses);
    connect(this, &SidePanel::submitted, this, &ImportCaPanel::start);
    translateTexts();
    form->setClean();
}

ImportCaPanel::~ImportCaPanel()
{
    m_key->wipe();
}

void ImportCaPanel::offer(const QStringList &paths)
{
    m_sorting = m_console.executors().io.start<CaFiles>(
        {}, [paths](JobContext &) -> Result<CaFiles> { return sortCaFiles(paths); });
    m_sorting.onFinished([this](Outcome<CaFiles> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const CaFiles &files) {
                if (!files.certificate.isEmpty())
                    m_certificate->take(files.certificate);
                if (!files.key.isEmpty())
                    m_key->take(files.key);
                m_others = files.others;
                nameLeftOut();
            },
            [this](const Error &error) { showError(error); });
    });
}

void ImportCaPanel::nameLeftOut()
{
    if (m_others.isEmpty()) {
        m_leftOut->setMessage(InlineMessage::Kind::Warning, {});
        return;
    }
    const QString first = visibleText(QFileInfo(m_others.constFirst()).fileName(), 60);
    const int more = int(m_others.size()) - 1;
    const QString who =
        more == 0 ? tr("%1 found no place here.").arg(first)
                  : tr("%1 and %n other file(s) found no place here.", nullptr, more).arg(first);
    m_leftOut->setMessage(
        InlineMessage::Kind::Warning,
        tr("%1 A CA comes as one certificate and its key, or as one PFX.").arg(who));
}

void ImportCaPanel::filesChanged()
{
    const bool container = crypto::looksLikePkcs12(m_certificate->content());
    m_keyField->setVisible(!container);
    const QByteArray content = container ? QByteArray() : m_key->content();
    const bool encrypted = container || content.contains("ENCRYPTED");
    // DER gives no hint; there the service asks for the passphrase when it is needed.
    const bool text = content.contains("-----BEGIN");
    if (encrypted || (text && !m_passphraseField->isHidden()) || content.isEmpty())
        m_passphraseField->setVisible(encrypted);
    m_passphraseField->setLabel(container ? tr("Passphrase of the file")
                                          : tr("Passphrase of the key"));
    if (!container && !m_key->problem().isEmpty())
        (void)m_keyField->validate();
}

void ImportCaPanel::suggestAddresses()
{
    if (m_baseUrl.isEmpty())
        return;
    QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        const auto files = crypto::readCertificates(m_certificate->content());
        const auto first = files && !files->isEmpty()
                               ? crypto::Certificate::fromDer(files->constFirst())
                               : Result<crypto::Certificate>(fail(ErrorCode::InputMissing));
        if (first)
            name = first->subject().commonName();
    }
    const auto urls = privateca::rules::urlsBelow(m_baseUrl, name);
    m_publication->suggest(urls.crl, urls.issuer);
}

void ImportCaPanel::translateTexts()
{
    nameLeftOut();
    setTitle(tr("Import CA"));
    setSubtitle(tr("A CA made elsewhere, with its private key"));
    m_certificateField->setLabel(tr("CA certificate"));
    m_certificateField->setHelp(
        tr("PEM, DER or P7B; the certificates of its issuers may follow. Or PFX, with the key."));
    m_certificate->setDialog(
        tr("Choose certificate file…"), tr("CA certificate"),
        tr("Certificates (*.pem *.crt *.cer *.der *.p7b *.p7c *.pfx *.p12);;All files (*)"));
    m_certificate->setPlaceholder(QStringLiteral("-----BEGIN CERTIFICATE-----"));
    m_keyField->setLabel(tr("Private key"));
    m_keyField->setHelp(tr("PEM or DER, PKCS#8 or traditional. It is sealed in this store."));
    m_key->setDialog(tr("Choose key file…"), tr("Private key"),
                     tr("Keys (*.key *.pem *.der *.p8);;All files (*)"));
    m_key->setPlaceholder(QStringLiteral("-----BEGIN PRIVATE KEY-----"));
    filesChanged(); // names the passphrase
    m_nameField->setLabel(tr("Name in this console"));
    m_nameField->setHelp(tr("Optional; the common name is used where it is empty."));
    m_publication->translateTexts();
    setPrimary(tr("Import"));
}

void ImportCaPanel::start()
{
    privateca::ImportCaCommand command;
    command.name = m_name->text();
    command.certificateFile = m_certificate->content();
    if (!m_keyField->isHidden())
        command.keyFile = m_key->content();
    command.keyPassphrase = m_passphrase->bytes();
    command.publication = m_publication->publication();
    const bool list = command.publication.crlEnabled;
    setBusy(tr("Checking certificate and key…"));
    m_job = m_console.cas().importJob(std::move(command));
    m_job.onFinished([this, list](Outcome<privateca::Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this, list](const privateca::Ca &ca) {
                setBusy({});
                m_passphrase->wipe();
                m_key->wipe();
                setDirty(false);
                emit imported(ca, list && !ca.crlEnabled);
                done();
            },
            [this](const Error &error) { failed(error); }, [this] { setBusy({}); });
    });
}

void ImportCaPanel::forgetSecrets()
{
    m_key->wipe();
}

void ImportCaPanel::failed(const Error &error)
{
    if (error.field == u"key_passphrase")
        m_passphraseField->setVisible(true);
    m_publication->reveal(error.field);
    showError(error);
}

void ImportCaPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
