#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person backs up, tries and restores a store, has it backed up every day, and takes back what was
deleted."""
import driven
import drive
from console import PASSPHRASE

SITE = "www.example.test"


class BackupDriven(driven.DrivenTest):
    def setUp(self):
        super().setUp()
        self.ca = self.sub(self.root())
        self.leaf = self.issue(self.ca, SITE)

    def test_a_store_is_backed_up_tried_and_restored_into_a_new_file(self):
        copy, back = self.dir / "copy.cas", self.dir / "back.cas"
        with self.unlocked() as person:
            person.go("Settings")
            person.shows("None yet")
            person.press("Back up now")
            person.answer_file_dialog(copy)
            person.shows("Backed up to")
            person.shows("every page and seal checked")

            person.press("Test a Backup")
            person.shows("can be restored: it was put back for a moment", timeout=30)

            person.press("Restore…")
            person.fill("Into the new file", self.store)
            person.press("Restore")
            person.error_of("Into the new file", "There is already a file at")
            person.fill("Into the new file", back)
            person.fill("Passphrase of the backup", "not the right one")
            person.press("Restore")
            person.error_of("Passphrase of the backup", "The passphrase is wrong.")
            self.assertFalse(back.exists())
            person.fill("Passphrase of the backup", PASSPHRASE)
            person.press("Restore")
            person.shows("Two stores now hold the same CAs", timeout=30)
            person.close("Restore a backup")
        self.assertEqual(self.ok("store", "check", store=back)["status"], "ok")
        self.assertEqual(self.ok("cert", "list", store=back)["items"],
                         self.ok("cert", "list")["items"])
        self.assertEqual(len(self.ok("audit", "query", "--action", "RestoreStore",
                                     store=back)["items"]), 1)

    def test_a_schedule_makes_its_first_backup_at_once(self):
        folder = self.dir / "backups"
        folder.mkdir()
        with self.unlocked() as person:
            person.go("Settings")
            person.choose("Automatic backup", "Every day")
            person.fill("Directory:", folder)
            person.key("Return")
            drive.wait(lambda: list(folder.glob("*.cas")), "the first backup", timeout=30)
            person.shows(str(folder) + "/")
        made, = folder.glob("*.cas")
        self.assertEqual(self.ok("store", "check", store=made)["status"], "ok")
        self.assertEqual(self.ok("settings", "get", "backup.every")["value"], "daily")

    def test_a_backup_that_fails_needs_a_person(self):
        self.ok("settings", "set", "backup.folder", self.dir / "not there")
        self.ok("settings", "set", "backup.every", "daily")
        with self.unlocked() as person:
            person.shows("The last backup failed", timeout=30)
            person.press("Settings")
            person.shows("It is tried again every hour.")

    def test_what_was_deleted_is_found_and_restored(self):
        self.ok("ca", "revoke", "--ca", self.ca, "--serial", self.leaf["serial"], "--reason",
                "superseded")
        self.ok("cert", "delete", self.leaf["id"])
        self.assertIsNone(self.certificate(SITE))
        with self.unlocked() as person:
            person.go("Certificates")
            person.press("Recently deleted", "page tab")
            person.link("Restore", SITE)
            person.press_link("More", SITE)
            person.press_disabled("Delete for Good", "menu item")
            person.key("Escape")
            person.press_link("Restore", SITE)
            person.shows("1 certificate restored")
            person.shows("0 certificates")
        self.assertEqual(self.certificate(SITE)["id"], self.leaf["id"])


if __name__ == "__main__":
    driven.main()
