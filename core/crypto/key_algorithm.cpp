// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/key_algorithm.h"

namespace cas::crypto {

namespace {

struct KeyAlgorithmRow
{
    KeyAlgorithm algorithm;
    const char *id;
    const char *label;
};

constexpr KeyAlgorithmRow kKeyAlgorithms[] = {
    {KeyAlgorithm::Rsa2048, "rsa-2048", "RSA 2048"},
    {KeyAlgorithm::Rsa3072, "rsa-3072", "RSA 3072"},
    {KeyAlgorithm::Rsa4096, "rsa-4096", "RSA 4096"},
    {KeyAlgorithm::EcP256, "ec-p256", "ECC P-256"},
    {KeyAlgorithm::EcP384, "ec-p384", "ECC P-384"},
    {KeyAlgorithm::EcP521, "ec-p521", "ECC P-521"},
    {KeyAlgorithm::Ed25519, "ed25519", "Ed25519"},
    {KeyAlgorithm::Sm2, "sm2", "SM2"},
};

const KeyAlgorithmRow &keyAlgorithmRow(KeyAlgorithm algorithm)
{
    return kKeyAlgorithms[static_cast<size_t>(algorithm)];
}

} // namespace

QList<KeyAlgorithm> allKeyAlgorithms()
{
    QList<KeyAlgorithm> all;
    for (const KeyAlgorithmRow &row : kKeyAlgorithms)
        all << row.algorithm;
    return all;
}

QString keyAlgorithmId(KeyAlgorithm algorithm)
{
    return QString::fromLatin1(keyAlgorithmRow(algorithm).id);
}

Result<KeyAlgorithm> parseKeyAlgorithm(const QString &id)
{
    for (const KeyAlgorithmRow &row : kKeyAlgorithms) {
        if (id.compare(QLatin1String(row.id), Qt::CaseInsensitive) == 0)
            return row.algorithm;
    }
    return fail(ErrorCode::InputInvalid, QStringLiteral("key"), {id});
}

QString keyAlgorithmLabel(KeyAlgorithm algorithm)
{
    return QString::fromLatin1(keyAlgorithmRow(algorithm).label);
}

} // namespace cas::crypto
