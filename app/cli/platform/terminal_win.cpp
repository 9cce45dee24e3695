// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/platform/terminal.h"

#include <io.h>
#include <windows.h>

namespace cas::cli::platform {

Result<SecretBytes> askSecret(const QString &prompt)
{
    HANDLE in = CreateFileW(L"CONIN$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, nullptr,
                            OPEN_EXISTING, 0, nullptr);
    HANDLE out = CreateFileW(L"CONOUT$", GENERIC_WRITE, FILE_SHARE_WRITE, nullptr, OPEN_EXISTING, 0,
                             nullptr);
    if (in == INVALID_HANDLE_VALUE || out == INVALID_HANDLE_VALUE)
        return fail(ErrorCode::PassphraseMissing, QStringLiteral("passphrase"));
    DWORD before = 0;
    GetConsoleMode(in, &before);
    SetConsoleMode(in, before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    DWORD count = 0;
    WriteConsoleW(out, prompt.utf16(), static_cast<DWORD>(prompt.size()), &count, nullptr);
    wchar_t line[1024] = {};
    ReadConsoleW(in, line, 1023, &count, nullptr);
    SetConsoleMode(in, before);
    WriteConsoleW(out, L"\r\n", 2, nullptr, nullptr);
    while (count > 0 && (line[count - 1] == L'\n' || line[count - 1] == L'\r'))
        --count;
    const int bytes = WideCharToMultiByte(CP_UTF8, 0, line, static_cast<int>(count), nullptr, 0,
                                          nullptr, nullptr);
    SecretBytes secret(static_cast<size_t>(bytes));
    WideCharToMultiByte(CP_UTF8, 0, line, static_cast<int>(count),
                        reinterpret_cast<char *>(secret.data()), bytes, nullptr, nullptr);
    SecureZeroMemory(line, sizeof line);
    CloseHandle(in);
    CloseHandle(out);
    return secret;
}

bool outputIsTerminal()
{
    return _isatty(_fileno(stdout)) != 0;
}

bool errorIsTerminal()
{
    return _isatty(_fileno(stderr)) != 0;
}

Result<SecretBytes> readDescriptor(int descriptor)
{
    SecretBytes buffer(65536);
    size_t length = 0;
    while (length < buffer.size()) {
        const int got = _read(descriptor, buffer.data() + length,
                              static_cast<unsigned>(buffer.size() - length));
        if (got < 0)
            return fail(ErrorCode::Io, QStringLiteral("passphrase_fd"));
        if (got == 0)
            break;
        length += static_cast<size_t>(got);
    }
    buffer.truncate(length);
    return buffer;
}

} // namespace cas::cli::platform
