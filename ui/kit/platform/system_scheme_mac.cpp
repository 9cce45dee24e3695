// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/platform/system_scheme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QSettings>

namespace cas::ui {

namespace {

// AppKit makes Qt send a theme change when the person switches; the value is in the global domain.
class AppleScheme final : public SystemScheme
{
public:
    AppleScheme()
    {
        read();
        QCoreApplication::instance()->installEventFilter(this);
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ThemeChange || event->type() == QEvent::ApplicationActivate)
            read();
        return SystemScheme::eventFilter(watched, event);
    }

private:
    void read()
    {
        const QSettings global(QStringLiteral("Apple Global Domain"), QSettings::NativeFormat);
        setDark(global.value(QStringLiteral("AppleInterfaceStyle")).toString()
                == QLatin1String("Dark"));
    }
};

} // namespace

std::unique_ptr<SystemScheme> SystemScheme::create()
{
    return std::make_unique<AppleScheme>();
}

} // namespace cas::ui
