#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No page and no panel keeps the window from answering: tst_still_window.py --bin FOLDER

Every page and every panel of a filled store is opened, once cold and once warm, while cas-console
measures its event loop. A stretch of work that is over the limit must be so in each of three rounds
of a fresh program: a machine that was disturbed once is not the program's fault.
"""
import argparse
import sys
import tempfile
import unittest
from pathlib import Path

import drive
from event_loop import MOST_WORK_MS, EventLoop
from screenshots import PANELS

PROGRAM = []
ROUNDS = 3


def open_everything(app):
    """Each page by its key, each panel by what a person presses; returns what did not open."""
    missed = []
    for page in range(1, 6):
        app.key(f"ctrl+{page}")
    for name, (page, presses) in PANELS.items():
        app.key(f"ctrl+{page}")
        try:
            for press in presses:
                if isinstance(press, str):
                    app.key(press)
                else:
                    app.press(press[0], press[1])
        except drive.DriveError as error:
            missed.append(f"{name}: {error}")
        app.key("Escape", "Escape")
    app.key("ctrl+k", "Escape")
    return missed


class StillWindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = cls.enterClassContext(drive.Session(full_screen=True))
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))

    def measure(self, number):
        loop = EventLoop(self.folder / f"loop-{number}.log")
        command = [*PROGRAM, "--demo", "--lang", "en", "--theme", "light"]
        with self.session.start(command, env=loop.env(), timeout=120) as app:
            app.find("Overview", drive.ENTRIES, timeout=60)
            loop.flow_begins()
            self.assertEqual(open_everything(app), [])
            worked, _ = loop.report()
        for written in Path(self.session.env["HOME"]).rglob("deploy-agent.*"):
            written.unlink()  # else the next round is asked whether to replace it
        return worked

    def test_answers_within_the_limit_whatever_is_opened(self):
        worked = []
        while len(worked) < ROUNDS:
            worked.append(self.measure(len(worked)))
            if worked[-1] <= MOST_WORK_MS:
                return
        self.fail(f"the window's thread worked for {worked} ms between two looks at its events")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", type=Path, required=True)
    options, rest = parser.parse_known_args()
    PROGRAM.append(str(options.bin.resolve() / "cas-console"))
    unittest.main(argv=[sys.argv[0], *rest])
