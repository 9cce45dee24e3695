// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "ui/kit/buttons.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;
class QScrollArea;
class QVBoxLayout;

namespace cas::ui {

class Form;
class InlineMessage;

/// A form or detail panel that slides in from the right over the page. Make one, fill body(), and
/// hand it to PageHost::openPanel, which owns, places and deletes it.
///
///     auto *panel = new SidePanel(host()->panelParent());
///     panel->setTitle(tr("Apply"));
///     Form *form = panel->addForm();              // dirty and error count follow the form
///     panel->setPrimary(tr("OK"));
///     connect(panel, &SidePanel::submitted, ...); // form was valid; run the job, setBusy(...)
///     host()->openPanel(panel);
///
/// Close, Cancel and Esc ask "Discard what you typed?" in the footer first when dirty, and do
/// nothing while busy.
class SidePanel : public QWidget
{
    Q_OBJECT
public:
    enum class Width { Normal, Wide }; // 480, 720 px

    explicit SidePanel(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    void setPanelWidth(Width width);
    [[nodiscard]] int panelWidth() const; // pixels wanted; the host gives less in a small window

    /// Layout of the scrollable body (margins 24, spacing 16).
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// Adds the one form to the body: submitting validates it, its edits make the panel dirty, its
    /// errors are counted in the footer. Made here, in its place, since a form that moves with all
    /// its fields has each of them styled again.
    Form *addForm();
    [[nodiscard]] Form *form() const { return m_form; }

    /// The verb, as the guide says it. Empty: no primary button (detail panels).
    void setPrimary(const QString &text, ButtonKind kind = ButtonKind::Primary);
    /// Default "Cancel"; "Close" when there is no primary button.
    void setCancelText(const QString &text);
    /// Greys the primary button and shows why beside it; empty allows it again.
    void setBlocked(const QString &reason);
    /// One line at the left of the footer ("3 of 5 left").
    void setFooterText(const QString &text);
    /// A further button left of Cancel. Takes ownership.
    void addFooterButton(QPushButton *button);

    void setDirty(bool dirty);
    [[nodiscard]] bool dirty() const;
    /// Busy: fields and buttons are locked, a moving bar runs, `text` says what is done. Empty
    /// ends.
    void setBusy(const QString &text);
    [[nodiscard]] bool busy() const { return m_busy; }
    /// Shows an error: at the form's field when it names one, else as a bar above the footer. Ends
    /// the busy state.
    void showError(const cas::Error &error);
    void showErrorText(const QString &sentence);
    void clearError();

    /// What Close, Cancel and Esc do: asks first when dirty.
    void requestClose();
    /// The form has done its work and makes room for what came of it.
    void endForm();
    /// Closes without asking (after success).
    void done();
    /// Presses the primary button.
    void submit();
    /// Puts the keyboard where a person begins: into the first field, else on the panel.
    void focusFirst();
    /// Puts the keyboard into something of the body and brings it into sight.
    void reveal(QWidget *editor);
    /// The window is being locked: forget secrets that are shown, read or typed. Passphrase fields
    /// are wiped by the window itself.
    virtual void forgetSecrets() { }

signals:
    /// The primary button was pressed and the form (if any) is valid.
    void submitted();
    /// The panel is going away; the host deletes it afterwards.
    void closed();

protected:
    /// Tab goes round in the panel, as the eye does; F6 and Esc lead out of it.
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void updateFooter();
    void askDiscard(bool ask);

    QLabel *m_title;
    QLabel *m_subtitle;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    QVBoxLayout *m_body;
    QWidget *m_busyBar;
    InlineMessage *m_error;
    QWidget *m_footer;
    QLabel *m_message;
    QWidget *m_extra;
    QPushButton *m_cancel;
    QPushButton *m_primary;
    QWidget *m_discardRow;
    QLabel *m_discardText;
    QPushButton *m_keep;
    QPushButton *m_discard;
    QPointer<QWidget> m_beforeAsking; // had the keyboard
    QPointer<QWidget> m_beforeBusy; // had the keyboard
    Form *m_form = nullptr;
    Width m_width = Width::Normal;
    QString m_cancelText;
    QString m_blocked;
    QString m_footerText;
    QString m_busyText;
    bool m_busy = false;
    bool m_dirty = false;
    bool m_asking = false;
};

} // namespace cas::ui
