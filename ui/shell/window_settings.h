// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <memory>

class QSettings;

namespace cas::ui {

/// What the window remembers between runs: geometry, last page, columns, filters, look, language.
/// Nothing about certificates and nothing secret belongs here.
/// @thread main
class WindowSettings
{
public:
    virtual ~WindowSettings() = default;
    /// @param key dotted name such as "window.geometry"
    [[nodiscard]] virtual QVariant value(const QString &key,
                                         const QVariant &fallback = {}) const = 0;
    virtual void setValue(const QString &key, const QVariant &value) = 0;
};

/// Settings in an INI file. A file that cannot be written is no error: then nothing is remembered.
class FileWindowSettings final : public WindowSettings
{
public:
    /// @param path absolute file name; directories are made when the first value is written
    explicit FileWindowSettings(const QString &path);
    ~FileWindowSettings() override;
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback) const override;
    void setValue(const QString &key, const QVariant &value) override;

private:
    std::unique_ptr<QSettings> m_settings;
};

/// Settings that end with the program, for tests and the gallery.
class MemoryWindowSettings final : public WindowSettings
{
public:
    [[nodiscard]] QVariant value(const QString &key, const QVariant &fallback) const override;
    void setValue(const QString &key, const QVariant &value) override;

private:
    QVariantMap m_values;
};

} // namespace cas::ui
