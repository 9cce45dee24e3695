#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What casctl says of itself to bash, zsh and man."""
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import console
from console import tool


class Completion(unittest.TestCase):
    def casctl(self, *words):
        run = subprocess.run([str(console.ConsoleTest.casctl), *words], capture_output=True,
                             text=True, check=True, env={"PATH": "/usr/bin:/bin"})
        return run.stdout

    def offered(self, *words, folder="/"):
        """What bash offers for the last of these words, by its own machinery."""
        script = self.casctl("completion", "bash") + """
compopt() { :; }
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
_casctl
printf '%s\\n' "${COMPREPLY[@]}"
"""
        run = subprocess.run(["bash", "--norc", "-c", script, "bash", "casctl", *words],
                             capture_output=True, text=True, check=True, cwd=folder)
        self.assertEqual(run.stderr, "")
        return run.stdout.split("\n")[:-1] if run.stdout.strip() else []

    def test_nouns_verbs_options_and_values_are_offered(self):
        self.assertIn("cert", self.offered("ce"))
        self.assertIn("issue-batch", self.offered("ca", "iss"))
        self.assertEqual(self.offered("ca", "issue", "--type", "s"), ["server"])
        self.assertEqual(self.offered("ca", "issue", "--key", "ec-p3"), ["ec-p384"])
        self.assertIn("--csv", self.offered("ca", "issue-batch", "--"))
        self.assertIn("--json", self.offered("ca", "issue-batch", "--"))
        self.assertIn("keyCompromise", self.offered("ca", "revoke", "--reason", ""))

    def test_global_options_before_the_noun_do_not_confuse_it(self):
        self.assertIn("issue", self.offered("--store", "a.cas", "--json", "ca", ""))

    def test_files_are_offered_where_a_file_is_meant(self):
        folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        (folder / "a bundle.pem").write_text("")
        self.assertEqual(self.offered("cert", "import", "a", folder=folder), ["a bundle.pem"])
        self.assertEqual(self.offered("ca", "issue-batch", "--csv", "a", folder=folder),
                         ["a bundle.pem"])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not here")
    def test_zsh_accepts_the_script(self):
        script = self.casctl("completion", "zsh")
        self.assertTrue(script.startswith("#compdef casctl\n"))
        self.assertNotIn("compopt", script)  # zsh has none
        subprocess.run(["zsh", "-n", "/dev/stdin"], input=script, text=True, check=True)

    def test_another_shell_is_a_usage_error(self):
        status, _ = tool(console.ConsoleTest.casctl, "completion", "fish", check=False)
        self.assertEqual(status, 2)

    def test_the_manual_page_has_every_verb_and_option_that_help_lists(self):
        page = self.casctl("manual-page").replace("\\-", "-")
        listed = re.findall(r"^  (\w+) ([\w-]+) ", self.casctl("help"), re.M)
        self.assertGreater(len(listed), 25)
        for noun, verb in listed:
            self.assertIn(f".SS casctl {noun} {verb}", page)
            for option in re.findall(r"^  --([\w-]+)", self.casctl("help", noun, verb), re.M):
                self.assertIn(f"--{option}", page)


if __name__ == "__main__":
    console.main()
