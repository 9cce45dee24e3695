// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/invocation.h"

#include <algorithm>

namespace cas::cli {

Result<Arguments> Arguments::parse(const QStringList &words, const QList<OptionSpec> &options,
                                   int leastWords, int mostWords)
{
    Arguments arguments;
    bool onlyWords = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (onlyWords || !word.startsWith(QStringLiteral("--"))) {
            arguments.m_words.append(word);
            continue;
        }
        if (word == QStringLiteral("--")) {
            onlyWords = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto spec =
            std::find_if(options.begin(), options.end(),
                         [&](const OptionSpec &option) { return option.name == name; });
        if (spec == options.end())
            return fail(ErrorCode::Usage, name, {QStringLiteral("unknown option --%1").arg(name)});
        if (arguments.m_values.contains(name))
            return fail(ErrorCode::Usage, name, {QStringLiteral("--%1 is given twice").arg(name)});
        if (spec->value.isEmpty()) {
            arguments.m_values.insert(name, QStringLiteral("1"));
        } else if (equals >= 0) {
            arguments.m_values.insert(name, word.mid(equals + 1));
        } else if (i + 1 < words.size()) {
            arguments.m_values.insert(name, words.at(++i));
        } else {
            return fail(ErrorCode::Usage, name, {QStringLiteral("--%1 needs a value").arg(name)});
        }
    }
    for (const OptionSpec &option : options) {
        if (option.required && !arguments.m_values.contains(option.name))
            return fail(ErrorCode::Usage, option.name,
                        {QStringLiteral("--%1 %2 is missing").arg(option.name, option.value)});
    }
    const auto count = static_cast<int>(arguments.m_words.size());
    if (count < leastWords || (mostWords >= 0 && count > mostWords))
        return fail(ErrorCode::Usage, {}, {QStringLiteral("wrong number of arguments")});
    return arguments;
}

Result<qint64> Arguments::number(const QString &name, qint64 fallback) const
{
    if (!has(name))
        return fallback;
    bool ok = false;
    const qint64 number = value(name).trimmed().toLongLong(&ok);
    if (!ok)
        return fail(ErrorCode::InputInvalid, QString(name).replace(u'-', u'_'),
                    {value(name).left(80), QStringLiteral("a whole number")});
    return number;
}

const std::vector<Verb> &verbs()
{
    static const std::vector<Verb> all = [] {
        std::vector<Verb> list;
        addStoreVerbs(list);
        addBackupVerbs(list);
        addCaVerbs(list);
        addCaIssueVerbs(list);
        addCaBatchVerbs(list);
        addCertVerbs(list);
        addCertImportVerbs(list);
        addCertDeletedVerbs(list);
        addSettingsVerbs(list);
        addAuditVerbs(list);
        return list;
    }();
    return all;
}

} // namespace cas::cli
