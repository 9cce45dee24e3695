// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desktop/desktop.h"

#include <variant>

namespace cas {

/// How cas-console was started (end of cli.md).
struct ConsoleOptions
{
    ui::DesktopOptions desktop;
    bool demo = false;
};

/// Writes why the program does not start. @param what the argument at fault, empty: none
/// @return the exit status
int refuse(const QString &what, const Error &error);

/// Answers --help and --version, which need no display: to be called before there is a
/// QApplication. Ends the program when one of them was asked for.
void answerQuestions(int &argc, char **argv);

/// Reads the arguments and the environment (CAS_STORE, CAS_PASSPHRASE_FILE). What cannot be used is
/// said on the error stream.
/// @param arguments those of QCoreApplication::arguments()
/// @return the options, or the exit status to end with (as casctl's)
std::variant<ConsoleOptions, int> readOptions(const QStringList &arguments);

} // namespace cas
