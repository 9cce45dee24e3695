#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Import by command line of what openssl makes: known by content, linked where it is there already,
keys and issuers found in whichever order they come, bad pieces refused one by one."""
import os
import signal
import subprocess
import time

import console
from console import tool

PASSWORD = "file password"


class Import(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.password = self.file("password", PASSWORD + "\n")
        self.ca = self.make_ca("ca", "Elsewhere CA")
        self.leaf = self.make_leaf("leaf", "www.example.test")

    # --- what openssl makes ---
    def make_ca(self, name, common_name):
        key, crt = self.dir / f"{name}.key", self.dir / f"{name}.crt"
        tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
             "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", crt, "-days", "900",
             "-subj", f"/CN={common_name}/O=Elsewhere")
        return crt

    def make_leaf(self, name, common_name, key="ec"):
        request, crt = self.dir / f"{name}.csr", self.dir / f"{name}.crt"
        kind = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"] if key == "ec" else [key]
        tool("openssl", "req", "-newkey", *kind, "-nodes", "-keyout",
             self.dir / f"{name}.key", "-out", request, "-subj", f"/CN={common_name}")
        extensions = self.file("extensions", f"subjectAltName=DNS:{common_name}\n"
                                             "extendedKeyUsage=serverAuth\n")
        tool("openssl", "x509", "-req", "-in", request, "-CA", self.ca, "-CAkey",
             self.ca.with_suffix(".key"), "-CAcreateserial", "-days", "90", "-out", crt, "-extfile",
             extensions)
        return crt

    def take(self, *files, status=0, options=()):
        answer = self.run_casctl(*options, "cert", "import", *files)
        self.assertEqual(answer.status, status, answer.text + answer.errors)
        return answer.json

    def counts(self, report):
        return [report["imported"], report["linked"], report["refused"]]

    def codes(self, report):
        return [item["error"]["code"] for item in report["items"] if "error" in item]

    def chain(self, name):
        [item] = self.ok("cert", "list", "--search", name)["items"]
        return [link["name"] for link in self.ok("cert", "show", item["id"])["chain"]]

    def checked(self):
        self.assertEqual(self.ok("store", "check")["status"], "ok")
        self.assertEqual(self.ok("store", "verify-audit")["status"], "ok")

    # --- tests ---
    def test_every_form_is_known_by_its_content(self):
        der, p7b, pfx = (self.dir / name for name in ("a.txt", "b.txt", "c.txt"))
        leaf = self.make_leaf("second", "second.example.test")
        third = self.make_leaf("third", "third.example.test", key="rsa:2048")
        tool("openssl", "x509", "-in", self.leaf, "-outform", "DER", "-out", der)
        tool("openssl", "crl2pkcs7", "-nocrl", "-certfile", leaf, "-certfile", self.ca, "-outform",
             "DER", "-out", p7b)
        tool("openssl", "pkcs12", "-export", "-in", third, "-inkey", third.with_suffix(".key"),
             "-out", pfx, "-passout", f"pass:{PASSWORD}")
        utf16 = self.file("d.txt", self.leaf.with_suffix(".key").read_text().encode("utf-16"))
        encrypted = self.dir / "e.txt"
        tool("openssl", "pkcs8", "-topk8", "-in", leaf.with_suffix(".key"), "-outform", "DER",
             "-out", encrypted, "-passout", f"pass:{PASSWORD}")
        report = self.take(der, p7b, pfx, utf16, encrypted, "--passphrase-file", self.password)
        self.assertEqual(self.counts(report), [7, 0, 0], report)
        kinds = [item["kind"] for item in report["items"]]
        self.assertEqual(kinds, ["certificate"] * 4 + ["key"] * 3)
        for name in ("www", "second", "third"):
            [row] = self.ok("cert", "list", "--search", f"{name}.example.test")["items"]
            self.assertEqual([row["type"], row["brand"], row["source"]],
                             ["server", "Elsewhere CA", "UPLOAD"])
            shown = self.ok("cert", "show", row["id"])
            self.assertTrue(shown["has_key"])
            exported = self.dir / f"{name}.pfx"
            self.ok("cert", "export", row["id"], "--format", "pfx", "--out", exported,
                    "--export-passphrase-file", self.export_passphrase)
            text = tool("openssl", "pkcs12", "-in", exported, "-nodes", "-passin",
                        f"pass:{console.EXPORT_PASSPHRASE}")
            self.assertEqual(text.count("BEGIN CERTIFICATE"), 2) # its issuer came along
            self.assertIn("BEGIN PRIVATE KEY", text)
        self.checked()

    def test_what_is_there_already_is_linked_and_what_was_deleted_comes_back(self):
        first = self.take(self.leaf)
        again = self.take(self.leaf)
        self.assertEqual(self.counts(again), [0, 1, 0])
        self.assertEqual(again["items"][0]["id"], first["items"][0]["id"])
        self.ok("cert", "delete", first["items"][0]["id"])
        self.assertEqual(self.ok("cert", "list")["total"], 0)
        back = self.take(self.leaf)
        self.assertEqual(self.counts(back), [1, 0, 0])
        self.assertEqual(back["items"][0]["id"], first["items"][0]["id"])
        self.assertEqual(self.ok("cert", "list")["total"], 1)
        self.checked()

    def test_an_issuer_that_comes_later_finds_what_it_signed(self):
        other = self.make_ca("other", "Elsewhere CA") # of the same name, another key
        self.take(self.leaf)
        self.take(other)
        self.assertEqual(self.chain("www.example.test"), ["www.example.test"])
        self.take(self.ca)
        self.assertEqual(self.chain("www.example.test"), ["www.example.test", "Elsewhere CA"])
        self.checked()

    def test_what_our_own_ca_issued_finds_it(self):
        ca = self.sub(self.root())
        issued = self.ok("ca", "issue", "--ca", ca, "--type", "server", "--cn", "own.example.test",
                         "--days", "30")
        pem = self.pem(issued["id"])
        self.assertEqual(self.counts(self.take(pem)), [0, 3, 0]) # with its chain

    def test_a_folder_is_taken_with_all_below_it_and_links_are_not_followed(self):
        deep = self.dir / "folder" / "below"
        deep.mkdir(parents=True)
        (deep / "leaf.bin").write_bytes(b"\xef\xbb\xbf" + self.leaf.read_bytes())  # as Notepad saves
        (self.dir / "folder" / "README").write_text("nothing in here")
        os.symlink(self.ca, self.dir / "folder" / "ca.crt")
        os.symlink(self.dir, self.dir / "folder" / "round")
        report = self.take(self.dir / "folder")
        self.assertEqual(self.counts(report), [1, 0, 0], report)

    def test_bad_pieces_are_refused_and_the_rest_comes_in(self):
        pem = self.leaf.read_text()
        lines = pem.splitlines()
        damaged = "\n".join([lines[0], lines[1][:-1] + "*", *lines[2:]])
        cut_off = "\n".join(lines[:3])
        bundle = self.file("bundle.pem", "text before\n" + damaged + "\n" + cut_off + "\n"
                           + self.ca.read_text() + "  " + "\r\n  ".join(lines) + "\r\n")
        report = self.take(bundle)
        self.assertEqual(self.counts(report), [2, 0, 2], report)
        self.assertEqual(self.codes(report), ["input.pem.invalid"] * 2)
        self.assertEqual([item["line"] for item in report["items"] if "id" in item],
                         [2 + len(lines) + 3, 2 + len(lines) + 3
                          + len(self.ca.read_text().splitlines())])

    def test_what_is_no_certificate_says_what_it_is(self):
        fifo = self.dir / "fifo"
        os.mkfifo(fifo)
        crl = self.dir / "list.crl"
        config = self.file("ca.cnf", "[ca]\ndefault_ca=d\n[d]\ndatabase=%s\ndefault_md=sha256\n"
                           "default_crl_days=5\n" % self.file("index", ""))
        tool("openssl", "ca", "-gencrl", "-config", config, "-cert", self.ca, "-keyfile",
             self.ca.with_suffix(".key"), "-out", crl)
        report = self.take(self.dir / "leaf.csr", crl, fifo, self.file("text", "hello"),
                           self.dir / "absent", status=3)
        self.assertEqual(self.codes(report), ["input.certificate.none", "input.certificate.none",
                                              "input.invalid", "input.format.unknown",
                                              "not-found.file"])

    def test_protected_files_ask_for_the_right_password(self):
        pfx = self.dir / "a.pfx"
        tool("openssl", "pkcs12", "-export", "-in", self.leaf, "-inkey",
             self.leaf.with_suffix(".key"), "-out", pfx, "-passout", f"pass:{PASSWORD}")
        self.assertEqual(self.codes(self.take(pfx, status=3)), ["input.passphrase.missing"])
        wrong = self.file("wrong", "another one")
        self.assertEqual(self.codes(self.take(pfx, "--passphrase-file", wrong, status=3)),
                         ["input.passphrase.wrong"])
        self.assertEqual(self.ok("cert", "list")["total"], 0)

    def test_a_pfx_without_a_mac_comes_in_only_when_that_was_accepted(self):
        pfx = self.dir / "a.pfx"
        tool("openssl", "pkcs12", "-export", "-nomac", "-in", self.leaf, "-inkey",
             self.leaf.with_suffix(".key"), "-out", pfx, "-passout", f"pass:{PASSWORD}")
        password = ["--passphrase-file", self.password]
        self.assertEqual(self.codes(self.take(pfx, *password, status=3)),
                         ["input.container.unchecked"])
        self.assertEqual(self.counts(self.take(pfx, *password, options=["--yes"])), [2, 0, 0])

    def test_a_root_with_a_changed_bit_is_refused(self):
        whole = self.dir / "root.der"
        tool("openssl", "x509", "-in", self.ca, "-outform", "DER", "-out", whole)
        der = bytearray(whole.read_bytes())
        der[-1] ^= 1
        report = self.take(self.file("changed.der", bytes(der)), status=3)
        self.assertEqual(self.codes(report), ["input.certificate.signature"])

    def test_a_weak_key_comes_in_with_a_warning(self):
        report = self.take(self.make_leaf("weak", "weak.example.test", key="rsa:1024"))
        self.assertEqual(report["items"][0]["warning"]["code"], "input.key.weak")

    def test_a_run_that_is_killed_leaves_a_whole_store_and_goes_on(self):
        csv = self.file("batch.csv", "cn\n" + "".join(f"h{i}.example.test\n" for i in range(4000)))
        source = self.dir / "source.cas"
        self.ok("store", "init", "--recovery-key-file", self.dir / "r2", store=source)
        root = self.ok("ca", "create-root", "--name", "R", "--subject", "CN=R", "--key", "ec-p256",
                       "--years", "5", store=source)["id"]
        out = self.dir / "out"
        self.ok("ca", "issue-batch", "--ca", root, "--csv", csv, "--out", out, store=source)
        bundle = self.dir / "bundle.pem"
        bundle.write_bytes(b"".join(path.read_bytes() for path in sorted(out.iterdir())))
        for wait in (0.15, 0.3, 0.45):
            run = subprocess.Popen([str(self.casctl), "--store", str(self.store),
                                    "--passphrase-file", str(self.passphrase), "cert", "import",
                                    str(bundle)], stdout=subprocess.DEVNULL)
            time.sleep(wait)
            run.send_signal(signal.SIGKILL)
            run.wait()
            self.checked()
        report = self.take(bundle)
        # The root stands behind each of them.
        self.assertEqual(report["imported"] + report["linked"], 8000)
        self.assertEqual(self.ok("cert", "list", "--limit", "1")["total"], 4001)
        self.assertEqual(self.chain("h3999.example.test"), ["h3999.example.test", "R"])
        self.checked()


if __name__ == "__main__":
    console.main()
