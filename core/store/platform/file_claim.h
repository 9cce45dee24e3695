// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <memory>

namespace cas::store::platform {

/// Says that somebody works on a file, until this goes or its process dies, however it dies: what
/// is left of a program that was killed can then be told from what another one is writing.
/// Does not disturb SQLite's locks.
class FileClaim
{
public:
    /// @return null: somebody works on it, here or elsewhere; or there is no such file
    static std::unique_ptr<FileClaim> take(const QString &path);
    FileClaim(const FileClaim &) = delete;
    FileClaim &operator=(const FileClaim &) = delete;
    ~FileClaim();

private:
    explicit FileClaim(qintptr handle)
        : m_handle(handle)
    { }
    const qintptr m_handle;
};

} // namespace cas::store::platform
