// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"

/// SQL that takes a certificate out of the store for good, from every table of this room.
namespace cas::certificates::certificate_erase_store {

/// What went.
struct Erased
{
    QString name;
    bool key = false; // its private key too: no other certificate used it
};

/// @errors NotFound; SealBroken: changed outside, so what it says of itself is not built upon;
///         WrongState(args status, name): it was not deleted before;
///         CertificateOnRecord(arg name): a CA of this store issued it;
///         CertificateInUse(arg name): it is a CA's or an issuer's, or another row refers to it
Result<Erased> erase(audit::OperationScope &scope, CertificateId id);

} // namespace cas::certificates::certificate_erase_store
