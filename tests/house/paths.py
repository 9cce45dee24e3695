#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No tracked text names a folder of somebody's machine or a package registry of somebody's network."""
import re
from pathlib import Path

import house

BINARY = (".png", ".jpg", ".ico", ".icns", ".otf", ".ttf", ".der", ".p12", ".pfx", ".jks", ".qm",
          ".db", ".sqlite", ".cas", ".zip", ".gz")
# Spelled in pieces, so that this file does not find itself.
PATTERNS = [
    (re.compile(r"(?<![\w./-])/home/" + r"[a-z][\w-]*/"), "somebody's home folder"),
    (re.compile(r"(?<![\w./-])/ro" + r"ot/"), "root's home folder"),
    (re.compile(r"(?<![\w./-])/Users/" + r"[A-Za-z][\w-]*/"), "somebody's home folder"),
    (re.compile(r"(?<!\w)[A-Za-z]:\\+Users" + r"\\+\w"), "somebody's home folder"),
    (re.compile(r"\b(artifac" + r"tory|nex" + r"us)[\w.-]*\.\w+[/:]", re.IGNORECASE),
     "a package registry"),
    (re.compile(r"\b(py" + r"pi\.org|files\.python" + r"hosted\.org|registry\.np" + r"mjs\.org"
                r"|proxy\.gol" + r"ang\.org|deb\.deb" + r"ian\.org|crates" + r"\.io)\b"),
     "a package registry"),
]
# Folders that a checkout may well stand in without being a trace of one machine.
COMMON = {"/", "/home", "/root", "/tmp", "/srv", "/opt", "/usr", "/usr/src", "/var", "/mnt",
          "/builds", "/build", "/src"}


def findings(root):
    patterns = list(PATTERNS)
    for folder in (Path(root), Path(root).parent):
        if folder.as_posix() not in COMMON:
            patterns.append((re.compile(r"(?<![\w./-])" + re.escape(folder.as_posix()) + r"(?![\w-])"),
                             "a folder of this machine"))
    found = []
    for path in house.files(root):
        if path.endswith(BINARY):
            continue
        for number, line in enumerate(house.read(root, path).split("\n"), 1):
            for pattern, what in patterns:
                if pattern.search(line):
                    found.append(f"{path}:{number}: {what}: {line.strip()[:80]}")
    return found


if __name__ == "__main__":
    house.main("paths", findings)
