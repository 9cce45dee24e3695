// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/platform/system_scheme.h"

#include <QAbstractNativeEventFilter>
#include <QCoreApplication>
#include <QSettings>

#include <qt_windows.h>

namespace cas::ui {

namespace {

// Windows tells every top-level window by WM_SETTINGCHANGE when the look changes.
class RegistryScheme final : public SystemScheme, public QAbstractNativeEventFilter
{
public:
    RegistryScheme()
    {
        read();
        QCoreApplication::instance()->installNativeEventFilter(this);
    }
    ~RegistryScheme() override
    {
        if (QCoreApplication::instance())
            QCoreApplication::instance()->removeNativeEventFilter(this);
    }
    bool nativeEventFilter(const QByteArray &type, void *message, qintptr *) override
    {
        if (type == "windows_generic_MSG"
            && static_cast<MSG *>(message)->message == WM_SETTINGCHANGE)
            read();
        return false;
    }

private:
    void read()
    {
        const QSettings settings(
            QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\"
                           "Themes\\Personalize"),
            QSettings::NativeFormat);
        setDark(settings.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0);
    }
};

} // namespace

std::unique_ptr<SystemScheme> SystemScheme::create()
{
    return std::make_unique<RegistryScheme>();
}

} // namespace cas::ui
