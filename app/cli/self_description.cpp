// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/self_description.h"
#include "app/cli/invocation.h"

#include <QMap>

namespace cas::cli {

namespace {

struct GlobalOption
{
    const char *name;
    const char *value;
    const char *help;
};
constexpr GlobalOption kGlobals[] = {
    {"store", "PATH", "the store's file, or sqlite:PATH"},
    {"passphrase-file", "F",
     "a file with the passphrase; one line end behind it is not part of it"},
    {"passphrase-fd", "N", "a file descriptor with the passphrase"},
    {"operator", "NAME", "who the log names; the user of this computer where it is not given"},
    {"json", "", "one JSON document as the answer"},
    {"quiet", "", "nothing but the answer"},
    {"yes", "", "agree to what is asked"},
    {"progress", "", "show progress also where the error stream is no terminal"},
};

/// What a placeholder stands for, as words to offer; "<files>" and "<folders>" for names of files.
QString wordsFor(const QString &placeholder)
{
    static const QMap<QString, QString> known{
        {QStringLiteral("F"), QStringLiteral("<files>")},
        {QStringLiteral("FILE"), QStringLiteral("<files>")},
        {QStringLiteral("PATH"), QStringLiteral("<files>")},
        {QStringLiteral("DIR"), QStringLiteral("<folders>")},
        {QStringLiteral("ALG"), QStringLiteral("rsa-2048 rsa-3072 rsa-4096 ec-p256 ec-p384 ec-p521 "
                                               "ed25519 sm2")},
        {QStringLiteral("S"), QStringLiteral("Issued About-To-Expire Expired Revoked")},
        {QStringLiteral("COLUMN[:desc]"),
         QStringLiteral("created name not_before not_after key_algorithm brand type")},
        {QStringLiteral("R"),
         QStringLiteral("unspecified keyCompromise affiliationChanged superseded "
                        "cessationOfOperation privilegeWithdrawn")},
    };
    if (known.contains(placeholder))
        return known.value(placeholder);
    const bool choice = placeholder.contains(u'|') && !placeholder.contains(u' ');
    return choice ? QString(placeholder).replace(u'|', u' ') : QString();
}

/// The lines of a `case` that tell the words behind an option.
QString optionCases()
{
    QString cases;
    const auto add = [&cases](const QString &pattern, const QString &placeholder) {
        const QString words = wordsFor(placeholder);
        if (!words.isEmpty())
            cases += QStringLiteral("        %1) words='%2' ;;\n").arg(pattern, words);
    };
    for (const Verb &verb : verbs()) {
        for (const OptionSpec &option : verb.options)
            add(QStringLiteral("'%1 %2 --%3'").arg(verb.noun, verb.name, option.name),
                option.value);
    }
    for (const GlobalOption &option : kGlobals)
        add(QStringLiteral("*' --%1'").arg(QLatin1StringView(option.name)),
            QString::fromLatin1(option.value));
    return cases;
}

QString verbCases()
{
    QString cases;
    for (const Verb &verb : verbs()) {
        QStringList options;
        for (const OptionSpec &option : verb.options)
            options.append(QStringLiteral("--") + option.name);
        const bool files = verb.arguments.contains(QStringLiteral("FILE"));
        cases += QStringLiteral("        '%1 %2') options='%3' files=%4 ;;\n")
                     .arg(verb.noun, verb.name, options.join(u' '))
                     .arg(files ? 1 : 0);
    }
    return cases;
}

QString nounCases()
{
    QMap<QString, QStringList> byNoun;
    for (const Verb &verb : verbs())
        byNoun[verb.noun].append(verb.name);
    QString cases;
    for (auto it = byNoun.cbegin(); it != byNoun.cend(); ++it)
        cases += QStringLiteral("        %1) words='%2' ;;\n").arg(it.key(), it.value().join(u' '));
    return cases;
}

QString nouns()
{
    QStringList list{QStringLiteral("help"), QStringLiteral("completion")};
    for (const Verb &verb : verbs()) {
        if (!list.contains(verb.noun))
            list.append(verb.noun);
    }
    return list.join(u' ');
}

QString globalOptions(bool withValue)
{
    QStringList list;
    for (const GlobalOption &option : kGlobals) {
        if (!withValue || *option.value)
            list.append(QStringLiteral("--") + QLatin1StringView(option.name));
    }
    return list.join(withValue ? u'|' : u' ');
}

QString bashFunction()
{
    return QStringLiteral(R"(_casctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local noun= verb= words= options= files=0 i word
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        case "$word" in
        %1) ((++i)) ;;
        -*) ;;
        *) if [ -z "$noun" ]; then noun=$word; elif [ -z "$verb" ]; then verb=$word; fi ;;
        esac
    done
    COMPREPLY=()
    case "$prev" in
    --*)
        case "$noun $verb $prev" in
%2        esac
        ;;
    esac
    case "$words" in
    '<files>') local IFS=$'\n'; compopt -o filenames; COMPREPLY=($(compgen -f -- "$cur")); return ;;
    '<folders>') local IFS=$'\n'; compopt -o filenames; COMPREPLY=($(compgen -d -- "$cur")); return ;;
    ?*) COMPREPLY=($(compgen -W "$words" -- "$cur")); return ;;
    esac
    if [ -z "$noun" ]; then
        words='%3'
        [[ $cur == -* ]] && words='%4'
    elif [ "$noun" = completion ]; then
        words='bash zsh'
    elif [ "$noun" = help ] && [ -z "$verb" ]; then
        words='%3'
    elif [ -z "$verb" ]; then
        case "$noun" in
%5        esac
    else
        case "$noun $verb" in
%6        esac
        if [[ $cur == -* ]]; then
            words="$options %4"
        elif [ "$files" = 1 ]; then
            local IFS=$'\n'
            compopt -o filenames
            COMPREPLY=($(compgen -f -- "$cur"))
            return
        fi
    fi
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
)")
        .arg(globalOptions(true), optionCases(), nouns(), globalOptions(false), nounCases(),
             verbCases());
}

/// Text of ours in man(7): a leading dot or quote, and backslashes and hyphens, are markup.
QString man(QString text)
{
    text.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    return text.startsWith(u'.') || text.startsWith(u'\'') ? QStringLiteral("\\&") + text : text;
}

QString manOption(const QString &name, const QString &value, const QString &help)
{
    QString line = QStringLiteral(".TP\n\\fB\\-\\-%1\\fR").arg(man(name));
    if (!value.isEmpty())
        line += QStringLiteral(" \\fI%1\\fR").arg(man(value));
    return line + u'\n' + (help.isEmpty() ? QStringLiteral("\\&") : man(help)) + u'\n';
}

QString manVerb(const Verb &verb)
{
    QString text =
        QStringLiteral(".SS casctl %1 %2 %3\n").arg(verb.noun, verb.name, man(verb.arguments));
    text += man(verb.help.left(1).toUpper() + verb.help.mid(1)) + QStringLiteral(".\n");
    for (const OptionSpec &option : verb.options)
        text += manOption(option.name, option.value,
                          option.required && !option.help.isEmpty()
                              ? option.help + QStringLiteral(" (needed)")
                          : option.required ? QStringLiteral("(needed)")
                                            : option.help);
    return text;
}

} // namespace

QString completionScript(const QString &shell)
{
    const QString note = QStringLiteral("# Made by `casctl completion %1`.\n").arg(shell);
    if (shell == QStringLiteral("bash"))
        return note + bashFunction() + QStringLiteral("complete -F _casctl casctl\n");
    if (shell == QStringLiteral("zsh")) {
        QString function = bashFunction();
        function.replace(QStringLiteral("_casctl()"), QStringLiteral("_casctl_words()"));
        // zsh runs functions that were written for bash, but it has no compopt.
        function.replace(QStringLiteral("compopt -o filenames; "), QString())
            .replace(QStringLiteral("            compopt -o filenames\n"), QString());
        return QStringLiteral("#compdef casctl\n") + note
               + QStringLiteral("autoload -U +X bashcompinit && bashcompinit\n") + function
               + QStringLiteral("_bash_complete -o default -F _casctl_words\n");
    }
    return {};
}

QString manualPage()
{
    QString page = QStringLiteral(".\\\" Made by casctl itself, from its table of verbs.\n"
                                  ".TH CASCTL 1 \"\" \"CAS Console %1\" \"User Commands\"\n")
                       .arg(QStringLiteral(CAS_VERSION));
    page += QStringLiteral(".SH NAME\ncasctl \\- certificates, private CAs and their store, by "
                           "command line\n"
                           ".SH SYNOPSIS\n.B casctl\n[\\fB\\-\\-store\\fR \\fIPATH\\fR] "
                           "[\\fB\\-\\-passphrase\\-file\\fR \\fIF\\fR] [\\fIOPTIONS\\fR] "
                           "\\fINOUN VERB\\fR ...\n.br\n.B casctl help\n[\\fINOUN\\fR "
                           "[\\fIVERB\\fR]]\n"
                           ".SH DESCRIPTION\nDoes what the window of\n.BR cas\\-console (1)\ndoes, "
                           "for scripts, bulk work and the offline station. A passphrase never "
                           "stands on the command line: it comes from a file, a file descriptor, "
                           "the desktop's keychain or the terminal.\n.SH OPTIONS\n");
    for (const GlobalOption &option : kGlobals)
        page += manOption(QString::fromLatin1(option.name), QString::fromLatin1(option.value),
                          QString::fromLatin1(option.help));
    page += QStringLiteral(".SH VERBS\n");
    for (const Verb &verb : verbs())
        page += manVerb(verb);
    page += QStringLiteral(".SS casctl completion bash|zsh\nPrints a completion script for the "
                           "shell.\n"
                           ".SH EXIT STATUS\n"
                           ".TP\n0\ndone\n.TP\n1\nfailed\n.TP\n2\nusage\n.TP\n3\ninput refused\n"
                           ".TP\n4\nlocked or not permitted\n.TP\n5\nnot found\n.TP\n6\nthe state "
                           "does not allow it\n.TP\n7\nthe other side failed\n"
                           ".SH ENVIRONMENT\n.TP\nCAS_STORE\nthe store, where \\fB\\-\\-store\\fR "
                           "is not given\n.TP\nCAS_PASSPHRASE_FILE\nas "
                           "\\fB\\-\\-passphrase\\-file\\fR\n"
                           ".SH EXAMPLES\n.nf\ncasctl \\-\\-store pki.cas store init\n"
                           "casctl \\-\\-store pki.cas ca create\\-root \\-\\-name Root "
                           "\\-\\-subject \"CN=Root,O=Example\" \\-\\-years 20\n"
                           "casctl \\-\\-store pki.cas cert import bundle.pem\n"
                           "casctl \\-\\-store pki.cas \\-\\-json cert list \\-\\-status "
                           "About\\-To\\-Expire\n.fi\n.SH SEE ALSO\n.BR cas\\-console (1)\n");
    return page;
}

} // namespace cas::cli
