#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every export format is read by programs that share no code with ours."""
import json

import console
from console import EXPORT_PASSPHRASE, tool


class Formats(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.root_id = self.root()
        self.sub_id = self.sub(self.root_id)

    def export(self, certificate, form, *extra):
        out = self.dir / f"out.{form}"
        self.ok("cert", "export", certificate, "--format", form, "--out", out, *extra)
        return out

    def with_key(self, certificate, form):
        return self.export(certificate, form, "--export-passphrase-file", self.export_passphrase)

    def public_key(self, pem):
        return tool("openssl", "x509", "-in", pem, "-noout", "-pubkey")

    def test_pem_holds_leaf_then_chain_and_no_key(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        text = self.export(leaf["id"], "pem").read_text()
        self.assertEqual(text.count("BEGIN CERTIFICATE"), 3)
        self.assertNotIn("PRIVATE", text)
        self.assertIn("www.example.test", tool("openssl", "x509", "-in", self.dir / "out.pem",
                                               "-noout", "-subject"))

    def test_der_is_the_certificate_itself(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        shown = tool("openssl", "x509", "-inform", "DER", "-in", self.export(leaf["id"], "der"),
                     "-noout", "-fingerprint", "-sha256")
        self.assertIn(leaf["fingerprint_sha256"], shown.replace(":", ""))

    def test_p7b_holds_the_chain(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        out = self.export(leaf["id"], "p7b")
        shown = tool("openssl", "pkcs7", "-inform", "DER", "-in", out, "-print_certs", "-noout")
        self.assertEqual(shown.count("subject="), 3)
        self.assertIn("Number of certificates: 3",
                      tool("certtool", "--p7-info", "--inder", "--infile", out))

    def test_pfx_is_read_by_openssl_certtool_and_keytool(self):
        for algorithm in ("rsa-2048", "ec-p256"):
            with self.subTest(algorithm):
                leaf = self.issue(self.sub_id, "www.example.test", "--key", algorithm)
                out = self.with_key(leaf["id"], "pfx")
                self.assertEqual(out.stat().st_mode & 0o777, 0o600)
                shown = tool("openssl", "pkcs12", "-in", out, "-passin",
                             f"pass:{EXPORT_PASSPHRASE}", "-noenc")
                self.assertEqual(shown.count("BEGIN CERTIFICATE"), 3)
                self.assertEqual(shown.count("BEGIN PRIVATE KEY"), 1)
                listed = tool("keytool", "-list", "-v", "-keystore", out, "-storetype", "PKCS12",
                              "-storepass", EXPORT_PASSPHRASE)
                self.assertIn("PrivateKeyEntry", listed)
                self.assertIn("Certificate chain length: 3", listed)
                self.assertIn("www.example.test", tool("certtool", "--p12-info", "--inder",
                                                       "--password", EXPORT_PASSPHRASE, "--infile",
                                                       out))

    def test_pkcs8_is_the_key_of_the_certificate(self):
        for algorithm in ("rsa-2048", "ec-p384", "ed25519"):
            with self.subTest(algorithm):
                leaf = self.issue(self.sub_id, "www.example.test", "--key", algorithm)
                out = self.with_key(leaf["id"], "pkcs8")
                self.assertIn("BEGIN ENCRYPTED PRIVATE KEY", out.read_text())
                self.assertEqual(
                    tool("openssl", "pkey", "-in", out, "-passin", f"pass:{EXPORT_PASSPHRASE}",
                         "-pubout"),
                    self.public_key(self.export(leaf["id"], "pem")))
                status, _ = tool("openssl", "pkey", "-in", out, "-passin", "pass:wrong",
                                 "-noout", check=False)
                self.assertNotEqual(status, 0)

    def test_formats_with_a_key_need_a_passphrase(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        for form in ("pfx", "pkcs8"):
            self.refused(3, "input.passphrase.missing", "cert", "export", leaf["id"], "--format",
                         form, "--out", self.dir / "x")
        short = self.file("short", "seven77")
        self.refused(3, "input.passphrase.weak", "cert", "export", leaf["id"], "--format", "pfx",
                     "--out", self.dir / "x", "--export-passphrase-file", short)
        self.assertFalse((self.dir / "x").exists())

    def test_the_key_of_a_revoked_certificate_stays_here(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        self.ok("ca", "revoke", "--ca", self.sub_id, "--serial", leaf["serial"], "--reason",
                "keyCompromise")
        self.refused(6, "state", "cert", "export", leaf["id"], "--format", "pfx", "--out",
                     self.dir / "x", "--export-passphrase-file", self.export_passphrase)
        self.export(leaf["id"], "pem")

    def test_every_download_is_in_the_log(self):
        leaf = self.issue(self.sub_id, "www.example.test")
        self.with_key(leaf["id"], "pfx")
        items = self.ok("audit", "query", "--object", leaf["id"], "--action",
                        "DescribeCertificatePrivateKey")["items"]
        self.assertEqual([item["result"] for item in items], ["ok"])
        self.assertNotIn(EXPORT_PASSPHRASE, json.dumps(self.ok("audit", "query")))

    def test_issue_writes_the_files_that_were_asked_for(self):
        folder = self.dir / "out"
        made = self.issue(self.sub_id, "*.example.test", "--out", folder,
                          "--export-passphrase-file", self.export_passphrase)
        names = sorted(path.name for path in folder.iterdir())
        self.assertEqual(names, [f"_wildcard.example.test-{made['serial']}.crt",
                                 f"_wildcard.example.test-{made['serial']}.key"])
        self.assertEqual((folder / names[1]).stat().st_mode & 0o777, 0o600)
        tool("openssl", "pkey", "-in", folder / names[1], "-passin", f"pass:{EXPORT_PASSPHRASE}",
             "-noout")

    def test_sm2_chains_verify_with_the_standard_id(self):
        root = self.root("SM2 Root", "sm2")
        sub = self.sub(root, "SM2 Issuing", "sm2")
        leaf = self.issue(sub, "www.example.test", "--key", "sm2")
        # The command line sets the ID on the target only, so each link is checked on its own.
        chain = [(self.pem(leaf["id"], "l.pem"), self.ca_pem(sub, "s.pem")),
                 (self.ca_pem(sub, "s.pem"), self.ca_pem(root, "r.pem"))]
        for target, issuer in chain:
            shown = tool("openssl", "verify", "-partial_chain", "-vfyopt",
                         "distid:1234567812345678", "-CAfile", issuer, target)
            self.assertIn("OK", shown)
        status, _ = tool("openssl", "verify", "-partial_chain", "-CAfile", chain[0][1], chain[0][0],
                         check=False)
        self.assertNotEqual(status, 0, "an empty ID must not verify")
        self.refused(3, "input.key.algorithm", "ca", "issue", "--ca", sub, "--type", "server",
                     "--cn", "a.test", "--days", 9, "--key", "ec-p256")


if __name__ == "__main__":
    console.main()
