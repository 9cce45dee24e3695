// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/first_steps_card.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace cas::ui {

namespace {

/// The number of a step in a ring, or a tick when it is done.
class StepMark final : public QWidget
{
public:
    explicit StepMark(int number, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
    {
        setFixedSize(28, 28);
    }
    void setState(bool done, bool next)
    {
        m_done = done;
        m_next = next;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        const Tokens &tokens = theme.tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF circle = QRectF(rect()).adjusted(1, 1, -1, -1);
        if (m_done) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.goodWeak);
            painter.drawEllipse(circle);
            paintSymbol(painter, circle.adjusted(5, 5, -5, -5), Symbol::Check, tokens.good);
            return;
        }
        painter.setPen(QPen(m_next ? tokens.accent : tokens.borderStrong, 1.4));
        painter.setBrush(m_next ? tokens.accentWeak : tokens.surface);
        painter.drawEllipse(circle);
        painter.setFont(theme.font(TextStyle::BodyStrong));
        painter.setPen(m_next ? tokens.accent : tokens.textSecond);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
    bool m_done = false;
    bool m_next = false;
};

} // namespace

FirstStepsCard::FirstStepsCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("overview.steps"));
    content()->setSpacing(space::kM);
    for (int step = 0; step < kSteps; ++step) {
        Line &line = m_lines[step];
        if (step > 0)
            content()->addWidget(makeLine(this));
        auto *row = new QHBoxLayout;
        row->setSpacing(space::kM);
        line.mark = new StepMark(step + 1, this);
        row->addWidget(line.mark, 0, Qt::AlignTop);
        auto *words = new QVBoxLayout;
        words->setSpacing(2);
        line.title = makeLabel(TextStyle::BodyStrong, Tone::Text, this, Wrap::Yes);
        line.text = makeLabel(TextStyle::Body, Tone::Second, this, Wrap::Yes);
        words->addWidget(line.title);
        words->addWidget(line.text);
        row->addLayout(words, 1);
        line.button = makeButton(ButtonKind::Secondary, this);
        line.button->setObjectName(QStringLiteral("overview.step.%1").arg(step + 1));
        row->addWidget(line.button, 0, Qt::AlignVCenter);
        content()->addLayout(row);
        connect(line.button, &QPushButton::clicked, this,
                [this, step] { emit stepRequested(step); });
    }
    retranslate();
}

void FirstStepsCard::retranslate()
{
    setTitle(tr("Next steps"));
    m_lines[CreateRoot].title->setText(tr("Create a root CA"));
    m_lines[CreateRoot].text->setText(
        tr("It is trusted by hand, once, on every device. Its key signs CAs only."));
    m_lines[CreateRoot].button->setText(tr("Create root CA"));
    m_lines[CreateSubordinate].title->setText(tr("Create a subordinate CA"));
    m_lines[CreateSubordinate].text->setText(
        tr("It issues the certificates; if it is lost, the root makes another one."));
    m_lines[CreateSubordinate].button->setText(tr("Create subordinate CA"));
    m_lines[RequestCertificate].title->setText(tr("Request a certificate"));
    m_lines[RequestCertificate].text->setText(
        tr("For a server by its names, or for a person, company or application."));
    m_lines[RequestCertificate].button->setText(tr("Request certificate"));
    showSteps();
}

void FirstStepsCard::setSteps(const FirstSteps &steps)
{
    m_steps = steps;
    showSteps();
}

void FirstStepsCard::showSteps()
{
    const bool done[kSteps]{m_steps.root, m_steps.subordinate, m_steps.certificate};
    bool waiting = true; // nothing before this step is still to do
    for (int step = 0; step < kSteps; ++step) {
        const bool next = waiting && !done[step];
        waiting = waiting && done[step];
        Line &line = m_lines[step];
        static_cast<StepMark *>(line.mark)->setState(done[step], next);
        setTone(line.title, done[step] ? Tone::Second : Tone::Text);
        setButtonKind(line.button, next ? ButtonKind::Primary : ButtonKind::Secondary);
        line.button->setVisible(!done[step]);
        line.mark->setAccessibleName(done[step] ? tr("done") : QString());
    }
}

} // namespace cas::ui
