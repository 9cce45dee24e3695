// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every error code of the product: enumerator, dotted name, casctl exit status.
// Names are a contract for scripts: add, never rename. ui/kit/error_text.cpp has a sentence for
// each (a test checks that none is missing).
// clang-format off
#define CAS_ERROR_CODES(X) \
    X(Internal,               "internal",                  1) \
    X(InvalidArgument,        "internal.argument",         1) \
    X(Unsupported,            "unsupported",               1) \
    X(Io,                     "io",                        1) \
    X(FileExists,             "io.exists",                 1) \
    X(DiskFull,               "io.full",                   1) \
    X(Crypto,                 "crypto",                    1) \
    X(Usage,                  "usage",                     2) \
    X(NotInThisVersion,       "usage.version",             2) \
    X(InputMissing,           "input.missing",             3) \
    X(InputInvalid,           "input.invalid",             3) \
    X(InputTooLong,           "input.long",                3) \
    X(InputOutOfRange,        "input.range",               3) \
    X(InputDuplicate,         "input.duplicate",           3) \
    X(NameTaken,              "input.name.taken",          3) \
    X(SubjectInvalid,         "input.subject.invalid",     3) \
    X(CommonNameInvalid,      "input.cn.invalid",          3) \
    X(CountryInvalid,         "input.country.invalid",     3) \
    X(SanInvalid,             "input.san.invalid",         3) \
    X(SanDnsInvalid,          "input.san.dns",             3) \
    X(SanIpInvalid,           "input.san.ip",              3) \
    X(SanEmailInvalid,        "input.san.email",           3) \
    X(SanUriInvalid,          "input.san.uri",             3) \
    X(TooManySans,            "input.san.too-many",        3) \
    X(NameConstraintViolated, "input.san.constraint",      3) \
    X(ValidityInvalid,        "input.validity.invalid",    3) \
    X(ValidityPastIssuer,     "input.validity.issuer",     3) \
    X(PathLengthExceeded,     "input.path-length",         3) \
    X(KeyAlgorithmMismatch,   "input.key.algorithm",       3) \
    X(KeyTooWeak,             "input.key.weak",            3) \
    X(KeyMismatch,            "input.key.mismatch",        3) \
    X(KeyInvalid,             "input.key.invalid",         3) \
    X(CsrInvalid,             "input.csr.invalid",         3) \
    X(CsrSeveral,             "input.csr.several",         3) \
    X(CsrSignatureInvalid,    "input.csr.signature",       3) \
    X(CertificateInvalid,     "input.certificate.invalid", 3) \
    X(CertificateSignatureInvalid, "input.certificate.signature", 3) \
    X(NotACertificate,        "input.certificate.none",    3) \
    X(CertificateKnown,       "input.certificate.known",   3) \
    X(CriticalExtension,      "input.certificate.critical", 3) \
    X(NotACa,                 "input.certificate.not-ca",  3) \
    X(ContainerUnchecked,     "input.container.unchecked", 3) \
    X(CrlNotAllowed,          "input.crl.not-allowed",     3) \
    X(UrlInvalid,             "input.url.invalid",         3) \
    X(PassphraseTooWeak,      "input.passphrase.weak",     3) \
    X(PassphraseMissing,      "input.passphrase.missing",  3) \
    X(WrongExportPassphrase,  "input.passphrase.wrong",    3) \
    X(ConfirmationMissing,    "input.confirmation",        3) \
    X(DerTruncated,           "input.der.truncated",       3) \
    X(DerInvalid,             "input.der.invalid",         3) \
    X(DerTrailing,            "input.der.trailing",        3) \
    X(DerTooDeep,             "input.der.depth",           3) \
    X(PemInvalid,             "input.pem.invalid",         3) \
    X(CsvInvalid,             "input.csv.invalid",         3) \
    X(CsvColumn,              "input.csv.column",          3) \
    X(FormatUnknown,          "input.format.unknown",      3) \
    X(FileTooLarge,           "input.file.large",          3) \
    X(IterationsTooMany,      "input.iterations",          3) \
    X(CipherUnsupported,      "input.cipher.unsupported",  3) \
    X(NoKeyHeld,              "input.key.none",            3) \
    X(NotAStore,              "store.invalid",             3) \
    X(StoreExists,            "store.exists",              3) \
    X(QuotaExhausted,         "quota.exhausted",           3) \
    X(QuotaTooFew,            "quota.too-few",             3) \
    X(Locked,                 "locked",                    4) \
    X(WrongPassphrase,        "locked.passphrase",         4) \
    X(NotPermitted,           "denied",                    4) \
    X(StoreReadOnly,          "store.read-only",           4) \
    X(KeychainUnavailable,    "keychain.unavailable",      4) \
    X(NotFound,               "not-found",                 5) \
    X(FileNotFound,           "not-found.file",            5) \
    X(StoreNotFound,          "not-found.store",           5) \
    X(WrongState,             "state",                     6) \
    X(AlreadyRevoked,         "state.revoked",             6) \
    X(CaDisabled,             "state.ca.disabled",         6) \
    X(CaExpired,              "state.ca.expired",          6) \
    X(CaRevoked,              "state.ca.revoked",          6) \
    X(CaHasSubordinates,      "state.ca.subordinates",     6) \
    X(CertificateOnRecord,    "state.certificate.record",  6) \
    X(CertificateInUse,       "state.certificate.in-use",  6) \
    X(StaleRevision,          "state.changed",             6) \
    X(StoreBusy,              "store.busy",                6) \
    X(StoreTooNew,            "store.newer",               6) \
    X(StoreDamaged,           "store.damaged",             1) \
    X(SealBroken,             "store.seal",                1) \
    X(BackupUnproved,         "store.backup",              1) \
    X(RemoteFailed,           "remote",                    7)
// clang-format on

namespace cas {

/// What went wrong, for code, tests and scripts to branch on.
enum class ErrorCode {
#define CAS_ERROR_ENUM(name, text, status) name,
    CAS_ERROR_CODES(CAS_ERROR_ENUM)
#undef CAS_ERROR_ENUM
};

} // namespace cas
