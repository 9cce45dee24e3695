// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/platform/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace cas::ui {

namespace {

constexpr int kPortalTimeoutMs = 1000;

QString portalService()
{
    return QStringLiteral("org.freedesktop.portal.Desktop");
}
QString portalPath()
{
    return QStringLiteral("/org/freedesktop/portal/desktop");
}
QString portalInterface()
{
    return QStringLiteral("org.freedesktop.portal.Settings");
}
QString appearance()
{
    return QStringLiteral("org.freedesktop.appearance");
}
QString colorScheme()
{
    return QStringLiteral("color-scheme");
}

// Read answers a variant inside a variant.
uint innermost(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

class PortalScheme final : public SystemScheme
{
    Q_OBJECT
public:
    PortalScheme()
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(portalService(), portalPath(), portalInterface(),
                    QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        QDBusMessage read = QDBusMessage::createMethodCall(
            portalService(), portalPath(), portalInterface(), QStringLiteral("Read"));
        read << appearance() << colorScheme();
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(read, kPortalTimeoutMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this](QDBusPendingCallWatcher *call) {
                    const QDBusPendingReply<QDBusVariant> reply = *call;
                    if (!reply.isError())
                        setDark(innermost(reply.value().variant()) == 1);
                    call->deleteLater();
                });
    }

private slots:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
    {
        if (space == appearance() && key == colorScheme())
            setDark(innermost(value.variant()) == 1);
    }
};

} // namespace

std::unique_ptr<SystemScheme> SystemScheme::create()
{
    return std::make_unique<PortalScheme>();
}

} // namespace cas::ui

#include "system_scheme_linux.moc"
