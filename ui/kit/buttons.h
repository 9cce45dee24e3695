// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/icons.h"

class QAbstractButton;
class QPushButton;
class QToolButton;
class QWidget;

namespace cas::ui {

/// How a button looks; what it does stays Qt's.
enum class ButtonKind {
    Primary, // the one action of a page or panel
    Secondary, // everything beside it
    Danger, // what cannot be undone
    Link, // blue text, no frame
    Quiet, // no frame until the mouse is over it
};

/// Gives a button a look; may be called again to change it.
void setButtonKind(QAbstractButton *button, ButtonKind kind);

/// A push button of a kind. Set text and objectName yourself (text in retranslate()).
QPushButton *makeButton(ButtonKind kind, QWidget *parent, Symbol symbol = Symbol::None);

/// A 32 x 32 button with only an icon. Give it a tooltip in retranslate(); setIconButtonText does
/// tooltip and accessible name in one.
QToolButton *makeIconButton(Symbol symbol, QWidget *parent);
void setIconButtonText(QAbstractButton *button, const QString &text);

} // namespace cas::ui
