// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/internal/extension_codec.h"
#include "core/crypto/internal/ip_address.h"

#include <bit>

namespace cas::crypto {

namespace {

struct ConstraintList
{
    const QStringList *texts;
    int generalNameTag;
};

bool writeSubtrees(DerWriter &out, int tag, const std::initializer_list<ConstraintList> &lists)
{
    bool any = false;
    for (const ConstraintList &list : lists)
        any = any || !list.texts->isEmpty();
    if (!any)
        return true;
    out.begin(der::contextConstructed(tag));
    for (const ConstraintList &list : lists) {
        for (const QString &text : *list.texts) {
            const bool range = list.generalNameTag == 7;
            const QByteArray value = range ? ipRangeFromText(text) : text.toLatin1();
            if (value.isEmpty() || (!range && QString::fromLatin1(value) != text))
                return false;
            out.begin(der::kSequence); // GeneralSubtree; minimum is the default 0
            out.primitive(der::context(list.generalNameTag), value);
            out.end();
        }
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
    const bool written = writeSubtrees(out, 0,
                                       {{&constraints.permittedEmail, 1},
                                        {&constraints.permittedDns, 2},
                                        {&constraints.permittedUri, 6},
                                        {&constraints.permittedIp, 7}})
                         && writeSubtrees(out, 1,
                                          {{&constraints.excludedEmail, 1},
                                           {&constraints.excludedDns, 2},
                                           {&constraints.excludedUri, 6},
                                           {&constraints.excludedIp, 7}});
    out.end();
    if (!written)
        return fail(ErrorCode::InvalidArgument, QStringLiteral("nameConstraints"));
    return {};
}

} // namespace cas::crypto
