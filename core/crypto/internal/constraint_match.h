// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/subject_alt_name.h"

#include <QByteArray>

namespace cas::crypto {

/// Whether a constraint's text says something that names can be held against: a host or a domain
/// for DNS and URI, an address, host or domain for e-mail, CIDR for IP. What fails here (a
/// wildcard, a trailing dot, an empty label) would match no name and so exclude nothing.
/// @source RFC 5280 §4.2.1.10
bool isConstraintText(SanType type, const QString &text);

/// In doubt a permitted subtree covers less and an excluded one more.
enum class Subtree { Permitted, Excluded };

/// Whether a subtree covers the name; `constraint` is a constraint text.
bool subtreeCovers(Subtree kind, SanType type, const QString &name, const QString &constraint);
/// Whether `baseDer` is a beginning of `nameDer`, both DER Names; values are compared without
/// regard to case and repeated blanks (RFC 5280 §7.1).
bool directoryCovers(const QByteArray &baseDer, const QByteArray &nameDer);
/// Whether all of it can be read as RDNs; the empty name can.
bool isReadableName(const QByteArray &nameDer);

/// The host of a URI in A-labels without a trailing dot; empty when it has none or an address,
/// which RFC 5280 refuses under any URI constraint.
QString constrainedHost(const QString &uri);

} // namespace cas::crypto
