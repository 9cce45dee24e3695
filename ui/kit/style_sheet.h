// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QPalette>

namespace cas::ui {

/// Fills the placeholders of the style sheet: `@name` for every token, `@look` for light or dark.
/// @param source resources/style/app.qss
QString fillStyleSheet(QString source, const Tokens &tokens);

/// The palette that goes with the style sheet, for everything Fusion draws itself.
QPalette paletteFor(const Tokens &tokens);

} // namespace cas::ui
