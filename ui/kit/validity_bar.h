// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QRectF>

class QPainter;

namespace cas::ui {

/// Paints a thin rounded bar: how much of something is left or used.
/// @param fraction 0..1 of the width in the status colour; out of range is clamped
void paintBar(QPainter &painter, const QRectF &rect, double fraction, StatusKind kind,
              const Tokens &tokens);

/// The same in the accent colour, for progress.
void paintProgress(QPainter &painter, const QRectF &rect, double fraction, const Tokens &tokens);

} // namespace cas::ui
