// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QAbstractButton;

namespace cas::ui {

/// The head of every page: title (20 px), one help line, actions on the right with the primary one
/// outermost.
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);

    /// Plain text; call in retranslate().
    void setTitle(const QString &title);
    void setHelp(const QString &help);
    /// Appends a widget to the right: add the quiet ones first, the primary button last. The header
    /// takes ownership.
    void addAction(QWidget *button);
    using QWidget::addAction;

private:
    QLabel *m_title;
    QLabel *m_help;
    QHBoxLayout *m_actions;
};

} // namespace cas::ui
