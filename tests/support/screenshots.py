#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page and the main panels, for eyes: light, dark, Chinese, and a small window.

    screenshots.py --bin build/release/bin --out DIR [--look light]

Pages are gone through by their keys, Ctrl+1 to Ctrl+9, so a page that is added is in the pictures
without a change here: LOOK-1.png is the first page of the navigation, and so on. Panels are opened
by their visible words, in the language of the look.
"""
import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import drive

# name: (arguments, screen size, scale)
LOOKS = {
    "light": (["--theme", "light", "--lang", "en"], (1440, 900), "1"),
    "dark": (["--theme", "dark", "--lang", "en"], (1440, 900), "1"),
    "chinese": (["--theme", "light", "--lang", "zh_CN"], (1440, 900), "1"),
    "small": (["--theme", "light", "--lang", "en"], (1280, 875), "1.25"),  # 1024 x 700 points
}
# name: (page as Ctrl+number, what opens the panel, its role)
PANELS = {
    "purchase-and-enable": (3, "Purchase and Enable", drive.BUTTONS),
    "request-certificate": (3, "Request Certificate", "link"),
    "details": (2, "Details", "link"),
    "download": (2, "Download", "link"),
}
TRANSLATION = Path(__file__).resolve().parents[2] / "translations" / "cas_zh_CN.ts"
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


def word(look, text):
    """The text in the language of the look."""
    if look != "chinese":
        return text
    for message in ElementTree.parse(TRANSLATION).iter("message"):
        if message.findtext("source") == text and message.findtext("translation"):
            return message.findtext("translation")
    raise SystemExit(f"no Chinese for '{text}'")


def take_panels(app, out, look):
    for name, (page, opener, roles) in PANELS.items():
        app.key(f"ctrl+{page}")
        app.press(word(look, opener), roles)
        path = out / f"{look}-{name}.png"
        settled_screenshot(app, path)
        print(path.name, flush=True)
        app.key("Escape")


def take_first_start(session, program, out, look, options):
    arguments, scale = options
    with tempfile.TemporaryDirectory(prefix="cas-shots-") as folder:
        command = [program, "--store", Path(folder) / "new.cas", *arguments]
        with session.start(command, env={"QT_SCALE_FACTOR": scale}) as app:
            settled_screenshot(app, out / f"{look}-first-start.png")


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
            take_panels(app, out, look)
            app.key("ctrl+l")
            settled_screenshot(app, out / f"{look}-locked.png")
        take_first_start(session, program, out, look, (arguments, scale))


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
