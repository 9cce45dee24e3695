// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/operation_runner.h"

#include <QHash>

/// SQL of the tables batch and batch_row.
namespace cas::privateca::batch_store {

/// What makes two runs the same batch.
struct BatchKey
{
    CaId ca;
    QByteArray csvSha256;
    QString folder; // absolute; empty: no files
};

/// The number of a batch, 0 where it was never begun.
Result<qint64> find(store::Reader &reader, const BatchKey &key);
/// Finds the batch or begins it. @param csvName file name, for people
Result<qint64> begin(audit::OperationScope &scope, const BatchKey &key, const QString &csvName);
/// Which lines were issued, as which certificate.
Result<QHash<qint64, CertificateId>> done(store::Reader &reader, qint64 batch);
/// A line twice breaks the transaction: two programs run the same batch.
Result<> insertRow(store::Transaction &tx, qint64 batch, qint64 line, CertificateId certificate);

} // namespace cas::privateca::batch_store
