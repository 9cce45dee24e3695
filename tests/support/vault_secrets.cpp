// SPDX-License-Identifier: GPL-3.0-or-later
// Prints the secrets of a store as JSON, so that a test knows what to look for in a core dump:
//     vault_secrets STORE PASSPHRASE-FILE
//     {"data_key": HEX, "keys": {SPKI-SHA256: HEX of the PKCS#8, ...}}
// No product does this; it takes the rooms apart that the product puts together.
#include "core/base/clock.h"
#include "core/certificates/key_store.h"
#include "core/console/passphrase_file.h"
#include "core/store/store.h"
#include "core/vault/key_sealer.h"
#include "core/vault/slot_key.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

using namespace cas;

namespace {

QString hex(const SecretBytes &secret)
{
    return QString::fromLatin1(secret.view().toByteArray().toHex());
}

Result<QList<KeyId>> keyIds(store::Reader &reader)
{
    CAS_TRY(store::Query rows, reader.query(QStringLiteral("SELECT id FROM key_pair")));
    QList<KeyId> ids;
    while (rows.next())
        ids.append(rows.id<KeyId>(0));
    CAS_TRY_VOID(rows.status());
    return ids;
}

Result<QJsonObject> secretsOf(const QString &path, const QString &passphraseFile)
{
    const SystemClock clock;
    CAS_TRY(const SecretBytes passphrase,
            readPassphraseFile(passphraseFile, QStringLiteral("passphrase_file")));
    CAS_TRY(const auto url, store::StoreUrl::parse(path));
    CAS_TRY(const auto opened, store::Store::open(url, store::OpenMode::ReadOnly, clock));
    CAS_TRY(const vault::Header header, vault::readHeader(*opened));
    CAS_TRY(const SecretBytes dataKey,
            vault::openSlot(header, vault::SlotKind::Passphrase, passphrase));
    CAS_TRY(const auto sealer, vault::KeySealer::create(dataKey));
    QJsonObject keys;
    CAS_TRY_VOID(opened->read<Unit>([&](store::Reader &reader) -> Result<> {
        CAS_TRY(const auto ids, keyIds(reader));
        for (const KeyId id : ids) {
            CAS_TRY(const auto key, certificates::key_store::load(reader, *sealer, id));
            CAS_TRY(const SecretBytes pkcs8, key.toPkcs8());
            keys.insert(QString::fromLatin1(key.publicKey().spkiSha256().toHex()), hex(pkcs8));
        }
        return {};
    }));
    return QJsonObject{{QStringLiteral("data_key"), hex(dataKey)}, {QStringLiteral("keys"), keys}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() != 3) {
        QTextStream(stderr) << "usage: vault_secrets STORE PASSPHRASE-FILE\n";
        return exitStatus(ErrorCode::Usage);
    }
    const auto secrets = secretsOf(words.at(1), words.at(2));
    if (!secrets) {
        QTextStream(stderr) << errorName(secrets.error().code) << ": " << secrets.error().detail
                            << '\n';
        return exitStatus(secrets.error().code);
    }
    QTextStream(stdout) << QJsonDocument(*secrets).toJson(QJsonDocument::Compact) << '\n';
    return 0;
}
