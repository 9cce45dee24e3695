// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/needs_card.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/status_chip.h"
#include "ui/text/plain_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace cas::ui {

NeedsCard::NeedsCard(QWidget *parent)
    : Card(parent)
{
    setObjectName(QStringLiteral("overview.needs"));
}

void NeedsCard::setNeeds(const QList<OverviewNeed> &needs, qint64 more, const QDateTime &now)
{
    delete m_rows;
    m_rows = new QWidget(this);
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::kM);
    m_grid->setVerticalSpacing(space::kS);
    m_grid->setColumnStretch(1, 1);
    content()->addWidget(m_rows, 1);
    int number = 0;
    for (const OverviewNeed &need : needs)
        addLine(need, number++, now);
    int line = 2 * number;
    if (needs.isEmpty()) {
        auto *mark = new QLabel(m_rows);
        mark->setPixmap(
            symbolPixmap(Symbol::Check, 18, devicePixelRatioF(), Theme::of(this).tokens().good));
        m_grid->addWidget(mark, line, 0, Qt::AlignTop);
        auto *text = makeLabel(TextStyle::Body, Tone::Second, m_rows, Wrap::Yes);
        text->setObjectName(QStringLiteral("needs.none"));
        text->setText(tr("Nothing. No certificate ends soon and every revocation list is fresh."));
        m_grid->addWidget(text, line++, 1, 1, 2);
    }
    if (more > 0) {
        auto *all = makeButton(ButtonKind::Link, m_rows);
        all->setObjectName(QStringLiteral("needs.all"));
        all->setText(tr("and %n more", nullptr, int(more)));
        connect(all, &QPushButton::clicked, this, &NeedsCard::allRequested);
        m_grid->addWidget(all, line++, 1, Qt::AlignLeft);
    }
    m_grid->setRowStretch(line, 1);
    m_rows->show();
}

void NeedsCard::addLine(const OverviewNeed &need, int number, const QDateTime &now)
{
    const int line = 2 * number; // every second line of the grid is a rule
    if (number > 0)
        m_grid->addWidget(makeLine(m_rows), line - 1, 0, 1, 3);
    const qint64 days = now.toLocalTime().date().daysTo(need.until.toLocalTime().date());
    QString badge;
    StatusKind kind = StatusKind::Warn;
    if (need.kind == OverviewNeed::Kind::CrlMissing) {
        badge = tr("no CRL");
        kind = StatusKind::Bad;
    } else if (need.kind == OverviewNeed::Kind::BackupFailed) {
        badge = tr("no backup");
        kind = StatusKind::Bad;
    } else if (need.until <= now) {
        badge = tr("overdue");
        kind = StatusKind::Bad;
    } else {
        badge = days == 0 ? tr("today") : tr("%n day(s)", nullptr, int(days));
        kind = days <= 7 ? StatusKind::Bad : StatusKind::Warn;
    }
    m_grid->addWidget(new StatusChip(kind, badge, m_rows), line, 0, Qt::AlignTop | Qt::AlignLeft);

    const QString name = visibleText(need.name, 60);
    QString title;
    QString note;
    QString verb;
    switch (need.kind) {
    case OverviewNeed::Kind::CertificateEnds:
        title = tr("%1 expires", "a certificate").arg(name);
        note = isoDate(need.until);
        verb = tr("Details");
        break;
    case OverviewNeed::Kind::CrlEnds:
        title = need.until <= now ? tr("The CRL of %1 is out of date").arg(name)
                                  : tr("The CRL of %1 ends").arg(name);
        note = dateWithDistance(need.until, now);
        verb = tr("Publish");
        break;
    case OverviewNeed::Kind::CrlMissing:
        title = tr("%1 has published no CRL").arg(name);
        note = tr("Its certificates name a place for it.");
        verb = tr("Publish");
        break;
    case OverviewNeed::Kind::BackupFailed:
        title = need.until.isValid() ? tr("The last backup failed")
                                     : tr("The backup that was due was not made");
        note = need.until.isValid() ? dateWithDistance(need.until, now) : tr("Settings say why.");
        verb = tr("Settings");
        break;
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *titleLabel = makeLabel(TextStyle::Body, Tone::Text, m_rows, Wrap::Yes);
    titleLabel->setText(title);
    titleLabel->setObjectName(QStringLiteral("need.%1.title").arg(number));
    auto *noteLabel = makeLabel(TextStyle::Small, Tone::Second, m_rows, Wrap::Yes);
    noteLabel->setText(note);
    words->addWidget(titleLabel);
    words->addWidget(noteLabel);
    m_grid->addLayout(words, line, 1);

    auto *link = makeButton(ButtonKind::Link, m_rows);
    link->setObjectName(QStringLiteral("need.%1.open").arg(number));
    link->setText(verb);
    link->setAccessibleName(name.isEmpty() ? verb : verb + u' ' + name);
    connect(link, &QPushButton::clicked, this, [this, need] {
        if (need.kind == OverviewNeed::Kind::CertificateEnds)
            emit certificateRequested(need.certificate);
        else if (need.kind == OverviewNeed::Kind::BackupFailed)
            emit backupsRequested();
        else
            emit caRequested(need.ca);
    });
    link->setMaximumHeight(22); // in line with the chip
    m_grid->addWidget(link, line, 2, Qt::AlignTop);
}

} // namespace cas::ui
