// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace cas::ui {

/// Whether the desktop asks for dark windows. Qt 6.4 has no colorScheme yet, so each platform has a
/// file: the desktop portal by D-Bus, the registry, AppleInterfaceStyle.
/// @source freedesktop.org portal "org.freedesktop.appearance color-scheme": 1 is dark, 2 light, 0
///         no preference
class SystemScheme : public QObject
{
    Q_OBJECT
public:
    static std::unique_ptr<SystemScheme> create();
    /// The latest answer; light until there is one. Never blocks.
    [[nodiscard]] bool dark() const { return m_dark; }

signals:
    void changed();

protected:
    void setDark(bool dark)
    {
        if (std::exchange(m_dark, dark) != dark)
            Q_EMIT changed();
    }

private:
    bool m_dark = false;
};

} // namespace cas::ui
