// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"
#include "core/console/passphrase_file.h"
#include "ui/text/error_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

namespace cas {

namespace {

const QStringList kQuestions{QStringLiteral("-h"), QStringLiteral("--help"),
                             QStringLiteral("--help-all"), QStringLiteral("-v"),
                             QStringLiteral("--version")};

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {QStringLiteral("store"), QStringLiteral("Store to open."), QStringLiteral("PATH|URL")},
        {QStringLiteral("passphrase-file"),
         QStringLiteral("Unlock with the passphrase in this file."), QStringLiteral("F")},
        {QStringLiteral("lang"), QStringLiteral("en or zh_CN."), QStringLiteral("LANGUAGE")},
        {QStringLiteral("theme"), QStringLiteral("light, dark or system."),
         QStringLiteral("THEME")},
        {QStringLiteral("page"),
         QStringLiteral("Page to open on: %1.").arg(ui::Desktop::pages().join(u", ")),
         QStringLiteral("NAME")},
        {QStringLiteral("demo"), QStringLiteral("Open a throw-away store full of data.")},
    });
}

/// Says what is wrong with the way the program was called.
int usage(const QString &sentence)
{
    QTextStream(stderr) << "cas-console: " << sentence << '\n';
    return exitStatus(ErrorCode::Usage);
}

/// The value of an option that is one of a few words; empty where it is not given.
std::variant<QString, int> choice(const QCommandLineParser &parser, const QString &option,
                                  const QStringList &words)
{
    const QString value = parser.value(option);
    if (value.isEmpty() || words.contains(value))
        return value;
    return usage(QStringLiteral("--%1 %2: usage: choose one of %3")
                     .arg(option, value, words.join(QStringLiteral(", "))));
}

} // namespace

void answerQuestions(int &argc, char **argv)
{
    const bool asked = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return kQuestions.contains(QString::fromLocal8Bit(argument));
    });
    if (!asked)
        return;
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
}

std::variant<ConsoleOptions, int> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty())
        return usage(QStringLiteral("%1: usage: no file is taken here; import a CA on the page "
                                    "Private CA")
                         .arg(files.constFirst()));

    ConsoleOptions options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    const auto take = [&parser](QString &into, const char *name, const QStringList &words) {
        const auto value = choice(parser, QString::fromLatin1(name), words);
        if (const int *status = std::get_if<int>(&value))
            return *status;
        into = std::get<QString>(value);
        return 0;
    };
    for (const int status :
         {take(options.desktop.language, "lang", {QStringLiteral("en"), QStringLiteral("zh_CN")}),
          take(options.desktop.theme, "theme",
               {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}),
          take(options.desktop.page, "page", ui::Desktop::pages())}) {
        if (status != 0)
            return status;
    }

    options.desktop.store = parser.value(QStringLiteral("store"));
    if (options.desktop.store.isEmpty())
        options.desktop.store = qEnvironmentVariable("CAS_STORE");
    QString file = parser.value(QStringLiteral("passphrase-file"));
    if (file.isEmpty())
        file = qEnvironmentVariable("CAS_PASSPHRASE_FILE");
    if (!file.isEmpty()) {
        auto passphrase = readPassphraseFile(file, QStringLiteral("passphrase_file"));
        if (!passphrase) {
            QTextStream(stderr) << "cas-console: --passphrase-file " << file << ": "
                                << errorName(passphrase.error().code) << ": "
                                << ui::errorSentence(passphrase.error()) << '\n';
            return exitStatus(passphrase.error().code);
        }
        options.desktop.passphrase = std::move(*passphrase);
    }
    return options;
}

} // namespace cas
