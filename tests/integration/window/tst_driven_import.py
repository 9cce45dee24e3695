#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person imports what openssl made, sees what was refused and why, and opens a protected file."""
import csv
import json

import drive
import driven
from console import tool

PASSWORD = "file password"


class ImportDriven(driven.DrivenTest):
    def setUp(self):
        super().setUp()
        self.key, self.crt = self.dir / "site.key", self.dir / "site.crt"
        tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", 90, "-subj", "/CN=www.example.test", "-keyout", self.key, "-out",
             self.crt, "-addext", "subjectAltName=DNS:www.example.test")
        self.pfx = self.dir / "site.pfx"
        tool("openssl", "pkcs12", "-export", "-in", self.crt, "-inkey", self.key, "-out", self.pfx,
             "-passout", f"pass:{PASSWORD}")

    def listed(self):
        return self.ok("cert", "list")["items"]

    def choose(self, person, path):
        person.press("Choose files…")
        person.answer_file_dialog(path)
        person.shows(path.name)

    def test_files_come_in_and_what_is_refused_says_why(self):
        request = self.dir / "site.csr"
        tool("openssl", "req", "-new", "-key", self.key, "-subj", "/CN=www.example.test", "-out",
             request)
        with self.unlocked() as person:
            person.go("Certificates")
            person.press("Import")
            self.choose(person, self.crt)
            self.choose(person, request)
            person.press("Import")
            person.shows("1 imported · 1 refused", timeout=30)
            [row] = [" | ".join(row) for row in person.table("What was refused")]
            self.assertIn("site.csr", row)
            self.assertIn("This is a certificate request (CSR)", row)
            person.close("Import")
            drive.wait(lambda: any("www.example.test" in " ".join(row)
                                   for row in person.table("Certificates")), "the row being listed")
        [item] = self.listed()
        self.assertEqual((item["common_name"], item["source"]), ("www.example.test", "UPLOAD"))

    def test_the_list_is_exported_for_spreadsheets_and_programs(self):
        self.ok("cert", "import", self.crt)
        evil = self.dir / "evil.crt"
        tool("openssl", "req", "-x509", "-key", self.key, "-days", 90, "-subj",
             "/CN==HYPERLINK(\"x\")", "-out", evil)
        self.ok("cert", "import", evil)
        listed = self.listed()
        with self.unlocked() as person:
            person.go("Certificates")
            for path in (self.dir / "list.csv", self.dir / "list.json"):
                person.press("Export list")
                person.answer_file_dialog(path)
                person.shows(f"2 certificates written to {path.name}", timeout=30)
        self.assertEqual(json.loads((self.dir / "list.json").read_text()), listed)
        with open(self.dir / "list.csv", encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        self.assertEqual([row["id"] for row in rows], [item["id"] for item in listed])
        self.assertEqual({row["common_name"] for row in rows},
                         {"www.example.test", "'=HYPERLINK(\"x\")"})

    def test_a_protected_file_is_opened_at_the_second_try(self):
        with self.unlocked() as person:
            person.go("Certificates")
            person.press("Import")
            self.choose(person, self.pfx)
            person.press("Import")
            person.shows("A password is needed for 1 file.", timeout=30)
            self.assertEqual(self.listed(), [])
            person.fill("Password of protected files", PASSWORD)
            person.press("Try Again")
            person.shows("2 imported", timeout=30)
            person.close("Import")
        [item] = self.listed()
        self.assertTrue(self.ok("cert", "show", item["id"])["has_key"])


if __name__ == "__main__":
    driven.main()
