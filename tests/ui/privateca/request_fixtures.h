// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/privateca/ca_fixtures.h"
#include "ui/privateca/request_panel.h"

#include <QProcess>

/// What the program openssl answers.
inline QByteArray openssl(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitCode() != 0)
        return "openssl failed: " + process.readAllStandardError();
    return process.readAllStandardOutput();
}

/// Opens the Request Certificate panel of the subordinate CA by its link.
inline void openRequest(CaWindow &ca)
{
    ca.open();
    QTRY_COMPARE(ca.table()->model()->rowCount(), 2);
    QVERIFY(ca.clickLink(1, "request"));
    QVERIFY(ca.window->panelAs<cas::ui::RequestPanel>());
}
