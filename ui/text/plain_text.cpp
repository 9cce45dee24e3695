// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/plain_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace cas::ui {

namespace {

struct TextTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::Text)
};

bool isHidden(char32_t c)
{
    // Controls, line separators, bidi marks, embeddings, overrides and isolates, zero width and
    // other format characters (Unicode general categories Cc, Cf, Zl, Zp; UAX #9).
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
        return true;
    default:
        return false;
    }
}

} // namespace

QString visibleText(const QString &untrusted, int maxLength)
{
    QString out;
    out.reserve(qMin(untrusted.size(), qsizetype(maxLength)) + 8);
    int shown = 0;
    for (qsizetype i = 0; i < untrusted.size(); ++i) {
        if (shown == maxLength) {
            out += u'…';
            break;
        }
        char32_t c = untrusted.at(i).unicode();
        const bool pair = untrusted.at(i).isHighSurrogate() && i + 1 < untrusted.size()
                          && untrusted.at(i + 1).isLowSurrogate();
        if (pair)
            c = QChar::surrogateToUcs4(untrusted.at(i), untrusted.at(i + 1));
        if (c == U'\n') {
            out += u'⏎';
        } else if (isHidden(c)) {
            out += QStringLiteral("‹U+%1›").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
        } else {
            out += untrusted.at(i);
            if (pair)
                out += untrusted.at(i + 1);
        }
        if (pair)
            ++i;
        ++shown;
    }
    return out;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped());
}

QString isoDate(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().date().toString(Qt::ISODate) : QString();
}

QString isoDateTime(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    const int offset = local.offsetFromUtc() / 60;
    return QStringLiteral("%1 %2%3:%4")
        .arg(local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")))
        .arg(offset < 0 ? QLatin1Char('-') : QLatin1Char('+'))
        .arg(qAbs(offset) / 60, 2, 10, QLatin1Char('0'))
        .arg(qAbs(offset) % 60, 2, 10, QLatin1Char('0'));
}

QString relativeTime(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    constexpr qint64 kYear = 365; // days; from two years on they say more than days
    const qint64 seconds = now.secsTo(time);
    const qint64 days = now.toLocalTime().date().daysTo(time.toLocalTime().date());
    if (days >= 2 * kYear)
        return TextTr::tr("in %n year(s)", nullptr, int(days / kYear));
    if (days <= -2 * kYear)
        return TextTr::tr("%n year(s) ago", nullptr, int(-days / kYear));
    if (days > 1)
        return TextTr::tr("in %n day(s)", nullptr, int(days));
    if (days == 1)
        return TextTr::tr("tomorrow");
    if (days == -1)
        return TextTr::tr("yesterday");
    if (days < -1)
        return TextTr::tr("%n day(s) ago", nullptr, int(-days));
    const qint64 minutes = qAbs(seconds) / 60;
    if (minutes < 1)
        return TextTr::tr("now");
    if (minutes < 60)
        return seconds > 0 ? TextTr::tr("in %n minute(s)", nullptr, int(minutes))
                           : TextTr::tr("%n minute(s) ago", nullptr, int(minutes));
    return seconds > 0 ? TextTr::tr("in %n hour(s)", nullptr, int(minutes / 60))
                       : TextTr::tr("%n hour(s) ago", nullptr, int(minutes / 60));
}

QString dateWithDistance(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    return TextTr::tr("%1 (%2)", "a date and how far away it is")
        .arg(isoDate(time), relativeTime(time, now));
}

QString roughDuration(qint64 seconds)
{
    if (seconds < 90)
        return TextTr::tr("about %n s", "seconds", int(qMax<qint64>(1, seconds)));
    if (seconds < 5400)
        return TextTr::tr("about %n min", "minutes", int((seconds + 30) / 60));
    return TextTr::tr("about %n h", "hours", int((seconds + 1800) / 3600));
}

QString colonHex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(':').toUpper());
}

QString groupedHex(const QString &hex, int group)
{
    QString out;
    out.reserve(hex.size() + hex.size() / qMax(1, group));
    for (qsizetype i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % group == 0)
            out += u' ';
        out += hex.at(i);
    }
    return out;
}

QString ungroupedHex(const QString &hex)
{
    QString out;
    for (const QChar c : hex) {
        if (!c.isSpace() && c != u':')
            out += c;
    }
    return out;
}

QString groupedNumber(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace cas::ui
