# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real window from outside, the way assistive technology does.

    with Session() as session, session.start(["build/release/bin/cas-console", "--lang", "en"]) as app:
        app.press("Create Root CA")
        app.set_text("Common Name", "Example Root")
        app.screenshot("root.png")

A Session is a virtual display with a window manager, a session bus and an accessibility bus of its
own, and a home folder of its own: nothing of the person's desktop is touched. Controls are found by
role and accessible name, which is their visible label (cli.md). Every look-up polls until a deadline
instead of sleeping a guessed time.

Only one Session can live in a process: the accessibility library reads its bus address once.
"""
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

POLL_SECONDS = 0.05
START_SECONDS = 60  # a display, its buses and its window manager on a machine with much else to do
# Roles as the accessibility library spells them, grouped by what a person would call them.
BUTTONS = ("push button", "button", "toggle button", "push button menu", "link")
FIELDS = ("text", "password text", "entry", "spin button", "combo box", "editable combo box",
          "paragraph")
CHOICES = ("check box", "radio button", "toggle button", "switch")
ENTRIES = ("list item", "tree item", "page tab", "menu item", "table cell", "link", "push button",
           "toggle button", "radio button")
# Nothing stands in these; not asking them halves the time of a look around.
LEAVES = ("label", "push button", "link", "text", "password text", "spin button", "check box",
          "radio button", "toggle button", "menu item", "separator", "combo box")

FULL_SCREEN_RULES = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
"""


class DriveError(AssertionError):
    """What was looked for did not come in time; the text says what was there instead."""


def wait(look, what, timeout=10.0):
    """Polls `look` until it returns something true, and returns that; raises DriveError else."""
    end = time.monotonic() + timeout
    while True:
        result = look()
        if result:
            return result
        if time.monotonic() >= end:
            raise DriveError(f"{what}: not within {timeout:g} s")
        time.sleep(POLL_SECONDS)


class Session:
    """A display, buses and a home folder of its own; ends all of them, and what it started."""

    def __init__(self, size=(1440, 900), keep_home=None, full_screen=False):
        """`full_screen` gives main windows the whole display, without a frame (for pictures)."""
        self.size = size
        self._full_screen = full_screen
        self._home = Path(keep_home) if keep_home else None
        self._folder = None
        self._started = []
        self._saved = None
        self.env = {}

    def __enter__(self):
        try:
            self._begin()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for process in reversed(self._started):
            end_process(process)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._saved is not None:
            os.environ.clear()
            os.environ.update(self._saved)

    def _begin(self):
        self._folder = Path(tempfile.mkdtemp(prefix="cas-drive-"))
        home = self._home or self._folder / "home"
        run = self._folder / "run"
        home.mkdir(parents=True, exist_ok=True)
        run.mkdir(mode=0o700)
        env = {key: value for key, value in os.environ.items()
               if key not in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS",
                              "QT_QPA_PLATFORM", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR")}
        env.update(HOME=str(home), XDG_RUNTIME_DIR=str(run), LANG="C.UTF-8", LC_ALL="C.UTF-8",
                   XDG_DATA_HOME=str(home / ".local/share"), XDG_CONFIG_HOME=str(home / ".config"),
                   XDG_CACHE_HOME=str(home / ".cache"), XDG_STATE_HOME=str(home / ".local/state"),
                   QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb",
                   NO_AT_BRIDGE="0", GTK_A11Y="none")

        # The server picks a free display number itself and writes it to the pipe when it is ready.
        # It must not begin anew when its last client goes: the one just coming would be cut off.
        reader, writer = os.pipe()
        self._run(["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-noreset", "-screen",
                   "0", f"{self.size[0]}x{self.size[1]}x24"], env, pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise DriveError("Xvfb did not start")
        env["DISPLAY"] = ":" + number

        bus = self._run(["dbus-daemon", "--session", "--nofork", "--print-address=1"], env,
                        stdout=subprocess.PIPE)
        with bus.stdout as line:
            env["DBUS_SESSION_BUS_ADDRESS"] = line.readline().decode().strip()
        manager = ["openbox"]
        if self._full_screen:
            rules = self._folder / "openbox.xml"
            rules.write_text(FULL_SCREEN_RULES, encoding="utf-8")
            manager += ["--config-file", str(rules)]
        self._manager = self._run(manager, env)
        self._run(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env)
        self.env = env
        self._saved = dict(os.environ)
        os.environ.clear()
        os.environ.update(env)
        wait(self._bus_answers, "accessibility bus", START_SECONDS)
        # A window that comes before its manager never gets the keyboard.
        wait(self._windows_are_managed, "window manager", START_SECONDS)

    def _windows_are_managed(self):
        if self._manager.poll() is not None:
            raise DriveError(f"the window manager ended with status {self._manager.returncode}")
        return subprocess.run(["xdotool", "get_num_desktops"], env=self.env, check=False,
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL).returncode == 0

    def _bus_answers(self):
        return subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
             "org.a11y.Bus.GetAddress"], env=self.env, check=False, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL).returncode == 0

    def _run(self, command, env, **options):
        options.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, start_new_session=True, **options)
        self._started.append(process)
        return process

    def start(self, command, name=None, timeout=30.0, env=None, kind=None):
        """Starts a program and waits for its first window.
        `name` is its application name, the file name of the program unless given; `kind` is App, or
        Person, who uses mouse and keyboard only."""
        log = self._folder / f"program-{len(self._started)}.log"
        with open(log, "wb") as out:
            process = subprocess.Popen([str(word) for word in command],
                                       env={**self.env, **(env or {})}, stdin=subprocess.DEVNULL,
                                       stdout=out, stderr=subprocess.STDOUT, start_new_session=True)
        self._started.append(process)
        return (kind or App)(self, process, log, name or Path(command[0]).name, timeout)

    def screenshot(self, path):
        """The whole display as PNG."""
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)
        return path


def end_process(process, seconds=5.0):
    """Asks a process to end, then ends it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


class App:
    """One running program and its windows."""

    def __init__(self, session, process, log, name, timeout):
        import gi
        import warnings
        warnings.filterwarnings("ignore", "Atspi.* is deprecated", DeprecationWarning)
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self._atspi = Atspi
        self.session = session
        self.process = process
        self.log = log
        self.name = name
        self._node = wait(self._look_for_program, f"window of {name}", timeout)
        wait(self._has_keyboard, f"keyboard reaching {name}", timeout)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        end_process(self.process)

    def output(self):
        """What the program wrote to its terminal so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def _look_for_program(self):
        if self.process.poll() is not None:
            raise DriveError(f"{self.name} ended with {self.process.returncode}:\n{self.output()}")
        desktop = self._atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_name() == self.name and child.get_process_id() == self.process.pid \
                    and child.get_child_count() > 0:
                return child
        return None

    def _has_keyboard(self):
        from gi.repository import GLib
        try:
            return any(self._node.get_child_at_index(index).get_state_set().contains(
                self._atspi.StateType.ACTIVE) for index in range(self._node.get_child_count()))
        except (AttributeError, GLib.Error):
            return False  # a window that goes or comes while we look

    # Looking

    def nodes(self, within=None, limit=20000, backwards=False):
        """All shown controls below `within`, in the order of the tree or the last branch first.
        Rows of tables are left out: they may be a million; ask cell() by index."""
        from gi.repository import GLib
        waiting = [within or self._node]
        for _ in range(limit):
            if not waiting:
                return
            node = waiting.pop()
            try:
                if node is not (within or self._node):
                    states = node.get_state_set()
                    if not states.contains(self._atspi.StateType.VISIBLE):
                        continue
                    yield node
                if node.get_role_name() in ("table", "tree", "tree table", *LEAVES):
                    continue
                order = range(node.get_child_count())
                for index in order if backwards else reversed(order):
                    child = node.get_child_at_index(index)
                    if child:
                        waiting.append(child)
            except GLib.Error:
                continue  # it went away while we looked

    def find_all(self, name=None, roles=None, within=None, showing=True):
        """Shown controls with this accessible name (a trailing '*' of a required field does not
        count) and one of the roles."""
        from gi.repository import GLib
        roles = (roles,) if isinstance(roles, str) else roles
        found = []
        for node in self.nodes(within):
            try:
                if self._fits(node, name, roles, showing):
                    found.append(node)
            except GLib.Error:
                continue  # it went away while we looked
        return found

    def _fits(self, node, name, roles, showing):
        if roles and node.get_role_name() not in roles:
            return False
        if name is not None and not self._is_named(node, name):
            return False
        return not showing or node.get_state_set().contains(self._atspi.StateType.SHOWING)

    def _is_named(self, node, name):
        if plain(node.get_name()) == plain(name):
            return True
        if node.get_role_name() not in FIELDS:
            return False
        # Qt 6.4 names a combo box by its current entry; then the label beside it is its name.
        return any(plain(relation.get_target(index).get_name()) == plain(name)
                   for relation in node.get_relation_set()
                   if relation.get_relation_type() == self._atspi.RelationType.LABELLED_BY
                   for index in range(relation.get_n_targets()))

    def find(self, name=None, roles=None, within=None, timeout=10.0):
        """The first such control, as soon as it is shown."""
        try:
            return wait(lambda: self._alive() and self.find_all(name, roles, within),
                        f"{roles or 'control'} '{name}'", timeout)[0]
        except DriveError as error:
            raise DriveError(f"{error}; shown are:\n{self.describe(within)}") from None

    def link(self, name, row, timeout=60.0):
        """The link of a row's Operations, the row told by the first words of its description."""
        def look():
            return self._alive() and [node for node in self.find_all(name, "link")
                                      if (node.get_description() or "").split(";")[0] == row]
        try:
            return wait(look, f"'{name}' of '{row}'", timeout)[0]
        except DriveError as error:
            raise DriveError(f"{error}; shown are:\n{self.describe()}") from None

    def press_link(self, name, row, timeout=60.0):
        self.act(self.link(name, row, timeout), "Press")

    def has(self, name=None, roles=None, within=None):
        return bool(self.find_all(name, roles, within))

    def gone(self, name=None, roles=None, timeout=10.0):
        """Waits until no such control is shown."""
        wait(lambda: self._alive() and not self.has(name, roles), f"'{name}' going away", timeout)

    def describe(self, within=None):
        """Role and name of everything shown, for failure texts."""
        return "\n".join(f"  {node.get_role_name()}: {node.get_name()!r}"
                         for node in self.find_all(within=within) if node.get_name())

    def _alive(self):
        if self.process.poll() is not None:
            raise DriveError(f"{self.name} ended with {self.process.returncode}:\n{self.output()}")
        return True

    # Doing

    def press(self, name, roles=BUTTONS, within=None, timeout=10.0):
        """Presses a button by its own action, as a screen reader does."""
        node = self.find(name, roles, within, timeout)
        self.wait_enabled(node, name)
        self.act(node, "Press", "press", "click", "activate", "Toggle", "ShowMenu")
        return node

    def wait_enabled(self, node, name, timeout=10.0):
        wait(lambda: self._alive() and node.get_state_set().contains(self._atspi.StateType.ENABLED),
             f"'{name}' becoming enabled", timeout)

    def act(self, node, *names):
        """Runs the first of the named actions that the control has."""
        offered = {}
        action = node.get_action_iface()
        if action:
            for index in reversed(range(self._atspi.Action.get_n_actions(action))):
                offered[self._atspi.Action.get_action_name(action, index).lower()] = index
        for name in names:
            if name.lower() in offered:
                self._atspi.Action.do_action(action, offered[name.lower()])
                return
        self.click(node)

    def set_text(self, name, value, roles=FIELDS, within=None, timeout=10.0):
        """Fills a field; any Unicode, no keyboard needed."""
        node = self.find(name, roles, within, timeout)
        self.wait_enabled(node, name)
        if node.get_role_name() == "spin button":
            self._atspi.Value.set_current_value(node.get_value_iface(), float(value))
        elif not self._atspi.EditableText.set_text_contents(node.get_editable_text_iface(), value):
            raise DriveError(f"'{name}' took no text")
        return node

    def text(self, node):
        """The text of a field."""
        content = node.get_text_iface()
        return self._atspi.Text.get_text(content, 0, self._atspi.Text.get_character_count(content))

    def check(self, name, on=True, within=None, timeout=10.0):
        """Ticks or unticks a box, or picks a radio button."""
        node = self.find(name, CHOICES, within, timeout)
        if self.checked(node) != on:
            self.act(node, "Press", "Toggle", "Check")
            wait(lambda: self.checked(node) == on, f"'{name}' changing")
        return node

    def checked(self, node):
        states = node.get_state_set()
        return states.contains(self._atspi.StateType.CHECKED) \
            or states.contains(self._atspi.StateType.PRESSED)

    def choose(self, name, option, within=None, timeout=10.0):
        """Picks an entry of a combo box by its text: opens the list and clicks the entry."""
        node = self.find(name, ("combo box", "editable combo box"), within, timeout)
        self.wait_enabled(node, name)
        # The console tells the current entry first in the description, plain Qt in the name.
        if option in (node.get_name(), (node.get_description() or "").split("; ")[0]):
            return node
        options = {}

        def read_options():
            entries = node.get_child_at_index(0)
            for index in range(entries.get_child_count()):
                options[entries.get_child_at_index(index).get_name()] = index
            return options

        read_options()
        if option not in options:
            raise DriveError(f"'{name}' has no '{option}', only: {sorted(options)}")
        self.act(node, "ShowMenu", "Press")
        wait(lambda: node.get_state_set().contains(self._atspi.StateType.EXPANDED),
             f"the list of '{name}'")
        entry = node.get_child_at_index(0).get_child_at_index(options[option])
        extents = entry.get_component_iface().get_extents(self._atspi.CoordType.SCREEN)
        if 0 <= extents.y and extents.y + extents.height <= self.session.size[1]:
            self.click(entry)
        else:  # scrolled out of sight
            self.key("Home", *["Down"] * options[option], "Return")
        wait(lambda: node.get_state_set() and not node.get_state_set().contains(
            self._atspi.StateType.EXPANDED), f"the list of '{name}' closing")
        return node

    def cell(self, table, row, column):
        """The cell of a table node by index, from 0; None outside."""
        return self._atspi.Table.get_accessible_at(table.get_table_iface(), row, column)

    def rows(self, table, limit=200):
        """The texts of the first rows of a table, one list for each row."""
        iface = table.get_table_iface()
        count = min(self._atspi.Table.get_n_rows(iface), limit)
        columns = self._atspi.Table.get_n_columns(iface)
        return [[(self.cell(table, row, column) or table).get_name() for column in range(columns)]
                for row in range(count)]

    def click(self, node, button=1, offset=None, times=1):
        """A real mouse click in the middle of a control, or at an offset from its corner."""
        extents = node.get_component_iface().get_extents(self._atspi.CoordType.SCREEN)
        x, y = offset or (extents.width // 2, extents.height // 2)
        subprocess.run(["xdotool", "mousemove", "--sync", str(extents.x + x), str(extents.y + y),
                        "click", "--repeat", str(times), str(button)],
                       env=self.session.env, check=True)

    def key(self, *keys):
        """Presses keys by name ("ctrl+k", "Escape") in the active window."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.session.env,
                       check=True)

    def type(self, text):
        """Types ASCII; for anything else use set_text."""
        subprocess.run(["xdotool", "type", "--delay", "5", text], env=self.session.env, check=True)

    def screenshot(self, path):
        return self.session.screenshot(path)

    def windows(self):
        """The titles of the program's top-level windows."""
        return [self._node.get_child_at_index(index).get_name()
                for index in range(self._node.get_child_count())]


def plain(name):
    """A label without what marks a required field, and without a closing colon."""
    name = (name or "").strip().removesuffix("*").removesuffix(", required")
    return name.strip().removesuffix(":").strip()
