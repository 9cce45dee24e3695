// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/certificates/certificate_row.h"
#include "core/tags/tag.h"

#include <QDateTime>

#include <optional>

namespace cas::privateca {

enum class CaType { Root, Subordinate };
/// `root`, `sub`: JSON
QString caTypeId(CaType type);

enum class CaOwnership { Enterprise, Uploaded };

/// The stored life-cycle states of operations.md §2.3; Expired is derived from the dates.
enum class CaState { PendingEnable, Enabled, Disabled, Revoked };
/// What people see.
enum class CaStatus { PendingEnable, Enabled, Disabled, Revoked, Expired };
/// `Pending Enable`, `Enabled` ...: English display names, also in JSON and in the store.
QString caStatusName(CaStatus status);
QString caStateName(CaState state);

enum class CaEvent { Enable, Disable, Revoke };
/// The transition table. @errors WrongState(args status, event)
Result<CaState> nextCaState(CaState from, CaEvent event);

/// One CA as lists show it; immutable.
struct Ca
{
    CaId id;
    CaId parent; // null for a root or where the issuer is not in the store
    QString name;
    CaType type = CaType::Root;
    CaOwnership ownership = CaOwnership::Enterprise;
    CaState state = CaState::PendingEnable;
    CaStatus status = CaStatus::PendingEnable; // state and dates at the time of reading
    CertificateId certificate; // null while Pending Enable
    KeyId key;
    QString subject;
    QString keyAlgorithm; // id
    QDateTime notBefore;
    QDateTime notAfter;
    bool crlEnabled = true;
    int crlDays = 30;
    QString crlUrl;
    QString issuerUrl;
    QString ocspUrl;
    QDateTime serviceEnd; // null: not limited
    qint64 issuedCount = 0;
    qint64 revokedCount = 0;
    std::optional<qint64> restCount; // nothing: not limited
    QList<tags::Tag> tags; // by CaService only
    QDateTime createdAt;
    qint64 revision = 0;
};

/// What the current CRL says.
struct CrlInfo
{
    qint64 number = 0; // 0: none yet
    QDateTime thisUpdate;
    QDateTime nextUpdate;
    qint64 entries = 0;
};

} // namespace cas::privateca
