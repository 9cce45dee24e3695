// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_bytes.h"
#include "core/crypto/certificate_fields.h"
#include "core/privateca/ca.h"

namespace cas::privateca {

/// Where a CA's revocation list and certificate can be fetched; written into what it issues.
/// Empty URLs are left out. Only http: fetching https would need the chain it should prove.
struct Publication
{
    bool crlEnabled = true;
    int crlDays = 30; // 1-365
    QString crlUrl;
    QString issuerUrl;
    QString ocspUrl;
};

/// What the Enable form of a root CA collects. Text is as typed; the service checks.
struct CreateRootCommand
{
    QString name; // alias, 1-64; empty: the common name
    crypto::DistinguishedName subject;
    crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::EcP256;
    int years = 10; // 1-30
    Publication publication;
    /// The bought root that this enables. Null: a new one; a metered store buys it in passing,
    /// together with a subordinate that waits for Enable.
    CaId pending;
    int months = 12; // of service bought in passing: 1-36
};

struct CreateSubCommand
{
    CaId parent;
    QString name;
    crypto::DistinguishedName subject;
    crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::EcP256;
    int years = 5;
    int pathLength = 0; // subordinate CAs allowed below it, 0-10
    std::optional<crypto::NameConstraints> nameConstraints;
    Publication publication;
    /// The bought subordinate that this enables. Null: a new one; a metered store takes one of the
    /// parent's that waits for Enable, else buys it in passing.
    CaId pending;
    int months = 12; // of service bought in passing: 1-36
};

/// Buying in a metered store, before Enable (operation 32).
struct PurchaseCaCommand
{
    QString name; // until it is enabled; 1-64, for a subordinate also empty
    CaId parent; // null: a root with one subordinate; else one more subordinate of this CA
    int months = 12; // of service, 1-36
};

/// A CA made elsewhere: its certificate (PEM, DER or P7B; issuers may follow) and private key, or
/// one PKCS#12 file that holds both.
struct ImportCaCommand
{
    QString name;
    QByteArray certificateFile;
    QByteArray keyFile; // empty beside PKCS#12
    SecretBytes keyPassphrase; // of the key, or of the PKCS#12 file
    Publication publication;
};

} // namespace cas::privateca
