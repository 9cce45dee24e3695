// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/privateca/batch_run.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace cas::ui {

class InlineMessage;
class KeyValueGrid;

/// How far a bulk issuing is and, when it has ended, what came of it.
/// @thread main
class BatchRunCard : public QWidget
{
    Q_OBJECT
public:
    explicit BatchRunCard(QWidget *parent = nullptr);

    /// @param run borrowed; the card forgets it when it goes
    void watch(BatchRun *run);
    void translateTexts();

signals:
    /// Back to the choices with the same file.
    void goOnRequested();
    void anotherRequested();

private:
    void update();
    void showProgress(const BatchRun::Numbers &now);
    void showEnd(const BatchRun::Numbers &now);

    QPointer<BatchRun> m_run;
    InlineMessage *m_message;
    QLabel *m_lines;
    QProgressBar *m_bar;
    QLabel *m_pace;
    KeyValueGrid *m_facts;
    QPushButton *m_stop;
    QPushButton *m_open;
    QPushButton *m_goOn;
    QPushButton *m_another;
};

} // namespace cas::ui
