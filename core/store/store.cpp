// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema_check.h"
#include "core/store/scratch_file.h"
#include "core/store/sqlite_store.h"
#include "core/store/store_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

namespace cas::store {

namespace {

Result<> fillNewFile(const QString &path, const QList<Migration> &migrations, const Clock &clock)
{
    CAS_TRY(auto connection, Connection::open(path, Connection::Access::Write));
    CAS_TRY_VOID(connection->script("PRAGMA application_id=" + QByteArray::number(kApplicationId)));
    CAS_TRY_VOID(migrate(*connection, migrations, clock));
    CAS_TRY_VOID(connection->exec(
        QStringLiteral("INSERT INTO store_meta (id, uuid, created_at) VALUES (1, ?, ?)"),
        {QUuid::createUuid().toString(QUuid::WithoutBraces), clock.now()}));
    return {};
}

/// Brings an older file to our version, after a copy of it as it was.
Result<> upgradeFile(const QString &path, int version, const QList<Migration> &migrations,
                     const Clock &clock)
{
    const QString before = path + QStringLiteral(".before-%1").arg(version);
    CAS_TRY(ScratchFile scratch, ScratchFile::beside(before));
    CAS_TRY_VOID(copyDatabase(path, Connection::Access::Read, scratch.path()));
    {
        CAS_TRY(auto copy, Connection::open(scratch.path(), Connection::Access::Immutable));
        CAS_TRY_VOID(checkPages(*copy, path));
    }
    QFile::remove(before); // of an attempt that failed
    CAS_TRY_VOID(scratch.keepAs(before, ErrorCode::FileExists));
    CAS_TRY(auto connection, Connection::open(path, Connection::Access::Write));
    return migrate(*connection, migrations, clock);
}

/// Looks at a file and upgrades it if it is an older one.
/// @return what it is then
Result<FileFacts> upToDate(const StoreUrl &url, OpenMode mode, const Clock &clock)
{
    CAS_TRY(const auto migrations, compiledMigrations());
    const int newest = static_cast<int>(migrations.size());
    CAS_TRY(FileFacts facts, inspectFile(url.path, newest));
    if (facts.schemaVersion < newest) {
        // Older rows cannot be read by newer queries.
        if (mode == OpenMode::ReadOnly || !facts.writable)
            return fail(ErrorCode::StoreReadOnly, {}, {url.path},
                        QStringLiteral("schema %1 must become %2 first")
                            .arg(facts.schemaVersion)
                            .arg(newest));
        CAS_TRY_VOID(upgradeFile(url.path, facts.schemaVersion, migrations, clock));
        facts.schemaVersion = newest;
    }
    CAS_TRY(auto connection, Connection::open(url.path, facts.readAccess));
    auto shape = checkSchema(*connection, migrations, newest);
    if (!shape) {
        shape.error().args = QStringList{url.path};
        return shape.error();
    }
    return facts;
}

} // namespace

Store::Store(QObject *parent)
    : QObject(parent)
{ }

Store::~Store() = default;

Result<StoreUrl> StoreUrl::parse(const QString &text)
{
    const auto invalid = [&] {
        return fail(ErrorCode::InputInvalid, QStringLiteral("store"), {text.left(200)});
    };
    QString path = text;
    // One letter before the colon is a drive.
    static const QRegularExpression schemeForm(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]+):(.*)$"),
                                               QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = schemeForm.match(text); match.hasMatch()) {
        const QString scheme = match.captured(1).toLower();
        if (scheme == QStringLiteral("postgresql") || scheme == QStringLiteral("postgres"))
            return fail(ErrorCode::NotInThisVersion, QStringLiteral("store"), {scheme});
        path = match.captured(2);
        if (scheme != QStringLiteral("sqlite")) {
            if (path.startsWith(QStringLiteral("//")))
                return invalid();
            path = text; // a file name with a colon in it
        } else if (path.startsWith(QStringLiteral("//"))) {
            path = path.mid(2); // sqlite:///absolute/path
        }
    }
    if (path.trimmed().isEmpty() || path.contains(QChar(0)) || path.endsWith(u'/'))
        return invalid();
    return StoreUrl{QDir::cleanPath(QFileInfo(path).absoluteFilePath())};
}

Result<> Store::makeFile(const StoreUrl &url, const Clock &clock)
{
    if (QFileInfo::exists(url.path))
        return fail(ErrorCode::StoreExists, {}, {url.path});
    CAS_TRY(const auto migrations, compiledMigrations());
    const QString folder = QFileInfo(url.path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::Io, {}, {folder}, QStringLiteral("mkpath"));
    // Made aside and renamed: whoever finds the file finds a whole store.
    CAS_TRY(ScratchFile scratch, ScratchFile::beside(url.path));
    CAS_TRY_VOID(fillNewFile(scratch.path(), migrations, clock));
    return scratch.keepAs(url.path, ErrorCode::StoreExists);
}

Result<std::unique_ptr<Store>> Store::create(const StoreUrl &url, const Clock &clock)
{
    CAS_TRY_VOID(makeFile(url, clock));
    return open(url, OpenMode::ReadWrite, clock);
}

Result<> Store::upgrade(const StoreUrl &url, OpenMode mode, const Clock &clock)
{
    CAS_TRY_VOID(upToDate(url, mode, clock));
    return {};
}

Result<std::unique_ptr<Store>> Store::open(const StoreUrl &url, OpenMode mode, const Clock &clock)
{
    CAS_TRY(const FileFacts facts, upToDate(url, mode, clock));
    const bool readOnly = mode == OpenMode::ReadOnly || !facts.writable;

    StoreInfo info;
    info.path = url.path;
    info.schemaVersion = facts.schemaVersion;
    info.readOnly = readOnly;
    auto store = std::make_unique<SqliteStore>(
        info, readOnly ? facts.readAccess : Connection::Access::Read, clock);
    CAS_TRY_VOID(store->start());
    return std::unique_ptr<Store>(std::move(store));
}

} // namespace cas::store
