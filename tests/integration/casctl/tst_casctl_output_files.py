#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What casctl writes is whole or not there, and replaces nothing that somebody needs."""
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


if __name__ == "__main__":
    console.main()
