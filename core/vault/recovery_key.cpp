// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/recovery_key.h"
#include "core/base/random.h"

#include <cstring>

namespace cas::vault {

namespace {

constexpr size_t kSecretSize = 25;
constexpr size_t kDigits = 40; // of 5 bits
constexpr size_t kGroup = 5;
constexpr char kAlphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

bool separates(unsigned char c)
{
    // Bytes past ASCII are what word processors make of a dash or a space.
    return c == ' ' || c == '-' || c == '_' || c == '.' || c == '\t' || c == '\n' || c == '\r'
           || c >= 0x80;
}

/// 0..31, or -1.
int digitValue(unsigned char c)
{
    if (c >= 'a' && c <= 'z')
        c = static_cast<unsigned char>(c - 'a' + 'A');
    if (c == 'O')
        c = '0';
    if (c == 'I' || c == 'L')
        c = '1';
    const char *at = c ? std::strchr(kAlphabet, c) : nullptr;
    return at ? static_cast<int>(at - kAlphabet) : -1;
}

} // namespace

SecretBytes newRecoverySecret()
{
    SystemRandom random;
    SecretBytes secret(kSecretSize);
    random.fill({secret.data(), secret.size()});
    return secret;
}

SecretBytes formatRecoveryKey(const SecretBytes &secret)
{
    SecretBytes text(kDigits + kDigits / kGroup - 1);
    size_t at = 0;
    for (size_t digit = 0; digit < kDigits; ++digit) {
        if (digit > 0 && digit % kGroup == 0)
            text.data()[at++] = '-';
        unsigned value = 0;
        for (size_t bit = digit * 5; bit < digit * 5 + 5; ++bit)
            value = value << 1 | (secret.data()[bit / 8] >> (7 - bit % 8) & 1U);
        text.data()[at++] = static_cast<unsigned char>(kAlphabet[value]);
    }
    return text;
}

Result<SecretBytes> parseRecoveryKey(const SecretBytes &text)
{
    const Error notAKey = fail(ErrorCode::WrongPassphrase, QStringLiteral("recoveryKey"));
    SecretBytes secret(kSecretSize);
    size_t digits = 0;
    for (const unsigned char c : text.span()) {
        if (separates(c))
            continue;
        const int value = digitValue(c);
        if (value < 0 || digits == kDigits)
            return notAKey;
        for (size_t i = 0; i < 5; ++i) {
            const size_t bit = digits * 5 + i;
            const unsigned set = static_cast<unsigned>(value) >> (4 - i) & 1U;
            secret.data()[bit / 8] =
                static_cast<unsigned char>(secret.data()[bit / 8] | set << (7 - bit % 8));
        }
        ++digits;
    }
    if (digits != kDigits)
        return notAKey;
    return secret;
}

} // namespace cas::vault
