# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import translations
from planted import PlantedTree

SOURCE = """// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
QString title() { return QCoreApplication::translate("Page", "Private CA"); }
QString count(int n) { return QCoreApplication::translate("Page", "%n certificate(s)", nullptr, n); }
"""


def message(source, translation, extra=""):
    return (f"<message{extra}><source>{source}</source>"
            f"{translation}</message>")


def ts(language, *messages):
    return ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
            f'<TS version="2.1" language="{language}" sourcelanguage="en">\n'
            f'<context><name>Page</name>{"".join(messages)}</context>\n</TS>\n')


CA = message("Private CA", "<translation>私有CA</translation>")
COUNT_ZH = message("%n certificate(s)",
                   "<translation><numerusform>%n 张证书</numerusform></translation>",
                   ' numerus="yes"')
COUNT_EN = message("%n certificate(s)",
                   "<translation><numerusform>%n certificate</numerusform>"
                   "<numerusform>%n certificates</numerusform></translation>", ' numerus="yes"')


class TranslationsTest(PlantedTree):
    def setUp(self):
        super().setUp()
        for folder in ("core", "ui", "app"):
            (self.root / folder).mkdir()
        self.plant("ui/page.cpp", SOURCE)
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", CA, COUNT_ZH))
        self.plant("translations/cas_en.ts", ts("en", COUNT_EN))

    def findings(self):
        return translations.findings(self.root)

    def test_acceptsCompleteTranslations(self):
        self.assertEqual(self.findings(), [])

    def test_findsATextWithoutAnEntry(self):
        self.plant("ui/page.cpp", SOURCE.replace("}\nQString c", '}\nQString more() { return '
                   'QCoreApplication::translate("Page", "Revoke"); }\nQString c'))
        self.assertFinds(self.findings(), "cas_zh_CN.ts", "'Revoke' is missing")

    def test_findsAnEntryThatNoSourceHas(self):
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", CA, COUNT_ZH, message(
            "Old", "<translation>旧</translation>")))
        self.assertFinds(self.findings(), "cas_zh_CN.ts", "'Old' is in no source")

    def test_findsUnfinishedOnes(self):
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", COUNT_ZH, message(
            "Private CA", '<translation type="unfinished">私有</translation>')))
        self.assertFinds(self.findings(), "'Private CA' is unfinished")

    def test_findsVanishedOnes(self):
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", CA, COUNT_ZH, message(
            "Old", '<translation type="vanished">旧</translation>')))
        self.assertFinds(self.findings(), "'Old' is vanished")

    def test_findsEmptyOnes(self):
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", COUNT_ZH, message(
            "Private CA", "<translation></translation>")))
        self.assertFinds(self.findings(), "'Private CA' has an empty translation")

    def test_findsALostPlaceholder(self):
        self.plant("ui/page.cpp", SOURCE.replace("Private CA", "Revoke %1"))
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", COUNT_ZH, message(
            "Revoke %1", "<translation>吊销</translation>")))
        self.assertFinds(self.findings(), "does not keep its %1")

    def test_findsAPlaceholderLostInAPluralForm(self):
        self.plant("ui/page.cpp", SOURCE.replace("%n certificate(s)", "%n of %1"))
        self.plant("translations/cas_en.ts", ts("en", COUNT_EN.replace(
            "%n certificate(s)", "%n of %1").replace("%n certificate", "%n of %1")))
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", CA, COUNT_ZH.replace(
            "%n certificate(s)", "%n of %1")))
        self.assertFinds(self.findings(), "does not keep its %1")

    def test_findsAClassThatCannotTranslate(self):
        self.plant("ui/page.h", '#include <QWidget>\nclass Plain : public Other {\npublic:\n'
                                '    QString name() { return tr("Private CA"); }\n};\n')
        found = self.findings()
        self.assertTrue(any("Q_OBJECT" in line for line in found), found)

    def test_findsAMissingPluralForm(self):
        self.plant("translations/cas_en.ts", ts("en"))
        self.assertFinds(self.findings(), "cas_en.ts", "%n certificate(s)")

    def test_findsAnErrorNameTakenTwice(self):
        self.plant("core/base/error_code.h",
                   '#define CODES(X) \\\n  X(Io, "io", 1) \\\n  X(Disk, "io", 1)\n')
        self.assertFinds(self.findings(), "Disk and Io are both 'io'")


if __name__ == "__main__":
    unittest.main()
