// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

namespace cas::ui {

/// Everything the details of one certificate show, read in one go.
struct CertificateDossier
{
    certificates::CertificateDetails details;
    QString revocationReason; // id of the standard, empty where not revoked or not known
    QList<audit::AuditEvent> history; // newest first, at most kHistoryRows
    qint64 historyCount = 0;
    QString missingIssuer; // who signed the uppermost certificate held; empty: it signed itself
};

constexpr int kHistoryRows = 10;

/// @param console borrowed; must outlive the job
/// @errors those of CertificateService::details
Job<CertificateDossier> dossierJob(Console &console, CertificateId id);

/// One attribute of a name or one fact, label and value; the value is untrusted.
struct DossierLine
{
    QString id; // stable: "subject.CN.0"
    QString label;
    QString value;
};
/// The subject, attribute by attribute, in the certificate's order, with readable labels.
QList<DossierLine> subjectLines(const crypto::DistinguishedName &subject);
/// Alternative names in the certificate's order, ", " between.
QString namesText(const crypto::Certificate &certificate);
/// "ECC P-256", "RSA 1024 (weak)"; what cannot be read says so.
QString keyText(const crypto::Certificate &certificate);
/// Extensions in file order: a head line "Key Usage (critical)", its text indented below.
QString extensionsText(const crypto::Certificate &certificate);
QString pemText(const crypto::Certificate &certificate);

} // namespace cas::ui
