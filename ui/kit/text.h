// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The text helpers stand in a room without widgets, because casctl uses them too.
#include "ui/text/plain_text.h"
