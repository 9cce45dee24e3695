// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_settings.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace cas::ui {

FileWindowSettings::FileWindowSettings(const QString &path)
    : m_settings(std::make_unique<QSettings>(path, QSettings::IniFormat))
{ }

FileWindowSettings::~FileWindowSettings() = default;

QVariant FileWindowSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_settings->value(key, fallback);
}

void FileWindowSettings::setValue(const QString &key, const QVariant &value)
{
    QDir().mkpath(QFileInfo(m_settings->fileName()).absolutePath());
    m_settings->setValue(key, value);
}

QVariant MemoryWindowSettings::value(const QString &key, const QVariant &fallback) const
{
    return m_values.value(key, fallback);
}

void MemoryWindowSettings::setValue(const QString &key, const QVariant &value)
{
    m_values.insert(key, value);
}

} // namespace cas::ui
