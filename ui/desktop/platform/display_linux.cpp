// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/platform/display.h"

#include <QtGlobal>

namespace cas::ui {

bool hasDisplay()
{
    // QT_QPA_PLATFORM may name a platform that needs neither (offscreen, vnc).
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
           || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

} // namespace cas::ui
