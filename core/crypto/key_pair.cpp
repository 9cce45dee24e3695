// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/key_pair.h"
#include "core/crypto/internal/bytes.h"
#include "core/crypto/internal/key_encoding.h"
#include "core/crypto/internal/key_impl.h"
#include "core/crypto/internal/openssl_error.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/obj_mac.h>

namespace cas::crypto {

namespace {

using BnCtxPtr = std::unique_ptr<BN_CTX, OpensslFree<&BN_CTX_free>>;

constexpr int kLargestPoint = 133; // P-521, uncompressed

int curveNid(KeyAlgorithm algorithm)
{
    switch (algorithm) {
    case KeyAlgorithm::EcP256:
        return NID_X9_62_prime256v1;
    case KeyAlgorithm::EcP384:
        return NID_secp384r1;
    case KeyAlgorithm::EcP521:
        return NID_secp521r1;
    case KeyAlgorithm::Sm2:
        return NID_sm2;
    default:
        return NID_undef;
    }
}

/// A curve with all that making a key on it needs. Kept by each thread.
class Curve
{
public:
    explicit Curve(int nid)
        : m_group(EC_GROUP_new_by_curve_name(nid))
        , m_point(m_group ? EC_POINT_new(m_group.get()) : nullptr)
        , m_context(BN_CTX_secure_new())
        , m_range(m_group ? BN_dup(EC_GROUP_get0_order(m_group.get())) : nullptr)
    {
        m_good = m_point && m_context && m_range && BN_sub_word(m_range.get(), 2) == 1;
    }

    [[nodiscard]] Result<NewKeyPair> make(KeyAlgorithm algorithm)
    {
        // 1 to n-2: SM2 leaves out n-1 (GM/T 0003.2 clause 6.1), and no other curve misses it.
        const BnPtr scalar(BN_secure_new());
        if (!m_good || !scalar
            || BN_priv_rand_range_ex(scalar.get(), m_range.get(), 0, m_context.get()) != 1
            || BN_add_word(scalar.get(), 1) != 1)
            return failOpenssl("BN_priv_rand_range_ex");
        BN_set_flags(scalar.get(), BN_FLG_CONSTTIME);
        unsigned char point[kLargestPoint];
        size_t size = 0;
        if (EC_POINT_mul(m_group.get(), m_point.get(), scalar.get(), nullptr, nullptr,
                         m_context.get())
            == 1)
            size = EC_POINT_point2oct(m_group.get(), m_point.get(), POINT_CONVERSION_UNCOMPRESSED,
                                      point, sizeof point, m_context.get());
        if (size < 3)
            return failOpenssl("EC_POINT_mul");
        const QByteArrayView octets(point, static_cast<qsizetype>(size));
        SecretBytes secret(size / 2); // as long as a coordinate
        BN_bn2binpad(scalar.get(), secret.data(), static_cast<int>(secret.size()));
        return NewKeyPair{publicKeyOfCurve(nullptr, algorithm, curveSpki(algorithm, octets)),
                          curvePkcs8(algorithm, secret, octets)};
    }

private:
    EcGroupPtr m_group;
    EcPointPtr m_point;
    BnCtxPtr m_context;
    BnPtr m_range;
    bool m_good = false;
};

} // namespace

Result<NewKeyPair> generateKeyPair(KeyAlgorithm algorithm, const std::atomic<bool> *cancel)
{
    if (const int nid = curveNid(algorithm); nid != NID_undef) {
        ERR_clear_error();
        thread_local std::unique_ptr<Curve> curves[8];
        auto &curve = curves[static_cast<size_t>(algorithm)];
        if (!curve)
            curve = std::make_unique<Curve>(nid);
        return curve->make(algorithm);
    }
    CAS_TRY(const auto key, PrivateKey::generate(algorithm, cancel));
    CAS_TRY(SecretBytes pkcs8, key.toPkcs8());
    return NewKeyPair{key.publicKey(), std::move(pkcs8)};
}

} // namespace cas::crypto
