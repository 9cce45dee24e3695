// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/platform/terminal.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace cas::cli::platform {

Result<SecretBytes> askSecret(const QString &prompt)
{
    const int tty = open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (tty < 0)
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    termios before{};
    tcgetattr(tty, &before);
    termios silent = before;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(tty, TCSAFLUSH, &silent);
    const QByteArray text = prompt.toUtf8();
    (void)!::write(tty, text.constData(), static_cast<size_t>(text.size()));

    SecretBytes buffer(4096);
    size_t length = 0;
    while (length < buffer.size()) {
        const ssize_t got = read(tty, buffer.data() + length, 1);
        if (got <= 0 || buffer.data()[length] == '\n')
            break;
        ++length;
    }
    tcsetattr(tty, TCSAFLUSH, &before);
    (void)!::write(tty, "\n", 1);
    close(tty);
    buffer.truncate(length);
    return buffer;
}

bool outputIsTerminal()
{
    return isatty(STDOUT_FILENO) == 1;
}

bool errorIsTerminal()
{
    return isatty(STDERR_FILENO) == 1;
}

Result<SecretBytes> readDescriptor(int descriptor)
{
    SecretBytes buffer(65536);
    size_t length = 0;
    while (length < buffer.size()) {
        const ssize_t got = read(descriptor, buffer.data() + length, buffer.size() - length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorCode::Io, QStringLiteral("passphrase_fd"), {},
                        QString::fromLocal8Bit(std::strerror(errno)));
        if (got == 0)
            break;
        length += static_cast<size_t>(got);
    }
    buffer.truncate(length);
    return buffer;
}

} // namespace cas::cli::platform
