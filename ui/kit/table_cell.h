// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/icons.h"
#include "ui/kit/tokens.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace cas::ui {

/// What a column is, for header, width and alignment. Cells say themselves how they look.
struct Column
{
    enum class Kind {
        Data,
        Selection, // check boxes, 40 px; at most one, the first
        Operations, // links from DataTable::setRowActions; at most one, the last
    };
    QString id; // stable, for remembered layouts: "name"
    QString title; // translated
    int width = 140; // start width, device-independent pixels
    int stretch = 0; // share of the room that is left; 0 keeps the width
    bool sortable = false;
    bool hidden = false; // not shown until the column chooser is used
    int optional = 0; // > 0: left out by itself in a narrow table, the highest first
    bool rightAligned = false; // numbers
    Kind kind = Kind::Data;

    static Column selection();
    static Column operations(const QString &title, int width = 220);
    /// The width of a column that shows this second line of a cell whole, device-independent
    /// pixels.
    static int subtitleWidth(const QString &text);
};

/// One cell as the table draws it. Every text is shown as plain text, made safe by the table
/// (plain_text.h, visibleText), so untrusted names may be given as they are.
struct Cell
{
    enum class Kind {
        Text, // text; subtitle below it in small second colour if given
        TwoLine, // text semi-bold, subtitle below (see monoSubtitle)
        Mono, // text in the monospace face
        Status, // chip: status + text; subtitle right of it
        Validity, // text (date), subtitle ("160 days"), bar of `fraction` in the status colour
        Tags, // tags
        Progress, // text and a bar of `fraction`
    };
    enum class Expander { None, Room, Closed, Open }; // Room: kept free beside others

    Kind kind = Kind::Text;
    QString text;
    QString subtitle;
    bool monoSubtitle = false;
    StatusKind status = StatusKind::Neutral;
    double fraction = -1; // 0..1 of a bar, -1: no bar
    QStringList tags;
    Symbol symbol = Symbol::None; // before the text
    bool quiet = false; // text in the second colour
    QString linkId; // a link after the text ("Assign"), triggers rowActionTriggered
    QString linkText;
    int depth = 0; // indent of a tree row, levels
    Expander expander = Expander::None;
    QString toolTip; // empty: the full text when it is elided

    static Cell plain(const QString &text);
    static Cell number(qint64 value); // grouped digits of the locale
    static Cell mono(const QString &text);
    static Cell twoLine(const QString &title, const QString &subtitle, bool monoSubtitle = false);
    static Cell chip(StatusKind kind, const QString &text);
    static Cell tagList(const QStringList &tags);
    /// @param fraction of the validity that remains, 0..1; the colour is `kind`'s
    static Cell validity(const QString &date, const QString &note, double fraction,
                         StatusKind kind);

    /// The cell as one line of text, for copying and for screen readers.
    [[nodiscard]] QString toText() const;
    bool operator==(const Cell &) const = default;
};

} // namespace cas::ui

Q_DECLARE_METATYPE(cas::ui::Cell)
