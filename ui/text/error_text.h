// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QString>

namespace cas::ui {

/// One whole translated sentence (or two) for a person: what happened and what to do next. Every
/// code has one. `error.args` fill it; which ones a code needs, in order:
///   InputTooLong 1 limit · InputOutOfRange 1 least 2 most · TooManySans 1 limit · NameTaken 1 name
///   · SanInvalid, SanDnsInvalid, SanIpInvalid, SanEmailInvalid, SanUriInvalid 1 the value ·
///   NameConstraintViolated 1 the name · ValidityPastIssuer 1 the issuer's last day ·
///   PathLengthExceeded 1 the CA · KeyAlgorithmMismatch 1 what is needed · KeyTooWeak 1 least bits
///   · FileTooLarge 1 limit · FileExists, FileNotFound, StoreNotFound, NotAStore, StoreExists 1
///   path · NotPermitted 1 the missing permission · QuotaExhausted 1 what · QuotaTooFew 1 needed 2
///   left · WrongState 1 the state · AlreadyRevoked 1 when · CaDisabled, CaExpired, CaRevoked 1 the
///   CA · NotFound 1 what · CipherUnsupported, Unsupported 1 what · SealBroken 1 what ·
///   RemoteFailed 1 the other side 2 what it said · InputDuplicate 1 the value · NoKeyHeld 1 what ·
///   CertificateKnown 1 its name here · CsrSeveral 1 how many
/// A missing argument gives a sentence without it. Arguments may be untrusted: they are made
/// visible and cut (plain_text.h). Show the result as plain text.
QString errorSentence(const cas::Error &error);

/// English text for "Copy details": code name, field, native code, detail. Never empty.
QString errorDetails(const cas::Error &error);

} // namespace cas::ui
