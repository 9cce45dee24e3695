// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/row_links.h"

#include "ui/kit/tokens.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>

namespace cas::ui {

namespace {

struct LinksTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::DataTable)
};

constexpr int kLinkGap = 12;
constexpr int kMostLinks = 3;

QString moreText()
{
    return LinksTr::tr("More", "opens the rest of a row's actions");
}

} // namespace

int rowLinksWidth(const QStringList &texts, MoreLink more)
{
    const QFontMetrics metrics(QGuiApplication::font());
    int width = 2 * space::kM;
    QStringList all = texts;
    if (more == MoreLink::Yes)
        all.append(moreText());
    for (const QString &text : std::as_const(all))
        width += metrics.horizontalAdvance(text) + kLinkGap;
    return width - kLinkGap;
}

QList<RowLink> layoutRowLinks(const RowActions &actions, const QRect &cell, const QFont &font)
{
    const QFontMetrics metrics(font);
    const QString more = moreText();
    const int left = cell.left() + space::kM;
    const int room = cell.width() - 2 * space::kM;
    const auto width = [&](const QString &text) { return metrics.horizontalAdvance(text); };

    int direct = int(actions.size());
    if (direct > kMostLinks)
        direct = kMostLinks - 1;
    for (;; --direct) {
        const bool rest = direct < actions.size();
        int needed = rest ? width(more) : -kLinkGap;
        for (int i = 0; i < direct; ++i)
            needed += width(actions.at(i).text) + kLinkGap;
        if (needed <= room || direct <= 0)
            break;
    }
    direct = qMax(0, direct);

    QList<RowLink> links;
    const int height = metrics.height() + 4;
    const int top = cell.top() + (cell.height() - height) / 2;
    int x = left;
    const auto add = [&](int action, const QString &text) {
        links.append({action, text, QRect(x, top, width(text), height)});
        x += width(text) + kLinkGap;
    };
    for (int i = 0; i < direct; ++i)
        add(i, actions.at(i).text);
    if (direct < actions.size())
        add(-1, more);
    return links;
}

} // namespace cas::ui
