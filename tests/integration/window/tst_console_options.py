#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cas-console says what it cannot take, and ends with casctl's exit statuses (cli.md)."""
import argparse
import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import drive

PROGRAM = []


def run(*arguments, **environment):
    """Runs cas-console; an environment variable given as None is not there."""
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", **environment}
    env = {name: value for name, value in env.items() if value is not None}
    return subprocess.run([*PROGRAM, *arguments], env=env, timeout=30, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


class ConsoleOptionsTest(unittest.TestCase):
    def test_names_a_passphrase_file_that_is_not_there(self):
        ended = run("--passphrase-file", "/nowhere/secret.txt")
        self.assertEqual(ended.returncode, 5)
        self.assertIn("--passphrase-file /nowhere/secret.txt: not-found.file", ended.stderr)

    def test_refuses_an_empty_passphrase_file(self):
        with tempfile.NamedTemporaryFile() as file:
            file.write(b"\n")
            file.flush()
            ended = run("--passphrase-file", file.name)
        self.assertEqual(ended.returncode, 3)
        self.assertIn("input.passphrase.missing", ended.stderr)

    def test_names_the_choices_of_an_option(self):
        for option, value, offered in (("--theme", "blue", "light, dark, system"),
                                       ("--lang", "fr", "en, zh_CN"),
                                       ("--page", "nowhere", "overview, certificates, private-ca, "
                                                             "operation-logs, settings")):
            ended = run(option, value)
            self.assertEqual(ended.returncode, 2)
            self.assertIn(f"{option} {value}: usage: choose one of {offered}", ended.stderr)
        self.assertEqual(run("--colour").returncode, 2)

    def test_answers_without_a_display_and_says_that_there_is_none(self):
        without = {"QT_QPA_PLATFORM": None, "DISPLAY": None, "WAYLAND_DISPLAY": None}
        asked = run("--help", **without)
        self.assertEqual(asked.returncode, 0, asked.stderr)
        self.assertIn("--passphrase-file", asked.stdout)
        self.assertRegex(run("--version", **without).stdout, r"^cas-console \d+\.\d+\.\d+\n$")
        ended = run(**without)
        self.assertEqual(ended.returncode, 1)
        self.assertIn("there is no display", ended.stderr)

    def test_opens_on_each_page_that_the_help_names(self):
        said = re.search(r"Page to open\s+on: ([^.]*)\.", run("--help").stdout)
        pages = re.split(r",\s+", said.group(1))
        with drive.Session(full_screen=True) as session:
            for number, page in enumerate(pages):
                with session.start([*PROGRAM, "--demo", "--lang", "en", "--page", page]) as app:
                    entries = [entry.get_name() for entry in app.find_all(roles=("list item",))
                               if entry.get_name() != "Collapse"]
                    self.assertEqual(len(entries), len(pages), entries)
                    self.assertEqual(app.windows(), [f"{entries[number]} - CAS Console"])

    def test_names_a_file_argument_that_is_not_there(self):
        ended = run("nowhere/site.crt")
        self.assertEqual(ended.returncode, 5)
        self.assertIn("nowhere/site.crt: not-found.file", ended.stderr)
        self.assertEqual(run("/").returncode, 5)  # nor is a folder a file


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=Path, required=True)
    options, rest = parser.parse_known_args()
    PROGRAM.append(str(options.bin.resolve() / "cas-console"))
    unittest.main(argv=[sys.argv[0], *rest])
