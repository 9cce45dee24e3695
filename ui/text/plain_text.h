// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace cas::ui {

/// Untrusted text as one harmless line: control and bidi characters become their visible form
/// (U+000A is "⏎", others "‹U+202E›"), and more than `maxLength` characters are cut with "…".
/// Widgets must still show it as plain text.
QString visibleText(const QString &untrusted, int maxLength = 200);

/// A tooltip that shows exactly this text: Qt would guess rich text otherwise.
QString plainToolTip(const QString &text);

/// "2026-12-09": the local date of a UTC time. Empty for a null time.
QString isoDate(const QDateTime &time);
/// "2026-12-09 14:03:22 +08:00": local time with its zone.
QString isoDateTime(const QDateTime &time);
/// "in 12 days", "in 3 years", "3 hours ago", "yesterday": whole words, translated.
QString relativeTime(const QDateTime &time, const QDateTime &now);
/// "2026-12-09 (in 16 days)".
QString dateWithDistance(const QDateTime &time, const QDateTime &now);
/// "about 12 s", "about 3 min", "about 2 h" for what is left. @param seconds 0 or more
QString roughDuration(qint64 seconds);

/// "AB:CD:EF" from raw bytes, upper case.
QString colonHex(const QByteArray &bytes);
/// Puts a space after every `group` characters of hex, for reading aloud; see ungroupedHex().
QString groupedHex(const QString &hex, int group = 4);
/// Takes the grouping of both out again, for copying.
QString ungroupedHex(const QString &hex);

/// Digits grouped for the locale: "1,204".
QString groupedNumber(qint64 value);

} // namespace cas::ui
