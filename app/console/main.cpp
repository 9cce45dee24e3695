// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo.h"
#include "ui/desktop/desktop.h"
#include "core/console/passphrase_file.h"
#include "core/crypto/wiping_memory.h"
#include "ui/desktop/event_loop_watch.h"
#include "ui/text/error_text.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QTextStream>

#include <optional>

namespace {

/// Writes why the program does not start. @param what the argument at fault, empty: none
/// @return the exit status
int refuse(const QString &what, const cas::Error &error)
{
    QTextStream(stderr) << "cas-console: " << what << cas::errorName(error.code) << ": "
                        << cas::ui::errorSentence(error) << '\n';
    return cas::exitStatus(error.code);
}

} // namespace

int main(int argc, char **argv)
{
    if (!cas::crypto::wipeFreedMemory())
        qWarning("freed memory of OpenSSL is not overwritten");
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cas-console"));
    QApplication::setApplicationDisplayName(QStringLiteral("CAS Console"));
    QApplication::setApplicationVersion(QStringLiteral(CAS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("cas-console"));

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("store"), QStringLiteral("Store to open."), QStringLiteral("PATH|URL")},
        {QStringLiteral("passphrase-file"),
         QStringLiteral("Unlock with the passphrase in this file."), QStringLiteral("F")},
        {QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or system."),
         QStringLiteral("THEME")},
        {QStringLiteral("page"), QStringLiteral("Page to open on."), QStringLiteral("NAME")},
        {QStringLiteral("demo"), QStringLiteral("Open a throw-away store full of data.")},
    });
    parser.process(app);
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty()) {
        QTextStream(stderr)
            << "cas-console: " << files.constFirst()
            << ": usage: no file is taken here; import a CA on the page Private CA\n";
        return cas::exitStatus(cas::ErrorCode::Usage);
    }

    cas::ui::DesktopOptions options;
    options.store = parser.value(QStringLiteral("store"));
    if (options.store.isEmpty())
        options.store = qEnvironmentVariable("CAS_STORE");
    QString passphraseFile = parser.value(QStringLiteral("passphrase-file"));
    if (passphraseFile.isEmpty())
        passphraseFile = qEnvironmentVariable("CAS_PASSPHRASE_FILE");
    if (!passphraseFile.isEmpty()) {
        auto passphrase =
            cas::readPassphraseFile(passphraseFile, QStringLiteral("passphrase_file"));
        if (!passphrase)
            return refuse(QStringLiteral("--passphrase-file %1: ").arg(passphraseFile),
                          passphrase.error());
        options.passphrase = std::move(*passphrase);
    }
    options.language = parser.value(QStringLiteral("lang"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.page = parser.value(QStringLiteral("page"));

    const cas::SystemClock clock;
    auto executors = std::make_unique<cas::Executors>();
    QTemporaryDir demoFolder;
    std::unique_ptr<cas::Console> demoConsole;
    if (parser.isSet(QStringLiteral("demo"))) {
        auto demo = cas::makeDemo(demoFolder.path(), *executors, clock);
        if (!demo)
            return refuse({}, demo.error());
        demoConsole = std::move(*demo);
    }
    cas::ui::Desktop desktop(app, std::move(executors), clock, std::move(options));
    if (demoConsole)
        desktop.open(std::move(demoConsole));
    else
        desktop.start();
    std::optional<cas::ui::EventLoopWatch> watch;
    if (const QString log = qEnvironmentVariable("CAS_EVENT_LOOP_LOG"); !log.isEmpty())
        watch.emplace(log);
    return QApplication::exec();
}
