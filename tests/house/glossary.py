#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One English term, one Chinese term: translations/GLOSSARY.md is kept to the letter.

The glossary's tables have the columns English, 简体中文 and, where it matters, a note. A text of the
product that equals an English term must be translated by the Chinese term; a term must not stand
twice with two translations. Texts with a translator's comment may differ: the comment says why.
"""
import re

import house
import translations

GLOSSARY = "translations/GLOSSARY.md"
ROW = re.compile(r"^\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|")


def terms(text):
    """[(line, English, Chinese)] of all table rows that are not heads."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        match = ROW.match(line)
        if not match or set(match.group(1)) <= set("-: ") or match.group(1) == "English":
            continue
        found.append((number, match.group(1), match.group(2)))
    return found


def findings(root):
    path = root / GLOSSARY
    if not path.is_file():
        return [f"{GLOSSARY}: missing"]
    found, fixed = [], {}
    for number, english, chinese in terms(path.read_text(encoding="utf-8")):
        if fixed.setdefault(english, chinese) != chinese:
            found.append(f"{GLOSSARY}:{number}: '{english}' is both {fixed[english]} and {chinese}")
    if not fixed:
        found.append(f"{GLOSSARY}: no terms")
    ts = root / "translations/cas_zh_CN.ts"
    if ts.is_file():
        for context, source, comment, numerus, translation in translations.messages(ts):
            if source not in fixed or comment or numerus or translation is None \
                    or translation.get("type"):
                continue
            chinese = "".join(translation.itertext())
            if chinese != fixed[source]:
                found.append(f"{ts.name}: {context}: '{source}' is {chinese}, the glossary says "
                             f"{fixed[source]}")
    return found


if __name__ == "__main__":
    house.main("glossary", findings)
