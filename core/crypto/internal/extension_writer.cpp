// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/constraint_match.h"
#include "core/crypto/internal/ip_address.h"
#include "core/crypto/internal/signed_object.h"

#include <algorithm>
#include <bit>

namespace cas::crypto {

namespace {

struct ConstraintList
{
    const QStringList *texts;
    SanType type;
    int generalNameTag;
};

bool writeSubtrees(DerWriter &out, int tag, const std::initializer_list<ConstraintList> &lists,
                   const QList<DistinguishedName> &directory)
{
    if (directory.isEmpty() && std::all_of(lists.begin(), lists.end(), [](const auto &list) {
            return list.texts->isEmpty();
        }))
        return true;
    out.begin(der::contextConstructed(tag));
    for (const ConstraintList &list : lists) {
        for (const QString &text : *list.texts) {
            if (text.isEmpty() || !isConstraintText(list.type, text))
                return false;
            out.begin(der::kSequence); // GeneralSubtree; minimum is the default 0
            out.primitive(der::context(list.generalNameTag),
                          list.type == SanType::Ip ? ipRangeFromText(text) : text.toLatin1());
            out.end();
        }
    }
    for (const DistinguishedName &base : directory) {
        if (base.isEmpty() || !isReadableName(base.der()))
            return false;
        out.begin(der::kSequence);
        out.begin(der::contextConstructed(4));
        writeName(out, base);
        out.end();
        out.end();
    }
    out.end();
    return true;
}

} // namespace

void beginExtension(DerWriter &out, QByteArrayView oid, Critical critical)
{
    out.begin(der::kSequence);
    out.oid(oid);
    if (critical == Critical::Yes)
        out.boolean(true);
    out.begin(der::kOctetString);
}

void endExtension(DerWriter &out)
{
    out.end();
    out.end();
}

void writeGeneralNames(DerWriter &out, const QList<SubjectAltName> &names)
{
    out.begin(der::kSequence);
    for (const SubjectAltName &name : names) {
        switch (name.type()) {
        case SanType::Email:
            out.primitive(der::context(1), name.value().toLatin1());
            break;
        case SanType::Dns:
            out.primitive(der::context(2), name.value().toLatin1());
            break;
        case SanType::Uri:
            out.primitive(der::context(6), name.value().toLatin1());
            break;
        case SanType::Ip:
            out.primitive(der::context(7), ipAddressFromText(name.value()));
            break;
        }
    }
    out.end();
}

void writeKeyUsage(DerWriter &out, KeyUsages usage)
{
    // A named bit list: bit 0 is the top bit of the first octet, trailing zero bits are cut off
    // (X.690 §11.2.2).
    const auto flags = static_cast<unsigned>(usage.toInt());
    const int used = std::bit_width(flags);
    char octets[3] = {static_cast<char>((8 - used % 8) % 8), 0, 0};
    for (int bit = 0; bit < used; ++bit) {
        if (flags >> bit & 1)
            octets[1 + bit / 8] = static_cast<char>(octets[1 + bit / 8] | 0x80 >> (bit % 8));
    }
    out.primitive(der::kBitString, QByteArrayView(octets, 1 + (used + 7) / 8));
}

Result<> writeNameConstraints(DerWriter &out, const NameConstraints &constraints)
{
    out.begin(der::kSequence);
    const bool written = constraints.permittedOther.isEmpty() && constraints.excludedOther.isEmpty()
                         && writeSubtrees(out, 0,
                                          {{&constraints.permittedEmail, SanType::Email, 1},
                                           {&constraints.permittedDns, SanType::Dns, 2},
                                           {&constraints.permittedUri, SanType::Uri, 6},
                                           {&constraints.permittedIp, SanType::Ip, 7}},
                                          constraints.permittedDirectory)
                         && writeSubtrees(out, 1,
                                          {{&constraints.excludedEmail, SanType::Email, 1},
                                           {&constraints.excludedDns, SanType::Dns, 2},
                                           {&constraints.excludedUri, SanType::Uri, 6},
                                           {&constraints.excludedIp, SanType::Ip, 7}},
                                          constraints.excludedDirectory);
    out.end();
    if (!written)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("nameConstraints"));
    return {};
}

} // namespace cas::crypto
