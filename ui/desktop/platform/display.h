// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cas::ui {

/// Whether a window can be opened at all, as far as the environment tells. Needs no QApplication.
bool hasDisplay();

} // namespace cas::ui
