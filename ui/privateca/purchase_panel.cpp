// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/purchase_panel.h"

#include "core/console/console.h"
#include "core/orders/price_list.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/inline_message.h"
#include "ui/kit/key_value_grid.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_text.h"
#include "ui/privateca/form_parts.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace cas::ui {

PurchasePanel::PurchasePanel(Console &console, const QString &name,
                             const std::optional<privateca::Ca> &root, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_root(root)
    , m_name(new QLineEdit(name))
    , m_months(new QComboBox)
    , m_nameField(new FormField(m_name, QStringLiteral("name")))
    , m_monthsField(new FormField(m_months, QStringLiteral("months")))
    , m_note(new InlineMessage(this))
    , m_summary(new KeyValueGrid(this))
{
    setObjectName(QStringLiteral("purchasePanel"));
    m_note->setObjectName(QStringLiteral("purchase.note"));
    m_summary->setObjectName(QStringLiteral("purchase.order"));
    body()->addWidget(m_note);
    for (const int months : {1, 3, 6, 12, 24, 36})
        m_months->addItem(QString(), months);
    m_months->setCurrentIndex(m_months->findData(12));
    m_nameField->setRequired(true);
    m_nameField->setValidator([this] { return nameProblem(m_name->text()); });
    auto *form = addForm();
    form->add(m_nameField);
    form->add(m_monthsField);
    form->setClean();
    body()->addWidget(m_summary);
    m_summary->hide();
    connect(m_months, &QComboBox::currentIndexChanged, this, &PurchasePanel::showPrice);
    connect(this, &SidePanel::submitted, this, &PurchasePanel::start);
    translateTexts();
}

PurchasePanel::~PurchasePanel() = default;

void PurchasePanel::translateTexts()
{
    setTitle(m_root ? tr("Purchase sub-CA") : tr("Purchase and Enable"));
    setSubtitle(m_root ? tr("Below %1").arg(visibleText(m_root->name, 60))
                       : tr("A private root CA with one subordinate CA"));
    m_nameField->setLabel(tr("Name in this console"));
    m_nameField->setHelp(tr("It can be changed when the CA is enabled."));
    m_monthsField->setLabel(tr("Service period"));
    m_monthsField->setHelp(tr("Booked at the internal price list; no money moves."));
    for (int i = 0; i < m_months->count(); ++i)
        m_months->setItemText(i, tr("%n month(s)", nullptr, m_months->itemData(i).toInt()));
    if (m_bought) {
        showOrder(*m_bought);
        return;
    }
    if (!m_root)
        m_note->setMessage(
            InlineMessage::Kind::Info,
            tr("The root brings %1 certificates to assign and %2 free ones that "
               "live at most %3 days.")
                .arg(groupedNumber(orders::kFirstQuota), groupedNumber(orders::kFreeCertificates))
                .arg(orders::kFreeCertificateDays));
    setPrimary(tr("Purchase"));
    showPrice();
}

void PurchasePanel::showPrice()
{
    const int months = m_months->currentData().toInt();
    const auto price = orders::priceOf(QStringLiteral("pca.ca"));
    setFooterText(tr("Price: %1").arg(orders::amountText(price.microUnits * months)));
}

void PurchasePanel::start()
{
    if (m_bought) {
        emit enableRequested(m_bought->ca.id);
        return;
    }
    privateca::PurchaseCaCommand command;
    command.name = m_name->text();
    command.months = m_months->currentData().toInt();
    if (m_root)
        command.parent = m_root->id;
    setBusy(tr("Booking the order…"));
    m_job = m_console.cas().purchaseJob(command);
    m_job.onFinished([this](Outcome<privateca::PurchasedCa> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::PurchasedCa &bought) {
                setBusy({});
                endForm();
                showOrder(bought);
                emit purchased(bought.ca);
            },
            [this](const Error &error) { showError(error); }, [this] { setBusy({}); });
    });
}

void PurchasePanel::showOrder(const privateca::PurchasedCa &bought)
{
    m_bought = bought;
    m_note->setMessage(InlineMessage::Kind::Success,
                       m_root ? tr("Paid. The subordinate CA waits for Enable.")
                              : tr("Paid. The root CA and its subordinate CA wait for Enable; the "
                                   "root comes first."));
    m_summary->setRow(QStringLiteral("order"), tr("Order number"), bought.order.id.toString(),
                      KeyValueGrid::Style::Mono, KeyValueGrid::Copy::Yes);
    m_summary->setRow(QStringLiteral("item"), tr("Item"),
                      m_root ? tr("Subordinate CA") : tr("Private CA"));
    m_summary->setRow(QStringLiteral("months"), tr("Service period"),
                      tr("%n month(s)", nullptr, int(bought.order.quantity)));
    m_summary->setRow(QStringLiteral("amount"), tr("Amount"),
                      orders::amountText(bought.order.amount));
    m_summary->setRow(QStringLiteral("paid"), tr("Paid at"), isoDateTime(bought.order.createdAt));
    m_summary->setRow(QStringLiteral("service"), tr("Service ends"),
                      dateWithDistance(bought.ca.serviceEnd, m_console.clock().now()));
    m_summary->setRow(QStringLiteral("status"), tr("Status"), CaText::status(bought.ca.status));
    m_summary->show();
    setFooterText({});
    setCancelText(tr("Close"));
    setPrimary(m_root ? tr("Enable subordinate CA") : tr("Enable root CA"));
}

void PurchasePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
