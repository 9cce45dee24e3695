// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tokens.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cas::ui {

QColor Tokens::status(StatusKind kind) const
{
    switch (kind) {
    case StatusKind::Good:
        return good;
    case StatusKind::Warn:
        return warn;
    case StatusKind::Bad:
        return bad;
    case StatusKind::Progress:
        return progress;
    case StatusKind::Neutral:
        break;
    }
    return neutral;
}

QColor Tokens::statusWeak(StatusKind kind) const
{
    switch (kind) {
    case StatusKind::Good:
        return goodWeak;
    case StatusKind::Warn:
        return warnWeak;
    case StatusKind::Bad:
        return badWeak;
    case StatusKind::Progress:
        return progressWeak;
    case StatusKind::Neutral:
        break;
    }
    return neutralWeak;
}

Result<Tokens> Tokens::fromJson(const QByteArray &json)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (!document.isObject())
        return fail(ErrorCode::InputInvalid, QStringLiteral("tokens"), {}, parse.errorString());
    const QJsonObject object = document.object();

    Tokens tokens;
    const std::pair<const char *, QColor *> colors[] = {
        {"background", &tokens.background},
        {"surface", &tokens.surface},
        {"raised", &tokens.raised},
        {"border", &tokens.border},
        {"borderStrong", &tokens.borderStrong},
        {"text", &tokens.text},
        {"textSecond", &tokens.textSecond},
        {"textThird", &tokens.textThird},
        {"accent", &tokens.accent},
        {"accentWeak", &tokens.accentWeak},
        {"onAccent", &tokens.onAccent},
        {"accentHover", &tokens.accentHover},
        {"accentPressed", &tokens.accentPressed},
        {"focusRing", &tokens.focusRing},
        {"hover", &tokens.hover},
        {"shadow", &tokens.shadow},
        {"good", &tokens.good},
        {"goodWeak", &tokens.goodWeak},
        {"warn", &tokens.warn},
        {"warnWeak", &tokens.warnWeak},
        {"bad", &tokens.bad},
        {"badWeak", &tokens.badWeak},
        {"neutral", &tokens.neutral},
        {"neutralWeak", &tokens.neutralWeak},
        {"progress", &tokens.progress},
        {"progressWeak", &tokens.progressWeak},
    };
    for (const auto &[name, color] : colors) {
        const QString key = QString::fromLatin1(name);
        *color = QColor(object.value(key).toString());
        if (!color->isValid())
            return fail(ErrorCode::InputMissing, QStringLiteral("tokens"), {key});
    }
    tokens.dark = tokens.background.lightnessF() < 0.5;
    return tokens;
}

} // namespace cas::ui
