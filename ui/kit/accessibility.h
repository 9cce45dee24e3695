// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cas::ui {

/// Teaches assistive technology the widgets of the kit, and names combo boxes by their label (Qt
/// 6.4 names them by their current entry on Unix). Call once the QApplication stands; calling again
/// does nothing.
void installAccessibility();

} // namespace cas::ui
