// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/demo.h"
#include "ui/desktop/desktop.h"
#include "ui/desktop/event_loop_watch.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <optional>

namespace {

/// One trailing LF or CRLF is not part of the passphrase.
cas::SecretBytes passphraseFrom(const QString &path)
{
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray bytes = file.read(65'536);
    auto secret = cas::SecretBytes::takeFrom(bytes);
    size_t size = secret.size();
    if (size > 0 && secret.data()[size - 1] == '\n')
        --size;
    if (size > 0 && size < secret.size() && secret.data()[size - 1] == '\r')
        --size;
    secret.truncate(size);
    return secret;
}

} // namespace

int main(int argc, char **argv)
{
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

    cas::ui::DesktopOptions options;
    options.store = parser.value(QStringLiteral("store"));
    if (options.store.isEmpty())
        options.store = qEnvironmentVariable("CAS_STORE");
    QString passphraseFile = parser.value(QStringLiteral("passphrase-file"));
    if (passphraseFile.isEmpty())
        passphraseFile = qEnvironmentVariable("CAS_PASSPHRASE_FILE");
    options.passphrase = passphraseFrom(passphraseFile);
    options.language = parser.value(QStringLiteral("lang"));
    options.theme = parser.value(QStringLiteral("theme"));
    options.page = parser.value(QStringLiteral("page"));

    const cas::SystemClock clock;
    auto executors = std::make_unique<cas::Executors>();
    QTemporaryDir demoFolder;
    std::unique_ptr<cas::Console> demoConsole;
    if (parser.isSet(QStringLiteral("demo"))) {
        auto demo = cas::makeDemo(demoFolder.path(), *executors, clock);
        if (!demo) {
            QTextStream(stderr) << "cas-console: " << cas::errorName(demo.error().code) << ' '
                                << demo.error().detail << '\n';
            return 1;
        }
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
