// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/event_text.h"
#include "ui/text/plain_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace cas::ui {

namespace {

struct EventTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::Events)
};

struct EventWords
{
    const char *name;
    const char *title;
    const char *sentence; // %1 operator, %2 object
};

// clang-format off
constexpr EventWords kEventWords[] {
    {"CreateStore",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Create store"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 created the store")},
    {"SetMetering",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Change metering"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 changed the metering of the account")},
    {"UpdateSetting",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Change setting"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 changed the setting %2")},
    {"CreateRootCACertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Create root CA"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 created the root CA %2")},
    {"CreateSubCACertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Create subordinate CA"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 created the subordinate CA %2")},
    {"UploadUserCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Import certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 imported the certificate %2")},
    {"UploadPrivateKey",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Import private key"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 imported the private key %2")},
    {"LinkIssuer",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Find issued certificates"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 found certificates that %2 issued")},
    {"UploadCACertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Import CA"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 imported the CA %2")},
    {"UpdateCACertificateStatus",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Change CA status"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 changed the status of the CA %2")},
    {"UpdateCACertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Change CA publication"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 changed where the CA %2 publishes")},
    {"PublishCrl",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Publish CRL"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 published a CRL of %2")},
    {"CreateOrder",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Buy certificates"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 bought certificates for %2")},
    {"AssignCertificateCount",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Assign certificates"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 assigned certificates to %2")},
    {"CreateServerCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Issue server certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 issued %2")},
    {"CreateServerCertificateWithCsr",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Issue server certificate from CSR"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 issued %2 from a CSR")},
    {"CreateClientCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Issue client certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 issued %2")},
    {"CreateClientCertificateWithCsr",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Issue client certificate from CSR"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 issued %2 from a CSR")},
    {"CreateRevokeClientCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Revoke certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 revoked %2")},
    {"UpdatePcaCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Rename certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 renamed a certificate to %2")},
    {"TagResources",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Change tags"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 changed the tags of %2")},
    {"DeleteUserCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Delete certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 deleted %2")},
    {"RestoreUserCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Restore certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 restored %2")},
    {"EraseUserCertificate",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Delete certificate for good"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 deleted %2 for good")},
    {"BackupStore",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Back up the store"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 backed up the store")},
    {"RestoreStore",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Restore the store"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 restored the store from a backup")},
    {"TestBackup",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Test a backup"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 tested a backup")},
    {"GetUserCertificateDetail",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Download certificate"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 downloaded %2")},
    {"DescribeCertificatePrivateKey",
     QT_TRANSLATE_NOOP("cas::ui::Events", "Download certificate with key"),
     QT_TRANSLATE_NOOP("cas::ui::Events", "%1 downloaded %2 with its private key")},
};
// clang-format on

const EventWords *wordsOf(const QString &eventName)
{
    const auto found =
        std::find_if(std::begin(kEventWords), std::end(kEventWords), [&](const EventWords &words) {
            return eventName == QLatin1StringView(words.name);
        });
    return found == std::end(kEventWords) ? nullptr : found;
}

/// What the event was about, in words that always say something.
QString objectOf(const audit::AuditEvent &event, const QHash<QString, QString> &names)
{
    QString name = eventObject(event, names);
    if (!name.isEmpty())
        return name;
    if (!event.objectId.isEmpty())
        return visibleText(event.objectId, 80);
    //: stands where the name of a certificate or CA would stand in a sentence of the log
    return EventTr::tr("several objects");
}

} // namespace

QString eventObject(const audit::AuditEvent &event, const QHash<QString, QString> &names)
{
    for (const char *member : {"common_name", "name", "key"}) {
        const bool isSetting = event.objectType == QLatin1StringView("setting");
        if (QLatin1StringView(member) == QLatin1StringView("key") && !isSetting)
            continue; // a key algorithm elsewhere
        const QString text = event.parameters.value(QLatin1StringView(member)).toString();
        if (!text.isEmpty())
            return visibleText(text, 80);
    }
    return visibleText(names.value(event.objectId), 80);
}

QString eventTitle(const QString &eventName)
{
    const EventWords *words = wordsOf(eventName);
    return words ? EventTr::tr(words->title) : visibleText(eventName, 80);
}

QStringList titledEvents()
{
    QStringList names;
    for (const EventWords &words : kEventWords)
        names.append(QString::fromLatin1(words.name));
    return names;
}

QString eventSentence(const audit::AuditEvent &event, const QHash<QString, QString> &names)
{
    const QString who = visibleText(event.operatorName, 60);
    if (!event.ok) {
        return EventTr::tr("%1 was refused: %2", "%1 operator, %2 title of the operation")
            .arg(who, eventTitle(event.eventName));
    }
    const EventWords *words = wordsOf(event.eventName);
    if (!words)
        return EventTr::tr("%1: %2", "%1 operator, %2 event").arg(who, eventTitle(event.eventName));
    QString sentence = EventTr::tr(words->sentence);
    // Names are untrusted and may hold "%2" themselves: both places are filled in one pass.
    return sentence.contains(QLatin1StringView("%2")) ? sentence.arg(who, objectOf(event, names))
                                                      : sentence.arg(who);
}

QString eventResult(const audit::AuditEvent &event)
{
    return event.ok ? EventTr::tr("Succeeded") : EventTr::tr("Refused");
}

} // namespace cas::ui
