// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/card.h"
#include "ui/overview/overview_snapshot.h"

class QLabel;
class QPushButton;

namespace cas::ui {

/// The next steps of a new store: three lines that tick off as they are done, the next one with the
/// primary button.
class FirstStepsCard : public Card
{
    Q_OBJECT
public:
    enum Step { CreateRoot, CreateSubordinate, RequestCertificate };

    explicit FirstStepsCard(QWidget *parent = nullptr);
    void setSteps(const FirstSteps &steps);
    void retranslate();

signals:
    void stepRequested(int step);

private:
    struct Line
    {
        QWidget *mark = nullptr;
        QLabel *title = nullptr;
        QLabel *text = nullptr;
        QPushButton *button = nullptr;
    };
    static constexpr int kSteps = 3;

    void showSteps();

    Line m_lines[kSteps];
    FirstSteps m_steps;
};

} // namespace cas::ui
