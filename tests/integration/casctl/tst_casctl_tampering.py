#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is changed behind the console's back is found and named: one flipped bit in every sealed
column of every table, in a certificate, in the log; rows cut from the log; the offline flag."""
import sqlite3

import console

# Columns nobody can vouch for, and why.
UNSEALED = {
    "certificate": {"name": "a label people change", "brand": "a label", "key_algorithm": "derived",
                    "warn_at": "derived, compared", "common_name": "derived, compared",
                    "subject": "derived, compared", "sans": "derived, compared"},
    "ca": {"issued_count": "derived, compared"},
}
SEALED_TABLES = ["account", "audit", "audit_head", "purchase_order", "ledger", "key_pair",
                 "certificate", "ca", "issuance", "crl"]


def flipped(value):
    if value is None:
        return 1
    if isinstance(value, int):
        return value ^ 1
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"\x01"
    return (chr(ord(value[0]) ^ 1) + value[1:]) if value else "x"


class Tampering(console.ConsoleTest):
    metered = True

    def setUp(self):
        super().setUp()
        root = self.root()
        sub = self.sub(root)
        self.ok("ca", "quota", "buy", "--ca", root, "--count", 5)
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 3)
        leaf = self.issue(sub, "a.test", days=9)
        self.issue(sub, "b.test", days=9)
        self.ok("ca", "revoke", "--ca", sub, "--serial", leaf["serial"], "--reason", "superseded")
        self.assertEqual(self.ok("store", "check")["status"], "ok")
        # One file, so that a copy is whole.
        with sqlite3.connect(self.store) as db:
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db.close()
        self.sound = self.store.read_bytes()

    def edit(self, *statements):
        for suffix in ("-wal", "-shm"):
            (self.dir / ("test.cas" + suffix)).unlink(missing_ok=True)
        self.store.write_bytes(self.sound)
        db = sqlite3.connect(self.store)
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("PRAGMA ignore_check_constraints = ON")
        for sql, values in statements:
            db.execute(sql, values)
        db.commit()
        db.close()

    def findings(self):
        answer = self.run_casctl("store", "check")
        self.assertEqual((answer.status, answer.json["status"]), (1, "damaged"), answer.text)
        return {finding["table"] for finding in answer.json["findings"]}

    def columns(self, table):
        db = sqlite3.connect(self.store)
        rows = db.execute(f"PRAGMA table_info({table})").fetchall()
        primary = next(name for _, name, _, _, _, key in rows if key)
        values = db.execute(f"SELECT * FROM {table} ORDER BY 1 DESC LIMIT 1").fetchone()
        db.close()
        return primary, {row[1]: value for row, value in zip(rows, values)}

    def test_one_bit_in_any_sealed_column_names_the_table(self):
        for table in SEALED_TABLES:
            primary, row = self.columns(table)
            for column, value in row.items():
                if column == primary or column in UNSEALED.get(table, {}):
                    continue
                with self.subTest(f"{table}.{column}"):
                    self.edit((f"UPDATE {table} SET {column} = ? WHERE {primary} = ?",
                               (flipped(value), row[primary])))
                    self.assertIn(table, self.findings())

    def test_derived_columns_are_compared_with_what_they_come_from(self):
        for column in ("warn_at", "common_name", "subject", "sans"):
            with self.subTest(column):
                _, row = self.columns("certificate")
                self.edit((f"UPDATE certificate SET {column} = ? WHERE id = ?",
                           (flipped(row[column]), row["id"])))
                self.assertIn("certificate", self.findings())
        self.edit(("UPDATE ca SET issued_count = issued_count + 1", ()))
        self.assertIn("ca", self.findings())
        self.edit(("UPDATE quota_balance SET balance = balance + 1", ()))
        self.assertIn("quota_balance", self.findings())

    def test_one_bit_in_a_certificate_is_found_and_it_is_not_handed_out(self):
        db = sqlite3.connect(self.store)
        certificate, der = db.execute(
            "SELECT certificate_id, der FROM certificate_der LIMIT 1").fetchone()
        db.close()
        self.edit(("UPDATE certificate_der SET der = ? WHERE certificate_id = ?",
                   (der[:-1] + bytes([der[-1] ^ 1]), certificate)))
        self.assertIn("certificate_der", self.findings())
        first = self.ok("cert", "list", "--sort", "created", "--limit", 1)["items"][0]["id"]
        self.refused(1, "store.seal", "cert", "export", first, "--format", "pem", "--out",
                     self.dir / "x.pem")

    def test_rows_cut_from_the_log_are_missed(self):
        last = "(SELECT max(id) FROM audit)"
        first = "(SELECT min(id) FROM audit)"
        for which in (last, first):
            with self.subTest(which):
                self.edit((f"DELETE FROM audit WHERE id = {which}", ()))
                self.assertTrue(self.findings() & {"audit", "audit_head"})
                answer = self.run_casctl("store", "verify-audit")
                self.assertEqual(answer.status, 1)

    def test_a_changed_ca_signs_nothing(self):
        self.edit(("UPDATE ca SET state = 'Enabled', crl_days = 1 WHERE type = 'SUB_ROOT'", ()))
        sub = [ca for ca in self.ok("ca", "list")["items"] if ca["type"] == "sub"][0]["id"]
        self.refused(1, "store.seal", "ca", "issue", "--ca", sub, "--type", "server", "--cn",
                     "c.test", "--days", 9)


if __name__ == "__main__":
    console.main()
