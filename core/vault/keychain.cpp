// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/vault.h"

#include <QTimer>
#include <QUuid>

#include <qt6keychain/keychain.h>

namespace cas::vault {

using namespace std::chrono_literals;

namespace {

constexpr auto kTimeOut = 15s; // a keyring may wait for a person; longer and it is not usable
const char kService[] = "cas-console";

Error keychainError(const QKeychain::Job &job)
{
    const bool missing = job.error() == QKeychain::EntryNotFound;
    Error error = fail(missing ? ErrorCode::NotFound : ErrorCode::KeychainUnavailable, {}, {},
                       job.errorString());
    error.native = {NativeDomain::Keychain, job.error()};
    return error;
}

/// Starts a job and calls `done` once: with the job when it finished, with null after 15 s.
///
/// The job deletes itself. It has no parent, because the backend calls into it until it finishes:
/// who dies earlier only stops listening.
template <class JobType>
void runJob(JobType *job, QObject *context, std::function<void(JobType *)> done)
{
    job->setInsecureFallback(false);
    auto *timer = new QTimer(context);
    timer->setSingleShot(true);
    // Copied before the call: `done` lives in the connection, and the call may end that.
    QObject::connect(timer, &QTimer::timeout, context, [job, context, timer, done] {
        const auto call = done;
        QObject::disconnect(job, nullptr, context, nullptr);
        timer->deleteLater();
        call(nullptr);
    });
    QObject::connect(job, &QKeychain::Job::finished, context, [job, timer, done](QKeychain::Job *) {
        const auto call = done;
        timer->stop();
        timer->deleteLater();
        call(job);
    });
    timer->start(kTimeOut);
    job->start();
}

Error timeOutError()
{
    return fail(ErrorCode::KeychainUnavailable, {}, {}, QStringLiteral("no answer in 15 s"));
}

template <class JobType>
JobType *newJob(const QString &key)
{
    auto *job = new JobType(QLatin1StringView(kService));
    job->setKey(key);
    return job;
}

template <class JobType>
Result<> outcomeOf(const JobType *job)
{
    if (!job)
        return timeOutError();
    if (job->error() != QKeychain::NoError)
        return keychainError(*job);
    return {};
}

} // namespace

Keychain::Keychain(QObject *parent)
    : QObject(parent)
{ }

void Keychain::write(const QString &storeUuid, SecretBytes secret,
                     std::function<void(Result<>)> done)
{
    auto *job = newJob<QKeychain::WritePasswordJob>(storeUuid);
    // The library wants a QByteArray and shares it, so it cannot be wiped before the job ends.
    job->setBinaryData(QByteArray(reinterpret_cast<const char *>(secret.data()),
                                  static_cast<qsizetype>(secret.size())));
    runJob<QKeychain::WritePasswordJob>(
        job, this,
        [done = std::move(done)](QKeychain::WritePasswordJob *ended) { done(outcomeOf(ended)); });
}

void Keychain::read(const QString &storeUuid, std::function<void(Result<SecretBytes>)> done)
{
    runJob<QKeychain::ReadPasswordJob>(newJob<QKeychain::ReadPasswordJob>(storeUuid), this,
                                       [done = std::move(done)](QKeychain::ReadPasswordJob *ended) {
                                           if (const auto outcome = outcomeOf(ended); !outcome) {
                                               done(outcome.error());
                                               return;
                                           }
                                           QByteArray bytes = ended->binaryData();
                                           done(SecretBytes::takeFrom(bytes));
                                       });
}

void Keychain::remove(const QString &storeUuid, std::function<void(Result<>)> done)
{
    runJob<QKeychain::DeletePasswordJob>(
        newJob<QKeychain::DeletePasswordJob>(storeUuid), this,
        [done = std::move(done)](QKeychain::DeletePasswordJob *ended) {
            const auto outcome = outcomeOf(ended);
            // What is not there is removed.
            const bool missing = !outcome && outcome.error().code == ErrorCode::NotFound;
            done(missing ? Result<>() : outcome);
        });
}

void Keychain::probe(std::function<void(Result<>)> done)
{
    const QString key =
        QStringLiteral("probe-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray canary = QUuid::createUuid().toRfc4122();
    write(key, SecretBytes::copyOf(canary), [this, key, canary, done](Result<> written) {
        if (!written) {
            done(written);
            return;
        }
        read(key, [this, key, canary, done](Result<SecretBytes> got) {
            Result<> outcome;
            if (!got)
                outcome = got.error();
            else if (!got->equals(SecretBytes::copyOf(canary)))
                outcome = fail(ErrorCode::KeychainUnavailable, {}, {},
                               QStringLiteral("the keychain gave back something else"));
            remove(key, [outcome, done](Result<> removed) { done(outcome ? removed : outcome); });
        });
    });
}

} // namespace cas::vault
