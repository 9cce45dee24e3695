// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

namespace cas::bench {

/// VmHWM of this process in MiB: the most memory it had so far.
inline double peakMemory()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

/// CAS_BENCH_ROWS, or what a benchmark takes without it.
inline int rowsWanted(int usual)
{
    const int rows = qEnvironmentVariableIntValue("CAS_BENCH_ROWS");
    return rows > 0 ? rows : usual;
}

} // namespace cas::bench
