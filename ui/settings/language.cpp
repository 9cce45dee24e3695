// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace cas::ui {

namespace {

QString languageOf(const QString &code)
{
    if (code == QStringLiteral("en") || code == QStringLiteral("zh_CN"))
        return code;
    const QLocale system = QLocale::system();
    return system.language() == QLocale::Chinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
}

std::unique_ptr<QTranslator> loaded(const QString &file)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file))
        return nullptr;
    return translator;
}

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
{ }

Language::~Language()
{
    if (m_own)
        QCoreApplication::removeTranslator(m_own.get());
    if (m_qt)
        QCoreApplication::removeTranslator(m_qt.get());
}

void Language::use(const QString &code)
{
    const QString wanted = languageOf(code);
    if (wanted == m_current && m_own)
        return;
    if (m_own)
        QCoreApplication::removeTranslator(m_own.get());
    if (m_qt)
        QCoreApplication::removeTranslator(m_qt.get());
    m_current = wanted;
    QLocale::setDefault(QLocale(wanted));
    m_qt = loaded(QStringLiteral(":/i18n/qtbase_%1.qm").arg(wanted));
    if (m_qt)
        QCoreApplication::installTranslator(m_qt.get());
    m_own = loaded(QStringLiteral(":/i18n/cas_%1.qm").arg(wanted)); // plural forms in English too
    if (m_own)
        QCoreApplication::installTranslator(m_own.get());
}

} // namespace cas::ui
