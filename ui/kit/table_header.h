// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/tokens.h"

#include <QHeaderView>

class QPainter;

namespace cas::ui {

class WindowedTableModel;

/// Paints a check box of 16 px into the middle of `rect`.
void paintCheckBox(QPainter &painter, const QRect &rect, Qt::CheckState state,
                   const Tokens &tokens);

/// The header of a DataTable: 32 px, titles in the second colour, an arrow at the sorted column,
/// a check box over the selection column.
class TableHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit TableHeader(QWidget *parent);
    void setCheckState(Qt::CheckState state);

signals:
    /// The check box over the selection column was pressed.
    void checkToggled();

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] const WindowedTableModel *table() const;
    void clicked(int section);

    Qt::CheckState m_check = Qt::Unchecked;
    int m_hover = -1;
};

} // namespace cas::ui
