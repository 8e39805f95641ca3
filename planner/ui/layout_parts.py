"""What stands in a layout, told and taken out so that no item of it stays in Python's hands.

Qt deletes an item of a layout when its widget goes elsewhere. Python keeps an item that it knows
for as long as the layout, and takes it for whatever is made at the same place in memory: the
program crashes when that is deleted (Shiboken 6.11, `Object::destroy`). It knows what
`QLayout.itemAt` returned, and what stood in a layout when `addLayout` put that into another one;
only `takeAt` has it forget.
"""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget
from shiboken6 import delete

Part: TypeAlias = QWidget | QLayout


def parts(layout: QLayout) -> list[Part]:
    """Return the widgets and layouts that stand in a layout, in its order; spaces are none."""
    owner, only_direct = layout.parentWidget(), Qt.FindChildOption.FindDirectChildrenOnly
    widgets = [] if owner is None else owner.findChildren(QWidget, options=only_direct)
    inside = [each for each in layout.children() if isinstance(each, QLayout)]
    places: dict[int, Part] = {layout.indexOf(each): each for each in widgets}
    places |= {layout.indexOf(each): each for each in inside}
    return [places[at] for at in sorted(places) if at >= 0]


def empty(layout: QLayout, but: QWidget | None = None) -> None:
    """Take everything out of a layout, and delete its widgets but one that comes back."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None and old is not but:
            old.hide()
            old.deleteLater()


def clear_places(layout: QLayout) -> None:
    """Take everything out of a layout, so that its widgets can be placed anew."""
    while (item := layout.takeAt(0)) is not None:
        delete(item)


def move_first(box: QBoxLayout, to: QBoxLayout) -> None:
    """Move the first part of a box, with its stretch, to the end of another one."""
    stretch, item = box.stretch(0), box.takeAt(0)
    if item is None:
        return
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        alignment = item.alignment()
        delete(item)  # beside it the height of the new one would never change
        to.addWidget(widget, stretch, alignment)
    elif layout is not None:
        layout.setParent(None)
        to.addLayout(layout, stretch)
    else:
        _add_space(item, stretch, to)


def _add_space(space: QLayoutItem, stretch: int, to: QBoxLayout) -> None:
    if space.expandingDirections() & Qt.Orientation.Vertical:
        to.addStretch(stretch)
    else:
        to.addSpacing(space.sizeHint().height())
