// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/console/console.h"

#include <QDate>

namespace cas::ui {

constexpr int kOverviewWeeks = 26; // the current one and the next six months
constexpr int kRecentEvents = 8;

/// One CA whose revocation list a person has to publish.
struct DueCrl
{
    CaId ca;
    QString name;
    QDateTime nextUpdate; // null: there is no CRL yet
};

/// What the Overview shows, read in one go.
struct OverviewSnapshot
{
    QDateTime takenAt; // UTC
    certificates::OverviewCounts counts;
    QDate monday; // of the first week in counts.expiriesByWeek, local
    QList<privateca::Ca> cas;
    qint64 issued = 0; // certificates that CAs of this store issued to others than CAs
    QList<DueCrl> dueCrls; // soonest first
    BackupService::Status backups;
    QList<audit::AuditEvent> recent;
    QHash<QString, QString> names; // printed id -> name, for `recent`
};

/// @param console borrowed; must outlive the job
Job<OverviewSnapshot> overviewJob(Console &console);

/// Whether a CA's revocation list has to be published soon: 80 % of its life is over, or what
/// it issued names a place where no list was ever put.
/// @param crl what the current list says
bool crlDue(const privateca::Ca &ca, const privateca::CrlInfo &crl, const QDateTime &now);

/// The way to the first certificate. A step is done when its result is in the store.
struct FirstSteps
{
    bool root = false;
    bool subordinate = false;
    bool certificate = false;
    [[nodiscard]] bool allDone() const { return root && subordinate && certificate; }

    static FirstSteps of(const OverviewSnapshot &snapshot);
};

/// One line of "Needs a person today".
struct OverviewNeed
{
    enum class Kind { CertificateEnds, CrlEnds, CrlMissing, BackupFailed };
    Kind kind = Kind::CertificateEnds;
    QString name; // of certificate or CA, untrusted
    QDateTime until; // BackupFailed: since when; null: never made
    CertificateId certificate;
    CaId ca;
};
/// A backup that failed, then the soonest first.
QList<OverviewNeed> overviewNeeds(const OverviewSnapshot &snapshot);

} // namespace cas::ui
