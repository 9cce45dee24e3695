// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/privateca/publication_fields.h"

#include "core/privateca/ca_rules.h"
#include "ui/kit/error_text.h"
#include "ui/kit/form.h"
#include "ui/kit/form_field.h"
#include "ui/privateca/form_parts.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace cas::ui {

namespace {

struct PublicationTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::PublicationFields)
};

} // namespace

PublicationFields::PublicationFields(Form *form, Fold fold)
    : QObject(form)
    , m_enabled(new QCheckBox)
    , m_days(new QSpinBox)
{
    m_enabled->setChecked(true);
    m_enabledField = form->add(m_enabled, QStringLiteral("crl_enabled"));
    m_days->setRange(1, 365);
    m_days->setValue(30);
    m_daysField = form->add(m_days, QStringLiteral("crl_days"));
    if (fold != Fold::None) {
        m_fold = addFold(form, QStringLiteral("advanced"));
        connect(m_fold, &QPushButton::clicked, this, [this] { setOpen(!m_open); });
    }
    m_crlField = makeUrl(form, QStringLiteral("crl_url"), m_crl);
    m_issuerField = makeUrl(form, QStringLiteral("issuer_url"), m_issuer);
    m_ocspField = makeUrl(form, QStringLiteral("ocsp_url"), m_ocsp);
    connect(m_enabled, &QCheckBox::toggled, this, &PublicationFields::applyEnabled);
    connect(m_days, &QSpinBox::valueChanged, this, &PublicationFields::showUnit);
    setOpen(fold != Fold::Closed);
    translateTexts();
}

FormField *PublicationFields::makeUrl(Form *form, const QString &name, QLineEdit *&edit)
{
    edit = new QLineEdit;
    FormField *field = form->add(edit, name);
    field->setValidator([edit, name]() -> QString {
        privateca::Publication one;
        (name == u"crl_url"      ? one.crlUrl
         : name == u"issuer_url" ? one.issuerUrl
                                 : one.ocspUrl) = edit->text();
        const auto checked = privateca::rules::checkedPublication(one);
        return checked ? QString() : errorSentence(checked.error());
    });
    return field;
}

void PublicationFields::translateTexts()
{
    m_enabled->setText(PublicationTr::tr("Revocation list (CRL)"));
    m_enabled->setAccessibleName(m_enabled->text());
    m_enabledField->setHelp(
        PublicationTr::tr("Made anew at each revocation and at 80 % of its validity."));
    m_daysField->setLabel(PublicationTr::tr("CRL validity"));
    showUnit();
    m_crlField->setLabel(PublicationTr::tr("CRL address (CDP)"));
    m_crl->setPlaceholderText(QStringLiteral("http://pki.example.com/ca.crl"));
    m_crlField->setHelp(
        PublicationTr::tr("Written into every certificate this CA issues; http only."));
    m_issuerField->setLabel(PublicationTr::tr("Issuer address (AIA)"));
    m_issuer->setPlaceholderText(QStringLiteral("http://pki.example.com/ca.cer"));
    m_ocspField->setLabel(PublicationTr::tr("OCSP address"));
    m_ocsp->setPlaceholderText(QStringLiteral("http://ocsp.example.com/"));
    if (m_fold) {
        m_fold->setText(m_open ? PublicationTr::tr("Hide addresses")
                               : PublicationTr::tr("Addresses for CRL, issuer and OCSP…"));
        m_fold->setAccessibleName(m_fold->text());
    }
}

void PublicationFields::set(const privateca::Publication &publication)
{
    m_enabled->setChecked(publication.crlEnabled);
    m_days->setValue(publication.crlDays);
    m_crl->setText(publication.crlUrl);
    m_issuer->setText(publication.issuerUrl);
    m_ocsp->setText(publication.ocspUrl);
    applyEnabled();
}

void PublicationFields::suggest(const QString &crlUrl, const QString &issuerUrl)
{
    const auto follow = [](QLineEdit *edit, QString &before, const QString &now) {
        if (edit->text() == before) // what a person typed stays
            edit->setText(now);
        before = now;
    };
    follow(m_crl, m_suggestedCrl, crlUrl);
    follow(m_issuer, m_suggestedIssuer, issuerUrl);
}

privateca::Publication PublicationFields::publication() const
{
    return {m_enabled->isChecked(), m_days->value(), m_crl->text().trimmed(),
            m_issuer->text().trimmed(), m_ocsp->text().trimmed()};
}

void PublicationFields::reveal(const QString &field)
{
    if (field == u"crl_url" || field == u"issuer_url" || field == u"ocsp_url")
        setOpen(true);
}

void PublicationFields::setOpen(bool open)
{
    m_open = open;
    m_issuerField->setVisible(open);
    m_ocspField->setVisible(open);
    applyEnabled();
    translateTexts();
}

void PublicationFields::showUnit()
{
    //: after the number in a field: "30 days"
    m_days->setSuffix(u' ' + PublicationTr::tr("day(s)", nullptr, m_days->value()));
}

void PublicationFields::applyEnabled()
{
    m_daysField->setVisible(m_enabled->isChecked());
    m_crlField->setVisible(m_open && m_enabled->isChecked());
}

} // namespace cas::ui
