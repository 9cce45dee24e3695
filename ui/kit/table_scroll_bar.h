// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollBar>

namespace cas::ui {

class TableView;

/// The vertical scroll bar of a table. It runs beside the rows only, and the header, the rows'
/// lines and their colours go on behind it up to the edge of the table. @thread main
class TableScrollBar final : public QScrollBar
{
    Q_OBJECT
public:
    /// @param view borrowed; its owner
    explicit TableScrollBar(TableView *view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintRows(QPainter &painter) const;

    TableView *m_view;
};

} // namespace cas::ui
