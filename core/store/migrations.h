// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/store/connection.h"

#include <QList>

namespace cas::store {

/// PRAGMA application_id of our files: "CASC".
constexpr qint64 kApplicationId = 0x43415343;

/// One step of the schema, from resources/migrations/NNNN_name.sql.
struct Migration
{
    int number = 0;
    QString name;
    QByteArray sql;
    [[nodiscard]] QByteArray sha256() const;
};

/// Those compiled in: 1, 2, 3 ... without a gap.
/// @errors Internal: the files are not numbered so
Result<QList<Migration>> compiledMigrations();

/// Runs what the file lacks, each in one transaction together with its row in `migration`.
/// Safe when two processes do it at once: the second finds the work done.
Result<> migrate(Connection &connection, const QList<Migration> &migrations, const Clock &clock);

} // namespace cas::store
