// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

/// A folder for the store files of one test; gone with it.
class StoreFolder
{
protected:
    void makeFolder() { m_dir = std::make_unique<QTemporaryDir>(); }
    void removeFolder() { m_dir.reset(); }
    [[nodiscard]] QString file(const char *name) const
    {
        return m_dir->filePath(QString::fromLatin1(name));
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files, QDir::Name);
    }
    /// A new store with a table `note` of `rows` rows.
    std::unique_ptr<cas::store::Store> make(const char *name, int rows = 0)
    {
        using namespace cas;
        auto store = store::Store::create({file(name)}, m_clock);
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        const auto filled = (*store)->write<Unit>([rows](store::Transaction &tx) -> Result<> {
            CAS_TRY_VOID(
                tx.exec(QStringLiteral("CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT)")));
            CAS_TRY_VOID(tx.exec(QStringLiteral("CREATE INDEX note_body ON note (body)")));
            for (int i = 1; i <= rows; ++i)
                CAS_TRY_VOID(tx.exec(QStringLiteral("INSERT INTO note VALUES (?, ?)"),
                                     {i, QString(200, u'a') + QString::number(i)}));
            return {};
        });
        if (!filled)
            qFatal("%s", qPrintable(filled.error().detail));
        return std::move(*store);
    }
    cas::Result<std::unique_ptr<cas::store::Store>> openIt(
        const char *name, cas::store::OpenMode mode = cas::store::OpenMode::ReadWrite)
    {
        return cas::store::Store::open({file(name)}, mode, m_clock);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    cas::SystemClock m_clock;
};

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void overwrite(const QString &path, qint64 at, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs SQL as another program would.
inline void runSql(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(path.toUtf8().constData(), &handle), SQLITE_OK);
    char *message = nullptr;
    sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &message);
    const QString problem = QString::fromUtf8(message);
    sqlite3_free(message);
    sqlite3_close(handle);
    QVERIFY2(problem.isEmpty(), qPrintable(problem));
}

/// The first column of the first row, -1 where there is none.
inline qint64 numberOf(cas::store::Store &store, const char *sql)
{
    using namespace cas;
    const auto number = store.read<qint64>([sql](store::Reader &reader) -> Result<qint64> {
        CAS_TRY(store::Query rows, reader.query(QString::fromLatin1(sql)));
        rows.next();
        CAS_TRY_VOID(rows.status());
        return rows.integer(0);
    });
    return number ? *number : -1;
}
