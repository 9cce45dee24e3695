# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import spdx
from planted import PlantedTree


class SpdxTest(PlantedTree):
    def setUp(self):
        super().setUp()
        self.plant("LICENSE", "GPL\n")

    def test_acceptsFilesThatNameTheLicence(self):
        self.plant("core/a.cpp", f"// {spdx.LINE}\n")
        self.plant("tests/a.py", f"#!/usr/bin/env python3\n# {spdx.LINE}\n")
        self.plant("README.md", "no line needed\n")
        self.assertEqual(spdx.findings(self.root), [])

    def test_refusesASourceWithoutTheLine(self):
        self.plant("core/a.cpp", "#include <QString>\n")
        self.assertFinds(spdx.findings(self.root), "core/a.cpp")

    def test_refusesTheLineTooFarDown(self):
        self.plant("core/a.h", "\n" * 6 + f"// {spdx.LINE}\n")
        self.assertFinds(spdx.findings(self.root), "core/a.h")

    def test_looksIntoScriptsWithoutASuffix(self):
        self.plant("dev", "#!/bin/sh\n")
        self.assertFinds(spdx.findings(self.root), "dev")

    def test_missesTheLicenceItself(self):
        (self.root / "LICENSE").unlink()
        self.assertFinds(spdx.findings(self.root), "LICENSE")


if __name__ == "__main__":
    unittest.main()
