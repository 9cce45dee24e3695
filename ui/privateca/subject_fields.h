// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/distinguished_name.h"

#include <QObject>

class QLineEdit;

namespace cas::ui {

class Form;
class FormField;

/// The subject's fields of a CA form: Common Name, Organization, Organizational Unit, City,
/// Province, Country. Field names: `cn`, `organization`, `unit`, `city`, `province`, `country`.
/// @thread main
class SubjectFields : public QObject
{
public:
    /// Appends the fields. @param form becomes the parent
    explicit SubjectFields(Form *form);
    void translateTexts();
    /// Starts with the names of an existing CA (everything but the common name).
    void take(const crypto::DistinguishedName &subject);
    /// What was typed. @errors those of DistinguishedName::create, with `field` as named above
    [[nodiscard]] Result<crypto::DistinguishedName> subject() const;
    [[nodiscard]] QString commonName() const;

private:
    struct Entry
    {
        QString type; // attribute type
        QLineEdit *edit;
        FormField *field;
    };
    Entry make(const QString &type, const QString &name);
    [[nodiscard]] QString problem(const Entry &entry) const;

    QList<Entry> m_entries; // in the order they are written into the certificate
};

} // namespace cas::ui
