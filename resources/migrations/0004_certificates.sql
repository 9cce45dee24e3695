-- SPDX-License-Identifier: GPL-3.0-or-later
-- X.509 objects of any origin and the keys that belong to them. Roles stand beside the one
-- certificate table: issuance (0005) now; public applications, pairs and custody later.

-- Key pairs whose private half this store holds.
CREATE TABLE key_pair (
    id          INTEGER PRIMARY KEY, -- prefix key
    account_id  INTEGER NOT NULL REFERENCES account(id),
    algorithm   TEXT    NOT NULL,    -- ec-p256 ...
    spki_sha256 BLOB    NOT NULL UNIQUE, -- SHA-256 of the DER SubjectPublicKeyInfo; certificates link by it
    private_key BLOB    NOT NULL,    -- PKCS#8, wrapped by RowSealer (purpose private_key)
    created_at  INTEGER NOT NULL,
    revision    INTEGER NOT NULL,
    seal        BLOB    NOT NULL
) STRICT;

-- One row per X.509 certificate.
CREATE TABLE certificate (
    id            INTEGER PRIMARY KEY, -- prefix cert
    account_id    INTEGER NOT NULL REFERENCES account(id),
    sha256        BLOB    NOT NULL UNIQUE, -- of the DER
    serial        BLOB    NOT NULL,    -- big endian, no leading zero octet
    issuer_id     INTEGER REFERENCES certificate(id), -- the certificate that signed it, where held
    source        TEXT    NOT NULL,    -- ISSUED (by a CA of this store), CA (is one), UPLOAD
    type          TEXT    NOT NULL,    -- server | client | ca | other
    brand         TEXT    NOT NULL,    -- name of the issuing CA, or the issuer's common name
    name          TEXT    NOT NULL,    -- what people call it; the common name at first
    common_name   TEXT    NOT NULL,
    subject       TEXT    NOT NULL,    -- for people, RFC 4514 style
    sans          TEXT    NOT NULL,    -- values, comma and blank between; at most 1,000 names
    key_algorithm TEXT    NOT NULL,    -- ec-p256 ..., or a label for kinds we do not make
    spki_sha256   BLOB    NOT NULL,    -- links to key_pair
    not_before    INTEGER NOT NULL,
    not_after     INTEGER NOT NULL,
    warn_at       INTEGER NOT NULL,    -- when About To Expire begins (operations.md 3.3)
    state         TEXT    NOT NULL,    -- Issued | Revoked: life cycle only, dates decide the rest
    revoked_at    INTEGER,
    deleted_at    INTEGER,             -- "Recently deleted"
    created_at    INTEGER NOT NULL,
    created_by    TEXT    NOT NULL,
    revision      INTEGER NOT NULL,
    seal          BLOB    NOT NULL
) STRICT;
-- Every sortable column has an index that ends with the id, so that keyset pages are exact.
CREATE INDEX certificate_created ON certificate (deleted_at, id);
CREATE INDEX certificate_name ON certificate (deleted_at, name COLLATE NOCASE, id);
CREATE INDEX certificate_not_after ON certificate (deleted_at, not_after, id);
CREATE INDEX certificate_not_before ON certificate (deleted_at, not_before, id);
CREATE INDEX certificate_algorithm ON certificate (deleted_at, key_algorithm, id);
CREATE INDEX certificate_brand ON certificate (deleted_at, brand COLLATE NOCASE, id);
CREATE INDEX certificate_type ON certificate (deleted_at, type, id);
CREATE INDEX certificate_state ON certificate (deleted_at, state, warn_at, not_after, id);
CREATE INDEX certificate_issuer ON certificate (issuer_id, deleted_at, id);
CREATE INDEX certificate_spki ON certificate (spki_sha256);
CREATE INDEX certificate_serial ON certificate (serial);

-- The bytes, apart from the narrow rows that lists walk.
CREATE TABLE certificate_der (
    certificate_id INTEGER PRIMARY KEY REFERENCES certificate(id),
    der            BLOB NOT NULL
) STRICT;

-- Substring search (three characters and more) over what people type.
CREATE VIRTUAL TABLE certificate_search USING fts5(
    name, common_name, sans, content='certificate', content_rowid='id', tokenize='trigram'
);
