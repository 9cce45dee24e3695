// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"

#include <QElapsedTimer>
#include <QList>
#include <QWidget>

#include <functional>
#include <memory>

class QVBoxLayout;

namespace cas::ui {

/// Guesses how long the rest of a job takes, from the pace so far.
/// @param done, total things; elapsedMs since the first one began
/// @return seconds, -1 while there is nothing to guess from (under 2 s, nothing done, no total)
qint64 secondsLeft(qint64 done, qint64 total, qint64 elapsedMs);

/// The running jobs at the bottom of the window, one line each: title, "17 of 24", bar, time left,
/// Details, Cancel. Hidden when none runs. Short jobs (under 400 ms) never show up.
class JobsBar : public QWidget
{
    Q_OBJECT
public:
    explicit JobsBar(QWidget *parent = nullptr);
    ~JobsBar() override;

    /// Watches a job until it ends. @param details what the Details link does; may be empty
    void add(std::shared_ptr<JobContext> job, std::function<void()> details = {});
    [[nodiscard]] int count() const { return int(m_lines.size()); }
    /// Shows every line at once instead of after 400 ms, for tests.
    void setDelay(int milliseconds) { m_delayMs = milliseconds; }

signals:
    void countChanged(int count);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Line;
    void finished(Line *line);
    void updateVisibility();

    QList<Line *> m_lines;
    QVBoxLayout *m_column;
    Mailbox m_mailbox;
    int m_delayMs = 400;
};

} // namespace cas::ui
