// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/setting_writer.h"

namespace cas::ui {

SettingWriter::SettingWriter(Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
{ }

bool SettingWriter::writing(const QString &key) const
{
    const auto found = m_writes.find(key);
    return found != m_writes.end() && found->second.running;
}

void SettingWriter::write(const QString &key, const QString &value)
{
    Write &write = m_writes[key];
    if (write.running) {
        write.next = value;
        return;
    }
    write.running = true;
    write.job = m_console.settings().setJob(m_console.executors(), key, value);
    write.job.onFinished([this, key](const Outcome<QString> &outcome) {
        Write &ended = m_writes[key];
        ended.running = false;
        if (const auto *failure = std::get_if<Failed>(&outcome))
            emit failed(failure->error);
        if (const auto next = std::exchange(ended.next, {}))
            this->write(key, *next);
        else
            emit settled(key);
    });
}

} // namespace cas::ui
