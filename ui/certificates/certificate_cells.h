// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certificates/certificate_row.h"
#include "ui/kit/table_cell.h"

namespace cas::ui {

/// Where a list looks: at the living, or at what was deleted.
enum class CertificatePlace { Living, Deleted };

/// The columns of a list of certificates, in order, with titles in the current language. As many in
/// either place: where the living have "Valid to", the others have "Deleted".
QList<Column> certificateColumns(CertificatePlace place = CertificatePlace::Living);
/// How a certificate looks in a column (index into certificateColumns()).
/// @param now for "in 160 days"
Cell certificateCell(const certificates::CertificateRow &row, int column, const QDateTime &now);

StatusKind certificateStatusKind(certificates::CertificateStatus status);
/// "Issued", in the current language.
QString certificateStatusText(certificates::CertificateStatus status);
/// Width of a column that shows each status in full, device-independent pixels.
int certificateStatusWidth();
/// "Server" for `server`.
QString certificateTypeText(const QString &type);
/// "Issued by a CA of this store" for `ISSUED`.
QString certificateSourceText(const QString &source);
/// "ECC P-256" for `ec-p256`; what is no id comes back as it is.
QString certificateAlgorithmText(const QString &keyAlgorithm);
/// "160 days left", "ended 3 days ago", "revoked 2026-11-02".
QString certificateRemainingText(const certificates::CertificateRow &row, const QDateTime &now);

} // namespace cas::ui
