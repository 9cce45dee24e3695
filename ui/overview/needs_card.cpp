// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/needs_card.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/status_chip.h"
#include "ui/text/plain_text.h"

#include <QHBoxLayout>
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
    m_column = new QVBoxLayout(m_rows);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::kS);
    content()->addWidget(m_rows, 1);
    int number = 0;
    for (const OverviewNeed &need : needs)
        addLine(need, number++, now);
    if (needs.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(space::kS);
        auto *mark = new QLabel(m_rows);
        mark->setPixmap(
            symbolPixmap(Symbol::Check, 18, devicePixelRatioF(), Theme::of(this).tokens().good));
        row->addWidget(mark, 0, Qt::AlignTop);
        auto *text = makeLabel(TextStyle::Body, Tone::Second, m_rows, Wrap::Yes);
        text->setObjectName(QStringLiteral("needs.none"));
        text->setText(tr("Nothing. No certificate ends soon and every revocation list is fresh."));
        row->addWidget(text, 1);
        m_column->addLayout(row);
    }
    if (more > 0) {
        auto *all = makeButton(ButtonKind::Link, m_rows);
        all->setObjectName(QStringLiteral("needs.all"));
        all->setText(tr("and %n more", nullptr, int(more)));
        connect(all, &QPushButton::clicked, this, &NeedsCard::allRequested);
        m_column->addWidget(all, 0, Qt::AlignLeft);
    }
    m_column->addStretch(1);
    m_rows->show();
}

void NeedsCard::addLine(const OverviewNeed &need, int number, const QDateTime &now)
{
    if (number > 0)
        m_column->addWidget(makeLine(m_rows));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kM);
    const qint64 days = now.toLocalTime().date().daysTo(need.until.toLocalTime().date());
    QString badge;
    StatusKind kind = StatusKind::Warn;
    if (need.kind == OverviewNeed::Kind::CrlMissing) {
        badge = tr("no CRL");
        kind = StatusKind::Bad;
    } else if (need.until <= now) {
        badge = tr("overdue");
        kind = StatusKind::Bad;
    } else {
        badge = days == 0 ? tr("today") : tr("%n day(s)", nullptr, int(days));
        kind = days <= 7 ? StatusKind::Bad : StatusKind::Warn;
    }
    row->addWidget(new StatusChip(kind, badge, m_rows), 0, Qt::AlignTop);

    const QString name = visibleText(need.name, 60);
    QString title;
    QString note;
    QString verb;
    switch (need.kind) {
    case OverviewNeed::Kind::CertificateEnds:
        title = tr("%1 expires", "a certificate").arg(name);
        //: second line below "www.example.com expires": its CA and its last day
        note = tr("%1 · %2").arg(visibleText(need.note, 40), isoDate(need.until));
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
    row->addLayout(words, 1);

    auto *link = makeButton(ButtonKind::Link, m_rows);
    link->setObjectName(QStringLiteral("need.%1.open").arg(number));
    link->setText(verb);
    link->setAccessibleName(verb + u' ' + name);
    connect(link, &QPushButton::clicked, this, [this, need] {
        if (need.kind == OverviewNeed::Kind::CertificateEnds)
            emit certificateRequested(need.certificate);
        else
            emit caRequested(need.ca);
    });
    row->addWidget(link, 0, Qt::AlignTop);
    m_column->addLayout(row);
}

} // namespace cas::ui
