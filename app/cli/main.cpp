// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_json.h"
#include "app/cli/invocation.h"
#include "app/cli/self_description.h"
#include "app/cli/session.h"
#include "core/crypto/wiping_memory.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

namespace cas::cli {

namespace {

const QStringList &laterNouns()
{
    // Nouns of the grammar whose rooms come with a later version.
    static const QStringList nouns{
        QStringLiteral("provider"), QStringLiteral("domain"),  QStringLiteral("deploy"),
        QStringLiteral("tool"),     QStringLiteral("usbkey"),  QStringLiteral("compliance"),
        QStringLiteral("contact"),  QStringLiteral("company"), QStringLiteral("tag"),
        QStringLiteral("account"),  QStringLiteral("order"),   QStringLiteral("operator"),
        QStringLiteral("role"),     QStringLiteral("policy"),  QStringLiteral("notify"),
        QStringLiteral("agent"),    QStringLiteral("serve")};
    return nouns;
}

const QStringList &laterVerbs()
{
    static const QStringList list{
        QStringLiteral("store import-xca"), QStringLiteral("ca reset"),
        QStringLiteral("cert apply"),       QStringLiteral("cert verify"),
        QStringLiteral("cert submit"),      QStringLiteral("cert cancel"),
        QStringLiteral("cert modify"),      QStringLiteral("cert renew"),
        QStringLiteral("cert revoke"),      QStringLiteral("audit export")};
    return list;
}

void writeTo(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString usageLine(const Verb &verb)
{
    QString line = QStringLiteral("casctl %1 %2").arg(verb.noun, verb.name);
    if (!verb.arguments.isEmpty())
        line += u' ' + verb.arguments;
    for (const OptionSpec &option : verb.options) {
        QString text = QStringLiteral("--") + option.name;
        if (!option.value.isEmpty())
            text += u' ' + option.value;
        line += u' ' + (option.required ? text : u'[' + text + u']');
    }
    return line;
}

QString helpText(const QString &noun, const QString &verbName)
{
    QString text = QStringLiteral(
        "casctl [--store PATH|URL] [--passphrase-file F | --passphrase-fd N] [--operator NAME]\n"
        "       [--json] [--quiet] [--yes] NOUN VERB [...]\n\n");
    for (const Verb &verb : verbs()) {
        if (!noun.isEmpty() && verb.noun != noun)
            continue;
        if (!verbName.isEmpty() && verb.name != verbName)
            continue;
        if (verbName.isEmpty()) {
            text += QStringLiteral("  %1\n").arg(
                QStringLiteral("%1 %2").arg(verb.noun, verb.name).leftJustified(22) + verb.help);
            continue;
        }
        text += usageLine(verb) + QStringLiteral("\n\n") + verb.help + QStringLiteral("\n");
        for (const OptionSpec &option : verb.options)
            text += QStringLiteral("  %1\n").arg(
                QStringLiteral("--%1 %2").arg(option.name, option.value).leftJustified(28)
                + option.help);
    }
    return text;
}

int report(const Error &error, bool json)
{
    if (json) {
        const QJsonObject body{{QStringLiteral("error"), errorJson(error)}};
        writeTo(stdout,
                QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)) + u'\n');
    } else {
        writeTo(stderr, QStringLiteral("casctl: %1\n").arg(errorText(error)));
    }
    return exitStatus(error.code);
}

/// Whether an option --passphrase-file that stands behind these words is the verb's own (cli.md).
bool ownsPassphraseFile(const QStringList &words)
{
    return words.value(0) == QStringLiteral("cert") && words.value(1) == QStringLiteral("import");
}

/// Takes the global options out of the words, wherever they stand before `--`.
Result<GlobalOptions> takeGlobals(QStringList &words)
{
    GlobalOptions globals;
    globals.store = qEnvironmentVariable("CAS_STORE");
    globals.passphraseFile = qEnvironmentVariable("CAS_PASSPHRASE_FILE");
    QStringList rest;
    for (qsizetype i = 0; i < words.size(); ++i) {
        QString word = words.at(i);
        if (word == QStringLiteral("--")) {
            rest += words.mid(i);
            break;
        }
        QString inlineValue;
        bool hasInline = false;
        const qsizetype equals = word.indexOf(u'=');
        if (word.startsWith(QStringLiteral("--")) && equals > 0) {
            inlineValue = word.mid(equals + 1);
            word = word.left(equals);
            hasInline = true;
        }
        const auto value = [&]() -> Result<QString> {
            if (hasInline)
                return inlineValue;
            if (i + 1 >= words.size())
                return fail(ErrorCode::Usage, word.mid(2),
                            {QStringLiteral("%1 needs a value").arg(word)});
            return words.at(++i);
        };
        if (word == QStringLiteral("--json")) {
            globals.json = true;
        } else if (word == QStringLiteral("--quiet")) {
            globals.quiet = true;
        } else if (word == QStringLiteral("--yes")) {
            globals.yes = true;
        } else if (word == QStringLiteral("--progress")) {
            globals.progress = true;
        } else if (word == QStringLiteral("--store")) {
            CAS_TRY(globals.store, value());
        } else if (word == QStringLiteral("--passphrase-file") && ownsPassphraseFile(rest)) {
            // The verb's own; it opens the store as well where nothing else does.
            CAS_TRY(const QString file, value());
            if (globals.passphraseFile.isEmpty())
                globals.passphraseFile = file;
            rest += {word, file};
        } else if (word == QStringLiteral("--passphrase-file")) {
            CAS_TRY(globals.passphraseFile, value());
        } else if (word == QStringLiteral("--operator")) {
            CAS_TRY(globals.operatorName, value());
        } else if (word == QStringLiteral("--passphrase-fd")) {
            CAS_TRY(const QString text, value());
            bool ok = false;
            globals.passphraseFd = text.toInt(&ok);
            if (!ok || *globals.passphraseFd < 0)
                return fail(ErrorCode::Usage, QStringLiteral("passphrase-fd"),
                            {QStringLiteral("--passphrase-fd needs a number")});
        } else {
            rest.append(words.at(i));
        }
    }
    words = rest;
    return globals;
}

int run(QStringList words)
{
    const bool json = words.contains(QStringLiteral("--json"));
    auto globals = takeGlobals(words);
    if (!globals)
        return report(globals.error(), json);
    if (words.value(0) == QStringLiteral("--version")) {
        writeTo(stdout, QStringLiteral("casctl " CAS_VERSION "\n"));
        return 0;
    }
    if (words.isEmpty() || words.value(0) == QStringLiteral("help")
        || words.value(0) == QStringLiteral("--help")) {
        writeTo(stdout, helpText(words.value(1), words.value(2)));
        return words.isEmpty() ? 2 : 0;
    }

    if (words.value(0) == QStringLiteral("completion")) {
        const QString script = completionScript(words.value(1));
        if (script.isEmpty())
            return report(fail(ErrorCode::Usage, QStringLiteral("completion"),
                               {QStringLiteral("casctl completion bash|zsh")}),
                          globals->json);
        writeTo(stdout, script);
        return 0;
    }
    if (words == QStringList{QStringLiteral("manual-page")}) { // for the build
        writeTo(stdout, manualPage());
        return 0;
    }

    const QString noun = words.value(0);
    const QString name = words.value(1);
    for (const Verb &verb : verbs()) {
        if (verb.noun != noun || verb.name != name)
            continue;
        if (words.contains(QStringLiteral("--help"))) {
            writeTo(stdout, helpText(noun, name));
            return 0;
        }
        const auto arguments =
            Arguments::parse(words.mid(2), verb.options, verb.leastWords, verb.mostWords);
        if (!arguments)
            return report(arguments.error(), globals->json);
        Session session(std::move(*globals));
        const auto reply = verb.run(session, *arguments);
        if (!reply)
            return report(reply.error(), session.options().json);
        if (!reply->notice.isEmpty())
            writeTo(stderr, QStringLiteral("casctl: %1\n").arg(reply->notice));
        if (reply->written)
            return reply->exitStatus;
        if (session.options().json)
            writeTo(stdout,
                    QString::fromUtf8(QJsonDocument(reply->json).toJson(QJsonDocument::Compact))
                        + u'\n');
        else if (!session.options().quiet)
            writeTo(stdout, reply->text);
        return reply->exitStatus;
    }
    if (laterNouns().contains(noun) || laterVerbs().contains(noun + u' ' + name))
        return report(fail(ErrorCode::NotInThisVersion, {}, {noun + u' ' + name}), globals->json);
    return report(fail(ErrorCode::Usage, {},
                       {QStringLiteral("no such command: %1 %2; see casctl help").arg(noun, name)}),
                  globals->json);
}

} // namespace
} // namespace cas::cli

int main(int argc, char **argv)
{
    if (!cas::crypto::wipeFreedMemory())
        qWarning("freed memory of OpenSSL is not overwritten");
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cas-console"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CAS_VERSION));
    return cas::cli::run(QCoreApplication::arguments().mid(1));
}
