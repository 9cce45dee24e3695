// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

namespace cas {

/// Stands for "nothing" where a Result carries no value.
struct Unit
{
    bool operator==(const Unit &) const = default;
};

/// A value or an Error, with the member names of std::expected so that a later switch is an alias.
/// `Result<>` is the Result of an operation that returns nothing.
template <class T = Unit>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result() requires std::is_same_v<T, Unit> : m_state(Unit{}) { }
    Result(T value) // NOLINT: implicit by design, `return value;`
        : m_state(std::in_place_index<0>, std::move(value))
    { }
    Result(Error error) // NOLINT: implicit by design, `return fail(...);`
        : m_state(std::in_place_index<1>, std::move(error))
    { }

    [[nodiscard]] bool has_value() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(value()); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    T &value() &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T &value() const &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T &&value() && { return std::move(value()); }
    T value_or(T fallback) const { return has_value() ? value() : std::move(fallback); }

    Error &error()
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }
    const Error &error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

    template <class F>
    auto and_then(F &&next) && -> std::invoke_result_t<F, T &&>
    {
        if (!has_value())
            return std::move(error());
        return std::forward<F>(next)(std::move(value()));
    }
    template <class F>
    auto transform(F &&map) && -> Result<std::invoke_result_t<F, T &&>>
    {
        if (!has_value())
            return std::move(error());
        return std::forward<F>(map)(std::move(value()));
    }

private:
    std::variant<T, Error> m_state;
};

/// Makes an error: `return fail(ErrorCode::InputMissing, u"name"_qs);`
inline Error fail(ErrorCode code, QString field = {}, QStringList args = {}, QString detail = {})
{
    return Error{code, std::move(field), std::move(args), std::move(detail), {}};
}

#define CAS_CONCAT_INNER(a, b) a##b
#define CAS_CONCAT(a, b) CAS_CONCAT_INNER(a, b)

/// `CAS_TRY(const auto key, decodeKey(der));` declares `key`, or returns the error. Once per line.
#define CAS_TRY(decl, expr)                                                                        \
    auto CAS_CONCAT(casResult, __LINE__) = (expr);                                                 \
    if (!CAS_CONCAT(casResult, __LINE__))                                                          \
        return std::move(CAS_CONCAT(casResult, __LINE__).error());                                 \
    decl = std::move(*CAS_CONCAT(casResult, __LINE__))

/// Returns the error of an operation whose value is not wanted.
#define CAS_TRY_VOID(expr)                                                                         \
    if (auto CAS_CONCAT(casResult, __LINE__) = (expr); !CAS_CONCAT(casResult, __LINE__))           \
    return std::move(CAS_CONCAT(casResult, __LINE__).error())

} // namespace cas
