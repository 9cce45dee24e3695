// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/crypto/key_algorithm.h"

#include <QList>
#include <QString>

class QComboBox;
class QPushButton;

namespace cas::ui {

class Form;

/// A combo of key algorithms; ECC P-256 is chosen where it is among them, else the first.
QComboBox *makeAlgorithmCombo(const QList<crypto::KeyAlgorithm> &algorithms);
crypto::KeyAlgorithm algorithmOf(const QComboBox *combo);
/// What a CA with this key may certify: SM2 only SM2, everything else anything but SM2.
QList<crypto::KeyAlgorithm> algorithmsUnder(const QString &caKeyAlgorithmId);

/// The sentence about an alias, empty when it is good (an empty alias is).
QString nameProblem(const QString &typed);

/// A link on a line of its own that folds fields away; the caller says what it does and sets its
/// text.
QPushButton *addFold(Form *form, const QString &objectName);

/// The same error at another field.
Error withField(Error error, const QString &field);

} // namespace cas::ui
