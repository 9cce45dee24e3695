// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/subject_fields.h"

#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace cas::ui {

namespace {

struct SubjectTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::SubjectFields)
};

/// Label of an attribute.
QString subjectLabel(const QString &type)
{
    if (type == u"C")
        return SubjectTr::tr("Country");
    if (type == u"ST")
        return SubjectTr::tr("Province");
    if (type == u"L")
        return SubjectTr::tr("City");
    if (type == u"O")
        return SubjectTr::tr("Organization");
    return type == u"OU" ? SubjectTr::tr("Organizational Unit") : SubjectTr::tr("Common Name");
}

} // namespace

SubjectFields::SubjectFields(Form *form, Parts parts)
    : QObject(form)
{
    const Entry country = make(QStringLiteral("C"), QStringLiteral("country"));
    const Entry province = make(QStringLiteral("ST"), QStringLiteral("province"));
    const Entry city = make(QStringLiteral("L"), QStringLiteral("city"));
    const Entry organization = make(QStringLiteral("O"), QStringLiteral("organization"));
    const Entry unit = make(QStringLiteral("OU"), QStringLiteral("unit"));
    m_entries = {country, province, city, organization, unit};
    if (parts == Parts::All) {
        const Entry name = make(QStringLiteral("CN"), QStringLiteral("cn"));
        name.field->setRequired(true);
        form->add(name.field);
        m_entries.append(name);
    }
    form->addRow({organization.field, unit.field});
    form->addRow({city.field, province.field, country.field});
    translateTexts();
}

const SubjectFields::Entry *SubjectFields::find(const QString &type) const
{
    for (const Entry &entry : m_entries) {
        if (entry.type == type)
            return &entry;
    }
    return nullptr;
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
    for (const Entry &entry : m_entries) {
        entry.field->setLabel(subjectLabel(entry.type));
        QString hint = m_defaults.value(entry.type);
        if (hint.isEmpty() && entry.type == u"C")
            hint = SubjectTr::tr("2 letters: CN");
        entry.edit->setPlaceholderText(visibleText(hint, 60));
    }
    if (const Entry *name = find(QStringLiteral("CN")))
        name->field->setHelp(SubjectTr::tr("The name that certificates show as their issuer."));
}

void SubjectFields::setDefaults(const crypto::DistinguishedName &defaults)
{
    m_defaults = defaults;
    translateTexts();
}

QList<crypto::NameAttribute> SubjectFields::typed() const
{
    QList<crypto::NameAttribute> attributes;
    for (const Entry &entry : m_entries) {
        const QString value = entry.edit->text().trimmed();
        if (!value.isEmpty())
            attributes.append({entry.type, value});
    }
    return attributes;
}

Result<crypto::DistinguishedName> SubjectFields::subject() const
{
    auto attributes = typed();
    if (commonNameEdit() && commonName().isEmpty())
        attributes.append({QStringLiteral("CN"), QString()}); // its absence is refused by name
    auto made = crypto::DistinguishedName::create(attributes);
    if (!made)
        return placed(made.error());
    return made;
}

Error SubjectFields::placed(Error error) const
{
    const QString type = error.field == u"subject" ? error.args.value(0) : error.field;
    if (const Entry *entry = find(type))
        error.field = entry->field->name();
    return error;
}

bool SubjectFields::has(const QString &field) const
{
    for (const Entry &entry : m_entries) {
        if (entry.field->name() == field)
            return true;
    }
    return false;
}

void SubjectFields::setVisible(bool visible)
{
    for (const Entry &entry : m_entries)
        entry.field->setVisible(visible);
}

QString SubjectFields::commonName() const
{
    const QLineEdit *edit = commonNameEdit();
    return edit ? edit->text().trimmed() : QString();
}

QLineEdit *SubjectFields::commonNameEdit() const
{
    const Entry *name = find(QStringLiteral("CN"));
    return name ? name->edit : nullptr;
}

} // namespace cas::ui
