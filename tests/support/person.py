# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: eyes by the accessibility bus, hands by mouse and keyboard alone.

    with session.start([program], kind=Person) as person:
        person.press("Private CA", drive.ENTRIES)
        person.press_link("Request Certificate", row="Issuing")
        person.fill("Common Name", "www.example.test")

What App does by an action or a value of the accessibility bus, Person does by a click and by keys,
at the place where the control is seen. So a control that is covered, out of sight or deaf to the
keyboard fails the test, as it would fail the person.

Where several controls of a name are shown, the last one counts: that is the one of the panel in
front when the page behind has one too.
"""
import subprocess

import drive

EDIT_ROLES = ("text", "password text", "entry", "spin button")
COMBO_ROLES = ("combo box", "editable combo box")


class Person(drive.App):
    # Hands

    def press(self, name, roles=drive.BUTTONS, within=None, timeout=10.0):
        """Clicks the control in its middle."""
        node = self.last(name, roles, within, timeout)
        self.wait_enabled(node, name, timeout)
        self.click_seen(node)
        return node

    def last(self, name, roles, within=None, timeout=10.0):
        """The last of that name, as soon as it is shown."""
        try:
            return drive.wait(lambda: self._alive() and self._look_back(
                lambda node: self._fits(node, name, roles, True), within),
                              f"{roles or 'control'} '{name}'", timeout)
        except drive.DriveError as error:
            raise drive.DriveError(f"{error}; shown are:\n{self.describe(within)}") from None

    def _look_back(self, fits, within=None):
        """The last control that fits: it stands in the panel in front, where most looks end."""
        from gi.repository import GLib
        for node in self.nodes(within, backwards=True):
            try:
                if fits(node):
                    return node
            except GLib.Error:
                continue  # it went away while we looked
        return None

    def click_seen(self, node):
        """A click on a control, after turning the wheel until it is in sight."""
        self.bring_into_sight(node)
        self.wait_still(node)
        self.click(node)

    def wait_still(self, node):
        """Waits while a layout moves the control: nobody aims at what still moves."""
        before = []

        def still():
            box = self._extents(node)
            before.append((box.x, box.y, box.width, box.height))
            return before[-2:-1] == before[-1:]
        drive.wait(still, f"'{node.get_name()}' standing still")

    def bring_into_sight(self, node):
        area = self._scroll_area(node)
        for _ in range(40):
            seen, box = self._extents(area) if area else None, self._extents(node)
            if not seen or (box.y >= seen.y and box.y + box.height <= seen.y + seen.height):
                return
            if box.height > seen.height and seen.y <= box.y < seen.y + seen.height:
                return  # taller than the view, and it begins in it
            button = "4" if box.y < seen.y else "5"
            before = box.y
            self._run("mousemove", "--sync", str(seen.x + seen.width // 2),
                      str(seen.y + seen.height - 8), "click", button)
            try:
                drive.wait(lambda before=before: self._extents(node).y != before, "scrolling", 1)
            except drive.DriveError:
                raise drive.DriveError(f"'{node.get_name()}' is out of sight, and the wheel does "
                                       "not bring it") from None

    def _scroll_area(self, node):
        """The part in sight of what the control scrolls in; None when there is nothing to scroll.
        No role tells it: it is the neighbour of a shown scroll bar."""
        inner, outer = node, node.get_parent()
        while outer and outer.get_role_name() != "application":
            for index in range(outer.get_child_count()):
                beside = outer.get_child_at_index(index)
                if beside and beside != inner and self._is_scroll_bar(beside):
                    return inner
            inner, outer = outer, outer.get_parent()
        return None

    def _is_scroll_bar(self, node):
        if not node.get_state_set().contains(self._atspi.StateType.SHOWING):
            return False
        bars = [node, *(node.get_child_at_index(index) for index in range(node.get_child_count()))]
        return any(bar and bar.get_role_name() == "scroll bar" for bar in bars[:3])

    def _extents(self, node):
        return node.get_component_iface().get_extents(self._atspi.CoordType.SCREEN)

    def _run(self, *words):
        subprocess.run(["xdotool", *words], env=self.session.env, check=True)

    def type(self, text):
        """Types ASCII."""
        self._run("type", "--delay", "5", "--", text)

    def fill(self, name, value, within=None, timeout=10.0):
        """Clicks into a field, selects what is there and types over it."""
        node = self.last(name, EDIT_ROLES, within, timeout)
        self.wait_enabled(node, name, timeout)
        self.click_seen(node)
        self.wait_focus(node, name)
        self.key("ctrl+a")
        if value != "":
            self.type(str(value))
        else:
            self.key("Delete")
        self._wait_value(node, name, value)
        return node

    def _wait_value(self, node, name, value):
        role = node.get_role_name()
        if role == "password text":
            return  # shows nobody what is in it
        if role == "spin button":  # its text has a unit and groups
            shown = lambda: node.get_value_iface().get_current_value() == float(value)
        else:
            shown = lambda: self.text(node) == str(value)
        drive.wait(shown, f"'{name}' taking what was typed")

    def wait_focus(self, node, name):
        focused = self._atspi.StateType.FOCUSED
        drive.wait(lambda: node.get_state_set().contains(focused), f"'{name}' having the focus")

    def tick(self, name, on=True, within=None, timeout=10.0):
        """Clicks a box or a radio button until it is as it shall be."""
        node = self.last(name, drive.CHOICES, within, timeout)
        if self.checked(node) != on:
            self.bring_into_sight(node)
            box = self._extents(node)
            self.click(node, offset=(9, box.height // 2))
            drive.wait(lambda: self.checked(node) == on, f"'{name}' changing")
        return node

    def choose(self, name, option, within=None, timeout=10.0):
        """Opens the list and clicks the entry."""
        node = self.last(name, COMBO_ROLES, within, timeout)
        self.bring_into_sight(node)
        return super().choose(name, option, node.get_parent(), timeout)

    def act(self, node, *names):
        """A person has no actions but clicks."""
        self.click_seen(node)

    def press_more(self, entry, row):
        """An entry of the menu behind More."""
        self.press_link("More", row)
        self.press(entry, "menu item")

    def press_disabled(self, name, roles=drive.BUTTONS):
        """Clicks a button that must not take the click."""
        node = self.last(name, roles)
        if node.get_state_set().contains(self._atspi.StateType.ENABLED):
            raise drive.DriveError(f"'{name}' could be pressed")
        self.click_seen(node)

    def add_tag(self, name, tag):
        """Types one more tag into a field of tags."""
        node = self.last(name, EDIT_ROLES)
        self.click_seen(node)
        self.wait_focus(node, name)
        self.type(tag)
        self.key("Return")
        self.find(f"Remove the tag {tag}", drive.BUTTONS)

    def go(self, page):
        """A page of the navigation."""
        self.press(page, drive.ENTRIES)

    def close(self, title):
        """Closes the panel of this title by its button; a toast has a Close of its own."""
        panel = self.last(title, "filler")
        self.press("Close", within=panel)
        self.gone(title, "filler")

    def answer_file_dialog(self, path):
        """Types a path into the file dialog that is open, and takes it."""
        self.fill("File name:", path)
        self.key("Return")
        self.gone("File name:", EDIT_ROLES)

    # Eyes

    def shows(self, text, timeout=10.0):
        """Waits until a shown text contains this one; returns the whole text."""
        showing = self._atspi.StateType.SHOWING

        def says(node):
            return text in (node.get_name() or "") and node.get_state_set().contains(showing)
        try:
            return drive.wait(lambda: self._alive() and self._look_back(says),
                              f"'{text}' being shown", timeout).get_name()
        except drive.DriveError as error:
            raise drive.DriveError(f"{error}; shown are:\n{self.describe()}") from None

    def error_of(self, name, sentence, timeout=10.0):
        """Waits until the error beside a field has this in it."""
        node = self.last(name, None, None, timeout)
        drive.wait(lambda: self._alive() and sentence in (node.get_description() or ""),
                   f"'{sentence}' at '{name}'", timeout)
        self.shows(sentence)  # not only told, but seen

    def table(self, name):
        """The texts of the rows of a table."""
        return self.rows(self.last(name, ("table", "tree table")))
