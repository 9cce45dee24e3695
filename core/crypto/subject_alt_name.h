// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace cas::crypto {

enum class SanType { Dns, Ip, Email, Uri };

/// One checked subject alternative name. What exists is valid and normal: DNS lower case and in
/// A-labels (IDN by UTS 46), IP canonical, e-mail with an ASCII local part, URI absolute.
class SubjectAltName
{
public:
    /// @param text without type prefix
    /// @errors SanDnsInvalid, SanIpInvalid, SanEmailInvalid, SanUriInvalid (field `san`, arg text)
    static Result<SubjectAltName> create(SanType type, const QString &text);
    /// `DNS:a`, `IP:b`, `EMAIL:c`, `URI:d` (prefix case ignored); without a prefix the type is
    /// guessed: an address, something with `://`, something with `@`, else a DNS name.
    static Result<SubjectAltName> parse(const QString &text);

    [[nodiscard]] SanType type() const noexcept { return m_type; }
    [[nodiscard]] const QString &value() const noexcept { return m_value; }
    /// `DNS:www.example.com`
    [[nodiscard]] QString toString() const;
    bool operator==(const SubjectAltName &) const = default;

private:
    SanType m_type = SanType::Dns;
    QString m_value;
};

/// A host name as a certificate may carry it: labels 1-63 of letters, digits, hyphen (not at the
/// ends), 253 in all; `*.` allowed left-most; Unicode converted to A-labels; trailing dot removed.
/// @errors SanDnsInvalid(arg text)
/// @source RFC 5280 §4.2.1.6, RFC 1034 §3.5, RFC 5890
Result<QString> normalizedDnsName(const QString &text);

/// Splits a list as typed: commas, semicolons, spaces and line ends separate.
/// @errors those of parse(), for the first bad one
Result<QList<SubjectAltName>> parseSubjectAltNames(const QString &text);

} // namespace cas::crypto
