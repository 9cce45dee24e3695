#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Backups by command line: whole although others write, or not there at all; what comes back is what
was there and goes on working."""
import hashlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time

import console

ROUNDS = 20  # of kill -9


class BackupTest(console.ConsoleTest):
    def setUp(self):
        super().setUp()
        self.ca = self.sub(self.root())
        self.leaf = self.issue(self.ca, "www.example.test")
        self.copy = self.dir / "copies" / "copy.cas"
        self.copy.parent.mkdir()

    def command(self, *words, store=None):
        return [str(self.casctl), "--store", str(store or self.store), "--passphrase-file",
                str(self.passphrase), "--json", *map(str, words)]

    def left_in(self, folder):
        return sorted(entry.name for entry in folder.iterdir())

    def certificates(self, store):
        return self.ok("cert", "list", "--limit", 10000, store=store)["items"]


class Backup(BackupTest):
    def test_the_report_is_true_of_the_file(self):
        report = self.ok("store", "backup", self.copy)
        content = self.copy.read_bytes()
        self.assertEqual(report["file"], str(self.copy))
        self.assertEqual(report["bytes"], len(content))
        self.assertEqual(report["sha256"], hashlib.sha256(content).hexdigest())
        self.assertTrue(report["seals_checked"])
        self.assertEqual(self.copy.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.left_in(self.copy.parent), ["copy.cas"])
        with sqlite3.connect(f"file:{self.copy}?immutable=1", uri=True) as db:
            self.assertEqual(db.execute("PRAGMA integrity_check").fetchall(), [("ok",)])
            names = [name for name, in db.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                "AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")]
            rows = sum(db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
                       for name in names)
        db.close()
        self.assertEqual(report["rows"] + 1, rows)  # and the note of when it was made

    def test_a_locked_store_is_backed_up_as_well(self):
        run = subprocess.run([str(self.casctl), "--store", str(self.store), "--json", "store",
                              "backup", str(self.copy)], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
        answer = console.Answer(run)
        self.assertEqual(answer.status, 0, answer.text + answer.errors)
        self.assertFalse(answer.json["seals_checked"])

    def test_what_comes_back_is_what_was_there_and_goes_on(self):
        before = self.certificates(self.store)
        made = self.ok("store", "backup", self.copy)
        back = self.dir / "back.cas"
        self.issue(self.ca, "later.example.test")
        report = self.ok("store", "restore", self.copy, "--into", back)
        self.assertEqual((report["file"], report["taken_at"], report["seals_checked"]),
                         (str(back), made["taken_at"], True))
        self.assertEqual(self.ok("store", "check", store=back)["status"], "ok")
        self.assertEqual(self.certificates(back), before)
        self.assertEqual(self.ok("store", "info", store=back)["id"],
                         self.ok("store", "info")["id"])
        new = self.ok("ca", "issue", "--ca", self.ca, "--type", "server", "--cn",
                      "new.example.test", "--days", 30, store=back)
        self.assertEqual(new["status"], "Issued")
        self.assertEqual(self.ok("store", "check", store=back)["status"], "ok")

    def test_the_log_of_a_restored_store_says_what_it_came_from(self):
        made = self.ok("store", "backup", self.copy)
        by_hand, without_key = self.dir / "plain-copy.cas", self.dir / "without-key.cas"
        shutil.copy(self.copy, by_hand)
        subprocess.run([str(self.casctl), "store", "restore", str(self.copy), "--into",
                        str(without_key)], check=True, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL)
        self.ok("store", "restore", self.copy, "--into", self.dir / "with-key.cas")
        for name in ("with-key.cas", "without-key.cas", "plain-copy.cas"):
            with self.subTest(name):
                store = self.dir / name
                self.ok("store", "check", store=store)  # unlocks
                self.ok("store", "check", store=store)
                events = self.ok("audit", "query", "--action", "RestoreStore", store=store)
                self.assertEqual([event["parameters"]["taken_at"] for event in events["items"]],
                                 [made["taken_at"]])
                self.assertEqual(self.ok("store", "verify-audit", store=store)["status"], "ok")
        self.assertEqual(self.ok("audit", "query", "--action", "RestoreStore")["items"], [])
        self.assertEqual(len(self.ok("audit", "query", "--action", "BackupStore")["items"]), 1)

    def test_nothing_is_overwritten_unasked(self):
        self.ok("store", "backup", self.copy)
        first = self.copy.read_bytes()
        self.refused(1, "io.exists", "store", "backup", self.copy)
        self.assertEqual(self.copy.read_bytes(), first)
        self.ok("--yes", "store", "backup", self.copy)
        self.assertNotEqual(self.copy.read_bytes(), first)
        self.refused(3, "input.invalid", "--yes", "store", "backup", self.store, field="out")
        self.refused(3, "input.invalid", "--yes", "store", "backup", self.dir, field="out")
        self.refused(5, "not-found.file", "store", "backup", self.dir / "no" / "folder.cas")
        self.refused(3, "store.exists", "--yes", "store", "restore", self.copy, "--into",
                     self.store)
        self.assertEqual(self.ok("store", "check")["status"], "ok")

    def test_a_journal_of_a_former_database_is_in_the_way(self):
        journal = self.file("copies/copy.cas-journal", "played back by whoever opens copy.cas")
        self.refused(1, "io.exists", "store", "backup", self.copy)
        self.refused(3, "store.exists", "store", "restore", self.store, "--into", self.copy)
        self.assertEqual(self.left_in(self.copy.parent), [journal.name])

    def test_a_store_that_was_changed_outside_gives_no_backup_that_looks_good(self):
        db = sqlite3.connect(self.store)
        with db:
            db.execute("UPDATE certificate SET not_after = not_after + 1 WHERE source = 'ISSUED'")
        db.close()
        self.refused(1, "store.backup", "store", "backup", self.copy)
        self.assertEqual(self.left_in(self.copy.parent), [])

    def test_what_is_no_backup_is_not_restored(self):
        self.ok("store", "backup", self.copy)
        back = self.dir / "back.cas"
        whole = self.copy.read_bytes()
        for name, content, status, code in (
                ("short", whole[:-4096], 1, "store.damaged"),
                ("half", whole[:len(whole) // 2], 1, "store.damaged"),
                ("text", b"not a database", 3, "store.invalid"),
                ("empty", b"", 3, "store.invalid")):
            with self.subTest(name):
                self.refused(status, code, "store", "restore", self.file(name, content), "--into",
                             back)
                self.assertFalse(back.exists())
        self.refused(5, "not-found.store", "store", "restore", self.dir / "nothing", "--into",
                     back)
        newer = self.file("newer", whole)
        db = sqlite3.connect(newer)
        db.execute("PRAGMA user_version = 9999")
        db.close()
        self.refused(6, "store.newer", "store", "restore", newer, "--into", back)
        sealed = self.file("sealed", whole)
        db = sqlite3.connect(sealed)
        with db:
            db.execute("UPDATE ca SET crl_days = crl_days + 1")
        db.close()
        self.refused(1, "store.seal", "store", "restore", sealed, "--into", back)
        wrong = self.file("wrong", "another passphrase")
        self.refused(4, "locked.passphrase", "store", "restore", self.copy, "--into", back,
                     passphrase=wrong)
        self.assertFalse(back.exists())
        self.assertEqual(list(self.dir.glob("*.cas-part*")), [])

    def test_every_backup_is_whole_while_another_process_writes(self):
        csv = self.file("batch.csv", "cn,san,type,days\n"
                        + "".join(f"h{i}.example.test,,,\n" for i in range(4000)))
        writer = subprocess.Popen(self.command("ca", "issue-batch", "--ca", self.ca, "--csv", csv,
                                               "--out", self.dir / "out"),
                                  stdout=subprocess.DEVNULL)
        self.addCleanup(writer.wait)
        counts = []
        while writer.poll() is None or not counts:
            copy = self.copy.parent / f"{len(counts)}.cas"
            self.ok("store", "backup", copy)  # checks every seal and the log in the copy
            counts.append(self.ok("cert", "list", "--limit", 1, store=copy)["total"])
        self.assertEqual(writer.returncode, 0)
        self.assertEqual(counts, sorted(counts))
        self.assertEqual(self.ok("cert", "list", "--limit", 1)["total"], 4003)


class Killed(BackupTest):
    """kill -9 at any moment: under the final name stands a whole store or nothing."""

    def setUp(self):
        super().setUp()
        csv = self.file("batch.csv", "cn,san,type,days\n"
                        + "".join(f"h{i}.example.test,,,\n" for i in range(3000)))
        self.ok("ca", "issue-batch", "--ca", self.ca, "--csv", csv, "--out", self.dir / "out")

    def killed(self, seed, *words):
        chance = random.Random(seed)
        target = words[-1]
        began = time.monotonic()
        self.ok(*words[:-1], self.dir / "measured.cas")
        takes = time.monotonic() - began
        for _ in range(ROUNDS):
            run = subprocess.Popen(self.command(*words), stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
            try:
                run.wait(timeout=chance.uniform(0, takes))
            except subprocess.TimeoutExpired:
                run.send_signal(signal.SIGKILL)
            run.wait()
            if target.exists():
                self.assertEqual(self.ok("store", "check", store=target)["status"], "ok")
                for suffix in ("", "-wal", "-shm"):
                    target.with_name(target.name + suffix).unlink(missing_ok=True)
        # What the killed ones left is gone after the next one that ends.
        self.ok(*words)
        self.assertEqual([name for name in self.left_in(target.parent) if "cas-part" in name], [])
        self.assertEqual(self.ok("store", "check", store=target)["status"], "ok")
        self.assertEqual(self.ok("store", "check")["status"], "ok")

    def test_backups(self):
        self.killed(1, "store", "backup", self.copy)

    def test_restores(self):
        self.ok("store", "backup", self.copy)
        back = self.dir / "restored" / "back.cas"
        back.parent.mkdir()
        self.killed(2, "store", "restore", self.copy, "--into", back)

    def test_what_another_program_is_writing_is_not_swept_away(self):
        run = subprocess.Popen(self.command("store", "backup", self.copy),
                               stdout=subprocess.DEVNULL)
        until = time.monotonic() + 30
        while not list(self.copy.parent.glob("*.cas-part")) and run.poll() is None:
            self.assertLess(time.monotonic(), until)
        run.send_signal(signal.SIGSTOP)
        try:
            self.ok("store", "backup", self.copy.parent / "other.cas")
        finally:
            run.send_signal(signal.SIGCONT)
        self.assertEqual(run.wait(), 0)
        self.assertEqual(self.left_in(self.copy.parent), ["copy.cas", "other.cas"])


class Deleted(BackupTest):
    def test_what_was_deleted_is_listed_and_restored_and_what_a_ca_issued_stays(self):
        self.ok("ca", "revoke", "--ca", self.ca, "--serial", self.leaf["serial"], "--reason",
                "superseded")
        self.refused(6, "state", "--yes", "cert", "erase", self.leaf["id"])  # not deleted yet
        self.ok("cert", "delete", self.leaf["id"])
        listed, = self.ok("cert", "list", "--deleted", "--sort", "deleted:desc")["items"]
        self.assertEqual(listed["id"], self.leaf["id"])
        self.assertRegex(listed["deleted_at"], r"^20\d\d-.*Z$")
        self.refused(3, "input.confirmation", "cert", "erase", self.leaf["id"])
        self.refused(6, "state.certificate.record", "--yes", "cert", "erase", self.leaf["id"])
        self.assertEqual(self.ok("cert", "restore", self.leaf["id"])["status"], "Revoked")
        self.assertEqual(self.ok("cert", "list", "--deleted")["total"], 0)
        self.assertEqual(self.ok("store", "check")["status"], "ok")


# Runs in a mount namespace of its own: the little disk is gone with the process.
ON_A_DISK = """
mount -t tmpfs -o "$1",mode=700 none "$2" || exit 99
[ "$3" = ro ] && mount -o remount,ro "$2"
DISK="$2"
shift 3
"$@"
status=$?
ls -A "$DISK" >&2
exit $status
"""


class Disks(console.ConsoleTest):
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
                break
        else:
            self.skipTest("no mount namespace of our own here")
        self.root()

    def on_a_disk(self, options, mode, *words):
        run = subprocess.run(
            [*self.new_space, "sh", "-c", ON_A_DISK, "sh", options, str(self.disk), mode,
             str(self.casctl), "--json", "--store", str(self.store), "--passphrase-file",
             str(self.passphrase), *map(str, words)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "CAS_TEST_FAST_SCRYPT": "1"})
        return console.Answer(run)

    def test_a_full_disk_is_said_and_nothing_is_left(self):
        self.ok("store", "backup", self.dir / "copy.cas")
        size = (self.dir / "copy.cas").stat().st_size
        for words in (("store", "backup", self.disk / "copy.cas"),
                      ("store", "restore", self.dir / "copy.cas", "--into",
                       self.disk / "back.cas")):
            for room in (4096, size // 2, size - 4096):
                with self.subTest(f"{words[1]} {room}"):
                    answer = self.on_a_disk(f"size={room}", "rw", *words)
                    self.assertEqual((answer.status, answer.code), (1, "io.full"),
                                     answer.text + answer.errors)
                    self.assertEqual(answer.errors.strip(), "", "something was left")

    def test_a_folder_that_cannot_be_written_is_said(self):
        answer = self.on_a_disk("size=4m", "ro", "store", "backup", self.disk / "copy.cas")
        self.assertEqual((answer.status, answer.code), (1, "io"), answer.text + answer.errors)


if __name__ == "__main__":
    console.main()
