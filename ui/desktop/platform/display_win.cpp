// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/platform/display.h"

namespace cas::ui {

bool hasDisplay()
{
    return true; // a session always has one
}

} // namespace cas::ui
