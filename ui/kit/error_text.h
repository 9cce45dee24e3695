// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The sentences stand in a room without widgets, because casctl uses them too.
#include "ui/text/error_text.h"
