-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bulk issuing: which line of which CSV became which certificate, so that a batch that was
-- interrupted goes on where it stopped. What is issued is sealed in its own rows; a changed row
-- here makes a batch issue a line twice or leave it out; what it points at is checked before its
-- files are made again.

CREATE TABLE batch (
    id         INTEGER PRIMARY KEY, -- base/id.h value, never printed
    account_id INTEGER NOT NULL REFERENCES account(id),
    ca_id      INTEGER NOT NULL REFERENCES ca(id),
    csv_sha256 BLOB    NOT NULL,    -- of the file's bytes
    folder     TEXT    NOT NULL,    -- where its files go, absolute; empty: nowhere
    csv_name   TEXT    NOT NULL,    -- file name without folder, for people
    created_at INTEGER NOT NULL,
    created_by TEXT    NOT NULL,
    UNIQUE (ca_id, csv_sha256, folder)
) STRICT;

-- One row for each line that was issued, written in the transaction of its certificate.
CREATE TABLE batch_row (
    batch_id       INTEGER NOT NULL REFERENCES batch(id),
    line           INTEGER NOT NULL, -- 1-based line of the CSV where the record begins
    certificate_id INTEGER NOT NULL REFERENCES certificate(id),
    PRIMARY KEY (batch_id, line)
) STRICT, WITHOUT ROWID;
