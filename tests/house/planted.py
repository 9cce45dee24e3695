# SPDX-License-Identifier: GPL-3.0-or-later
"""A small tree in a temporary folder, for tests that plant faults."""
import tempfile
import unittest
from pathlib import Path


class PlantedTree(unittest.TestCase):
    """Gives each test an empty tree at self.root."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="cas-house-")
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def plant(self, path, text):
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def assertFinds(self, found, *words):
        """Exactly one finding, and it holds all the words."""
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])
