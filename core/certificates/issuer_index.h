// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/row_sealer.h"
#include "core/certificates/certificate_row.h"

#include <QMultiHash>

#include <memory>
#include <shared_mutex>

namespace cas::certificates {

/// The CA certificates of the inventory by their names, to find who signed a certificate. Names and
/// key identifiers only choose candidates; a signature decides.
/// @thread any
class IssuerIndex
{
public:
    /// One that is held.
    struct Issuer
    {
        CertificateId id;
        QString brand; // what certificates below it bear as their brand
        crypto::Certificate certificate;
        crypto::PublicKey key;
    };

    /// @errors those of the reader
    Result<> load(store::Reader &reader, const RowSealer &sealer);
    /// @param brand empty: the common name
    void add(CertificateId id, const crypto::Certificate &certificate, const QString &brand);
    /// Null where nobody here signed it, or it signed itself.
    [[nodiscard]] std::shared_ptr<const Issuer> issuerOf(const crypto::Certificate &below) const;

    /// Whether `issuer` signed `below`.
    static bool signedBy(const crypto::Certificate &below, const Issuer &issuer);

private:
    mutable std::shared_mutex m_mutex;
    QMultiHash<QByteArray, std::shared_ptr<const Issuer>> m_byName; // DER of the subject
};

/// What stands as a certificate's brand where its issuer is not a CA of this store.
QString issuerLabel(const crypto::Certificate &certificate);
/// The same of what `certificate` signs.
QString subjectLabel(const crypto::Certificate &certificate);

} // namespace cas::certificates
