// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/buy_panel.h"

#include "core/console/console.h"
#include "core/orders/price_list.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/text.h"

#include <QEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace cas::ui {

namespace {

constexpr int kUnmeteredMost = 100'000'000; // the service's own bound

} // namespace

BuyPanel::BuyPanel(Console &console, const privateca::Ca &root, const StoreTraits &traits,
                   QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_root(root)
    , m_traits(traits)
    , m_note(new InlineMessage(this))
    , m_count(new QSpinBox)
    , m_countField(new FormField(m_count, QStringLiteral("count")))
{
    setObjectName(QStringLiteral("buyPanel"));
    m_note->setObjectName(QStringLiteral("buy.note"));
    body()->addWidget(m_note);
    m_count->setRange(1, kUnmeteredMost);
    m_count->setValue(100);
    m_count->setGroupSeparatorShown(true);
    auto *form = addForm();
    form->add(m_countField);
    form->setClean();
    connect(m_count, &QSpinBox::valueChanged, this, &BuyPanel::showPrice);
    connect(this, &SidePanel::submitted, this, &BuyPanel::start);
    translateTexts();
}

BuyPanel::~BuyPanel() = default;

void BuyPanel::translateTexts()
{
    setTitle(tr("Buy"));
    setSubtitle(visibleText(m_root.name));
    m_countField->setLabel(tr("Number of certificates"));
    if (m_root.restCount)
        m_countField->setHelp(tr("Not assigned yet: %1").arg(groupedNumber(*m_root.restCount)));
    if (m_traits.metered())
        m_note->setMessage(InlineMessage::Kind::Info,
                           tr("Booked at the internal price list; no money moves."));
    else if (!m_root.restCount)
        m_note->setMessage(InlineMessage::Kind::Info,
                           tr("This CA is not limited. Once something is bought for it, what it "
                              "can hand on is counted; subordinate CAs stay unlimited until they "
                              "are assigned a rest count."));
    setPrimary(tr("Buy"));
    showPrice();
}

void BuyPanel::showPrice()
{
    if (!m_traits.metered())
        return;
    const auto price = orders::priceOf(QStringLiteral("pca.cert"));
    setFooterText(tr("Price: %1").arg(orders::amountText(price.microUnits * m_count->value())));
}

void BuyPanel::start()
{
    setBusy(tr("Buying…"));
    m_job = m_console.cas().buyQuotaJob(m_root.id, m_count->value());
    m_job.onFinished([this](Outcome<privateca::Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::Ca &root) {
                setBusy({});
                setDirty(false);
                emit bought(root);
                done();
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void BuyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
