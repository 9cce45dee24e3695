// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/platform/file_claim.h"

#include <QString>

namespace cas::store {

/// A file that stays only if keepAs() is called: removed, with SQLite's companions, otherwise. One
/// that a killed program left is removed by the next that makes one in the same folder.
class ScratchFile
{
public:
    enum class WhenThere { Refuse, Replace };

    /// Makes it beside `target`, empty, 0600, under a name nobody has.
    /// @errors FileNotFound(args folder): no such folder; Io, DiskFull(args file)
    static Result<ScratchFile> beside(const QString &target);
    ScratchFile(ScratchFile &&other) noexcept;
    ScratchFile &operator=(ScratchFile &&) = delete;
    ~ScratchFile();
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Syncs it and renames it to `target`, durably.
    /// @errors `whenThere`: something has that name; Io, DiskFull
    Result<> keepAs(const QString &target, ErrorCode whenThere, WhenThere what = WhenThere::Refuse);

private:
    ScratchFile(QString path, std::unique_ptr<platform::FileClaim> claim)
        : m_path(std::move(path))
        , m_claim(std::move(claim))
    { }
    QString m_path;
    std::unique_ptr<platform::FileClaim> m_claim;
};

/// Whether a database could be put at `path`: nothing stands there, and no journal of one that did,
/// which SQLite would play back into the new one.
/// @errors `whenThere`(args what stands there)
Result<> checkFree(const QString &path, ErrorCode whenThere,
                   ScratchFile::WhenThere what = ScratchFile::WhenThere::Refuse);

} // namespace cas::store
