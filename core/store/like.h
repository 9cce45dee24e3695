// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cas::store {

/// A pattern for `LIKE ? ESCAPE '\'` that matches whatever contains `text`, taken literally.
inline QString containsPattern(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', QStringLiteral("\\\\"))
        .replace(u'%', QStringLiteral("\\%"))
        .replace(u'_', QStringLiteral("\\_"));
    return u'%' + escaped + u'%';
}

} // namespace cas::store
