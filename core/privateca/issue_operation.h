// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/issue_service.h"

namespace cas::privateca {

/// How the operation log names one issuing: CreateServerCertificate, CreateClientCertificateWithCsr
/// ... The log is counted by these names (core/console/log_check.h).
audit::Operation issueOperation(const IssueCommand &command);

} // namespace cas::privateca
