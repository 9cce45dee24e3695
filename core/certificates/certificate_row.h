// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/crypto/certificate.h"
#include "core/store/store.h"
#include "core/tags/tag.h"

#include <QDateTime>

#include <optional>

namespace cas::certificates {

/// What people see as the status. Only Issued and Revoked are stored; the dates decide the rest
/// whenever a row is read (operations.md §2).
enum class CertificateStatus { Issued, AboutToExpire, Expired, Revoked };

/// `Issued`, `About To Expire`, `Expired`, `Revoked`: English display names, also in JSON.
QString statusName(CertificateStatus status);
/// Case is ignored and `-` stands for a blank. @errors InputInvalid(field `status`, args text)
Result<CertificateStatus> parseStatus(const QString &text);

/// When About To Expire begins: 30 days before the end, one third of the life where that is under
/// 60 days (operations.md §3.3).
QDateTime warnAt(const QDateTime &notBefore, const QDateTime &notAfter);

/// One certificate as lists show it; immutable.
struct CertificateRow
{
    CertificateId id;
    QString name;
    QString commonName;
    QString subject;
    QString sans; // values, ", " between
    QString source; // ISSUED, CA, UPLOAD
    QString type; // server, client, ca, other
    QString brand; // issuing CA
    QString keyAlgorithm; // id, or a label for kinds we do not make
    QByteArray serial;
    QByteArray sha256;
    QDateTime notBefore;
    QDateTime notAfter;
    QDateTime createdAt;
    QDateTime revokedAt;
    QDateTime deletedAt; // null: living
    CertificateStatus status = CertificateStatus::Issued;
    bool hasKey = false;
    QList<tags::Tag> tags;
    qint64 revision = 0;
    bool operator==(const CertificateRow &) const = default;
};

enum class CertificateSort { Created, Name, NotBefore, NotAfter, Algorithm, Brand, Type, Deleted };
/// `created`, `name`, `not_before`, `not_after`, `key_algorithm`, `brand`, `type`, `deleted`
Result<CertificateSort> parseSort(const QString &text);

/// How long "Recently deleted" keeps what can be erased: before, a person who erases it types its
/// name; nothing goes by itself, for keys die by a person's hand only.
constexpr int kDeletedDays = 30;

/// Which certificates, in which order. Empty members do not filter.
struct CertificateFilter
{
    QString search; // substring of name, common name, SANs; or a serial or fingerprint in hex
    std::optional<CertificateStatus> status;
    QString type;
    QString source;
    QString brand;
    QString tag; // key or key:value
    // Of what is not revoked: not_after at or after, and before.
    std::optional<QDateTime> endsFrom;
    std::optional<QDateTime> endsBefore;
    bool inForce = false; // neither expired nor revoked
    bool deleted = false; // "Recently deleted" instead of the living
    CertificateSort sort = CertificateSort::Created;
    Qt::SortOrder order = Qt::DescendingOrder;
    bool operator==(const CertificateFilter &) const = default;
};

/// The PageRequest::after that continues a list in this order behind a row of it.
QString cursorAfter(CertificateSort sort, const CertificateRow &row);

struct CertificatePage
{
    QList<CertificateRow> items;
    QString next; // cursor, empty at the end
};

} // namespace cas::certificates
