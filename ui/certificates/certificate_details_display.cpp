// SPDX-License-Identifier: GPL-3.0-or-later
// How a certificate's details are put into words; what they react to is in
// certificate_details_panel.cpp.
#include "ui/certificates/certificate_actions.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/certificates/certificate_query.h"
#include "ui/certificates/remaining_bar.h"
#include "ui/certificates/tags_panel.h"
#include "ui/download/revocation_reasons.h"
#include "ui/kit/chain_tree.h"
#include "ui/kit/code_block.h"
#include "ui/kit/labels.h"
#include "ui/kit/status_chip.h"
#include "ui/kit/tag_chips.h"
#include "ui/logs/event_text.h"
#include "ui/text/plain_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace cas::ui {

using certificates::CertificateRow;
using certificates::CertificateStatus;

void CertificateDetailsPanel::display()
{
    const CertificateRow &row = m_dossier->details.row;
    setTitle(visibleText(row.name, 80));
    setSubtitle(row.id.toString());
    setPrimary(tr("Download"));
    m_back->setVisible(!m_trail.isEmpty());
    m_revoke->setVisible(canRevoke(row));
    m_revoke->setEnabled(!m_console.store().info().readOnly);
    m_revoke->setToolTip(m_revoke->isEnabled()
                             ? QString()
                             : plainToolTip(tr("This store is open for reading only.")));
    showState();
    showSubject();
    showFacts();
    showChain();
    m_content->show();
    // Two turns of the event loop: all at once the window would not answer for 60 ms on a slow
    // machine.
    QTimer::singleShot(0, this, &CertificateDetailsPanel::displayBelow);
}

void CertificateDetailsPanel::displayBelow()
{
    if (!m_dossier)
        return;
    showPrints();
    showTags();
    m_extensions->setText(extensionsText(m_dossier->details.certificate));
    m_pem->setText(pemText(m_dossier->details.certificate));
    m_pem->setMaximumLines(8);
    showHistory();
    m_below->show();
    emit shown();
}

void CertificateDetailsPanel::showState()
{
    const CertificateRow &row = m_dossier->details.row;
    const QDateTime now = m_console.clock().now();
    const StatusKind kind = certificateStatusKind(row.status);
    m_chip->setStatus(kind, certificateStatusText(row.status));
    switch (row.status) {
    case CertificateStatus::Issued:
    case CertificateStatus::AboutToExpire:
        m_life->setText(now < row.notBefore
                            ? tr("Begins %1.").arg(dateWithDistance(row.notBefore, now))
                            : tr("Ends %1.").arg(dateWithDistance(row.notAfter, now)));
        break;
    case CertificateStatus::Expired:
        m_life->setText(tr("Ended %1.").arg(dateWithDistance(row.notAfter, now)));
        break;
    case CertificateStatus::Revoked: {
        const auto reason = crypto::parseRevocationReason(m_dossier->revocationReason);
        m_life->setText(reason ? tr("Revoked %1: %2.")
                                     .arg(dateWithDistance(row.revokedAt, now),
                                          RevocationReasons::text(*reason))
                               : tr("Revoked %1.").arg(dateWithDistance(row.revokedAt, now)));
        break;
    }
    }
    const bool living =
        row.status == CertificateStatus::Issued || row.status == CertificateStatus::AboutToExpire;
    m_bar->setVisible(living);
    static_cast<RemainingBar *>(m_bar)->setRemaining(remainingFraction(row, now), kind);
}

void CertificateDetailsPanel::showSubject()
{
    const crypto::Certificate &certificate = m_dossier->details.certificate;
    for (const QString &id : std::exchange(m_subjectIds, {}))
        m_subject->removeRow(id);
    m_subject->clear();
    const auto add = [this](const QString &id, const QString &label, const QString &value) {
        m_subject->setRow(id, label, value, KeyValueGrid::Style::Text, KeyValueGrid::Copy::Yes);
        m_subjectIds.append(id);
    };
    for (const DossierLine &line : subjectLines(certificate.subject()))
        add(line.id, line.label, line.value);
    add(QStringLiteral("sans"), tr("Alternative names"), namesText(certificate));
}

void CertificateDetailsPanel::showFacts()
{
    using Style = KeyValueGrid::Style;
    using Copy = KeyValueGrid::Copy;
    const CertificateRow &row = m_dossier->details.row;
    const crypto::Certificate &certificate = m_dossier->details.certificate;
    m_facts->setRow(QStringLiteral("issuer"), tr("Issuer"), certificate.issuer().toString(),
                    Style::Text, Copy::Yes);
    m_facts->setRow(QStringLiteral("type"), tr("Type"), certificateTypeText(row.type));
    m_facts->setRow(QStringLiteral("source"), tr("Source"), certificateSourceText(row.source));
    m_facts->setRow(QStringLiteral("valid_from"), tr("Valid from"),
                    isoDateTime(certificate.notBefore()));
    m_facts->setRow(QStringLiteral("valid_to"), tr("Valid to"),
                    isoDateTime(certificate.notAfter()));
    m_facts->setRow(QStringLiteral("key"), tr("Key"), keyText(certificate));
    m_facts->setRow(QStringLiteral("key_held"), tr("Private key"),
                    row.hasKey ? tr("In this store, sealed") : tr("Not in this store"));
    m_facts->setRow(QStringLiteral("signature"), tr("Signature algorithm"),
                    certificate.signatureAlgorithmLabel());
    m_facts->setRow(QStringLiteral("serial"), tr("Serial number"),
                    crypto::serialText(certificate.serial()), Style::Hex, Copy::Yes);
    m_facts->setRow(QStringLiteral("added"), tr("In this store since"), isoDateTime(row.createdAt));
}

void CertificateDetailsPanel::showPrints()
{
    using Style = KeyValueGrid::Style;
    using Copy = KeyValueGrid::Copy;
    const crypto::Certificate &certificate = m_dossier->details.certificate;
    m_prints->setRow(QStringLiteral("sha256"), tr("SHA-256"),
                     QString::fromLatin1(certificate.sha256().toHex()).toUpper(), Style::Hex,
                     Copy::Yes);
    m_prints->setRow(QStringLiteral("sha1"), tr("SHA-1"),
                     QString::fromLatin1(certificate.sha1().toHex()).toUpper(), Style::Hex,
                     Copy::Yes);
    if (!certificate.subjectKeyIdentifier().isEmpty())
        m_prints->setRow(QStringLiteral("ski"), tr("Key identifier"),
                         QString::fromLatin1(certificate.subjectKeyIdentifier().toHex()).toUpper(),
                         Style::Hex, Copy::Yes);
    else
        m_prints->removeRow(QStringLiteral("ski"));
}

void CertificateDetailsPanel::showChain()
{
    const auto &chain = m_dossier->details.chain;
    QList<ChainTree::Node> nodes;
    if (!m_dossier->missingIssuer.isEmpty())
        nodes.append(
            {m_dossier->missingIssuer, tr("Not in this store"), StatusKind::Neutral, {}, true});
    for (qsizetype i = chain.size() - 1; i >= 0; --i) {
        const auto &link = chain.at(i);
        QString note;
        if (i == 0)
            note = tr("This certificate");
        else if (i == chain.size() - 1 && m_dossier->missingIssuer.isEmpty())
            note = tr("Root");
        else
            note = tr("Issuer");
        nodes.append({link.name, note, certificateStatusKind(link.status),
                      certificateStatusText(link.status), false});
    }
    m_chain->setNodes(nodes);
}

void CertificateDetailsPanel::showTags()
{
    if (!m_tagWriting.running) { // else what is shown is newer than what was read
        m_tagWriting.seen = m_dossier->details.row.tags;
        const QStringList tags = tagTexts(m_tagWriting.seen);
        if (m_tags->tags() != tags && !m_tagWriting.unfit)
            m_tags->setTags(tags);
    }
    m_tags->setEnabled(!m_console.store().info().readOnly);
    if (m_offer.valid())
        return;
    m_offer = m_console.certificates().filterChoicesJob();
    m_offer.onFinished([this](auto outcome) {
        using Offer = Done<certificates::FilterChoices>;
        if (const auto *offer = std::get_if<Offer>(&outcome))
            m_tags->setSuggestions(offer->value.tags);
    });
}

void CertificateDetailsPanel::showHistory()
{
    while (QLayoutItem *item = m_historyGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QHash<QString, QString> names{{m_id.toString(), m_dossier->details.row.name}};
    int line = 0;
    for (const audit::AuditEvent &event : std::as_const(m_dossier->history)) {
        auto *time = makeLabel(TextStyle::Small, Tone::Second, m_historyRows);
        time->setText(isoDateTime(event.at).left(16)); // date, hours and minutes
        time->setToolTip(plainToolTip(isoDateTime(event.at)));
        auto *text =
            makeLabel(TextStyle::Body, event.ok ? Tone::Text : Tone::Bad, m_historyRows, Wrap::Yes);
        text->setText(eventSentence(event, names));
        text->setObjectName(QStringLiteral("history.%1").arg(line));
        m_historyGrid->addWidget(time, line, 0, Qt::AlignTop);
        m_historyGrid->addWidget(text, line, 1);
        ++line;
    }
    if (line == 0) {
        auto *none = makeLabel(TextStyle::Body, Tone::Second, m_historyRows);
        none->setText(tr("The operation log names this certificate nowhere."));
        m_historyGrid->addWidget(none, 0, 0, 1, 2);
    }
    m_allHistory->setText(
        tr("Show all %n event(s) in Operation Logs", nullptr, int(m_dossier->historyCount)));
    m_allHistory->setVisible(m_dossier->historyCount > m_dossier->history.size());
}

} // namespace cas::ui
