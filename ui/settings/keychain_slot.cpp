// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychain_slot.h"

#include <QPointer>

namespace cas::ui {

KeychainSlot::KeychainSlot(Console &console, QObject *parent)
    : QObject(parent)
    , m_console(console)
{ }

void KeychainSlot::connectKeychain(Ended ended)
{
    m_ended = std::move(ended);
    m_keychain.probe([self = QPointer<KeychainSlot>(this)](const Result<> &usable) {
        if (!self)
            return;
        if (usable)
            self->makeSlot();
        else
            self->end(usable);
    });
}

void KeychainSlot::makeSlot()
{
    m_make = m_console.executors().io.start<SecretBytes>(
        {}, [&console = m_console](JobContext &) { return console.vault().enableKeychainSlot(); });
    m_make.onFinished([this](Outcome<SecretBytes> outcome) {
        if (auto *done = std::get_if<Done<SecretBytes>>(&outcome))
            store(std::move(done->value));
        else if (const auto *failed = std::get_if<Failed>(&outcome))
            end(failed->error);
    });
}

void KeychainSlot::store(SecretBytes secret)
{
    m_keychain.write(m_console.store().info().storeUuid, std::move(secret),
                     [self = QPointer<KeychainSlot>(this)](const Result<> &written) {
                         if (!self)
                             return;
                         if (written)
                             self->end(written);
                         else // the slot would be of no use
                             self->dropSlot([self, written](const Result<> &) {
                                 if (self)
                                     self->end(written);
                             });
                     });
}

void KeychainSlot::disconnectKeychain(Ended ended)
{
    m_ended = std::move(ended);
    m_keychain.remove(m_console.store().info().storeUuid, [](const Result<> &) {});
    dropSlot([this](const Result<> &dropped) { end(dropped); });
}

void KeychainSlot::dropSlot(Ended ended)
{
    m_drop = m_console.executors().io.start<Unit>(
        {}, [&console = m_console](JobContext &) { return console.vault().disableKeychainSlot(); });
    m_drop.onFinished([ended = std::move(ended)](const Outcome<Unit> &outcome) {
        const auto *failed = std::get_if<Failed>(&outcome);
        ended(failed ? Result<>(failed->error) : Result<>());
    });
}

void KeychainSlot::end(const Result<> &result)
{
    if (const Ended ended = std::exchange(m_ended, {}))
        ended(result);
}

} // namespace cas::ui
