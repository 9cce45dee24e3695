// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/ca.h"
#include "ui/kit/tokens.h"

#include <QCoreApplication>

namespace cas::ui {

/// Words for the values of CAs. Translated unless said.
class CaText
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CaText)
public:
    static QString status(privateca::CaStatus status);
    /// Each of them, for the width of a column.
    static QStringList everyStatus();
    static StatusKind statusKind(privateca::CaStatus status);
    static QString type(privateca::CaType type);
    /// The line under a CA's name: "Root · CN=Example Root R1, O=Example".
    static QString summary(const privateca::Ca &ca);
    /// "1,204 / 796", "88 / not limited".
    static QString counts(const privateca::Ca &ca);

    /// `ec-p256` -> "ECC P-256"; what is not an id is a label already. Not translated.
    static QString algorithm(const QString &id);
};

} // namespace cas::ui
