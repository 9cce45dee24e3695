// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/key_sealer.h"
#include "core/vault/typed_bytes.h"

namespace cas::vault {

namespace {

constexpr char kFieldVersion = 1;
constexpr qsizetype kNonceSize = 12;
constexpr qsizetype kWrappedKeySize = 32 + 16;
constexpr qsizetype kHeadSize = 1 + kNonceSize + kWrappedKeySize + kNonceSize;
constexpr size_t kSealerKeySize = 32;

QByteArray fieldContext(QByteArrayView purpose, const RowContext &row)
{
    return TypedBytes(purpose).text(row.table).integer(row.rowId).text(row.purpose).bytes();
}

Result<QByteArray> sealedForm(const RowContext &row, const QVariantList &values)
{
    TypedBytes form("cas row seal 1");
    form.text(row.table).integer(row.rowId).integer(row.revision).text(row.purpose);
    form.integer(values.size());
    for (const QVariant &value : values)
        CAS_TRY_VOID(form.value(value));
    return form.bytes();
}

Error broken(const RowContext &row)
{
    return fail(ErrorCode::SealBroken, {},
                {QString::fromLatin1(row.table), QString::number(row.rowId)},
                QString::fromLatin1(row.purpose));
}

} // namespace

bool sameBytes(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a.at(i)) ^ static_cast<unsigned char>(b.at(i));
    return difference == 0;
}

Result<std::unique_ptr<KeySealer>> KeySealer::create(const SecretBytes &dataKey)
{
    std::unique_ptr<KeySealer> made(new KeySealer);
    CAS_TRY(made->m_sealKey, crypto::hkdfSha256(dataKey, {}, "cas row seal key 1", kSealerKeySize));
    made->m_seals = std::make_unique<const crypto::HmacSha256>(made->m_sealKey);
    CAS_TRY(made->m_fieldKey, crypto::hkdfSha256(dataKey, {}, "cas field key 1", kSealerKeySize));
    return made;
}

std::unique_ptr<KeySealer> KeySealer::clone() const
{
    std::unique_ptr<KeySealer> copy(new KeySealer);
    copy->m_sealKey = m_sealKey.clone();
    copy->m_seals = std::make_unique<const crypto::HmacSha256>(copy->m_sealKey);
    copy->m_fieldKey = m_fieldKey.clone();
    return copy;
}

QByteArray KeySealer::mac(const QByteArray &typedBytes) const
{
    return m_seals->of(typedBytes);
}

Result<QByteArray> KeySealer::seal(const RowContext &row, const QVariantList &values) const
{
    CAS_TRY(const QByteArray form, sealedForm(row, values));
    return mac(form);
}

Result<> KeySealer::verify(const RowContext &row, const QVariantList &values,
                           const QByteArray &given) const
{
    CAS_TRY(const QByteArray right, seal(row, values));
    if (!sameBytes(right, given))
        return broken(row);
    return {};
}

Result<QByteArray> KeySealer::wrap(const RowContext &row, const SecretBytes &plain) const
{
    SecretBytes recordKey(kSealerKeySize);
    m_random.fill({recordKey.data(), recordKey.size()});
    const QByteArray nonces = m_random.bytes(2 * kNonceSize);
    const QByteArrayView keyNonce = QByteArrayView(nonces).first(kNonceSize);
    const QByteArrayView dataNonce = QByteArrayView(nonces).last(kNonceSize);
    CAS_TRY(const QByteArray wrappedKey,
            crypto::aesGcmEncrypt(m_fieldKey, keyNonce, recordKey.view(),
                                  fieldContext("cas record key 1", row)));
    CAS_TRY(const QByteArray data, crypto::aesGcmEncrypt(recordKey, dataNonce, plain.view(),
                                                         fieldContext("cas field 1", row)));
    QByteArray blob;
    blob.reserve(kHeadSize + data.size());
    blob.append(kFieldVersion).append(keyNonce).append(wrappedKey).append(dataNonce).append(data);
    return blob;
}

Result<SecretBytes> KeySealer::unwrap(const RowContext &row, const QByteArray &blob) const
{
    if (blob.size() < kHeadSize || blob.at(0) != kFieldVersion)
        return broken(row);
    const QByteArrayView view(blob);
    auto recordKey = crypto::aesGcmDecrypt(m_fieldKey, view.sliced(1, kNonceSize),
                                           view.sliced(1 + kNonceSize, kWrappedKeySize),
                                           fieldContext("cas record key 1", row));
    if (!recordKey || recordKey->size() != kSealerKeySize)
        return broken(row);
    auto plain =
        crypto::aesGcmDecrypt(*recordKey, view.sliced(1 + kNonceSize + kWrappedKeySize, kNonceSize),
                              view.sliced(kHeadSize), fieldContext("cas field 1", row));
    if (!plain)
        return broken(row);
    return plain;
}

} // namespace cas::vault
