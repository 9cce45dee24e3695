# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import glossary
from planted import PlantedTree
from tst_translations import message, ts

TABLE = """# Glossary
| English | 简体中文 | Note |
| --- | --- | --- |
| Revoke | 吊销 | of a certificate |
| Root CA | 根CA | |
"""


class GlossaryTest(PlantedTree):
    def setUp(self):
        super().setUp()
        self.plant(glossary.GLOSSARY, TABLE)

    def translate(self, chinese):
        self.plant("translations/cas_zh_CN.ts", ts("zh_CN", message(
            "Revoke", f"<translation>{chinese}</translation>")))
        return glossary.findings(self.root)

    def test_acceptsTheFixedTerm(self):
        self.assertEqual(self.translate("吊销"), [])

    def test_refusesAnotherWordForIt(self):
        self.assertFinds(self.translate("撤销"), "'Revoke' is 撤销", "吊销")

    def test_refusesATermWithTwoTranslations(self):
        self.plant(glossary.GLOSSARY, TABLE + "| Root CA | 根证书颁发机构 | |\n")
        self.assertFinds(glossary.findings(self.root), "'Root CA' is both")

    def test_refusesAGlossaryWithoutTerms(self):
        self.plant(glossary.GLOSSARY, "# Glossary\n")
        self.assertFinds(glossary.findings(self.root), "no terms")


if __name__ == "__main__":
    unittest.main()
