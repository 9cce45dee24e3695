-- SPDX-License-Identifier: GPL-3.0-or-later
-- Private CAs, what they issued and revoked, their CRLs.

CREATE TABLE ca (
    id             INTEGER PRIMARY KEY, -- prefix ca
    account_id     INTEGER NOT NULL REFERENCES account(id),
    name           TEXT    NOT NULL,    -- alias, unique in the account, 1-64 characters
    type           TEXT    NOT NULL,    -- ROOT | SUB_ROOT
    ownership      TEXT    NOT NULL,    -- enterprise | uploaded
    parent_id      INTEGER REFERENCES ca(id), -- the CA of this store that signed it
    certificate_id INTEGER REFERENCES certificate(id), -- none while Pending Enable
    key_id         INTEGER REFERENCES key_pair(id),
    state          TEXT    NOT NULL,    -- Pending Enable | Enabled | Disabled | Revoked
    crl_enabled    INTEGER NOT NULL,
    crl_days       INTEGER NOT NULL,    -- 1-365
    crl_url        TEXT    NOT NULL,    -- http URL in cRLDistributionPoints, empty: none
    issuer_url     TEXT    NOT NULL,    -- http URL in authorityInfoAccess caIssuers, empty: none
    ocsp_url       TEXT    NOT NULL,    -- http URL in authorityInfoAccess OCSP, empty: none
    service_end    INTEGER,             -- end of the purchased service, metered stores only
    issued_count   INTEGER NOT NULL,    -- derived: rows in issuance
    created_at     INTEGER NOT NULL,
    created_by     TEXT    NOT NULL,
    revision       INTEGER NOT NULL,
    seal           BLOB    NOT NULL
) STRICT;
CREATE UNIQUE INDEX ca_name ON ca (account_id, name);
CREATE INDEX ca_parent ON ca (parent_id);

-- That a CA of this store issued a certificate, and whether it took it back.
CREATE TABLE issuance (
    id         INTEGER PRIMARY KEY REFERENCES certificate(id), -- the certificate
    ca_id      INTEGER NOT NULL REFERENCES ca(id),
    serial     BLOB    NOT NULL,
    revoked_at INTEGER,
    reason     INTEGER,             -- CRLReason, RFC 5280 5.3.1
    revision   INTEGER NOT NULL,
    seal       BLOB    NOT NULL,
    UNIQUE (ca_id, serial)
) STRICT;
CREATE INDEX issuance_ca ON issuance (ca_id, id);
CREATE INDEX issuance_revoked ON issuance (ca_id, revoked_at, id) WHERE revoked_at IS NOT NULL;

-- CRLs as published; the newest of each CA is the one that counts.
CREATE TABLE crl (
    id          INTEGER PRIMARY KEY,
    ca_id       INTEGER NOT NULL REFERENCES ca(id),
    number      INTEGER NOT NULL, -- cRLNumber
    this_update INTEGER NOT NULL,
    next_update INTEGER NOT NULL,
    entries     INTEGER NOT NULL,
    der         BLOB    NOT NULL,
    revision    INTEGER NOT NULL,
    seal        BLOB    NOT NULL,
    UNIQUE (ca_id, number)
) STRICT;
