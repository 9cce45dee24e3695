#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A downloaded certificate on a real nginx, judged by curl: accepted, then refused as revoked."""
import socket
import subprocess
import time

import console
from console import EXPORT_PASSPHRASE, tool

NGINX = """daemon off; pid {dir}/nginx.pid; error_log {dir}/error.log; worker_processes 1;
events {{ worker_connections 16; }}
http {{ access_log off; client_body_temp_path {dir}/b; proxy_temp_path {dir}/p;
  fastcgi_temp_path {dir}/f; uwsgi_temp_path {dir}/u; scgi_temp_path {dir}/s;
  server {{ listen 127.0.0.1:{port} ssl; server_name localhost;
    ssl_certificate {crt}; ssl_certificate_key {key}; {more}
    location / {{ return 200 "served by the test\\n"; }} }} }}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


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
        self.port = free_port()
        config = self.file("nginx.conf", NGINX.format(dir=self.dir, port=self.port, crt=self.crt,
                                                      key=self.key, more=more))
        server = subprocess.Popen(["/usr/sbin/nginx", "-p", str(self.dir), "-c", str(config)],
                                  stderr=subprocess.DEVNULL)
        self.addCleanup(server.wait)
        self.addCleanup(server.terminate)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.02)
        self.fail((self.dir / "error.log").read_text())

    def curl(self, *extra):
        run = subprocess.run(["curl", "-sS", "--cacert", str(self.root_pem),
                              f"https://localhost:{self.port}/", *map(str, extra)],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return run.returncode, run.stdout.decode()

    def crl_file(self):
        parts = b""
        for ca in (self.root_id, self.sub_id):
            out = self.dir / "one.crl"
            self.ok("ca", "crl", "--ca", ca, "--out", out)
            parts += out.read_bytes()
        return self.file("all.crl", parts)

    def test_curl_accepts_the_certificate_and_refuses_it_once_it_is_revoked(self):
        self.serve()
        self.assertEqual(self.curl(), (0, "served by the test\n"))
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
                         (0, "served by the test\n"))


if __name__ == "__main__":
    console.main()
