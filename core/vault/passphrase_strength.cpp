// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/common_passwords.h"
#include "core/vault/vault.h"

#include <algorithm>
#include <array>

namespace cas::vault {

namespace {

constexpr size_t kTooShort = 8; // bytes

/// What the estimate rests on. Nothing of the text itself is kept outside SecretBytes.
struct Shape
{
    double effective = 0; // characters, repeats and runs counting little
    int characters = 0;
    int cheap = 0; // those in repeats and runs
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool symbol = false;
    bool foreign = false; // past ASCII
};

void classify(unsigned char c, Shape &shape)
{
    if (c >= 'a' && c <= 'z')
        shape.lower = true;
    else if (c >= 'A' && c <= 'Z')
        shape.upper = true;
    else if (c >= '0' && c <= '9')
        shape.digit = true;
    else if (c >= 0x80)
        shape.foreign = true;
    else if (c != ' ')
        shape.symbol = true;
}

/// True where the character continues what stands before it: the same again, a step up or down as
/// the step before, or the start of the text over again.
bool continues(std::span<const unsigned char> text, size_t at)
{
    if (at < 1)
        return false;
    if (text[at] == text[at - 1])
        return true;
    if (at >= 2) {
        const int step = text[at] - text[at - 1];
        if ((step == 1 || step == -1) && text[at - 1] - text[at - 2] == step)
            return true;
    }
    for (size_t period = 2; period <= 8 && period <= at; ++period)
        if (at >= 2 * period - 1 || at >= period + 2) {
            bool same = true;
            for (size_t back = 0; back < 3 && back < period && same; ++back)
                same = at >= back + period && text[at - back] == text[at - back - period];
            if (same)
                return true;
        }
    return false;
}

Shape shapeOf(const SecretBytes &utf8)
{
    Shape shape;
    const auto text = utf8.span();
    for (size_t i = 0; i < text.size(); ++i) {
        if ((text[i] & 0xc0) == 0x80)
            continue; // inside a character of several bytes
        classify(text[i], shape);
        ++shape.characters;
        // A repeated foreign character shows in its lead byte only; its bytes repeat as a block.
        if (text[i] < 0x80 && continues(text, i)) {
            ++shape.cheap;
            shape.effective += 0.2;
        } else {
            shape.effective += 1;
        }
    }
    return shape;
}

/// People do not draw characters at random: a letter of a word is worth 2 to 3 bits, more variety a
/// little more. Far below log2 of the alphabet on purpose.
double bitsPerCharacter(const Shape &shape)
{
    if (shape.foreign)
        return 6.0;
    const bool letters = shape.lower || shape.upper;
    double bits = letters ? 3.0 : 2.8;
    if (shape.lower && shape.upper)
        bits += 0.4;
    if (letters && shape.digit)
        bits += 0.5;
    if (shape.symbol)
        bits += 0.6;
    return bits;
}

int scoreOf(double bits)
{
    constexpr std::array<double, 4> limits{22, 36, 50, 66}; // of scores 1 to 4
    return static_cast<int>(
        std::count_if(limits.begin(), limits.end(), [bits](double at) { return bits >= at; }));
}

} // namespace

PassphraseStrength passphraseStrength(const SecretBytes &utf8)
{
    if (utf8.size() < kTooShort)
        return {0, QStringLiteral("short")};
    if (isCommonPassword(utf8))
        return {0, QStringLiteral("common")};
    const Shape shape = shapeOf(utf8);
    PassphraseStrength strength;
    strength.score = scoreOf(shape.effective * bitsPerCharacter(shape));
    if (strength.score >= 3)
        return strength;
    const int classes = int(shape.lower) + int(shape.upper) + int(shape.digit) + int(shape.symbol)
                        + int(shape.foreign);
    if (shape.cheap * 3 >= shape.characters)
        strength.hintCode = QStringLiteral("repeats");
    else if (classes <= 1)
        strength.hintCode = QStringLiteral("single-class");
    else
        strength.hintCode = QStringLiteral("short");
    return strength;
}

} // namespace cas::vault
