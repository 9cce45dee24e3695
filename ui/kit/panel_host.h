// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/page.h"

#include <QPointer>
#include <QWidget>

class QVariantAnimation;

namespace cas::ui {

class ToastStack;

/// Holds one content widget and lays side panel, confirmation and toasts over it. The main window
/// has one around its pages; a test may put a single page into one.
class PanelHost : public QWidget, public PageHost
{
    Q_OBJECT
public:
    explicit PanelHost(QWidget *parent = nullptr);
    ~PanelHost() override;

    /// Fills the host. Takes ownership.
    void setContent(QWidget *content);
    /// Takes over what does not belong to panels: jobs and page changes. Borrowed; may be null.
    void setWindow(PageHost *window) { m_window = window; }

    [[nodiscard]] QWidget *panelParent() override { return this; }
    bool openPanel(SidePanel *panel) override;
    [[nodiscard]] SidePanel *panel() const override;
    void openConfirm(ConfirmPanel *confirm) override;
    [[nodiscard]] ConfirmPanel *confirm() const;
    void toast(const QString &text, std::function<void()> undo = {}) override;
    void showJob(std::shared_ptr<JobContext> job, std::function<void()> details = {}) override;
    bool showPage(const QString &pageId, const QVariant &argument = {}) override;

signals:
    void panelChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void slide(bool in);
    void panelClosed(SidePanel *panel);

    QWidget *m_content = nullptr;
    QPointer<SidePanel> m_panel;
    QPointer<QWidget> m_shadow;
    QPointer<ConfirmPanel> m_confirm;
    QPointer<QWidget> m_focusBefore;
    ToastStack *m_toasts;
    QVariantAnimation *m_animation;
    PageHost *m_window = nullptr;
};

} // namespace cas::ui
