#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What casctl writes is whole or not there, and replaces nothing that somebody needs."""
import os
import shutil
import subprocess

import console

# Runs in a mount namespace of its own: the little disk is gone with the process.
ON_A_FULL_DISK = """
mount -t tmpfs -o size=64k,mode=700 none "$1" || exit 99
printf 'old and good' > "$1/out"
cat /dev/zero > "$1/ballast" 2>/dev/null
shift
"$@"
status=$?
cat "$OUT"
ls -A "$(dirname "$OUT")" >&2
exit $status
"""


class FullDisk(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.disk = self.dir / "disk"
        self.disk.mkdir()
        for new_space in (["unshare", "-m"], ["unshare", "-rm"]):
            trial = subprocess.run([*new_space, "mount", "-t", "tmpfs", "none", self.disk],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   check=False) if shutil.which("unshare") else None
            if trial and trial.returncode == 0:
                self.new_space = new_space
                return
        self.skipTest("no mount namespace of our own here")

    def on_a_full_disk(self, *words):
        out = self.disk / "out"
        run = subprocess.run(
            [*self.new_space, "sh", "-c", ON_A_FULL_DISK, "sh", str(self.disk),
             str(self.casctl), "--store", str(self.store), "--passphrase-file",
             str(self.passphrase), *map(str, words), "--out", str(out)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "OUT": str(out), "LANG": "C.UTF-8",
                 "CAS_TEST_FAST_SCRYPT": "1"})
        return run.returncode, run.stdout.decode(), run.stderr.decode()

    def test_a_full_disk_is_said_and_leaves_the_old_file(self):
        root = self.root()
        leaf = self.issue(self.sub(root), "www.example.test")["id"]
        with_key = ("--export-passphrase-file", self.export_passphrase)
        for words in (("cert", "export", leaf, "--format", "pem"),
                      ("cert", "export", leaf, "--format", "pfx", *with_key),
                      ("cert", "export", leaf, "--format", "pkcs8", *with_key),
                      ("ca", "export", root), ("ca", "crl", "--ca", root)):
            with self.subTest(words):
                status, left, said = self.on_a_full_disk(*words)
                self.assertEqual((status, left), (1, "old and good"), said)
                self.assertIn("The disk is full", said)
                self.assertEqual(said.split()[-2:], ["ballast", "out"], "something was left")

    def test_a_store_on_a_full_disk_says_that_the_disk_is_full(self):
        self.root()
        run = subprocess.run(
            [*self.new_space, "sh", "-c", """
mount -t tmpfs -o size=4m,mode=700 none "$1" || exit 99
cp "$2" "$1/s.cas" && cat /dev/zero > "$1/ballast" 2>/dev/null
shift 2
"$@"
""", "sh", str(self.disk), str(self.store), str(self.casctl), "--json", "--store",
             str(self.disk / "s.cas"), "store", "info"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        answer = console.Answer(run)
        self.assertEqual((answer.status, answer.code), (1, "io.full"), answer.text + answer.errors)


class Targets(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.root_id = self.root()

    def writers(self):
        return (("ca", "export", self.root_id),
                ("cert", "export", self.ok("ca", "show", self.root_id)["certificate"], "--format",
                 "der"),
                ("ca", "crl", "--ca", self.root_id))

    def test_the_store_in_use_is_never_replaced(self):
        link, folder = self.dir / "link.pem", self.dir / "folder"
        link.symlink_to(self.store)
        folder.symlink_to(self.dir)
        nowhere = self.dir / "later"
        nowhere.symlink_to(f"{self.store}-wal")
        names = (self.store, f"{self.dir}/./{self.store.name}", link, folder / self.store.name,
                 f"{self.store}-wal", f"{self.store}-shm", folder / f"{self.store.name}-wal",
                 nowhere)
        for words in self.writers():
            for out in names:
                with self.subTest(f"{words} {out}"):
                    self.refused(3, "input.invalid", *words, "--out", out, field="out")
        self.casctl = self.casctl.resolve()
        self.addCleanup(os.chdir, os.getcwd())
        os.chdir(self.dir)
        self.refused(3, "input.invalid", *self.writers()[0], "--out", "test.cas", field="out")
        self.assertEqual(self.ok("store", "check")["status"], "ok")

    def test_a_store_named_by_a_link_is_never_replaced(self):
        link = self.dir / "link.cas"
        link.symlink_to(self.store)
        for out in (link, self.store, f"{self.store}-wal"):
            self.refused(3, "input.invalid", *self.writers()[0], "--out", out, store=link,
                         field="out")
        self.assertEqual(self.ok("store", "check")["status"], "ok")

    def test_the_passphrase_files_in_use_are_never_replaced(self):
        alias = self.dir / "alias"
        alias.symlink_to(self.passphrase)
        for words in self.writers():
            for out in (self.passphrase, alias):
                self.refused(3, "input.invalid", *words, "--out", out, field="out")
        self.assertEqual(self.passphrase.read_text(), console.PASSPHRASE + "\n")
        leaf = self.issue(self.sub(self.root_id), "www.example.test")["id"]
        self.refused(3, "input.invalid", "cert", "export", leaf, "--format", "pfx", "--out",
                     self.export_passphrase, "--export-passphrase-file", self.export_passphrase,
                     field="out")
        self.assertEqual(self.export_passphrase.read_text(), console.EXPORT_PASSPHRASE)
        keys = self.ok("audit", "query", "--object", leaf, "--action",
                       "DescribeCertificatePrivateKey")
        self.assertEqual(keys["total"], 0, "no key left, so the log must not say so")

    def test_what_is_no_regular_file_is_not_replaced(self):
        pipe, folder, link = self.dir / "pipe", self.dir / "folder", self.dir / "link"
        os.mkfifo(pipe)
        folder.mkdir()
        link.symlink_to(pipe)
        for words in self.writers():
            for out in (pipe, folder, link):
                with self.subTest(f"{words} {out}"):
                    answer = self.refused(3, "input.invalid", *words, "--out", out, field="out")
                    self.assertIn("not a regular file", answer.json["error"]["message"])
        self.assertTrue(pipe.is_fifo() and folder.is_dir() and link.is_symlink())

    def test_a_good_file_behind_a_link_is_replaced(self):
        target, link = self.file("target", "old"), self.dir / "link"
        link.symlink_to(target)
        self.ok(*self.writers()[0], "--out", link)
        self.assertTrue(link.is_symlink())
        self.assertIn("BEGIN CERTIFICATE", target.read_text())


class NothingHalfDone(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.issuer = self.sub(self.root())

    def not_issued(self, status, code, *words, field=None):
        self.refused(status, code, "ca", "issue", "--ca", self.issuer, "--type", "server", "--cn",
                     "www.example.test", "--days", 9, *words, field=field)
        self.assertEqual(self.ok("ca", "certs", "--ca", self.issuer)["total"], 0)

    def test_a_weak_export_passphrase_is_refused_before_issuing(self):
        self.not_issued(3, "input.passphrase.weak", "--out", self.dir / "new",
                        "--export-passphrase-file", self.file("short", "seven77"))
        self.not_issued(3, "input.passphrase.missing", "--out", self.dir / "new",
                        "--export-passphrase-file", self.file("empty", "\n"))
        self.assertFalse((self.dir / "new").exists())

    def test_an_export_passphrase_without_a_place_for_the_key_is_a_usage_error(self):
        self.not_issued(2, "usage", "--export-passphrase-file", self.export_passphrase)

    def test_a_request_and_a_passphrase_for_a_key_that_is_elsewhere_is_refused(self):
        csr = self.dir / "own.csr"
        console.tool("openssl", "req", "-new", "-newkey", "rsa:2048", "-nodes", "-keyout",
                     self.dir / "own.key", "-out", csr, "-subj", "/CN=www.example.test")
        self.not_issued(3, "input.key.none", "--csr", csr, "--out", self.dir / "new",
                        "--export-passphrase-file", self.export_passphrase, field="csr")

    def test_a_place_that_takes_no_files_is_refused_before_issuing(self):
        plain = self.file("plain", "mine")
        self.not_issued(3, "input.invalid", "--out", plain, field="out")
        self.not_issued(3, "input.invalid", "--out", plain / "below", field="out")
        self.not_issued(3, "input.missing", "--out", "", field="out")
        self.assertEqual(plain.read_text(), "mine")
        # /proc takes no files from anybody, root included.
        self.not_issued(1, "io", "--out", "/proc/self/fdinfo", field="out")

    def test_folders_made_for_a_certificate_that_is_refused_are_gone_again(self):
        self.not_issued(3, "input.san.dns", "--out", self.dir / "a" / "b", "--san", "DNS:a_b.test")
        self.not_issued(3, "input.key.algorithm", "--out", self.dir / "a" / "b", "--key", "sm2")
        self.assertFalse((self.dir / "a").exists())

    def test_no_store_is_made_whose_recovery_key_goes_nowhere(self):
        new = self.dir / "new.cas"
        before = sorted(os.listdir(self.dir))
        for key, status, code in ((self.dir / "nodir" / "rk", 5, "not-found.file"),
                                  (new, 3, "input.invalid"),
                                  (f"{self.dir}/./new.cas", 3, "input.invalid"),
                                  (f"{new}-wal", 3, "input.invalid"),
                                  (self.passphrase, 1, "io.exists"),
                                  (self.dir, 3, "input.invalid"),
                                  ("/proc/self/fdinfo/rk", 1, "io"),
                                  ("", 3, "input.missing")):
            with self.subTest(key):
                self.refused(status, code, "store", "init", "--recovery-key-file", key, store=new,
                             field="recovery_key_file")
                self.assertEqual(sorted(os.listdir(self.dir)), before)
        self.refused(3, "input.passphrase.weak", "store", "init", "--recovery-key-file",
                     self.dir / "rk", store=new, passphrase=self.file("weak", "password"))
        self.assertFalse((self.dir / "rk").exists() or new.exists())


if __name__ == "__main__":
    console.main()
