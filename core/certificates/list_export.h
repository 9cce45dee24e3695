// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/bulk.h"

namespace cas::certificates {

enum class ListFormat { Csv, Json };

/// Writes a list as a file for other programs: CSV (UTF-8 with a byte order mark, as spreadsheets
/// want it, cells they would run made harmless) or a JSON array, each row with what `cert list
/// --json` says of it, in the order of the filter. Read page by page and written as it goes, to a
/// temporary name; on an error or a cancel nothing is left.
/// @param service borrowed; must outlive the executor's threads, as the console does
/// @return how many rows were written
/// @errors FileExists: there and not `overwrite`; InputInvalid, DiskFull, Io (field `out`)
Job<qint64> exportListJob(CertificateService &service, Executor &executor,
                          const CertificateSelection &selection, ListFormat format,
                          const QString &path, bool overwrite, const Clock &clock,
                          const QString &title);

} // namespace cas::certificates
