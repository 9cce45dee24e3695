# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs casctl on a store of the test's own."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PASSPHRASE = "correct horse battery staple"
EXPORT_PASSPHRASE = "export me 2026"


class Answer:
    def __init__(self, run):
        self.status = run.returncode
        self.text = run.stdout.decode()
        self.errors = run.stderr.decode()
        self.json = json.loads(self.text) if self.text.strip().startswith("{") else None

    @property
    def code(self):
        return (self.json or {}).get("error", {}).get("code")

    @property
    def field(self):
        return (self.json or {}).get("error", {}).get("field")


class ConsoleTest(unittest.TestCase):
    """A temporary folder with a store, gone afterwards."""

    casctl = None
    metered = False

    def setUp(self):
        self._folder = tempfile.TemporaryDirectory(prefix="cas-test-")
        self.addCleanup(self._folder.cleanup)
        self.dir = Path(self._folder.name)
        self.store = self.dir / "test.cas"
        self.passphrase = self.file("passphrase", PASSPHRASE + "\n")
        self.export_passphrase = self.file("export-passphrase", EXPORT_PASSPHRASE)
        self.make_store()

    def make_store(self):
        self.ok("store", "init", "--recovery-key-file", self.dir / "recovery",
                *(["--metered"] if self.metered else []))

    def file(self, name, text):
        path = self.dir / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        path.chmod(0o600)
        return path

    def run_casctl(self, *words, store=None, passphrase=None, json_out=True, env=None):
        command = [str(self.casctl), "--store", str(store or self.store), "--passphrase-file",
                   str(passphrase or self.passphrase)]
        if json_out:
            command.append("--json")
        run = subprocess.run(command + [str(word) for word in words], stdin=subprocess.DEVNULL,
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False,
                             env={**os.environ, **(env or {})})
        return Answer(run)

    def ok(self, *words, **options):
        answer = self.run_casctl(*words, **options)
        self.assertEqual(answer.status, 0, f"{words}: {answer.text} {answer.errors}")
        return answer.json

    def refused(self, status, code, *words, field=None, **options):
        answer = self.run_casctl(*words, **options)
        self.assertEqual((answer.status, answer.code), (status, code),
                         f"{words}: {answer.text} {answer.errors}")
        self.assertTrue(answer.json["error"]["message"])
        if field:
            self.assertEqual(answer.field, field)
        return answer

    def root(self, name="Test Root", key="ec-p256", years=10, *extra):
        return self.ok("ca", "create-root", "--name", name, "--subject",
                       f"CN={name}, O=Example, C=CN", "--key", key, "--years", years, *extra)["id"]

    def sub(self, parent, name="Test Issuing", key="ec-p256", years=5, *extra):
        return self.ok("ca", "create-sub", "--parent", parent, "--name", name, "--subject",
                       f"CN={name}, O=Example, C=CN", "--key", key, "--years", years, *extra)["id"]

    def issue(self, ca, cn, *extra, days=90, kind="server"):
        return self.ok("ca", "issue", "--ca", ca, "--type", kind, "--cn", cn, "--days", days,
                       *extra)

    def pem(self, certificate, name="leaf.pem"):
        out = self.dir / name
        self.ok("cert", "export", certificate, "--format", "pem", "--out", out)
        return out

    def ca_pem(self, ca, name, *extra):
        out = self.dir / name
        self.ok("ca", "export", ca, "--out", out, *extra)
        return out


def tool(*command, stdin=None, check=True):
    """Runs another program; its output is returned, and shown when it fails."""
    run = subprocess.run([str(word) for word in command], input=stdin, stdout=subprocess.PIPE,
                         stderr=subprocess.STDOUT, check=False)
    text = run.stdout.decode(errors="replace")
    if check and run.returncode != 0:
        raise AssertionError(f"{command}: status {run.returncode}\n{text}")
    return text if check else (run.returncode, text)


def main():
    ConsoleTest.casctl = Path(sys.argv.pop(1))
    unittest.main()
