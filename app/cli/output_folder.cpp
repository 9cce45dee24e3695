// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output_folder.h"
#include "core/certificates/output_file.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace cas::cli {

OutputFolder::OutputFolder(QString path)
    : m_path(std::move(path))
{ }

OutputFolder::OutputFolder(OutputFolder &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_made(std::exchange(other.m_made, {}))
{ }

OutputFolder::~OutputFolder()
{
    for (const QString &folder : std::as_const(m_made))
        QDir().rmdir(folder); // only while it is empty
}

Result<OutputFolder> OutputFolder::prepare(const QString &path)
{
    const auto refused = [&] {
        return fail(ErrorCode::InputInvalid, QStringLiteral("out"), {path});
    };
    if (path.isEmpty())
        return fail(ErrorCode::InputMissing, QStringLiteral("out"));
    OutputFolder folder(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    QStringList missing; // deepest first
    QFileInfo there(folder.m_path);
    while (!there.exists() && !there.isSymLink() && !there.isRoot()) {
        missing.append(there.filePath());
        there.setFile(there.path());
    }
    if (!there.isDir())
        return refused();
    for (auto name = missing.crbegin(); name != missing.crend(); ++name) {
        if (!QDir().mkdir(*name))
            return fail(ErrorCode::Io, QStringLiteral("out"), {path});
        folder.m_made.prepend(*name);
    }
    CAS_TRY_VOID(certificates::checkOutputFolder(folder.m_path));
    return folder;
}

} // namespace cas::cli
