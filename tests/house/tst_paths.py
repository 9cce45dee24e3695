# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import paths
from planted import PlantedTree


class PathsTest(PlantedTree):
    def one(self, text, *words):
        self.plant("core/a.cpp", text + "\n")
        self.assertFinds(paths.findings(self.root), "core/a.cpp:1", *words)

    def test_acceptsOrdinaryText(self):
        self.plant("core/a.cpp", '// /usr/share/doc, https://www.example.test/home/page, C:\\Windows\n'
                                 'auto p = QStringLiteral("/home/");\n')
        self.assertEqual(paths.findings(self.root), [])

    def test_refusesHomeFolders(self):
        self.one("auto p = \"/home/" + "anna/x\";", "home")
        self.one("cd /ro" + "ot/x", "home")
        self.one("/Users/" + "anna/x", "home")
        self.one("C:\\Users" + "\\anna", "home")

    def test_refusesTheFolderOfTheCheckout(self):
        self.one(f"see {self.root}/build", "this machine")

    def test_refusesRegistryHosts(self):
        self.one("https://artifac" + "tory.example.test/deb", "registry")
        self.one("https://registry.np" + "mjs.org/x", "registry")


if __name__ == "__main__":
    unittest.main()
