// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icons.h"

#include "ui/kit/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace cas::ui {

namespace {

QColor tintColor(Tint tint)
{
    const Tokens &tokens = Theme::of().tokens();
    switch (tint) {
    case Tint::Text:
        return tokens.text;
    case Tint::Second:
        return tokens.textSecond;
    case Tint::Third:
        return tokens.textThird;
    case Tint::Accent:
        return tokens.accent;
    case Tint::OnAccent:
        return tokens.onAccent;
    case Tint::Good:
        return tokens.good;
    case Tint::Warn:
        return tokens.warn;
    case Tint::Bad:
        return tokens.bad;
    case Tint::Neutral:
        return tokens.neutral;
    case Tint::Progress:
        return tokens.progress;
    }
    return tokens.text;
}

class SymbolEngine final : public QIconEngine
{
public:
    SymbolEngine(Symbol symbol, Tint tint)
        : m_symbol(symbol)
        , m_tint(tint)
    { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintSymbol(*painter, rect, m_symbol, color(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        // `size` is in device pixels here.
        return symbolPixmap(m_symbol, qMin(size.width(), size.height()), 1.0, color(mode));
    }
    [[nodiscard]] QIconEngine *clone() const override { return new SymbolEngine(m_symbol, m_tint); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        return tintColor(mode == QIcon::Disabled ? Tint::Third : m_tint);
    }
    Symbol m_symbol;
    Tint m_tint;
};

QByteArray symbolSource(Symbol symbol)
{
    QFile file(QStringLiteral(":/cas/icons/%1.svg").arg(symbolName(symbol)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString symbolName(Symbol symbol)
{
    // In the order of the enumeration.
    static constexpr const char *names[] = {"",
                                            "overview",
                                            "certificate",
                                            "domain",
                                            "deploy",
                                            "shield",
                                            "shield-check",
                                            "usb",
                                            "contact",
                                            "company",
                                            "bell",
                                            "order",
                                            "log",
                                            "lock",
                                            "unlock",
                                            "tools",
                                            "settings",
                                            "search",
                                            "chevron-down",
                                            "chevron-right",
                                            "chevron-left",
                                            "chevron-up",
                                            "close",
                                            "plus",
                                            "download",
                                            "upload",
                                            "copy",
                                            "trash",
                                            "tag",
                                            "more",
                                            "check",
                                            "warning",
                                            "error",
                                            "info",
                                            "refresh",
                                            "key",
                                            "eye",
                                            "eye-off",
                                            "external",
                                            "filter",
                                            "columns",
                                            "calendar",
                                            "undo",
                                            "language",
                                            "sun",
                                            "moon",
                                            "printer",
                                            "folder",
                                            "file",
                                            "play",
                                            "pause",
                                            "chain",
                                            "server",
                                            "revoke",
                                            "arrow-up",
                                            "arrow-down",
                                            "menu",
                                            "edit",
                                            "user",
                                            "clock",
                                            "minus",
                                            "chart"};
    static_assert(std::size(names) == size_t(Symbol::Chart) + 1);
    return QString::fromLatin1(names[size_t(symbol)]);
}

QIcon icon(Symbol symbol, Tint tint)
{
    return symbol == Symbol::None ? QIcon() : QIcon(new SymbolEngine(symbol, tint));
}

QPixmap symbolPixmap(Symbol symbol, int size, qreal ratio, const QColor &color)
{
    const int pixels = qMax(1, qRound(size * ratio));
    const QString key = QStringLiteral("cas/%1/%2/%3")
                            .arg(int(symbol))
                            .arg(pixels)
                            .arg(color.rgba(), 8, 16, QLatin1Char('0'));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(pixels, pixels);
        pixmap.fill(Qt::transparent);
        QByteArray svg = symbolSource(symbol);
        svg.replace("#000", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(0, 0, pixels, pixels));
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

void paintSymbol(QPainter &painter, const QRectF &rect, Symbol symbol, const QColor &color)
{
    if (symbol == Symbol::None || rect.isEmpty())
        return;
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const int size = qRound(qMin(rect.width(), rect.height()));
    QPointF at(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    at = QPointF(qRound(at.x() * ratio) / ratio, qRound(at.y() * ratio) / ratio);
    painter.drawPixmap(at, symbolPixmap(symbol, size, ratio, color));
}

} // namespace cas::ui
