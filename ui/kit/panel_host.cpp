// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/panel_host.h"

#include "ui/kit/confirm_panel.h"
#include "ui/kit/side_panel.h"
#include "ui/kit/theme.h"
#include "ui/kit/toast.h"

#include <QApplication>
#include <QPainter>
#include <QResizeEvent>
#include <QVariantAnimation>

namespace cas::ui {

namespace {

constexpr int kShadowWidth = 18;

// The soft edge left of a panel. A child of its own: a panel cannot paint outside itself.
class PanelShadow final : public QWidget
{
public:
    explicit PanelShadow(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor color = Theme::of(this).tokens().shadow;
        QLinearGradient gradient(0, 0, width(), 0);
        const float strength = color.alphaF();
        for (const double at : {0.0, 0.5, 0.8, 1.0}) {
            color.setAlphaF(strength * 0.55F * float(at * at));
            gradient.setColorAt(at, color);
        }
        QPainter(this).fillRect(rect(), gradient);
    }
};

} // namespace

PanelHost::PanelHost(QWidget *parent)
    : QWidget(parent)
    , m_toasts(new ToastStack(this))
    , m_animation(new QVariantAnimation(this))
{
    m_animation->setEasingCurve(QEasingCurve::OutCubic);
    connect(m_animation, &QVariantAnimation::valueChanged, this, &PanelHost::place);
}

PanelHost::~PanelHost() = default;

void PanelHost::setContent(QWidget *content)
{
    m_content = content;
    content->setParent(this);
    content->lower();
    content->setGeometry(rect());
    content->show();
    if (auto *page = qobject_cast<Page *>(content))
        page->setHost(this);
}

SidePanel *PanelHost::panel() const
{
    return m_panel;
}

ConfirmPanel *PanelHost::confirm() const
{
    return m_confirm;
}

bool PanelHost::openPanel(SidePanel *panel)
{
    if (m_panel) {
        m_panel->requestClose();
        if (m_panel) { // dirty or busy: it stays and asks
            panel->deleteLater();
            return false;
        }
    }
    m_focusBefore = QApplication::focusWidget();
    m_panel = panel;
    m_shadow = new PanelShadow(this);
    if (panel->parentWidget() != this)
        panel->setParent(this);
    panel->raise();
    connect(panel, &SidePanel::closed, this, [this, panel] { panelClosed(panel); });
    m_shadow->show();
    panel->show();
    m_toasts->raise();
    if (m_confirm)
        m_confirm->raise();
    slide(true);
    panel->focusFirst();
    emit panelChanged();
    return true;
}

void PanelHost::panelClosed(SidePanel *panel)
{
    if (panel != m_panel)
        return;
    m_panel = nullptr;
    if (m_shadow)
        m_shadow->deleteLater();
    panel->hide();
    panel->deleteLater();
    m_animation->stop();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    emit panelChanged();
}

void PanelHost::openConfirm(ConfirmPanel *confirm)
{
    if (m_confirm)
        m_confirm->done();
    QPointer<QWidget> before = QApplication::focusWidget();
    m_confirm = confirm;
    confirm->setParent(this);
    confirm->setGeometry(rect());
    connect(confirm, &ConfirmPanel::closed, this, [this, confirm, before] {
        if (m_confirm == confirm)
            m_confirm = nullptr;
        confirm->hide();
        confirm->deleteLater();
        if (before)
            before->setFocus(Qt::OtherFocusReason);
    });
    confirm->show();
    confirm->raise();
}

void PanelHost::toast(const QString &text, std::function<void()> undo)
{
    m_toasts->add(text, std::move(undo));
}

void PanelHost::showJob(std::shared_ptr<JobContext> job, std::function<void()> details)
{
    if (m_window)
        m_window->showJob(std::move(job), std::move(details));
}

bool PanelHost::showPage(const QString &pageId, const QVariant &argument)
{
    return m_window && m_window->showPage(pageId, argument);
}

void PanelHost::slide(bool in)
{
    const int duration = Theme::of(this).animationMs();
    m_animation->stop();
    if (duration == 0 || !in) {
        m_animation->setEndValue(1.0);
        place();
        return;
    }
    m_animation->setDuration(duration);
    m_animation->setStartValue(0.0);
    m_animation->setEndValue(1.0);
    m_animation->start();
}

void PanelHost::place()
{
    if (m_panel) {
        const bool moving = m_animation->state() == QAbstractAnimation::Running;
        const double shown = moving ? m_animation->currentValue().toDouble() : 1.0;
        const int wanted = qMin(m_panel->panelWidth(), width());
        const int left = width() - int(wanted * shown);
        m_panel->setGeometry(left, 0, wanted, height());
        if (m_shadow)
            m_shadow->setGeometry(left - kShadowWidth, 0, kShadowWidth, height());
    }
    if (m_confirm)
        m_confirm->setGeometry(rect());
    m_toasts->place();
}

void PanelHost::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_content)
        m_content->setGeometry(rect());
    place();
}

} // namespace cas::ui
