// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/scroll_edge.h"

#include <QLayout>
#include <QScrollArea>
#include <QScrollBar>

namespace cas::ui {

void keepRightEdge(QScrollArea &area, QLayout &content)
{
    const QMargins margins = content.contentsMargins();
    QScrollBar *bar = area.verticalScrollBar();
    QObject::connect(bar, &QScrollBar::rangeChanged, &content,
                     [&content, bar, margins](int least, int most) {
                         const int room = most > least ? bar->sizeHint().width() : 0;
                         QMargins kept = margins;
                         kept.setRight(margins.right() - room);
                         content.setContentsMargins(kept);
                     });
}

} // namespace cas::ui
