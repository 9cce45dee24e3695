// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/backup_store.h"
#include "core/settings/setting_keys.h"
#include "core/settings/setting_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cas::backup_store {

namespace {

const QString kStateKey = QStringLiteral("backup.state");

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonObject errorObject(const Error &error)
{
    return {{QStringLiteral("code"), errorName(error.code)},
            {QStringLiteral("args"), QJsonArray::fromStringList(error.args)},
            {QStringLiteral("detail"), error.detail}};
}

ErrorCode codeNamed(const QString &name)
{
    struct Named
    {
        ErrorCode code;
        const char *name;
    };
    static constexpr Named list[] = {
#define CAS_ERROR_ROW(code, text, status) {ErrorCode::code, text},
        CAS_ERROR_CODES(CAS_ERROR_ROW)
#undef CAS_ERROR_ROW
    };
    for (const Named &one : list) {
        if (name == QLatin1StringView(one.name))
            return one.code;
    }
    return ErrorCode::Internal; // of a newer program
}

Error errorOf(const QJsonObject &object)
{
    QStringList args;
    for (const auto &arg : object.value(QStringLiteral("args")).toArray())
        args.append(arg.toString());
    return fail(codeNamed(object.value(QStringLiteral("code")).toString()), {}, args,
                object.value(QStringLiteral("detail")).toString());
}

QJsonObject toJson(const BackupState &state)
{
    QJsonObject object{{QStringLiteral("scheduled_at"), timeText(state.scheduledAt)}};
    if (state.last)
        object.insert(
            QStringLiteral("last"),
            QJsonObject{{QStringLiteral("file"), state.last->file},
                        {QStringLiteral("taken_at"), timeText(state.last->takenAt)},
                        {QStringLiteral("bytes"), state.last->bytes},
                        {QStringLiteral("rows"), state.last->rows},
                        {QStringLiteral("sha256"), QString::fromLatin1(state.last->sha256.toHex())},
                        {QStringLiteral("seals"), state.last->sealsChecked},
                        {QStringLiteral("milliseconds"), state.last->milliseconds}});
    if (state.failure) {
        QJsonObject failure = errorObject(state.failure->error);
        failure.insert(QStringLiteral("at"), timeText(state.failure->at));
        failure.insert(QStringLiteral("folder"), state.failure->folder);
        object.insert(QStringLiteral("failure"), failure);
    }
    if (state.tested.at.isValid()) {
        QJsonObject tested{{QStringLiteral("at"), timeText(state.tested.at)},
                           {QStringLiteral("file"), state.tested.file},
                           {QStringLiteral("taken_at"), timeText(state.tested.takenAt)},
                           {QStringLiteral("rows"), state.tested.rows}};
        if (state.tested.error)
            tested.insert(QStringLiteral("error"), errorObject(*state.tested.error));
        object.insert(QStringLiteral("tested"), tested);
    }
    return object;
}

BackupState fromJson(const QJsonObject &object)
{
    BackupState state;
    state.scheduledAt = timeOf(object.value(QStringLiteral("scheduled_at")));
    if (const auto last = object.value(QStringLiteral("last")).toObject(); !last.isEmpty()) {
        BackupReport report;
        report.file = last.value(QStringLiteral("file")).toString();
        report.takenAt = timeOf(last.value(QStringLiteral("taken_at")));
        report.bytes = last.value(QStringLiteral("bytes")).toInteger();
        report.rows = last.value(QStringLiteral("rows")).toInteger();
        report.sha256 =
            QByteArray::fromHex(last.value(QStringLiteral("sha256")).toString().toLatin1());
        report.sealsChecked = last.value(QStringLiteral("seals")).toBool();
        report.milliseconds = last.value(QStringLiteral("milliseconds")).toInteger();
        state.last = report;
    }
    if (const auto failure = object.value(QStringLiteral("failure")).toObject(); !failure.isEmpty())
        state.failure = BackupState::Failure{timeOf(failure.value(QStringLiteral("at"))),
                                             failure.value(QStringLiteral("folder")).toString(),
                                             errorOf(failure)};
    const auto tested = object.value(QStringLiteral("tested")).toObject();
    state.tested.at = timeOf(tested.value(QStringLiteral("at")));
    state.tested.file = tested.value(QStringLiteral("file")).toString();
    state.tested.takenAt = timeOf(tested.value(QStringLiteral("taken_at")));
    state.tested.rows = tested.value(QStringLiteral("rows")).toInteger();
    if (tested.contains(QStringLiteral("error")))
        state.tested.error = errorOf(tested.value(QStringLiteral("error")).toObject());
    return state;
}

} // namespace

Result<BackupSchedule> schedule(store::Reader &reader)
{
    CAS_TRY(const auto values, settings::setting_store::all(reader));
    const auto value = [&values](const QString &key) {
        const auto row = settings::findSettingKey(key);
        return values.value(key, row ? QString::fromLatin1((*row)->fallback) : QString());
    };
    BackupSchedule schedule;
    const QString every = value(settings::keys::backupEvery);
    if (every == QStringLiteral("daily"))
        schedule.every = BackupSchedule::Every::Daily;
    else if (every == QStringLiteral("weekly"))
        schedule.every = BackupSchedule::Every::Weekly;
    schedule.hour = std::clamp(value(settings::keys::backupHour).toInt(), 0, 23);
    schedule.keep = std::max(1, value(settings::keys::backupKeep).toInt());
    schedule.folder = value(settings::keys::backupFolder);
    return schedule;
}

Result<BackupState> state(store::Reader &reader)
{
    CAS_TRY(const auto values, settings::setting_store::all(reader));
    return fromJson(QJsonDocument::fromJson(values.value(kStateKey).toUtf8()).object());
}

Result<> change(store::Transaction &tx, const std::function<void(BackupState &)> &edit)
{
    CAS_TRY(BackupState now, state(tx));
    edit(now);
    return settings::setting_store::set(
        tx, kStateKey,
        QString::fromUtf8(QJsonDocument(toJson(now)).toJson(QJsonDocument::Compact)));
}

Result<QString> storeUuid(store::Reader &reader)
{
    CAS_TRY(store::Query row, reader.query(QStringLiteral("SELECT uuid FROM store_meta")));
    const QString uuid = row.next() ? row.text(0) : QString();
    CAS_TRY_VOID(row.status());
    return uuid;
}

Result<CertificateId> anyCertificate(store::Reader &reader)
{
    CAS_TRY(store::Query row,
            reader.query(QStringLiteral("SELECT id FROM certificate ORDER BY id DESC LIMIT 1")));
    const auto id = row.next() ? row.id<CertificateId>(0) : CertificateId();
    CAS_TRY_VOID(row.status());
    return id;
}

Result<HeldKey> anyKey(store::Reader &reader)
{
    CAS_TRY(store::Query row,
            reader.query(
                QStringLiteral("SELECT id, spki_sha256 FROM key_pair ORDER BY id DESC LIMIT 1")));
    HeldKey key;
    if (row.next())
        key = {row.id<KeyId>(0), row.blob(1)};
    CAS_TRY_VOID(row.status());
    return key;
}

} // namespace cas::backup_store
