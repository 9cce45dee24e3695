// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;
class QPushButton;

namespace cas::ui {

/// A path to type, or to choose by the button beside it.
/// @thread main
class PathEdit : public QWidget
{
    Q_OBJECT
public:
    /// @param name objectName of the line; the button's is "<name>.browse"
    explicit PathEdit(const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] QString path() const; // as the program writes paths, trimmed
    void setPath(const QString &path);
    void setBrowseText(const QString &text);
    [[nodiscard]] QLineEdit *line() const { return m_line; }

signals:
    void browseRequested();
    void edited();

private:
    QLineEdit *m_line;
    QPushButton *m_browse;
};

} // namespace cas::ui
