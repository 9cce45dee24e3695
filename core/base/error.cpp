// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace cas {

namespace {

struct CodeRow
{
    const char *name;
    int exitStatus;
};

const CodeRow &row(ErrorCode code)
{
    static constexpr CodeRow rows[] = {
#define CAS_ERROR_ROW(name, text, status) {text, status},
        CAS_ERROR_CODES(CAS_ERROR_ROW)
#undef CAS_ERROR_ROW
    };
    return rows[static_cast<size_t>(code)];
}

} // namespace

QString errorName(ErrorCode code)
{
    return QString::fromLatin1(row(code).name);
}

int exitStatus(ErrorCode code)
{
    return row(code).exitStatus;
}

} // namespace cas
