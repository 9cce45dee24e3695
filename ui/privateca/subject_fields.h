// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/distinguished_name.h"

#include <QObject>

class QLineEdit;

namespace cas::ui {

class Form;
class FormField;

/// The subject's fields: Common Name (of a CA form only), Organization, Organizational Unit, City,
/// Province, Country. Field names: `cn`, `organization`, `unit`, `city`, `province`, `country`.
/// @thread main
class SubjectFields : public QObject
{
public:
    enum class Parts { All, WithoutCommonName };

    /// Appends the fields. @param form becomes the parent
    explicit SubjectFields(Form *form, Parts parts = Parts::All);
    void translateTexts();
    /// What was typed. @errors those of DistinguishedName::create, with `field` as named above
    [[nodiscard]] Result<crypto::DistinguishedName> subject() const;
    [[nodiscard]] QString commonName() const;
    /// Null without one.
    [[nodiscard]] QLineEdit *commonNameEdit() const;
    /// What is taken where a field stays empty, shown as its placeholder.
    void setDefaults(const crypto::DistinguishedName &defaults);
    /// What was typed and is not empty, as typed.
    [[nodiscard]] QList<crypto::NameAttribute> typed() const;
    void setVisible(bool visible);
    /// The error of a service about an attribute, at the field of that attribute.
    [[nodiscard]] Error placed(Error error) const;
    /// Whether a field of this name is among these.
    [[nodiscard]] bool has(const QString &field) const;

private:
    struct Entry
    {
        QString type; // attribute type
        QLineEdit *edit;
        FormField *field;
    };
    Entry make(const QString &type, const QString &name);
    [[nodiscard]] QString problem(const Entry &entry) const;

    [[nodiscard]] const Entry *find(const QString &type) const;

    QList<Entry> m_entries; // in the order they are written into the certificate
    crypto::DistinguishedName m_defaults;
};

} // namespace cas::ui
