// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/batch_run_card.h"

#include "ui/kit/buttons.h"
#include "ui/kit/error_text.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/jobs_bar.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/labels.h"
#include "ui/kit/text.h"

#include <QDesktopServices>
#include <QDir>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace cas::ui {

BatchRunCard::BatchRunCard(QWidget *parent)
    : QWidget(parent)
    , m_message(new InlineMessage(this))
    , m_lines(makeLabel(TextStyle::BodyStrong, Tone::Text, this))
    , m_bar(new QProgressBar(this))
    , m_pace(makeLabel(TextStyle::Small, Tone::Second, this))
    , m_facts(new KeyValueGrid(this))
    , m_stop(makeButton(ButtonKind::Secondary, this))
    , m_open(makeButton(ButtonKind::Secondary, this, Symbol::Folder))
    , m_goOn(makeButton(ButtonKind::Primary, this))
    , m_another(makeButton(ButtonKind::Link, this))
{
    setObjectName(QStringLiteral("batch.run"));
    m_message->setObjectName(QStringLiteral("batch.message"));
    m_lines->setObjectName(QStringLiteral("batch.lines"));
    m_bar->setObjectName(QStringLiteral("batch.bar"));
    m_pace->setObjectName(QStringLiteral("batch.pace"));
    m_facts->setObjectName(QStringLiteral("batch.facts"));
    m_stop->setObjectName(QStringLiteral("batch.stop"));
    m_open->setObjectName(QStringLiteral("batch.open"));
    m_goOn->setObjectName(QStringLiteral("batch.goOn"));
    m_another->setObjectName(QStringLiteral("batch.another"));
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 1000);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kM);
    column->addWidget(m_message);
    column->addWidget(m_lines);
    column->addWidget(m_bar);
    column->addWidget(m_pace);
    column->addWidget(m_facts);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kS);
    for (QPushButton *button : {m_goOn, m_open, m_stop, m_another})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_run)
            m_run->cancel();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_run)
            QDesktopServices::openUrl(QUrl::fromLocalFile(m_run->plan().request.folder));
    });
    connect(m_goOn, &QPushButton::clicked, this, &BatchRunCard::goOnRequested);
    connect(m_another, &QPushButton::clicked, this, &BatchRunCard::anotherRequested);
}

void BatchRunCard::watch(BatchRun *run)
{
    if (m_run)
        m_run->disconnect(this);
    m_run = run;
    connect(run, &BatchRun::progressed, this, &BatchRunCard::update);
    connect(run, &BatchRun::ended, this, &BatchRunCard::update);
    translateTexts();
}

void BatchRunCard::translateTexts()
{
    m_bar->setAccessibleName(tr("Lines done"));
    m_stop->setText(tr("Stop issuing"));
    m_open->setText(tr("Open folder"));
    m_goOn->setText(tr("Go on"));
    m_another->setText(tr("Another file"));
    update();
}

void BatchRunCard::update()
{
    if (!m_run)
        return;
    const bool running = m_run->state() == BatchRun::State::Running;
    const BatchRun::Numbers now = m_run->numbers();
    for (QWidget *part : {static_cast<QWidget *>(m_lines), static_cast<QWidget *>(m_bar),
                          static_cast<QWidget *>(m_pace), static_cast<QWidget *>(m_stop)})
        part->setVisible(running);
    m_open->setVisible(!running && !m_run->plan().request.folder.isEmpty()
                       && now.issued + now.before > 0);
    m_goOn->setVisible(m_run->state() == BatchRun::State::Stopped
                       || m_run->state() == BatchRun::State::Failed);
    m_another->setVisible(!running);
    m_stop->setEnabled(running && !m_run->cancelling());
    m_facts->setRow(QStringLiteral("issued"), tr("Issued"), groupedNumber(now.issued));
    m_facts->setRow(QStringLiteral("before"), tr("Issued before"), groupedNumber(now.before));
    m_facts->setRow(QStringLiteral("refused"), tr("Refused"), groupedNumber(now.refused));
    if (!m_run->plan().request.folder.isEmpty())
        m_facts->setRow(QStringLiteral("folder"), tr("Folder"),
                        visibleText(QDir::toNativeSeparators(m_run->plan().request.folder)));
    if (running)
        showProgress(now);
    else
        showEnd(now);
}

void BatchRunCard::showProgress(const BatchRun::Numbers &now)
{
    m_message->setMessage(
        InlineMessage::Kind::Info,
        tr("This panel may be closed; issuing goes on and stands at the bottom of the window."));
    const JobProgress progress = m_run->context()->progress();
    const qint64 done = std::max(now.looked(), progress.done);
    m_lines->setText(tr("%1 of %2 lines").arg(groupedNumber(done), groupedNumber(now.total)));
    m_bar->setValue(now.total > 0 ? int(done * 1000 / now.total) : 0);
    if (m_run->cancelling()) {
        m_pace->setText(tr("Stopping after what is begun…"));
        return;
    }
    QString pace;
    if (now.elapsedMs >= 1000)
        pace = tr("%1 lines a second").arg(groupedNumber(done * 1000 / now.elapsedMs));
    const qint64 left = secondsLeft(done, now.total, now.elapsedMs);
    if (left >= 0)
        pace += QStringLiteral(" · ") + tr("%1 left").arg(roughDuration(left));
    m_pace->setText(pace);
}

void BatchRunCard::showEnd(const BatchRun::Numbers &now)
{
    using Kind = InlineMessage::Kind;
    const QString count = groupedNumber(now.issued);
    switch (m_run->state()) {
    case BatchRun::State::Running:
        break;
    case BatchRun::State::Done:
        m_message->setMessage(now.issued + now.before > 0 ? Kind::Success : Kind::Warning,
                              now.issued == 1 ? tr("1 certificate is issued.")
                                              : tr("%1 certificates are issued.").arg(count));
        break;
    case BatchRun::State::Stopped:
        m_message->setMessage(Kind::Warning,
                              tr("Stopped. What is issued is whole and stays; run the same file "
                                 "again and it goes on from there."));
        break;
    case BatchRun::State::Failed:
        m_message->setMessage(Kind::Error,
                              tr("%1 What is issued stays; run the same file again to go on.")
                                  .arg(errorSentence(*m_run->error())));
        break;
    }
    const qint64 seconds = (now.elapsedMs + 500) / 1000;
    m_facts->setRow(QStringLiteral("time"), tr("Time taken"),
                    seconds < 60 ? tr("%1 s").arg(seconds)
                                 : tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60));
}

} // namespace cas::ui
