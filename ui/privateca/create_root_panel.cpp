// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/create_root_panel.h"

#include "core/console/console.h"
#include "core/orders/price_list.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/privateca/form_parts.h"
#include "ui/privateca/publication_fields.h"
#include "ui/privateca/subject_fields.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QSpinBox>

namespace cas::ui {

CreateRootPanel::CreateRootPanel(Console &console, const StoreTraits &traits, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_traits(traits)
    , m_algorithm(makeAlgorithmCombo(crypto::allKeyAlgorithms()))
    , m_years(new QSpinBox)
    , m_name(new QLineEdit)
    , m_months(new QComboBox)
{
    setObjectName(QStringLiteral("createRootPanel"));
    auto *form = new Form;
    m_subject = new SubjectFields(form);
    m_algorithmField = new FormField(m_algorithm, QStringLiteral("key"));
    m_years->setRange(1, 30);
    m_years->setValue(10);
    m_yearsField = new FormField(m_years, QStringLiteral("years"));
    form->addRow({m_algorithmField, m_yearsField});
    m_nameField = form->add(new FormField(m_name, QStringLiteral("name")));
    m_nameField->setValidator([this] { return nameProblem(m_name->text()); });
    for (const int months : {1, 3, 6, 12, 24, 36})
        m_months->addItem(QString(), months);
    m_months->setCurrentIndex(m_months->findData(12));
    m_monthsField = form->add(new FormField(m_months, QStringLiteral("months")));
    m_monthsField->setVisible(m_traits.metered());
    m_publication = new PublicationFields(form, PublicationFields::Fold::Closed);
    privateca::Publication publication;
    publication.crlDays = traits.crlDays;
    m_publication->set(publication);
    setForm(form);
    form->setClean();
    connect(m_months, &QComboBox::currentIndexChanged, this, &CreateRootPanel::showPrice);
    connect(this, &SidePanel::submitted, this, &CreateRootPanel::start);
    translateTexts();
}

CreateRootPanel::~CreateRootPanel() = default;

void CreateRootPanel::translateTexts()
{
    setTitle(tr("Purchase and Enable"));
    setSubtitle(tr("A root CA of your own, ready to use"));
    m_subject->translateTexts();
    m_algorithmField->setLabel(tr("Algorithm"));
    m_yearsField->setLabel(tr("Years"));
    m_nameField->setLabel(tr("Name in this console"));
    m_nameField->setHelp(tr("Optional; the common name is used where it is empty."));
    m_monthsField->setLabel(tr("Service period"));
    for (int i = 0; i < m_months->count(); ++i)
        m_months->setItemText(i, tr("%n month(s)", nullptr, m_months->itemData(i).toInt()));
    m_publication->translateTexts();
    setPrimary(tr("Purchase and Enable"));
    showPrice();
}

void CreateRootPanel::showPrice()
{
    if (!m_traits.metered())
        return;
    const int months = m_months->currentData().toInt();
    const auto price = orders::priceOf(QStringLiteral("pca.ca"));
    setFooterText(tr("Price: %1").arg(orders::amountText(price.microUnits * months)));
}

void CreateRootPanel::start()
{
    auto subject = m_subject->subject();
    if (!subject) {
        showError(subject.error());
        return;
    }
    privateca::CreateRootCommand command;
    command.name = m_name->text();
    command.subject = *subject;
    command.algorithm = algorithmOf(m_algorithm);
    command.years = m_years->value();
    command.publication = m_publication->publication();
    command.months = m_months->currentData().toInt();
    setBusy(tr("Making the key and the certificate…"));
    m_job = m_console.cas().createRootJob(command);
    m_job.onFinished([this](Outcome<privateca::Ca> outcome) {
        whenEnded(
            std::move(outcome),
            [this](const privateca::Ca &ca) {
                setBusy({});
                setDirty(false);
                emit created(ca);
                done();
            },
            [this](const Error &error) { failed(error); }, [this] { setBusy({}); });
    });
}

void CreateRootPanel::failed(const Error &error)
{
    m_publication->reveal(error.field);
    showError(error.field == u"subject" ? withField(error, QStringLiteral("cn")) : error);
}

void CreateRootPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
