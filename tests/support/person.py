# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: eyes by the accessibility bus, hands by mouse and keyboard alone.

    with session.start([program], kind=Person) as person:
        person.press("Private CA", drive.ENTRIES)
        person.press_link("Request Certificate", row="Issuing")
        person.fill("Common Name", "www.example.test")

What App does by an action or a value of the accessibility bus, Person does by a click and by keys, at
the place where the control is seen. So a control that is covered, out of sight or deaf to the
keyboard fails the test, as it would fail the person.
"""
import subprocess

import drive

EDIT_ROLES = ("text", "password text", "entry", "spin button")
COMBO_ROLES = ("combo box", "editable combo box")


class Person(drive.App):
    # Hands

    def press(self, name, roles=drive.BUTTONS, within=None, timeout=10.0):
        """Clicks the control in its middle; the last of that name, which is the one of the panel in
        front when the page behind has one too."""
        self.find(name, roles, within, timeout)
        node = self.find_all(name, roles, within)[-1]
        self.wait_enabled(node, name, timeout)
        self.click_seen(node)
        return node

    def click_seen(self, node):
        """A click on a control, after turning the wheel until it is in sight."""
        self.bring_into_sight(node)
        self.click(node)

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
                return

    def _scroll_area(self, node):
        """What the control scrolls in: its nearest ancestor that clips it."""
        parent = node.get_parent()
        while parent:
            if parent.get_role_name() in ("scroll pane", "viewport"):
                return parent
            parent = parent.get_parent()
        return None

    def _extents(self, node):
        return node.get_component_iface().get_extents(self._atspi.CoordType.SCREEN)

    def _run(self, *words):
        subprocess.run(["xdotool", *words], env=self.session.env, check=True)

    def fill(self, name, value, within=None, timeout=10.0):
        """Clicks into a field, selects what is there and types over it."""
        node = self.find(name, EDIT_ROLES, within, timeout)
        self.wait_enabled(node, name, timeout)
        self.click_seen(node)
        self.wait_focus(node, name)
        self.key("ctrl+a")
        if value:
            self.type(str(value))
        else:
            self.key("Delete")
        if node.get_role_name() != "password text":
            drive.wait(lambda: self.text(node) == str(value), f"'{name}' taking '{value}'")
        return node

    def wait_focus(self, node, name):
        focused = self._atspi.StateType.FOCUSED
        drive.wait(lambda: node.get_state_set().contains(focused), f"'{name}' having the focus")

    def tick(self, name, on=True, within=None, timeout=10.0):
        """Clicks a box or a radio button until it is as it shall be."""
        node = self.find(name, drive.CHOICES, within, timeout)
        if self.checked(node) != on:
            self.bring_into_sight(node)
            box = self._extents(node)
            self.click(node, offset=(9, box.height // 2))
            drive.wait(lambda: self.checked(node) == on, f"'{name}' changing")
        return node

    def choose(self, name, option, within=None, timeout=10.0):
        self.bring_into_sight(self.find(name, COMBO_ROLES, within, timeout))
        return super().choose(name, option, within, timeout)

    def act(self, node, *names):
        """A person has no actions but clicks."""
        self.click_seen(node)

    def press_more(self, entry, row):
        """An entry of the menu behind More."""
        self.press_link("More", row)
        self.press(entry, "menu item")

    def go(self, page):
        """A page of the navigation."""
        self.press(page, drive.ENTRIES)

    # Eyes

    def shows(self, text, timeout=10.0):
        """Waits until a shown text contains this one; returns the whole text."""
        def look():
            return [node.get_name() for node in self.find_all() if text in (node.get_name() or "")]
        try:
            return drive.wait(lambda: self._alive() and look(), f"'{text}' being shown", timeout)[0]
        except drive.DriveError as error:
            raise drive.DriveError(f"{error}; shown are:\n{self.describe()}") from None

    def error_of(self, name, timeout=10.0):
        """The error that stands at a field, once there is one."""
        node = self.find(name, None, None, timeout)
        def look():
            return node.get_description() or ""
        return drive.wait(lambda: self._alive() and look(), f"an error at '{name}'", timeout)
