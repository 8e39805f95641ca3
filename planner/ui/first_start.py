"""The first page: four doors into the program, and a name and a unit if one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from planner.coach import clients
from planner.engine.terms import Lifter, Unit
from planner.language import tr
from planner.ui.region import usual_unit
from planner.ui.widgets import column, label, row, scrolling, wrapped
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

PAGE_WIDTH = 880  # px
LOOK_MS = 2000  # between looks for a lifter whom another program brought


class FirstStart(QWidget):
    """Each signal is a door; `lifter()` says who is to walk through it."""

    import_wanted = Signal()
    program_wanted = Signal()
    empty_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        content = QWidget(self)
        page = QWidget(content)
        page.setMaximumWidth(PAGE_WIDTH)
        outer = QHBoxLayout(content)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(page, 100)  # all, up to its width
        outer.addStretch(1)
        self._page = column(page, spacing=16)
        self._page.addStretch(2)
        self._page.addWidget(label(tr("Welcome"), "page", page))
        self._page.addWidget(wrapped(self._welcome(), "muted", page))
        self._page.addSpacing(8)
        self._page.addLayout(self._doors(page))
        self._page.addSpacing(8)
        self._page.addLayout(self._person(page))
        self._page.addWidget(wrapped(self._later(), "small", page))
        self._page.addStretch(3)
        column(self).addWidget(scrolling(content, self))  # on a small screen

    def _welcome(self) -> str:
        return tr(
            "Plan your weeks, log your sets, and see which phase of adaptation each lift is in. "
            "Everything stays on this computer."
        )

    def _later(self) -> str:
        return tr(
            "You can change both at any time. While the program is open, every step can be undone "
            "with Ctrl+Z."
        )

    def _doors(self, page: QWidget) -> QHBoxLayout:
        line = row(spacing=16)
        self.import_door = Door(
            tr("Import your log"),
            tr("Bring your sessions from Strong, Hevy, FitNotes or another app, or drop the "
                    "file anywhere on this window."),
            page,
        )  # fmt: skip
        self.program_door = Door(
            tr("Start from a program"),
            tr("Choose a program for the days you have; it becomes a plan that you can "
                    "change, print and log."),
            page,
        )  # fmt: skip
        self.empty_door = Door(
            tr("Start an empty block"),
            tr(
                "Build your own weeks: choose how many, then put exercises and sets on the "
                "days you train."
            ),
            page,
        )
        self.sample_door = Door(
            tr("Try a sample lifter"),
            tr("Look around with half a year of made-up training. Archive the sample "
                    "when you have seen enough."),
            page,
        )  # fmt: skip
        self.import_door.clicked.connect(self.import_wanted)
        self.program_door.clicked.connect(self.program_wanted)
        self.empty_door.clicked.connect(self.empty_wanted)
        self.sample_door.clicked.connect(self.sample_wanted)
        for door in (self.import_door, self.program_door, self.empty_door, self.sample_door):
            line.addWidget(door, 1)
        return line

    def _person(self, page: QWidget) -> QHBoxLayout:
        line = row(spacing=12)
        self.name = QLineEdit(page)
        self.name.setPlaceholderText(tr("Me"))
        self.name.setMaximumWidth(240)
        self.name.setAccessibleName(tr("Your name"))
        self.kilograms = QRadioButton(tr("&kg"), page)
        self.pounds = QRadioButton(tr("l&b"), page)
        self.kilograms.setAccessibleName(tr("Loads in kilograms"))
        self.pounds.setAccessibleName(tr("Loads in pounds"))
        self.unit_chosen = False
        for choice in (self.kilograms, self.pounds):
            choice.clicked.connect(self._note_choice)
        (self.pounds if usual_unit() is Unit.LB else self.kilograms).setChecked(True)
        caption = label(tr("Your &name"), parent=page)
        caption.setBuddy(self.name)
        for widget in (caption, self.name, self.kilograms, self.pounds):
            line.addWidget(widget)
        line.addStretch(1)
        return line

    def _note_choice(self) -> None:
        self.unit_chosen = True

    def unit(self) -> Unit:
        """Return the unit that is marked."""
        return Unit.LB if self.pounds.isChecked() else Unit.KG

    def lifter(self) -> Lifter:
        """Return the lifter to begin with."""
        unit = self.unit()
        name = self.name.text().strip() or tr("Me")
        return Lifter(name=name, unit=unit, inventory=clients.usual_inventory(unit))


class Door(QPushButton):
    """A large button: a title and what waits behind it."""

    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "door")
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        layout = column(self, margin=16)
        for made in (wrapped(title, "title", self), wrapped(text, "muted", self)):
            made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(made)
        layout.addStretch(1)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Follow the lines that break in it."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the title and the text at a width."""
        inside = self.layout()
        needed = inside.totalHeightForWidth(width) if inside is not None else 0
        return max(super().sizeHint().height(), needed)


def first_page(window: MainWindow) -> FirstStart:
    """Make the first page of a window, each door with what is behind it."""
    page = FirstStart(window.pages)
    page.import_wanted.connect(window.file_stories.import_log)
    page.program_wanted.connect(window.lifter_stories.choose_program)
    page.empty_wanted.connect(window.lifter_stories.start_block)
    page.sample_wanted.connect(window.lifter_stories.add_sample)
    look = QTimer(page, interval=LOOK_MS)
    look.timeout.connect(lambda: _look_elsewhere(window, page))
    look.start()
    return page


def _look_elsewhere(window: MainWindow, page: FirstStart) -> None:
    """Let the page go once another program brought a lifter, though nobody touched the window."""
    if page.isVisible() and QApplication.activeModalWidget() is None:
        window.history.look_elsewhere()
