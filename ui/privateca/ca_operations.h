// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/certificates/certificate_row.h"
#include "core/privateca/ca_service.h"
#include "ui/privateca/batch_run.h"
#include "ui/privateca/ca_actions.h"
#include "ui/privateca/store_traits.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <list>

class QWidget;

namespace cas {
class Console;
}

namespace cas::ui {

class Page;
class PageHost;
class SidePanel;

/// What happens when an action of the Private CA page is used: opens the panel, or runs the job and
/// says so in a toast.
/// @thread main
class CaOperations : public QObject
{
    Q_OBJECT
public:
    /// @param console, page borrowed; must outlive the object
    CaOperations(Console &console, Page &page);
    ~CaOperations() override;

    /// What is known of the store now.
    void setContext(const CaTree &tree, const StoreTraits &traits);

    /// Purchase and Enable: the form, or in a metered store the purchase first.
    void createRoot();
    /// Import CA. @param files paths that were offered with it
    void importCa(const QStringList &files = {});
    /// @param row as the table shows it
    void run(const CaRow &row, CaAction action);
    void requestCertificate(CaId id);
    /// Bulk Request: a new one, or the one that runs.
    void bulkRequest(CaId id);
    void details(CaId id);
    void publishCrl(CaId id);
    void downloadCrl(CaId id);

    void downloadCertificate(const certificates::CertificateRow &row);
    void certificateDetails(CertificateId id);
    void revokeCertificate(const certificates::CertificateRow &row);
    void deleteCertificate(const certificates::CertificateRow &row);

signals:
    void certificatesRequested(cas::CaId ca);
    /// A CA was made or imported: select it.
    void made(cas::CaId ca);

private:
    [[nodiscard]] PageHost *host() const;
    [[nodiscard]] QWidget *panelParent() const;
    void open(SidePanel *panel);
    void purchase(const std::optional<privateca::Ca> &root);
    void sayCounts(const privateca::Ca &ca);
    void openRootForm(const std::optional<privateca::Ca> &pending);
    void openSubForm(CaId parentCa, const std::optional<privateca::Ca> &pending);
    void enableBought(CaId id);
    void editTags(const privateca::Ca &ca);
    void changeState(const privateca::Ca &ca, CaAction action);
    void undoable(Job<privateca::Ca> job, const QString &text, std::function<void()> undo);
    void report(const Error &error);
    BatchRun *startBatch(CaId ca, const std::shared_ptr<const privateca::BatchPlan> &plan,
                         SecretBytes exportPassphrase);
    void batchEnded(CaId ca, BatchRun *run);
    /// Keeps a job until it ends.
    template <class T>
    void keep(Job<T> job, std::function<void(T)> ok);

    Console &m_console;
    Page &m_page;
    CaTree m_tree;
    StoreTraits m_traits;
    std::list<std::shared_ptr<void>> m_jobs; // running ones
    QHash<CaId, BatchRun *> m_batches; // running ones, children
};

} // namespace cas::ui
