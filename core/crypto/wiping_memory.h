// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cas::crypto {

/// Makes OpenSSL overwrite whatever memory it gives back. OpenSSL 3.0 clears its own key objects,
/// but not the buffers that its decoders, PKCS#12 key derivation and DER writers put keys and
/// passphrases into on the way; those would stay in freed memory, and in a core dump, after a lock.
///
/// To be called as the first thing in main(), before anything uses OpenSSL: memory taken before
/// cannot be followed.
/// @return false when it is too late; nothing is changed then
/// @thread main, before any other thread runs
bool wipeFreedMemory() noexcept;

} // namespace cas::crypto
