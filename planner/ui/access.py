"""What assistive technology is told of our own widgets; Qt knows only those that it has itself.

A widget's class says in `spoken_as` what it is; `spoken`, where it has that, what it shows, and
`spoken_states` which states it is in beside those of every widget.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAccessibleWidget,
    QCheckBox,
    QComboBox,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from planner.ui.mnemonics import unmarked

Role, Text = QAccessible.Role, QAccessible.Text
TOGGLE, PRESS = "Toggle", "Press"  # as QAccessibleActionInterface names them


def face(_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return what tells of a widget; None leaves it to Qt."""
    role = getattr(thing, "spoken_as", None)
    if isinstance(role, Role) and isinstance(thing, QWidget):
        return Face(thing, role)
    if isinstance(thing, QComboBox):
        QTimer.singleShot(0, thing, partial(_describe, thing))  # it may have no name yet
    if isinstance(thing, QScrollArea) and thing.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return Face(thing, Role.Document)  # it has the keyboard to be scrolled, so it is read
    plain = isinstance(thing, QCheckBox | QRadioButton)
    if isinstance(thing, QAbstractButton) and thing.isCheckable() and not plain:
        return ToggleFace(thing, _role_of(thing))
    return None


def _describe(box: QComboBox) -> None:
    """Let the name be heard where Qt tells the value in its place, as it does on Linux."""
    if not box.accessibleDescription():
        box.setAccessibleDescription(box.accessibleName())


def _role_of(button: QAbstractButton) -> QAccessible.Role:
    group = button.group()
    return Role.RadioButton if group is not None and group.exclusive() else Role.CheckBox


class Face(QAccessibleWidget):
    """Tells of a widget that Qt has no word for."""

    def text(self, kind: QAccessible.Text) -> str:
        """Return the name, or else; what a widget shows when no words were set for that."""
        said = super().text(kind)
        if said or kind is not Text.Description:
            return said
        shown = getattr(self.object(), "spoken", None)
        return shown() if shown is not None else ""

    def state(self) -> QAccessible.State:
        """Return the states of every widget, and those that this one adds."""
        made = super().state()
        for name in getattr(self.object(), "spoken_states", tuple)():
            setattr(made, name, True)
        return made


class ToggleFace(QAccessibleWidget):
    """Tells of a button that stays down. To toggle it is to click it: Qt would only turn its look.

    https://code.qt.io/cgit/qt/qtbase.git/tree/src/widgets/accessible/simplewidgets.cpp
    """

    def text(self, kind: QAccessible.Text) -> str:
        """Return the words on the button for want of a name."""
        said = super().text(kind)
        if said or kind is not Text.Name:
            return said
        return unmarked(self._button().text())

    def state(self) -> QAccessible.State:
        """Return whether it is down, too."""
        made, button = super().state(), self._button()
        made.checkable, made.checked = True, button.isChecked()
        return made

    def actionNames(self) -> list[str]:
        """Return what can be done."""
        enabled = self._button().isEnabled()
        return [*([PRESS, TOGGLE] if enabled else []), *super().actionNames()]

    def doAction(self, name: str) -> None:
        """Click the button, or do what every widget can."""
        if name in (PRESS, TOGGLE):
            self._button().click()
        else:
            super().doAction(name)

    def _button(self) -> QAbstractButton:
        button = self.object()
        assert isinstance(button, QAbstractButton)
        return button
