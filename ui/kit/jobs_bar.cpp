// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/jobs_bar.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/text/plain_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

namespace cas::ui {

qint64 secondsLeft(qint64 done, qint64 total, qint64 elapsedMs)
{
    if (total <= 0 || done <= 0 || elapsedMs < 2000 || done > total)
        return -1;
    return (elapsedMs * (total - done) / done + 999) / 1000;
}

class JobsBar::Line : public QFrame
{
public:
    Line(std::shared_ptr<JobContext> job, std::function<void()> details, QWidget *parent)
        : QFrame(parent)
        , m_job(std::move(job))
        , m_title(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
        , m_done(makeLabel(TextStyle::Small, Tone::Second, this))
        , m_bar(new QProgressBar(this))
        , m_left(makeLabel(TextStyle::Small, Tone::Second, this))
        , m_details(makeButton(ButtonKind::Link, this))
        , m_cancel(makeButton(ButtonKind::Link, this))
    {
        setProperty("surface", QStringLiteral("card"));
        setObjectName(QStringLiteral("job"));
        setFixedHeight(42);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(space::kL, 0, space::kL, 0);
        row->setSpacing(space::kM);
        m_title->setText(visibleText(m_job->title(), 60));
        m_bar->setTextVisible(false);
        m_bar->setAccessibleName(m_title->text());
        row->addWidget(m_title);
        row->addWidget(m_done);
        row->addWidget(m_bar, 1);
        row->addWidget(m_left);
        row->addWidget(m_details);
        row->addWidget(m_cancel);
        m_details->setObjectName(QStringLiteral("job.details"));
        m_cancel->setObjectName(QStringLiteral("job.cancel"));
        m_details->setVisible(bool(details));
        connect(m_details, &QPushButton::clicked, this, [details] { details(); });
        connect(m_cancel, &QPushButton::clicked, this, [this] {
            m_job->cancel();
            m_cancelling = true;
            m_cancel->setEnabled(false);
            updateLine();
        });
        m_clock.start();
        retranslate();
    }

    [[nodiscard]] const JobContext &job() const { return *m_job; }
    [[nodiscard]] bool due() const { return m_due; }
    void setDue() { m_due = true; }

    void updateLine()
    {
        const JobProgress progress = m_job->progress();
        const bool known = progress.total > 0;
        m_bar->setRange(0, known ? 1000 : 0);
        if (known)
            m_bar->setValue(int(
                qBound(qint64(0), progress.done * qint64(1000) / progress.total, qint64(1000))));
        m_done->setText(
            known ? JobsBar::tr("%1 of %2")
                        .arg(groupedNumber(progress.done), groupedNumber(progress.total))
            : progress.done > 0 ? JobsBar::tr("%1 done").arg(groupedNumber(progress.done))
                                : QString());
        const qint64 seconds = secondsLeft(progress.done, progress.total, m_clock.elapsed());
        m_left->setText(m_cancelling   ? JobsBar::tr("stopping…")
                        : seconds >= 0 ? JobsBar::tr("%1 left").arg(roughDuration(seconds))
                                       : QString());
    }

    void retranslate()
    {
        m_details->setText(JobsBar::tr("Details"));
        m_cancel->setText(JobsBar::tr("Cancel"));
        m_cancel->setAccessibleName(JobsBar::tr("Cancel %1").arg(m_title->text()));
        updateLine();
    }

private:
    std::shared_ptr<JobContext> m_job;
    QElapsedTimer m_clock;
    QLabel *m_title;
    QLabel *m_done;
    QProgressBar *m_bar;
    QLabel *m_left;
    QPushButton *m_details;
    QPushButton *m_cancel;
    bool m_cancelling = false;
    bool m_due = false;
};

JobsBar::JobsBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(space::kPageSide, 0, space::kPageSide, space::kM);
    m_column->setSpacing(space::kXs);
    hide();
}

JobsBar::~JobsBar() = default;

void JobsBar::add(std::shared_ptr<JobContext> job, std::function<void()> details)
{
    if (!job || job->finished())
        return;
    auto *line = new Line(job, std::move(details), this);
    line->hide();
    m_column->addWidget(line);
    m_lines.append(line);
    const QPointer<Line> alive(line);
    const auto show = [this, alive] {
        if (alive) {
            alive->setDue();
            alive->show();
            updateVisibility();
        }
    };
    if (m_delayMs > 0)
        QTimer::singleShot(m_delayMs, this, show);
    else
        show();
    job->watch(m_mailbox.sender(), [this, alive] {
        if (!alive)
            return;
        if (alive->job().finished())
            finished(alive);
        else
            alive->updateLine();
    });
    emit countChanged(count());
    // It may have ended between the first look and watch().
    if (job->finished())
        finished(line);
}

void JobsBar::finished(Line *line)
{
    if (!m_lines.removeOne(line))
        return;
    m_column->removeWidget(line);
    line->hide();
    line->deleteLater();
    updateVisibility();
    emit countChanged(count());
}

void JobsBar::updateVisibility()
{
    bool any = false;
    for (const Line *line : m_lines)
        any = any || line->due();
    setVisible(any);
}

void JobsBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (Line *line : m_lines)
            line->retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cas::ui
