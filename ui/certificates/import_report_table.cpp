// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/import_report_table.h"

#include "ui/kit/data_table.h"
#include "ui/kit/labels.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace cas::ui {

using certificates::ImportItem;

namespace {

constexpr int kTableHeight = 320;
constexpr int kPlaceWidth = 220;

QString placeOf(const ImportItem &item)
{
    return item.line > 0 ? ImportReportTable::tr("line %1").arg(item.line) : QString();
}

Cell cellOf(const ImportItem &item, int column)
{
    if (column == 0)
        return Cell::twoLine(QFileInfo(item.file).fileName(),
                             item.name.isEmpty() ? placeOf(item)
                             : item.line > 0 ? item.name + QStringLiteral(" · ") + placeOf(item)
                                             : item.name);
    const bool refused = item.refusal.has_value();
    // What is wrong above, what to do about it below.
    const QString text = errorSentence(refused ? *item.refusal : *item.warning);
    const qsizetype end = text.indexOf(QRegularExpression(QStringLiteral("[.;] |。")));
    Cell cell = Cell::plain(end < 0 ? text : text.left(end + 1));
    cell.subtitle = end < 0 ? QString() : text.mid(end + 1).trimmed();
    cell.symbol = refused ? Symbol::Error : Symbol::Warning;
    cell.status = refused ? StatusKind::Bad : StatusKind::Warn;
    return cell;
}

} // namespace

ImportReportTable::ImportReportTable(QWidget *parent)
    : QWidget(parent)
    , m_summary(makeLabel(TextStyle::BodyStrong, Tone::Text, this, Wrap::Yes))
    , m_table(new DataTable(this))
    , m_model(new Model({}, this))
{
    setObjectName(QStringLiteral("import.report"));
    m_summary->setObjectName(QStringLiteral("import.summary"));
    m_table->setObjectName(QStringLiteral("import.table"));
    m_table->setMinimumHeight(kTableHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kM);
    column->addWidget(m_summary);
    column->addWidget(m_table, 1);
    m_model->setCell(cellOf);
    m_table->setModel(m_model);
    translateTexts();
}

void ImportReportTable::showReport(const certificates::ImportReport &report,
                                   QList<ImportItem> notable)
{
    m_report = report;
    m_notable = std::move(notable);
    m_summary->setText(summary());
    m_table->setVisible(!m_notable.isEmpty());
    m_model->setRows(m_notable);
}

QString ImportReportTable::summary() const
{
    QStringList parts;
    parts.append(tr("%1 imported").arg(groupedNumber(m_report.imported)));
    if (m_report.linked > 0)
        parts.append(tr("%1 already here").arg(groupedNumber(m_report.linked)));
    if (m_report.refused > 0)
        parts.append(tr("%1 refused").arg(groupedNumber(m_report.refused)));
    return parts.join(QStringLiteral(" · "));
}

void ImportReportTable::translateTexts()
{
    Column where;
    where.id = QStringLiteral("file");
    where.title = tr("File");
    where.width = kPlaceWidth;
    Column why;
    why.id = QStringLiteral("reason");
    why.title = tr("Reason");
    why.stretch = 1;
    m_model->setColumns({where, why});
    m_table->setTableName(tr("What was refused"));
    m_table->setCountText([](qint64 total) { return tr("%n line(s)", nullptr, int(total)); });
    m_summary->setText(summary());
}

} // namespace cas::ui
