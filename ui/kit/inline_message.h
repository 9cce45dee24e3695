// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace cas::ui {

/// A coloured bar inside a page or panel: icon, whole sentence, perhaps a link-like action, perhaps
/// details to copy. Hidden until setMessage() gives it a text.
class InlineMessage : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Success, Warning, Error };

    explicit InlineMessage(QWidget *parent = nullptr);

    /// Shows the bar. Plain text. An empty sentence hides it.
    void setMessage(Kind kind, const QString &sentence);
    /// A link at the right; empty takes it away.
    void setAction(const QString &text);
    /// Technical text behind a "Copy details" link; empty: no link.
    void setDetails(const QString &details);
    /// Whether the person can close the bar (default: no).
    void setClosable(bool closable);
    [[nodiscard]] QString message() const { return m_sentence; }
    [[nodiscard]] Kind kind() const { return m_kind; }

signals:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Kind m_kind = Kind::Info;
    QString m_sentence;
    QString m_details;
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_copy;
    QToolButton *m_close;
};

} // namespace cas::ui
