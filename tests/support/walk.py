#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first walk, in the real window on a virtual display.

    walk.py --bin build/release/bin [--out FOLDER]

From a new store to a root CA, a subordinate CA and a server certificate, each made by pressing what
a person would press. OpenSSL then checks the certificate against the root. FOLDER is new; it gets the
store, the certificate with its chain, and a picture of each step.
"""
import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import drive
from event_loop import MOST_WORK_MS, EventLoop

PASSPHRASE = "walk the first walk with care"
STRICT_WALKS = 3  # so many have to be over a limit: a machine that was busy once is not our fault
MOST_SECONDS = 120  # from the first start to the first certificate
ROOT, SUB, SITE = "Walk Root CA", "Walk Issuing CA", "www.example.test"


class Walk:
    def __init__(self, programs, out):
        self.programs = programs
        self.out = out
        self.store = out / "walk.cas"
        self.passphrase_file = out / "passphrase.txt"
        self.pictures = 0
        self.seconds = 0.0
        self.event_loop = EventLoop(out / "event-loop.log")
        self.worked = 0.0

    def run(self):
        self.out.mkdir(parents=True)
        self.passphrase_file.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.passphrase_file.chmod(0o600)
        started = time.monotonic()
        with drive.Session(full_screen=True) as session:
            command = [self.programs / "cas-console", "--store", self.store, "--lang", "en",
                       "--theme", "light"]
            with session.start(command, env=self.event_loop.env()) as app:
                try:
                    self.create_store(app)
                    self.event_loop.flow_begins()
                    self.create_root(app)
                    self.create_subordinate(app)
                    self.request_certificate(app)
                    self.seconds = time.monotonic() - started
                    print(f"  first start to first certificate: {self.seconds:.1f} s")
                except drive.DriveError:
                    app.screenshot(self.out / "failed.png")
                    print(app.output(), file=sys.stderr)
                    raise
        return self.verify()

    def step(self, app, name):
        self.pictures += 1
        app.screenshot(self.out / f"{self.pictures:02}-{name}.png")
        print(f"  {name.replace('-', ' ')}", flush=True)

    def create_store(self, app):
        """The wizard of the first start; it ends on the Overview."""
        app.find("Passphrase", drive.FIELDS)
        self.step(app, "first-start")
        app.set_text("Passphrase", PASSPHRASE)
        app.set_text("Repeat the passphrase", PASSPHRASE)
        app.press("Create store")
        app.find("I have put the recovery key in a safe place", timeout=60)  # scrypt takes its time
        self.step(app, "recovery-key")
        app.check("I have put the recovery key in a safe place")
        app.press("Open CAS Console")
        app.find("Private CA", drive.ENTRIES, timeout=60)
        self.step(app, "new-store")

    def create_root(self, app):
        app.press("Private CA", drive.ENTRIES)
        app.press("Purchase and Enable")
        app.set_text("Common Name", ROOT)
        app.set_text("Organization", "Example")
        self.step(app, "purchase-and-enable")
        self.submit(app, "Purchase and Enable")
        app.link("More", ROOT)
        self.step(app, "root")

    def create_subordinate(self, app):
        app.press_link("More", ROOT)
        app.press("Create subordinate CA", "menu item")
        app.set_text("Common Name", SUB)
        app.set_text("Organization", "Example")
        self.step(app, "create-subordinate")
        self.submit(app, "Create")
        app.link("Request Certificate", SUB)
        self.step(app, "subordinate")

    def request_certificate(self, app):
        app.press_link("Request Certificate", SUB)
        app.choose("Certificate Type", "Server Certificate")
        app.set_text("Common Name", SITE)  # also becomes its first subject alternative name
        self.step(app, "request-certificate")
        app.press("Submit")
        app.gone("Submit", drive.BUTTONS, timeout=60)
        self.step(app, "issued")

    @staticmethod
    def submit(app, name):
        """Presses the closing button of the panel: the last of that name in the window."""
        app.find(name, drive.BUTTONS)
        button = app.find_all(name, drive.BUTTONS)[-1]
        app.wait_enabled(button, name)
        app.act(button, "Press")

    def casctl(self, *words):
        run = subprocess.run(
            [str(self.programs / "casctl"), "--store", str(self.store), "--passphrase-file",
             str(self.passphrase_file), "--json", *map(str, words)],
            stdout=subprocess.PIPE, check=False, text=True)
        if run.returncode != 0:
            raise SystemExit(f"walk: casctl {words[0]} {words[1]} ended with {run.returncode}: "
                             f"{run.stdout}")
        return json.loads(run.stdout) if run.stdout.strip() else {}

    def verify(self):
        """Reads the certificate from the same store by the command line; OpenSSL judges it."""
        cas = {ca["name"]: ca["id"] for ca in self.casctl("ca", "list")["items"]}
        root, chain, leaf = (self.out / name for name in ("root.pem", "chain.pem", "site.pem"))
        self.casctl("ca", "export", cas[ROOT], "--out", root)
        self.casctl("ca", "export", cas[SUB], "--out", chain)
        items = self.casctl("ca", "certs", "--ca", cas[SUB])["items"]
        found = [item["id"] for item in items if item["common_name"] == SITE]
        if len(found) != 1:
            raise SystemExit(f"walk: the store has {len(found)} certificates for {SITE}")
        self.casctl("cert", "export", found[0], "--format", "pem", "--out", leaf)
        judged = subprocess.run(
            ["openssl", "verify", "-purpose", "sslserver", "-verify_hostname", SITE,
             "-CAfile", str(root), "-untrusted", str(chain), str(leaf)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        print(f"  openssl verify: {judged.stdout.strip()}")
        self.worked, _ = self.event_loop.report()
        if self.seconds > MOST_SECONDS:
            print(f"  too slow: more than {MOST_SECONDS} s", file=sys.stderr)
            return 1
        return judged.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True, help="folder of the two programs")
    parser.add_argument("--out", type=Path,
                        help="a folder that is not there yet; without it nothing is kept")
    parser.add_argument("--strict", action="store_true",
                        help=f"fail when the window's thread worked for more than {MOST_WORK_MS} ms "
                        "between two looks at its events")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cas-walk-") as folder:
        out = options.out or Path(folder) / "walk"
        status = 1
        for number in range(STRICT_WALKS if options.strict else 1):
            walk = Walk(options.bin.resolve(), out.resolve() / str(number) if number else out.resolve())
            status = walk.run()
            if status or not options.strict or walk.worked <= MOST_WORK_MS:
                break
            print(f"  the window stood still for more than {MOST_WORK_MS} ms", file=sys.stderr)
            status = 1
        sys.exit(status)


if __name__ == "__main__":
    main()
