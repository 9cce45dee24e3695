# SPDX-License-Identifier: GPL-3.0-or-later
import contextlib
import io
import unittest

import file_length
from planted import PlantedTree


class FileLengthTest(PlantedTree):
    def look(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            found = file_length.findings(self.root)
        return found, said.getvalue()

    def test_acceptsFiveHundredLines(self):
        self.plant("core/a.cpp", "\n" * 500)
        self.assertEqual(self.look(), ([], ""))

    def test_listsOneMore(self):
        self.plant("core/a.cpp", "\n" * 501)
        found, said = self.look()
        self.assertEqual(found, [])
        self.assertIn("core/a.cpp: 501", said)

    def test_refusesSevenHundredAndOne(self):
        self.plant("core/a.cpp", "\n" * 701)
        self.assertFinds(self.look()[0], "core/a.cpp: 701")


if __name__ == "__main__":
    unittest.main()
