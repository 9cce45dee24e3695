// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/labels.h"

#include <QFrame>
#include <QLabel>
#include <QStyle>

namespace cas::ui {

QLabel *makeLabel(TextStyle style, Tone tone, QWidget *parent, Wrap wrap)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setFont(Theme::of(parent).font(style));
    label->setWordWrap(wrap == Wrap::Yes);
    setTone(label, tone);
    return label;
}

void setTone(QLabel *label, Tone tone)
{
    static constexpr const char *names[] = {"text", "second", "third", "accent",
                                            "good", "warn",   "bad"};
    const QString name = QString::fromLatin1(names[size_t(tone)]);
    if (label->property("tone").toString() == name)
        return;
    label->setProperty("tone", name);
    if (!label->testAttribute(Qt::WA_WState_Polished))
        return; // it is styled when it is first shown; doing so twice doubled what a panel costs
    label->style()->unpolish(label);
    label->style()->polish(label);
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("surface", QStringLiteral("line"));
    line->setFixedHeight(1);
    return line;
}

} // namespace cas::ui
