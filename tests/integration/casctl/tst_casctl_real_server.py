#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A downloaded certificate on a real nginx, judged by curl: accepted, then refused as revoked."""
import console
from console import EXPORT_PASSPHRASE, tool
from real_server import SERVED, Nginx


class RealServer(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.root_id = self.root()
        self.sub_id = self.sub(self.root_id)
        self.leaf = self.issue(self.sub_id, "localhost", "--san", "DNS:localhost,IP:127.0.0.1")
        self.crt = self.pem(self.leaf["id"], "site.crt")
        encrypted, self.key = self.dir / "site.p8", self.dir / "site.key"
        self.ok("cert", "export", self.leaf["id"], "--format", "pkcs8", "--out", encrypted,
                "--export-passphrase-file", self.export_passphrase)
        tool("openssl", "pkey", "-in", encrypted, "-passin", f"pass:{EXPORT_PASSPHRASE}", "-out",
             self.key)
        self.root_pem = self.ca_pem(self.root_id, "root.pem")

    def serve(self, more=""):
        self.server = Nginx(self.dir, self.crt, self.key, more)
        self.addCleanup(self.server.close)

    def curl(self, *extra):
        return self.server.curl(self.root_pem, *extra)

    def crl_file(self):
        parts = b""
        for ca in (self.root_id, self.sub_id):
            out = self.dir / "one.crl"
            self.ok("ca", "crl", "--ca", ca, "--out", out)
            parts += out.read_bytes()
        return self.file("all.crl", parts)

    def test_curl_accepts_the_certificate_and_refuses_it_once_it_is_revoked(self):
        self.serve()
        self.assertEqual(self.curl(), (0, SERVED))
        self.assertEqual(self.curl("--crlfile", self.crl_file())[0], 0)
        self.ok("ca", "revoke", "--ca", self.sub_id, "--serial", self.leaf["serial"], "--reason",
                "keyCompromise")
        status, text = self.curl("--crlfile", self.crl_file())
        self.assertNotEqual(status, 0)
        self.assertIn("revoked", text)

    def test_without_the_root_curl_trusts_nothing(self):
        self.serve()
        self.root_pem = self.ca_pem(self.root("Another Root"), "other.pem")
        status, text = self.curl()
        self.assertEqual(status, 60, text)

    def test_client_certificates_open_a_server_that_asks_for_them(self):
        client = self.issue(self.sub_id, "Li Wei", kind="client")
        pfx = self.dir / "client.pfx"
        self.ok("cert", "export", client["id"], "--format", "pfx", "--out", pfx,
                "--export-passphrase-file", self.export_passphrase)
        chain = self.ca_pem(self.sub_id, "chain.pem", "--chain")
        self.serve(f"ssl_client_certificate {chain}; ssl_verify_client on; ssl_verify_depth 3;")
        self.assertIn("400", self.curl("-w", "%{http_code}")[1])
        self.assertEqual(self.curl("--cert-type", "P12", "--cert", f"{pfx}:{EXPORT_PASSPHRASE}"),
                         (0, SERVED))


if __name__ == "__main__":
    console.main()
