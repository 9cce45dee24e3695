// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/buttons.h"

#include <QAbstractButton>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace cas::ui {

namespace {

Tint buttonTint(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
    case ButtonKind::Danger:
        return Tint::OnAccent;
    case ButtonKind::Link:
        return Tint::Accent;
    case ButtonKind::Secondary:
    case ButtonKind::Quiet:
        break;
    }
    return Tint::Second;
}

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    static constexpr const char *names[] = {"primary", "secondary", "danger", "link", "quiet"};
    button->setProperty("kind", QString::fromLatin1(names[size_t(kind)]));
    button->setCursor(kind == ButtonKind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    button->style()->unpolish(button);
    button->style()->polish(button);
    button->updateGeometry();
}

QPushButton *makeButton(ButtonKind kind, QWidget *parent, Symbol symbol)
{
    auto *button = new QPushButton(parent);
    // A click must not leave a focus ring behind; the keyboard gets everywhere by Tab.
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoDefault(false);
    button->setIconSize({16, 16});
    if (symbol != Symbol::None)
        button->setIcon(icon(symbol, buttonTint(kind)));
    setButtonKind(button, kind);
    return button;
}

QToolButton *makeIconButton(Symbol symbol, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(icon(symbol));
    button->setIconSize({18, 18});
    button->setProperty("kind", QStringLiteral("icon"));
    return button;
}

void setIconButtonText(QAbstractButton *button, const QString &text)
{
    button->setToolTip(text);
    button->setAccessibleName(text);
}

} // namespace cas::ui
