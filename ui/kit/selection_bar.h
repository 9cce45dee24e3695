// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/row_action.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace cas::ui {

/// What can be done with all checked rows at once; lies over a table's header while any is checked.
class SelectionBar : public QWidget
{
    Q_OBJECT
public:
    explicit SelectionBar(QWidget *parent);
    void setActions(const RowActions &actions);
    [[nodiscard]] bool hasActions() const { return !m_buttons.isEmpty(); }
    void setText(const QString &text);

signals:
    void triggered(const QString &actionId);
    void cleared();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_text;
    QHBoxLayout *m_row;
    QList<QPushButton *> m_buttons;
    QPushButton *m_clear;
};

} // namespace cas::ui
