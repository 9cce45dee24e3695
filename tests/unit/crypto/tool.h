// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace cas::test {

/// What another program said about our bytes.
struct ToolRun
{
    int exitCode = -1;
    QString output; // both channels
};

inline ToolRun runTool(const QString &program, const QStringList &arguments,
                       const QByteArray &input = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted(10000))
        return {-1, QStringLiteral("%1 cannot be started").arg(program)};
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000))
        return {-1, QStringLiteral("%1 does not end").arg(program)};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAll())};
}

/// A folder of its own for one test function.
class Scratch
{
public:
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, QByteArrayView bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly)
            || file.write(bytes.data(), bytes.size()) != bytes.size())
            return {};
        return path(name);
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    QTemporaryDir m_dir;
};

} // namespace cas::test
