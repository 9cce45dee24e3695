-- SPDX-License-Identifier: GPL-3.0-or-later
-- What every store has before any feature: who it is, who writes it, what is still to do.
-- Times are UTC milliseconds since 1970. PRAGMA application_id (0x43415343, "CASC") and user_version
-- (number of the last migration) are written by core/store/migrations.cpp.

-- Migrations that ran, oldest first.
CREATE TABLE migration (
    number     INTEGER PRIMARY KEY, -- 1, 2, 3 ...: the file's number
    name       TEXT    NOT NULL,    -- file name without number and suffix
    sha256     BLOB    NOT NULL,    -- of the text that ran, 32 bytes
    applied_at INTEGER NOT NULL
) STRICT;

-- The store itself: one row.
CREATE TABLE store_meta (
    id         INTEGER PRIMARY KEY CHECK (id = 1),
    uuid       TEXT    NOT NULL,    -- RFC 4122, lower case, no braces; never changes, backups keep it
    created_at INTEGER NOT NULL
) STRICT;

-- Processes that opened the store for writing, one row for each time. The low ten bits of the id
-- are part of every row id that the process makes; audit segments are chained per writer.
CREATE TABLE writer (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used twice
    host       TEXT    NOT NULL,    -- machine name
    pid        INTEGER NOT NULL,    -- process id on that machine
    user       TEXT    NOT NULL,    -- operating system user
    started_at INTEGER NOT NULL,
    closed_at  INTEGER              -- null: still open, or ended without closing
) STRICT;

-- What is to be done because something happened; written in the transaction of the event.
CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY, -- base/id.h value, never printed
    topic        TEXT    NOT NULL,    -- which consumer, e.g. crl.publish
    subject      TEXT    NOT NULL,    -- printed id of what it is about; repeats of topic and subject merge
    payload      BLOB    NOT NULL,    -- JSON object in UTF-8, or empty; no secrets
    attempts     INTEGER NOT NULL,    -- how often it was leased
    not_before   INTEGER NOT NULL,    -- due from then on
    leased_until INTEGER,             -- a consumer works on it until then; null: waits
    leased_by    INTEGER,             -- that consumer's writer id
    last_error   TEXT    NOT NULL,    -- why the last attempt failed, English; empty: none did
    created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_due ON outbox (topic, not_before, id);
CREATE INDEX outbox_subject ON outbox (topic, subject);

-- Counts commits that changed rows which views show, so that a process can tell other processes'
-- commits from its own (PRAGMA data_version alone cannot): one row.
CREATE TABLE change_seq (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    value INTEGER NOT NULL            -- grows by one with each such commit
) STRICT;
INSERT INTO change_seq (id, value) VALUES (1, 0);
