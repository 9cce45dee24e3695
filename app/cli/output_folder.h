// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace cas::cli {

/// A folder that files will go to, made and tried before something is done that cannot be taken
/// back. What was made for it is removed again, unless it is kept.
class OutputFolder
{
public:
    /// @errors InputInvalid(field `out`): empty, or something that is no folder stands in the way;
    ///         DiskFull, Io(field `out`): it cannot be made or written to
    static Result<OutputFolder> prepare(const QString &path);
    OutputFolder(OutputFolder &&other) noexcept;
    OutputFolder &operator=(OutputFolder &&) = delete;
    ~OutputFolder();

    void keep() { m_made.clear(); }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    explicit OutputFolder(QString path);

    QString m_path;
    QStringList m_made; // deepest first
};

} // namespace cas::cli
