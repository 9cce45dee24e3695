// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace cas::ui {

/// A white box with a border, optionally with a semi-bold title and something at its right.
class Card : public QFrame
{
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

    /// Plain text; empty hides the title row. Also the accessible name.
    void setTitle(const QString &title);
    /// Puts a widget (link button, chip) at the right of the title. Takes ownership.
    void addHeaderWidget(QWidget *widget);
    /// Where the content goes (margins 16, spacing 8).
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

private:
    QWidget *m_head;
    QHBoxLayout *m_headLayout;
    QLabel *m_title;
    QVBoxLayout *m_content;
};

} // namespace cas::ui
