// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/request_panel.h"

#include "core/console/console.h"
#include "core/crypto/certificate_request.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_text.h"
#include "ui/privateca/file_input.h"
#include "ui/privateca/form_parts.h"
#include "ui/privateca/issued_card.h"
#include "ui/privateca/san_editor.h"
#include "ui/privateca/san_list.h"
#include "ui/privateca/subject_fields.h"

#include <algorithm>
#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>

namespace cas::ui {

using privateca::LeafType;
using privateca::Validity;

namespace {

constexpr int kMostDays = 36'525; // 100 years
constexpr int kUsualAssignment = 10;
constexpr int kMostAssigned = 100'000'000; // the service's own bound
constexpr int kMostAccount = 64; // characters of a login account

} // namespace

RequestPanel::RequestPanel(Console &console, const privateca::Ca &ca,
                           const std::optional<privateca::Ca> &root, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_ca(ca)
    , m_root(root)
    , m_result(new IssuedCard(this))
{
    setObjectName(QStringLiteral("requestPanel"));
    addForm();
    buildIdentity();
    buildKey();
    buildSubject();
    buildAssign();
    body()->addWidget(m_result);
    m_result->hide();
    connect(m_result, &IssuedCard::downloadRequested, this, &RequestPanel::downloadRequested);
    connect(m_result, &IssuedCard::detailsRequested, this, &RequestPanel::detailsRequested);
    connect(m_result, &IssuedCard::anotherRequested, this, &RequestPanel::startAnother);
    connect(this, &SidePanel::submitted, this, &RequestPanel::start);
    translateTexts();
    applyChoices();
    form()->setClean();
}

RequestPanel::~RequestPanel() = default;

void RequestPanel::buildIdentity()
{
    m_type = new QComboBox;
    m_type->addItem(QString(), int(LeafType::Server));
    m_type->addItem(QString(), int(LeafType::Client));
    m_typeField = form()->add(m_type, QStringLiteral("type"));
    m_typeField->setRequired(true);
    m_commonName = new QLineEdit;
    m_commonNameField = form()->add(m_commonName, QStringLiteral("cn"));
    m_commonNameField->setRequired(true);
    m_commonNameField->setValidator([this] { return commonNameProblem(); });

    m_validity = new QWidget;
    auto *row = new QHBoxLayout(m_validity);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::kS);
    m_amount = new QSpinBox(m_validity);
    m_amount->setObjectName(QStringLiteral("days.amount"));
    m_amount->setRange(1, kMostDays);
    m_unit = new QComboBox(m_validity);
    m_unit->setObjectName(QStringLiteral("days.unit"));
    for (const auto unit : {Validity::Unit::Days, Validity::Unit::Months, Validity::Unit::Years})
        m_unit->addItem(QString(), int(unit));
    // A year, or the whole days that are left of the CA where that is less.
    const qint64 left = m_console.clock().now().secsTo(m_ca.notAfter) / 86'400;
    if (left > 366) {
        m_amount->setValue(1);
        m_unit->setCurrentIndex(2);
    } else {
        m_amount->setValue(int(qMax<qint64>(1, left)));
    }
    row->addWidget(m_amount, 1);
    row->addWidget(m_unit, 1);
    m_validity->setFocusProxy(m_amount);
    m_validityField = form()->add(m_validity, QStringLiteral("days"));
    m_validityField->setRequired(true);
    m_validityField->setValidator([this] { return validityProblem(); });
    const auto edited = [this] {
        m_validityField->noteEdited();
        (void)m_validityField->validate();
    };
    connect(m_amount, &QSpinBox::valueChanged, m_validityField, edited);
    connect(m_unit, &QComboBox::activated, m_validityField, edited);

    m_sans = new SanEditor;
    m_sansField = form()->add(m_sans, QStringLiteral("san"));
    // Asked at every key once there was an error, so it must not take half a name; start() takes.
    m_sansField->setValidator([this] { return m_sans->typedProblem(); });
    connect(m_sans, &SanEditor::changed, m_sansField, [this] {
        m_sansField->noteEdited();
        m_sansField->setError(m_sans->problem());
    });
    connect(m_commonName, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_sans->setCommonName(server() ? text : QString()); });
    connect(m_type, &QComboBox::currentIndexChanged, this, &RequestPanel::applyChoices);
}

void RequestPanel::buildKey()
{
    m_container = new QComboBox;
    m_container->addItem(QString(), ConsoleManaged);
    m_container->addItem(QString(), OwnRequest);
    m_containerField = form()->add(m_container, QStringLiteral("key_container"));
    m_containerField->setRequired(true);
    m_request = new FileInput(m_console.executors());
    m_requestField = form()->add(m_request, QStringLiteral("csr"));
    m_requestField->setRequired(true);
    m_requestField->setValidator([this]() -> QString {
        if (!m_request->problem().isEmpty())
            return m_request->problem();
        if (m_request->isEmpty())
            return tr("Choose the request, drop it here or paste its text.");
        const auto read = crypto::CertificateRequest::read(m_request->content());
        if (!read)
            return errorSentence(read.error());
        // Taking the first ten would lose the others unseen.
        if (read->subjectAltNames().size() > SanList::kMost)
            return errorSentence(
                fail(ErrorCode::TooManySans, {}, {QString::number(SanList::kMost)}));
        return {};
    });
    m_requestNote = new InlineMessage;
    m_requestNote->setObjectName(QStringLiteral("csr.note"));
    form()->addWidget(m_requestNote);
    m_algorithm = makeAlgorithmCombo(algorithmsUnder(m_ca.keyAlgorithm));
    m_algorithmField = form()->add(m_algorithm, QStringLiteral("key"));
    m_account = new QLineEdit;
    m_accountField = form()->add(m_account, QStringLiteral("login_account"));
    m_accountField->setValidator([this] {
        return m_account->text().trimmed().size() > kMostAccount ? errorSentence(
                   fail(ErrorCode::InputTooLong, {}, {QString::number(kMostAccount)}))
                                                                 : QString();
    });
    m_urls = new QCheckBox;
    m_urls->setChecked(true);
    m_urlsField = form()->add(m_urls, QStringLiteral("include_urls"));
    m_urlsField->setVisible((m_ca.crlEnabled && !m_ca.crlUrl.isEmpty()) || !m_ca.issuerUrl.isEmpty()
                            || !m_ca.ocspUrl.isEmpty());
    connect(m_container, &QComboBox::currentIndexChanged, this, &RequestPanel::applyChoices);
    connect(m_request, &FileInput::changed, this, &RequestPanel::requestChanged);
}

void RequestPanel::buildSubject()
{
    m_fold = addFold(form(), QStringLiteral("subject.fold"));
    m_subject = new SubjectFields(form(), SubjectFields::Parts::WithoutCommonName);
    if (const auto own = crypto::DistinguishedName::parse(m_ca.subject))
        m_subject->setDefaults(*own);
    connect(m_fold, &QPushButton::clicked, this, [this] { setSubjectOpen(!m_subjectOpen); });
    setSubjectOpen(false);
}

void RequestPanel::buildAssign()
{
    m_assign = new QSpinBox;
    const qint64 left = m_root && m_root->restCount ? *m_root->restCount : kUsualAssignment;
    m_assign->setRange(1, kMostAssigned);
    m_assign->setValue(int(std::clamp<qint64>(left, 1, kUsualAssignment)));
    m_assignField = form()->add(m_assign, QStringLiteral("count"));
    showAssign();
}

void RequestPanel::showAssign()
{
    m_assignField->setVisible(m_ca.restCount && *m_ca.restCount <= 0 && mayAssign());
}

bool RequestPanel::mayAssign() const
{
    return m_root && m_console.access().require(QStringLiteral("AssignCertificateCount"));
}

void RequestPanel::offerToAssign()
{
    if (mayAssign())
        m_assignField->setVisible(true);
    if (!m_assignField->isHidden())
        reveal(m_assign);
}

void RequestPanel::showRest()
{
    if (m_ca.restCount && !m_done)
        setFooterText(tr("Rest count: %1").arg(groupedNumber(*m_ca.restCount)));
}

void RequestPanel::setSubjectOpen(bool open)
{
    m_subjectOpen = open;
    m_subject->setVisible(open);
    showFold();
}

void RequestPanel::showFold()
{
    m_fold->setText(m_subjectOpen ? tr("Hide organization and place")
                                  : tr("Organization and place…"));
    m_fold->setToolTip(tr("What stays empty is taken from the CA."));
    m_fold->setAccessibleName(m_fold->text());
}

void RequestPanel::translateTexts()
{
    setTitle(tr("Request Certificate"));
    setSubtitle(tr("Issued by %1 at once").arg(visibleText(m_ca.name, 60)));
    m_typeField->setLabel(tr("Certificate Type"));
    m_type->setItemText(0, tr("Server Certificate"));
    m_type->setItemText(1, tr("Client Certificate"));
    m_commonNameField->setLabel(tr("Common Name"));
    m_validityField->setLabel(tr("Validity Period"));
    m_amount->setAccessibleName(tr("Validity Period, number"));
    m_unit->setAccessibleName(tr("Validity Period, unit"));
    m_unit->setItemText(0, tr("Days"));
    m_unit->setItemText(1, tr("Months"));
    m_unit->setItemText(2, tr("Years", "unit after a number"));
    m_validityField->setHelp(tr("The CA ends on %1.").arg(isoDate(m_ca.notAfter)));
    m_sansField->setLabel(tr("Subject Alternative Name (SAN)"));
    m_sansField->setHelp(tr("Domain names, IP addresses, e-mail addresses or URIs; up to 10."));
    m_containerField->setLabel(tr("Key Container"));
    m_container->setItemText(0, tr("Console Managed"));
    m_container->setItemText(1, tr("Use a CSR"));
    m_requestField->setLabel(tr("Certificate request (CSR)"));
    m_request->setDialog(tr("Choose request file…"), tr("Certificate request"),
                         tr("Requests (*.csr *.req *.p10 *.pem);;All files (*)"));
    m_request->setPlaceholder(QStringLiteral("-----BEGIN CERTIFICATE REQUEST-----"));
    m_algorithmField->setLabel(tr("Key Algorithm"));
    m_accountField->setLabel(tr("Account ID / Login Account"));
    m_accountField->setHelp(tr("Optional; written into the subject as UID."));
    m_urls->setText(tr("Include CRL and issuer addresses"));
    m_urls->setAccessibleName(m_urls->text());
    m_urlsField->setHelp(visibleText(!m_ca.crlUrl.isEmpty() && m_ca.crlEnabled ? m_ca.crlUrl
                                     : !m_ca.issuerUrl.isEmpty()               ? m_ca.issuerUrl
                                                                               : m_ca.ocspUrl));
    m_subject->translateTexts();
    showFold();
    m_assignField->setLabel(tr("Assign to this CA"));
    if (m_root)
        m_assignField->setHelp(tr("Certificates that %1 assigns to it before this one is issued.")
                                   .arg(visibleText(m_root->name, 60)));
    showRest();
    setPrimary(m_done ? QString() : tr("Submit"));
    applyChoices();
}

bool RequestPanel::server() const
{
    return m_type->currentData().toInt() == int(LeafType::Server);
}

void RequestPanel::applyChoices()
{
    const bool own = m_container->currentData().toInt() == OwnRequest;
    m_requestField->setVisible(own);
    m_requestNote->setVisible(own && !m_requestNote->message().isEmpty());
    m_algorithmField->setVisible(!own);
    m_containerField->setHelp(own ? tr("The key stays where the request was made.")
                                  : tr("The key is made here and sealed in this store."));
    m_commonNameField->setHelp(server() ? tr("A domain name or an IP address.")
                                        : tr("A person, company or application."));
    m_commonName->setPlaceholderText(server() ? QStringLiteral("www.example.com") : QString());
    m_sans->setCommonName(server() ? m_commonName->text() : QString());
    if (!m_commonNameField->error().isEmpty())
        (void)m_commonNameField->validate();
}

void RequestPanel::requestChanged()
{
    m_requestField->noteEdited();
    m_requestNote->setMessage(InlineMessage::Kind::Info, {});
    if (m_request->isEmpty() && m_request->problem().isEmpty())
        return;
    if (!m_requestField->validate())
        return;
    const auto read = crypto::CertificateRequest::read(m_request->content());
    if (!read)
        return;
    if (!read->subject().commonName().isEmpty()) {
        m_commonName->setText(read->subject().commonName());
        if (!m_commonNameField->error().isEmpty())
            (void)m_commonNameField->validate(); // it may have been missed when it was empty
    }
    m_sans->setNames(read->subjectAltNames());
    m_requestNote->setMessage(
        InlineMessage::Kind::Info,
        tr("%1 key. Common name and names were taken from the request; change them as needed.")
            .arg(read->publicKey().label()));
}

QString RequestPanel::commonNameProblem() const
{
    const QString name = m_commonName->text().trimmed();
    if (name.isEmpty())
        return {};
    if (name.size() > 64)
        return errorSentence(fail(ErrorCode::CommonNameInvalid));
    if (server()) {
        // As the service reads it: an address, else a domain name.
        if (!crypto::SubjectAltName::create(crypto::SanType::Ip, name)
            && !crypto::SubjectAltName::create(crypto::SanType::Dns, name))
            return tr("A server's common name is a domain name or an IP address.");
        return {};
    }
    const auto checked = crypto::DistinguishedName::create({{QStringLiteral("CN"), name}});
    return checked ? QString() : errorSentence(checked.error());
}

Validity RequestPanel::validity() const
{
    return {m_amount->value(), Validity::Unit(m_unit->currentData().toInt())};
}

QString RequestPanel::validityProblem() const
{
    const Validity wanted = validity();
    const QDateTime now = m_console.clock().now();
    const QDateTime end = wanted.unit == Validity::Unit::Days     ? now.addDays(wanted.amount)
                          : wanted.unit == Validity::Unit::Months ? now.addMonths(wanted.amount)
                                                                  : now.addYears(wanted.amount);
    // The service begins five minutes earlier; at the very end it is the judge.
    if (!end.isValid() || end.addSecs(-600) > m_ca.notAfter)
        return errorSentence(fail(ErrorCode::ValidityPastIssuer, {}, {isoDate(m_ca.notAfter)}));
    return {};
}

void RequestPanel::start()
{
    (void)m_sans->takeTyped(); // the form has found it good
    if (m_assignField->isHidden())
        issue();
    else
        assignThenIssue();
}

void RequestPanel::assignThenIssue()
{
    setBusy(tr("Assigning…"));
    const qint64 wanted = m_ca.restCount.value_or(0) + m_assign->value();
    m_assigning = m_console.cas().assignQuotaJob(m_root->id, m_ca.id, wanted);
    m_assigning.onFinished([this](Outcome<privateca::Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::Ca &ca) {
                m_ca.restCount = ca.restCount;
                m_assignField->setVisible(false);
                showRest();
                issue();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void RequestPanel::issue()
{
    privateca::IssueCommand command;
    command.ca = m_ca.id;
    command.type = LeafType(m_type->currentData().toInt());
    command.commonName = m_commonName->text().trimmed();
    command.subjectAltNames = m_sans->list().names();
    command.validity = validity();
    command.algorithm = algorithmOf(m_algorithm);
    if (m_container->currentData().toInt() == OwnRequest)
        command.request = m_request->content();
    command.loginAccount = m_account->text();
    command.includeUrls = m_urls->isChecked();
    // Folded away again, what was typed there still counts: it was checked when it was typed.
    command.subjectExtras = m_subject->typed();
    setBusy(tr("Issuing…"));
    m_job = m_console.issuing().issueJob(command);
    m_job.onFinished([this](Outcome<privateca::IssuedCertificate> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::IssuedCertificate &made) { showResult(made); },
            [this](const Error &error) { failed(error); }, [this] { setBusy({}); });
    });
}

void RequestPanel::failed(const Error &error)
{
    if (error.code == ErrorCode::QuotaExhausted)
        offerToAssign(); // on the spot: nothing that was typed is lost (operations.md §3.4)
    const Error placed = m_subject->placed(error);
    if (m_subject->has(placed.field))
        setSubjectOpen(true);
    showError(placed);
}

void RequestPanel::showResult(const privateca::IssuedCertificate &made)
{
    setBusy({});
    endForm();
    m_done = true;
    m_ca.restCount = made.restCount;
    setPrimary({});
    setFooterText({});
    const bool hasKey = m_container->currentData().toInt() == ConsoleManaged;
    m_result->setIssued(made, hasKey, m_console.clock().now());
    m_result->show();
    if (auto *scroll = findChild<QScrollArea *>(QStringLiteral("panel.scroll")))
        scroll->verticalScrollBar()->setValue(0);
    m_result->setFocus();
    emit issued(made.id);
}

void RequestPanel::startAnother()
{
    // What tells one certificate from the next goes; what a series shares stays.
    m_commonName->clear();
    m_sans->setNames({});
    m_request->clear();
    m_account->clear();
    m_done = false;
    showAssign();
    m_result->hide();
    form()->show();
    form()->setClean();
    setPrimary(tr("Submit"));
    showRest();
    reveal(m_commonName);
}

void RequestPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
