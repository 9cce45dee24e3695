#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What casctl promises to scripts: statuses, JSON, options, passphrases."""
import os
import subprocess

import console


class Grammar(console.ConsoleTest):
    def test_init_answers_with_id_and_status_and_makes_a_private_file(self):
        other = self.dir / "second.cas"
        made = self.ok("store", "init", store=other)
        self.assertEqual(made["status"], "created")
        self.assertTrue(made["id"])
        self.assertEqual(other.stat().st_mode & 0o777, 0o600)

    def test_the_recovery_key_goes_to_the_file_that_was_named(self):
        key = (self.dir / "recovery").read_text().strip()
        self.assertRegex(key, r"^([0-9A-Z]{5}-){7}[0-9A-Z]{5}$")
        self.assertEqual((self.dir / "recovery").stat().st_mode & 0o777, 0o600)

    def test_init_does_not_touch_a_store_that_is_there(self):
        before = self.store.read_bytes()
        self.refused(3, "store.exists", "store", "init")
        self.assertEqual(self.store.read_bytes(), before)

    def test_usage_errors_end_with_two(self):
        for words in (["nonsense"], ["ca", "nonsense"], ["ca", "issue"],
                      ["ca", "list", "--unknown"], ["cert", "show"]):
            self.assertEqual(self.run_casctl(*words).status, 2, words)

    def test_what_comes_later_says_so_with_two(self):
        self.refused(2, "usage.version", "provider", "list")
        self.refused(2, "usage.version", "ca", "reset")

    def test_a_wrong_passphrase_ends_with_four(self):
        wrong = self.file("wrong", "not the passphrase")
        self.refused(4, "locked.passphrase", "store", "check", passphrase=wrong)

    def test_a_missing_passphrase_file_ends_with_five(self):
        self.refused(5, "not-found.file", "store", "check", passphrase=self.dir / "nowhere")

    def test_a_missing_store_ends_with_five(self):
        self.refused(5, "not-found.store", "store", "info", store=self.dir / "nowhere.cas")

    def test_a_file_that_is_no_store_is_refused_and_left_alone(self):
        other = self.file("other.cas", b"this is not a database" * 100)
        self.refused(3, "store.invalid", "store", "info", store=other)
        self.assertEqual(other.read_bytes(), b"this is not a database" * 100)

    def test_ids_that_do_not_exist_end_with_five(self):
        self.refused(5, "not-found", "ca", "show", "ca-0000000000000")
        self.refused(5, "not-found", "cert", "show", "cert-zzz")

    def test_a_crlf_after_the_passphrase_does_not_belong_to_it(self):
        self.ok("store", "check",
                passphrase=self.file("crlf", console.PASSPHRASE.encode() + b"\r\n"))

    def test_a_byte_order_mark_does_not_belong_to_the_passphrase(self):
        self.ok("store", "check",
                passphrase=self.file("bom", b"\xef\xbb\xbf" + console.PASSPHRASE.encode() + b"\n"))
        self.refused(3, "input.passphrase.missing", "store", "check",
                     passphrase=self.file("only", b"\xef\xbb\xbf"))

    def test_a_passphrase_file_that_is_not_utf_8_is_refused(self):
        self.refused(3, "input.invalid", "store", "check",
                     passphrase=self.file("latin", "gr\u00fcn".encode("latin-1")),
                     field="passphrase_file")

    def through_descriptor(self, octets):
        read, write = os.pipe()
        os.write(write, octets)
        os.close(write)
        run = subprocess.run([self.casctl, "--store", self.store, "--json", "--passphrase-fd",
                              str(read), "store", "check"], pass_fds=[read], check=False,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        os.close(read)
        return console.Answer(run)

    def test_the_passphrase_comes_through_a_descriptor(self):
        self.assertEqual(self.through_descriptor(console.PASSPHRASE.encode() + b"\n").status, 0)

    def test_a_descriptor_is_read_as_a_file_is(self):
        marked = b"\xef\xbb\xbf" + console.PASSPHRASE.encode() + b"\r\n"
        self.assertEqual(self.through_descriptor(marked).status, 0)
        for octets, code in ((b"gr\xfcn", "input.invalid"), (b"\n", "input.passphrase.missing")):
            answer = self.through_descriptor(octets)
            self.assertEqual((answer.code, answer.field), (code, "passphrase_fd"))

    def test_a_recovery_key_that_was_shown_nowhere_is_said(self):
        answer = self.run_casctl("store", "init", store=self.dir / "other.cas")
        self.assertEqual(answer.status, 0, answer.text)
        self.assertIn("the recovery key was shown nowhere", answer.errors)
        self.assertNotIn("recovery", answer.text)

    def test_an_order_that_does_not_exist_is_refused(self):
        for word in ("name", "name:desc", "not_after:ASC"):
            self.ok("cert", "list", "--sort", word)
        for word in ("name:foo", "name:", "name:desc:asc", "nothing"):
            self.refused(3, "input.invalid", "cert", "list", "--sort", word, field="sort")

    def test_the_environment_names_store_and_passphrase_file(self):
        run = subprocess.run([self.casctl, "store", "info"], stdout=subprocess.PIPE, check=False,
                             env={**os.environ, "CAS_STORE": str(self.store)})
        self.assertEqual(run.returncode, 0)
        self.assertIn(b"test.cas", run.stdout)

    def test_reading_needs_no_passphrase(self):
        run = subprocess.run([self.casctl, "--store", self.store, "--json", "ca", "list"],
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False)
        self.assertEqual(run.returncode, 0)
        self.assertEqual(run.stdout, b'{"items":[],"next":null,"total":0}\n')

    def test_settings_are_checked_and_kept(self):
        self.assertEqual(self.ok("settings", "get", "ca.crl-days")["value"], "30")
        self.ok("settings", "set", "ca.crl-days", "45")
        self.assertEqual(self.ok("settings", "get", "ca.crl-days")["value"], "45")
        self.refused(3, "input.range", "settings", "set", "ca.crl-days", "400",
                     field="ca.crl-days")
        self.refused(3, "input.invalid", "settings", "set", "net.resolver", "nonsense")
        self.ok("settings", "set", "net.resolver", "127.0.0.1:5353")
        self.refused(5, "not-found", "settings", "get", "no.such.key")

    def test_backup_and_restore_keep_everything(self):
        root = self.root()
        copy, back = self.dir / "copy.cas", self.dir / "back.cas"
        self.ok("store", "backup", copy)
        self.refused(1, "io.exists", "store", "backup", copy)
        self.ok("store", "restore", copy, "--into", back)
        self.assertEqual(self.ok("ca", "show", root, store=back)["id"], root)
        self.ok("store", "check", store=back)
        self.refused(3, "store.exists", "store", "restore", copy, "--into", back)

    def test_the_log_names_who_did_what(self):
        root = self.root()
        self.refused(3, "input.name.taken", "ca", "create-root", "--name", "Test Root",
                     "--subject", "CN=x", "--years", "1")
        items = self.ok("audit", "query")["items"]
        done = [item for item in items if item["event_name"] == "CreateRootCACertificate"]
        self.assertEqual([item["result"] for item in done], ["refused", "ok"])
        self.assertEqual(done[0]["error_code"], "input.name.taken")
        self.assertEqual(done[1]["object_id"], root)
        self.assertEqual(self.ok("audit", "query", "--object", root, "--action",
                                 "CreateRootCACertificate")["total"], 1)
        self.assertEqual(self.ok("store", "verify-audit")["status"], "ok")

    def test_quota_without_what_it_needs_is_a_usage_error(self):
        root = self.root()
        for words in (["bogus"], ["bogus", "--ca", root, "--count", 1], ["buy"],
                      ["buy", "--ca", root], ["buy", "--count", 1],
                      ["assign", "--ca", root, "--count", 1]):
            self.refused(2, "usage", "ca", "quota", *words)

    def test_names_in_the_text_cannot_steer_the_terminal(self):
        name = "li\x1b[2J\nwei\u202e"
        self.ok("--operator", name, "settings", "set", "ca.crl-days", "12")
        text = self.run_casctl("audit", "query", json_out=False).text
        line = next(line for line in text.splitlines() if line.count("wei"))
        self.assertIn("li\u2039U+001B\u203a[2J\u23cewei\u2039U+202E\u203a", line)
        self.assertNotIn("\x1b", text)
        self.assertEqual(self.ok("audit", "query", "--actor", name)["items"][0]["operator"], name)

    def test_an_operator_can_be_named(self):
        self.ok("--operator", "li.wei", "settings", "set", "ca.crl-days", "12")
        self.assertEqual(self.ok("audit", "query", "--actor", "li.wei")["total"], 1)


if __name__ == "__main__":
    console.main()
