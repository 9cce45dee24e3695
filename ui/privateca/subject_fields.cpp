// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/subject_fields.h"

#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace cas::ui {

namespace {

struct SubjectTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::SubjectFields)
};

QString fieldOf(const QList<std::pair<QString, QString>> &names, const QString &type)
{
    for (const auto &[attribute, field] : names) {
        if (attribute == type)
            return field;
    }
    return type;
}

} // namespace

SubjectFields::SubjectFields(Form *form)
    : QObject(form)
{
    const Entry country = make(QStringLiteral("C"), QStringLiteral("country"));
    const Entry province = make(QStringLiteral("ST"), QStringLiteral("province"));
    const Entry city = make(QStringLiteral("L"), QStringLiteral("city"));
    const Entry organization = make(QStringLiteral("O"), QStringLiteral("organization"));
    const Entry unit = make(QStringLiteral("OU"), QStringLiteral("unit"));
    const Entry name = make(QStringLiteral("CN"), QStringLiteral("cn"));
    m_entries = {country, province, city, organization, unit, name};
    name.field->setRequired(true);
    form->add(name.field);
    form->addRow({organization.field, unit.field});
    form->addRow({city.field, province.field, country.field});
    translateTexts();
}

SubjectFields::Entry SubjectFields::make(const QString &type, const QString &name)
{
    const Entry entry{type, new QLineEdit, nullptr};
    Entry made = entry;
    made.field = new FormField(entry.edit, name);
    made.field->setValidator([this, made] { return problem(made); });
    return made;
}

QString SubjectFields::problem(const Entry &entry) const
{
    const QString value = entry.edit->text().trimmed();
    if (value.isEmpty())
        return {};
    const auto checked = crypto::DistinguishedName::create({{entry.type, value}});
    // A name without a common name is refused as a whole; here only this field counts.
    if (checked || (entry.type != u"CN" && checked.error().code == ErrorCode::CommonNameInvalid))
        return {};
    return errorSentence(checked.error());
}

void SubjectFields::translateTexts()
{
    const QString labels[] = {SubjectTr::tr("Country"),
                              SubjectTr::tr("Province"),
                              SubjectTr::tr("City"),
                              SubjectTr::tr("Organization"),
                              SubjectTr::tr("Organizational Unit"),
                              SubjectTr::tr("Common Name")};
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        m_entries.at(i).field->setLabel(labels[i]);
    m_entries.at(0).edit->setPlaceholderText(SubjectTr::tr("2 letters: CN"));
    m_entries.at(5).field->setHelp(
        SubjectTr::tr("The name that certificates show as their issuer."));
}

void SubjectFields::take(const crypto::DistinguishedName &subject)
{
    for (const Entry &entry : m_entries) {
        if (entry.type != u"CN")
            entry.edit->setText(subject.value(entry.type));
    }
}

Result<crypto::DistinguishedName> SubjectFields::subject() const
{
    QList<crypto::NameAttribute> attributes;
    QList<std::pair<QString, QString>> names;
    for (const Entry &entry : m_entries) {
        attributes.append({entry.type, entry.edit->text().trimmed()});
        names.append({entry.type, entry.field->name()});
    }
    auto made = crypto::DistinguishedName::create(attributes);
    if (!made) {
        const bool whole = made.error().field == u"subject";
        made.error().field =
            fieldOf(names, whole ? made.error().args.value(0) : made.error().field);
    }
    return made;
}

QString SubjectFields::commonName() const
{
    return m_entries.at(5).edit->text().trimmed();
}

} // namespace cas::ui
