// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>

class QTranslator;

namespace cas::ui {

/// The language of the window; switching it reaches every widget at once (LanguageChange).
/// @thread main
class Language : public QObject
{
    Q_OBJECT
public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// @param code `system`, `en` or `zh_CN`; anything else counts as `system`
    void use(const QString &code);
    /// `en` or `zh_CN`: what is shown now.
    [[nodiscard]] QString current() const { return m_current; }

private:
    QString m_current = QStringLiteral("en");
    std::unique_ptr<QTranslator> m_own;
    std::unique_ptr<QTranslator> m_qt; // buttons and file dialogs of Qt itself
};

} // namespace cas::ui
