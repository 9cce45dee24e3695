// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/issue_service.h"
#include "core/accounts/account_store.h"
#include "core/certificates/certificate_store.h"
#include "core/certificates/key_store.h"
#include "core/crypto/certificate_request.h"
#include "core/privateca/ca_rules.h"
#include "core/privateca/ca_store.h"
#include "core/privateca/issue_operation.h"
#include "core/privateca/quota.h"
#include "core/privateca/signing_ca.h"

namespace cas::privateca {

namespace key_store = certificates::key_store;
namespace certificate_store = certificates::certificate_store;

Result<IssuedCertificate> IssueService::issue(const IssueCommand &command,
                                              const std::atomic<bool> *cancel)
{
    const audit::Operation operation = issueOperation(command);
    CAS_TRY(const auto sealer, m_operations.begin(operation));

    struct Prepared
    {
        SigningCa issuing;
        crypto::Certificate certificate;
        std::optional<key_store::NewKey> key;
    };
    const auto prepare = [&]() -> Result<Prepared> {
        const QDateTime now = m_clock.now();
        Prepared prepared;
        CAS_TRY(prepared.issuing, m_operations.store().read<SigningCa>([&](store::Reader &reader) {
            return signingCa(reader, *sealer, command.ca, now);
        }));
        crypto::PublicKey publicKey;
        if (!command.request.isEmpty()) {
            auto request = crypto::CertificateRequest::read(command.request);
            if (!request) {
                request.error().field = QStringLiteral("csr");
                return request.error();
            }
            publicKey = request->publicKey();
        } else {
            // The rules come before the key: RSA takes its time. The CA's own key stands in.
            CAS_TRY_VOID(rules::checkFamily(prepared.issuing.key.publicKey().algorithm(),
                                            command.algorithm));
            CAS_TRY_VOID(leafFields(command, prepared.issuing.ca, prepared.issuing.issuers,
                                    prepared.issuing.key.publicKey(), now));
            CAS_TRY(const auto key, crypto::PrivateKey::generate(command.algorithm, cancel));
            CAS_TRY(prepared.key, key_store::prepare(key));
            publicKey = key.publicKey();
        }
        CAS_TRY(const auto fields,
                leafFields(command, prepared.issuing.ca, prepared.issuing.issuers, publicKey, now));
        CAS_TRY(const QByteArray der, crypto::buildCertificate(fields, prepared.issuing.key));
        CAS_TRY(prepared.certificate, crypto::Certificate::fromDer(der));
        // Never hand out what we would not accept ourselves.
        CAS_TRY(const auto issuerKey, prepared.issuing.issuers.constFirst().publicKey());
        CAS_TRY_VOID(prepared.certificate.verifySignature(issuerKey));
        return prepared;
    };
    auto prepared = prepare();
    if (!prepared) {
        m_operations.refused(operation, prepared.error());
        return prepared.error();
    }

    return m_operations.commit<IssuedCertificate>(
        operation, *sealer, [&](audit::OperationScope &scope) -> Result<IssuedCertificate> {
            CAS_TRY(const Ca ca, mayStillSign(scope.tx, scope.sealer, command.ca, scope.tx.now()));
            CAS_TRY(const auto account, accounts::account_store::trusted(scope.tx, scope.sealer));
            if (prepared->key)
                CAS_TRY_VOID(key_store::insert(scope, *prepared->key));
            const crypto::Certificate &certificate = prepared->certificate;
            CAS_TRY(const CertificateId id,
                    certificate_store::insert(scope, {certificate,
                                                      QStringLiteral("ISSUED"),
                                                      leafTypeId(command.type),
                                                      ca.name,
                                                      {},
                                                      ca.certificate}));
            CAS_TRY_VOID(ca_store::insertIssuance(scope, ca.id, id, certificate.serial()));
            CAS_TRY_VOID(quota::consume(scope, account, ca, id,
                                        certificate.notBefore().secsTo(certificate.notAfter())));
            scope.made(id.toString());
            scope.tx.touch(QStringLiteral("ca"));
            CAS_TRY(const Ca after, ca_store::byId(scope.tx, ca.id, scope.tx.now()));
            return IssuedCertificate{id, certificate, ca.name, prepared->issuing.issuers,
                                     after.restCount};
        });
}

Job<IssuedCertificate> IssueService::issueJob(const IssueCommand &command)
{
    return m_executors.cpu.start<IssuedCertificate>(
        {}, [=, this](JobContext &job) { return issue(command, &job.cancelFlag()); });
}

} // namespace cas::privateca
