// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QSize>

namespace cas {

/// What core needs from a screen-side library, implemented in ui/ with QtGui offscreen and handed
/// in by app/: core itself never links QtGui.
/// @thread any; implementations serialise where they must
class Renderer
{
public:
    virtual ~Renderer() = default;
    /// Decodes a picture far enough to know that it is one, and how large.
    /// @errors InputInvalid: not a picture that can be decoded
    virtual Result<QSize> pictureSize(const QByteArray &file) const = 0;
    /// Lays HTML of our own making (never untrusted markup) out on A4 pages.
    /// @return a PDF file
    virtual Result<QByteArray> pdfFromHtml(const QString &html) const = 0;
};

} // namespace cas
