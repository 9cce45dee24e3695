// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_run.h"

#include "ui/download/job_outcome.h"

#include <atomic>

namespace cas::ui {

using privateca::BatchItem;

/// Written by the thread that works.
struct BatchRun::Counts
{
    std::atomic<qint64> issued = 0;
    std::atomic<qint64> before = 0;
    std::atomic<qint64> refused = 0;

    void add(const BatchItem &item)
    {
        ++(item.what == BatchItem::What::Issued    ? issued
           : item.what == BatchItem::What::Already ? before
                                                   : refused);
    }
};

BatchRun::BatchRun(privateca::BatchService &service,
                   std::shared_ptr<const privateca::BatchPlan> plan, SecretBytes exportPassphrase,
                   QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
    , m_counts(std::make_shared<Counts>())
{
    m_clock.start();
    m_job = service.runJob(m_plan, std::move(exportPassphrase), tr("Issuing certificates"),
                           [counts = m_counts](const BatchItem &item) { counts->add(item); });
    m_job.context()->watch(m_mailbox.sender(), [this] {
        if (m_state == State::Running)
            emit progressed();
    });
    m_job.onFinished([this](Outcome<privateca::BatchReport> outcome) {
        m_tookMs = m_clock.elapsed();
        whenEnded(
            std::move(outcome), [this](const privateca::BatchReport &) { m_state = State::Done; },
            [this](const Error &error) {
                m_state = State::Failed;
                m_error = error;
            },
            [this] { m_state = State::Stopped; });
        emit ended();
    });
}

BatchRun::~BatchRun() = default;

BatchRun::Numbers BatchRun::numbers() const
{
    return {m_counts->issued, m_counts->before, m_counts->refused, m_plan->rows.size(),
            m_state == State::Running ? m_clock.elapsed() : m_tookMs};
}

bool BatchRun::cancelling() const
{
    return m_state == State::Running && m_job.context()->cancelRequested();
}

void BatchRun::cancel()
{
    m_job.context()->cancel();
    emit progressed();
}

} // namespace cas::ui
