// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/privateca/issue_operation.h"

#include <QJsonArray>

namespace cas::privateca {

audit::Operation issueOperation(const IssueCommand &command)
{
    QString event = command.type == LeafType::Server ? QStringLiteral("CreateServerCertificate")
                                                     : QStringLiteral("CreateClientCertificate");
    if (!command.request.isEmpty())
        event += QStringLiteral("WithCsr");
    QJsonArray names;
    for (const auto &san : command.subjectAltNames)
        names.append(san.toString());
    return {event,
            QStringLiteral("certificate"),
            {},
            {{QStringLiteral("ca"), command.ca.toString()},
             {QStringLiteral("common_name"), command.commonName},
             {QStringLiteral("sans"), names}}};
}

} // namespace cas::privateca
