# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the window could not answer, as cas-console says it in the file CAS_EVENT_LOOP_LOG names.

A loaded machine lets a program wait for its turn; that says nothing of the program. So a stretch is
judged by what the window's thread did in it: its own work, and its sleep in calls that block.
"""
import time

MOST_WORK_MS = 50  # of the window thread, between two looks at its events
SETTLED_SECONDS = 0.1  # a step that goes on writes more often
MOST_ASLEEP_MS = 250  # in a call: the display's answers come as slowly as the machine is loaded


class EventLoop:
    """What cas-console says of its event loop (CAS_EVENT_LOOP_LOG)."""

    def __init__(self, file):
        self.file = file
        self._before = 0
        self._stepped = 0

    def env(self):
        """What cas-console is to be started with."""
        return {"CAS_EVENT_LOOP_LOG": str(self.file)}

    def _lines(self):
        if not self.file.exists():
            return []
        return [tuple(map(float, line.split())) for line in
                self.file.read_text(encoding="utf-8").splitlines()]

    def flow_begins(self):
        """What came until now was the start of the program."""
        self._before = self._stepped = len(self._lines())

    def step(self):
        """Waits until the step that was taken is over, and returns its longest stretch at work."""
        seen = -1
        while seen != len(self._lines()):  # nothing more between two looks: it is at rest
            seen = len(self._lines())
            time.sleep(SETTLED_SECONDS)
        lines = self._lines()[self._stepped:]
        self._stepped = seen
        return max((line[1] for line in lines), default=0.0)

    def report(self):
        """Longest of the flow: at work, asleep in a call, as the clock saw it; prints them."""
        start = max((line[1] for line in self._lines()[:self._before]), default=0.0)
        flow = self._lines()[self._before:]
        worked = max((line[1] for line in flow), default=0.0)
        asleep = max((line[0] - line[1] - line[2] for line in flow), default=0.0)
        clock = max((line[0] for line in flow), default=0.0)
        shown = f"{worked:.0f} ms" if flow else "under 20 ms"
        print(f"event loop: longest stretch {shown} (start of the program {start:.0f} ms; asleep in "
              f"a call {asleep:.0f} ms; by the clock, with other programs' turns, {clock:.0f} ms)",
              flush=True)
        return worked, asleep
