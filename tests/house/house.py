# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the tree share: which files there are, and code without its comments.

A check is a module with `findings(root)`, which returns one line of text for each fault; run as a
program it prints them and fails when there is one. Its test plants a fault in a small tree of its
own, so that a check that stopped looking is noticed.
"""
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(root, *suffixes):
    """Paths (relative, '/') of tracked and of new, not ignored files with one of the suffixes."""
    root = Path(root)
    if (root / ".git").exists():
        listed = subprocess.run(
            ["git", "-c", "safe.directory=*", "ls-files", "-co", "--exclude-standard", "-z"],
            cwd=root, stdout=subprocess.PIPE, check=True).stdout.decode().split("\0")
    else:  # an unpacked archive, or the small tree of a test
        listed = []
        for folder, folders, names in os.walk(root):
            folders[:] = [name for name in folders if name not in ("build", "__pycache__")]
            listed += [(Path(folder) / name).relative_to(root).as_posix() for name in names]
    return sorted({path for path in listed if path and (root / path).is_file()
                   and (not suffixes or path.endswith(suffixes))})


def read(root, path):
    return (Path(root) / path).read_text(encoding="utf-8", errors="replace")


_TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/'
    r'|R"(?P<d>[^()\\ \n]*)\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"'
    r"|\b(?:u8|[uUL])'(?:\\.|[^'\\\n])+'"
    r"|(?<![0-9A-Za-z_])'(?:\\.|[^'\\\n])+'",  # behind a digit it separates: 1'000
    re.DOTALL)


def code_only(text):
    """C++ text with comments and literals blanked; line numbers stay."""
    return _TOKEN.sub(lambda match: re.sub(r"[^\n]", " ", match.group(0)), text)


def report(name, found):
    """Prints the findings; the exit status of the program."""
    for line in found:
        print(line)
    print(f"{name}: {len(found) or 'no'} finding{'' if len(found) == 1 else 's'}")
    return 1 if found else 0


def main(name, findings):
    sys.exit(report(name, findings(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT)))
