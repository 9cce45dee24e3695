// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QList>
#include <QString>
#include <QWidget>

namespace cas::ui {

/// A ring of states with the total in the middle and a legend ("Issued 117") at its right. One tab
/// stop: Up/Down walk through the legend, Enter or a click opens a part.
class StatusRing : public QWidget
{
    Q_OBJECT
public:
    struct Part
    {
        StatusKind kind = StatusKind::Neutral;
        QString text; // "Issued"
        qint64 value = 0;
    };
    explicit StatusRing(QWidget *parent = nullptr);
    void setParts(const QList<Part> &parts);

    [[nodiscard]] QSize sizeHint() const override { return {300, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {220, 112}; }

signals:
    void partActivated(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRectF legendRect(int index) const;
    [[nodiscard]] int partAt(const QPointF &at) const;

    QList<Part> m_parts;
    int m_hover = -1;
    int m_current = 0;
};

} // namespace cas::ui
