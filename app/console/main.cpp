// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo.h"
#include "app/console/options.h"
#include "core/crypto/wiping_memory.h"
#include "ui/desktop/event_loop_watch.h"
#include "ui/desktop/platform/display.h"

#include <QApplication>
#include <QIcon>
#include <QTemporaryDir>
#include <QTextStream>

#include <optional>

int main(int argc, char **argv)
{
    if (!cas::crypto::wipeFreedMemory())
        qWarning("freed memory of OpenSSL is not overwritten");
    QCoreApplication::setApplicationName(QStringLiteral("cas-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAS_VERSION));
    cas::answerQuestions(argc, argv);
    if (!cas::ui::hasDisplay()) { // Qt would end the program with a core dump
        QTextStream(stderr) << "cas-console: there is no display. Start it on a desktop or come in "
                               "with 'ssh -X'; casctl does without one.\n";
        return cas::exitStatus(cas::ErrorCode::Unsupported);
    }
    QApplication app(argc, argv);
    QApplication::setApplicationDisplayName(QStringLiteral("CAS Console"));
    QApplication::setDesktopFileName(QStringLiteral("cas-console"));

    auto read = cas::readOptions(QApplication::arguments());
    auto *options = std::get_if<cas::ConsoleOptions>(&read);
    if (!options)
        return *std::get_if<int>(&read);

    const cas::SystemClock clock;
    auto executors = std::make_unique<cas::Executors>();
    QTemporaryDir demoFolder;
    std::unique_ptr<cas::Console> demoConsole;
    if (options->demo) {
        auto demo = cas::makeDemo(demoFolder.path(), *executors, clock);
        if (!demo)
            return cas::refuse({}, demo.error());
        demoConsole = std::move(*demo);
    }
    cas::ui::Desktop desktop(app, std::move(executors), clock, std::move(options->desktop));
    // After the desktop has loaded the pictures.
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/cas/cas-console.svg")));
    if (demoConsole)
        desktop.open(std::move(demoConsole));
    else
        desktop.start();
    std::optional<cas::ui::EventLoopWatch> watch;
    if (const QString log = qEnvironmentVariable("CAS_EVENT_LOOP_LOG"); !log.isEmpty())
        watch.emplace(log);
    return QApplication::exec();
}
