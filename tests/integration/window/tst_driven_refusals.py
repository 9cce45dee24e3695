#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window refuses a person: each with its word beside its field, and nothing is lost.

After every refusal what was typed still stands there, and casctl finds the store as it was.
"""
import contextlib
import datetime
import os

import drive
import driven
from console import PASSPHRASE, tool
from person import Person

SITE = "www.example.test"
ISSUING = "Test Issuing"
SANS = "Subject Alternative Name (SAN)"
REQUEST = "Certificate request (CSR)"
# A root may write where nobody may; without this capability the modes of files bind it, too.
BOUND_BY_MODES = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")


class RefusalsDriven(driven.DrivenTest):
    # Help

    @contextlib.contextmanager
    def nothing_changes(self):
        before = self.state()
        yield
        self.assertEqual(self.state(), before)

    def state(self):
        return self.ok("ca", "list"), self.ok("cert", "list")

    @contextlib.contextmanager
    def request_panel(self, person, row=ISSUING):
        """The panel of a request, put away afterwards."""
        person.go("Private CA")
        person.press_link("Request Certificate", row)
        person.fill("Common Name", SITE)
        yield
        person.press("Cancel")
        person.press("Discard")
        person.gone("Submit", drive.BUTTONS)

    def submit_in_vain(self, person):
        person.press("Submit")
        person.shows("to solve")

    def still_typed(self, person, name=SITE):
        self.assertEqual(person.text(person.last("Common Name", "text")), name)

    def refused_in_panel(self, person, sentence):
        """A refusal that belongs to no field: it stands at the head of the panel."""
        person.press("Submit")
        person.shows(sentence, timeout=30)
        self.still_typed(person)

    def choose_file(self, person, field, button, path):
        person.press(button, within=person.last(field, "filler"))
        person.answer_file_dialog(path)

    # Unlocking and the store

    def test_a_wrong_passphrase(self):
        with self.window("--store", self.store) as person, self.nothing_changes():
            person.fill("Passphrase", PASSPHRASE + "r")
            person.press("Unlock")
            person.shows("The passphrase is wrong.", timeout=30)
            person.key("End", "BackSpace")  # it still stands there: one letter less is right
            person.press("Unlock")
            person.find("Private CA", drive.ENTRIES, timeout=30)

    def test_a_store_of_a_newer_version(self):
        tool("sqlite3", self.store, "PRAGMA user_version=999;", "PRAGMA journal_mode=DELETE;")
        before = self.store.read_bytes()
        with self.window("--store", self.store) as person:
            person.shows("The store was written by a newer version. Update this program")
            self.assertFalse(person.has("Unlock", drive.BUTTONS))
        self.assertEqual(self.store.read_bytes(), before)
        self.assertEqual([path.name for path in self.dir.glob("test.cas*")], ["test.cas"])
        self.refused(6, "store.newer", "store", "info")

    def test_a_store_that_can_only_be_read(self):
        self.issue(self.sub(self.root()), SITE)
        folder = self.dir / "read-only"
        folder.mkdir()
        store = folder / "test.cas"
        self.ok("store", "backup", store)
        before = store.read_bytes()
        store.chmod(0o400)
        folder.chmod(0o500)
        self.addCleanup(folder.chmod, 0o700)
        command = [self.programs / "cas-console", *driven.ARGUMENTS, "--store", store,
                   "--passphrase-file", self.passphrase]
        if os.geteuid() == 0:
            command = [*BOUND_BY_MODES, *command]
        with self.session.start(command, name="cas-console", kind=Person) as person, \
                self.pictured(person):
            person.shows("read-only", timeout=30)
            person.go("Private CA")
            link = person.link("Request Certificate", ISSUING)
            self.assertFalse(self.enabled(person, link))
            self.assertIn("The store can only be read.", link.get_description())
            person.click_seen(link)
            person.press_disabled("Purchase and Enable")
            person.press_disabled("Import CA")
            person.key("ctrl+k")  # nor does the palette lead to it
            person.type("Import CA")
            person.key("Return")
            person.shows("The store can only be read.")
            self.assertFalse(person.has("Submit", drive.BUTTONS))
            person.go("Certificates")
            person.link("Download", SITE)  # reading goes on
        self.assertEqual(store.read_bytes(), before)

    @contextlib.contextmanager
    def pictured(self, person):
        try:
            yield
        except BaseException:
            self.picture(person)
            raise

    @staticmethod
    def enabled(person, node):
        return node.get_state_set().contains(person._atspi.StateType.ENABLED)

    # What a certificate cannot have

    def test_what_no_certificate_can_have(self):
        self.sub(self.root())  # it ends in five years
        requests = self.weak_request(), self.damaged_request()
        with self.unlocked() as person, self.nothing_changes(), self.request_panel(person):
            person.fill("Validity Period, number", 6)
            person.error_of("Validity Period", "The certificate would outlive its CA")
            self.submit_in_vain(person)
            person.fill("Validity Period, number", 4)
            eleven = " ".join(f"n{number}.test" for number in range(1, 12))
            self.paste(person, SANS, eleven)
            person.key("Return")
            person.error_of(SANS, "There are too many names. A certificate carries at most 10")
            self.submit_in_vain(person)
            self.assertEqual(person.text(person.last(SANS, "text")), eleven)
            person.fill(SANS, "")
            person.choose("Key Container", "Use a CSR")
            for path, sentence in zip(requests, (
                    "The key (RSA 1024) is too weak.",
                    "The signature of the certificate request is wrong.")):
                self.choose_file(person, REQUEST, "Choose request file…", path)
                person.error_of(REQUEST, sentence)
                self.submit_in_vain(person)
                person.shows(path.name)  # still chosen
            self.still_typed(person)

    def paste(self, person, name, text):
        """A person who copied the text elsewhere: here, out of another field."""
        person.fill("Account ID / Login Account", text)
        person.key("ctrl+a", "ctrl+x")
        person.click_seen(person.last(name, "text"))
        person.key("ctrl+v")

    def weak_request(self):
        path = self.dir / "weak.csr"
        tool("openssl", "req", "-new", "-newkey", "rsa:1024", "-nodes", "-keyout",
             self.dir / "weak.key", "-out", path, "-subj", f"/CN={SITE}")
        return path

    def damaged_request(self):
        der = self.dir / "good.der"
        tool("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout",
             self.dir / "good.key", "-outform", "DER", "-out", der, "-subj", f"/CN={SITE}")
        damaged = bytearray(der.read_bytes())
        damaged[-1] ^= 1  # of the signature
        return self.file("damaged.csr", bytes(damaged))

    def test_what_the_ca_above_forbids(self):
        root = self.root()
        self.sub(root)  # path length 0
        self.sub(root, "Bound", "ec-p256", 5, "--permit-dns", "example.org")
        with self.unlocked() as person, self.nothing_changes():
            with self.request_panel(person, "Bound"):
                person.press("Submit")
                person.error_of(SANS, f"The CA may not issue for {SITE}", timeout=30)
                self.still_typed(person)
            person.press_more("Create subordinate CA", "Test Root")
            person.choose("Signed by", ISSUING)
            person.fill("Common Name", "One Too Deep")
            person.press("Create")
            person.error_of("Path length", f"{ISSUING} may not have further CAs below it",
                            timeout=30)
            self.still_typed(person, "One Too Deep")

    # CAs that cannot issue any more

    def test_a_disabled_and_a_revoked_ca(self):
        root = self.root()
        sub = self.sub(root)
        with self.unlocked() as person:
            with self.request_panel(person):
                self.ok("ca", "disable", sub)
                self.refused_in_panel(person, f"The CA {ISSUING} is disabled.")
                self.ok("ca", "enable", sub)
            person.press_more("Revoke", ISSUING)
            person.fill("Name of the CA", ISSUING)
            person.press("Revoke")
            drive.wait(lambda: self.ca(ISSUING)["status"] == "Revoked", "revocation", 30)
            self.no_request_for(person, ISSUING, "Revoked")
        self.assertIsNone(self.certificate(SITE))

    def no_request_for(self, person, name, status):
        """In the list the state is told, and what it forbids is not there."""
        table = person.last(None, ("table", "tree table"))
        drive.wait(lambda: any(name in row[0] and status in row for row in person.rows(table)),
                   f"'{name}' shown as {status}")
        self.assertEqual([node for node in person.find_all("Request Certificate", "link")
                          if (node.get_description() or "").startswith(name)], [])

    def test_an_expired_ca(self):
        ends = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=5)
        certificate, key = self.foreign_ca("Short", ends)
        self.ok("ca", "import", "--name", "Short", "--cert", certificate, "--key", key)
        certificate, key = self.foreign_ca("Over", ends - datetime.timedelta(days=1))
        drive.wait(lambda: datetime.datetime.now(datetime.timezone.utc) > ends, "expiry", 10)
        with self.unlocked() as person, self.nothing_changes():
            person.go("Private CA")
            self.no_request_for(person, "Short", "Expired")
            person.press("Import CA")
            self.choose_file(person, "CA certificate", "Choose certificate file…", certificate)
            self.choose_file(person, "Private key", "Choose key file…", key)
            person.fill("Name in this console", "Too Late")
            person.press("Import")
            person.error_of("CA certificate", "The CA Over has expired.", timeout=30)
            person.shows(certificate.name)
            self.assertEqual(person.text(person.last("Name in this console", "text")), "Too Late")
        self.refused(6, "state.ca.expired", "ca", "issue", "--ca", self.ca("Short")["id"],
                     "--type", "server", "--cn", SITE, "--days", 1)

    def foreign_ca(self, name, ends):
        """A subordinate CA that openssl made, with its issuer behind it, and its key."""
        folder = self.dir / name
        folder.mkdir()
        (folder / "index.txt").touch()
        (folder / "ca.cnf").write_text(
            f"[ca]\ndefault_ca=it\n[it]\ndatabase={folder}/index.txt\nnew_certs_dir={folder}\n"
            f"rand_serial=yes\ndefault_md=sha256\npolicy=any\nemail_in_dn=no\n"
            f"[any]\ncommonName=supplied\n"
            f"[sub]\nbasicConstraints=critical,CA:TRUE,pathlen:0\n"
            f"keyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"
            f"authorityKeyIdentifier=keyid\n", encoding="ascii")
        key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes")
        root, root_key = folder / "root.pem", folder / "root.key"
        tool("openssl", "req", "-x509", *key, "-keyout", root_key, "-out", root, "-days", 3650,
             "-subj", f"/CN=Root of {name}")
        sub_key, csr, sub = folder / "sub.key", folder / "sub.csr", folder / "sub.pem"
        tool("openssl", "req", "-new", *key, "-keyout", sub_key, "-out", csr,
             "-subj", f"/CN={name}")
        stamp = "%Y%m%d%H%M%SZ"
        tool("openssl", "ca", "-batch", "-config", folder / "ca.cnf", "-extensions", "sub",
             "-cert", root, "-keyfile", root_key, "-in", csr, "-out", sub, "-notext",
             "-startdate", (ends - datetime.timedelta(days=30)).strftime(stamp),
             "-enddate", ends.strftime(stamp))
        sub.write_bytes(sub.read_bytes() + root.read_bytes())
        return sub, sub_key


if __name__ == "__main__":
    driven.main()
