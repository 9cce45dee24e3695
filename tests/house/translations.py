#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Translations are complete and belong to the sources as they stand; error names are unique.

lupdate runs over a copy of the .ts files: what it would add or drop is a finding, so a new text
without a translation cannot be forgotten.
"""
import re
import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import house

UPDATE = house.ROOT / "packaging" / "update-translations.sh"
FILES = ("cas_zh_CN.ts", "cas_en.ts")
PLACES = re.compile(r"%(?:L?\d{1,2}|L?n)")


def messages(path):
    """Yields (context, source, comment, numerus, translation element) of a .ts file."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            yield (name, message.findtext("source", ""), message.findtext("comment", ""),
                   message.get("numerus") == "yes", message.find("translation"))


def translated_forms(translation, numerus):
    if numerus:
        return [form.text or "" for form in translation.iter("numerusform")]
    return ["".join(translation.itertext())]


def places(text, numerus):
    """What is filled in. A plural form may leave out the number ('one row')."""
    found = set(PLACES.findall(text))
    return found - {"%n", "%Ln"} if numerus else found


def check_file(path, name):
    found = []
    for context, source, _, numerus, translation in messages(path):
        where = f"translations/{name}: {context}: '{source[:60]}'"
        kind = translation.get("type") if translation is not None else "unfinished"
        if kind:
            found.append(f"{where} is {kind}")
            continue
        for form in translated_forms(translation, numerus):
            if not form.strip():
                found.append(f"{where} has an empty translation")
            elif places(form, numerus) != places(source, numerus):
                found.append(f"{where} does not keep its %1, %n: '{form[:60]}'")
    return found


def keys(path):
    return {message[:4] for message in messages(path)
            if message[4] is None or message[4].get("type") not in ("obsolete", "vanished")}


def check_against_sources(root):
    found = []
    with tempfile.TemporaryDirectory(prefix="cas-ts-") as copy:
        for name in FILES:
            shutil.copy(root / "translations" / name, copy)
        run = subprocess.run([str(UPDATE), copy], cwd=root, check=False, text=True,
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if run.returncode != 0:
            return [f"lupdate ended with {run.returncode}: {run.stdout.strip()}"]
        for line in run.stdout.splitlines():
            # Every warning means texts that no translation will reach: a class without Q_OBJECT, a
            # context that lupdate and tr() name differently.
            found.append(f"lupdate: {line.replace(str(root) + '/', '')}")
        for name in FILES:
            ours, theirs = keys(root / "translations" / name), keys(Path(copy) / name)
            for key in sorted(theirs - ours):
                found.append(f"translations/{name}: {key[0]}: '{key[1][:60]}' is missing; run "
                             "./dev translations")
            for key in sorted(ours - theirs):
                found.append(f"translations/{name}: {key[0]}: '{key[1][:60]}' is in no source; run "
                             "./dev translations")
    return found


def check_error_names(root):
    path = root / "core/base/error_code.h"
    if not path.is_file():
        return []
    found, seen = [], {}
    for code, name in re.findall(r'\bX\((\w+),\s*"([^"]*)"', path.read_text(encoding="utf-8")):
        if name in seen:
            found.append(f"core/base/error_code.h: {code} and {seen[name]} are both '{name}'")
        seen[name] = code
    return found


def findings(root):
    found = check_error_names(root)
    for name in FILES:
        if not (root / "translations" / name).is_file():
            found.append(f"translations/{name}: missing")
        else:
            found += check_file(root / "translations" / name, name)
    if all((root / "translations" / name).is_file() for name in FILES):
        found += check_against_sources(root)
    return found


if __name__ == "__main__":
    house.main("translations", findings)
