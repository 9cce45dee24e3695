// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/bulk.h"
#include "core/console/console.h"
#include "ui/certificates/running_jobs.h"
#include "ui/kit/page.h"

#include <QObject>

namespace cas::ui {

/// What can be done with certificates, for every list and panel that shows them: opens the panels,
/// runs the jobs, tells of success in a toast (with Undo where there is a way back) and of failure
/// through failed().
/// @thread main
class CertificateOperations : public QObject
{
    Q_OBJECT
public:
    /// @param console borrowed; must outlive this object
    /// @param host    asked for the window when something is opened; may answer null
    CertificateOperations(Console &console, std::function<PageHost *()> host,
                          QObject *parent = nullptr);

    /// @param actionId one of certificate_action
    void run(const QString &actionId, const certificates::CertificateRow &row);
    /// The same for many: download, tags, delete, restore, erase.
    /// @param count how many are selected, for titles; negative: not known
    void runBulk(const QString &actionId, const certificates::CertificateSelection &selection,
                 qint64 count);
    void openDetails(CertificateId id);
    /// Asks for a file and writes the list into it: CSV or JSON, by the file's name.
    void exportList(const certificates::CertificateSelection &selection);

signals:
    /// Something did not work. @param sentence whole sentences, plain text @param details for
    /// copying
    void failed(const QString &sentence, const QString &details);
    /// Something worked: an older message of failed() is over.
    void succeeded();
    /// A bulk action has ended without a failure: the selection is done with.
    void bulkDone();

private:
    void writeList(const certificates::CertificateSelection &selection, const QString &path);
    void remove(const certificates::CertificateRow &row);
    void restore(const QList<CertificateId> &ids);
    void bulkRestore(const certificates::CertificateSelection &selection, qint64 count);
    void askErase(const certificates::CertificateRow &row);
    void askBulkErase(const certificates::CertificateSelection &selection, qint64 count);
    void erase(const certificates::CertificateSelection &selection, qint64 count);
    void bulkRemove(const certificates::CertificateSelection &selection);
    void finishBulk(Outcome<certificates::BulkReport> outcome,
                    const std::function<void(const QList<CertificateId> &)> &done);
    void fail(const Error &error);

    Console &m_console;
    std::function<PageHost *()> m_host;
    RunningJobs m_jobs;
};

} // namespace cas::ui
