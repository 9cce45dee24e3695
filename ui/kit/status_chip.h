// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QWidget>

class QPainter;

namespace cas::ui {

/// A dot and a word in a rounded 22 px chip. The text is shown as plain text.
class StatusChip : public QWidget
{
    Q_OBJECT
public:
    explicit StatusChip(QWidget *parent = nullptr);
    StatusChip(StatusKind kind, const QString &text, QWidget *parent = nullptr);

    void setStatus(StatusKind kind, const QString &text);
    [[nodiscard]] StatusKind kind() const { return m_kind; }
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Width of a chip with this text in device-independent pixels, for delegates.
    static int widthFor(const QString &text, const QFont &font);
    /// Width of a table column that shows each of these in full, its padding included.
    static int columnWidth(const QStringList &texts);
    /// Paints a chip with its top left corner at `topLeft`, not wider than `maxWidth` (elided).
    static void paint(QPainter &painter, const QPointF &topLeft, int maxWidth, StatusKind kind,
                      const QString &text, const Tokens &tokens);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusKind m_kind = StatusKind::Neutral;
    QString m_text;
};

} // namespace cas::ui
