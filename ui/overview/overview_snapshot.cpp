// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/overview_snapshot.h"
#include "ui/logs/event_names.h"

#include <algorithm>

namespace cas::ui {

using privateca::Ca;
using privateca::CaStatus;
using privateca::CaType;

namespace {

/// A CA whose certificate is in force, also while it issues nothing: its list goes on.
bool inForce(const Ca &ca)
{
    return ca.certificate && (ca.status == CaStatus::Enabled || ca.status == CaStatus::Disabled);
}

Result<QList<DueCrl>> dueCrls(Console &console, const QList<Ca> &cas, const QDateTime &now,
                              JobContext &job)
{
    QList<DueCrl> due;
    for (const Ca &ca : cas) {
        if (job.cancelRequested())
            break;
        if (!inForce(ca) || !ca.crlEnabled || !ca.key)
            continue;
        CAS_TRY(const auto details, console.cas().details(ca.id));
        if (crlDue(ca, details.crl, now))
            due.append({ca.id, ca.name, details.crl.nextUpdate});
    }
    std::stable_sort(due.begin(), due.end(), [](const DueCrl &a, const DueCrl &b) {
        return a.nextUpdate < b.nextUpdate; // a null time is before every other
    });
    return due;
}

} // namespace

bool crlDue(const Ca &ca, const privateca::CrlInfo &crl, const QDateTime &now)
{
    if (crl.number == 0)
        return ca.issuedCount > 0 && !ca.crlUrl.isEmpty();
    const qint64 life = crl.thisUpdate.secsTo(crl.nextUpdate);
    return now >= crl.thisUpdate.addSecs(life * 8 / 10);
}

Job<OverviewSnapshot> overviewJob(Console &console)
{
    return console.executors().io.start<OverviewSnapshot>(
        {}, [&console](JobContext &job) -> Result<OverviewSnapshot> {
            OverviewSnapshot snapshot;
            snapshot.takenAt = console.clock().now();
            const QDate today = snapshot.takenAt.toLocalTime().date();
            snapshot.monday = today.addDays(1 - today.dayOfWeek());
            CAS_TRY(snapshot.counts, console.certificates().overview(
                                         kOverviewWeeks, snapshot.monday.startOfDay().toUTC()));
            CAS_TRY(snapshot.cas, console.cas().all());
            certificates::CertificateFilter issued;
            issued.source = QStringLiteral("ISSUED");
            CAS_TRY(snapshot.issued, console.certificates().count(issued, {}));
            CAS_TRY(snapshot.dueCrls, dueCrls(console, snapshot.cas, snapshot.takenAt, job));
            CAS_TRY(snapshot.backups, console.backups().status());
            CAS_TRY(auto page, console.audit().page({}, {kRecentEvents, {}, 0}));
            snapshot.recent = std::move(page.items);
            snapshot.names = eventNames(console, snapshot.recent);
            return snapshot;
        });
}

FirstSteps FirstSteps::of(const OverviewSnapshot &snapshot)
{
    FirstSteps steps;
    for (const Ca &ca : snapshot.cas) {
        if (!ca.certificate)
            continue; // bought, but not enabled yet
        if (ca.type == CaType::Root)
            steps.root = true;
        else
            steps.subordinate = true;
    }
    steps.certificate = snapshot.issued > 0;
    // A subordinate CA that came from elsewhere stands for its root, too.
    steps.root = steps.root || steps.subordinate;
    return steps;
}

QList<OverviewNeed> overviewNeeds(const OverviewSnapshot &snapshot)
{
    QList<OverviewNeed> needs;
    for (const certificates::CertificateRow &row : snapshot.counts.endingNext)
        needs.append({OverviewNeed::Kind::CertificateEnds, row.name, row.notAfter, row.id, {}});
    for (const DueCrl &crl : snapshot.dueCrls) {
        OverviewNeed need;
        need.kind =
            crl.nextUpdate.isValid() ? OverviewNeed::Kind::CrlEnds : OverviewNeed::Kind::CrlMissing;
        need.name = crl.name;
        need.until = crl.nextUpdate;
        need.ca = crl.ca;
        needs.append(need);
    }
    std::stable_sort(needs.begin(), needs.end(), [](const OverviewNeed &a, const OverviewNeed &b) {
        return a.until < b.until; // a null time is before every other
    });
    if (snapshot.backups.needsPerson) {
        OverviewNeed need;
        need.kind = OverviewNeed::Kind::BackupFailed;
        if (snapshot.backups.state.failure)
            need.until = snapshot.backups.state.failure->at;
        needs.prepend(need); // never among those that no longer fit
    }
    return needs;
}

} // namespace cas::ui
