// SPDX-License-Identifier: GPL-3.0-or-later
// The end of "Recently deleted": what CertificateService does that cannot be undone.
#include "core/certificates/certificate_erase_store.h"
#include "core/certificates/certificate_service.h"

namespace cas::certificates {

Result<> CertificateService::erase(CertificateId id)
{
    const audit::Operation operation{
        QStringLiteral("EraseUserCertificate"), QStringLiteral("certificate"), id.toString(), {}};
    return m_operations.run<Unit>(operation, [&](audit::OperationScope &scope) -> Result<> {
        CAS_TRY(const auto erased, certificate_erase_store::erase(scope, id));
        // The id leads nowhere from now on; the log is the only place that still names it.
        scope.note(QStringLiteral("name"), erased.name);
        scope.note(QStringLiteral("private_key"),
                   erased.key ? QStringLiteral("erased") : QStringLiteral("none or kept"));
        return {};
    });
}

} // namespace cas::certificates
