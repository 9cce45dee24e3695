#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bulk issuing by command line: what comes out holds before openssl, what is refused says why, and
a run that is killed goes on where it stopped."""
import signal
import subprocess
import time

import console
from console import tool


class IssueBatch(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.ca = self.sub(self.root())
        self.out = self.dir / "out"

    def csv(self, *lines, header="cn,san,type,days"):
        return self.file("batch.csv", "\n".join([header, *lines]) + "\n")

    def batch(self, csv, *more, status=0):
        answer = self.run_casctl("ca", "issue-batch", "--ca", self.ca, "--csv", csv, "--out",
                                 self.out, *more)
        self.assertEqual(answer.status, status, answer.text + answer.errors)
        return answer.json

    def files(self, suffix):
        return sorted(self.out.glob(f"*.{suffix}"))

    def test_each_line_becomes_a_certificate_that_openssl_accepts(self):
        report = self.batch(self.csv("a.example.test,a.example.test;alt.example.test,server,30",
                                     "Li Wei,EMAIL:li@example.test,client,"), "--days", "60")
        self.assertEqual([report["issued"], report["already"], report["refused"]], [2, 0, 0])
        self.assertEqual([row["line"] for row in report["rows"]], [2, 3])
        root = self.ok("ca", "list")["items"][0]["id"]
        anchor = self.ca_pem(root, "root.pem")
        for row, purpose in zip(report["rows"], ["sslserver", "sslclient"]):
            path = self.out / row["file"]
            self.assertTrue(path.name.endswith(f"-{row['serial']}.crt"))
            self.assertEqual(path.read_bytes(), self.pem(row["id"]).read_bytes())
            tool("openssl", "verify", "-x509_strict", "-CAfile", anchor, "-untrusted", path,
                 "-purpose", purpose, path)
        text = tool("openssl", "x509", "-in", self.out / report["rows"][0]["file"], "-noout",
                    "-text")
        self.assertIn("DNS:a.example.test, DNS:alt.example.test", text)
        self.assertEqual(self.ok("store", "check")["status"], "ok")
        self.assertEqual(self.ok("store", "verify-audit")["status"], "ok")

    def test_a_line_that_is_wrong_is_refused_and_the_others_go_on(self):
        report = self.batch(self.csv("good.example.test,,,", "bad name,,server,1", ",,,",
                                     "x.example.test,DNS:-,,", "y.example.test,,printer,",
                                     "z.example.test,,,20000"))
        self.assertEqual([report["issued"], report["refused"]], [1, 5])
        codes = [row["error"]["code"] for row in report["rows"][1:]]
        self.assertEqual(codes, ["input.cn.invalid", "input.cn.invalid", "input.san.dns",
                                 "input.invalid", "input.validity.issuer"])
        self.assertEqual(len(self.files("crt")), 1)

    def test_a_file_that_is_wrong_issues_nothing(self):
        for text, code in [("cn,colour\na.example.test,red\n", "input.csv.column"),
                           ("san\nDNS:a\n", "input.csv.column"), ("cn\n\"a\n", "input.csv.invalid"),
                           ("cn\n", "input.missing"), (b"\xff\xd8\xff\xe0binary", "input.csv.invalid")]:
            answer = self.run_casctl("ca", "issue-batch", "--ca", self.ca, "--csv",
                                     self.file("wrong.csv", text), "--out", self.out)
            self.assertEqual((answer.status, answer.code), (3, code), text)
            self.assertFalse(self.out.exists())

    def test_nothing_issued_is_status_3(self):
        report = self.batch(self.csv("bad name,,,"), status=3)
        self.assertEqual([report["issued"], report["refused"]], [0, 1])

    def test_key_files_belong_to_their_certificates_and_share_one_derivation(self):
        report = self.batch(self.csv("a.example.test,,,", "b.example.test,,,"),
                            "--export-passphrase-file", self.export_passphrase)
        salts, vectors = set(), set()
        for row in report["rows"]:
            key = (self.out / row["file"]).with_suffix(".key")
            self.assertEqual(key.stat().st_mode & 0o777, 0o600)
            public = tool("openssl", "pkey", "-in", key, "-passin",
                          f"file:{self.export_passphrase}", "-pubout")
            self.assertEqual(public, tool("openssl", "x509", "-in", self.out / row["file"],
                                          "-noout", "-pubkey"))
            shape = [line.split(":")[-1] for line in
                     tool("openssl", "asn1parse", "-in", key).splitlines() if "OCTET" in line]
            salts.add(shape[0])
            vectors.add(shape[1])
        self.assertEqual([len(salts), len(vectors)], [1, 2])

    def test_the_same_batch_again_issues_nothing_and_mends_the_folder(self):
        csv = self.csv("a.example.test,,,", "b.example.test,,,")
        first = self.batch(csv)
        lost, emptied = self.files("crt")
        content = {path: path.read_bytes() for path in (lost, emptied)}
        lost.unlink()
        emptied.write_bytes(b"")
        again = self.batch(csv)
        self.assertEqual([again["issued"], again["already"]], [0, 2])
        self.assertEqual([row["serial"] for row in again["rows"]],
                         [row["serial"] for row in first["rows"]])
        self.assertEqual({path: path.read_bytes() for path in (lost, emptied)}, content)
        changed = self.batch(self.csv("a.example.test,,,", "b.example.test,,,", "c.example.test,,,"))
        self.assertEqual([changed["issued"], changed["already"]], [3, 0])

    def test_sm2_and_other_keys_follow_the_ca(self):
        answer = self.run_casctl("ca", "issue-batch", "--ca", self.ca, "--csv",
                                 self.csv("a.example.test,,,"), "--out", self.out, "--key", "sm2")
        self.assertEqual((answer.status, answer.code), (3, "input.key.algorithm"))
        report = self.batch(self.csv("a.example.test,,,"), "--key", "ed25519")
        self.assertEqual(self.ok("cert", "show", report["rows"][0]["id"])["key_algorithm"], "ed25519")

    def test_a_killed_run_goes_on_and_no_serial_comes_twice(self):
        lines = 6000
        csv = self.csv(*(f"h{i}.example.test,,," for i in range(lines)))
        command = [str(self.casctl), "--store", str(self.store), "--passphrase-file",
                   str(self.passphrase), "--json", "ca", "issue-batch", "--ca", self.ca, "--csv",
                   str(csv), "--out", str(self.out)]
        for files in (1, 1500, 3500):
            run = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            until = time.monotonic() + 60
            while len(self.files("crt")) < files and run.poll() is None:
                self.assertLess(time.monotonic(), until)
                time.sleep(0.002)
            run.send_signal(signal.SIGKILL)
            run.wait()
            self.assertEqual(self.ok("store", "check")["findings"], [])
        report = self.batch(csv)
        self.assertEqual(report["issued"] + report["already"], lines)
        self.assertGreater(report["already"], 0)
        serials = {row["serial"] for row in report["rows"]}
        self.assertEqual(len(serials), lines)
        self.assertEqual({path.stem.rsplit("-", 1)[1] for path in self.files("crt")}, serials)
        self.assertEqual(self.ok("ca", "certs", "--ca", self.ca, "--limit", "1")["total"], lines)


if __name__ == "__main__":
    console.main()
