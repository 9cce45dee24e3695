// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certificates/issuer_index.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/import_store.h"

#include <mutex>

namespace cas::certificates {

namespace {

QString labelOf(const crypto::DistinguishedName &name)
{
    for (const char16_t *const type : {u"CN", u"O", u"OU"}) {
        QString value = name.value(type);
        if (!value.isEmpty())
            return value;
    }
    return name.toString();
}

} // namespace

QString issuerLabel(const crypto::Certificate &certificate)
{
    return labelOf(certificate.issuer());
}

QString subjectLabel(const crypto::Certificate &certificate)
{
    return labelOf(certificate.subject());
}

Result<> IssuerIndex::load(store::Reader &reader, const RowSealer &sealer)
{
    CAS_TRY(const auto rows, import_store::caCertificates(reader));
    for (const auto &row : rows) {
        CAS_TRY(const QByteArray der, certificate_store::der(reader, sealer, row.id));
        const auto certificate = crypto::Certificate::fromDer(der);
        if (certificate)
            add(row.id, *certificate, row.caName);
    }
    return {};
}

void IssuerIndex::add(CertificateId id, const crypto::Certificate &certificate,
                      const QString &brand)
{
    auto key = certificate.publicKey();
    if (!key)
        return; // nobody can be signed by it
    const auto issuer = std::make_shared<const Issuer>(Issuer{
        id, brand.isEmpty() ? subjectLabel(certificate) : brand, certificate, std::move(*key)});
    const std::unique_lock lock(m_mutex);
    m_byName.insert(certificate.subject().der(), issuer);
}

bool IssuerIndex::signedBy(const crypto::Certificate &below, const Issuer &issuer)
{
    const QByteArray &wanted = below.authorityKeyIdentifier();
    const QByteArray &has = issuer.certificate.subjectKeyIdentifier();
    if (!wanted.isEmpty() && !has.isEmpty() && wanted != has)
        return false;
    return below.verifySignature(issuer.key).has_value();
}

std::shared_ptr<const IssuerIndex::Issuer> IssuerIndex::issuerOf(
    const crypto::Certificate &below) const
{
    QList<std::shared_ptr<const Issuer>> candidates;
    {
        const std::shared_lock lock(m_mutex);
        candidates = m_byName.values(below.issuer().der());
    }
    for (const auto &candidate : candidates) {
        if (candidate->certificate.der() != below.der() && signedBy(below, *candidate))
            return candidate;
    }
    return nullptr;
}

} // namespace cas::certificates
