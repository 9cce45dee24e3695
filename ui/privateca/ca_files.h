// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cas::ui {

/// Files a person offers for the import of one CA, each in its place.
struct CaFiles
{
    QString certificate; // path; PEM, DER, P7B or PFX. Empty: none was offered
    QString key; // path; the certificate's own where a PEM file holds both, empty beside a PFX
    QStringList others; // paths of what is neither, is a second one, or cannot be read
};

/// Sorts files by what they hold, never by their names: the first with a certificate, the first
/// with a private key. Reads each of them (at most FileInput::kMostBytes bytes). @thread any, slow
CaFiles sortCaFiles(const QStringList &paths);

} // namespace cas::ui
