// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace cas::crypto {

/// Drains this thread's OpenSSL error queue into an Error: `detail` is "call: reason; reason",
/// `native` the first (deepest) number.
/// @param call the OpenSSL function that failed
/// @thread any; leaves this thread's queue empty
Error failOpenssl(const char *call, ErrorCode code = ErrorCode::Crypto);

} // namespace cas::crypto
