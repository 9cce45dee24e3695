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
        self.other = self.issue(sub, "c.test", days=9)
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

    def test_a_store_whose_tables_were_changed_is_damaged_and_not_restored(self):
        for statement in ("ALTER TABLE certificate DROP COLUMN subject", "DROP TABLE audit_head",
                          "CREATE TRIGGER t AFTER INSERT ON certificate BEGIN DELETE FROM ca; END",
                          "DROP INDEX issuance_revoked"):
            with self.subTest(statement):
                copy = self.dir / "changed.cas"
                copy.unlink(missing_ok=True)
                self.ok("store", "backup", copy)
                db = sqlite3.connect(copy)
                with db:
                    db.execute(statement)
                db.close()
                self.refused(1, "store.damaged", "store", "info", store=copy)
                self.refused(1, "store.damaged", "store", "restore", copy, "--into",
                             self.dir / "back.cas")
                self.assertFalse((self.dir / "back.cas").exists())

    def test_what_was_taken_away_whole_is_missed(self):
        writer = "(SELECT min(writer_id) FROM audit WHERE event_name LIKE 'Create%Certificate')"
        newest = "(SELECT max(id) FROM ledger WHERE reason = 'consume')"
        for table, statements in (
                ("crl", ["DELETE FROM crl WHERE number = (SELECT max(number) FROM crl)"]),
                ("audit", [f"DELETE FROM audit_head WHERE id = {writer}",
                           f"DELETE FROM audit WHERE writer_id = {writer}"]),
                ("ledger", ["UPDATE quota_balance SET balance = balance + 1 WHERE owner_id = "
                            f"(SELECT owner_id FROM ledger WHERE id = {newest}) AND bucket = "
                            f"(SELECT bucket FROM ledger WHERE id = {newest})",
                            f"DELETE FROM ledger WHERE id = {newest}"])):
            with self.subTest(table):
                self.edit(*((statement, ()) for statement in statements))
                self.assertEqual(self.findings(), {table})

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

    def test_a_changed_revocation_list_is_not_handed_out(self):
        sub = self.sub_ca()
        number, _, der = self.crl_row()
        for sql, values in (("UPDATE crl SET der = ? WHERE der = ?", (flipped(der), der)),
                            ("UPDATE crl SET next_update = next_update + 1 WHERE der = ?", (der,)),
                            ("UPDATE crl SET number = number + 1 WHERE der = ?", (der,))):
            with self.subTest(sql):
                self.edit((sql, values))
                self.refused(1, "store.seal", "ca", "crl", "--ca", sub, "--out",
                             self.dir / "x.crl")
        self.edit(("DELETE FROM crl WHERE der = ?", (der,)))
        again = self.ok("ca", "crl", "--ca", sub, "--out", self.dir / "x.crl")
        self.assertEqual((again["number"], again["entries"]), (number, 1))

    def test_no_operation_makes_a_changed_row_good_again(self):
        sub = self.sub_ca()
        row = "id = (SELECT id FROM certificate WHERE common_name = 'c.test')"
        gone = "id = (SELECT id FROM certificate WHERE common_name = 'a.test')"
        revoke = ("ca", "revoke", "--ca", sub, "--serial", self.other["serial"], "--reason",
                  "superseded")
        revoked = self.ok("cert", "list", "--search", "a.test")["items"][0]["id"]
        cases = [
            ("certificate", f"SET not_after = not_after + 1 WHERE {row}", revoke),
            ("issuance", f"SET reason = 1 WHERE {row}", revoke),
            ("certificate", f"SET not_after = not_after + 1 WHERE {gone}",
             ("cert", "delete", revoked)),
            ("ca", "SET crl_days = 1 WHERE type = 'SUB_ROOT'", ("ca", "disable", sub)),
        ]
        for table, change, operation in cases:
            with self.subTest(" ".join(operation[:2]) + " " + table):
                self.edit((f"UPDATE {table} {change}", ()))
                self.refused(1, "store.seal", *operation)
                self.assertIn(table, self.findings())

    def test_a_changed_account_or_balance_is_not_built_on(self):
        root = next(ca["id"] for ca in self.ok("ca", "list")["items"] if ca["type"] == "root")
        sub = self.sub_ca()
        issue = ("ca", "issue", "--ca", sub, "--type", "server", "--cn", "d.test", "--days", 9)
        buy = ("ca", "quota", "buy", "--ca", root, "--count", 1)
        assign = ("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 9)
        owner = "owner_id = (SELECT id FROM ca WHERE type = 'SUB_ROOT')"
        cases = [
            ("account", ["UPDATE account SET metered = 0"],
             [issue, buy, assign, ("ca", "create-root", "--name", "n", "--subject", "CN=n",
                                   "--years", 1)]),
            ("quota_balance", [f"UPDATE quota_balance SET balance = 99 WHERE {owner}"],
             [issue, assign]),
            ("quota_balance", [f"DELETE FROM quota_balance WHERE {owner}"], [issue, assign]),
            ("ledger", [f"UPDATE ledger SET delta = 99 WHERE reason = 'assign_in' AND {owner}",
                        "UPDATE quota_balance SET balance = (SELECT SUM(delta) FROM ledger l WHERE "
                        "l.bucket = quota_balance.bucket AND l.owner_id = quota_balance.owner_id)"],
             [issue, assign]),
            ("ledger", [f"UPDATE ledger SET delta = 0 WHERE reason = 'consume' AND {owner}",
                        "UPDATE quota_balance SET balance = (SELECT SUM(delta) FROM ledger l WHERE "
                        "l.bucket = quota_balance.bucket AND l.owner_id = quota_balance.owner_id)"],
             [issue, assign]),
        ]
        for table, statements, operations in cases:
            for operation in operations:
                with self.subTest(f"{statements[0]} {operation[1:3]}"):
                    self.edit(*((sql, ()) for sql in statements))
                    self.refused(1, "store.seal", *operation)
            self.assertIn(table, self.findings())

    def test_a_ca_that_was_put_below_itself_is_still_listed(self):
        for sql in ("UPDATE ca SET parent_id = id", "UPDATE ca SET parent_id = 1",
                    "UPDATE ca SET parent_id = (SELECT other.id FROM ca other WHERE other.id <> "
                    "ca.id)"):
            with self.subTest(sql):
                self.edit((sql, ()))
                self.assertEqual(self.ok("ca", "list")["total"], 2)
                self.assertIn("ca", self.findings())

    def test_rows_that_are_gone_are_named(self):
        cases = {
            "issuance": ["DELETE FROM issuance", "UPDATE ca SET issued_count = 0"],
            "audit": ["DELETE FROM audit", "DELETE FROM audit_head"],
        }
        for table, statements in cases.items():
            with self.subTest(table):
                self.edit(*((sql, ()) for sql in statements))
                self.assertIn(table, self.findings())

    def test_a_changed_ca_signs_nothing(self):
        self.edit(("UPDATE ca SET state = 'Enabled', crl_days = 1 WHERE type = 'SUB_ROOT'", ()))
        sub = [ca for ca in self.ok("ca", "list")["items"] if ca["type"] == "sub"][0]["id"]
        self.refused(1, "store.seal", "ca", "issue", "--ca", sub, "--type", "server", "--cn",
                     "c.test", "--days", 9)

    def sub_ca(self):
        return next(ca["id"] for ca in self.ok("ca", "list")["items"] if ca["type"] == "sub")

    def crl_row(self):
        """The newest list of the subordinate CA as the store has it."""
        db = sqlite3.connect(self.store)
        row = db.execute("SELECT number, entries, der FROM crl WHERE ca_id = (SELECT id FROM ca "
                         "WHERE type = 'SUB_ROOT') ORDER BY number DESC LIMIT 1").fetchone()
        db.close()
        return row

    def test_no_revocation_list_is_signed_from_changed_rows(self):
        sub = self.sub_ca()
        good = self.crl_row()
        self.assertEqual(good[1], 1)
        revoked = "(SELECT id FROM issuance WHERE revoked_at IS NOT NULL)"
        other = "(SELECT id FROM certificate WHERE common_name = 'b.test')"
        undone = f"UPDATE issuance SET revoked_at = NULL, reason = NULL WHERE id = {revoked}"
        cases = {
            "undone": [undone],
            "undone in both tables": [
                f"UPDATE certificate SET state = 'Issued', revoked_at = NULL WHERE id = {revoked}",
                undone],
            "deleted": [f"DELETE FROM issuance WHERE id = {revoked}"],
            "deleted in both tables": [
                f"DELETE FROM certificate_der WHERE certificate_id = {revoked}",
                f"DELETE FROM certificate WHERE id = {revoked}",
                f"DELETE FROM issuance WHERE id = {revoked}"],
            "put under another CA": ["UPDATE issuance SET ca_id = (SELECT id FROM ca WHERE type = "
                                     f"'ROOT') WHERE id = {revoked}"],
            "another reason": [f"UPDATE issuance SET reason = 1 WHERE id = {revoked}"],
            "added": [f"UPDATE issuance SET revoked_at = 1767225600000, reason = 1 "
                      f"WHERE id = {other}"],
        }
        for name, statements in cases.items():
            with self.subTest(name):
                self.edit(*((sql, ()) for sql in statements))
                # Something else is revoked, so a new list is due; the fact itself is kept.
                self.ok("ca", "revoke", "--ca", sub, "--serial", self.other["serial"], "--reason",
                        "superseded")
                self.refused(1, "store.seal", "ca", "crl", "--ca", sub, "--out",
                             self.dir / "x.crl")
                self.assertFalse((self.dir / "x.crl").exists())
                self.assertEqual(self.crl_row(), good)


if __name__ == "__main__":
    console.main()
