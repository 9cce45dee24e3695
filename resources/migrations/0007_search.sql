-- SPDX-License-Identifier: GPL-3.0-or-later
-- Search over one text for each certificate instead of three columns that mostly say the same: the
-- common name of a server stands among its alternative names, and it is the name at first. Less
-- to cut into trigrams, which is a large part of what writing a certificate costs.

-- What the search index holds for a certificate: what people type, each on a line of its own, left
-- out where the rest contains it.
CREATE VIEW certificate_text (id, text) AS
    SELECT id, CASE WHEN instr(rest, name) > 0 THEN rest ELSE name || char(10) || rest END
    FROM (SELECT id, name,
                 CASE WHEN instr(sans, common_name) > 0 THEN sans
                      ELSE common_name || char(10) || sans END AS rest
          FROM certificate);

-- Substring search (three characters and more).
DROP TABLE certificate_search;
CREATE VIRTUAL TABLE certificate_search USING fts5(
    text, content='certificate_text', content_rowid='id', tokenize='trigram'
);
INSERT INTO certificate_search (certificate_search) VALUES ('rebuild');

-- An index that issuing need not write: the serials of what this store issued stand in issuance's own,
-- (ca_id, serial).
DROP INDEX certificate_serial;
CREATE INDEX certificate_serial ON certificate (serial) WHERE source <> 'ISSUED';
