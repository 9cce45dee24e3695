// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_text.h"

#include "core/crypto/distinguished_name.h"
#include "core/crypto/key_algorithm.h"
#include "ui/kit/text.h"

namespace cas::ui {

using privateca::CaStatus;

QStringList CaText::everyStatus()
{
    QStringList texts;
    for (const auto one : {CaStatus::PendingEnable, CaStatus::Enabled, CaStatus::Disabled,
                           CaStatus::Revoked, CaStatus::Expired})
        texts.append(status(one));
    return texts;
}

QString CaText::status(CaStatus status)
{
    switch (status) {
    case CaStatus::PendingEnable:
        return tr("Pending Enable");
    case CaStatus::Enabled:
        return tr("Enabled");
    case CaStatus::Disabled:
        return tr("Disabled");
    case CaStatus::Revoked:
        return tr("Revoked");
    case CaStatus::Expired:
        break;
    }
    return tr("Expired");
}

StatusKind CaText::statusKind(CaStatus status)
{
    switch (status) {
    case CaStatus::PendingEnable:
        return StatusKind::Progress;
    case CaStatus::Enabled:
        return StatusKind::Good;
    case CaStatus::Disabled:
        return StatusKind::Neutral;
    case CaStatus::Revoked:
    case CaStatus::Expired:
        break;
    }
    return StatusKind::Bad;
}

QString CaText::type(privateca::CaType type)
{
    return type == privateca::CaType::Root ? tr("Root") : tr("Subordinate");
}

QString CaText::summary(const privateca::Ca &ca)
{
    QStringList parts{type(ca.type)};
    if (ca.ownership == privateca::CaOwnership::Uploaded)
        parts.append(tr("imported"));
    // The name that people know it by first; the whole subject stands in the details.
    if (const auto subject = crypto::DistinguishedName::parse(ca.subject)) {
        QStringList words; // none before a purchased CA is enabled
        if (!subject->commonName().isEmpty())
            words.append(QStringLiteral("CN=") + subject->commonName());
        if (const QString holder = subject->value(u"O"); !holder.isEmpty())
            words.append(QStringLiteral("O=") + holder);
        if (!words.isEmpty())
            parts.append(visibleText(words.join(QStringLiteral(", "))));
    } else if (!ca.subject.isEmpty()) {
        parts.append(visibleText(ca.subject));
    }
    return parts.join(QStringLiteral(" · "));
}

QString CaText::counts(const privateca::Ca &ca)
{
    return QStringLiteral("%1 / %2").arg(groupedNumber(ca.issuedCount),
                                         ca.restCount ? groupedNumber(*ca.restCount)
                                                      : tr("not limited"));
}

QString CaText::algorithm(const QString &id)
{
    const auto known = crypto::parseKeyAlgorithm(id);
    return known ? crypto::keyAlgorithmLabel(*known) : visibleText(id);
}

} // namespace cas::ui
