-- SPDX-License-Identifier: GPL-3.0-or-later
-- The vault's header: how the data key is wrapped. Written by core/vault alone. Everything in both
-- tables is authenticated: a slot's columns and the header's flags are associated data of that
-- slot's wrapping, and `seal` covers all rows, so one changed bit and the vault does not open.
-- Times are UTC milliseconds since 1970.

-- One row, or none while the store has no vault.
CREATE TABLE vault_header (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    version    INTEGER NOT NULL, -- of this form: 1
    uuid       TEXT    NOT NULL, -- of the vault, RFC 4122, lower case, no braces
    flags      INTEGER NOT NULL, -- bit 0: offline station, never a network
    created_at INTEGER NOT NULL,
    seal       BLOB    NOT NULL  -- HMAC-SHA-256 under the seal key over this row and all slots, 32 bytes
) STRICT;

-- One row for each way to the data key.
CREATE TABLE vault_slot (
    kind       TEXT PRIMARY KEY, -- passphrase | recovery | keychain
    kdf        TEXT    NOT NULL, -- scrypt (RFC 7914) | hkdf (RFC 5869, secrets of 200 bits and more)
    n          INTEGER NOT NULL, -- scrypt: cost, a power of two; hkdf: 0
    r          INTEGER NOT NULL, -- scrypt: block size; hkdf: 0
    p          INTEGER NOT NULL, -- scrypt: parallelisation; hkdf: 0
    salt       BLOB    NOT NULL, -- 32 random bytes
    verifier   BLOB    NOT NULL, -- HMAC that tells a wrong secret from a changed header, 32 bytes
    nonce      BLOB    NOT NULL, -- of AES-256-GCM, 12 random bytes
    wrapped    BLOB    NOT NULL, -- the data key encrypted under this slot's key: 32 bytes and the tag's 16
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
