#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page of the demo store, for eyes: light, dark, Chinese, and a small window.

    screenshots.py --bin build/release/bin --out DIR [--look light]

Pages are gone through by their keys, Ctrl+1 to Ctrl+9, so a page that is added is in the pictures
without a change here: LOOK-1.png is the first page of the navigation, and so on.
"""
import argparse
import subprocess
import sys
from pathlib import Path

import drive

# name: (arguments, screen size, scale)
LOOKS = {
    "light": (["--theme", "light", "--lang", "en"], (1440, 900), "1"),
    "dark": (["--theme", "dark", "--lang", "en"], (1440, 900), "1"),
    "chinese": (["--theme", "light", "--lang", "zh_CN"], (1440, 900), "1"),
    "small": (["--theme", "light", "--lang", "en"], (1280, 875), "1.25"),
}
# How long a page may go on changing (rows arrive, a panel slides) before it is taken as it is.
SETTLE_SECONDS = 8


def settled_screenshot(app, path):
    """Takes pictures until two in a row are the same; returns the picture's bytes."""
    last = None
    try:
        def same():
            nonlocal last
            now = app.screenshot(path).read_bytes()
            changed, last = now != last, now
            return not changed
        drive.wait(same, "a page at rest", SETTLE_SECONDS)
    except drive.DriveError:
        print(f"{path.name}: still changing after {SETTLE_SECONDS} s", flush=True)
    return last


def take(program, out, look):
    arguments, size, scale = LOOKS[look]
    with drive.Session(size=size, full_screen=True) as session:
        command = [program, "--demo", *arguments]
        with session.start(command, env={"QT_SCALE_FACTOR": scale}, timeout=120) as app:
            settled_screenshot(app, out / f"{look}-start.png")
            before = None
            for number in range(1, 10):
                path = out / f"{look}-{number}.png"
                app.key(f"ctrl+{number}")
                now = settled_screenshot(app, path)
                if now == before:  # there is no such page
                    path.unlink()
                    break
                before = now
                print(path.name, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--look", choices=sorted(LOOKS), help="one look only")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.look:
        take(options.bin.resolve() / "cas-console", options.out, options.look)
        return
    for look in LOOKS:  # a process can have one session, and each look needs its own screen
        subprocess.run([sys.executable, "-B", __file__, "--bin", str(options.bin), "--out",
                        str(options.out), "--look", look], check=True)


if __name__ == "__main__":
    main()
