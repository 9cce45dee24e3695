// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job.h"
#include "core/base/secret_bytes.h"
#include "core/privateca/batch_service.h"

#include <QElapsedTimer>
#include <QObject>

namespace cas::ui {

/// One bulk issuing that runs or has ended. It outlives the panel that started it, so that the
/// panel may be closed meanwhile.
/// @thread main
class BatchRun : public QObject
{
    Q_OBJECT
public:
    enum class State { Running, Done, Stopped, Failed };
    struct Numbers
    {
        qint64 issued = 0;
        qint64 before = 0;
        qint64 refused = 0;
        qint64 total = 0;
        qint64 elapsedMs = 0;
        [[nodiscard]] qint64 looked() const { return issued + before + refused; }
    };

    BatchRun(privateca::BatchService &service, std::shared_ptr<const privateca::BatchPlan> plan,
             SecretBytes exportPassphrase, QObject *parent);
    ~BatchRun() override;

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Numbers numbers() const;
    [[nodiscard]] const privateca::BatchPlan &plan() const { return *m_plan; }
    [[nodiscard]] std::optional<Error> error() const { return m_error; } // of Failed
    [[nodiscard]] bool cancelling() const;
    [[nodiscard]] std::shared_ptr<JobContext> context() const { return m_job.context(); }
    /// What is committed stays; it takes effect within a few hundred certificates.
    void cancel();

signals:
    void progressed();
    void ended();

private:
    struct Counts;

    const std::shared_ptr<const privateca::BatchPlan> m_plan;
    const std::shared_ptr<Counts> m_counts;
    QElapsedTimer m_clock;
    qint64 m_tookMs = 0;
    State m_state = State::Running;
    std::optional<Error> m_error;
    Mailbox m_mailbox;
    Job<privateca::BatchReport> m_job;
};

} // namespace cas::ui
