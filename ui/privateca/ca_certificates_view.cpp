// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_certificates_view.h"

#include "core/console/console.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/buttons.h"
#include "ui/kit/data_table.h"
#include "ui/kit/error_text.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/list_state.h"
#include "ui/kit/page_header.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_operations.h"
#include "ui/privateca/ca_text.h"
#include "ui/privateca/certificate_columns.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace cas::ui {

using certificates::CertificatePage;
using certificates::CertificateRow;
using certificates::CertificateStatus;

CaCertificatesView::CaCertificatesView(Console &console, CaOperations &operations, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_operations(operations)
    , m_back(makeButton(ButtonKind::Link, this, Symbol::ChevronLeft))
    , m_header(new PageHeader(this))
    , m_request(makeButton(ButtonKind::Primary, m_header))
    , m_filters(new FilterBar(this))
    , m_table(new DataTable(this))
{
    setObjectName(QStringLiteral("ca-certificates"));
    setFocusPolicy(Qt::NoFocus);
    m_back->setObjectName(QStringLiteral("back"));
    m_request->setObjectName(QStringLiteral("requestCertificate"));
    m_filters->setObjectName(QStringLiteral("certificateFilters"));
    m_table->setObjectName(QStringLiteral("certificateTable"));
    m_header->addAction(m_request);
    buildTable();
    offerFilters();
    m_filters->addTrailing(m_table->makeColumnsButton(m_filters));
    setFocusProxy(m_table);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kM);
    auto *top = new QHBoxLayout;
    top->addWidget(m_back);
    top->addStretch(1);
    column->addLayout(top);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_table, 1);

    connect(m_back, &QPushButton::clicked, this, &CaCertificatesView::backRequested);
    connect(m_request, &QPushButton::clicked, this,
            [this] { m_operations.requestCertificate(m_ca.id); });
    connect(m_filters, &FilterBar::changed, this, [this] {
        query();
        emit stateChanged();
    });
    connect(m_table, &DataTable::stateChanged, this, &CaCertificatesView::stateChanged);
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { trigger(row, QStringLiteral("details")); });
    connect(m_table, &DataTable::rowActionTriggered, this,
            [this](int row, qint64, const QString &actionId) { trigger(row, actionId); });
    connect(m_table, &DataTable::emptyActionTriggered, this,
            [this] { m_operations.requestCertificate(m_ca.id); });
}

void CaCertificatesView::buildTable()
{
    m_model = new WindowedModel<CertificateRow>(CertificateColumns::columns(), m_table);
    m_model->setKey([](const CertificateRow &row) { return row.id.value(); });
    m_model->setCell([this](const CertificateRow &row, int column) {
        return CertificateColumns::cell(row, column, m_console.clock().now());
    });
    m_model->setFetch([this](const auto &request, auto done) -> FetchHandle {
        certificates::CertificateFilter wanted = filter();
        if (const auto sort = CertificateColumns::sort(request.sortColumn)) {
            wanted.sort = *sort;
            wanted.order = request.sortOrder;
        }
        store::PageRequest page;
        page.limit = request.count;
        page.after = request.offset > 0 ? m_cursors.value(request.offset) : QString();
        page.offset = page.after.isEmpty() ? request.offset : 0;
        auto job = std::make_shared<Job<CertificatePage>>(
            m_console.certificates().pageJob(wanted, m_ca.certificate, page));
        job->onFinished([this, done, offset = request.offset](Outcome<CertificatePage> outcome) {
            whenEnded(
                std::move(outcome),
                [&](const CertificatePage &got) {
                    if (!got.next.isEmpty())
                        m_cursors.insert(offset + got.items.size(), got.next);
                    done(got.items);
                },
                [&](const Error &error) { done(error); });
        });
        return job;
    });
    m_model->setCount([this](auto done) -> FetchHandle {
        auto job = std::make_shared<Job<qint64>>(
            m_console.certificates().countJob(filter(), m_ca.certificate));
        job->onFinished([done](Outcome<qint64> outcome) {
            whenEnded(
                std::move(outcome), [&](qint64 total) { done(total); },
                [&](const Error &error) { done(error); });
        });
        return job;
    });
    m_table->setModel(m_model);
    m_table->setRowActions([this](int row) { return actions(row); });
}

void CaCertificatesView::showCa(const privateca::Ca &ca)
{
    if (m_ca.id != ca.id) {
        const QSignalBlocker block(m_filters);
        m_filters->setSearchText({}); // meant a certificate of the other one
    }
    m_ca = ca;
    updateHead();
    query();
}

void CaCertificatesView::casChanged(const CaTree &tree)
{
    if (const privateca::Ca *now = tree.find(m_ca.id)) {
        m_ca = *now;
        updateHead();
    }
}

void CaCertificatesView::translateTexts()
{
    m_back->setText(tr("Private CA"));
    m_back->setAccessibleName(tr("Back to Private CA"));
    m_request->setText(tr("Request Certificate"));
    m_filters->setSearchPlaceholder(tr("Name, domain, serial, fingerprint"));
    offerFilters();
    m_model->setColumns(CertificateColumns::columns());
    m_table->setTableName(tr("Certificates of the CA"));
    m_table->setCountText(
        [](qint64 total) { return tr("%n certificate(s)", nullptr, int(total)); });
    updateHead();
}

void CaCertificatesView::offerFilters()
{
    QList<FilterChoice> states;
    for (const auto status : {CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                              CertificateStatus::Expired, CertificateStatus::Revoked})
        states.append({certificates::statusName(status), certificateStatusText(status)});
    m_filters->setFilter(QStringLiteral("status"), tr("Status"), states);
    QList<FilterChoice> types;
    for (const auto *type : {"server", "client", "ca"})
        types.append({QString::fromLatin1(type), certificateTypeText(QString::fromLatin1(type))});
    m_filters->setFilter(QStringLiteral("type"), tr("Type"), types);
}

QByteArray CaCertificatesView::saveState() const
{
    return ListState{m_table->saveState(), m_filters->chosen(), {}}.toBytes();
}

bool CaCertificatesView::restoreState(const QByteArray &state)
{
    const auto kept = ListState::parse(state);
    if (!kept || !m_table->restoreState(kept->table))
        return false;
    const QSignalBlocker blocked(m_filters);
    for (auto it = kept->filters.cbegin(); it != kept->filters.cend(); ++it)
        m_filters->setValue(it.key(), it.value());
    return true;
}

void CaCertificatesView::updateHead()
{
    m_header->setTitle(tr("Certificate List"));
    m_header->setHelp(
        tr("Issued by %1 · %2").arg(visibleText(m_ca.name, 80), CaText::status(m_ca.status)));
    const bool mayIssue =
        m_ca.type == privateca::CaType::Subordinate && caMayIssue(m_ca, m_console.clock().now());
    m_request->setVisible(mayIssue);
    const bool readOnly = m_console.store().info().readOnly;
    m_request->setEnabled(!readOnly);
    const bool filtered = m_filters->active();
    m_table->setEmptyState(Symbol::Certificate,
                           filtered ? tr("No certificate fits the filter.")
                                    : tr("This CA has not issued anything yet."),
                           mayIssue && !filtered && !readOnly ? tr("Request Certificate")
                                                              : QString());
}

certificates::CertificateFilter CaCertificatesView::filter() const
{
    certificates::CertificateFilter wanted;
    wanted.search = m_filters->searchText();
    wanted.type = m_filters->value(QStringLiteral("type"));
    const QString status = m_filters->value(QStringLiteral("status"));
    if (const auto parsed = certificates::parseStatus(status); !status.isEmpty() && parsed)
        wanted.status = *parsed;
    return wanted;
}

void CaCertificatesView::query()
{
    m_cursors.clear();
    updateHead();
    m_model->requery();
}

void CaCertificatesView::refresh()
{
    m_cursors.clear();
    if (m_ca.certificate)
        m_model->refresh();
}

void CaCertificatesView::focusSearch()
{
    m_filters->focusSearch();
}

RowActions CaCertificatesView::actions(int row) const
{
    const CertificateRow *loaded = m_model->rowAt(row);
    if (!loaded)
        return {};
    QString refusal;
    if (m_console.store().info().readOnly)
        refusal = errorSentence(fail(ErrorCode::StoreReadOnly));
    return CertificateColumns::actions(*loaded, refusal);
}

void CaCertificatesView::trigger(int row, const QString &actionId)
{
    const CertificateRow *loaded = m_model->rowAt(row);
    if (!loaded)
        return;
    const CertificateRow chosen = *loaded; // the model may change meanwhile
    if (actionId == u"details")
        m_operations.certificateDetails(chosen.id);
    else if (actionId == u"download")
        m_operations.downloadCertificate(chosen);
    else if (actionId == u"revoke")
        m_operations.revokeCertificate(chosen);
    else if (actionId == u"delete")
        m_operations.deleteCertificate(chosen);
}

} // namespace cas::ui
