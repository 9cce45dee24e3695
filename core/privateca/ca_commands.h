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
    int months = 12; // of service bought, metered stores: 1-36
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
};

/// A CA made elsewhere: its certificate (PEM, DER or P7B; issuers may follow) and private key.
struct ImportCaCommand
{
    QString name;
    QByteArray certificateFile;
    QByteArray keyFile;
    SecretBytes keyPassphrase;
    Publication publication;
};

} // namespace cas::privateca
