// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <optional>

namespace cas::tags {

constexpr int kMaxTags = 20; // per object, operations.md §3.1

/// A checked tag: key 1-64 characters, value 0-128, neither starting with `aliyun` or `acs:` nor
/// containing `http://` or `https://` (operations.md §3.1).
class Tag
{
public:
    /// @errors InputMissing, InputTooLong(field `tag`, arg limit), InputInvalid(field `tag`)
    static Result<Tag> create(const QString &key, const QString &value);
    /// `key` or `key:value` as typed.
    static Result<Tag> parse(const QString &text);
    [[nodiscard]] const QString &key() const noexcept { return m_key; }
    [[nodiscard]] const QString &value() const noexcept { return m_value; }
    /// `key:value`, or `key` where the value is empty.
    [[nodiscard]] QString toString() const;
    bool operator==(const Tag &) const = default;

private:
    QString m_key;
    QString m_value;
};

/// What somebody saw before changing it: tags have no revision of their own to compare.
using KnownTags = std::optional<QList<Tag>>;

} // namespace cas::tags
