// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/platform/user_name.h"

#include <pwd.h>
#include <unistd.h>
#include <vector>

namespace cas::access::platform {

QString userName()
{
    std::vector<char> buffer(16'384);
    passwd entry{};
    passwd *found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) != 0 || !found)
        return {};
    return QString::fromLocal8Bit(entry.pw_name);
}

} // namespace cas::access::platform
