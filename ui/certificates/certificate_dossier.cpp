// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificate_dossier.h"
#include "core/crypto/containers.h"

#include <QCoreApplication>
#include <QHash>

namespace cas::ui {

namespace {

struct DossierTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::CertificateDossier)
};

QString attributeLabel(const QString &type)
{
    static const QHash<QString, const char *> labels{
        {QStringLiteral("CN"), QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Common name")},
        {QStringLiteral("O"), QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Organization")},
        {QStringLiteral("OU"),
         QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Organizational unit")},
        {QStringLiteral("L"), QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Locality")},
        {QStringLiteral("ST"),
         QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "State or province")},
        {QStringLiteral("C"), QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Country")},
        {QStringLiteral("emailAddress"),
         QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "E-mail address")},
        {QStringLiteral("UID"), QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Login account")},
        {QStringLiteral("serialNumber"),
         QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Serial number of the subject")},
        {QStringLiteral("DC"),
         QT_TRANSLATE_NOOP("cas::ui::CertificateDossier", "Domain component")},
    };
    const char *label = labels.value(type);
    return label ? DossierTr::tr(label) : type;
}

} // namespace

Job<CertificateDossier> dossierJob(Console &console, CertificateId id)
{
    return console.executors().io.start<CertificateDossier>(
        {}, [&console, id](JobContext &) -> Result<CertificateDossier> {
            CertificateDossier dossier;
            CAS_TRY(dossier.details, console.certificates().details(id));
            if (dossier.details.row.status == certificates::CertificateStatus::Revoked)
                dossier.revocationReason = console.crls().reasonOf(id).value_or(QString());
            audit::AuditFilter own;
            own.objectId = id.toString();
            CAS_TRY(auto page, console.audit().page(own, {kHistoryRows, {}, 0}));
            dossier.history = std::move(page.items);
            CAS_TRY(dossier.historyCount, console.audit().count(own));
            crypto::Certificate top = dossier.details.certificate;
            if (dossier.details.chain.size() > 1) {
                CAS_TRY(const auto above,
                        console.certificates().details(dossier.details.chain.constLast().id));
                top = above.certificate;
            }
            if (!top.selfIssued()) {
                const QString name = top.issuer().commonName();
                dossier.missingIssuer = name.isEmpty() ? top.issuer().toString() : name;
            }
            return dossier;
        });
}

QList<DossierLine> subjectLines(const crypto::DistinguishedName &subject)
{
    QList<DossierLine> lines;
    for (const crypto::NameAttribute &attribute : subject.attributes())
        lines.append({QStringLiteral("subject.%1.%2").arg(attribute.type).arg(lines.size()),
                      attributeLabel(attribute.type), attribute.value});
    return lines;
}

QString namesText(const crypto::Certificate &certificate)
{
    QStringList names;
    for (const crypto::SubjectAltName &name : certificate.subjectAltNames())
        names.append(name.value());
    return names.join(QStringLiteral(", "));
}

QString keyText(const crypto::Certificate &certificate)
{
    const auto key = certificate.publicKey();
    if (!key)
        return DossierTr::tr("A key that cannot be read");
    return key->strongEnough() ? key->label()
                               : DossierTr::tr("%1 (weak)", "a key").arg(key->label());
}

QString extensionsText(const crypto::Certificate &certificate)
{
    QStringList lines;
    for (const crypto::ExtensionView &extension : certificate.extensions()) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(extension.critical
                         ? DossierTr::tr("%1 (critical)", "an extension").arg(extension.name)
                         : extension.name);
        const QStringList text = extension.text.split(u'\n');
        for (const QString &line : text)
            lines.append(QStringLiteral("    ") + line);
    }
    return lines.join(u'\n');
}

QString pemText(const crypto::Certificate &certificate)
{
    return QString::fromLatin1(crypto::toPem(certificate.der(), "CERTIFICATE"));
}

} // namespace cas::ui
