-- SPDX-License-Identifier: GPL-3.0-or-later
-- Accounts, audit, settings, tags, orders and the quota ledger: the rooms that act inside other
-- people's transactions. Times are UTC milliseconds since 1970; ids are base/id.h values; `seal` is
-- the 32-byte MAC of RowSealer over the columns that core/*/..._store.cpp names as sealed;
-- `revision` counts the writes of a row, starting at 1.

-- Who owns rows. One default account until there are several.
CREATE TABLE account (
    id         INTEGER PRIMARY KEY, -- prefix acc
    alias      TEXT    NOT NULL,    -- shown in the title bar
    metered    INTEGER NOT NULL,    -- 1: orders and quota are enforced (operations.md 3.4)
    created_at INTEGER NOT NULL,
    revision   INTEGER NOT NULL,
    seal       BLOB    NOT NULL
) STRICT;

-- Every mutating action, also the refused ones. No update and no delete path exists.
CREATE TABLE audit (
    id          INTEGER PRIMARY KEY, -- prefix evt
    account_id  INTEGER NOT NULL REFERENCES account(id),
    writer_id   INTEGER NOT NULL,    -- the process that wrote it (table writer): one segment each
    sequence    INTEGER NOT NULL,    -- 1, 2, 3 ... within the writer's segment
    at          INTEGER NOT NULL,
    operator    TEXT    NOT NULL,    -- OS user until there are operators
    host        TEXT    NOT NULL,
    event_name  TEXT    NOT NULL,    -- API action name, e.g. CreateRootCACertificate
    access      TEXT    NOT NULL,    -- read | write
    object_type TEXT    NOT NULL,    -- ca, certificate, ... or empty
    object_id   TEXT    NOT NULL,    -- printed id or empty
    result      TEXT    NOT NULL,    -- ok | refused
    error_code  TEXT    NOT NULL,    -- dotted name or empty
    parameters  TEXT    NOT NULL,    -- JSON object, secrets masked
    previous    BLOB    NOT NULL,    -- seal of the row before in this segment, empty for the first
    seal        BLOB    NOT NULL,
    UNIQUE (writer_id, sequence)
) STRICT;
CREATE INDEX audit_at ON audit (at DESC, id DESC);
CREATE INDEX audit_event ON audit (event_name, at DESC, id DESC);
CREATE INDEX audit_object ON audit (object_id, at DESC, id DESC) WHERE object_id <> '';

-- Where each segment ends, so that cutting rows off its end shows.
CREATE TABLE audit_head (
    id        INTEGER PRIMARY KEY, -- writer_id
    sequence  INTEGER NOT NULL,    -- of the segment's last row
    last_seal BLOB    NOT NULL,    -- seal of that row
    revision  INTEGER NOT NULL,
    seal      BLOB    NOT NULL
) STRICT;

-- Settings of the store; keys, defaults and ranges: core/settings/setting_keys.cpp.
CREATE TABLE setting (
    key        TEXT PRIMARY KEY,
    value      TEXT    NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Tags of any object: up to 20 each, a key once per object.
CREATE TABLE tag (
    object_type TEXT    NOT NULL, -- certificate | ca
    object_id   INTEGER NOT NULL,
    key         TEXT    NOT NULL, -- 1-64 characters
    value       TEXT    NOT NULL, -- 0-128 characters
    PRIMARY KEY (object_type, object_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_value ON tag (object_type, key, value, object_id);

-- Orders. Amounts are micro-units of the account's currency (1,000,000 = 1.00): no real money moves.
CREATE TABLE purchase_order (
    id         INTEGER PRIMARY KEY, -- prefix ord
    account_id INTEGER NOT NULL REFERENCES account(id),
    kind       TEXT    NOT NULL,    -- PCA | QUOTA
    status     TEXT    NOT NULL,    -- Paid | Refunded
    price_code TEXT    NOT NULL,    -- pca.ca, pca.cert
    quantity   INTEGER NOT NULL,
    unit_price INTEGER NOT NULL,    -- micro-units
    amount     INTEGER NOT NULL,    -- micro-units
    subject_id TEXT    NOT NULL,    -- printed id of what it was bought for
    created_at INTEGER NOT NULL,
    paid_at    INTEGER,
    created_by TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    seal       BLOB    NOT NULL
) STRICT;
CREATE INDEX purchase_order_created ON purchase_order (created_at DESC, id DESC);

-- The quota ledger: append-only postings; a balance is the sum of its deltas and never negative.
CREATE TABLE ledger (
    id         INTEGER PRIMARY KEY, -- prefix led
    account_id INTEGER NOT NULL REFERENCES account(id),
    at         INTEGER NOT NULL,
    bucket     TEXT    NOT NULL,    -- pca.cert (paid), pca.free (free certificates)
    owner_id   INTEGER NOT NULL,    -- a root CA: unassigned; a subordinate CA: its rest count
    delta      INTEGER NOT NULL,    -- certificates, negative when used
    reason     TEXT    NOT NULL,    -- purchase, free_grant, assign_in, assign_out, consume
    order_id   INTEGER REFERENCES purchase_order(id),
    ref_id     INTEGER,             -- certificate or CA that caused it
    operator   TEXT    NOT NULL,
    seal       BLOB    NOT NULL
) STRICT;
CREATE INDEX ledger_owner ON ledger (bucket, owner_id, at);

-- Balances, derived from the ledger in the same transaction; `store check` recomputes them.
CREATE TABLE quota_balance (
    bucket   TEXT    NOT NULL,
    owner_id INTEGER NOT NULL,
    balance  INTEGER NOT NULL CHECK (balance >= 0),
    PRIMARY KEY (bucket, owner_id)
) STRICT, WITHOUT ROWID;
