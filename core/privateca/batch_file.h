// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/privateca/issue_service.h"

namespace cas::privateca {

/// One line of a bulk request: what is to be issued, or why it is not.
struct BatchRow
{
    qint64 line = 0; // of the file, 1-based; the header is line 1
    QString commonName; // as written
    QString sansText; // as written, for people
    QList<crypto::SubjectAltName> subjectAltNames;
    LeafType type = LeafType::Server;
    int days = 0;
    std::optional<Error> refusal;
};

/// What stands in for a column that is missing or a cell that is empty.
struct BatchDefaults
{
    LeafType type = LeafType::Server;
    int days = 365;
};

/// Reads a bulk request: a header that names `cn` and, in any order, `san` (several separated by
/// `;`), `type` (server, client) and `days`; then one certificate a line. A column `reason`
/// (of refused lines that were saved for mending) is not read. A line that cannot be read is a row
/// with its refusal, the others go on.
/// @param csv the file's bytes: UTF-8 or UTF-16
/// @errors CsvInvalid(args line, reason); CsvColumn(args name): a column that is not known, named
///         twice or, for `cn`, missing; InputMissing(field `csv`): no line after the header
/// @thread any
Result<QList<BatchRow>> readBatchFile(const QByteArray &csv, const BatchDefaults &defaults);

} // namespace cas::privateca
