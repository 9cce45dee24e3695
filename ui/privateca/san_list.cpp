// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/san_list.h"

#include <QRegularExpression>

namespace cas::ui {

using crypto::SanType;
using crypto::SubjectAltName;

Result<> SanList::add(const QString &text, std::optional<SanType> type)
{
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    const QString field = QStringLiteral("san");
    const QStringList parts = text.split(gaps, Qt::SkipEmptyParts);
    if (parts.isEmpty())
        return fail(ErrorCode::InputMissing, field);
    QList<SubjectAltName> added;
    for (const QString &part : parts) {
        CAS_TRY(const SubjectAltName name,
                type ? SubjectAltName::create(*type, part) : SubjectAltName::parse(part));
        if (m_names.contains(name) || added.contains(name))
            return fail(ErrorCode::InputDuplicate, field, {name.value()});
        added.append(name);
    }
    if (m_names.size() + added.size() > kMost)
        return fail(ErrorCode::TooManySans, field, {QString::number(kMost)});
    m_names += added;
    return {};
}

void SanList::removeAt(qsizetype index)
{
    if (index >= 0 && index < m_names.size())
        m_names.removeAt(index);
}

void SanList::set(const QList<SubjectAltName> &names)
{
    m_names.clear();
    for (const SubjectAltName &name : names) {
        if (m_names.size() < kMost && !m_names.contains(name))
            m_names.append(name);
    }
}

std::optional<SubjectAltName> SanList::own() const
{
    if (m_commonName.isEmpty() || m_names.size() >= kMost)
        return {};
    auto name = SubjectAltName::create(SanType::Ip, m_commonName);
    if (!name)
        name = SubjectAltName::create(SanType::Dns, m_commonName);
    if (!name || m_names.contains(*name))
        return {};
    return *name;
}

QString sanTypeLabel(SanType type)
{
    switch (type) {
    case SanType::Dns:
        return QStringLiteral("DNS");
    case SanType::Ip:
        return QStringLiteral("IP");
    case SanType::Email:
        return QStringLiteral("E-mail");
    case SanType::Uri:
        break;
    }
    return QStringLiteral("URI");
}

} // namespace cas::ui
