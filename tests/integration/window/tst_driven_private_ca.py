#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The guide's "Manage Private Certificates", done by a person in the window from the first start.

nginx serves what was downloaded and curl judges it with the root and the revocation lists that were
downloaded too: accepted, and after the revocation refused.
"""
import driven
import drive
from console import PASSPHRASE, tool
from real_server import SERVED, Nginx

ROOT, SUB, SITE = "Driven Root CA", "Driven Issuing CA", "localhost"
PFX_PASSWORD = "a pfx for 2026"
DAYS = 90
KEPT = "I have put the recovery key in a safe place"


class PrivateCaDriven(driven.DrivenTest):
    def make_store(self):
        """Made in the window."""

    def test_from_the_first_start_to_a_certificate_that_is_refused_as_revoked(self):
        self.downloads = self.dir / "downloads"
        self.downloads.mkdir()
        with self.window() as person:
            self.create_store(person)
            self.create_cas(person)
            self.buy_and_assign(person)
            self.request(person)
            self.download_certificate(person)
            self.download_root(person)
            before = self.download_crls(person, "before")
            self.serve_and_accept(before)
            self.revoke(person)
            self.refuse(self.download_crls(person, "after"))
            self.read_details(person)
            self.read_log(person)

    # The person's steps

    def create_store(self, person):
        person.fill("Store file", self.store)
        person.fill("Passphrase", PASSPHRASE)
        person.fill("Repeat the passphrase", PASSPHRASE)
        person.press("Create store")
        person.find(KEPT, timeout=60)
        person.tick(KEPT)
        person.press("Open CAS Console")
        person.go("Private CA")

    def create_cas(self, person):
        person.press("Purchase and Enable")
        person.fill("Common Name", ROOT)
        person.fill("Organization", "Example")
        person.press("Purchase and Enable")
        person.press_more("Create subordinate CA", ROOT)
        person.fill("Common Name", SUB)
        person.fill("Organization", "Example")
        person.press("Create")
        person.link("Request Certificate", SUB)
        self.assertEqual([self.ca(name)["status"] for name in (ROOT, SUB)], ["Enabled"] * 2)

    def buy_and_assign(self, person):
        person.press_link("Buy", ROOT)
        person.fill("Number of certificates", 5)
        person.press("Buy")
        person.gone("Number of certificates")
        self.assertEqual(self.ca(ROOT)["rest"], 5)
        person.press_link("Assign", ROOT)
        person.choose("Subordinate CA", SUB)
        person.fill("Rest count", 3)
        person.press("Apply")
        person.gone("Rest count", "spin button")
        self.assertEqual((self.ca(ROOT)["rest"], self.ca(SUB)["rest"]), (2, 3))

    def request(self, person):
        person.press_link("Request Certificate", SUB)
        person.choose("Certificate Type", "Server Certificate")
        person.fill("Common Name", SITE)
        person.fill("Validity Period, number", DAYS)
        person.choose("Validity Period, unit", "Days")
        for name in ("127.0.0.1", "api.localhost"):
            person.fill("Subject Alternative Name (SAN)", name)
            person.press("Add")
        person.press("Submit")
        person.shows(f"{SITE} is issued.", timeout=30)
        person.close("Request Certificate")
        made = self.certificate(SITE)
        self.assertEqual((made["status"], made["type"], made["sans"]),
                         ("Issued", "server", [SITE, "127.0.0.1", "api.localhost"]))
        self.assertEqual((self.ca(SUB)["rest"], self.ca(SUB)["issued"]), (2, 1))

    def download_certificate(self, person):
        person.press_link("Certificate List", SUB)
        person.press_link("Download", SITE)
        person.tick("Write the key without a password")
        self.confirm_download(person)
        person.press_link("Download", SITE)
        person.choose("Format", "PFX: certificate and key in one file (.pfx)")
        person.fill("Password", PFX_PASSWORD)
        person.fill("Repeat the password", PFX_PASSWORD)
        self.confirm_download(person)
        person.press("Back to Private CA")
        self.crt, self.key, self.pfx = (self.only(f"*{end}") for end in (".crt", ".key", ".pfx"))
        self.assertEqual(self.key.stat().st_mode & 0o077, 0)
        self.check_files()

    def download_root(self, person):
        person.press_more("Download CA certificate", ROOT)
        self.confirm_download(person)
        self.root_pem = self.only("*.pem")
        subject = tool("openssl", "x509", "-in", self.root_pem, "-noout", "-subject", "-issuer")
        self.assertEqual(subject.count(ROOT), 2)

    def download_crls(self, person, name):
        """The root's list from its details, the subordinate's from its row; both in one file."""
        root, sub = self.dir / f"root-{name}.pem", self.dir / f"sub-{name}.pem"
        person.press_link("Details", ROOT)
        person.press("Publish now")
        person.shows("is signed.")
        person.press("Download")
        person.answer_file_dialog(root)
        person.close(ROOT)
        person.press_more("Download CRL", SUB)
        person.answer_file_dialog(sub)
        drive.wait(lambda: root.exists() and sub.exists(), "both revocation lists")
        return self.file(f"crls-{name}.pem", root.read_bytes() + sub.read_bytes())

    def revoke(self, person):
        person.press_link("Certificate List", SUB)
        person.press_link("Revoke", SITE)
        person.choose("Reason", "The private key is compromised (keyCompromise)")
        person.fill("Note", "found in a public repository")
        person.press_disabled("Revoke")
        person.tick("I know that this cannot be undone")
        person.press("Revoke")
        person.shows(f"{SITE} is revoked (revocation list number ")
        self.assertEqual(self.certificate(SITE)["status"], "Revoked")
        person.press("Back to Private CA")

    def read_details(self, person):
        person.press_link("Certificate List", SUB)
        person.press_link("Details", SITE)
        person.shows("The private key is compromised (keyCompromise)")
        chain = person.last("Chain", "filler").get_description()
        for name in (ROOT, SUB, SITE):
            self.assertIn(name, chain)
        for what in ("issued", "revoked"):
            person.shows(f" {what} {SITE}")
        person.shows(f" downloaded {SITE} with its private key")
        person.close(SITE)

    def read_log(self, person):
        person.go("Operation Logs")
        def newest():
            return [row for row in person.table("Operation Logs") if "Revoke certificate" in row[1]]
        row = drive.wait(newest, "the revocation in the log")[0]
        self.assertIn("Succeeded", row)
        events = self.ok("audit", "query")["items"]
        self.assertIn("CreateRevokeClientCertificate", [event["event_name"] for event in events])

    def confirm_download(self, person):
        person.fill("Folder", self.downloads)
        person.press("Confirm")
        person.shows(" written.", timeout=30)
        person.close("Download")

    # What other programs say

    def only(self, pattern):
        found = list(self.downloads.glob(pattern))
        self.assertEqual(len(found), 1, list(self.downloads.iterdir()))
        return found[0]

    def check_files(self):
        text = tool("openssl", "x509", "-in", self.crt, "-noout", "-text")
        self.assertIn("DNS:localhost, IP Address:127.0.0.1, DNS:api.localhost", text)
        self.assertIn("TLS Web Server Authentication", text)
        within = (DAYS - 1) * 86_400
        tool("openssl", "x509", "-in", self.crt, "-noout", "-checkend", within)
        status, _ = tool("openssl", "x509", "-in", self.crt, "-noout", "-checkend",
                         within + 2 * 86_400, check=False)
        self.assertNotEqual(status, 0)
        self.assertEqual(tool("openssl", "x509", "-in", self.crt, "-noout", "-pubkey"),
                         tool("openssl", "pkey", "-in", self.key, "-pubout"))
        contents = tool("openssl", "pkcs12", "-in", self.pfx, "-passin", f"pass:{PFX_PASSWORD}",
                        "-nodes")
        self.assertEqual((contents.count("BEGIN CERTIFICATE"), contents.count("PRIVATE KEY")),
                         (contents.count("END CERTIFICATE"), 2))
        listed = tool("keytool", "-list", "-v", "-storetype", "PKCS12", "-keystore", self.pfx,
                      "-storepass", PFX_PASSWORD)
        self.assertIn("PrivateKeyEntry", listed)
        self.assertIn(f"CN={SUB}", listed)

    def serve_and_accept(self, crls):
        self.server = Nginx(self.dir, self.crt, self.key)
        self.addCleanup(self.server.close)
        self.assertEqual(self.server.curl(self.root_pem), (0, SERVED))
        self.assertEqual(self.server.curl(self.root_pem, "--crlfile", crls), (0, SERVED))
        self.assertEqual(self.verify(crls)[0], 0)
        report = tool("certtool", "--verify", "--load-ca-certificate", self.root_pem,
                      "--load-crl", crls, "--infile", self.crt)
        self.assertIn("Chain verification output: Verified", report)

    def refuse(self, crls):
        status, text = self.server.curl(self.root_pem, "--crlfile", crls)
        self.assertNotEqual(status, 0)
        self.assertIn("revoked", text)
        status, text = self.verify(crls)
        self.assertNotEqual(status, 0)
        self.assertIn("certificate revoked", text)

    def verify(self, crls):
        """The whole chain as the server sends it, with every list."""
        return tool("openssl", "verify", "-crl_check_all", "-CAfile", self.root_pem, "-CRLfile",
                    crls, "-untrusted", self.crt, self.crt, check=False)


if __name__ == "__main__":
    driven.main()
