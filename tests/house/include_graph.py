#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may know whom: rooms, tiers, and which libraries a room may see.

Reads the cas_room(...) declarations of the CMake files and every #include of core/, ui/ and app/.
The compiler already refuses an include of a room that is not linked; this check also refuses links
that the tiers do not allow, circles, and libraries in the wrong room.
"""
import re
from pathlib import PurePosixPath

import house

# Tiers of core/. A room uses lower tiers and, in its own tier, the service headers only.
TIERS = [
    ["base"],
    ["crypto"],
    ["store", "vault", "net"],
    ["audit", "access", "accounts", "orders", "tags", "settings", "schedule"],
    ["certificates", "providers", "domains", "deployment", "privateca", "complianceca", "usbkey",
     "contacts", "companies", "notifications", "trust", "transfer"],
    ["console"],
]
TIER = {"core/" + room: tier for tier, rooms in enumerate(TIERS, 1) for room in rooms}
ORDER = {"core": 0, "ui": 1, "app": 2}  # app -> ui -> core, never back

# Stores that another room of the same tier may use, with the reason.
OPEN_STORES = {
    # An issued certificate and its key are rows of the inventory, written in the transaction that
    # counts the quota and records the issuance: there is nothing a service could check in between.
    ("core/privateca", "core/certificates"),
    # The first account is made before there is an account that its audit row could belong to, so
    # the frame that every other operation runs in cannot be used.
    ("core/accounts", "core/audit"),
}

WINDOW_LIBRARIES = re.compile(
    r"^(Qt(Gui|Widgets|Charts|Svg|SvgWidgets|PrintSupport|OpenGL|OpenGLWidgets)(/|$)"
    r"|Q(Widget|Dialog|MessageBox|Application|GuiApplication|Pixmap|Icon|Image|Painter|Color|Font"
    r"|Palette|Window|Screen|Action|Clipboard|DesktopServices|StandardItemModel|Chart\w*)$)")
SQL_LIBRARIES = re.compile(r"^(QtSql(/|$)|QSql\w*$|sqlite3\w*\.h$|libpq)")
OPENSSL = re.compile(r"^openssl/")
SOCKETS = re.compile(
    r"^(QtNetwork(/|$)|QTcp\w*$|QUdp\w*$|QSsl\w*$|QNetwork\w*$|QLocal(Socket|Server)$|QAbstractSocket$"
    r"|QHttp\w*$|QDns\w*$|sys/socket\.h$|netinet/|arpa/|winsock|curl/|libssh/)")
FUTURES = re.compile(r"^(QtConcurrent.*|QFuture\w*|QPromise)$")

NESTED_LOOPS = [
    (re.compile(r"\bprocessEvents\b"), "processEvents"),
    (re.compile(r"\bQEventLoop\b"), "QEventLoop"),
    (re.compile(r"\bQMessageBox::(question|warning|information|critical|about)\s*\("),
     "a modal QMessageBox"),
    (re.compile(r"\bQInputDialog::get\w+\s*\("), "a modal QInputDialog"),
    (re.compile(r"\bQFileDialog::get\w+\s*\("), "a modal QFileDialog"),
]
# exec() of a dialog or menu is a nested loop. The application's own loop, a thread's and a drag
# (the platform's, there is no other) are not; neither is a query's.
EXEC = re.compile(r"(\w+)\s*(?:\.|->|::)\s*exec\s*\(")
EXEC_ALLOWED = {"app", "application", "QApplication", "QCoreApplication", "QGuiApplication",
                "QThread", "QDrag", "drag"}
FUTURE_NAMES = re.compile(r"\b(QFuture\w*|QPromise|QtConcurrent)\b")
SQL_NAMES = re.compile(r"\b(QSql\w+|sqlite3_\w+)\b")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.MULTILINE)
ROOM = re.compile(r"\bcas_room\s*\(([^)]*)\)")


def rooms(root):
    """{room: (public links, private links)} from all CMake files outside build/."""
    declared = {}
    for path in house.files(root, "CMakeLists.txt", ".cmake"):
        if path == "cmake/CasRoom.cmake":  # its comment shows an example
            continue
        text = re.sub(r"#[^\n]*", "", house.read(root, path))
        for match in ROOM.finditer(text):
            words = match.group(1).split()
            room, kind, links = words[0], None, {"LINKS": [], "PRIVATE_LINKS": []}
            for word in words[1:]:
                if word in ("LINKS", "PRIVATE_LINKS", "EXCLUDE"):
                    kind = word
                elif kind in links:
                    links[kind].append(word)
            if not room.startswith("$"):
                declared[room] = (links["LINKS"], links["PRIVATE_LINKS"])
    return declared


def room_links(links):
    return [link[len("cas::"):].replace("::", "/") for link in links if link.startswith("cas::")]


def reachable(declared, room):
    """Rooms whose headers `room` may include: its own links and what they hand on publicly."""
    public, private = declared[room]
    seen, waiting = set(), room_links(public) + room_links(private)
    while waiting:
        next_room = waiting.pop()
        if next_room in seen:
            continue
        seen.add(next_room)
        if next_room in declared:
            waiting += room_links(declared[next_room][0])
    return seen


def room_of(declared, path):
    """The innermost declared room that holds `path`, or None."""
    for folder in PurePosixPath(path).parents:
        if str(folder) in declared:
            return str(folder)
    return None


def is_store_file(path):
    return path.startswith("core/store/") or PurePosixPath(path).stem.endswith("_store")


def check_links(declared):
    found = []
    for room, (public, private) in sorted(declared.items()):
        top = room.split("/")[0]
        if top == "core" and room not in TIER:
            found.append(f"{room}: no tier; add it to TIERS in tests/house/include_graph.py")
        for link in room_links(public + private):
            if link not in declared:
                continue  # an executable's or a generated library; CMake knows whether it exists
            link_top = link.split("/")[0]
            if ORDER.get(link_top, 0) > ORDER.get(top, 2):
                found.append(f"{room}: links {link}; {top} never knows {link_top}")
            elif top == link_top == "core" and TIER.get(link, 0) > TIER.get(room, 9):
                found.append(f"{room} (tier {TIER[room]}): links {link} (tier {TIER[link]})")
        if room in reachable(declared, room):
            found.append(f"{room}: links itself in a circle")
        for link in public + private:
            if top == "core" and re.match(r"Qt6::(Gui|Widgets|Charts|Svg)", link):
                found.append(f"{room}: links {link}; core has no windows")
            if top != "core" and re.match(r"Qt6::(Sql|Network)$|OpenSSL::|SQLite::", link):
                found.append(f"{room}: links {link}; {top} has services for that")
    return found


def check_include(declared, room, path, quote, name):
    """What is wrong with one #include, or None."""
    top = path.split("/")[0]
    if name.startswith((".", "..")) or "/../" in name or "\\" in name:
        return f"relative include {name}"
    if top == "core" and WINDOW_LIBRARIES.match(name):
        return f"<{name}>: core has no windows"
    if SQL_LIBRARIES.match(name) and not is_store_file(path):
        return f"<{name}>: SQL stands in core/store and *_store files only"
    if OPENSSL.match(name) and not path.startswith(("core/crypto/", "core/usbkey/")):
        return f"<{name}>: OpenSSL stands in core/crypto and core/usbkey only"
    if SOCKETS.match(name) and (top == "ui" or not path.startswith(("core/net/", "app/"))):
        return f"<{name}>: sockets stand in core/net only"
    if top == "core" and FUTURES.match(name):
        return f"<{name}>: core has Job and executors of its own"
    if not name.startswith(("core/", "ui/", "app/")):
        if quote == '"' and "/" not in name and not re.match(r"(moc_|ui_|.*\.moc$|q)", name):
            return f'"{name}": spell includes from the top'
        return None
    target = room_of(declared, name)
    target_top = name.split("/")[0]
    if ORDER[target_top] > ORDER[top]:
        return f"{name}: {top} never knows {target_top}"
    if room is None or target is None or target == room:
        return None
    if target not in reachable(declared, room):
        return f"{name}: {room} does not link {target}"
    if (TIER.get(room) is not None and TIER.get(room) == TIER.get(target) and TIER[room] > 3
            and (room, target) not in OPEN_STORES
            and PurePosixPath(name).stem.endswith("_store")):
        return f"{name}: in its own tier a room uses services, not another room's store"
    return None


def check_file(declared, path, text):
    found = []
    # The include lines survive blanking only in the original text; comments are blanked first.
    code = house.code_only(text)
    top = path.split("/")[0]

    def line_of(position):
        return text.count("\n", 0, position) + 1

    room = room_of(declared, path)
    for match in INCLUDE.finditer(text):
        if code[match.start():match.end()].strip() == "":
            continue  # commented out
        fault = check_include(declared, room, path, match.group(1), match.group(2))
        if fault:
            found.append(f"{path}:{line_of(match.start())}: {fault}")
    for pattern, what in NESTED_LOOPS:
        for match in pattern.finditer(code):
            found.append(f"{path}:{line_of(match.start())}: {what}: no nested event loops")
    for match in EXEC.finditer(code):
        if match.group(1) in EXEC_ALLOWED or is_store_file(path):
            continue
        found.append(f"{path}:{line_of(match.start())}: {match.group(1)}.exec(): no nested event "
                     "loops; open() a dialog, popup() a menu")
    if top == "core":
        for match in FUTURE_NAMES.finditer(code):
            if "#" not in code[code.rfind("\n", 0, match.start()) + 1:match.start()]:
                found.append(f"{path}:{line_of(match.start())}: {match.group(1)}: core has Job")
    if not is_store_file(path):
        for match in SQL_NAMES.finditer(code):
            if "#" not in code[code.rfind("\n", 0, match.start()) + 1:match.start()]:
                found.append(f"{path}:{line_of(match.start())}: {match.group(1)}: SQL stands in "
                             "core/store and *_store files only")
    return found


def findings(root):
    declared = rooms(root)
    found = check_links(declared)
    for path in house.files(root, ".cpp", ".h"):
        if path.startswith(("core/", "ui/", "app/")):
            found += check_file(declared, path, house.read(root, path))
    return found


if __name__ == "__main__":
    house.main("include graph", findings)
