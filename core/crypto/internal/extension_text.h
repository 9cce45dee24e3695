// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace cas::crypto {

/// The value of an extension for people: one item a line, hex when it is not one we know,
/// `malformed: ` and hex when it cannot be read.
QString extensionText(QByteArrayView oid, QByteArrayView value);

} // namespace cas::crypto
