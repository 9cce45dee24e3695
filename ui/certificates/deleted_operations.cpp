// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CertificateOperations that works on "Recently deleted".
#include "ui/certificates/certificate_operations.h"
#include "ui/kit/confirm_panel.h"
#include "ui/text/plain_text.h"

namespace cas::ui {

using certificates::BulkReport;
using certificates::CertificateRow;
using certificates::CertificateSelection;

void CertificateOperations::bulkRestore(const CertificateSelection &selection, qint64 count)
{
    auto job = certificates::bulkRestoreJob(
        m_console.certificates(), m_console.executors().io, selection,
        tr("Restoring %n certificate(s)", nullptr, int(std::max<qint64>(count, 1))));
    if (PageHost *host = m_host(); host && count != 1)
        host->showJob(job.context());
    m_jobs.add<BulkReport>(std::move(job), [this](auto outcome) {
        finishBulk(std::move(outcome), [this](const QList<CertificateId> &done) {
            if (PageHost *host = m_host())
                host->toast(tr("%n certificate(s) restored", nullptr, int(done.size())));
        });
    });
}

void CertificateOperations::askErase(const CertificateRow &row)
{
    PageHost *host = m_host();
    if (!host)
        return;
    ConfirmPanel::Question question;
    question.title = tr("Delete %1 for good?").arg(visibleText(row.name, 60));
    question.text = row.hasKey
                        ? tr("The certificate and its private key are erased; the key stays only "
                             "where another certificate uses it. This cannot be undone.")
                        : tr("The certificate is erased. This cannot be undone.");
    question.verb = tr("Delete for Good");
    // What has lain there for 30 days was thought over.
    if (row.deletedAt.addDays(certificates::kDeletedDays) > m_console.clock().now())
        question.typeToConfirm = row.name;
    auto *panel = new ConfirmPanel(question);
    connect(panel, &ConfirmPanel::confirmed, this, [this, id = row.id] {
        CertificateSelection selection;
        selection.ids.insert(id);
        erase(selection, 1);
    });
    host->openConfirm(panel);
}

void CertificateOperations::askBulkErase(const CertificateSelection &selection, qint64 count)
{
    PageHost *host = m_host();
    if (!host)
        return;
    ConfirmPanel::Question question;
    question.title = count < 0 ? tr("Delete all of them for good?")
                               : tr("Delete %n certificate(s) for good?", nullptr, int(count));
    question.text = tr("They are erased, with the private keys that no other certificate uses. "
                       "Those that a CA of this store issued stay. This cannot be undone.");
    question.verb = tr("Delete for Good");
    //: what a person types to confirm that many certificates are erased
    question.typeToConfirm = count < 0 ? tr("all") : QString::number(count);
    auto *panel = new ConfirmPanel(question);
    connect(panel, &ConfirmPanel::confirmed, this,
            [this, selection, count] { erase(selection, count); });
    host->openConfirm(panel);
}

void CertificateOperations::erase(const CertificateSelection &selection, qint64 count)
{
    auto job = certificates::bulkEraseJob(m_console.certificates(), m_console.executors().io,
                                          selection, tr("Deleting certificates for good"));
    if (PageHost *host = m_host(); host && count != 1)
        host->showJob(job.context());
    m_jobs.add<BulkReport>(std::move(job), [this](auto outcome) {
        finishBulk(std::move(outcome), [this](const QList<CertificateId> &done) {
            if (PageHost *host = m_host())
                host->toast(tr("%n certificate(s) deleted for good", nullptr, int(done.size())));
        });
    });
}

} // namespace cas::ui
