// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_json.h"
#include "ui/text/error_text.h"
#include "ui/text/plain_text.h"

namespace cas::cli {

QString errorText(const Error &error)
{
    if (error.code == ErrorCode::Usage)
        return ui::visibleText(error.args.join(QStringLiteral(", ")));
    return ui::errorSentence(error);
}

QJsonObject errorJson(const Error &error)
{
    return {{QStringLiteral("code"), errorName(error.code)},
            {QStringLiteral("message"), errorText(error)},
            {QStringLiteral("field"), error.field},
            {QStringLiteral("detail"), error.detail}};
}

} // namespace cas::cli
