"""Dialogs that are no larger than the screen: above their buttons they scroll."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from planner.ui import theme
from planner.ui.layout_parts import move_first, parts
from planner.ui.screen_room import room_on_screen

NOT_YET_TOLD = 16  # px that rows of buttons want more once they are shown, measured


class Fitted(QScrollArea):
    """Gives its dialog the height that the content needs, as far as the screen has it."""

    def __init__(self, content: QWidget, box: QVBoxLayout) -> None:
        super().__init__(box.parentWidget())
        self._content, self._box = content, box
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room that is needed: only now is known how lines break."""
        super().showEvent(event)
        for each in self._content.findChildren(QWidget):
            each.ensurePolished()
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a bar only where there is something to scroll, and keep the fields off it.

        Qt keeps a bar that was needed once, as the lines beside it break sooner.
        """
        whole = self._needed(self.width()) <= self.height()
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if whole else policies.ScrollBarAsNeeded
        )
        self.setViewportMargins(0, 0, 0 if whole else theme.GRID, 0)
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what is shown and hidden in the content."""
        done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._follow()
        return done

    def _follow(self) -> None:
        dialog = self.parentWidget()
        self.updateGeometry()
        self._box.activate()
        if dialog is not None and self.isVisible():
            width = max(dialog.width(), self._box.minimumSize().width())
            dialog.resize(width, self._box.totalHeightForWidth(width))

    def sizeHint(self) -> QSize:
        """Be as large as the content, or as the screen lets it be."""
        return self._bounded(self._content.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Need all of the content where the screen has room for it."""
        return self._bounded(self._content.minimumSizeHint())

    def hasHeightForWidth(self) -> bool:
        """Follow the lines that break in the content."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the content at a width, or what the screen leaves of it."""
        return min(self._needed(width), self._room())

    def _needed(self, width: int) -> int:
        layout = self._content.layout()
        if layout is not None and layout.hasHeightForWidth():
            return self._content.heightForWidth(width)
        return self._content.sizeHint().height()

    def _bounded(self, size: QSize) -> QSize:
        dialog = self.parentWidget()
        margins = self._box.contentsMargins()
        least = 0 if dialog is None else dialog.minimumWidth() - margins.left() - margins.right()
        if max(size.height(), self._needed(max(least, size.width()))) <= self._room():
            return size
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return QSize(size.width() + bar + theme.GRID, self._room())

    def _room(self) -> int:
        """Return the height that the screen leaves beside the rest of the dialog."""
        box = self._box
        margins = box.contentsMargins()
        rest = margins.top() + margins.bottom()
        for part in parts(box):
            item = QWidgetItem(part) if isinstance(part, QWidget) else part
            if part is not self and not item.isEmpty():
                rest += item.minimumSize().height() + box.spacing()
        return room_on_screen(self).height() - rest


def fit_screen(box: QVBoxLayout) -> Fitted:
    """Let all that stands above the last line of a dialog's layout, its buttons, scroll where the
    screen is too small for it."""
    content = QWidget(box.parentWidget())
    inner = QVBoxLayout(content)
    inner.setContentsMargins(0, 0, 0, 0)
    inner.setSpacing(box.spacing())
    while box.count() > 1:
        move_first(box, inner)
    made = Fitted(content, box)
    box.insertWidget(0, made, 1)
    tab_in_order(inner)
    return made


def stack_where_narrow(columns: QBoxLayout, width: int, window: QWidget) -> bool:
    """Let columns that need a width, in px, stand below each other on a screen with less of it.

    Return whether they do.
    """
    narrow = room_on_screen(window).width() < width
    if narrow:
        columns.setDirection(QBoxLayout.Direction.TopToBottom)
    return narrow


def stack_where_too_wide(columns: QBoxLayout, around: int, window: QWidget) -> bool:
    """Let columns stand below each other where they, and `around` px, are wider than the screen.

    Return whether they do.
    """
    for each in window.findChildren(QWidget):
        each.ensurePolished()
    columns.invalidate()
    needed = columns.minimumSize().width() + around + NOT_YET_TOLD
    return stack_where_narrow(columns, needed, window)


def tab_in_order(layout: QLayout) -> None:
    """Let Tab walk through the fields of a layout as they are read, whenever they were made."""
    tab_through(_fields(layout))


def tab_through(stops: Iterable[QWidget]) -> None:
    """Let Tab walk through widgets one after the other."""
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _fields(layout: QLayout) -> Iterator[QWidget]:
    for part in parts(layout):
        inside = _inside(part) if isinstance(part, QWidget) else part
        if isinstance(part, QWidget) and part.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield part
        elif inside is not None:
            yield from _fields(inside)


def _inside(widget: QWidget) -> QLayout | None:
    shown = widget.widget() if isinstance(widget, QScrollArea) else widget
    return None if shown is None else shown.layout()
