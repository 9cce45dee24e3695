// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/create_sub_panel.h"

#include "core/console/console.h"
#include "ui/download/job_outcome.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_actions.h"
#include "ui/privateca/form_parts.h"
#include "ui/privateca/publication_fields.h"
#include "ui/privateca/subject_fields.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace cas::ui {

namespace {

const QRegularExpression &nameGaps()
{
    static const QRegularExpression gaps(QStringLiteral("[\\s,;]+"));
    return gaps;
}

} // namespace

CreateSubPanel::CreateSubPanel(Console &console, const QList<privateca::Ca> &cas, CaId parentCa,
                               const StoreTraits &traits, QWidget *parent)
    : SidePanel(parent)
    , m_console(console)
    , m_traits(traits)
    , m_parent(new QComboBox)
    , m_algorithm(makeAlgorithmCombo(crypto::allKeyAlgorithms()))
    , m_years(new QSpinBox)
    , m_name(new QLineEdit)
    , m_pathLength(new QSpinBox)
    , m_permitted(new QLineEdit)
{
    setObjectName(QStringLiteral("createSubPanel"));
    for (const privateca::Ca &ca : cas) {
        if (!caMayIssue(ca, console.clock().now()))
            continue;
        m_parents.append(ca);
        m_parent->addItem(visibleText(ca.name), ca.id.value());
    }
    m_parent->setCurrentIndex(m_parent->findData(parentCa.value()));
    auto *form = new Form;
    m_parentField = form->add(new FormField(m_parent, QStringLiteral("ca")));
    m_parentField->setRequired(true);
    m_subject = new SubjectFields(form);
    m_algorithmField = new FormField(m_algorithm, QStringLiteral("key"));
    m_years->setRange(1, 30);
    m_years->setValue(5);
    m_yearsField = new FormField(m_years, QStringLiteral("years"));
    form->addRow({m_algorithmField, m_yearsField});
    m_nameField = form->add(new FormField(m_name, QStringLiteral("name")));
    m_nameField->setValidator([this] { return nameProblem(m_name->text()); });
    m_pathLength->setRange(0, 10);
    m_pathField = form->add(new FormField(m_pathLength, QStringLiteral("path_length")));
    m_permittedField = form->add(new FormField(m_permitted, QStringLiteral("permitted")));
    m_permittedField->setValidator([this] { return constraintProblem(); });
    m_publication = new PublicationFields(form, PublicationFields::Fold::Closed);
    privateca::Publication publication;
    publication.crlDays = traits.crlDays;
    m_publication->set(publication);
    setForm(form);
    connect(m_parent, &QComboBox::currentIndexChanged, this, &CreateSubPanel::parentChanged);
    connect(this, &SidePanel::submitted, this, &CreateSubPanel::start);
    parentChanged();
    translateTexts();
    form->setClean();
}

CreateSubPanel::~CreateSubPanel() = default;

void CreateSubPanel::parentChanged()
{
    // An SM2 CA signs SM2 keys only: what the parent refuses is not offered.
    for (const privateca::Ca &ca : m_parents) {
        if (ca.id.value() != m_parent->currentData().toLongLong())
            continue;
        const auto before = algorithmOf(m_algorithm);
        const auto allowed = algorithmsUnder(ca.keyAlgorithm);
        m_algorithm->clear();
        for (const auto algorithm : allowed)
            m_algorithm->addItem(crypto::keyAlgorithmLabel(algorithm), int(algorithm));
        const int same = m_algorithm->findData(int(before));
        const int usual = m_algorithm->findData(int(crypto::KeyAlgorithm::EcP256));
        m_algorithm->setCurrentIndex(same >= 0 ? same : qMax(0, usual));
        m_yearsField->setHelp(
            tr("%1 ends on %2.").arg(visibleText(ca.name, 40), isoDate(ca.notAfter)));
        m_years->setValue(qBound(1, m_years->value(),
                                 qMax(1, int(m_console.clock().now().daysTo(ca.notAfter) / 366))));
    }
}

void CreateSubPanel::translateTexts()
{
    setTitle(m_traits.metered() ? tr("Purchase sub-CA") : tr("Create subordinate CA"));
    setSubtitle(tr("It issues the certificates; the root only signs it"));
    m_parentField->setLabel(tr("Signed by"));
    m_subject->translateTexts();
    m_algorithmField->setLabel(tr("Algorithm"));
    m_yearsField->setLabel(tr("Years"));
    m_nameField->setLabel(tr("Name in this console"));
    m_nameField->setHelp(tr("Optional; the common name is used where it is empty."));
    m_pathField->setLabel(tr("Path length"));
    m_pathField->setHelp(tr("How many levels of CAs may stand below it; 0: none."));
    m_permittedField->setLabel(tr("Permitted DNS names"));
    m_permitted->setPlaceholderText(QStringLiteral("example.com, example.org"));
    m_permittedField->setHelp(
        tr("Optional name constraint: it may then issue for these domains only."));
    m_publication->translateTexts();
    setPrimary(m_traits.metered() ? tr("Purchase sub-CA") : tr("Create"));
}

QString CreateSubPanel::constraintProblem() const
{
    for (QString part : m_permitted->text().split(nameGaps(), Qt::SkipEmptyParts)) {
        if (part.startsWith(u'.'))
            part.remove(0, 1); // ".example.com": names below only
        const auto checked = crypto::normalizedDnsName(part);
        if (!checked || part.startsWith(u"*"))
            return errorSentence(fail(ErrorCode::SanDnsInvalid, {}, {part}));
    }
    return {};
}

void CreateSubPanel::start()
{
    auto subject = m_subject->subject();
    if (!subject) {
        showError(subject.error());
        return;
    }
    privateca::CreateSubCommand command;
    command.parent = CaId(m_parent->currentData().toLongLong());
    command.name = m_name->text();
    command.subject = *subject;
    command.algorithm = algorithmOf(m_algorithm);
    command.years = m_years->value();
    command.pathLength = m_pathLength->value();
    const QStringList permitted = m_permitted->text().split(nameGaps(), Qt::SkipEmptyParts);
    if (!permitted.isEmpty()) {
        crypto::NameConstraints constraints;
        constraints.permittedDns = permitted;
        command.nameConstraints = constraints;
    }
    command.publication = m_publication->publication();
    setBusy(tr("Making the key and the certificate…"));
    m_job = m_console.cas().createSubJob(command);
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

void CreateSubPanel::failed(const Error &error)
{
    m_publication->reveal(error.field);
    showError(error.field == u"subject" ? withField(error, QStringLiteral("cn")) : error);
}

void CreateSubPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        translateTexts();
    SidePanel::changeEvent(event);
}

} // namespace cas::ui
