// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema_check.h"

#include <QMap>

namespace cas::store {

namespace {

/// "table certificate" -> its columns in order; views -> their text; indexes and triggers -> the
/// table that they are of.
using Shape = QMap<QString, QString>;

Result<Shape> shapeOf(Connection &connection)
{
    CAS_TRY(Query rows,
            connection.query(QStringLiteral(
                "SELECT m.type || ' ' || m.name, CASE m.type WHEN 'view' THEN m.sql ELSE "
                "m.tbl_name END, c.name, c.type, c.\"notnull\", c.pk "
                "FROM sqlite_master m LEFT JOIN pragma_table_xinfo(m.name) c ON m.type = 'table' "
                "WHERE m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1, c.cid")));
    Shape shape;
    while (rows.next()) {
        QString &object = shape[rows.text(0)];
        if (object.isEmpty())
            object = rows.text(1);
        for (int column = 2; column < 6; ++column)
            object += u'|' + rows.text(column);
    }
    CAS_TRY_VOID(rows.status());
    return shape;
}

} // namespace

Result<> checkSchema(Connection &connection, const QList<Migration> &migrations, int version)
{
    CAS_TRY(auto model, Connection::open(QStringLiteral(":memory:"), Connection::Access::Write));
    CAS_TRY_VOID(migrate(*model, migrations.first(version), SystemClock()));
    CAS_TRY(const Shape wanted, shapeOf(*model));
    CAS_TRY(const Shape found, shapeOf(connection));
    for (auto object = wanted.cbegin(); object != wanted.cend(); ++object) {
        if (found.value(object.key()) != object.value())
            return fail(ErrorCode::StoreDamaged, {}, {}, object.key() + QStringLiteral(" differs"));
    }
    for (auto object = found.cbegin(); object != found.cend(); ++object) {
        const bool ours = wanted.contains(QStringLiteral("table ") + object->section(u'|', 0, 0));
        const bool acts = object.key().startsWith(QStringLiteral("trigger "));
        if (!wanted.contains(object.key()) && (ours || acts))
            return fail(ErrorCode::StoreDamaged, {}, {},
                        object.key() + QStringLiteral(" is not ours"));
    }
    return {};
}

} // namespace cas::store
