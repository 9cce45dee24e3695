// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_preview_table.h"

#include "ui/download/job_outcome.h"
#include "ui/kit/buttons.h"
#include "ui/kit/data_table.h"
#include "ui/kit/labels.h"
#include "ui/kit/segmented_control.h"
#include "ui/kit/text.h"

#include <algorithm>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kPreviewHeight = 300;

BatchShow showOf(const QString &id)
{
    return id == u"refused"  ? BatchShow::Refused
           : id == u"ready"  ? BatchShow::Ready
           : id == u"before" ? BatchShow::Before
                             : BatchShow::All;
}

} // namespace

BatchPreviewTable::BatchPreviewTable(Executors &executors, QWidget *parent)
    : QWidget(parent)
    , m_executors(executors)
    , m_filter(new SegmentedControl(this))
    , m_search(new QLineEdit(this))
    , m_table(new DataTable(this))
    , m_model(new WindowedModel<qint32>({}, this))
    , m_detail(makeLabel(TextStyle::Body, Tone::Text, this, Wrap::Yes))
    , m_next(makeButton(ButtonKind::Link, this))
    , m_save(makeButton(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("batch.preview"));
    m_filter->setObjectName(QStringLiteral("batch.filter"));
    m_search->setObjectName(QStringLiteral("batch.search"));
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("batch.table"));
    m_table->setDensity(DataTable::Density::Compact);
    m_table->setMinimumHeight(kPreviewHeight);
    m_detail->setObjectName(QStringLiteral("batch.detail"));
    m_next->setObjectName(QStringLiteral("batch.next"));
    m_save->setObjectName(QStringLiteral("batch.saveRefused"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kS);
    auto *top = new QHBoxLayout;
    top->setSpacing(space::kS);
    top->addWidget(m_filter);
    top->addWidget(m_search, 1);
    column->addLayout(top);
    auto *links = new QHBoxLayout;
    links->setSpacing(space::kL);
    links->addWidget(m_next);
    links->addWidget(m_save);
    links->addStretch(1);
    column->addLayout(links);
    column->addWidget(m_detail); // above the rows, where it is seen without scrolling
    column->addWidget(m_table, 1);

    m_model->setKey([](qint32 row) { return qint64(row); });
    m_model->setCell([this](qint32 row, int at) {
        return m_plan && row < m_plan->rows.size()
                   ? BatchPreview::cell(*m_plan, m_plan->rows.at(row), at)
                   : Cell();
    });
    m_model->setFetch([this](const auto &request, const auto &done) {
        done(m_rows->mid(request.offset, request.count));
        return FetchHandle();
    });
    m_model->setCount([this](const auto &done) {
        done(qint64(m_rows->size()));
        return FetchHandle();
    });
    m_table->setModel(m_model);
    connect(m_filter, &SegmentedControl::currentChanged, this, &BatchPreviewTable::pick);
    connect(m_search, &QLineEdit::textChanged, this, &BatchPreviewTable::pick);
    connect(m_table, &DataTable::currentRowChanged, this, &BatchPreviewTable::showDetail);
    connect(m_next, &QPushButton::clicked, this, &BatchPreviewTable::nextRefused);
    connect(m_save, &QPushButton::clicked, this, &BatchPreviewTable::saveRefusedRequested);
    connect(new QShortcut(QKeySequence(Qt::Key_F8), this), &QShortcut::activated, this,
            &BatchPreviewTable::nextRefused);
    translateTexts();
}

BatchPreviewTable::~BatchPreviewTable() = default;

void BatchPreviewTable::showPlan(Plan plan)
{
    m_plan = std::move(plan);
    showCounts();
    pick();
}

void BatchPreviewTable::showCounts()
{
    const qint64 refused = m_plan ? m_plan->refused : 0;
    const qint64 before = m_plan ? m_plan->done.size() : 0;
    const auto text = [](const QString &word, qint64 count) {
        return word + QStringLiteral(" ") + groupedNumber(count);
    };
    QList<SegmentedControl::Segment> segments{
        {QStringLiteral("all"), text(tr("All"), m_plan ? m_plan->rows.size() : 0), true, {}},
        {QStringLiteral("refused"), text(tr("Refused"), refused), true, {}},
        {QStringLiteral("ready"), text(tr("Ready"), m_plan ? m_plan->ready() : 0), true, {}}};
    if (before > 0)
        segments.append({QStringLiteral("before"), text(tr("Issued before"), before), true, {}});
    m_filter->setSegments(segments);
    m_next->setVisible(refused > 0);
    m_save->setVisible(refused > 0);
}

void BatchPreviewTable::pick()
{
    if (!m_plan) {
        m_picking = {};
        m_rows = std::make_shared<QList<qint32>>();
        m_model->requery();
        showDetail();
        return;
    }
    m_picking = m_executors.io.start<QList<qint32>>(
        {},
        [plan = m_plan, show = showOf(m_filter->current()),
         search = m_search->text().trimmed()](JobContext &) -> Result<QList<qint32>> {
            return BatchPreview::pick(*plan, show, search);
        });
    m_picking.onFinished([this](Outcome<QList<qint32>> outcome) {
        whenEnded(
            std::move(outcome),
            [this](QList<qint32> rows) {
                m_rows = std::make_shared<const QList<qint32>>(std::move(rows));
                m_model->requery();
                showDetail();
            },
            [](const Error &) {});
    });
}

void BatchPreviewTable::nextRefused()
{
    if (!m_plan || m_rows->isEmpty())
        return;
    const qsizetype from = m_table->currentRow();
    for (qsizetype step = 1; step <= m_rows->size(); ++step) {
        const qsizetype at = (from + step) % m_rows->size();
        const auto &row = m_plan->rows.at(m_rows->at(at));
        if (BatchPreview::verdict(*m_plan, row) == BatchVerdict::Refused) {
            m_table->setCurrentRow(int(at));
            showDetail();
            return;
        }
    }
}

void BatchPreviewTable::showDetail()
{
    // A cell has no room for a whole sentence.
    const int at = m_table->currentRow();
    QString text;
    if (m_plan && at >= 0 && at < m_rows->size() && m_rows->at(at) < m_plan->rows.size()) {
        const auto &row = m_plan->rows.at(m_rows->at(at));
        if (BatchPreview::verdict(*m_plan, row) == BatchVerdict::Refused)
            text = tr("Line %1. %2")
                       .arg(groupedNumber(row.line), BatchPreview::verdictText(*m_plan, row));
    }
    m_detail->setText(text);
    m_detail->setVisible(!text.isEmpty());
}

void BatchPreviewTable::translateTexts()
{
    m_model->setColumns(BatchPreview::columns());
    m_table->setTableName(tr("Lines of the file"));
    m_table->setCountText([](qint64 total) {
        return total == 1 ? tr("1 line") : tr("%1 lines").arg(groupedNumber(total));
    });
    m_table->setEmptyState(Symbol::File, tr("No such line."));
    m_search->setPlaceholderText(tr("Search names"));
    m_search->setAccessibleName(tr("Search names"));
    m_filter->setAccessibleName(tr("Show lines"));
    m_next->setText(tr("Next error (F8)"));
    m_save->setText(tr("Save the refused lines…"));
    showCounts();
    showDetail();
}

} // namespace cas::ui
