#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finishes what needs no translator in translations/cas_zh_CN.ts and cas_en.ts.

Chinese: texts that are exactly a term of the glossary, or that stand translated in another context.
English: plural forms written as '%n row(s)'. What remains is listed, and is a person's work. With
--texts FILE, lines of 'English => 中文' are taken first.
"""
import argparse
import re
import sys
from pathlib import Path
from xml.sax.saxutils import escape, unescape

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "house"))
import glossary  # noqa: E402  (its folder is known only now)

MESSAGE = re.compile(r"<message.*?</message>", re.DOTALL)
TRANSLATION = re.compile(r"<translation.*?(?:</translation>|/>)", re.DOTALL)
INDENT = "\n            "


def plain(text):
    return unescape(text, {"&apos;": "'", "&quot;": '"'})


def source_of(message):
    return plain(re.search(r"<source>(.*?)</source>", message, re.DOTALL).group(1))


def with_translation(message, forms, numerus):
    spelled = [escape(form, {"'": "&apos;", '"': "&quot;"}) for form in forms]
    if numerus:
        inner = "".join(f"{INDENT}<numerusform>{form}</numerusform>" for form in spelled) \
            + "\n        "
    else:
        inner = spelled[0]
    return TRANSLATION.sub(lambda _: f"<translation>{inner}</translation>", message)


def english_forms(source):
    """Singular and plural of '%n row(s)', '%n entry(ies)'; None when the text says neither."""
    if not re.search(r"\((s|es|ies)\)", source):
        return None
    one = re.sub(r"\((s|es|ies)\)", "", source)
    many = re.sub(r"y\(ies\)", "ies", source)
    return [one, re.sub(r"\((s|es)\)", r"\1", many)]


def known_chinese(text, extra):
    known = {english: chinese for _, english, chinese in glossary.terms(
        (ROOT / glossary.GLOSSARY).read_text(encoding="utf-8"))}
    for message in MESSAGE.findall(text):
        if 'type="' in message or 'numerus="yes"' in message or "<comment>" in message:
            continue
        done = re.search(r"<translation>(.*?)</translation>", message, re.DOTALL)
        if done and done.group(1):
            known.setdefault(source_of(message), plain(done.group(1)))
    known.update(extra)
    return known


def fill(path, look_up):
    """Finishes what `look_up(source, numerus)` knows; returns the sources that remain."""
    remaining = []

    def finish(match):
        message = match.group(0)
        if 'type="unfinished"' not in message:
            return message
        numerus = 'numerus="yes"' in message
        forms = look_up(source_of(message), numerus)
        if not forms:
            remaining.append(source_of(message))
            return message
        return with_translation(message, forms, numerus)

    text = path.read_text(encoding="utf-8")
    path.write_text(MESSAGE.sub(finish, text), encoding="utf-8")
    return remaining


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    extra = {}
    if options.texts:
        for line in options.texts.read_text(encoding="utf-8").splitlines():
            english, arrow, chinese = line.partition(" => ")
            if arrow:
                extra[english.replace("\\n", "\n")] = chinese.replace("\\n", "\n")

    chinese_file = ROOT / "translations" / "cas_zh_CN.ts"
    known = known_chinese(chinese_file.read_text(encoding="utf-8"), extra)
    for source in fill(chinese_file, lambda text, _: text in known and [known[text]]):
        print("zh_CN: " + source.replace("\n", "\\n"))
    for source in fill(ROOT / "translations" / "cas_en.ts", lambda text, _: english_forms(text)):
        print("en: " + source.replace("\n", "\\n"))


if __name__ == "__main__":
    main()
