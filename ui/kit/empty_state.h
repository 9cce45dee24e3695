// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/icons.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace cas::ui {

/// What a list shows when it has nothing: an icon, one sentence, the one button that helps.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// @param button empty: no button
    void setContent(Symbol symbol, const QString &sentence, const QString &button = {});

signals:
    void triggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Symbol m_symbol = Symbol::None;
    QWidget *m_picture;
    QLabel *m_text;
    QPushButton *m_button;
};

} // namespace cas::ui
