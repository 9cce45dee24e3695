// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificates_page.h"
#include "ui/certificates/certificate_actions.h"
#include "ui/certificates/certificate_cells.h"
#include "ui/certificates/certificate_operations.h"
#include "ui/certificates/import_panel.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/data_table.h"
#include "ui/kit/drop_zone.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/list_state.h"
#include "ui/kit/page_header.h"
#include "ui/kit/tab_strip.h"
#include "ui/text/plain_text.h"

#include <QDropEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

using certificates::CertificateFilter;
using certificates::CertificatePage;
using certificates::CertificateRow;
using certificates::CertificateStatus;

namespace {

const QString kBrand = QStringLiteral("brand");
const QString kTag = QStringLiteral("tag");
const QString kLiving = QStringLiteral("living");
const QString kDeleted = QStringLiteral("deleted");

} // namespace

CertificatesPage::CertificatesPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_operations(new CertificateOperations(
          console, [this] { return host(); }, this))
    , m_header(new PageHeader(this))
    , m_export(makeButton(ButtonKind::Secondary, m_header, Symbol::Download))
    , m_import(makeButton(ButtonKind::Primary, m_header, Symbol::Upload))
    , m_places(new TabStrip(this))
    , m_filters(new FilterBar(this))
    , m_message(new InlineMessage(this))
    , m_table(new DataTable(this))
    , m_readOnly(console.store().info().readOnly)
{
    setObjectName(QStringLiteral("page.certificates"));
    m_table->setObjectName(QStringLiteral("certificates.table"));
    m_places->setObjectName(QStringLiteral("certificates.places"));
    m_filters->setObjectName(QStringLiteral("certificates.filters"));
    m_message->setObjectName(QStringLiteral("certificates.message"));
    m_message->setClosable(true);

    m_export->setObjectName(QStringLiteral("exportList"));
    m_header->addAction(m_export);
    m_import->setObjectName(QStringLiteral("import"));
    m_header->addAction(m_import);
    setAcceptDrops(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->setSpacing(space::kM);
    column->addWidget(m_header);
    column->addWidget(m_places);
    column->addWidget(m_filters);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);

    makeModel();
    offerFilters(); // activated() may come before the first retranslate()
    m_columnsButton = m_table->makeColumnsButton(m_filters);
    m_filters->addTrailing(m_columnsButton);
    m_table->setRowActions([this](int row) {
        const CertificateRow *certificate = m_model->rowAt(row);
        return certificate ? certificateActions(*certificate, m_readOnly, m_console.access())
                           : RowActions();
    });

    connect(m_export, &QPushButton::clicked, this, [this] {
        certificates::CertificateSelection chosen = selection();
        if (!chosen.all && chosen.ids.isEmpty())
            chosen.all = true; // nothing is ticked: what the list shows
        m_operations->exportList(chosen);
    });
    connect(m_import, &QPushButton::clicked, this, [this] { openImport(); });
    connect(m_places, &TabStrip::currentChanged, this, &CertificatesPage::placeChanged);
    connect(m_filters, &FilterBar::changed, this, &CertificatesPage::filterChanged);
    connect(m_table, &DataTable::stateChanged, this, &Page::stateChanged);
    connect(m_table, &DataTable::rowActivated, this,
            [this](int row) { rowAction(row, certificate_action::details); });
    connect(m_table, &DataTable::rowActionTriggered, this,
            [this](int row, qint64, const QString &id) { rowAction(row, id); });
    connect(m_table, &DataTable::bulkActionTriggered, this, &CertificatesPage::bulkAction);
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (m_filters->active())
            m_filters->clear();
        else if (place() == CertificatePlace::Deleted)
            m_places->setCurrent(kLiving);
        else if (host())
            host()->showPage(QStringLiteral("private-ca"));
    });
    connect(m_operations, &CertificateOperations::failed, this,
            [this](const QString &sentence, const QString &details) {
                m_message->setMessage(InlineMessage::Kind::Error, sentence);
                m_message->setDetails(details);
            });
    connect(m_operations, &CertificateOperations::succeeded, this,
            [this] { m_message->setMessage(InlineMessage::Kind::Info, {}); });
    connect(m_operations, &CertificateOperations::bulkDone, m_table, &DataTable::clearChecked);
    connect(m_message, &InlineMessage::closed, this,
            [this] { m_message->setMessage(InlineMessage::Kind::Info, {}); });
    connect(&console.store(), &store::Store::changed, this, [this](const QStringList &topics) {
        if (topics.isEmpty() || topics.contains(QStringLiteral("certificate"))
            || topics.contains(QStringLiteral("tag")))
            refresh();
    });
}

CertificatesPage::~CertificatesPage() = default;

ImportPanel *CertificatesPage::showImport()
{
    if (!host() || m_readOnly)
        return nullptr;
    auto *panel = new ImportPanel(m_console, host(), host()->panelParent());
    return host()->openPanel(panel) ? panel : nullptr;
}

void CertificatesPage::openImport(const QStringList &paths)
{
    if (ImportPanel *panel = showImport(); panel && !paths.isEmpty())
        panel->addPaths(paths);
}

void CertificatesPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_readOnly && DropZone::accepts(event->mimeData()))
        event->acceptProposedAction();
}

void CertificatesPage::dropEvent(QDropEvent *event)
{
    if (ImportPanel *panel = showImport(); panel && panel->take(event->mimeData()))
        event->acceptProposedAction();
}

void CertificatesPage::makeModel()
{
    m_model = new Model(certificateColumns(), this);
    m_model->setCell([this](const CertificateRow &row, int column) {
        return certificateCell(row, column, m_console.clock().now());
    });
    m_model->setKey([](const CertificateRow &row) { return row.id.value(); });
    m_model->setFetch([this](const Model::Request &request, Model::FetchDone done) {
        const CertificateFilter wanted = filter(request.sortColumn, request.sortOrder);
        store::PageRequest page;
        page.limit = request.count;
        if (request.after)
            page.after = certificates::cursorAfter(wanted.sort, *request.after);
        else
            page.offset = request.offset;
        auto job = std::make_shared<Job<CertificatePage>>(
            m_console.certificates().pageJob(wanted, {}, page));
        job->onFinished([done](auto outcome) {
            whenEnded(
                std::move(outcome), [&](CertificatePage found) { done(std::move(found.items)); },
                [&](const Error &error) { done(error); });
        });
        return FetchHandle(job);
    });
    m_model->setCount([this](Model::CountDone done) {
        auto job = std::make_shared<Job<qint64>>(m_console.certificates().countJob(
            filter(m_model->sortColumn(), m_model->sortOrder()), {}));
        job->onFinished([done](auto outcome) {
            whenEnded(
                std::move(outcome), [&](qint64 count) { done(count); },
                [&](const Error &error) { done(error); });
        });
        return FetchHandle(job);
    });
    m_table->setModel(m_model);
    connect(m_table, &DataTable::checkedRowsChanged, this,
            [this] { m_message->setMessage(InlineMessage::Kind::Info, {}); });
}

CertificateFilter CertificatesPage::filter(int sortColumn, Qt::SortOrder order) const
{
    const QString sorted = sortColumn < 0 ? QString() : m_model->columns().value(sortColumn).id;
    CertificateFilter wanted =
        certificateFilter(m_filters->searchText(), m_filters->values(), sorted, order);
    wanted.deleted = place() == CertificatePlace::Deleted;
    if (wanted.deleted && sorted.isEmpty())
        wanted.sort = certificates::CertificateSort::Deleted; // the latest first
    return wanted;
}

CertificatePlace CertificatesPage::place() const
{
    return m_places->current() == kDeleted ? CertificatePlace::Deleted : CertificatePlace::Living;
}

void CertificatesPage::placeChanged()
{
    m_message->setMessage(InlineMessage::Kind::Info, {});
    m_model->sort(-1, Qt::DescendingOrder); // a column of the other place means nothing here
    retranslate();
    filterChanged();
}

void CertificatesPage::countDeleted()
{
    CertificateFilter deleted;
    deleted.deleted = true;
    m_deletedJob = m_console.certificates().countJob(deleted, {});
    m_deletedJob.onFinished([this](auto outcome) {
        whenEnded(
            std::move(outcome),
            [this](qint64 count) { m_places->setCount(kDeleted, count > 0 ? count : -1); },
            [](const Error &) {}); // the list's own error bar says what is wrong
    });
}

void CertificatesPage::activated(const QVariant &argument)
{
    fetchChoices();
    countDeleted();
    const auto wanted = CertificatePageArgument::parse(argument);
    if (wanted.hasFilters && place() == CertificatePlace::Deleted) {
        const QSignalBlocker blocked(m_places); // filterChanged() below asks
        m_places->setCurrent(kLiving);
        m_model->sort(-1, Qt::DescendingOrder);
        retranslate();
    }
    if (wanted.hasFilters)
        applyArgument(wanted);
    if (wanted.hasFilters || m_model->total() < 0)
        filterChanged();
    else
        m_model->refresh();
    if (wanted.open)
        m_operations->openDetails(wanted.open);
}

void CertificatesPage::offer(const QString &id, const QString &value)
{
    QStringList &choices = id == kBrand ? m_offered.brands : m_offered.tags;
    if (!value.isEmpty() && !choices.contains(value))
        choices.prepend(value);
}

void CertificatesPage::applyArgument(const CertificatePageArgument &wanted)
{
    const QSignalBlocker blocked(m_filters); // one query, not one for each filter
    m_filters->clear();
    m_filters->setSearchText(wanted.search);
    offer(kBrand, wanted.filters.value(kBrand));
    offer(kTag, wanted.filters.value(kTag));
    offerFilters();
    for (auto it = wanted.filters.cbegin(); it != wanted.filters.cend(); ++it) {
        if (it.key() != QLatin1StringView("ends")) {
            m_filters->setValue(it.key(), it.value());
        } else if (const auto ends = parseEnds(it.value())) {
            m_filters->setExtra(it.key(), it.value(),
                                tr("expires %1 to %2")
                                    .arg(isoDate(ends->first), isoDate(ends->second.addSecs(-1))));
        }
    }
}

void CertificatesPage::fetchChoices()
{
    m_choices = m_console.certificates().filterChoicesJob();
    m_choices.onFinished([this](auto outcome) {
        whenEnded(
            std::move(outcome),
            [this](certificates::FilterChoices found) {
                // An open list of choices is not pulled away for nothing.
                if (found.brands == m_offered.brands && found.tags == m_offered.tags)
                    return;
                m_offered = std::move(found);
                offerFilters();
            },
            [](const Error &) {}); // the list's own error bar says what is wrong
    });
}

void CertificatesPage::offerFilters()
{
    QList<FilterChoice> statuses;
    for (const auto status : {CertificateStatus::Issued, CertificateStatus::AboutToExpire,
                              CertificateStatus::Expired, CertificateStatus::Revoked})
        statuses.append({certificates::statusName(status), certificateStatusText(status)});
    statuses.append({kInForce, tr("Hide expired and revoked")});
    m_filters->setFilter(QStringLiteral("status"), tr("Status"), statuses);
    QList<FilterChoice> types;
    for (const auto &type : {QStringLiteral("server"), QStringLiteral("client"),
                             QStringLiteral("ca"), QStringLiteral("other")})
        types.append({type, certificateTypeText(type)});
    m_filters->setFilter(QStringLiteral("type"), tr("Type"), types);
    // A chosen value stays on offer when no certificate has it any more.
    const auto offered = [this](const QString &id, QStringList values) {
        const QString chosen = m_filters->value(id);
        if (!chosen.isEmpty() && !values.contains(chosen))
            values.prepend(chosen);
        QList<FilterChoice> choices;
        for (const QString &value : std::as_const(values))
            choices.append({value, visibleText(value, 60)});
        return choices;
    };
    m_filters->setFilter(kBrand, tr("CA"), offered(kBrand, m_offered.brands));
    m_filters->setFilter(kTag, tr("Tag"), offered(kTag, m_offered.tags));
}

void CertificatesPage::retranslate()
{
    m_header->setTitle(tr("Certificates"));
    m_header->setHelp(tr("Everything in this store: issued, your own CAs, uploaded."));
    m_export->setText(tr("Export list"));
    m_export->setToolTip(tr("What the list shows, or the ticked rows, as CSV or JSON"));
    m_import->setText(tr("Import"));
    m_import->setEnabled(!m_readOnly);
    m_import->setToolTip(m_readOnly ? tr("This store is open for reading only.")
                                    : tr("Certificates, keys, PFX files and folders"));
    m_filters->setSearchPlaceholder(tr("Name, domain, serial, fingerprint"));
    {
        const QSignalBlocker blocked(m_places); // takes the first tab where there was none
        m_places->setTabs({{kLiving, tr("All certificates")}, {kDeleted, tr("Recently deleted")}});
        m_places->setAccessibleName(tr("Certificates"));
        countDeleted();
    }
    const bool deleted = place() == CertificatePlace::Deleted;
    offerFilters();
    m_model->setColumns(certificateColumns(place()));
    m_table->setBulkActions(deleted ? deletedBulkActions(m_readOnly, m_console.access())
                                    : certificateBulkActions(m_readOnly, m_console.access()));
    m_table->setCountText(
        [](qint64 total) { return tr("%n certificate(s)", nullptr, int(total)); });
    m_table->setTableName(tr("Certificates"));
    applyEmptyState();
}

void CertificatesPage::applyEmptyState()
{
    if (m_filters->active())
        m_table->setEmptyState(Symbol::Search, tr("No certificate fits these filters."),
                               tr("Clear filters"));
    else if (place() == CertificatePlace::Deleted)
        m_table->setEmptyState(Symbol::Trash, tr("Nothing that was deleted is waiting here."),
                               tr("Back to the certificates"));
    else
        m_table->setEmptyState(
            Symbol::Certificate,
            tr("There are no certificates yet. A private CA can issue the first one."),
            tr("Open Private CA"));
}

void CertificatesPage::filterChanged()
{
    applyEmptyState();
    emit stateChanged();
    m_table->clearChecked(); // "all" means the rows of the query that was looked at
    m_model->requery();
}

void CertificatesPage::refresh()
{
    if (m_model->total() < 0)
        return; // not shown yet; activated() asks
    m_model->refresh();
    fetchChoices();
    countDeleted();
}

void CertificatesPage::focusSearch()
{
    m_filters->focusSearch();
}

QByteArray CertificatesPage::saveState() const
{
    return ListState{m_table->saveState(), m_filters->chosen(), m_console.store().info().storeUuid}
        .toBytes();
}

bool CertificatesPage::restoreState(const QByteArray &state)
{
    const auto kept = ListState::parse(state);
    if (!kept || !m_table->restoreState(kept->table))
        return false;
    QHash<QString, QString> filters = kept->filters;
    if (kept->store != m_console.store().info().storeUuid) {
        filters.remove(kBrand); // another store has other CAs and tags
        filters.remove(kTag);
    }
    const QSignalBlocker blocked(m_filters);
    offer(kBrand, filters.value(kBrand));
    offer(kTag, filters.value(kTag));
    offerFilters();
    for (auto it = filters.cbegin(); it != filters.cend(); ++it)
        m_filters->setValue(it.key(), it.value());
    return true;
}

void CertificatesPage::rowAction(int row, const QString &actionId)
{
    if (const CertificateRow *certificate = m_model->rowAt(row)) {
        const CertificateRow copy = *certificate; // the model may move on while a panel opens
        m_operations->run(actionId, copy);
    }
}

void CertificatesPage::bulkAction(const QString &actionId)
{
    m_operations->runBulk(actionId, selection(), m_table->checkedCount());
}

certificates::CertificateSelection CertificatesPage::selection() const
{
    const CheckedRows checked = m_table->checkedRows();
    certificates::CertificateSelection chosen;
    chosen.all = checked.all;
    chosen.filter = filter(m_model->sortColumn(), m_model->sortOrder());
    for (const qint64 key : checked.keys)
        chosen.ids.insert(CertificateId(key));
    return chosen;
}

} // namespace cas::ui
