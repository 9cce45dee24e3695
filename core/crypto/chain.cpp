// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/chain.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/openssl_error.h"
#include "core/crypto/internal/openssl_ptr.h"

#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <algorithm>

namespace cas::crypto {

namespace {

constexpr int kAuthLevel = 2;

struct FreeCertificates
{
    void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using CertificatesPtr = std::unique_ptr<STACK_OF(X509), FreeCertificates>;

QByteArray derOf(const X509 *certificate)
{
    unsigned char *raw = nullptr;
    const int size = i2d_X509(certificate, &raw);
    if (size <= 0)
        return {};
    const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
    return QByteArray(reinterpret_cast<const char *>(raw), size);
}

X509Ptr parseForChain(const QByteArray &der)
{
    const unsigned char *cursor = rawData(der);
    X509Ptr certificate(d2i_X509(nullptr, &cursor, static_cast<long>(der.size())));
    // The ID is not in the file and must be set after every parse (crypto-notes §1.2).
    if (certificate && X509_get_signature_nid(certificate.get()) == NID_SM2_with_SM3) {
        ASN1_OCTET_STRING *id = ASN1_OCTET_STRING_new();
        if (id && ASN1_OCTET_STRING_set(id, kSm2Id, static_cast<int>(kSm2IdBytes)) == 1)
            X509_set0_distinguishing_id(certificate.get(), id); // takes ownership
        else
            ASN1_OCTET_STRING_free(id);
    }
    return certificate;
}

ChainProblem problemOf(int error)
{
    switch (error) {
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
        return ChainProblem::NoIssuerFound;
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_CERT_UNTRUSTED:
    case X509_V_ERR_CERT_REJECTED:
        return ChainProblem::UntrustedRoot;
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
    case X509_V_ERR_UNABLE_TO_DECRYPT_CERT_SIGNATURE:
    case X509_V_ERR_CRL_SIGNATURE_FAILURE:
        return ChainProblem::SignatureInvalid;
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return ChainProblem::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return ChainProblem::NotYetValid;
    case X509_V_ERR_CERT_REVOKED:
        return ChainProblem::Revoked;
    case X509_V_ERR_UNABLE_TO_GET_CRL:
    case X509_V_ERR_UNABLE_TO_GET_CRL_ISSUER:
    case X509_V_ERR_DIFFERENT_CRL_SCOPE:
        return ChainProblem::CrlMissing;
    case X509_V_ERR_CRL_HAS_EXPIRED:
    case X509_V_ERR_CRL_NOT_YET_VALID:
        return ChainProblem::CrlExpired;
    case X509_V_ERR_INVALID_CA:
    case X509_V_ERR_INVALID_NON_CA:
        return ChainProblem::NotACa;
    case X509_V_ERR_KEYUSAGE_NO_CERTSIGN:
    case X509_V_ERR_KEYUSAGE_NO_CRL_SIGN:
    case X509_V_ERR_KEYUSAGE_NO_DIGITAL_SIGNATURE:
        return ChainProblem::KeyUsageForbidsSigning;
    case X509_V_ERR_PATH_LENGTH_EXCEEDED:
        return ChainProblem::PathLengthExceeded;
    case X509_V_ERR_PERMITTED_VIOLATION:
    case X509_V_ERR_EXCLUDED_VIOLATION:
    case X509_V_ERR_SUBTREE_MINMAX:
    case X509_V_ERR_UNSUPPORTED_CONSTRAINT_TYPE:
        return ChainProblem::NameConstraintViolated;
    case X509_V_ERR_INVALID_PURPOSE:
        return ChainProblem::PurposeNotAllowed;
    case X509_V_ERR_EE_KEY_TOO_SMALL:
    case X509_V_ERR_CA_KEY_TOO_SMALL:
        return ChainProblem::WeakKey;
    case X509_V_ERR_CA_MD_TOO_WEAK:
        return ChainProblem::WeakDigest;
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION:
    case X509_V_ERR_UNHANDLED_CRITICAL_CRL_EXTENSION:
        return ChainProblem::UnhandledCriticalExtension;
    default:
        return ChainProblem::Malformed;
    }
}

/// OpenSSL has no way to give a CRL the SM2 ID; good stays good and revoked is still found when
/// only this one error is overruled (crypto-notes §1.2).
bool ownCrlSignatureHolds(X509_STORE_CTX *ctx)
{
    X509_CRL *list = X509_STORE_CTX_get0_current_crl(ctx);
    if (!list || X509_CRL_get_signature_nid(list) != NID_SM2_with_SM3)
        return false;
    unsigned char *raw = nullptr;
    const int size = i2d_X509_CRL(list, &raw);
    if (size <= 0)
        return false;
    const OpensslBuffer buffer(raw, OpensslBufferFree{static_cast<size_t>(size)});
    const auto crl = Crl::fromDer(QByteArray(reinterpret_cast<const char *>(raw), size));
    if (!crl)
        return false;
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(ctx);
    for (int i = 0; i < sk_X509_num(chain); ++i) {
        const auto candidate = Certificate::fromDer(derOf(sk_X509_value(chain, i)));
        if (!candidate || candidate->subject() != crl->issuer())
            continue;
        const auto key = candidate->publicKey();
        if (key && crl->verifySignature(*key))
            return true;
    }
    return false;
}

int collectFinding(int ok, X509_STORE_CTX *ctx)
{
    if (ok)
        return 1;
    auto *report = static_cast<ChainReport *>(X509_STORE_CTX_get_app_data(ctx));
    const int error = X509_STORE_CTX_get_error(ctx);
    if (error == X509_V_ERR_CRL_SIGNATURE_FAILURE && ownCrlSignatureHolds(ctx)) {
        X509_STORE_CTX_set_error(ctx, X509_V_OK);
        return 1;
    }
    const ChainFinding finding{problemOf(error), X509_STORE_CTX_get_error_depth(ctx),
                               QString::fromLatin1(X509_verify_cert_error_string(error))};
    const bool known = std::any_of(
        report->findings.begin(), report->findings.end(), [&finding](const ChainFinding &other) {
            return other.problem == finding.problem && other.depth == finding.depth;
        });
    if (!known)
        report->findings << finding;
    return 1; // go on and collect the rest; the report says no
}

int purposeOf(const QString &eku)
{
    if (eku == eku::serverAuth)
        return X509_PURPOSE_SSL_SERVER;
    if (eku == eku::clientAuth)
        return X509_PURPOSE_SSL_CLIENT;
    if (eku == eku::emailProtection)
        return X509_PURPOSE_SMIME_SIGN;
    if (eku == eku::timeStamping)
        return X509_PURPOSE_TIMESTAMP_SIGN;
    return 0;
}

/// Purposes OpenSSL has no name for: the leaf's EKU list decides, when it has one.
void checkPurpose(const Certificate &leaf, const QString &purpose, ChainReport &report)
{
    if (purpose.isEmpty() || purposeOf(purpose) || leaf.extendedKeyUsage().isEmpty()
        || leaf.extendedKeyUsage().contains(purpose)
        || leaf.extendedKeyUsage().contains(QStringLiteral("2.5.29.37.0")))
        return;
    report.findings << ChainFinding{ChainProblem::PurposeNotAllowed, 0,
                                    QStringLiteral("extended key usage lacks %1").arg(purpose)};
}

} // namespace

Result<ChainReport> checkChain(const QByteArray &leafDer, const ChainCheck &options)
{
    ERR_clear_error();
    ChainReport report;
    const auto leafView = Certificate::fromDer(leafDer);
    const X509Ptr leaf = parseForChain(leafDer);
    if (!leaf) {
        if (!leafView)
            return fail(ErrorCode::DerInvalid, {}, {}, leafView.error().detail);
        ERR_clear_error();
        report.chain = {leafDer};
        report.findings << ChainFinding{ChainProblem::Malformed, 0,
                                        QStringLiteral("OpenSSL cannot decode it")};
        return report;
    }
    if (!leafView)
        report.findings << ChainFinding{ChainProblem::Malformed, 0, leafView.error().detail};

    const X509StorePtr store(X509_STORE_new());
    const CertificatesPtr strangers(sk_X509_new_null());
    const X509StoreCtxPtr ctx(X509_STORE_CTX_new());
    if (!store || !strangers || !ctx)
        return failOpenssl("X509_STORE_new");
    for (const QByteArray &der : options.trustAnchors) {
        if (const X509Ptr anchor = parseForChain(der))
            X509_STORE_add_cert(store.get(), anchor.get());
    }
    for (const QByteArray &der : options.intermediates) {
        X509Ptr certificate = parseForChain(der);
        if (certificate && sk_X509_push(strangers.get(), certificate.get()) > 0)
            (void)certificate.release(); // now owned by the stack
    }
    for (const QByteArray &der : options.crls) {
        // Some releases of OpenSSL 3.0 take a delta for a complete list where they are not told to
        // look for deltas (RFC 5280 §5.2.4: it lists changes only).
        if (const auto known = Crl::fromDer(der); known && known->deltaBaseNumber())
            continue;
        const unsigned char *cursor = rawData(der);
        const X509CrlPtr crl(d2i_X509_CRL(nullptr, &cursor, static_cast<long>(der.size())));
        if (crl)
            X509_STORE_add_crl(store.get(), crl.get());
    }
    if (X509_STORE_CTX_init(ctx.get(), store.get(), leaf.get(), strangers.get()) != 1)
        return failOpenssl("X509_STORE_CTX_init");
    X509_STORE_CTX_set_app_data(ctx.get(), &report);
    X509_STORE_CTX_set_verify_cb(ctx.get(), collectFinding);
    X509_VERIFY_PARAM *param = X509_STORE_CTX_get0_param(ctx.get());
    unsigned long flags =
        X509_V_FLAG_X509_STRICT | X509_V_FLAG_CHECK_SS_SIGNATURE | X509_V_FLAG_PARTIAL_CHAIN;
    if (!options.crls.isEmpty())
        flags |= X509_V_FLAG_CRL_CHECK | X509_V_FLAG_CRL_CHECK_ALL;
    X509_VERIFY_PARAM_set_flags(param, flags);
    X509_VERIFY_PARAM_set_auth_level(param, kAuthLevel);
    const QDateTime at = options.at.isNull() ? QDateTime::currentDateTimeUtc() : options.at;
    X509_VERIFY_PARAM_set_time(param, static_cast<time_t>(at.toSecsSinceEpoch()));
    if (const int purpose = purposeOf(options.purpose))
        X509_VERIFY_PARAM_set_purpose(param, purpose);
    const int verified = X509_verify_cert(ctx.get());
    if (verified != 1 && report.findings.isEmpty())
        report.findings << ChainFinding{ChainProblem::Malformed, 0,
                                        QString::fromLatin1(X509_verify_cert_error_string(
                                            X509_STORE_CTX_get_error(ctx.get())))};
    STACK_OF(X509) *chain = X509_STORE_CTX_get0_chain(ctx.get());
    for (int i = 0; i < sk_X509_num(chain); ++i)
        report.chain << derOf(sk_X509_value(chain, i));
    if (leafView)
        checkPurpose(*leafView, options.purpose, report);
    std::stable_sort(
        report.findings.begin(), report.findings.end(),
        [](const ChainFinding &a, const ChainFinding &b) { return a.problem < b.problem; });
    ERR_clear_error();
    return report;
}

} // namespace cas::crypto
