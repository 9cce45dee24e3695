// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace cas::cli {

class Session;

/// One option of a verb: `--name VALUE`, or a switch where `value` is empty.
struct OptionSpec
{
    QString name; // without dashes
    QString value; // placeholder for help, empty for a switch
    QString help;
    bool required = false;
};

/// The words after NOUN VERB, checked against the verb's options.
class Arguments
{
public:
    /// @errors Usage(args text)
    static Result<Arguments> parse(const QStringList &words, const QList<OptionSpec> &options,
                                   int leastWords, int mostWords);
    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] bool has(const QString &name) const { return m_values.contains(name); }
    [[nodiscard]] QString value(const QString &name, const QString &fallback = {}) const
    {
        return m_values.value(name, fallback);
    }
    /// @errors InputInvalid(field = name) where it is there and not a whole number
    [[nodiscard]] Result<qint64> number(const QString &name, qint64 fallback) const;

private:
    QStringList m_words;
    QHash<QString, QString> m_values;
};

/// What a verb answers: JSON for --json, text for people.
struct Reply
{
    QJsonObject json;
    QString text;
    int exitStatus = 0;
    bool written = false; // the verb wrote its answer itself, while it grew
    QString notice = {}; // for people, on the error stream, also with --json and --quiet
};

/// One verb of the grammar.
struct Verb
{
    QString noun;
    QString name;
    QString arguments; // for help: `FILE...`
    QString help;
    QList<OptionSpec> options;
    int leastWords = 0;
    int mostWords = 0; // -1: any
    std::function<Result<Reply>(Session &, const Arguments &)> run;
};

/// Every verb, in the order help shows them.
const std::vector<Verb> &verbs();

// Each file of verbs adds its own.
void addStoreVerbs(std::vector<Verb> &verbs);
void addBackupVerbs(std::vector<Verb> &verbs);
void addCaVerbs(std::vector<Verb> &verbs);
void addCaIssueVerbs(std::vector<Verb> &verbs);
void addCaBatchVerbs(std::vector<Verb> &verbs);
void addCertVerbs(std::vector<Verb> &verbs);
void addCertImportVerbs(std::vector<Verb> &verbs);
void addCertDeletedVerbs(std::vector<Verb> &verbs);
void addSettingsVerbs(std::vector<Verb> &verbs);
void addAuditVerbs(std::vector<Verb> &verbs);

} // namespace cas::cli
