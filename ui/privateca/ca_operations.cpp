// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_operations.h"

#include "core/certificates/packer.h"
#include "core/console/console.h"
#include "ui/certificates/certificate_details_panel.h"
#include "ui/certificates/tags_panel.h"
#include "ui/download/download_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/path_dialog.h"
#include "ui/download/revoke_panel.h"
#include "ui/kit/error_text.h"
#include "ui/kit/page.h"
#include "ui/kit/text.h"
#include "ui/privateca/assign_panel.h"
#include "ui/privateca/bulk_request_panel.h"
#include "ui/privateca/buy_panel.h"
#include "ui/privateca/ca_details_panel.h"
#include "ui/privateca/create_root_panel.h"
#include "ui/privateca/create_sub_panel.h"
#include "ui/privateca/import_ca_panel.h"
#include "ui/privateca/purchase_panel.h"
#include "ui/privateca/request_panel.h"
#include "ui/privateca/revoke_ca_panel.h"

#include <QFileInfo>
#include <QUrl>

namespace cas::ui {

using privateca::Ca;

CaOperations::CaOperations(Console &console, Page &page)
    : QObject(&page)
    , m_console(console)
    , m_page(page)
{ }

CaOperations::~CaOperations() = default;

void CaOperations::setContext(const CaTree &tree, const StoreTraits &traits)
{
    m_tree = tree;
    m_traits = traits;
}

PageHost *CaOperations::host() const
{
    return m_page.host();
}

QWidget *CaOperations::panelParent() const
{
    return host() ? host()->panelParent() : nullptr;
}

void CaOperations::open(SidePanel *panel)
{
    if (host())
        host()->openPanel(panel);
    else
        panel->deleteLater();
}

template <class T>
void CaOperations::keep(Job<T> job, std::function<void(T)> ok)
{
    auto kept = std::make_shared<Job<T>>(std::move(job));
    m_jobs.push_back(kept);
    const auto at = std::prev(m_jobs.end());
    kept->onFinished([this, at, ok = std::move(ok)](Outcome<T> outcome) {
        m_jobs.erase(at);
        whenEnded(std::move(outcome), ok, [this](const Error &error) { report(error); });
    });
}

void CaOperations::report(const Error &error)
{
    // Nothing is typed here and no form is open: the sentence itself is all there is to say.
    if (host())
        host()->toast(errorSentence(error));
}

void CaOperations::createRoot()
{
    if (m_traits.metered())
        purchase({});
    else
        openRootForm({});
}

void CaOperations::purchase(const std::optional<Ca> &root)
{
    // A name that is free, so that nobody has to think of one before there is a subject.
    const auto taken = [this](const QString &name) {
        const auto all = m_tree.all();
        return std::any_of(all.begin(), all.end(), [&](const Ca &ca) { return ca.name == name; });
    };
    QString name;
    for (int number = 1; name.isEmpty() || taken(name); ++number)
        name = root ? QStringLiteral("%1 S%2").arg(root->name.left(58)).arg(number)
                    : tr("Root CA %1").arg(number);
    auto *panel = new PurchasePanel(m_console, name, root, panelParent());
    connect(panel, &PurchasePanel::purchased, this, [this](const Ca &ca) { emit made(ca.id); });
    connect(panel, &PurchasePanel::enableRequested, this, &CaOperations::enableBought);
    open(panel);
}

void CaOperations::openRootForm(const std::optional<Ca> &pending)
{
    auto *panel = new CreateRootPanel(m_console, m_traits, pending, panelParent());
    connect(panel, &CaFormPanel::created, this, [this](const Ca &ca) {
        emit made(ca.id);
        host()->toast(tr("%1 is enabled.").arg(visibleText(ca.name, 60)));
    });
    open(panel);
}

void CaOperations::openSubForm(CaId parentCa, const std::optional<Ca> &pending)
{
    auto *panel =
        new CreateSubPanel(m_console, m_tree.all(), parentCa, m_traits, pending, panelParent());
    connect(panel, &CaFormPanel::created, this, [this](const Ca &sub) {
        emit made(sub.id);
        host()->toast(tr("%1 is enabled.").arg(visibleText(sub.name, 60)));
    });
    open(panel);
}

void CaOperations::enableBought(CaId id)
{
    // Read anew: the purchase may be younger than the tree.
    keep<privateca::CaDetails>(m_console.cas().detailsJob(id),
                               [this](const privateca::CaDetails &now) {
                                   if (now.ca.type == privateca::CaType::Root)
                                       openRootForm(now.ca);
                                   else
                                       openSubForm(now.ca.parent, now.ca);
                               });
}

void CaOperations::editTags(const Ca &ca)
{
    auto *panel = new TagsPanel(m_console,
                                {ca.name, ca.tags,
                                 [this, id = ca.id, known = ca.tags](const QList<tags::Tag> &tags) {
                                     return m_console.cas().setTagsJob(id, tags, known);
                                 }},
                                panelParent());
    connect(panel, &TagsPanel::saved, this, [this, name = ca.name] {
        host()->toast(tr("Tags of %1 saved.").arg(visibleText(name, 60)));
    });
    open(panel);
}

void CaOperations::importCa(const QStringList &files)
{
    auto *panel = new ImportCaPanel(m_console, m_traits, panelParent());
    connect(panel, &ImportCaPanel::imported, this, [this](const Ca &ca, bool withoutList) {
        emit made(ca.id);
        const QString name = visibleText(ca.name, 60);
        host()->toast(
            withoutList
                ? tr("%1 is imported without a revocation list: it may not sign one.").arg(name)
                : tr("%1 is imported.").arg(name));
    });
    open(panel);
    if (!files.isEmpty())
        panel->offer(files);
}

void CaOperations::run(const CaRow &row, CaAction action)
{
    const Ca &ca = row.ca;
    switch (action) {
    case CaAction::Buy: {
        auto *panel = new BuyPanel(m_console, ca, m_traits, panelParent());
        connect(panel, &BuyPanel::bought, this, [this](const Ca &root) { sayCounts(root); });
        open(panel);
        break;
    }
    case CaAction::Assign: {
        const Ca *root = m_tree.find(row.root);
        if (root) {
            auto *panel =
                new AssignPanel(m_console, *root, m_tree.below(row.root), ca.id, panelParent());
            connect(panel, &AssignPanel::assigned, this, [this](const Ca &sub) { sayCounts(sub); });
            open(panel);
        }
        break;
    }
    case CaAction::RequestCertificate:
        requestCertificate(ca.id);
        break;
    case CaAction::BulkRequest:
        bulkRequest(ca.id);
        break;
    case CaAction::Details:
        details(ca.id);
        break;
    case CaAction::CertificateList:
        emit certificatesRequested(ca.id);
        break;
    case CaAction::CreateSub:
        if (m_traits.metered())
            purchase(ca);
        else
            openSubForm(ca.id, {});
        break;
    case CaAction::DownloadCertificate:
        // A CA's key never leaves by this way; only its certificate is offered.
        if (host())
            openDownload(*host(), m_console, {ca.certificate, ca.name, false, false});
        break;
    case CaAction::DownloadCrl:
        downloadCrl(ca.id);
        break;
    case CaAction::Tags:
        editTags(ca);
        break;
    case CaAction::Enable:
        if (ca.status == privateca::CaStatus::PendingEnable) {
            enableBought(ca.id);
            break;
        }
        changeState(ca, action);
        break;
    case CaAction::Disable:
        changeState(ca, action);
        break;
    case CaAction::Revoke: {
        auto *panel = new RevokeCaPanel(m_console, ca, panelParent());
        connect(panel, &RevokeCaPanel::revoked, this, [this](const privateca::RevokedCa &gone) {
            host()->toast(revokedText(gone.ca.name, gone.crl));
        });
        open(panel);
        break;
    }
    }
}

void CaOperations::sayCounts(const Ca &ca)
{
    if (host())
        host()->toast(tr("Rest count of %1: %2")
                          .arg(visibleText(ca.name, 60), groupedNumber(ca.restCount.value_or(0))));
}

void CaOperations::changeState(const Ca &ca, CaAction action)
{
    const bool enable = action == CaAction::Enable;
    const QString name = visibleText(ca.name, 60);
    undoable(
        enable ? m_console.cas().enableJob(ca.id) : m_console.cas().disableJob(ca.id),
        enable ? tr("%1 is enabled.").arg(name)
               : tr("%1 is disabled: it issues nothing, its revocation list goes on.").arg(name),
        [this, ca, enable] { changeState(ca, enable ? CaAction::Disable : CaAction::Enable); });
}

void CaOperations::undoable(Job<Ca> job, const QString &text, std::function<void()> undo)
{
    keep<Ca>(std::move(job), [this, text, undo = std::move(undo)](const Ca &) {
        if (host())
            host()->toast(text, undo);
    });
}

void CaOperations::requestCertificate(CaId id)
{
    const Ca *ca = m_tree.find(id);
    if (!ca)
        return;
    std::optional<Ca> root;
    const Ca *top = ca;
    while (const Ca *above = m_tree.find(top->parent))
        top = above;
    if (top != ca && top->type == privateca::CaType::Root)
        root = *top;
    auto *panel = new RequestPanel(m_console, *ca, root, panelParent());
    connect(panel, &RequestPanel::downloadRequested, this,
            [this](const DownloadSubject &subject) { openDownload(*host(), m_console, subject); });
    connect(panel, &RequestPanel::detailsRequested, this, &CaOperations::certificateDetails);
    open(panel);
}

void CaOperations::bulkRequest(CaId id)
{
    const Ca *ca = m_tree.find(id);
    if (!ca)
        return;
    auto *panel = new BulkRequestPanel(m_console, *ca, panelParent());
    connect(panel, &BulkRequestPanel::runRequested, this,
            [this, panel, id](const std::shared_ptr<const privateca::BatchPlan> &plan,
                              const std::shared_ptr<SecretBytes> &exportPassphrase) {
                panel->watch(startBatch(id, plan, std::move(*exportPassphrase)));
            });
    if (BatchRun *running = m_batches.value(id))
        panel->watch(running);
    open(panel);
}

BatchRun *CaOperations::startBatch(CaId ca, const std::shared_ptr<const privateca::BatchPlan> &plan,
                                   SecretBytes exportPassphrase)
{
    auto *run = new BatchRun(m_console.batches(), plan, std::move(exportPassphrase), this);
    m_batches.insert(ca, run);
    connect(run, &BatchRun::ended, this, [this, ca, run] { batchEnded(ca, run); });
    if (host()) {
        host()->showJob(run->context(), [this, ca] {
            if (!qobject_cast<BulkRequestPanel *>(host()->panel()))
                bulkRequest(ca);
        });
    }
    return run;
}

void CaOperations::batchEnded(CaId ca, BatchRun *run)
{
    m_batches.remove(ca);
    const auto *panel = host() ? qobject_cast<BulkRequestPanel *>(host()->panel()) : nullptr;
    if (panel && panel->shows(run)) { // it says more than a toast, and needs the numbers
        connect(panel, &QObject::destroyed, run, &QObject::deleteLater);
        return;
    }
    run->deleteLater();
    if (!host())
        return;
    const auto error = run->error();
    host()->toast(error ? errorSentence(*error)
                        : tr("Bulk Request: %1 issued, %2 refused.")
                              .arg(groupedNumber(run->numbers().issued),
                                   groupedNumber(run->numbers().refused)));
}

void CaOperations::details(CaId id)
{
    auto *panel = new CaDetailsPanel(m_console, id, panelParent());
    connect(panel, &CaDetailsPanel::crlDownloadRequested, this, &CaOperations::downloadCrl);
    connect(panel, &CaDetailsPanel::caRequested, this, &CaOperations::details);
    connect(panel, &CaDetailsPanel::bulkRequested, this, &CaOperations::bulkRequest);
    open(panel);
}

void CaOperations::publishCrl(CaId id)
{
    keep<privateca::CrlInfo>(
        m_console.crls().publishJob(id), [this](const privateca::CrlInfo &info) {
            if (host())
                host()->toast(
                    tr("Revocation list number %1 is signed.").arg(groupedNumber(info.number)));
        });
}

void CaOperations::downloadCrl(CaId id)
{
    const Ca *ca = m_tree.find(id);
    if (!ca)
        return;
    // As its address calls it, so that it can be put there as it is.
    QString suggested = QUrl(ca->crlUrl).fileName();
    if (suggested.isEmpty() || certificates::safeFileName(suggested) != suggested)
        suggested = certificates::safeFileName(ca->name) + QStringLiteral(".crl");
    askSaveFile(&m_page, tr("Save the revocation list"), suggested,
                tr("Revocation list, DER (*.crl);;Revocation list, PEM (*.pem)"),
                [this, id](const QString &path) {
                    using privateca::CrlService;
                    rememberFolder(QFileInfo(path).absolutePath());
                    const bool pem = path.endsWith(u".pem", Qt::CaseInsensitive);
                    keep<Unit>(m_console.crls().saveJob(id, path,
                                                        pem ? CrlService::Encoding::Pem
                                                            : CrlService::Encoding::Der,
                                                        true),
                               [this, path](Unit) {
                                   if (host())
                                       host()->toast(tr("Written to %1.").arg(visibleText(path)));
                               });
                });
}

void CaOperations::downloadCertificate(const certificates::CertificateRow &row)
{
    if (host())
        openDownload(
            *host(), m_console,
            {row.id, row.name, row.hasKey, row.status == certificates::CertificateStatus::Revoked});
}

void CaOperations::certificateDetails(CertificateId id)
{
    open(new CertificateDetailsPanel(m_console, id, host(), panelParent()));
}

void CaOperations::revokeCertificate(const certificates::CertificateRow &row)
{
    if (host())
        openRevoke(*host(), m_console, {row.id, row.name, row.commonName, row.serial, row.brand});
}

void CaOperations::deleteCertificate(const certificates::CertificateRow &row)
{
    keep<Unit>(m_console.certificates().removeJob({row.id}),
               [this, id = row.id, name = row.name](Unit) {
                   if (!host())
                       return;
                   host()->toast(tr("%1 is deleted.").arg(visibleText(name, 60)), [this, id] {
                       keep<Unit>(m_console.certificates().restoreJob({id}), [](Unit) {});
                   });
               });
}

} // namespace cas::ui
