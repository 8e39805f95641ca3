"""The exercise library: search, filter, then drag or press Enter to put one into the week."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from planner.coach import favourites, library, load_doubt, planning, wording
from planner.coach.favourites import Picks
from planner.coach.planning import Prescription
from planner.coach.typed_line import parted_line
from planner.engine.terms import Exercise, Lifter, Reading, Unit
from planner.language import ntr, passage, tr
from planner.ui import counts, own_name, widgets
from planner.ui.exercise_filter import ExerciseFilter
from planner.ui.found_list import FoundList
from planner.ui.writing import writes


class ExerciseList(QWidget):
    """Finds exercises, with what is prescribed for them when that is typed behind the name.

    `chosen` carries a slug and a Prescription or None, `make_wanted` the name of an exercise to
    make and what to do with its slug, `wanted` something to be written.
    """

    chosen = Signal(str, object)
    left = Signal()  # the keyboard goes back to the week
    about_wanted = Signal(str)
    make_wanted = Signal(str, object)
    wanted = Signal(str, object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        writes(self)
        self._found: tuple[object, ...] = ()
        self._asked: tuple[object, ...] = ()
        self._given: tuple[list[Exercise], Picks, Set[str]] = ([], Picks(), frozenset())
        self._all: list[Exercise] = []
        self._picks = Picks()
        self._readings: Mapping[str, Reading] = {}
        self._lifter: Lifter | None = None
        layout = widgets.column(self, spacing=8)
        head = widgets.row()
        head.addWidget(widgets.label(tr("EXERCISES"), "section", self))
        key = widgets.label(tr("Ctrl F"), "key", self)
        head.addWidget(key, alignment=Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        layout.addLayout(head)
        layout.addWidget(self._search_field())
        self.preview = widgets.wrapped("", "small", self)
        layout.addWidget(self.preview)
        self.filter = ExerciseFilter(self)
        self.filter.changed.connect(self.refresh)
        layout.addWidget(self.filter)
        layout.addWidget(self._found_list(), 1)
        self._none = widgets.wrapped("", "muted", self)
        layout.addWidget(self._none)
        self.make = self._make_button()
        layout.addWidget(self.make)
        self._space = QWidget(self)  # where the list was, so that what is said stays on top
        layout.addWidget(self._space, 1)
        star = QShortcut(QKeySequence("Ctrl+B"), self)
        star.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        star.activated.connect(self._star_marked)

    def show_library(
        self,
        exercises: Iterable[Exercise],
        readings: Mapping[str, Reading],
        picks: Picks,
        lifter: Lifter,
    ) -> None:
        """Take the whole library; unasked, favourites and what the lifter trains stand first."""
        given = list(exercises), picks, readings.keys()
        if given != self._given:
            self._given = given
            self._all = favourites.ordered(*given)
        self._picks, self._lifter, self._readings = picks, lifter, readings
        known = len(self._all)
        words = ntr("Search {count} exercise…", "Search {count} exercises…", known)
        self.search.setPlaceholderText(words.format(count=counts.count(known)))
        self.refresh()

    def refresh(self) -> None:
        """Show what the library has for the words and filters of now."""
        name, _ = parted_line(self.search.text())
        asked = name, self.filter.wanted()
        found = favourites.found(*asked, self._all, self._picks)
        shown = (found, self._picks.starred)
        if shown != self._found:
            self._found = shown
            self.list.show_exercises(found, self._picks.starred, keep=asked == self._asked)
        self._asked = asked
        self._none.setText("" if found else self._nothing(name))
        self._none.setVisible(not found)
        self.list.setVisible(bool(found))
        self._space.setVisible(not found)
        own_name.offer(self.make, name, self.width())
        self._show_reading()

    def _nothing(self, name: str) -> str:
        wanted = self.filter.wanted()
        if not name and wanted.starred and not self._picks.starred:
            return tr("No favourites yet: Ctrl+B stars the exercise that is marked.")
        if not name and wanted.recent and not self._picks.recent:
            return tr("Nothing was logged lately.")
        return tr("Nothing found. Try fewer letters, or fewer filters.")

    def _show_reading(self) -> None:
        """Say below the field what would be added with what is prescribed."""
        made, exercise = self._prescribed(), self.list.exercise()
        text, problem = self._drill_hint(exercise), made is not None and bool(made.problem)
        if made is not None and exercise is not None and self._lifter is not None:
            words = made.problem or planning.spoken(made.sets, self._lifter.unit, exercise)
            text = passage(
                (wording.told_of(exercise.name, words), self._doubt(made, exercise))
            ).strip()
        self.preview.setText(text)
        self.preview.setVisible(bool(text))
        widgets.give_role(self.preview, "error" if problem else "small")

    def _drill_hint(self, exercise: Exercise | None) -> str:
        """Say, while an exercise is searched for, which key puts a drill before it."""
        if exercise is None or not exercise.activations or not self.search.text().strip():
            return ""
        first = library.exercise(exercise.activations[0]).name
        return tr("Then A on its line puts a drill before it: {drill}.").format(drill=first)

    def _doubt(self, made: Prescription, exercise: Exercise) -> str:
        reading = self._readings.get(exercise.slug)
        e1rm_kg = reading.strength_kg if reading is not None else None
        unit = self._lifter.unit if self._lifter is not None else Unit.KG
        return load_doubt.doubt(made.sets, exercise, e1rm_kg, unit)

    def _prescribed(self) -> Prescription | None:
        _, text = parted_line(self.search.text())
        exercise = self.list.exercise()
        return self._read(text, exercise) if exercise is not None else None

    def _read(self, text: str, exercise: Exercise) -> Prescription | None:
        if not text or self._lifter is None:
            return None
        lifter = self._lifter
        return planning.parse_prescription(text, lifter.unit, exercise, lifter.inventory)

    def _choose(self, slug: str) -> None:
        """Hand over what is chosen, unless what is prescribed for it cannot be read."""
        made = self._prescribed()
        if made is None or not made.problem:
            self.chosen.emit(slug, made)
            self.search.clear()  # for the next one

    def _enter(self) -> None:
        if self.list.count():
            self.list.choose_current()
        elif not self.make.isHidden():
            self._ask_to_make()

    def _ask_to_make(self) -> None:
        name, text = parted_line(self.search.text())
        self.make_wanted.emit(own_name.name(name), partial(self._add_made, text))

    def _add_made(self, text: str, slug: str) -> None:
        made = self._read(text, library.exercise(slug))
        self.chosen.emit(slug, None if made is None or made.problem else made)

    def _star_marked(self) -> None:
        exercise = self.list.exercise()
        if exercise is not None:
            self._star(exercise.slug)

    def _star(self, slug: str) -> None:
        self.wanted.emit(favourites.label(slug), partial(favourites.toggle, slug), None)

    # building
    def _search_field(self) -> QLineEdit:
        self.search = QLineEdit(self)
        self.search.setAccessibleName(tr("Search exercises"))
        self.search.setToolTip(
            tr("A name, with sets if you like: bench 4x6 @2 100. Enter adds it, Esc leaves.")
        )
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.refresh)
        self.search.returnPressed.connect(self._enter)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.search, self.left.emit)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        return self.search

    def _found_list(self) -> FoundList:
        self.list = FoundList(self)
        self.list.chosen.connect(self._choose)
        self.list.about_wanted.connect(self.about_wanted)
        self.list.star_wanted.connect(self._star)
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_reading())
        return self.list

    def _make_button(self) -> QPushButton:
        made = widgets.button("", "", self)
        made.clicked.connect(self._ask_to_make)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step from the search field into the list, and clear the search with Escape."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.begin()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)
