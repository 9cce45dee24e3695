// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

class QFrame;
class QLabel;

namespace cas::ui {

/// The colour of a label; follows the look.
enum class Tone { Text, Second, Third, Accent, Good, Warn, Bad };

/// A label that shows plain text only, in a style and a tone, wrapping when `wrap`. The only way
/// labels are made in ui/: a QLabel on its own would read "<b>" in a certificate as markup.
enum class Wrap { No, Yes };
QLabel *makeLabel(TextStyle style, Tone tone, QWidget *parent, Wrap wrap = Wrap::No);

/// Changes the tone later.
void setTone(QLabel *label, Tone tone);

/// A 1 px horizontal line in the border colour.
QFrame *makeLine(QWidget *parent);

} // namespace cas::ui
