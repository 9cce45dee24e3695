// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_details_panel.h"

#include "core/console/console.h"
#include "core/crypto/containers.h"
#include "ui/certificates/tags_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/buttons.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_cards.h"
#include "ui/privateca/ca_table.h"
#include "ui/privateca/ca_text.h"
#include "ui/privateca/publication_fields.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace cas::ui {

using privateca::Ca;
using Style = KeyValueGrid::Style;
using Copy = KeyValueGrid::Copy;

CaDetailsPanel::CaDetailsPanel(Console &console, CaId id, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_id(id)
{
    setObjectName(QStringLiteral("caDetailsPanel"));
    setPanelWidth(Width::Wide);
    build();
    translateTexts();
    connect(this, &SidePanel::submitted, this, &CaDetailsPanel::save);
    connect(&m_console.store(), &store::Store::changed, this, [this] {
        if (!dirty()) // what is typed must not be overwritten
            fetch();
    });
    fetch();
}

CaDetailsPanel::~CaDetailsPanel() = default;

void CaDetailsPanel::build()
{
    const auto section = [this](const char *name) {
        auto *label = makeLabel(TextStyle::BodyStrong, Tone::Text, this);
        label->setObjectName(QString::fromLatin1(name));
        body()->addSpacing(space::kS);
        body()->addWidget(label);
        return label;
    };
    auto *top = new QHBoxLayout;
    m_status = new StatusChip(this);
    m_status->setObjectName(QStringLiteral("ca.status"));
    top->addWidget(m_status);
    top->addStretch(1);
    m_bulk = makeButton(ButtonKind::Secondary, this);
    m_bulk->setObjectName(QStringLiteral("ca.bulkRequest"));
    m_bulk->hide();
    top->addWidget(m_bulk);
    connect(m_bulk, &QPushButton::clicked, this, [this] { emit bulkRequested(m_id); });
    body()->addLayout(top);
    m_facts = new KeyValueGrid(this);
    m_facts->setObjectName(QStringLiteral("ca.facts"));
    body()->addWidget(m_facts);

    m_chainTitle = section("title.chain");
    m_chain = new ChainTree(this);
    m_chain->setObjectName(QStringLiteral("ca.chain"));
    body()->addWidget(m_chain);
    connect(m_chain, &ChainTree::nodeActivated, this, [this](int index) {
        const auto &chain = m_now->details.chain;
        const CaId chosen = chain.at(chain.size() - 1 - index).id;
        if (chosen != m_id)
            emit caRequested(chosen);
    });

    m_crlTitle = section("title.crl");
    m_crl = new KeyValueGrid(this);
    m_crl->setObjectName(QStringLiteral("ca.crl"));
    m_crlStatus = new StatusChip(m_crl);
    m_crlStatus->setObjectName(QStringLiteral("ca.crlStatus"));
    body()->addWidget(m_crl);
    auto *links = new QHBoxLayout;
    links->setSpacing(space::kS);
    m_publish = makeButton(ButtonKind::Secondary, this, Symbol::Refresh);
    m_publish->setObjectName(QStringLiteral("ca.publish"));
    m_download = makeButton(ButtonKind::Secondary, this, Symbol::Download);
    m_download->setObjectName(QStringLiteral("ca.downloadCrl"));
    links->addWidget(m_publish);
    links->addWidget(m_download);
    links->addStretch(1);
    body()->addLayout(links);
    connect(m_publish, &QPushButton::clicked, this, &CaDetailsPanel::publish);
    connect(m_download, &QPushButton::clicked, this, [this] { emit crlDownloadRequested(m_id); });

    m_publicationTitle = section("title.publication");
    auto *form = addForm();
    m_publication = new PublicationFields(form, PublicationFields::Fold::None);
    connect(form, &Form::edited, this, [this] {
        setFooterText({});
        showSave();
    });

    m_pemTitle = section("title.pem");
    m_pem = new CodeBlock(this);
    m_pem->setObjectName(QStringLiteral("ca.pem"));
    m_pem->setMaximumLines(8);
    m_pem->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    body()->addWidget(m_pem);
    m_historyTitle = section("title.history");
    m_history = new KeyValueGrid(this);
    m_history->setObjectName(QStringLiteral("ca.history"));
    m_history->setLabelWidth(190);
    body()->addWidget(m_history);
}

void CaDetailsPanel::translateTexts()
{
    setTitle(m_now ? visibleText(m_now->details.ca.name, 60) : tr("Details"));
    m_chainTitle->setText(tr("Chain"));
    m_chain->setAccessibleName(tr("Chain"));
    m_crlTitle->setText(tr("Revocation list"));
    m_publicationTitle->setText(tr("Publication"));
    m_publication->translateTexts();
    m_pemTitle->setText(tr("Certificate (PEM)"));
    m_historyTitle->setText(tr("History"));
    m_publish->setText(tr("Publish now"));
    m_bulk->setText(tr("Bulk Request"));
    m_download->setText(tr("Download"));
    setCancelText(tr("Close"));
    showSave();
    if (!m_now)
        return;
    showFacts();
    showCrl();
    showChain();
    QTimer::singleShot(0, this,
                       &CaDetailsPanel::showBelow); // in a turn of the event loop of its own
}

void CaDetailsPanel::showBelow()
{
    if (m_now->certificate)
        m_pem->setText(QString::fromLatin1(
            crypto::toPem(m_now->certificate->certificate.der(), "CERTIFICATE")));
    showHistory();
}

void CaDetailsPanel::showSave()
{
    setPrimary(dirty() ? tr("Save") : QString());
}

void CaDetailsPanel::fetch()
{
    const auto read = [&console = m_console, id = m_id](JobContext &) -> Result<Everything> {
        Everything everything;
        CAS_TRY(everything.details, console.cas().details(id));
        if (everything.details.ca.certificate) {
            CAS_TRY(everything.certificate,
                    console.certificates().details(everything.details.ca.certificate));
        }
        audit::AuditFilter filter;
        filter.objectId = id.toString();
        CAS_TRY(auto history, console.audit().page(filter, {kHistoryRows, {}, 0}));
        everything.history = std::move(history.items);
        return everything;
    };
    m_fetch = m_console.executors().io.start<Everything>({}, read);
    m_fetch.onFinished([this](Outcome<Everything> outcome) {
        whenEnded(
            std::move(outcome), [this](const Everything &everything) { arrived(everything); },
            [this](const Error &error) { showErrorText(errorSentence(error)); });
    });
}

void CaDetailsPanel::arrived(const Everything &everything)
{
    m_now = everything;
    const Ca &ca = m_now->details.ca;
    if (!dirty()) {
        m_publication->set({ca.crlEnabled, ca.crlDays, ca.crlUrl, ca.issuerUrl, ca.ocspUrl});
        form()->setClean();
    }
    // Nothing to publish any more, or not yet.
    const bool over = ca.status == privateca::CaStatus::Revoked
                      || ca.status == privateca::CaStatus::Expired
                      || ca.status == privateca::CaStatus::PendingEnable;
    const bool readOnly = m_console.store().info().readOnly;
    form()->setEnabled(!over && !readOnly);
    const bool refused =
        !CaTable::refusal(CaAction::BulkRequest, {&m_console.access(), readOnly, {}}).isEmpty();
    m_bulk->setVisible(ca.type == privateca::CaType::Subordinate
                       && caMayIssue(ca, m_console.clock().now()) && !refused);
    m_publish->setVisible(ca.crlEnabled && ca.certificate && !over && !readOnly);
    m_download->setVisible(ca.crlEnabled && ca.certificate);
    translateTexts();
}

void CaDetailsPanel::showFacts()
{
    const Ca &ca = m_now->details.ca;
    const QDateTime now = m_console.clock().now();
    setSubtitle(CaText::summary(ca));
    m_status->setStatus(CaText::statusKind(ca.status), CaText::status(ca.status));
    m_facts->setRow(QStringLiteral("id"), tr("Identifier"), ca.id.toString(), Style::Mono,
                    Copy::Yes);
    m_facts->setRow(QStringLiteral("subject"), tr("Subject"), ca.subject, Style::Text, Copy::Yes);
    if (m_now->certificate) {
        const auto &certificate = m_now->certificate->certificate;
        m_facts->setRow(QStringLiteral("issuer"), tr("Issuer"), certificate.issuer().toString());
        m_facts->setRow(QStringLiteral("from"), tr("Valid from"),
                        isoDateTime(certificate.notBefore()));
        m_facts->setRow(QStringLiteral("to"), tr("Valid to"),
                        dateWithDistance(certificate.notAfter(), now));
        m_facts->setRow(
            QStringLiteral("algorithm"), tr("Key"),
            tr("%1, signed with %2")
                .arg(CaText::algorithm(ca.keyAlgorithm), certificate.signatureAlgorithmLabel()));
        m_facts->setRow(QStringLiteral("path"), tr("Path length"),
                        certificate.pathLength() ? QString::number(*certificate.pathLength())
                                                 : tr("not limited"));
        if (certificate.nameConstraints())
            showConstraints(*certificate.nameConstraints());
        m_facts->setRow(QStringLiteral("serial"), tr("Serial number"),
                        crypto::serialText(certificate.serial()), Style::Hex, Copy::Yes);
        m_facts->setRow(QStringLiteral("sha256"), tr("SHA-256 fingerprint"),
                        QString::fromLatin1(certificate.sha256().toHex().toUpper()), Style::Hex,
                        Copy::Yes);
        m_facts->setRow(QStringLiteral("sha1"), tr("SHA-1 fingerprint"),
                        QString::fromLatin1(certificate.sha1().toHex().toUpper()), Style::Hex,
                        Copy::Yes);
    }
    m_facts->setRow(QStringLiteral("counts"), tr("Issued / Rest count"), CaText::counts(ca));
    m_facts->setRow(QStringLiteral("tags"), tr("Tags"),
                    tagTexts(ca.tags).join(QStringLiteral(", ")));
    if (ca.serviceEnd.isValid())
        m_facts->setRow(QStringLiteral("service"), tr("Service ends"),
                        dateWithDistance(ca.serviceEnd, now));
}

void CaDetailsPanel::showConstraints(const crypto::NameConstraints &constraints)
{
    const auto row = [this](const char *id, const QString &label, QStringList values,
                            const QList<crypto::DistinguishedName> &names = {}) {
        for (const auto &name : names)
            values.append(name.toString());
        if (!values.isEmpty())
            m_facts->setRow(QString::fromLatin1(id), label, values.join(QStringLiteral("; ")));
    };
    row("permitted", tr("Permitted DNS names"), constraints.permittedDns);
    row("permitted.ip", tr("Permitted IP addresses"), constraints.permittedIp);
    row("permitted.email", tr("Permitted e-mail"), constraints.permittedEmail);
    row("permitted.uri", tr("Permitted URIs"), constraints.permittedUri);
    row("permitted.directory", tr("Permitted subjects"), {}, constraints.permittedDirectory);
    row("permitted.other", tr("Permitted, other"), constraints.permittedOther);
    row("excluded", tr("Excluded DNS names"), constraints.excludedDns);
    row("excluded.ip", tr("Excluded IP addresses"), constraints.excludedIp);
    row("excluded.email", tr("Excluded e-mail"), constraints.excludedEmail);
    row("excluded.uri", tr("Excluded URIs"), constraints.excludedUri);
    row("excluded.directory", tr("Excluded subjects"), {}, constraints.excludedDirectory);
    row("excluded.other", tr("Excluded, other"), constraints.excludedOther);
}

void CaDetailsPanel::showCrl()
{
    const Ca &ca = m_now->details.ca;
    const auto &crl = m_now->details.crl;
    const CrlState state = crlState(ca, crl, m_console.clock().now());
    m_crlStatus->setStatus(state.kind, state.text);
    m_crl->setWidgetRow(QStringLiteral("status"), tr("Status"), m_crlStatus);
    if (crl.number > 0) {
        m_crl->setRow(QStringLiteral("number"), tr("Number"), groupedNumber(crl.number));
        m_crl->setRow(QStringLiteral("entries"), tr("Entries"), groupedNumber(crl.entries));
        m_crl->setRow(QStringLiteral("this"), tr("This update"), isoDateTime(crl.thisUpdate));
        m_crl->setRow(QStringLiteral("next"), tr("Next update"),
                      dateWithDistance(crl.nextUpdate, m_console.clock().now()));
    }
}

void CaDetailsPanel::showChain()
{
    QList<ChainTree::Node> nodes;
    const auto &chain = m_now->details.chain;
    for (auto at = chain.crbegin(); at != chain.crend(); ++at)
        nodes.append({at->name, CaText::summary(*at), CaText::statusKind(at->status),
                      CaText::status(at->status)});
    m_chain->setNodes(nodes);
}

void CaDetailsPanel::showHistory()
{
    m_history->clear();
    int row = 0;
    for (const audit::AuditEvent &event : m_now->history) {
        const QString result = event.ok ? tr("done") : tr("refused: %1").arg(event.errorCode);
        m_history->setRow(
            QStringLiteral("event%1").arg(row++), isoDateTime(event.at),
            QStringLiteral("%1 · %2 · %3").arg(event.eventName, event.operatorName, result));
    }
    m_historyTitle->setVisible(row > 0);
    m_history->setVisible(row > 0);
}

void CaDetailsPanel::save()
{
    setBusy(tr("Saving…"));
    m_save = m_console.cas().setPublicationJob(m_id, m_publication->publication());
    m_save.onFinished([this](Outcome<Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const Ca &ca) {
                setBusy({});
                setDirty(false);
                setFooterText(tr("Saved."));
                emit saved(ca);
                fetch();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void CaDetailsPanel::publish()
{
    m_publish->setEnabled(false);
    m_publishing = m_console.crls().publishJob(m_id);
    m_publishing.onFinished([this](Outcome<privateca::CrlInfo> outcome) {
        m_publish->setEnabled(true);
        whenEnded(
            std::move(outcome),
            [this](const privateca::CrlInfo &info) {
                setFooterText(
                    tr("Revocation list number %1 is signed.").arg(groupedNumber(info.number)));
                fetch();
            },
            [this](const Error &error) { showErrorText(errorSentence(error)); });
    });
}

void CaDetailsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
