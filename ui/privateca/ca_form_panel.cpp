// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/ca_form_panel.h"

#include "core/console/console.h"
#include "core/privateca/ca_rules.h"
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

namespace {

constexpr int kMostCaYears = 30; // the service's own bound

} // namespace

CaFormPanel::CaFormPanel(Console &console, const StoreTraits &traits, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_traits(traits)
{ }

CaFormPanel::~CaFormPanel() = default;

void CaFormPanel::addIdentity(Form *form, const QList<crypto::KeyAlgorithm> &algorithms, int years)
{
    m_subject = new SubjectFields(form);
    m_algorithm = makeAlgorithmCombo(algorithms);
    m_algorithmField = new FormField(m_algorithm, QStringLiteral("key"));
    m_years = new QSpinBox;
    m_years->setRange(1, 999); // wider than allowed: a field that eats digits says nothing
    m_years->setValue(years);
    m_yearsField = new FormField(m_years, QStringLiteral("years"));
    m_yearsField->setValidator([this] {
        return m_years->value() <= kMostCaYears
                   ? QString()
                   : errorSentence(fail(ErrorCode::InputOutOfRange, QStringLiteral("years"),
                                        {QStringLiteral("1"), QString::number(kMostCaYears)}));
    });
    form->addRow({m_algorithmField, m_yearsField});
    m_name = new QLineEdit;
    m_nameField = form->add(m_name, QStringLiteral("name"));
    m_nameField->setValidator([this] { return nameProblem(m_name->text()); });
}

void CaFormPanel::addPublication(Form *form)
{
    m_publication =
        new PublicationFields(form, m_traits.baseUrl.isEmpty() ? PublicationFields::Fold::Closed
                                                               : PublicationFields::Fold::Open);
    privateca::Publication publication;
    publication.crlDays = m_traits.crlDays;
    m_publication->set(publication);
    for (const QLineEdit *edit : {m_subject->commonNameEdit(), static_cast<QLineEdit *>(m_name)})
        connect(edit, &QLineEdit::textChanged, this, &CaFormPanel::suggestAddresses);
}

void CaFormPanel::setCaName(const QString &name, Named by)
{
    m_name->setText(name);
    m_subject->commonNameEdit()->setText(name);
    if (by == Named::ByPerson)
        return;
    connect(m_subject->commonNameEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!m_name->isModified())
            m_name->setText(text.trimmed());
    });
}

void CaFormPanel::suggestAddresses()
{
    const QString name = m_name->text().trimmed();
    const auto urls = privateca::rules::urlsBelow(m_traits.baseUrl,
                                                  name.isEmpty() ? m_subject->commonName() : name);
    m_publication->suggest(urls.crl, urls.issuer);
}

void CaFormPanel::translateTexts()
{
    m_subject->translateTexts();
    m_algorithmField->setLabel(tr("Algorithm"));
    m_yearsField->setLabel(tr("Years"));
    m_nameField->setLabel(tr("Name in this console"));
    m_nameField->setHelp(tr("Optional; the common name is used where it is empty."));
    m_publication->translateTexts();
}

bool CaFormPanel::collectInto(crypto::DistinguishedName &subject, QString &name,
                              crypto::KeyAlgorithm &algorithm, int &years,
                              privateca::Publication &publication)
{
    auto typed = m_subject->subject();
    if (!typed) {
        showError(typed.error());
        return false;
    }
    subject = *typed;
    name = m_name->text();
    algorithm = algorithmOf(m_algorithm);
    years = m_years->value();
    publication = m_publication->publication();
    return true;
}

void CaFormPanel::run(Job<privateca::Ca> job)
{
    setBusy(tr("Making the key and the certificate…"));
    m_job = std::move(job);
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

void CaFormPanel::failed(const Error &error)
{
    m_publication->reveal(error.field);
    showError(error.field == u"subject" ? withField(error, QStringLiteral("cn")) : error);
}

void CaFormPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
