#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""CAs made by openssl, taken in by command line."""
import re

import console
from console import tool


class ImportedCa(console.ConsoleTest):
    def made(self, name, *extra, usage="keyCertSign,cRLSign", issuer=None, days=900):
        """Makes a CA with openssl. Returns key and certificate."""
        key, cert = self.dir / f"{name}.key", self.dir / f"{name}.pem"
        above = ("-CA", issuer[1], "-CAkey", issuer[0]) if issuer else ()
        tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-keyout", key, "-out", cert, "-days", days, "-subj", f"/CN={name}",
             "-addext", "basicConstraints=critical,CA:TRUE", "-addext",
             f"keyUsage=critical,{usage}", *above, *extra)
        return key, cert

    def take(self, pair, name, *more):
        return self.ok("ca", "import", "--name", name, "--cert", pair[1], "--key", pair[0], *more)

    def test_a_ca_made_by_openssl_can_be_taken_in(self):
        key, cert = self.dir / "own.key", self.dir / "own.pem"
        tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-keyout", key, "-passout",
             "pass:secret words", "-out", cert, "-days", "900", "-subj", "/CN=Own Root/O=Elsewhere",
             "-addext", "basicConstraints=critical,CA:TRUE", "-addext",
             "keyUsage=critical,keyCertSign,cRLSign")
        words = ("ca", "import", "--name", "Own", "--cert", cert, "--key", key)
        self.refused(3, "input.passphrase.missing", *words, field="key_passphrase")
        wrong = self.file("wrong", "wrong words")
        self.refused(3, "input.passphrase.wrong", *words, "--key-passphrase-file", wrong)
        right = self.file("right", "secret words\n")
        own = self.ok(*words, "--key-passphrase-file", right)
        self.assertEqual((own["type"], own["status"]), ("root", "Enabled"))
        sub = self.sub(own["id"], "Below Own", "ec-p256", 2)
        leaf = self.issue(sub, "a.test")
        tool("openssl", "verify", "-x509_strict", "-CAfile", cert, "-untrusted",
             self.ca_pem(sub, "sub.pem"), self.pem(leaf["id"]))

    def test_what_is_no_ca_or_has_another_key_is_not_taken_in(self):
        def pair(name, ca):
            key, cert = self.dir / f"{name}.key", self.dir / f"{name}.pem"
            tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out",
                 cert, "-days", "900", "-subj", f"/CN={name}", "-addext",
                 f"basicConstraints=critical,CA:{ca}")
            return key, cert
        leaf_key, leaf = pair("leaf", "FALSE")
        ca_key, ca = pair("ca", "TRUE")
        self.refused(3, "input.certificate.not-ca", "ca", "import", "--name", "x", "--cert", leaf,
                     "--key", leaf_key)
        self.refused(3, "input.key.mismatch", "ca", "import", "--name", "x", "--cert", ca, "--key",
                     leaf_key)
        self.refused(3, "input.key.invalid", "ca", "import", "--name", "x", "--cert", ca, "--key",
                     ca)
        self.assertEqual(self.ok("ca", "list")["total"], 0)
        self.ok("ca", "import", "--name", "x", "--cert", ca, "--key", ca_key)

    def test_a_ca_whose_certificates_nobody_could_check_is_not_taken_in(self):
        key, cert = self.dir / "odd.key", self.dir / "odd.pem"
        for code, more in (("input.certificate.critical", ("-subj", "/CN=Odd", "-addext",
                                                          "1.2.3.4=critical,DER:0500")),
                           ("input.certificate.not-ca", ("-subj", "/"))):
            tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                 "-nodes", "-keyout", key, "-out", cert, "-days", "900", "-addext",
                 "keyUsage=critical,keyCertSign,cRLSign", *more)
            self.refused(3, code, "ca", "import", "--name", "Odd", "--cert", cert, "--key", key,
                         field="certificate")
        self.assertEqual(self.ok("ca", "list")["total"], 0)

    def test_issuers_in_the_file_are_put_in_order_and_others_left_out(self):
        root = self.made("Top")
        middle = self.made("Middle", issuer=root)
        low = self.made("Low", issuer=middle)
        stranger = self.made("Stranger")
        bundle = self.dir / "bundle.pem"
        bundle.write_bytes(b"".join(pair[1].read_bytes() for pair in (stranger, root, low, middle)))
        own = self.take((low[0], bundle), "Low")
        self.assertEqual(own["type"], "sub")
        exported = self.dir / "leaf.pem"
        leaf = self.issue(own["id"], "a.test")
        self.ok("cert", "export", leaf["id"], "--format", "pem", "--out", exported)
        subjects = tool("openssl", "storeutl", "-noout", "-text", "-certs", exported)
        self.assertEqual(re.findall(r"Subject: CN ?= ?(\S+)", subjects),
                         ["a.test", "Low", "Middle", "Top"])
        tool("openssl", "verify", "-x509_strict", "-CAfile", root[1], "-untrusted", exported,
             exported)

    def test_a_container_brings_certificate_issuers_and_key(self):
        root = self.made("Top")
        low = self.made("Low", issuer=root)
        for name, more in (("new", ()), ("old", ("-legacy",))):
            pfx = self.dir / f"{name}.pfx"
            tool("openssl", "pkcs12", "-export", "-inkey", low[0], "-in", low[1], "-certfile",
                 root[1], "-out", pfx, "-passout", "pass:secret words", *more)
        words = ("ca", "import", "--name", "Low", "--cert", self.dir / "old.pfx")
        self.refused(3, "input.passphrase.missing", *words, field="key_passphrase")
        self.refused(3, "input.passphrase.wrong", *words, "--key-passphrase-file",
                     self.file("wrong", "wrong words"), field="key_passphrase")
        right = ("--key-passphrase-file", self.file("right", "secret words\n"))
        self.refused(3, "input.invalid", *words, "--key", low[0], *right, field="key")
        own = self.ok(*words, *right)
        self.assertEqual((own["type"], own["subject"]), ("sub", "CN=Low"))
        leaf = self.pem(self.issue(own["id"], "a.test")["id"])
        tool("openssl", "verify", "-x509_strict", "-CAfile", root[1], "-untrusted", leaf, leaf)
        self.refused(3, "input.certificate.known", "ca", "import", "--name", "Again", "--cert",
                     self.dir / "new.pfx", *right)

    def test_a_container_that_nothing_guards_is_not_taken_in(self):
        key, cert = self.made("Open")
        pfx = self.dir / "open.pfx"
        tool("openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", pfx, "-nomac",
             "-passout", "pass:secret words")
        self.refused(3, "input.container.unchecked", "ca", "import", "--name", "Open", "--cert",
                     pfx, "--key-passphrase-file", self.file("right", "secret words"),
                     field="certificate")
        self.refused(2, "usage", "ca", "import", "--name", "Open", "--cert", cert, field="key")

    def test_a_root_that_came_along_can_be_taken_in_later_and_gets_its_subordinate(self):
        root = self.made("Top")
        low = self.made("Low", issuer=root)
        bundle = self.dir / "bundle.pem"
        bundle.write_bytes(low[1].read_bytes() + root[1].read_bytes())
        below = self.take((low[0], bundle), "Low")
        self.assertIsNone(below["parent"])
        top = self.take(root, "Top")
        self.assertEqual(self.ok("ca", "show", below["id"])["parent"], top["id"])
        self.assertEqual(self.ok("store", "check")["findings"], [])
        # It may be revoked now, and stands on its root's list.
        serial = self.ok("cert", "show", below["certificate"])["serial"]
        self.ok("ca", "revoke", "--ca", top["id"], "--serial", serial, "--reason", "superseded")
        crl = self.dir / "top.crl"
        self.ok("ca", "crl", "--ca", top["id"], "--out", crl)
        self.assertIn(serial, tool("openssl", "crl", "-in", crl, "-noout", "-text"))

    def test_a_chain_that_came_in_pieces_is_whole(self):
        root = self.made("Top")
        middle = self.made("Middle", issuer=root)
        bundles = []
        for name, more in (("One", (middle,)), ("Two", (middle, root))):
            low = self.made(name, issuer=middle)
            bundle = self.dir / f"{name}-bundle.pem"
            bundle.write_bytes(b"".join(pair[1].read_bytes() for pair in (low, *more)))
            bundles.append((low[0], bundle))
        one = self.take(bundles[0], "One")
        self.take(bundles[1], "Two") # brings what the first one's chain lacked
        leaf = self.pem(self.issue(one["id"], "a.test")["id"])
        tool("openssl", "verify", "-x509_strict", "-CAfile", root[1], "-untrusted", leaf, leaf)
        self.assertEqual(leaf.read_text().count("BEGIN CERTIFICATE"), 4)
        self.assertEqual(self.ok("store", "check")["findings"], [])

    def test_a_ca_is_taken_in_once(self):
        pair = self.made("Twice")
        self.take(pair, "Twice")
        answer = self.refused(3, "input.certificate.known", "ca", "import", "--name", "Again",
                              "--cert", pair[1], "--key", pair[0], field="certificate")
        self.assertIn("as Twice", answer.json["error"]["message"])

    def test_a_ca_that_may_not_sign_lists_has_none(self):
        answer = self.run_casctl("ca", "import", "--name", "Mute", "--cert",
                                 self.made("Mute", usage="keyCertSign")[1], "--key",
                                 self.dir / "Mute.key")
        self.assertEqual((answer.status, answer.json["crl_enabled"]), (0, False), answer.text)
        self.assertIn("no cRLSign", answer.errors)
        ca = answer.json["id"]
        self.refused(3, "input.crl.not-allowed", "ca", "crl", "--ca", ca, "--out",
                     self.dir / "x.crl")
        leaf = self.issue(ca, "a.test")
        revoked = self.run_casctl("ca", "revoke", "--ca", ca, "--serial", leaf["serial"],
                                  "--reason", "superseded")
        self.assertEqual((revoked.status, revoked.json["crl_error"]),
                         (0, "input.crl.not-allowed"), revoked.text)


if __name__ == "__main__":
    console.main()
