// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/subject_alt_name.h"

#include <QList>

#include <optional>

namespace cas::ui {

/// The rules of the list "Subject Alternative Name": at most ten checked names, none twice, and for
/// a server the common name as the first of them, by itself, where there is room.
/// @thread any; one object belongs to one thread
class SanList
{
public:
    static constexpr int kMost = 10;

    /// Adds what was typed: one name, or several divided by commas, blanks or line ends. All or
    /// nothing.
    /// @param type nothing: guessed from the text
    /// @errors SanDnsInvalid, SanIpInvalid, SanEmailInvalid, SanUriInvalid (arg text);
    ///         InputDuplicate(arg name); TooManySans(arg 10); InputMissing: nothing typed.
    ///         Field `san` always
    Result<> add(const QString &text, std::optional<crypto::SanType> type = {});
    void removeAt(qsizetype index);
    void clear() { m_names.clear(); }
    /// Replaces everything (from a request); what does not fit in is left out.
    void set(const QList<crypto::SubjectAltName> &names);

    /// The common name as typed; empty where it is not a name (client certificates).
    void setCommonName(const QString &text) { m_commonName = text.trimmed(); }
    /// The common name as the service will add it in front: nothing when it is not a domain name
    /// or address, stands in the list already, or has no room.
    [[nodiscard]] std::optional<crypto::SubjectAltName> own() const;

    [[nodiscard]] const QList<crypto::SubjectAltName> &names() const { return m_names; }
    /// How many the certificate will carry, own() included.
    [[nodiscard]] int count() const { return int(m_names.size()) + (own() ? 1 : 0); }

private:
    QList<crypto::SubjectAltName> m_names;
    QString m_commonName;
};

/// "DNS", "IP", "E-mail", "URI": not translated, they are what certificates call them.
QString sanTypeLabel(crypto::SanType type);

} // namespace cas::ui
