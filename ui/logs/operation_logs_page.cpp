// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/operation_logs_page.h"
#include "ui/kit/buttons.h"
#include "ui/kit/data_table.h"
#include "ui/kit/filter_bar.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/list_state.h"
#include "ui/kit/page_header.h"
#include "ui/logs/event_names.h"
#include "ui/logs/event_panel.h"
#include "ui/logs/event_text.h"
#include "ui/logs/log_query.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QCoreApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

using audit::AuditEvent;
using audit::AuditPage;

namespace {

const QString kDetails = QStringLiteral("details");
const QString kResource = QStringLiteral("resource");
const QString kEvent = QStringLiteral("event");
const QString kOperator = QStringLiteral("operator");

struct LogsTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::OperationLogsPage)
};

enum LogColumn { LogTime, LogEvent, LogOperator, LogSource, LogResource, LogResult, LogError };

QList<Column> logColumns()
{
    const auto column = [](const char *id, const QString &title, int width, int stretch) {
        Column made;
        made.id = QString::fromLatin1(id);
        made.title = title;
        made.width = width;
        made.stretch = stretch;
        return made;
    };
    // Left out of a narrow table, the highest first: the result must stay in sight.
    const auto optional = [](Column made, int rank) {
        made.optional = rank;
        return made;
    };
    return {column("time", LogsTr::tr("Time"), 170, 0),
            column("event", LogsTr::tr("Event name"), 230, 3),
            column("operator", LogsTr::tr("Operator"), 120, 1),
            optional(column("source", LogsTr::tr("Source"), 130, 1), 2),
            column("resource", LogsTr::tr("Resource"), 170, 2),
            column("result", LogsTr::tr("Result"), 120, 0),
            optional(column("error", LogsTr::tr("Error code"), 150, 1), 1)};
}

Cell logCell(const AuditEvent &event, const QString &object, int column, const QDateTime &now)
{
    switch (column) {
    case LogTime: {
        Cell cell = Cell::plain(isoDateTime(event.at).left(19));
        cell.subtitle = relativeTime(event.at, now);
        cell.toolTip = isoDateTime(event.at);
        return cell;
    }
    case LogEvent:
        return Cell::twoLine(eventTitle(event.eventName), event.eventName, true);
    case LogOperator:
        return Cell::plain(event.operatorName);
    case LogSource:
        return Cell::plain(event.host);
    case LogResource: {
        if (!object.isEmpty())
            return Cell::twoLine(object, event.objectId, true);
        if (event.objectId.isEmpty()) {
            Cell none = Cell::plain(QStringLiteral("—"));
            none.quiet = true;
            return none;
        }
        return Cell::mono(event.objectId);
    }
    case LogResult:
        return Cell::chip(event.ok ? StatusKind::Good : StatusKind::Bad, eventResult(event));
    case LogError:
        return Cell::mono(event.errorCode);
    default:
        return {};
    }
}

} // namespace

OperationLogsPage::OperationLogsPage(Console &console, QWidget *parent)
    : Page(parent)
    , m_console(console)
    , m_header(new PageHeader(this))
    , m_verify(makeButton(ButtonKind::Secondary, this, Symbol::ShieldCheck))
    , m_filters(new FilterBar(this))
    , m_message(new InlineMessage(this))
    , m_table(new DataTable(this))
{
    setObjectName(QStringLiteral("page.operationLogs"));
    m_table->setObjectName(QStringLiteral("logs.table"));
    m_filters->setObjectName(QStringLiteral("logs.filters"));
    m_message->setObjectName(QStringLiteral("logs.message"));
    m_verify->setObjectName(QStringLiteral("logs.verify"));
    m_message->setClosable(true);
    m_header->addAction(m_verify);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kPageSide, space::kPageTop, space::kPageSide,
                               space::kPageTop);
    column->setSpacing(space::kM);
    column->addWidget(m_header);
    column->addWidget(m_filters);
    column->addWidget(m_message);
    column->addWidget(m_table, 1);

    makeModel();
    offerFilters();
    m_filters->setValue(QStringLiteral("period"), QStringLiteral("7"));
    m_filters->addTrailing(m_table->makeColumnsButton(m_filters));

    connect(m_filters, &FilterBar::changed, this, &OperationLogsPage::filterChanged);
    connect(m_table, &DataTable::stateChanged, this, &Page::stateChanged);
    connect(m_verify, &QPushButton::clicked, this, &OperationLogsPage::verify);
    connect(m_message, &InlineMessage::closed, this,
            [this] { m_message->setMessage(InlineMessage::Kind::Info, {}); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) { openEvent(row); });
    connect(m_table, &DataTable::rowActionTriggered, this,
            [this](int row, qint64, const QString &id) {
                const AuditEvent *event = m_model->rowAt(row);
                if (id == kDetails)
                    openEvent(row);
                else if (id == kResource && event && host())
                    host()->showPage(QStringLiteral("certificates"), event->objectId);
            });
    connect(m_table, &DataTable::emptyActionTriggered, m_filters, &FilterBar::clear);
    connect(&console.store(), &store::Store::changed, this, [this](const QStringList &topics) {
        if (topics.isEmpty() || topics.contains(QStringLiteral("audit")))
            refresh();
    });
}

OperationLogsPage::~OperationLogsPage() = default;

void OperationLogsPage::makeModel()
{
    m_model = new Model(logColumns(), this);
    m_model->setCell([this](const Row &row, int column) {
        return logCell(row, row.object, column, m_console.clock().now());
    });
    m_model->setKey([](const Row &row) { return row.id.value(); });
    m_model->setFetch([this](const Model::Request &request, const Model::FetchDone &done) {
        store::PageRequest page;
        page.limit = request.count;
        if (request.after)
            page.after = audit::cursorAfter(*request.after);
        else
            page.offset = request.offset;
        const auto read = [&console = m_console, filter = m_filter,
                           page](JobContext &) -> Result<QList<Row>> {
            CAS_TRY(const AuditPage found, console.audit().page(filter, page));
            const auto names = eventNames(console, found.items);
            QList<Row> rows;
            for (const AuditEvent &event : found.items)
                rows.append({event, eventObject(event, names)});
            return rows;
        };
        auto job =
            std::make_shared<Job<QList<Row>>>(m_console.executors().io.start<QList<Row>>({}, read));
        job->onFinished([done](Outcome<QList<Row>> outcome) {
            if (auto *found = std::get_if<Done<QList<Row>>>(&outcome))
                done(std::move(found->value));
            else if (auto *failure = std::get_if<Failed>(&outcome))
                done(std::move(failure->error));
        });
        return FetchHandle(job);
    });
    m_model->setCount([this](const Model::CountDone &done) {
        auto job = std::make_shared<Job<qint64>>(m_console.audit().countJob(m_filter));
        job->onFinished([done](Outcome<qint64> outcome) {
            if (const auto *count = std::get_if<Done<qint64>>(&outcome))
                done(count->value);
            else if (auto *failure = std::get_if<Failed>(&outcome))
                done(std::move(failure->error));
        });
        return FetchHandle(job);
    });
    m_table->setModel(m_model);
    m_table->setRowActions([this](int row) {
        RowActions actions{{kDetails, tr("Details"), true, {}, false}};
        const AuditEvent *event = m_model->rowAt(row);
        if (event && event->objectType == QLatin1StringView("certificate")
            && !event->objectId.isEmpty())
            actions.append({kResource, tr("Show certificate"), true, {}, false});
        return actions;
    });
}

void OperationLogsPage::activated(const QVariant &argument)
{
    fetchChoices();
    const QString object = argument.toString();
    if (!object.isEmpty()) {
        const QSignalBlocker blocked(m_filters);
        m_filters->clear(); // all history of this object, not the last week
        m_filters->setExtra(QStringLiteral("object"), object, object);
    }
    if (!object.isEmpty() || m_model->total() < 0)
        filterChanged();
    else
        refresh();
}

void OperationLogsPage::fetchChoices()
{
    m_choices = m_console.audit().choicesJob();
    m_choices.onFinished([this](Outcome<audit::AuditChoices> outcome) {
        if (auto *found = std::get_if<Done<audit::AuditChoices>>(&outcome)) {
            const bool same = found->value.eventNames == m_offered.eventNames
                              && found->value.operators == m_offered.operators;
            if (same)
                return; // an open list of choices is not pulled away for nothing
            m_offered = std::move(found->value);
            offerFilters();
        }
    });
}

void OperationLogsPage::offerFilters()
{
    m_filters->setFilter(QStringLiteral("period"), tr("Period"),
                         {{QStringLiteral("1"), tr("Last 24 hours")},
                          {QStringLiteral("7"), tr("Last 7 days")},
                          {QStringLiteral("30"), tr("Last 30 days")},
                          {QStringLiteral("90"), tr("Last 90 days")}});
    AuditEvent refused;
    refused.ok = false;
    m_filters->setFilter(QStringLiteral("result"), tr("Result"),
                         {{QStringLiteral("ok"), eventResult({})},
                          {QStringLiteral("refused"), eventResult(refused)}});
    const auto offered = [this](const QString &id, QStringList values) {
        const QString chosen = m_filters->value(id);
        if (!chosen.isEmpty() && !values.contains(chosen))
            values.prepend(chosen); // stays on offer when the log has it no more
        return values;
    };
    QList<FilterChoice> events;
    for (const QString &name : offered(kEvent, m_offered.eventNames))
        events.append({name, eventTitle(name)});
    m_filters->setFilter(kEvent, tr("Event name"), events);
    QList<FilterChoice> operators;
    for (const QString &name : offered(kOperator, m_offered.operators))
        operators.append({name, name});
    m_filters->setFilter(kOperator, tr("Operator"), operators);
}

void OperationLogsPage::retranslate()
{
    m_header->setTitle(tr("Operation Logs"));
    m_header->setHelp(tr("Every operation on this store, also the refused ones. Nobody can change "
                         "or delete an event without Verify noticing."));
    m_verify->setText(tr("Verify"));
    m_verify->setToolTip(
        plainToolTip(tr("Checks the seal of every event and that none is missing.")));
    m_filters->setSearchPlaceholder(tr("Event, operator, resource"));
    offerFilters();
    m_model->setColumns(logColumns());
    m_table->setCountText([](qint64 total) { return tr("%n event(s)", nullptr, int(total)); });
    m_table->setTableName(tr("Operation Logs"));
    applyEmptyState();
}

void OperationLogsPage::applyEmptyState()
{
    m_table->setEmptyState(Symbol::Log, tr("No operation fits these filters."),
                           m_filters->active() ? tr("Show all history") : QString());
}

void OperationLogsPage::filterChanged()
{
    m_filter = auditFilter(m_filters->searchText(), m_filters->values(), m_console.clock().now());
    applyEmptyState();
    emit stateChanged();
    m_model->requery();
}

void OperationLogsPage::refresh()
{
    if (m_model->total() < 0)
        return; // not shown yet; activated() asks
    m_filter = auditFilter(m_filters->searchText(), m_filters->values(), m_console.clock().now());
    m_model->refresh();
}

void OperationLogsPage::focusSearch()
{
    m_filters->focusSearch();
}

QByteArray OperationLogsPage::saveState() const
{
    return ListState{m_table->saveState(), m_filters->chosen(), m_console.store().info().storeUuid}
        .toBytes();
}

bool OperationLogsPage::restoreState(const QByteArray &state)
{
    const auto kept = ListState::parse(state);
    if (!kept || !m_table->restoreState(kept->table))
        return false;
    QHash<QString, QString> filters = kept->filters;
    if (kept->store != m_console.store().info().storeUuid)
        filters.remove(kOperator); // another store has other operators
    const QSignalBlocker blocked(m_filters);
    // Offered before the choices are read.
    if (const QString name = filters.value(kEvent); !name.isEmpty())
        m_offered.eventNames = {name};
    if (const QString name = filters.value(kOperator); !name.isEmpty())
        m_offered.operators = {name};
    offerFilters();
    m_filters->clear(); // "any period" is remembered as well
    for (auto it = filters.cbegin(); it != filters.cend(); ++it)
        m_filters->setValue(it.key(), it.value());
    return true;
}

void OperationLogsPage::openEvent(int row)
{
    const Row *event = m_model->rowAt(row);
    if (!event || !host())
        return;
    host()->openPanel(new EventPanel(*event, event->object, host(), host()->panelParent()));
}

void OperationLogsPage::verify()
{
    m_verify->setEnabled(false);
    m_message->setMessage(InlineMessage::Kind::Info, {});
    m_verification = m_console.executors().io.start<Verification>(
        tr("Verifying the operation log"), [this](JobContext &) -> Result<Verification> {
            Verification result;
            CAS_TRY(result.findings, m_console.verifyAudit());
            CAS_TRY(result.events, m_console.audit().count({}));
            return result;
        });
    if (host())
        host()->showJob(m_verification.context());
    m_verification.onFinished([this](Outcome<Verification> outcome) {
        m_verify->setEnabled(true);
        if (const auto *result = std::get_if<Done<Verification>>(&outcome)) {
            showVerification(result->value);
        } else if (const auto *failure = std::get_if<Failed>(&outcome)) {
            m_message->setMessage(InlineMessage::Kind::Error, errorSentence(failure->error));
            m_message->setDetails(errorDetails(failure->error));
        }
        emit verified();
    });
}

void OperationLogsPage::showVerification(const Verification &result)
{
    if (result.findings.isEmpty()) {
        m_message->setMessage(
            InlineMessage::Kind::Success,
            tr("The log is whole: %n event(s) checked, none changed and none missing.", nullptr,
               int(result.events)));
        m_message->setDetails({});
        return;
    }
    QStringList lines;
    for (const store::Finding &finding : result.findings)
        lines.append(QStringLiteral("%1 %2: %3").arg(finding.table, finding.id, finding.what));
    m_message->setMessage(
        InlineMessage::Kind::Error,
        tr("The log was changed outside this program: chain broken at event %1 (%n finding(s) "
           "in all). Compare with a backup.",
           nullptr, int(result.findings.size()))
            .arg(visibleText(result.findings.constFirst().id, 60)));
    m_message->setDetails(lines.join(u'\n'));
}

} // namespace cas::ui
