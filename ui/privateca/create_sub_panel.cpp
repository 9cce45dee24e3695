// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/create_sub_panel.h"

#include "core/console/console.h"
#include "core/privateca/ca_rules.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/kit/text.h"
#include "ui/privateca/ca_actions.h"
#include "ui/privateca/form_parts.h"

#include <QComboBox>
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
                               const StoreTraits &traits,
                               const std::optional<privateca::Ca> &pending, QWidget *parent)
    : CaFormPanel(console, traits, parent)
    , m_pending(pending)
    , m_parent(new QComboBox)
    , m_pathLength(new QSpinBox)
    , m_permitted(new QLineEdit)
{
    setObjectName(QStringLiteral("createSubPanel"));
    for (const privateca::Ca &ca : cas) {
        // A bought one was bought below its root.
        if (!caMayIssue(ca, console.clock().now()) || (m_pending && ca.id != parentCa))
            continue;
        m_parents.append(ca);
        m_parent->addItem(visibleText(ca.name), ca.id.value());
    }
    m_parent->setCurrentIndex(m_parent->findData(parentCa.value()));
    auto *form = addForm();
    m_parentField = form->add(m_parent, QStringLiteral("ca"));
    m_parentField->setRequired(true);
    addIdentity(form, crypto::allKeyAlgorithms(), 5);
    m_pathLength->setRange(0, 10);
    m_pathField = form->add(m_pathLength, QStringLiteral("path_length"));
    m_permittedField = form->add(m_permitted, QStringLiteral("permit_dns"));
    m_permittedField->setValidator([this] { return constraintProblem(); });
    addPublication(form);
    if (m_pending)
        setCaName(m_pending->name, Named::ByPurchase);
    connect(m_parent, &QComboBox::currentIndexChanged, this, &CreateSubPanel::parentChanged);
    connect(this, &SidePanel::submitted, this, &CreateSubPanel::start);
    parentChanged();
    CreateSubPanel::translateTexts();
    form->setClean();
}

void CreateSubPanel::parentChanged()
{
    // An SM2 CA signs SM2 keys only: what the parent refuses is not offered.
    for (const privateca::Ca &ca : m_parents) {
        if (ca.id.value() != m_parent->currentData().toLongLong())
            continue;
        const auto before = algorithmOf(algorithm());
        const auto allowed = algorithmsUnder(ca.keyAlgorithm);
        algorithm()->clear();
        for (const auto one : allowed)
            algorithm()->addItem(crypto::keyAlgorithmLabel(one), int(one));
        const int same = algorithm()->findData(int(before));
        const int usual = algorithm()->findData(int(crypto::KeyAlgorithm::EcP256));
        algorithm()->setCurrentIndex(same >= 0 ? same : qMax(0, usual));
        yearsField()->setHelp(
            tr("%1 ends on %2.").arg(visibleText(ca.name, 40), isoDate(ca.notAfter)));
        years()->setValue(qBound(1, years()->value(),
                                 qMax(1, int(console().clock().now().daysTo(ca.notAfter) / 366))));
    }
}

void CreateSubPanel::translateTexts()
{
    CaFormPanel::translateTexts();
    setTitle(m_pending ? tr("Enable subordinate CA") : tr("Create subordinate CA"));
    setSubtitle(m_pending ? visibleText(m_pending->name, 60)
                          : tr("It issues the certificates; the root only signs it"));
    m_parentField->setLabel(tr("Signed by"));
    m_pathField->setLabel(tr("Path length"));
    m_pathField->setHelp(tr("How many levels of CAs may stand below it; 0: none."));
    m_permittedField->setLabel(tr("Permitted DNS names"));
    m_permitted->setPlaceholderText(QStringLiteral("example.com, example.org"));
    m_permittedField->setHelp(
        tr("Optional name constraint: it may then issue for these domains only."));
    setPrimary(m_pending ? tr("Enable") : tr("Create"));
}

crypto::NameConstraints CreateSubPanel::constraints() const
{
    crypto::NameConstraints typed;
    typed.permittedDns = m_permitted->text().split(nameGaps(), Qt::SkipEmptyParts);
    return typed;
}

QString CreateSubPanel::constraintProblem() const
{
    const auto checked = privateca::rules::checkedConstraints(constraints());
    return checked ? QString() : errorSentence(checked.error());
}

void CreateSubPanel::start()
{
    privateca::CreateSubCommand command;
    if (!collect(command))
        return;
    command.parent = CaId(m_parent->currentData().toLongLong());
    command.pathLength = m_pathLength->value();
    if (const auto typed = constraints(); !typed.isEmpty())
        command.nameConstraints = typed;
    if (m_pending)
        command.pending = m_pending->id;
    run(console().cas().createSubJob(command));
}

} // namespace cas::ui
