// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/console/crl_duty.h"
#include "core/console/console.h"

namespace cas {

CrlDuty::CrlDuty(Console &console, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_console(console)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &CrlDuty::look);
    connect(&console.vault(), &vault::Vault::unlockedChanged, this, &CrlDuty::follow);
    follow();
}

CrlDuty::~CrlDuty() = default;

void CrlDuty::follow()
{
    if (!m_console.vault().unlocked()) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    look();
}

void CrlDuty::look()
{
    if (m_looking || !m_console.vault().unlocked() || m_console.store().info().readOnly)
        return;
    m_looking = true;
    m_job = m_console.crls().dutyJob();
    m_job.onFinished([this](const Outcome<int> &outcome) {
        m_looking = false;
        // What could not be signed now (a full disk) is due again at the next look.
        const auto *done = std::get_if<Done<int>>(&outcome);
        emit looked(done ? done->value : 0);
    });
}

} // namespace cas
