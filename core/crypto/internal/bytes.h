// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace cas::crypto {

/// OpenSSL reads unsigned char and Qt holds char; these are the only casts between them.
inline const unsigned char *rawData(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}
inline unsigned char *rawData(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}
inline size_t rawSize(QByteArrayView bytes)
{
    return static_cast<size_t>(bytes.size());
}

} // namespace cas::crypto
