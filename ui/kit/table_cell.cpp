// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/table_cell.h"

#include "ui/kit/theme.h"
#include "ui/text/plain_text.h"

#include <QFontMetrics>

namespace cas::ui {

Column Column::selection()
{
    Column column;
    column.id = QStringLiteral("selection");
    column.width = 40;
    column.kind = Kind::Selection;
    return column;
}

Column Column::operations(const QString &title, int width)
{
    Column column;
    column.id = QStringLiteral("operations");
    column.title = title;
    column.width = width;
    column.kind = Kind::Operations;
    return column;
}

int Column::subtitleWidth(const QString &text)
{
    return QFontMetrics(Theme::of().font(TextStyle::Small)).horizontalAdvance(text) + 2 * space::kM
           + 1;
}

Cell Cell::plain(const QString &text)
{
    Cell cell;
    cell.text = text;
    return cell;
}

Cell Cell::number(qint64 value)
{
    return plain(groupedNumber(value));
}

Cell Cell::mono(const QString &text)
{
    Cell cell;
    cell.kind = Kind::Mono;
    cell.text = text;
    return cell;
}

Cell Cell::twoLine(const QString &title, const QString &subtitle, bool monoSubtitle)
{
    Cell cell;
    cell.kind = Kind::TwoLine;
    cell.text = title;
    cell.subtitle = subtitle;
    cell.monoSubtitle = monoSubtitle;
    return cell;
}

Cell Cell::chip(StatusKind kind, const QString &text)
{
    Cell cell;
    cell.kind = Kind::Status;
    cell.status = kind;
    cell.text = text;
    return cell;
}

Cell Cell::tagList(const QStringList &tags)
{
    Cell cell;
    cell.kind = Kind::Tags;
    cell.tags = tags;
    return cell;
}

Cell Cell::validity(const QString &date, const QString &note, double fraction, StatusKind kind)
{
    Cell cell;
    cell.kind = Kind::Validity;
    cell.text = date;
    cell.subtitle = note;
    cell.fraction = fraction;
    cell.status = kind;
    return cell;
}

QString Cell::toText() const
{
    QStringList parts;
    if (!text.isEmpty())
        parts.append(text);
    if (!subtitle.isEmpty())
        parts.append(subtitle);
    if (!tags.isEmpty())
        parts.append(tags.join(QStringLiteral(", ")));
    return parts.join(u' ');
}

} // namespace cas::ui
