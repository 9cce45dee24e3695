// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/typed_bytes.h"

#include <QDateTime>
#include <QtEndian>

namespace cas::vault {

TypedBytes::TypedBytes(QByteArrayView purpose)
{
    m_bytes.reserve(512);
    text(purpose);
}

void TypedBytes::number(quint64 value)
{
    char octets[sizeof value];
    qToBigEndian(value, octets);
    m_bytes.append(octets, sizeof octets);
}

TypedBytes &TypedBytes::null()
{
    m_bytes.append('\0');
    return *this;
}

TypedBytes &TypedBytes::integer(qint64 value)
{
    m_bytes.append('\1');
    number(static_cast<quint64>(value));
    return *this;
}

TypedBytes &TypedBytes::text(QByteArrayView utf8)
{
    m_bytes.append('\2');
    number(static_cast<quint64>(utf8.size()));
    m_bytes.append(utf8);
    return *this;
}

TypedBytes &TypedBytes::blob(QByteArrayView bytes)
{
    m_bytes.append('\3');
    number(static_cast<quint64>(bytes.size()));
    m_bytes.append(bytes);
    return *this;
}

Result<> TypedBytes::value(const QVariant &value)
{
    if (value.isNull()) {
        null();
        return {};
    }
    switch (value.typeId()) {
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        integer(value.toLongLong());
        return {};
    case QMetaType::QString:
        text(value.toString().toUtf8());
        return {};
    case QMetaType::QByteArray:
        blob(value.toByteArray());
        return {};
    case QMetaType::QDateTime: {
        const QDateTime time = value.toDateTime();
        if (time.isValid())
            integer(time.toMSecsSinceEpoch());
        else
            null();
        return {};
    }
    default:
        return fail(ErrorCode::InvalidArgument, {}, {},
                    QStringLiteral("a value of type %1 cannot be sealed")
                        .arg(QLatin1StringView(value.typeName())));
    }
}

} // namespace cas::vault
