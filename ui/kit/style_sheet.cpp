// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/style_sheet.h"

#include <algorithm>
#include <vector>

namespace cas::ui {

QString fillStyleSheet(QString source, const Tokens &tokens)
{
    const auto css = [](const QColor &color) {
        return color.alpha() == 255 ? color.name()
                                    : QStringLiteral("rgba(%1,%2,%3,%4)")
                                          .arg(color.red())
                                          .arg(color.green())
                                          .arg(color.blue())
                                          .arg(color.alpha());
    };
    std::vector<std::pair<QString, QString>> names = {
        {QStringLiteral("background"), css(tokens.background)},
        {QStringLiteral("surface"), css(tokens.surface)},
        {QStringLiteral("raised"), css(tokens.raised)},
        {QStringLiteral("border"), css(tokens.border)},
        {QStringLiteral("borderStrong"), css(tokens.borderStrong)},
        {QStringLiteral("text"), css(tokens.text)},
        {QStringLiteral("textSecond"), css(tokens.textSecond)},
        {QStringLiteral("textThird"), css(tokens.textThird)},
        {QStringLiteral("accent"), css(tokens.accent)},
        {QStringLiteral("accentWeak"), css(tokens.accentWeak)},
        {QStringLiteral("onAccent"), css(tokens.onAccent)},
        {QStringLiteral("accentHover"), css(tokens.accentHover)},
        {QStringLiteral("accentPressed"), css(tokens.accentPressed)},
        {QStringLiteral("focusRing"), css(tokens.focusRing)},
        {QStringLiteral("hover"), css(tokens.hover)},
        {QStringLiteral("hoverStrong"), css(tokens.neutralWeak)},
        {QStringLiteral("good"), css(tokens.good)},
        {QStringLiteral("warn"), css(tokens.warn)},
        {QStringLiteral("bad"), css(tokens.bad)},
        {QStringLiteral("badHover"),
         css(tokens.dark ? tokens.bad.lighter(108) : tokens.bad.darker(115))},
        {QStringLiteral("neutralWeak"), css(tokens.neutralWeak)},
        {QStringLiteral("scrollHandle"), css(tokens.borderStrong)},
        {QStringLiteral("tipBackground"), css(tokens.dark ? tokens.borderStrong : tokens.text)},
        {QStringLiteral("tipText"), css(tokens.dark ? tokens.text : tokens.surface)},
        {QStringLiteral("look"), tokens.dark ? QStringLiteral("dark") : QStringLiteral("light")},
    };
    // Longest first: @textSecond must not be eaten by @text.
    std::sort(names.begin(), names.end(),
              [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, value] : names)
        source.replace(u'@' + name, value);
    return source;
}

QPalette paletteFor(const Tokens &tokens)
{
    QPalette palette;
    palette.setColor(QPalette::Window, tokens.background);
    palette.setColor(QPalette::WindowText, tokens.text);
    palette.setColor(QPalette::Base, tokens.surface);
    palette.setColor(QPalette::AlternateBase, tokens.raised);
    palette.setColor(QPalette::Text, tokens.text);
    palette.setColor(QPalette::Button, tokens.surface);
    palette.setColor(QPalette::ButtonText, tokens.text);
    palette.setColor(QPalette::BrightText, tokens.bad);
    palette.setColor(QPalette::PlaceholderText, tokens.textThird);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, tokens.onAccent);
    palette.setColor(QPalette::Link, tokens.accent);
    palette.setColor(QPalette::LinkVisited, tokens.accent);
    palette.setColor(QPalette::ToolTipBase, tokens.dark ? tokens.borderStrong : tokens.text);
    palette.setColor(QPalette::ToolTipText, tokens.dark ? tokens.text : tokens.surface);
    palette.setColor(QPalette::Light, tokens.raised);
    palette.setColor(QPalette::Midlight, tokens.border);
    palette.setColor(QPalette::Mid, tokens.borderStrong);
    palette.setColor(QPalette::Dark, tokens.borderStrong);
    palette.setColor(QPalette::Shadow, tokens.dark ? QColor(Qt::black) : tokens.textThird);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.textThird);
    palette.setColor(QPalette::Disabled, QPalette::Base, tokens.raised);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.borderStrong);
    return palette;
}

} // namespace cas::ui
