// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/common_passwords.h"

#include <algorithm>
#include <string_view>

namespace cas::vault {

namespace {

// What tops every published list of leaked passwords, lower case, plus the words of our own trade.
// Looked at entry by entry: two hundred comparisons are nothing beside scrypt.
constexpr std::string_view kCommon[] = {
    "000000",
    "00000000",
    "0123456789",
    "1111",
    "111111",
    "11111111",
    "112233",
    "11223344",
    "121212",
    "123123",
    "123123123",
    "123321",
    "1234",
    "12344321",
    "12345",
    "123456",
    "1234567",
    "12345678",
    "123456789",
    "1234567890",
    "123456a",
    "1234abcd",
    "1234qwer",
    "123abc",
    "123qwe",
    "131313",
    "147258369",
    "159753",
    "159357",
    "1q2w3e",
    "1q2w3e4r",
    "1q2w3e4r5t",
    "1qaz2wsx",
    "1qazxsw2",
    "222222",
    "22222222",
    "232323",
    "333333",
    "444444",
    "5201314",
    "520520",
    "555555",
    "654321",
    "666666",
    "66666666",
    "696969",
    "741852963",
    "77777777",
    "777777",
    "789456123",
    "87654321",
    "88888888",
    "888888",
    "987654321",
    "9876543210",
    "99999999",
    "999999",
    "a123456",
    "a12345678",
    "a1b2c3d4",
    "aa123456",
    "aaaaaa",
    "aaaaaaaa",
    "abc123",
    "abcd1234",
    "abcdef",
    "abcdefg",
    "abcdefgh",
    "access",
    "admin",
    "administrator",
    "adminadmin",
    "alexander",
    "amanda",
    "andrea",
    "andrew",
    "angel",
    "anthony",
    "apple",
    "asdasd",
    "asdf",
    "asdf1234",
    "asdfasdf",
    "asdfgh",
    "asdfghjk",
    "asdfghjkl",
    "ashley",
    "asshole",
    "august",
    "austin",
    "azerty",
    "babygirl",
    "bailey",
    "banana",
    "barcelona",
    "baseball",
    "basketball",
    "batman",
    "beautiful",
    "benjamin",
    "biteme",
    "blink182",
    "brandon",
    "buster",
    "butterfly",
    "caonima",
    "caroline",
    "casconsole",
    "cas-console",
    "certificate",
    "changeit",
    "changeme",
    "charlie",
    "cheese",
    "chelsea",
    "chocolate",
    "christian",
    "cocacola",
    "computer",
    "cookie",
    "corvette",
    "daniel",
    "default",
    "diamond",
    "dragon",
    "elizabeth",
    "eminem",
    "fishing",
    "flower",
    "football",
    "forever",
    "freedom",
    "friends",
    "fuckoff",
    "fuckyou",
    "gabriel",
    "george",
    "ginger",
    "guest",
    "hannah",
    "harley",
    "hello",
    "helloworld",
    "hockey",
    "hunter",
    "iloveyou",
    "internet",
    "jackson",
    "jasmine",
    "jennifer",
    "jessica",
    "jesus",
    "jordan",
    "joshua",
    "justin",
    "killer",
    "letmein",
    "liverpool",
    "login",
    "london",
    "loveme",
    "lovely",
    "lovelove",
    "maggie",
    "manager",
    "martin",
    "master",
    "matrix",
    "matthew",
    "maverick",
    "mercedes",
    "merlin",
    "metallica",
    "michael",
    "michelle",
    "monkey",
    "mustang",
    "mypassword",
    "naruto",
    "nicole",
    "ninja",
    "nothing",
    "opensesame",
    "orange",
    "pa55word",
    "pass",
    "passphrase",
    "passpass",
    "passw0rd",
    "password",
    "passwordpassword",
    "patrick",
    "pepper",
    "photoshop",
    "pokemon",
    "princess",
    "private",
    "privatekey",
    "purple",
    "q1w2e3r4",
    "qazwsx",
    "qazwsxedc",
    "qq123456",
    "qwer1234",
    "qwert",
    "qwerty",
    "qwertyui",
    "qwertyuiop",
    "ranger",
    "robert",
    "root",
    "rootca",
    "rootroot",
    "samantha",
    "samsung",
    "secret",
    "shadow",
    "slipknot",
    "soccer",
    "spiderman",
    "starwars",
    "summer",
    "sunshine",
    "superman",
    "superstar",
    "taylor",
    "test",
    "testing",
    "testtest",
    "thomas",
    "tigger",
    "trustno1",
    "trustme",
    "unknown",
    "welcome",
    "whatever",
    "william",
    "winter",
    "woaini",
    "woaini1314",
    "woaini520",
    "zaq12wsx",
    "zxcvbn",
    "zxcvbnm",
};

constexpr size_t kMostTail = 4; // digits or marks after a listed word
constexpr size_t kLongest = 32; // longer than any entry with a tail

unsigned char lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<unsigned char>(c - 'A' + 'a') : c;
}

unsigned char letterFor(unsigned char c)
{
    switch (c) {
    case '0':
        return 'o';
    case '1':
        return 'i';
    case '3':
        return 'e';
    case '4':
    case '@':
        return 'a';
    case '5':
    case '$':
        return 's';
    case '7':
        return 't';
    default:
        return c;
    }
}

bool isTail(unsigned char c)
{
    return c < 0x80 && !(lower(c) >= 'a' && lower(c) <= 'z');
}

bool listed(std::span<const unsigned char> text)
{
    return std::any_of(std::begin(kCommon), std::end(kCommon), [text](std::string_view entry) {
        return entry.size() == text.size()
               && std::equal(text.begin(), text.end(), entry.begin(), [](unsigned char a, char b) {
                      return a == static_cast<unsigned char>(b);
                  });
    });
}

bool listedWithTail(const SecretBytes &text)
{
    for (size_t tail = 0; tail <= kMostTail && tail < text.size(); ++tail) {
        if (listed(text.span().first(text.size() - tail)))
            return true;
        if (!isTail(text.span()[text.size() - 1 - tail]))
            return false;
    }
    return false;
}

} // namespace

bool isCommonPassword(const SecretBytes &utf8)
{
    if (utf8.size() > kLongest)
        return false;
    SecretBytes text = utf8.clone();
    std::transform(text.data(), text.data() + text.size(), text.data(), lower);
    if (listedWithTail(text))
        return true;
    // Only before the tail: "passw0rd1" is password and a one.
    for (size_t tail = 0; tail <= kMostTail && tail < utf8.size(); ++tail) {
        SecretBytes spelled = text.clone();
        spelled.truncate(text.size() - tail);
        std::transform(spelled.data(), spelled.data() + spelled.size(), spelled.data(), letterFor);
        if (listed(spelled.span()))
            return true;
        if (!isTail(text.span()[text.size() - 1 - tail]))
            break;
    }
    return false;
}

} // namespace cas::vault
