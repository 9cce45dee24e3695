#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""After a lock no secret stands in the memory of the window's process: a core dump is searched.

The person unlocks by typing, issues a certificate with a key of the console, downloads it with its
key three ways, and locks. What is looked for is told by another program (vault_secrets) that opens
the same store; a dump from before the lock shows that the search finds what is there.
"""
import argparse
import base64
import json
import sys
import tempfile
from pathlib import Path

import drive
import driven
from console import PASSPHRASE, tool
from driven import DrivenTest

SITE = "www.example.test"
PFX_PASSWORD = "quiet harbour 5512 lantern"
KEY_PASSWORD = "copper violin 8834 meadow"
UNUSED_PASSWORD = "silver window 4471 garden"
# What stands before the 32 bytes of a P-256 scalar in PKCS#8 (RFC 5915: version 1, OCTET STRING).
BEFORE_SCALAR = bytes.fromhex("0201010420")
SCALAR_BYTES = 32
PEM_LINE = 64
CHUNK = 16 << 20


def text_forms(text):
    """As UTF-8 and as Qt keeps text; also the beginning alone, as it was while it was typed."""
    begin = text[:len(text) // 2]
    return {"UTF-8": text.encode(), "UTF-16": text.encode("utf-16-le"),
            "UTF-8, begin": begin.encode(), "UTF-16, begin": begin.encode("utf-16-le")}


def byte_forms(raw):
    return {"raw": raw, "hex": raw.hex().encode(), "HEX": raw.hex().upper().encode(),
            "UTF-16 hex": raw.hex().encode("utf-16-le")}


def key_forms(pkcs8):
    """A private scalar as DER, as OpenSSL's numbers (least limb first) and as PEM hold it."""
    at = pkcs8.index(BEFORE_SCALAR) + len(BEFORE_SCALAR)
    scalar = pkcs8[at:at + SCALAR_BYTES]
    lines = base64.b64encode(pkcs8).decode()
    first = -(-at // 3) * 4  # the first character that tells of the scalar alone
    return {**byte_forms(scalar), "limbs": scalar[::-1],
            "PEM": lines[first:PEM_LINE].encode(),
            "PEM, next line": lines[PEM_LINE:PEM_LINE + 20].encode()}


class CoreDumpTest(DrivenTest):
    secrets = None  # the program vault_secrets

    def needles(self):
        """{what as form: bytes} of everything that must be gone."""
        told = json.loads(tool(self.secrets, self.store, self.passphrase))
        forms = {"passphrase": text_forms(PASSPHRASE), "PFX password": text_forms(PFX_PASSWORD),
                 "key password": text_forms(KEY_PASSWORD),
                 "password that was not used": text_forms(UNUSED_PASSWORD),
                 "data key": byte_forms(bytes.fromhex(told["data_key"]))}
        names = {self.spki_sha256(self.ca_pem(ca, f"{name}.pem")): name
                 for name, ca in (("root key", self.root_id), ("sub key", self.sub_id))}
        self.assertEqual(len(told["keys"]), 3)
        for digest, pkcs8 in told["keys"].items():
            forms[names.get(digest, "leaf key")] = key_forms(bytes.fromhex(pkcs8))
        self.assertEqual(len(forms), 8)
        self.assertEqual(forms["leaf key"]["raw"], key_forms(self.exported_leaf())["raw"])
        return {f"{what} as {form}": needle for what, of in forms.items()
                for form, needle in of.items()}

    def spki_sha256(self, pem):
        """The public key's digest, by OpenSSL."""
        public = self.dir / "public.pem"
        public.write_text(tool("openssl", "x509", "-in", pem, "-noout", "-pubkey"),
                          encoding="ascii")
        der = self.dir / "public.der"
        tool("openssl", "pkey", "-pubin", "-in", public, "-outform", "DER", "-out", der)
        return tool("openssl", "dgst", "-sha256", "-r", der).split()[0]

    def exported_leaf(self):
        """The leaf's PKCS#8, by another way: casctl's export, taken off its password by OpenSSL."""
        leaf = self.certificate(SITE)["id"]
        locked, clear = self.dir / "leaf.key", self.dir / "leaf.der"
        self.ok("cert", "export", leaf, "--format", "pkcs8", "--out", locked,
                "--export-passphrase-file", self.export_passphrase)
        tool("openssl", "pkcs8", "-in", locked, "-passin", f"file:{self.export_passphrase}",
             "-outform", "DER", "-out", clear)
        return clear.read_bytes()

    def found(self, person, needles):
        """What of {what: bytes} stands in a core of the running program: all that it ever wrote to,
        also what asks to be left out of cores."""
        core = self.dir / "core"
        tool("gdb", "-nx", "-batch", "-iex", "set auto-solib-add off", "-p", person.process.pid,
             "-ex", "set dump-excluded-mappings on", "-ex", f"generate-core-file {core}")
        print(f"core: {core.stat().st_size >> 20} MiB", flush=True)
        found, overlap, rest = set(), max(map(len, needles.values())) - 1, b""
        with open(core, "rb") as file:
            while chunk := file.read(CHUNK):
                if not chunk.strip(b"\0"):
                    rest = b""
                    continue
                memory = rest + chunk
                found |= {what for what, needle in needles.items() if needle in memory}
                rest = memory[-overlap:]
        core.unlink()
        return found

    def unlock(self, person):
        person.fill("Passphrase", PASSPHRASE)
        person.press("Unlock")
        person.gone("Unlock", drive.BUTTONS, timeout=30)

    def issue(self, person):
        person.go("Private CA")
        person.press_link("Request Certificate", "Test Issuing")
        person.fill("Common Name", SITE)
        person.press("Submit")
        person.shows(f"{SITE} is issued.", timeout=30)

    def download(self, person, form, password=None):
        """From the card of the new certificate, or from the list of all."""
        person.choose("Format", form)
        if password:
            person.fill("Password", password)
            person.fill("Repeat the password", password)
        else:
            person.tick("Write the key without a password")
        folder = Path(self.enterContext(tempfile.TemporaryDirectory(dir=self.dir)))
        person.fill("Folder", folder)
        person.press("Confirm")
        person.shows("written.", timeout=30)
        person.press("Close")

    def download_again(self, person, form, password=None):
        person.press_link("Download", SITE)
        self.download(person, form, password)

    def test_holds_no_secret_after_the_lock(self):
        self.root_id = self.root()
        self.sub_id = self.sub(self.root_id)
        with self.window("--store", self.store) as person:
            self.unlock(person)
            self.issue(person)
            person.press("Download")
            self.download(person, "PFX: certificate and key in one file (.pfx)", PFX_PASSWORD)
            person.go("Certificates")
            self.download_again(person, "PKCS#8: the key alone, encrypted (.key)", KEY_PASSWORD)
            self.download_again(person, "PEM: certificate and key (.crt, .key)")
            person.press_link("Download", SITE)
            person.choose("Format", "PFX: certificate and key in one file (.pfx)")
            person.fill("Password", UNUSED_PASSWORD)  # and is called away
            needles = self.needles()
            # Before: the search finds what is there.
            self.assertIn("data key as raw", self.found(person, needles))
            person.key("ctrl+l")
            person.find("Passphrase", "password text")
            person.find("Unlock", drive.BUTTONS)
            # After: the program lives on, and what is no secret is found.
            public = {"a name": SITE.encode("utf-16-le")}
            self.assertEqual(self.found(person, {**needles, **public}), set(public))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(allow_abbrev=False)
    parser.add_argument("--secrets", type=Path, required=True, help="the program vault_secrets")
    chosen, sys.argv[1:] = parser.parse_known_args()
    CoreDumpTest.secrets = chosen.secrets.resolve()
    driven.main()
