# SPDX-License-Identifier: GPL-3.0-or-later
"""The driver drives: tst_drive.py PATH/drive_sample"""
import sys
import unittest
from pathlib import Path

import drive

SAMPLE = Path(sys.argv.pop())


class DriveTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.session = cls.enterClassContext(drive.Session(size=(800, 600)))

    def setUp(self):
        self.app = self.enterContext(self.session.start([SAMPLE]))

    def said(self, text):
        self.app.find(text, "label")

    def test_waitsForTheWindow(self):
        self.assertEqual(self.app.windows(), ["Sample"])
        self.said("ready")

    def test_fillsAFieldWithAnyUnicode(self):
        self.app.set_text("Common Name", "www.例.test")
        self.said("www.例.test")

    def test_readsAField(self):
        node = self.app.set_text("Common Name", "vpn")
        self.assertEqual(self.app.text(node), "vpn")

    def test_setsANumber(self):
        self.app.set_text("Years", 10)
        self.said("10 years")

    def test_choosesFromAComboBox(self):
        self.app.choose("Key algorithm", "Ed25519")
        self.said("Ed25519")

    def test_saysWhatAComboBoxHas(self):
        with self.assertRaisesRegex(drive.DriveError, "P-384"):
            self.app.choose("Key algorithm", "RSA-512")

    def test_pressesAButtonOnceItIsEnabled(self):
        self.app.check("I understand")
        self.app.press("Issue certificate")
        self.said("issued")

    def test_clicksWithTheMouse(self):
        self.app.check("I understand")
        self.app.click(self.app.find("Issue certificate"))
        self.said("issued")

    def test_readsATable(self):
        table = self.app.find("Certificates", "table")
        self.assertEqual(self.app.rows(table), [["www", "Issued"], ["vpn", "Revoked"]])

    def test_saysWhatIsThereWhenSomethingIsNot(self):
        with self.assertRaisesRegex(drive.DriveError, "Issue certificate"):
            self.app.find("Revoke", timeout=0.2)

    def test_noticesThatTheProgramEnded(self):
        drive.end_process(self.app.process)
        with self.assertRaisesRegex(drive.DriveError, "ended"):
            self.app.find("Revoke", timeout=5)

    def test_takesAScreenshot(self):
        path = self.app.screenshot(self.session._folder / "shot.png")
        self.assertEqual(path.read_bytes()[:8], b"\x89PNG\r\n\x1a\n")


if __name__ == "__main__":
    unittest.main()
