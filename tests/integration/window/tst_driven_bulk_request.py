#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bulk Request, done by a person: a CSV with bad lines, mended, issued, stopped half-way, gone on.

openssl judges the files, casctl the counts.
"""
import drive
import driven
from console import tool

ISSUING = "Test Issuing"
DAYS = 77


class BulkRequestDriven(driven.DrivenTest):
    def setUp(self):
        super().setUp()
        self.sub(self.root())

    def test_a_mended_file_is_issued_with_the_choices_that_were_made(self):
        out = self.dir / "out"
        out.mkdir()
        csv = self.file("many.csv", b"cn,type\na.example.test,\nnot a name!,\nb.example.test,\n")
        before = self.ca(ISSUING)["issued"]
        with self.unlocked() as person:
            self.open_panel(person)
            person.fill("Days where none are given", DAYS)
            person.fill("Folder", out)
            self.hand(person, csv)
            person.find("Issue 2 Certificates", drive.BUTTONS, timeout=30)
            person.shows("1 refused line is left out.")
            person.key("F8")
            person.shows("Line 3. ")
            self.file("many.csv", b"cn,type\na.example.test,\nc.example.test,\nb.example.test,\n")
            person.shows("The file has changed on disk.")
            person.press("Read it again")
            person.press("Issue 3 Certificates", timeout=30)
            person.shows("3 certificates are issued.", timeout=60)
            person.press("Close")
        self.assertEqual(self.ca(ISSUING)["issued"], before + 3)
        self.judge(out, 3)

    def test_a_stopped_request_goes_on_where_it_stopped(self):
        out = self.dir / "out"
        out.mkdir()
        lines = 6000
        rows = "".join(f"host{i}.example.test\n" for i in range(lines))
        csv = self.file("large.csv", f"cn\n{rows}".encode())
        before = self.ca(ISSUING)["issued"]
        with self.unlocked() as person:
            self.open_panel(person)
            person.fill("Folder", out)
            self.hand(person, csv)
            person.press("Issue 6,000 Certificates", timeout=30)
            person.press("Stop issuing", timeout=30)
            person.shows("Stopped. What is issued is whole", timeout=120)
            issued = self.ca(ISSUING)["issued"] - before
            self.assertLess(issued, lines)
            self.assertEqual(len(list(out.glob("*.crt"))), issued)
            person.press("Go on")
            person.press(f"Issue {lines - issued:,} Certificates", timeout=30)
            person.shows("certificates are issued.", timeout=200)
        self.assertEqual(self.ca(ISSUING)["issued"], before + lines)
        self.judge(out, lines)

    # The person's steps

    def open_panel(self, person):
        person.go("Private CA")
        person.press_more("Bulk Request", ISSUING)
        person.find("Choose file…", drive.BUTTONS)

    def hand(self, person, path):
        person.press("Choose file…")
        person.answer_file_dialog(path)

    def judge(self, out, count):
        files = sorted(out.glob("*.crt"))
        self.assertEqual(len(files), count)
        roots = self.pem(self.ca("Test Root")["certificate"], "root.pem")
        for file in files[:3]:
            self.assertIn("OK", tool("openssl", "verify", "-CAfile", roots, "-untrusted", file,
                                     file))


if __name__ == "__main__":
    driven.main()
