// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/options.h"
#include "core/console/passphrase_file.h"
#include "ui/text/error_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
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
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("Offered for import: a CA's certificate and its "
                                                "key, or a PFX file with both."),
                                 QStringLiteral("[FILE...]"));
}

/// Says what is wrong with the way the program was called.
int usage(const QString &sentence)
{
    QTextStream(stderr) << "cas-console: " << sentence << '\n';
    return exitStatus(ErrorCode::Usage);
}

struct Choice
{
    QString option;
    QStringList words; // what its value may be
};

QList<Choice> choices()
{
    return {{QStringLiteral("lang"), {QStringLiteral("en"), QStringLiteral("zh_CN")}},
            {QStringLiteral("theme"),
             {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("system")}},
            {QStringLiteral("page"), ui::Desktop::pages()}};
}

} // namespace

int refuse(const QString &what, const Error &error)
{
    QTextStream(stderr) << "cas-console: " << what << errorName(error.code) << ": "
                        << ui::errorSentence(error) << '\n';
    return exitStatus(error.code);
}

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

    for (const Choice &choice : choices()) {
        const QString value = parser.value(choice.option);
        if (!value.isEmpty() && !choice.words.contains(value))
            return usage(QStringLiteral("--%1 %2: usage: choose one of %3")
                             .arg(choice.option, value, choice.words.join(QStringLiteral(", "))));
    }

    ConsoleOptions options;
    for (const QString &path : parser.positionalArguments()) {
        const QFileInfo file(path);
        if (!file.isFile())
            return refuse(path + QStringLiteral(": "), {ErrorCode::FileNotFound, {}, {path}});
        if (!file.isReadable())
            return refuse(path + QStringLiteral(": "), {ErrorCode::Io, {}, {path}});
        options.desktop.files << file.absoluteFilePath();
    }
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.desktop.language = parser.value(QStringLiteral("lang"));
    options.desktop.theme = parser.value(QStringLiteral("theme"));
    options.desktop.page = parser.value(QStringLiteral("page"));
    options.desktop.store = parser.value(QStringLiteral("store"));
    if (options.desktop.store.isEmpty())
        options.desktop.store = qEnvironmentVariable("CAS_STORE");
    QString file = parser.value(QStringLiteral("passphrase-file"));
    if (file.isEmpty())
        file = qEnvironmentVariable("CAS_PASSPHRASE_FILE");
    if (!file.isEmpty()) {
        auto passphrase = readPassphraseFile(file, QStringLiteral("passphrase_file"));
        if (!passphrase)
            return refuse(QStringLiteral("--passphrase-file %1: ").arg(file), passphrase.error());
        options.desktop.passphrase = std::move(*passphrase);
    }
    return options;
}

} // namespace cas
