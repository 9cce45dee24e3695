// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/scratch_file.h"
#include "core/store/platform/process.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <filesystem>

namespace cas::store {

namespace {

const QString kScratchEnding = QStringLiteral(".cas-part");
constexpr const char *kJournals[] = {"-wal", "-shm", "-journal"};

Error scratchError(const QFile &file, const QString &call)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::DiskFull : ErrorCode::Io, {}, {file.fileName()},
                call + QStringLiteral(": ") + file.errorString());
}

void removeWithJournals(const QString &path)
{
    QFile::remove(path);
    for (const char *suffix : kJournals)
        QFile::remove(path + QLatin1StringView(suffix));
}

/// What programs left behind that were killed. Nobody else gives files such names.
void sweep(const QDir &folder)
{
    static const QRegularExpression name(QStringLiteral("^(.+\\.[0-9a-f]{8}\\.cas-part)"
                                                        "(?:-wal|-shm|-journal)?$"));
    for (const QString &entry :
         folder.entryList({u'*' + kScratchEnding + u'*'}, QDir::Files | QDir::Hidden)) {
        const auto match = name.match(entry);
        if (!match.hasMatch())
            continue;
        const QString path = folder.filePath(match.captured(1));
        if (platform::FileClaim::take(path) || !QFileInfo::exists(path))
            removeWithJournals(path);
    }
}

} // namespace

Result<ScratchFile> ScratchFile::beside(const QString &target)
{
    const QDir folder(QFileInfo(target).absolutePath());
    if (!folder.exists())
        return fail(ErrorCode::FileNotFound, {}, {folder.path()});
    sweep(folder);
    for (;;) {
        const QString path = QFileInfo(target).absoluteFilePath() + u'.'
                             + QUuid::createUuid().toString(QUuid::Id128).left(8) + kScratchEnding;
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                       QFileDevice::ReadOwner | QFileDevice::WriteOwner))
            return scratchError(file, QStringLiteral("create"));
        file.close();
        // Null: another program swept it away in the moment before it was claimed.
        if (auto claim = platform::FileClaim::take(path))
            return ScratchFile(path, std::move(claim));
        if (QFileInfo::exists(path)) { // a file system without such locks
            return ScratchFile(path, nullptr);
        }
    }
}

ScratchFile::ScratchFile(ScratchFile &&other) noexcept
    : m_path(std::exchange(other.m_path, {}))
    , m_claim(std::move(other.m_claim))
{ }

ScratchFile::~ScratchFile()
{
    m_claim.reset();
    if (!m_path.isEmpty())
        removeWithJournals(m_path);
}

Result<> ScratchFile::keepAs(const QString &target, ErrorCode whenThere, WhenThere what)
{
    if (!platform::syncFile(m_path))
        return fail(ErrorCode::Io, {}, {target}, QStringLiteral("sync"));
    CAS_TRY_VOID(checkFree(target, whenThere, what));
    m_claim.reset(); // Windows renames nothing that somebody holds
    if (what == WhenThere::Replace) {
        std::error_code problem;
        std::filesystem::rename(QFileInfo(m_path).filesystemFilePath(),
                                QFileInfo(target).filesystemFilePath(), problem);
        if (problem)
            return fail(ErrorCode::Io, {}, {target}, QString::fromStdString(problem.message()));
    } else if (QFile file(m_path); !file.rename(target)) { // never replaces
        return QFileInfo::exists(target) ? fail(whenThere, {}, {target})
                                         : scratchError(file, QStringLiteral("rename"));
    }
    m_path.clear();
    platform::syncFolder(QFileInfo(target).absolutePath());
    return {};
}

Result<> checkFree(const QString &path, ErrorCode whenThere, ScratchFile::WhenThere what)
{
    const QFileInfo there(path);
    if ((there.exists() || there.isSymLink()) && what == ScratchFile::WhenThere::Refuse)
        return fail(whenThere, {}, {path});
    for (const char *suffix : kJournals) {
        const QString journal = path + QLatin1StringView(suffix);
        if (QFileInfo::exists(journal))
            return fail(whenThere, {}, {journal});
    }
    return {};
}

} // namespace cas::store
