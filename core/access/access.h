// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace cas::access {

/// Who does something: the OS user, acting as the main account, until operators are configured.
struct Actor
{
    QString name; // login name
    QString host;
    /// The OS user and host of this process.
    static Actor current();
};

/// Decides whether an actor may use an action (names of operations.md §4, e.g.
/// `CreateRootCACertificate`). The main account passes every check and cannot be restricted; a
/// store without operators knows only the main account.
/// @thread any
class Access
{
public:
    explicit Access(Actor actor)
        : m_actor(std::move(actor))
    { }
    [[nodiscard]] const Actor &actor() const noexcept { return m_actor; }
    /// @errors NotPermitted(args action, actor)
    [[nodiscard]] Result<> require(const QString &action) const;

private:
    Actor m_actor;
};

} // namespace cas::access
