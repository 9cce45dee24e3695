// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include "ui/text/plain_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace cas::ui {

namespace {

struct ErrorTr
{
    Q_DECLARE_TR_FUNCTIONS(cas::ui::ErrorText)
};

/// Chooses the sentence with the value when there is one.
class Sentence
{
public:
    explicit Sentence(const Error &error)
    {
        for (const QString &arg : error.args)
            m_args.append(shown(arg));
    }
    QString first() const { return m_args.value(0); }
    QString with(const QString &sentence, const QString &without) const
    {
        const bool two = sentence.contains(QLatin1String("%2"));
        if (m_args.isEmpty() || m_args.first().isEmpty() || (two && m_args.size() < 2))
            return without;
        // Both at once: a value may itself hold "%2".
        return two ? sentence.arg(m_args.at(0), m_args.at(1)) : sentence.arg(m_args.at(0));
    }

private:
    /// Times and counts come as scripts read them.
    static QString shown(const QString &arg)
    {
        if (arg.size() == kIsoTimeSize && arg.at(10) == u'T') {
            const auto time = QDateTime::fromString(arg, Qt::ISODate);
            if (time.isValid())
                return isoDate(time);
        }
        bool number = false;
        const qint64 value = arg.toLongLong(&number);
        return number && value >= kGroupedFrom && arg.at(0) != u'0' ? groupedNumber(value)
                                                                    : visibleText(arg);
    }

    static constexpr qsizetype kIsoTimeSize = 20; // 2026-11-26T08:00:00Z
    static constexpr qint64 kGroupedFrom = 10'000; // below they read well without
    QStringList m_args;
};

QString inputSentence(ErrorCode code, const Sentence &s)
{
    switch (code) {
    case ErrorCode::InputMissing:
        return ErrorTr::tr("This is needed. Fill it in.");
    case ErrorCode::InputInvalid:
        return s.with(ErrorTr::tr("%1 cannot be used here. Use %2."),
                      ErrorTr::tr("This cannot be used as it is. Correct it and try again."));
    case ErrorCode::InputTooLong:
        return s.with(ErrorTr::tr("This is too long. Use at most %1 characters."),
                      ErrorTr::tr("This is too long. Shorten it."));
    case ErrorCode::InputOutOfRange:
        return s.with(ErrorTr::tr("This is out of range. Use a value from %1 to %2."),
                      ErrorTr::tr("This is out of range. Choose another value."));
    case ErrorCode::InputDuplicate:
        return s.with(ErrorTr::tr("%1 is there twice. Remove one of them."),
                      ErrorTr::tr("A value is there twice. Remove one of them."));
    case ErrorCode::NameTaken:
        return s.with(ErrorTr::tr("The name %1 is already used. Choose another one."),
                      ErrorTr::tr("This name is already used. Choose another one."));
    case ErrorCode::SubjectInvalid:
        return ErrorTr::tr("The subject has a field that a certificate cannot carry. Correct it.");
    case ErrorCode::CommonNameInvalid:
        return ErrorTr::tr(
            "The common name must have 1 to 64 characters and no control characters. "
            "Correct it.");
    case ErrorCode::CountryInvalid:
        return ErrorTr::tr("The country must be two letters, such as CN or DE. Correct it.");
    case ErrorCode::SanInvalid:
        return s.with(
            ErrorTr::tr("%1 is not a name a certificate can carry. Use a domain name, IP "
                        "address, e-mail address or URI."),
            ErrorTr::tr("A name in the list is not one a certificate can carry. Use domain "
                        "names, IP addresses, e-mail addresses or URIs."));
    case ErrorCode::SanDnsInvalid:
        return s.with(
            ErrorTr::tr("%1 is not a valid domain name. Use letters, digits and hyphens, "
                        "with labels of at most 63 characters."),
            ErrorTr::tr("A domain name is not valid. Use letters, digits and hyphens, with "
                        "labels of at most 63 characters."));
    case ErrorCode::SanIpInvalid:
        return s.with(
            ErrorTr::tr("%1 is not an IP address. Write it like 192.0.2.1 or 2001:db8::1."),
            ErrorTr::tr("An IP address is not valid. Write it like 192.0.2.1 or "
                        "2001:db8::1."));
    case ErrorCode::SanEmailInvalid:
        return s.with(
            ErrorTr::tr("%1 is not an e-mail address. Write it like name@example.com."),
            ErrorTr::tr("An e-mail address is not valid. Write it like name@example.com."));
    case ErrorCode::SanUriInvalid:
        return s.with(ErrorTr::tr("%1 is not a complete URI. Write it like https://example.com/."),
                      ErrorTr::tr("A URI is not complete. Write it like https://example.com/."));
    case ErrorCode::TooManySans:
        return s.with(
            ErrorTr::tr("There are too many names. A certificate carries at most %1; remove "
                        "some or issue several certificates."),
            ErrorTr::tr("There are too many names for one certificate. Remove some or "
                        "issue several certificates."));
    case ErrorCode::NameConstraintViolated:
        return s.with(
            ErrorTr::tr("The CA may not issue for %1: its name constraints forbid it. Choose "
                        "another name or another CA."),
            ErrorTr::tr("The CA's name constraints forbid one of the names. Choose another "
                        "name or another CA."));
    case ErrorCode::ValidityInvalid:
        return ErrorTr::tr("The validity must end after it begins. Correct the dates.");
    case ErrorCode::ValidityPastIssuer:
        return s.with(
            ErrorTr::tr("The certificate would outlive its CA, which ends on %1. Choose a "
                        "shorter validity."),
            ErrorTr::tr("The certificate would outlive its CA. Choose a shorter validity."));
    case ErrorCode::PathLengthExceeded:
        return s.with(
            ErrorTr::tr("%1 may not have further CAs below it (path length). Choose a higher "
                        "CA."),
            ErrorTr::tr("This CA may not have further CAs below it (path length). Choose a "
                        "higher CA."));
    case ErrorCode::KeyAlgorithmMismatch:
        return s.with(
            ErrorTr::tr("The key algorithm does not fit here; %1 is needed. Choose another "
                        "key."),
            ErrorTr::tr("The key algorithm does not fit the CA. Choose another one."));
    case ErrorCode::KeyTooWeak:
        return s.with(
            ErrorTr::tr("The key (%1) is too weak. Use RSA with 2048 bits or more, ECC P-256 "
                        "or better, Ed25519 or SM2."),
            ErrorTr::tr("The key is too weak. Use RSA with 2048 bits or more, ECC P-256 or "
                        "better, Ed25519 or SM2."));
    case ErrorCode::KeyMismatch:
        return ErrorTr::tr(
            "The private key does not belong to this certificate. Choose the key that "
            "was made with it.");
    case ErrorCode::KeyInvalid:
        return ErrorTr::tr(
            "This is not a private key that can be read. Choose a PEM, DER or PKCS#8 "
            "file.");
    case ErrorCode::CsrInvalid:
        return ErrorTr::tr("This is not a certificate request that can be read. Paste the whole "
                           "PEM text, including its first and last line.");
    case ErrorCode::CsrSeveral:
        return s.with(
            ErrorTr::tr("There are %1 certificate requests here. Use them one at a time."),
            ErrorTr::tr("There are several certificate requests here. Use them one at a "
                        "time."));
    case ErrorCode::CsrSignatureInvalid:
        return ErrorTr::tr(
            "The signature of the certificate request is wrong. Have the request made "
            "again.");
    case ErrorCode::CertificateInvalid:
        return ErrorTr::tr("This is not a certificate that can be read. Choose a PEM or DER file.");
    case ErrorCode::CertificateSignatureInvalid:
        return ErrorTr::tr("The certificate's signature is wrong. Get the file again from where "
                           "it was made.");
    case ErrorCode::NotACertificate:
        if (s.first() == u"request")
            return ErrorTr::tr("This is a certificate request (CSR), not a certificate. Have a CA "
                               "issue it and import what it returns.");
        if (s.first() == u"crl")
            return ErrorTr::tr("This is a revocation list (CRL), not a certificate. It need not be "
                               "imported.");
        return ErrorTr::tr("There is no certificate and no key in this. Choose another file.");
    case ErrorCode::CertificateKnown:
        return s.with(ErrorTr::tr("This certificate is already in this store, as %1. Choose "
                                  "another one."),
                      ErrorTr::tr("This certificate is already in this store. Choose another "
                                  "one."));
    case ErrorCode::CriticalExtension:
        return ErrorTr::tr("The certificate has a critical extension that is not known here, so "
                           "what it signs could not be checked. Choose another one.");
    case ErrorCode::CrlNotAllowed:
        return ErrorTr::tr("This CA may not sign revocation lists: its key usage lacks cRLSign. "
                           "Leave the list off.");
    case ErrorCode::NotACa:
        return ErrorTr::tr("This certificate is not a CA. Choose one with the CA flag set.");
    case ErrorCode::UrlInvalid:
        return ErrorTr::tr("This is not a complete http address. Write it like "
                           "http://pki.example.com/root.crl.");
    default:
        return {};
    }
}

QString fileSentence(ErrorCode code, const Sentence &s)
{
    switch (code) {
    case ErrorCode::PassphraseTooWeak:
        return ErrorTr::tr("The passphrase is too easy to guess. Use a longer one, such as several "
                           "unrelated words.");
    case ErrorCode::PassphraseMissing:
        return ErrorTr::tr("The content is protected. Enter its passphrase.");
    case ErrorCode::WrongExportPassphrase:
        return ErrorTr::tr("The passphrase of the file is wrong. Try again.");
    case ErrorCode::ConfirmationMissing:
        return ErrorTr::tr("This needs a confirmation. Confirm it and try again.");
    case ErrorCode::ContainerUnchecked:
        return ErrorTr::tr("Nothing in the file tells whether it was changed (it has no MAC). "
                           "Export it again with a password.");
    case ErrorCode::DerTruncated:
        return ErrorTr::tr("The data end too early. Get the complete file and try again.");
    case ErrorCode::DerInvalid:
        return ErrorTr::tr("The data are not valid DER. Check that this is the right file.");
    case ErrorCode::DerTrailing:
        return ErrorTr::tr("There is something behind the end of the data. Check that this is the "
                           "right file.");
    case ErrorCode::DerTooDeep:
        return ErrorTr::tr("The data are nested too deeply to be read safely. Check where the file "
                           "comes from.");
    case ErrorCode::PemInvalid:
        return ErrorTr::tr("The PEM text is damaged. Paste it again with its BEGIN and END lines.");
    case ErrorCode::CsvInvalid:
        return s.with(
            ErrorTr::tr("Line %1 of the CSV file cannot be read. Write it again as CSV in "
                        "UTF-8, with each quote closed."),
            ErrorTr::tr("The CSV file cannot be read. Write it again as CSV in UTF-8, with "
                        "each quote closed."));
    case ErrorCode::CsvColumn:
        return s.with(
            ErrorTr::tr("Check the column %1 in the first line of the CSV file: cn must be "
                        "there, san, type and days may be, each once and no others."),
            ErrorTr::tr("Check the first line of the CSV file: cn must be there, san, type "
                        "and days may be, each once and no others."));
    case ErrorCode::FormatUnknown:
        return ErrorTr::tr("The format of this file is not known. Use PEM, DER, PKCS#7, PKCS#12 or "
                           "JKS.");
    case ErrorCode::FileTooLarge:
        return s.with(ErrorTr::tr("The file is larger than %1. Choose a smaller one."),
                      ErrorTr::tr("The file is too large. Choose a smaller one."));
    case ErrorCode::IterationsTooMany:
        return ErrorTr::tr(
            "The file asks for more key derivation rounds than is safe to run. Have it "
            "exported again with usual settings.");
    case ErrorCode::CipherUnsupported:
        return s.with(ErrorTr::tr("The file is encrypted with %1, which is not supported. Have it "
                                  "exported again with AES."),
                      ErrorTr::tr("The file is encrypted in a way that is not supported. Have it "
                                  "exported again with AES."));
    case ErrorCode::NoKeyHeld:
        return s.with(
            ErrorTr::tr("There is no private key for %1 here. Import the key first."),
            ErrorTr::tr("There is no private key for this certificate here. Import the key "
                        "first."));
    case ErrorCode::FileExists:
        return s.with(ErrorTr::tr("%1 is already there. Choose another name."),
                      ErrorTr::tr("The file is already there. Choose another name."));
    case ErrorCode::FileNotFound:
        return s.with(ErrorTr::tr("The file %1 was not found. Check the name."),
                      ErrorTr::tr("The file was not found. Check the name."));
    case ErrorCode::Io:
        return ErrorTr::tr(
            "Reading or writing failed. Check the device, the permissions and the free "
            "space, and try again.");
    case ErrorCode::DiskFull:
        return ErrorTr::tr("The disk is full. Free some space and try again; nothing was changed.");
    default:
        return {};
    }
}

QString storeSentence(ErrorCode code, const Sentence &s)
{
    switch (code) {
    case ErrorCode::NotAStore:
        return s.with(ErrorTr::tr("%1 is not a store of this program. Choose another file."),
                      ErrorTr::tr("This is not a store of this program. Choose another file."));
    case ErrorCode::StoreExists:
        return s.with(
            ErrorTr::tr("There is already a file at %1. If it is a store, open it; else choose "
                        "another name."),
            ErrorTr::tr("There is already a file here. If it is a store, open it; else choose "
                        "another name."));
    case ErrorCode::StoreNotFound:
        return s.with(
            ErrorTr::tr("There is no store at %1. Check the place or create a new store."),
            ErrorTr::tr("The store was not found. Check the place or create a new store."));
    case ErrorCode::StoreReadOnly:
        return ErrorTr::tr(
            "The store can only be read. Check the permissions of its file, or open it "
            "without the read-only option.");
    case ErrorCode::StoreBusy:
        return ErrorTr::tr("Another program is using the store. Wait a moment and try again.");
    case ErrorCode::StoreTooNew:
        return ErrorTr::tr(
            "The store was written by a newer version. Update this program to open it.");
    case ErrorCode::StoreDamaged:
        return ErrorTr::tr(
            "The store is damaged. Restore the latest backup; the file was not changed.");
    case ErrorCode::SealBroken:
        return s.with(
            ErrorTr::tr("%1 was changed outside this program and is not trusted. Run the "
                        "store check and restore a backup."),
            ErrorTr::tr("A record was changed outside this program and is not trusted. Run "
                        "the store check and restore a backup."));
    case ErrorCode::BackupUnproved:
        return ErrorTr::tr("The copy did not pass its check, so it was not kept. Run the store "
                           "check; earlier backups are as they were.");
    case ErrorCode::Locked:
        return ErrorTr::tr("The store is locked. Unlock it and try again.");
    case ErrorCode::WrongPassphrase:
        return ErrorTr::tr("The passphrase is wrong. Check the keyboard layout and try again.");
    case ErrorCode::KeychainUnavailable:
        return ErrorTr::tr("The keychain of this system does not answer. Unlock it, or use the "
                           "passphrase.");
    case ErrorCode::NotPermitted:
        return s.with(
            ErrorTr::tr("You do not have the permission %1. Ask an administrator for it."),
            ErrorTr::tr("You do not have the permission for this. Ask an administrator."));
    case ErrorCode::StaleRevision:
        return ErrorTr::tr(
            "Somebody else has changed this meanwhile. Look at the new state and try "
            "again.");
    default:
        return {};
    }
}

QString stateSentence(ErrorCode code, const Sentence &s)
{
    switch (code) {
    case ErrorCode::QuotaExhausted:
        return s.with(ErrorTr::tr("The rest count of %1 is 0. Assign quota to it first."),
                      ErrorTr::tr("The rest count is 0. Assign quota first."));
    case ErrorCode::QuotaTooFew:
        return s.with(
            ErrorTr::tr("This needs %1 of the quota, but only %2 are left. Purchase more or "
                        "choose fewer."),
            ErrorTr::tr("The quota that is left is too small. Purchase more or choose "
                        "fewer."));
    case ErrorCode::NotFound:
        return s.with(
            ErrorTr::tr("%1 was not found. It may have been deleted; refresh the list."),
            ErrorTr::tr("This was not found. It may have been deleted; refresh the list."));
    case ErrorCode::WrongState:
        return s.with(ErrorTr::tr("This is not possible in the state %1. Refresh the list and look "
                                  "again."),
                      ErrorTr::tr("This is not possible in the present state. Refresh the list and "
                                  "look again."));
    case ErrorCode::AlreadyRevoked:
        return s.with(
            ErrorTr::tr("The certificate was already revoked on %1. There is nothing left to "
                        "do."),
            ErrorTr::tr("The certificate is already revoked. There is nothing left to do."));
    case ErrorCode::CaDisabled:
        return s.with(ErrorTr::tr("The CA %1 is disabled. Enable it under Private CA first."),
                      ErrorTr::tr("The CA is disabled. Enable it under Private CA first."));
    case ErrorCode::CaExpired:
        return s.with(ErrorTr::tr("The CA %1 has expired. Use another CA."),
                      ErrorTr::tr("The CA has expired. Use another CA."));
    case ErrorCode::CaRevoked:
        return s.with(ErrorTr::tr("The CA %1 is revoked. Use another CA."),
                      ErrorTr::tr("The CA is revoked. Use another CA."));
    case ErrorCode::CaHasSubordinates:
        return s.with(ErrorTr::tr("The CA still has the subordinate CA %1. Revoke that one first."),
                      ErrorTr::tr("The CA still has subordinate CAs. Revoke them first."));
    case ErrorCode::CertificateOnRecord:
        return s.with(
            ErrorTr::tr("%1 was issued by a CA of this store, whose revocation lists and operation "
                        "log refer to it. It can be deleted, but not for good."),
            ErrorTr::tr("This was issued by a CA of this store, whose revocation lists and "
                        "operation log refer to it. It can be deleted, but not for good."));
    case ErrorCode::CertificateInUse:
        return s.with(ErrorTr::tr("%1 is still needed: other entries of this store refer to it. "
                                  "Delete those first."),
                      ErrorTr::tr("This is still needed: other entries of this store refer to it. "
                                  "Delete those first."));
    case ErrorCode::RemoteFailed:
        return s.with(
            ErrorTr::tr("%1 refused or did not answer: %2. Check the connection and the "
                        "settings, and try again."),
            s.with(ErrorTr::tr("%1 refused or did not answer. Check the connection and the "
                               "settings, and try again."),
                   ErrorTr::tr("The other side refused or did not answer. Check the "
                               "connection and the settings, and try again.")));
    default:
        return {};
    }
}

QString generalSentence(ErrorCode code, const Sentence &s)
{
    switch (code) {
    case ErrorCode::Internal:
    case ErrorCode::InvalidArgument:
        return ErrorTr::tr("Something went wrong inside the program; nothing was changed. Copy the "
                           "details and report them.");
    case ErrorCode::Unsupported:
        return s.with(ErrorTr::tr("%1 is not supported on this computer. Choose another way."),
                      ErrorTr::tr("This is not supported on this computer. Choose another way."));
    case ErrorCode::Crypto:
        return ErrorTr::tr(
            "The cryptographic library refused the operation; nothing was changed. Copy "
            "the details and report them.");
    case ErrorCode::Usage:
        return ErrorTr::tr("The request was not understood. Check how it is written.");
    case ErrorCode::NotInThisVersion:
        return ErrorTr::tr("This version cannot do that yet. Look for an update.");
    default:
        return {};
    }
}

} // namespace

QString errorSentence(const Error &error)
{
    const Sentence sentence(error);
    const bool output =
        error.field == QStringLiteral("out") || error.field == QStringLiteral("recovery_key_file");
    if (error.code == ErrorCode::InputInvalid && output)
        return sentence.with(
            ErrorTr::tr("%1 is in use or not a regular file, so it is not replaced. Choose another "
                        "name."),
            ErrorTr::tr("This cannot be used as it is. Correct it and try again."));
    for (const auto part :
         {inputSentence, fileSentence, storeSentence, stateSentence, generalSentence}) {
        QString found = part(error.code, sentence);
        if (!found.isEmpty())
            return found;
    }
    return {}; // a test goes through all codes
}

QString errorDetails(const Error &error)
{
    static constexpr const char *domains[] = {"",         "OpenSSL", "SQLite", "OS",  "HTTP",
                                              "Keychain", "PKCS#11", "SKF",    "ACME"};
    QStringList parts{errorName(error.code)};
    if (!error.field.isEmpty())
        parts.append(QStringLiteral("field: ") + visibleText(error.field));
    for (const QString &arg : error.args)
        parts.append(QStringLiteral("value: ") + visibleText(arg));
    if (error.native.domain != NativeDomain::None) {
        parts.append(QStringLiteral("%1: %2 (0x%3)")
                         .arg(QLatin1String(domains[size_t(error.native.domain)]))
                         .arg(error.native.number)
                         .arg(quint64(error.native.number), 0, 16));
    }
    if (!error.detail.isEmpty())
        parts.append(visibleText(error.detail, 2000));
    return parts.join(u'\n');
}

} // namespace cas::ui
