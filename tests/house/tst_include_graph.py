# SPDX-License-Identifier: GPL-3.0-or-later
import unittest

import include_graph
from planted import PlantedTree

ROOMS = """
cas_room(core/base LINKS Qt6::Core)
cas_room(core/crypto LINKS cas::core::base PRIVATE_LINKS OpenSSL::Crypto)
cas_room(core/store LINKS cas::core::base PRIVATE_LINKS Qt6::Sql)
cas_room(core/audit LINKS cas::core::store)
cas_room(core/tags LINKS cas::core::base cas::core::audit)
cas_room(ui/kit LINKS cas::core::base Qt6::Widgets)
cas_room(ui/tags LINKS cas::ui::kit cas::core::tags)
"""


class IncludeGraphTest(PlantedTree):
    def setUp(self):
        super().setUp()
        self.plant("core/CMakeLists.txt", ROOMS)

    def findings(self):
        return include_graph.findings(self.root)

    def one(self, path, text, *words):
        self.plant(path, text)
        self.assertFinds(self.findings(), f"{path}:", *words)

    def test_acceptsACleanTree(self):
        self.plant("core/base/a.h", '#include <QString>\n#include <vector>\n')
        self.plant("core/crypto/k.cpp", '#include "core/base/a.h"\n#include <openssl/evp.h>\n')
        self.plant("core/tags/tag_store.cpp", '#include "core/store/s.h"\n#include <QSqlQuery>\n'
                                              'void f(QSqlQuery &query) { query.exec(); }\n')
        self.plant("ui/tags/page.cpp", '#include "ui/kit/t.h"\n#include "core/tags/tag.h"\n'
                                       '#include <QWidget>\n')
        self.plant("app/console/main.cpp", '#include <QApplication>\n'
                                           'int f(QApplication &app) { return app.exec(); }\n'
                                           "auto quote = u'\"'; auto m = 1'000;\n")
        self.assertEqual(self.findings(), [])

    def test_refusesARoomThatIsNotLinked(self):
        self.one("core/crypto/k.cpp", '#include "core/store/s.h"\n', "does not link core/store")

    def test_acceptsWhatALinkedRoomHandsOn(self):
        self.plant("core/tags/t.cpp", '#include "core/store/s.h"\n')  # by audit's public link
        self.assertEqual(self.findings(), [])

    def test_refusesCoreKnowingTheUi(self):
        self.one("core/base/a.cpp", '#include "ui/kit/t.h"\n', "core never knows ui")

    def test_refusesTheUiKnowingTheApp(self):
        self.one("ui/kit/t.cpp", '#include "app/console/x.h"\n', "ui never knows app")

    def test_refusesALinkUpTheTiers(self):
        self.plant("core/CMakeLists.txt", ROOMS + "cas_room(core/vault LINKS cas::core::tags)\n")
        self.assertFinds(self.findings(), "core/vault (tier 3): links core/tags (tier 4)")

    def test_refusesALinkFromCoreToTheUi(self):
        self.plant("core/CMakeLists.txt", ROOMS + "cas_room(core/settings LINKS cas::ui::kit)\n")
        self.assertFinds(self.findings(), "core never knows ui")

    def test_refusesACircleOfRooms(self):
        self.plant("core/CMakeLists.txt",
                   "cas_room(core/tags LINKS cas::core::audit)\n"
                   "cas_room(core/audit PRIVATE_LINKS cas::core::tags)\n")
        self.assertTrue(any("circle" in line for line in self.findings()), self.findings())

    def test_refusesARoomWithoutATier(self):
        self.plant("core/CMakeLists.txt", ROOMS + "cas_room(core/attic LINKS cas::core::base)\n")
        self.assertFinds(self.findings(), "core/attic: no tier")

    def test_refusesAnothersStoreInTheSameTier(self):
        self.one("core/tags/t.cpp", '#include "core/audit/audit_store.h"\n', "another room's store")

    def test_refusesRelativeIncludes(self):
        self.one("core/base/a.cpp", '#include "../base/a.h"\n', "relative include")

    def test_refusesIncludesNotSpelledFromTheTop(self):
        self.one("core/base/a.cpp", '#include "a.h"\n', "spell includes from the top")

    def test_refusesOpensslOutsideItsRooms(self):
        self.one("core/base/a.cpp", '#include <openssl/sha.h>\n', "OpenSSL")

    def test_refusesSqlInAService(self):
        self.one("core/tags/tag_service.cpp", '#include <QSqlQuery>\n', "SQL")

    def test_refusesSqliteInTheUi(self):
        self.one("ui/kit/t.cpp", '#include <sqlite3.h>\n', "SQL")

    def test_refusesSqlNamesWithoutAnInclude(self):
        self.one("core/tags/tag_service.cpp", "class QSqlDatabase;\n", "QSqlDatabase")

    def test_refusesWindowsInCore(self):
        self.one("core/base/a.cpp", '#include <QColor>\n', "core has no windows")
        self.one("core/base/a.cpp", '#include <QtGui/QImage>\n', "core has no windows")

    def test_refusesSocketsInTheUi(self):
        self.one("ui/kit/t.cpp", '#include <QTcpSocket>\n', "sockets")

    def test_refusesNestedLoops(self):
        self.one("ui/kit/t.cpp", "void f() { QCoreApplication::processEvents(); }\n",
                 "processEvents")
        self.one("ui/kit/t.cpp", "QEventLoop loop;\n", "QEventLoop")
        self.one("ui/kit/t.cpp", "void f(D &dialog) { dialog.exec(); }\n", "dialog.exec()")
        self.one("ui/kit/t.cpp", "void f(M *menu) { menu->exec(p); }\n", "menu.exec()")
        self.one("ui/kit/t.cpp", "auto b = QMessageBox::question(this, t, x);\n", "QMessageBox")

    def test_refusesFuturesInCore(self):
        self.one("core/base/a.h", "#include <QFuture>\n", "QFuture")
        self.one("core/base/a.h", "QPromise<int> *p;\n", "QPromise")

    def test_readsPastCommentsAndTexts(self):
        self.plant("ui/kit/t.cpp",
                   '// never QEventLoop\n/* processEvents */\nauto t = "dialog.exec()";\n'
                   'auto r = R"(QEventLoop)";\nauto n = 1\'000; // QEventLoop isn\'t here\n'
                   '// #include <sqlite3.h>\n')
        self.assertEqual(self.findings(), [])


if __name__ == "__main__":
    unittest.main()
