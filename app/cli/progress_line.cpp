// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <QLocale>

#include <cmath>
#include <cstdio>

namespace cas::cli {

namespace {

constexpr auto kEvery = std::chrono::milliseconds(200);
constexpr int kColumns = 60;

} // namespace

ProgressLine::ProgressLine(bool wanted)
    : m_wanted(wanted)
{ }

ProgressLine::~ProgressLine()
{
    if (m_any)
        std::fprintf(stderr, "\r%*s\r", kColumns, "");
}

void ProgressLine::show(const JobProgress &progress)
{
    const auto now = Time::now();
    if (!m_wanted || now - m_shown < kEvery || progress.total <= 0)
        return;
    m_shown = now;
    m_any = true;
    const QLocale locale(QLocale::English);
    QString text = QStringLiteral("%1 of %2")
                       .arg(locale.toString(progress.done), locale.toString(progress.total));
    const double spent = std::chrono::duration<double>(now - m_start).count();
    if (progress.done > 0 && spent > 1) {
        const double left = spent / static_cast<double>(progress.done)
                            * static_cast<double>(progress.total - progress.done);
        text += QStringLiteral(", about %1 s left").arg(std::llround(left));
    }
    std::fprintf(stderr, "\r%s", text.leftJustified(kColumns).toUtf8().constData());
    std::fflush(stderr);
}

} // namespace cas::cli
