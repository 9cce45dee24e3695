# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests in which a person works in the real window, and casctl looks at the same store.

Whatever a person would do is done by mouse and keyboard (person.py); casctl and the programs of
others only look on. When a test fails, what was shown is printed and a picture of it is kept.
"""
import argparse
import contextlib
import itertools
import sys
import tempfile
import unittest
from pathlib import Path

import console
import drive
from event_loop import EventLoop
from person import Person

ARGUMENTS = ("--lang", "en", "--theme", "light")


class DrivenTest(console.ConsoleTest):
    """A store of the test's own, and a display that all tests of the class share."""

    programs = None
    session = None
    windows = itertools.count()

    @classmethod
    def setUpClass(cls):
        cls.session = cls.enterClassContext(drive.Session(full_screen=True))

    @contextlib.contextmanager
    def window(self, *arguments):
        """The program, with a person at it; says at the end how long its window stood still."""
        command = [self.programs / "cas-console", *ARGUMENTS, *arguments]
        loop = EventLoop(self.dir / f"event-loop-{next(self.windows)}.log")
        with self.session.start(command, env=loop.env(), kind=Person) as person:
            loop.flow_begins()
            try:
                yield person
            except BaseException:
                self.picture(person)
                raise
        loop.report()

    def unlocked(self):
        """The window on the test's store, opened with its passphrase."""
        return self.window("--store", self.store, "--passphrase-file", self.passphrase)

    def picture(self, person):
        folder = Path(tempfile.mkdtemp(prefix="cas-driven-"))
        with contextlib.suppress(Exception):  # the failure itself must be told, whatever else is
            print(f"shown were:\n{person.describe()}", file=sys.stderr)
        with contextlib.suppress(Exception):
            print(f"picture: {person.screenshot(folder / 'failed.png')}", file=sys.stderr)
        print(person.output(), file=sys.stderr)

    # What casctl sees

    def ca(self, name):
        """The CA of this name; None when there is none."""
        found = [ca for ca in self.ok("ca", "list")["items"] if ca["name"] == name]
        return found[0] if found else None

    def certificate(self, common_name):
        """The certificate of this common name; None when there is none."""
        items = self.ok("cert", "list", "--limit", 100)["items"]
        found = [item for item in items if item["common_name"] == common_name]
        return found[0] if found else None

    def until(self, look, what, timeout=20.0):
        """Waits until casctl sees it too; the window answers before or after its own toast."""
        return drive.wait(look, what, timeout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=Path, required=True, help="folder of the two programs")
    options, rest = parser.parse_known_args()
    DrivenTest.programs = options.bin.resolve()
    console.ConsoleTest.casctl = DrivenTest.programs / "casctl"
    unittest.main(argv=[sys.argv[0], *rest])
