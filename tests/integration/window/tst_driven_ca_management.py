#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CAs and their certificates, managed by a person in the window of a metered store."""
import driven
import drive
from console import PASSPHRASE, tool

ROOT, SUB, SITE, OTHER = "Plant Root", "Plant Issuing", "www.example.test", "api.example.test"
KEY_PASSPHRASE = "key of another house"
CERTIFICATES = "Certificates"


class CaManagementDriven(driven.DrivenTest):
    metered = True

    def tree(self):
        """A root with an issuing CA that may issue five certificates."""
        root = self.root(ROOT)
        sub = self.sub(root, SUB)
        self.ok("ca", "quota", "assign", "--ca", root, "--to", sub, "--count", 5)
        return root, sub

    def status(self, name):
        ca = self.ca(name)
        return ca and ca["status"]

    def cells(self, person, table, name):
        """The shown row of this name, as one text."""
        rows = [" | ".join(row) for row in person.table(table)]
        return next((row for row in rows if name in row), "")

    def fetched_text(self, path):
        drive.wait(path.exists, f"{path.name} being written")
        return tool("openssl", "crl", "-in", path, "-noout", "-text")

    def test_a_purchased_ca_waits_for_enable_and_a_request_without_quota_assigns_on_the_spot(self):
        with self.unlocked() as person:
            person.go("Private CA")
            person.press("Purchase and Enable")
            person.fill("Name in this console", ROOT)
            person.press("Purchase")
            person.shows("Order number")
            person.close("Purchase and Enable")
            self.assertEqual(self.status(ROOT), "Pending Enable")
            self.assertIn("Pending Enable",
                          self.cells(person, "Certificate authorities", f"{ROOT} S1"))
            self.assertFalse(person.has("Request Certificate", "link"))

            person.press_link("Enable", ROOT)
            person.fill("Common Name", ROOT)
            person.press("Enable")
            drive.wait(lambda: self.status(ROOT) == "Enabled", "the root being enabled")
            person.press_link("Enable", f"{ROOT} S1")
            person.fill("Common Name", SUB)
            person.fill("Name in this console", SUB)
            person.press("Enable")

            person.press_link("Request Certificate", SUB)
            person.fill("Common Name", SITE)
            person.shows("Rest count: 0")
            person.fill("Assign to this CA", 4)
            person.press("Submit")
            person.shows(f"{SITE} is issued.", timeout=30)
            person.close("Request Certificate")
        self.assertEqual(self.certificate(SITE)["status"], "Issued")
        self.assertEqual(self.ca(SUB)["rest"], 3)

    def test_a_ca_made_by_openssl_is_imported_once_its_passphrase_is_right(self):
        key, crt = self.dir / "house.key", self.dir / "house.crt"
        tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-days", 900, "-subj", "/CN=Other House CA", "-passout", f"pass:{KEY_PASSPHRASE}",
             "-keyout", key, "-out", crt, "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        with self.unlocked() as person:
            person.go("Private CA")
            person.press("Import CA")
            for button, path in (("Choose certificate file…", crt), ("Choose key file…", key)):
                person.press(button)
                person.answer_file_dialog(path)
                person.shows(path.name)
            person.fill("Passphrase of the key", "wrong passphrase")
            person.press("Import")
            person.error_of("Passphrase of the key", "The passphrase of the file is wrong.")
            self.assertIsNone(self.ca("Other House CA"))
            person.fill("Passphrase of the key", KEY_PASSPHRASE)
            person.press("Import")
            person.shows("Other House CA is imported.", timeout=30)
        imported = self.ca("Other House CA")
        self.assertEqual((imported["status"], imported["type"]), ("Enabled", "root"))
        self.assertEqual(self.ca_pem(imported["id"], "back.pem").read_text(), crt.read_text())

    def test_files_given_to_the_program_are_offered_for_import_after_the_unlock(self):
        key, crt = self.dir / "one.bin", self.dir / "two.bin"  # what they are is in them
        tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-days", 900, "-subj", "/CN=Offered CA", "-nodes", "-outform", "DER",
             "-keyout", key, "-out", crt, "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        stranger = self.file("read-me.txt", "nothing of ours")
        with self.window("--store", self.store, key, stranger, crt) as person:
            person.fill("Passphrase", PASSPHRASE)
            person.press("Unlock")
            person.shows(key.name, timeout=30)
            person.shows(crt.name)
            person.shows(stranger.name)
            person.press("Import")
            person.shows("Offered CA is imported.", timeout=30)
        self.assertEqual(self.ca("Offered CA")["status"], "Enabled")

    def test_a_disabled_ca_is_asked_for_nothing_until_it_is_enabled(self):
        _, sub = self.tree()
        with self.unlocked() as person:
            person.go("Private CA")
            person.press_more("Disable", SUB)
            person.link("Enable", SUB)
            self.assertFalse(person.has("Request Certificate", "link"))
            self.assertEqual(self.status(SUB), "Disabled")
            self.refused(6, "state.ca.disabled", "ca", "issue", "--ca", sub, "--type", "server",
                         "--cn", SITE, "--days", 9)
            person.press_link("Enable", SUB)
            person.press_link("Request Certificate", SUB)
            person.fill("Common Name", SITE)
            person.press("Submit")
            person.shows(f"{SITE} is issued.", timeout=30)
        self.assertEqual(self.status(SUB), "Enabled")

    def test_a_revoked_subordinate_stands_in_the_list_of_its_root(self):
        root, sub = self.tree()
        serial = tool("openssl", "x509", "-in", self.ca_pem(sub, "sub.pem"), "-noout", "-serial")
        with self.unlocked() as person:
            person.go("Private CA")
            person.press_more("Revoke", SUB)
            person.fill("Name of the CA", "Plant")
            person.shows("Type the CA's name to confirm.")
            person.press_disabled("Revoke")
            self.assertEqual(self.status(SUB), "Enabled")
            person.fill("Name of the CA", SUB)
            person.press("Revoke")
            person.shows(f"{SUB} is revoked (revocation list number ")
            self.assertEqual(self.status(SUB), "Revoked")
            crl = self.dir / "plant.pem"
            person.press_more("Download CRL", ROOT)
            person.answer_file_dialog(crl)
            self.assertIn(serial.strip().removeprefix("serial="), self.fetched_text(crl))
        self.assertIn("verify OK", tool("openssl", "crl", "-in", crl, "-noout", "-CAfile",
                                        self.ca_pem(root, "root.pem")))

    def test_tags_of_a_ca_are_kept_and_shown(self):
        self.tree()
        with self.unlocked() as person:
            person.go("Private CA")
            person.press_more("Tags", SUB)
            person.add_tag("Tags", "plant:north")
            person.add_tag("Tags", "urgent")
            person.press("Save")
            person.shows(f"Tags of {SUB} saved.")
            person.press_more("Details", SUB)
            person.shows("plant:north, urgent")

    def test_certificates_are_found_tagged_and_deleted_with_undo(self):
        _, sub = self.tree()
        for name in (SITE, OTHER):
            made = self.issue(sub, name)
        self.ok("ca", "revoke", "--ca", sub, "--serial", made["serial"], "--reason", "superseded")
        with self.unlocked() as person:
            person.go(CERTIFICATES)
            person.fill("Name, domain, serial, fingerprint", "www")
            drive.wait(lambda: self.names(person) == [SITE], "the search finding one")
            person.fill("Name, domain, serial, fingerprint", "")
            person.choose("Status", "Revoked")
            drive.wait(lambda: self.names(person) == [OTHER], "the filter leaving one")
            person.press_more("Tags", OTHER)
            person.add_tag("Tags", "retired:2026")
            person.press("Save")
            drive.wait(lambda: self.certificate(OTHER)["tags"] == ["retired:2026"], "the tag")
            person.press("Clear")
            drive.wait(lambda: len(self.names(person)) == 4, "all certificates")
            person.choose("Tag", "retired:2026")
            drive.wait(lambda: self.names(person) == [OTHER], "the tag leaving one")

            person.press_more("Delete", OTHER)
            person.shows(OTHER)
            drive.wait(lambda: self.certificate(OTHER) is None, "the certificate going away")
            person.press("Undo")
            drive.wait(lambda: self.certificate(OTHER), "the certificate coming back")
            drive.wait(lambda: self.names(person) == [OTHER], "its row coming back")
        self.assertEqual(self.certificate(OTHER)["status"], "Revoked")

    def names(self, person):
        """The names of the certificates in the list; their ids stand behind them."""
        return [row[1].split(" cert-")[0] for row in person.table(CERTIFICATES)]


if __name__ == "__main__":
    driven.main()
