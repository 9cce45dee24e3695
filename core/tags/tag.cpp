// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tags/tag.h"

namespace cas::tags {

namespace {

Result<QString> checkedTagPart(const QString &text, qsizetype limit)
{
    const QString clean = text.trimmed();
    if (clean.size() > limit)
        return fail(ErrorCode::InputTooLong, QStringLiteral("tag"), {QString::number(limit)});
    for (const QChar c : clean) {
        if (c.category() == QChar::Other_Control)
            return fail(ErrorCode::InputInvalid, QStringLiteral("tag"), {clean});
    }
    const bool reserved = clean.startsWith(QStringLiteral("aliyun"), Qt::CaseInsensitive)
                          || clean.startsWith(QStringLiteral("acs:"), Qt::CaseInsensitive)
                          || clean.contains(QStringLiteral("http://"), Qt::CaseInsensitive)
                          || clean.contains(QStringLiteral("https://"), Qt::CaseInsensitive);
    if (reserved)
        return fail(ErrorCode::InputInvalid, QStringLiteral("tag"), {clean});
    return clean;
}

} // namespace

Result<Tag> Tag::create(const QString &key, const QString &value)
{
    Tag tag;
    CAS_TRY(tag.m_key, checkedTagPart(key, 64));
    CAS_TRY(tag.m_value, checkedTagPart(value, 128));
    if (tag.m_key.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("tag"));
    return tag;
}

Result<Tag> Tag::parse(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return create(text, {});
    return create(text.left(colon), text.mid(colon + 1));
}

QString Tag::toString() const
{
    return m_value.isEmpty() ? m_key : m_key + u':' + m_value;
}

} // namespace cas::tags
