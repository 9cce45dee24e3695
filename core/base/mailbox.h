// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <mutex>

namespace cas {

/// Carries calls from any thread into the thread that made the mailbox, in order, through a queue
/// of our own behind a std::mutex (so that ThreadSanitizer sees the hand-over; QFuture and functor
/// invokeMethod are invisible to it with a distribution's Qt).
/// After its destructor nothing is delivered any more.
class Mailbox : public QObject
{
    Q_OBJECT
public:
    /// The end that other threads hold; outlives the mailbox harmlessly.
    class Sender
    {
    public:
        /// @return false when the mailbox is gone; the call is dropped then. @thread any
        bool post(std::function<void()> call);

    private:
        friend class Mailbox;
        std::mutex m_mutex;
        std::deque<std::function<void()>> m_calls;
        Mailbox *m_target = nullptr;
    };

    /// @param parent owner; the mailbox must be made in the thread it delivers to
    explicit Mailbox(QObject *parent = nullptr);
    ~Mailbox() override;
    [[nodiscard]] std::shared_ptr<Sender> sender() const { return m_sender; }

private slots:
    void drain();

private:
    std::shared_ptr<Sender> m_sender;
};

} // namespace cas
