// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/store_card.h"
#include "ui/kit/buttons.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/page.h"
#include "ui/kit/text.h"
#include "ui/text/error_text.h"

#include <QDir>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace cas::ui {

StoreCard::StoreCard(Console &console, Page &page)
    : Card(&page)
    , m_console(console)
    , m_page(page)
    , m_facts(new KeyValueGrid(this))
    , m_check(makeButton(ButtonKind::Secondary, this, Symbol::ShieldCheck))
{
    m_check->setObjectName(QStringLiteral("settings.check"));
    content()->addWidget(m_facts);
    content()->addSpacing(space::kS);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_check);
    buttons->addStretch(1);
    content()->addLayout(buttons);
    connect(m_check, &QPushButton::clicked, this, &StoreCard::check);
}

void StoreCard::setInfo(const store::StoreInfo &info, bool offline)
{
    m_info = info;
    m_offline = offline;
    retranslate();
}

void StoreCard::retranslate()
{
    setTitle(tr("Store"));
    m_check->setText(tr("Check store"));
    if (m_info.path.isEmpty())
        return;
    m_facts->setRow(QStringLiteral("path"), tr("File"), QDir::toNativeSeparators(m_info.path),
                    KeyValueGrid::Style::Text, KeyValueGrid::Copy::Yes);
    m_facts->setRow(QStringLiteral("size"), tr("Size"),
                    QLocale().formattedDataSize(m_info.fileBytes));
    m_facts->setRow(QStringLiteral("created"), tr("Created"), isoDateTime(m_info.createdAt));
    m_facts->setRow(QStringLiteral("schema"), tr("Schema"), QString::number(m_info.schemaVersion));
    m_facts->setRow(QStringLiteral("kind"), tr("Kind"),
                    m_offline ? tr("Offline CA station") : tr("Desktop"));
}

void StoreCard::check()
{
    m_check->setEnabled(false);
    m_checkJob = m_console.checkJob();
    m_checkJob.onFinished([this](const Outcome<QList<store::Finding>> &outcome) {
        m_check->setEnabled(true);
        if (const auto *failed = std::get_if<Failed>(&outcome))
            fail(failed->error);
        else if (const auto *done = std::get_if<Done<QList<store::Finding>>>(&outcome))
            checked(done->value);
    });
}

void StoreCard::checked(const QList<store::Finding> &findings)
{
    if (findings.isEmpty()) {
        emit said(InlineMessage::Kind::Success,
                  tr("The store is sound: every page, seal and balance was checked."), {});
        return;
    }
    QStringList lines;
    for (const store::Finding &finding : findings)
        lines.append(QStringLiteral("%1 %2: %3").arg(finding.table, finding.id, finding.what));
    emit said(InlineMessage::Kind::Error,
              tr("%n finding(s): the store was damaged or changed outside this program. Restore a "
                 "backup; the first is in the table %1.",
                 nullptr, static_cast<int>(findings.size()))
                  .arg(findings.constFirst().table),
              lines.join(u'\n'));
}

void StoreCard::fail(const Error &error)
{
    emit said(InlineMessage::Kind::Error, errorSentence(error), errorDetails(error));
}

} // namespace cas::ui
