#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of every page and panel, for eyes: light, dark, English, Chinese, a large and a small window.

    screenshots.py --bin build/release/bin --out DIR [--look light] [--only details,download]

Pages are gone through by their keys, Ctrl+1 to Ctrl+9, so a page that is added is in the pictures
without a change here: LOOK-1.png is the first page of the navigation, and so on. Panels are opened
by their visible words, in the language of the look.
"""
import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import drive

LARGE, SMALL = ((1440, 900), "1"), ((1280, 875), "1.25")  # SMALL is 1024 x 700 points


def arguments(theme, language):
    return ["--theme", theme, "--lang", language]


# name: (arguments, (screen size, scale))
LOOKS = {
    "light": (arguments("light", "en"), LARGE),
    "dark": (arguments("dark", "en"), LARGE),
    "chinese": (arguments("light", "zh_CN"), LARGE),
    "dark-chinese": (arguments("dark", "zh_CN"), LARGE),
    "small": (arguments("light", "en"), SMALL),
    "small-dark": (arguments("dark", "en"), SMALL),
    "small-chinese": (arguments("light", "zh_CN"), SMALL),
    "small-dark-chinese": (arguments("dark", "zh_CN"), SMALL),
}
LINK, MENU = "link", "menu item"
CLEAR_KEY = ("Write the key without a password", drive.CHOICES)
# name: (page as Ctrl+number, what is pressed one after the other: words with their role, or a key)
PANELS = {
    "certificates-selected": (2, ["ctrl+f", *["Tab"] * 6, "ctrl+a"]),
    "certificate-import": (2, [("Import", drive.BUTTONS)]),
    "manual": (3, ["F1"]),
    "certificate-details": (2, [("Details", LINK)]),
    "certificate-download": (2, [("Download", LINK)]),
    "install-guides": (2, [("Download", LINK), CLEAR_KEY, ("Confirm", drive.BUTTONS),
                           ("Deploy SSL certificates", drive.BUTTONS)]),
    "certificate-downloaded": (2, [("Download", LINK), CLEAR_KEY, ("Confirm", drive.BUTTONS),
                                   ("Replace", drive.BUTTONS)]), # what was written for the guides
    "certificate-tags": (2, [("More", LINK), ("Tags", MENU)]),
    "certificate-rename": (2, [("More", LINK), ("Rename", MENU)]),
    "certificate-revoke": (2, [("More", LINK), ("Revoke", MENU)]),
    "recently-deleted": (2, [("Recently deleted", ("page tab",))]),
    "all-certificates": (2, [("All certificates", ("page tab",))]), # for those that come after
    "purchase-and-enable": (3, [("Purchase and Enable", drive.BUTTONS)]),
    "import-ca": (3, [("Import CA", drive.BUTTONS)]),
    "request-certificate": (3, [("Request Certificate", LINK)]),
    "bulk-request": (3, [("More", LINK, "Example Servers S1"), ("Bulk Request", MENU)]),
    "ca-details": (3, [("Details", LINK)]),
    "ca-buy": (3, [("Buy", LINK)]),
    "ca-assign": (3, [("Assign", LINK)]),
    "ca-tags": (3, [("More", LINK), ("Tags", MENU)]),
    "ca-more": (3, [("More", LINK)]),
    "ca-revoke": (3, [("More", LINK), ("Revoke", MENU)]),
    "ca-create-subordinate": (3, [("Create subordinate CA", drive.BUTTONS)]),
    "ca-certificates": (3, [("Certificate List", LINK)]),
    "event-details": (4, ["ctrl+f", *["Tab"] * 8, "Return"]),
    "change-passphrase": (5, [("Change passphrase", drive.BUTTONS)]),
    "new-recovery-key": (5, [("New recovery key", drive.BUTTONS)]),
    "restore-backup": (5, [("Restore…", drive.BUTTONS)]),
}
TRANSLATION = Path(__file__).resolve().parents[2] / "translations" / "cas_zh_CN.ts"
PASSPHRASE = "a store with nothing in it"
# How long a page may go on changing (rows arrive, a panel slides) before it is taken as it is.
SETTLE_SECONDS = 8


def take_step(app, press, named=str):
    """One step to a panel: a key, a control by name and role, or the link of a row named third."""
    if isinstance(press, str):
        app.key(press)
    elif len(press) == 3:
        app.press_link(named(press[0]), press[2])
    else:
        app.press(named(press[0]), press[1])


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
    print(path.name, flush=True)
    return last


def word(look, text):
    """The text in the language of the look."""
    if "chinese" not in look:
        return text
    for message in ElementTree.parse(TRANSLATION).iter("message"):
        if message.findtext("source") == text and message.findtext("translation"):
            return message.findtext("translation")
    raise SystemExit(f"no Chinese for '{text}'")


class Album:
    """The pictures of one look."""

    def __init__(self, look, out, only):
        self.look = look
        self.out = out
        self.only = only
        self.missed = []

    def wants(self, name):
        return not self.only or name in self.only

    def picture(self, app, name):
        path = self.out / f"{self.look}-{name}.png"
        return path, settled_screenshot(app, path)

    def pages(self, app, kind=""):
        before = None
        for number in range(1, 10):
            app.key(f"ctrl+{number}")
            path, now = self.picture(app, f"{kind}{number}")
            if now == before:  # there is no such page
                path.unlink()
                break
            before = now

    def panels(self, app):
        for name, (page, presses) in PANELS.items():
            if not self.wants(name):
                continue
            app.key(f"ctrl+{page}")
            try:
                for press in presses:
                    take_step(app, press, lambda text: word(self.look, text))
                self.picture(app, name)
            except drive.DriveError as error:
                self.missed.append(f"{self.look}-{name}: {error}")
                self.picture(app, f"{name}-missed")
            app.key("Escape", "Escape")

    def palette(self, app):
        app.key("ctrl+1")
        app.key("ctrl+k")
        self.picture(app, "palette")
        app.key("Escape")

    def lock(self, app):
        app.key("ctrl+l")
        self.picture(app, "locked")


def take_filled(session, program, album, options, scale):
    with session.start([program, "--demo", *options], env={"QT_SCALE_FACTOR": scale},
                       timeout=120) as app:
        if album.wants("pages"):
            settled_screenshot(app, album.out / f"{album.look}-start.png")
            album.pages(app)
        album.panels(app)
        if album.wants("palette"):
            album.palette(app)
        if album.wants("locked"):
            album.lock(app)


def take_empty(session, program, album, options, scale):
    """The first start up to the recovery key, and the pages of a store with nothing in it."""
    with tempfile.TemporaryDirectory(prefix="cas-shots-") as folder:
        command = [program, "--store", Path(folder) / "new.cas", *options]
        with session.start(command, env={"QT_SCALE_FACTOR": scale}) as app:
            album.picture(app, "first-start")
            look = album.look
            app.set_text(word(look, "Passphrase"), PASSPHRASE)
            app.set_text(word(look, "Repeat the passphrase"), PASSPHRASE)
            app.press(word(look, "Create store"))
            app.check(word(look, "I have put the recovery key in a safe place"), timeout=60)
            album.picture(app, "recovery-key")
            app.press(word(look, "Open CAS Console"))
            app.find(word(look, "Private CA"), drive.ENTRIES, timeout=60)
            album.pages(app, "empty-")


def take_metered(session, program, album, options, scale):
    """A CA of a metered store from its purchase to buying more for it."""
    look = album.look
    with tempfile.TemporaryDirectory(prefix="cas-shots-") as folder:
        store, secret = Path(folder) / "metered.cas", Path(folder) / "passphrase"
        secret.write_text(PASSPHRASE, "utf-8")
        opened = ["--store", store, "--passphrase-file", secret]
        subprocess.run([program.with_name("casctl"), *opened, "store", "init", "--metered",
                        "--recovery-key-file", Path(folder) / "recovery"],
                       check=True, stdout=subprocess.DEVNULL)
        with session.start([program, *opened, *options], env={"QT_SCALE_FACTOR": scale}) as app:
            app.key("ctrl+3")
            app.press(word(look, "Purchase and Enable"))
            album.picture(app, "metered-purchase")
            app.press(word(look, "Purchase"))
            app.find(word(look, "Order number"))
            album.picture(app, "metered-purchased")
            app.key("Escape")
            album.picture(app, "metered-pending")
            app.press(word(look, "Enable"), LINK)
            album.picture(app, "metered-enable")
            app.set_text(word(look, "Common Name"), "Plant Root")
            app.press(word(look, "Enable"), ("push button",))
            app.press(word(look, "Buy"), LINK, timeout=30)
            album.picture(app, "metered-buy")


def take_offered(session, program, album, options, scale):
    """A CA of another program in one PFX file, given on the command line."""
    with tempfile.TemporaryDirectory(prefix="cas-shots-") as folder:
        key, crt, pfx = (Path(folder) / f"workshop.{kind}" for kind in ("key", "crt", "pfx"))
        for words in (["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj",
                       "/CN=Workshop CA", "-keyout", key, "-out", crt],
                      ["pkcs12", "-export", "-in", crt, "-inkey", key, "-out", pfx, "-passout",
                       "pass:workshop"]):
            subprocess.run(["openssl", *words], check=True, capture_output=True)
        with session.start([program, "--demo", *options, pfx, key], env={"QT_SCALE_FACTOR": scale},
                           timeout=120) as app:
            app.find(word(album.look, "Passphrase of the file"), timeout=30)
            album.picture(app, "import-ca-pfx")


STORES = {"empty": take_empty, "metered": take_metered, "offered": take_offered}


def take(program, out, look, only):
    options, (size, scale) = LOOKS[look]
    album = Album(look, out, only)
    with drive.Session(size=size, full_screen=True) as session:
        if not only or set(only) - set(STORES):
            take_filled(session, program, album, options, scale)
        for name, take_store in STORES.items():
            if album.wants(name):
                take_store(session, program, album, options, scale)
    for line in album.missed:
        print(line, file=sys.stderr)
    return 1 if album.missed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--look", choices=sorted(LOOKS), help="one look only")
    parser.add_argument("--only", default="",
                        help="names of panels, or pages, palette, locked, empty, metered, offered; "
                             "comma between")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    only = [name for name in options.only.split(",") if name]
    if options.look:
        sys.exit(take(options.bin.resolve() / "cas-console", options.out, options.look, only))
    ended = [subprocess.run([sys.executable, "-B", __file__, "--bin", str(options.bin), "--out",
                             str(options.out), "--look", look, "--only", options.only],
                            check=False, env=os.environ).returncode
             for look in LOOKS]  # a process can have one session, and each look its own screen
    sys.exit(max(ended))


if __name__ == "__main__":
    main()
