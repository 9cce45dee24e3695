// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

// Resources in a static library are dropped by the linker unless somebody names them; the macro
// has to stand outside any namespace.
static void loadMigrationResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace cas::store {

namespace {

Result<> applyMigration(Connection &connection, const Migration &migration, const Clock &clock)
{
    CAS_TRY(const qint64 version, connection.number(QStringLiteral("PRAGMA user_version")));
    if (version >= migration.number)
        return {};
    CAS_TRY_VOID(connection.script(migration.sql));
    CAS_TRY_VOID(connection.exec(
        QStringLiteral(
            "INSERT INTO migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)"),
        {migration.number, migration.name, migration.sha256(), clock.now()}));
    return connection.script("PRAGMA user_version=" + QByteArray::number(migration.number));
}

} // namespace

QByteArray Migration::sha256() const
{
    return QCryptographicHash::hash(sql, QCryptographicHash::Sha256);
}

Result<QList<Migration>> compiledMigrations()
{
    loadMigrationResources();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/cas/migrations"));
    for (const QString &file :
         folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        Migration migration;
        migration.number = file.left(4).toInt();
        migration.name = file.mid(5).chopped(4);
        QFile text(folder.filePath(file));
        if (!text.open(QIODevice::ReadOnly) || migration.number != migrations.size() + 1)
            return fail(ErrorCode::Internal, {}, {},
                        QStringLiteral("migration out of order: ") + file);
        migration.sql = text.readAll();
        migrations.append(migration);
    }
    if (migrations.isEmpty())
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("no migrations compiled in"));
    return migrations;
}

Result<> migrate(Connection &connection, const QList<Migration> &migrations, const Clock &clock)
{
    for (const Migration &migration : migrations) {
        CAS_TRY_VOID(connection.script("BEGIN IMMEDIATE"));
        Result<> applied = applyMigration(connection, migration, clock);
        if (applied)
            applied = connection.script("COMMIT");
        if (!applied) {
            if (connection.inTransaction())
                (void)connection.script("ROLLBACK");
            Error error = applied.error();
            error.detail =
                QStringLiteral("migration %1: %2").arg(migration.number).arg(error.detail);
            return error;
        }
    }
    return {};
}

} // namespace cas::store
