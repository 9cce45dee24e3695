// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QPlainTextEdit;
class QToolButton;

namespace cas::ui {

/// Read-only monospace text (PEM, extensions, a DNS record) with a copy button.
class CodeBlock : public QFrame
{
    Q_OBJECT
public:
    explicit CodeBlock(QWidget *parent = nullptr);
    /// The text is copied as it is; shown with hidden characters made visible, lines kept.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    /// Height in lines of text (default: as many as there are, up to 14).
    void setMaximumLines(int lines);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void updateHeight();

    QPlainTextEdit *m_view;
    QToolButton *m_copy;
    QString m_text;
    int m_maximumLines = 14;
};

} // namespace cas::ui
