#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file of ours names its licence in its first lines."""
import house

LINE = "SPDX-License-Identifier: " + "GPL-3.0-or-later"
SUFFIXES = (".cpp", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt", ".java", ".qss", ".sql", ".rc",
            ".desktop", ".nsi")
OTHERS = ("dev", ".ci/run", "packaging/hooks/pre-commit")


def findings(root):
    found = []
    for path in house.files(root):
        if not (path.endswith(SUFFIXES) or path in OTHERS or path.startswith("packaging/deps/")):
            continue
        if path.startswith("tests/fixtures/"):
            continue  # other people's files and vectors; their README names the source
        if not any(LINE in line for line in house.read(root, path).split("\n")[:5]):
            found.append(f"{path}: no '{LINE}' in its first lines")
    if not (root / "LICENSE").is_file():
        found.append("LICENSE: missing")
    return found


if __name__ == "__main__":
    house.main("spdx", findings)
