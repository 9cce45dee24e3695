// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/labels.h"

#include <QAbstractButton>

namespace cas::ui {

/// A number with a word above it, in a card; a click, Enter or Space opens what is counted.
class StatTile : public QAbstractButton
{
    Q_OBJECT
public:
    explicit StatTile(QWidget *parent = nullptr);

    /// @param label "About To Expire" @param toolTip what a click shows
    void setWords(const QString &label, const QString &toolTip);
    /// @param tone of the number where it is not zero; a zero is faint
    void setNumber(qint64 number, Tone tone);
    /// Until the number is known.
    void setUnknown();
    [[nodiscard]] qint64 number() const { return m_number; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void updateNames();

    QString m_label;
    qint64 m_number = -1;
    Tone m_tone = Tone::Text;
    bool m_ring = false; // the keyboard brought the focus here
};

} // namespace cas::ui
