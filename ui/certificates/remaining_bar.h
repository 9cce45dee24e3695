// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

namespace cas::ui {

/// How much of a life is left, as a thin bar over the whole width. The words beside it say the
/// same, so it has no name of its own for screen readers.
class RemainingBar : public QWidget
{
    Q_OBJECT
public:
    explicit RemainingBar(QWidget *parent = nullptr);
    /// @param fraction 0..1
    void setRemaining(double fraction, StatusKind kind);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_fraction = 0;
    StatusKind m_kind = StatusKind::Neutral;
};

} // namespace cas::ui
