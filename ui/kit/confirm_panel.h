// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/kit/buttons.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace cas::ui {

class InlineMessage;

/// A question before something that cannot be undone, as a card over the dimmed page (no modal
/// event loop). It names the object and what follows; for CA-wide things the name is typed in.
/// Esc and Cancel close it. Hand it to PageHost::openConfirm.
class ConfirmPanel : public QWidget
{
    Q_OBJECT
public:
    /// What to ask.
    struct Question
    {
        QString title; // "Revoke www.example.com?"
        QString text; // what follows, whole sentences
        QString verb; // the button: "Revoke"
        ButtonKind kind = ButtonKind::Danger;
        QString typeToConfirm; // when set, exactly this must be typed before the button works
        QString checkText; // when set, an option with this text
        bool checked = false; // its start value
        bool checkRequired = false; // the option must be ticked ("I have a backup")
    };
    explicit ConfirmPanel(const Question &question, QWidget *parent = nullptr);

    [[nodiscard]] bool checked() const;
    /// While the work runs: buttons locked, `text` shown; empty ends.
    void setBusy(const QString &text);
    void showError(const cas::Error &error);
    /// Closes; also the end of a successful run.
    void done();

    /// Default true: close as soon as confirmed. Set false to show progress and errors inside.
    void setCloseOnConfirm(bool on) { m_closeOnConfirm = on; }

signals:
    /// The button was pressed. With setCloseOnConfirm(false) the panel stays until done().
    void confirmed(bool checked);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void updateState();
    void retranslate();

    Question m_question;
    QWidget *m_card;
    QLabel *m_text;
    QLabel *m_typeLabel = nullptr;
    QLineEdit *m_type = nullptr;
    QCheckBox *m_check = nullptr;
    InlineMessage *m_error;
    QPushButton *m_cancel;
    QPushButton *m_verb;
    bool m_busy = false;
    bool m_closeOnConfirm = true;
};

} // namespace cas::ui
