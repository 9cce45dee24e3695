// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHashFunctions>
#include <QString>

#include <atomic>
#include <compare>

namespace cas {

/// A row's identity: 63 bits, sortable by creation time, unique across writers without asking
/// anybody (42 bits of milliseconds since 2020-01-01, 10 bits of writer, 11 bits of sequence).
/// Tag types name the entity and its printed prefix, so that a CA's id is never taken for a
/// certificate's. Outside the program an id is its text form only: `ca-0d3k9r1tq5f2m`.
template <class Tag>
class Id
{
public:
    Id() = default;
    explicit Id(qint64 value)
        : m_value(value)
    { }

    [[nodiscard]] qint64 value() const noexcept { return m_value; }
    [[nodiscard]] bool isNull() const noexcept { return m_value == 0; }
    explicit operator bool() const noexcept { return m_value != 0; }

    /// `prefix-` and 13 characters of Crockford base 32, lower case; empty for a null id.
    [[nodiscard]] QString toString() const;
    /// @errors NotFound: not an id of this kind (an id that cannot exist is simply not there)
    static Result<Id> parse(const QString &text);

    auto operator<=>(const Id &) const = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

namespace detail {
QString formatId(const char *prefix, qint64 value);
Result<qint64> parseId(const char *prefix, const QString &text);
} // namespace detail

template <class Tag>
QString Id<Tag>::toString() const
{
    return m_value ? detail::formatId(Tag::prefix, m_value) : QString();
}

template <class Tag>
Result<Id<Tag>> Id<Tag>::parse(const QString &text)
{
    return detail::parseId(Tag::prefix, text).transform([](qint64 value) { return Id(value); });
}

struct AccountTag
{
    static constexpr const char *prefix = "acc";
};
struct CaTag
{
    static constexpr const char *prefix = "ca";
};
struct CertificateTag
{
    static constexpr const char *prefix = "cert";
};
struct KeyTag
{
    static constexpr const char *prefix = "key";
};
struct AuditTag
{
    static constexpr const char *prefix = "evt";
};
struct OrderTag
{
    static constexpr const char *prefix = "ord";
};
struct LedgerTag
{
    static constexpr const char *prefix = "led";
};

using AccountId = Id<AccountTag>;
using CaId = Id<CaTag>;
using CertificateId = Id<CertificateTag>;
using KeyId = Id<KeyTag>;
using AuditId = Id<AuditTag>;
using OrderId = Id<OrderTag>;
using LedgerId = Id<LedgerTag>;

/// Hands out ids; one per process and store.
/// @thread any
class IdSource
{
public:
    /// @param writer 0..1023, the number this process got when it opened the store
    explicit IdSource(int writer = 0)
        : m_writer(writer & 1023)
    { }
    /// A new id, greater than every one this source gave before, also when the clock goes back.
    [[nodiscard]] qint64 next();
    template <class IdType>
    [[nodiscard]] IdType next()
    {
        return IdType(next());
    }

private:
    const qint64 m_writer;
    std::atomic<qint64> m_last = 0; // milliseconds << 11 | sequence
};

} // namespace cas
