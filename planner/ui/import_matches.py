"""How the file's exercise names are understood: a table in which each can be put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from planner.coach import library
from planner.coach.importing import NameMatch
from planner.coach.names import MOST
from planner.language import ntr, tr
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.import_guesses import Guesses
from planner.ui.table_model import Column, TableModel
from planner.ui.tables import keep_ends, plain_table
from planner.ui.widgets import button, column, row, wrapped

SIDE_PX = 232


class Matches(QWidget):
    """`choices` maps a name of the file to a slug, or to None for a new exercise."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[str, str | None] = {}
        self._matches: tuple[NameMatch, ...] = ()
        self._names: Mapping[str, str] = {}
        self.model = TableModel(self._columns(), self)
        self.table = plain_table(self.model, self)
        self.table.setAccessibleName(tr("Exercises of the file"))
        keep_ends(self.table)
        for names in (0, 2):  # a long name in the file leaves room for what it comes in as
            header = self.table.horizontalHeader()
            header.setSectionResizeMode(names, QHeaderView.ResizeMode.Stretch)
        self.table.activated.connect(self.choose)
        self.table.selectionModel().currentRowChanged.connect(self._show_guesses)
        self.guesses = Guesses(MOST, self)
        self.guesses.chosen.connect(self._take)
        self.table.installEventFilter(self.guesses)
        self.marked_name = wrapped("", "heading", self)
        self.accept_all = button("", parent=self)
        self.accept_all.clicked.connect(self._accept_all)
        line = row(self, spacing=16)
        line.addWidget(self.table, 1)
        line.addWidget(self._side())

    def _side(self) -> QWidget:
        """Return what the marked name may mean, beside the table: that has all of the height."""
        side = QWidget(self)
        side.setFixedWidth(SIDE_PX)
        layout = column(side)
        pick = button(tr("Choose e&xercise…"), parent=side)
        pick.clicked.connect(self.choose)
        new = button(tr("Make it a &new exercise"), parent=side)
        new.clicked.connect(self.make_new)
        hint = tr("Names marked 'please check' are a guess. What you choose is remembered.")
        for part in (pick, new, self.marked_name, self.guesses):  # the last two come and go
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addWidget(wrapped(hint, "small", side))
        layout.addWidget(self.accept_all)
        return side

    def _columns(self) -> list[Column[NameMatch]]:
        return [
            Column(tr("In the file"), lambda match: match.said()),
            Column(tr("Sets"), lambda match: match.sets, numeric=True),
            Column(tr("Comes in as"), self._exercise),
            Column("", self._note),
        ]

    def _exercise(self, match: NameMatch) -> str:
        slug = self.choices.get(match.name, match.slug)
        if slug is None:
            return tr("new exercise")
        return self._names.get(slug, slug)

    def _note(self, match: NameMatch) -> str:
        if match.name in self.choices:
            return tr("your choice")
        return "" if match.sure else tr("please check")

    def show_matches(self, matches: Sequence[NameMatch]) -> None:
        """Show the names, those to check first, then the most trained."""
        self._names = {exercise.slug: exercise.name for exercise in library.exercises()}
        self._matches = tuple(sorted(matches, key=lambda match: (match.sure, -match.sets)))
        self.guesses.setVisible(any(match.guesses for match in matches))
        self._show(0)

    def unsure(self) -> int:
        """Return how many names are still a guess."""
        return sum(map(self._is_open, self._matches))

    def _is_open(self, match: NameMatch) -> bool:
        return not match.sure and match.name not in self.choices

    def choose(self, _index: object = None) -> None:
        """Let another exercise be chosen for the marked name."""
        match = self.marked()
        if match is not None:
            chooser = ExerciseChooser(library.search, self)
            chooser.setWindowTitle(tr("Which exercise is “{name}”?").format(name=match.said()))
            chooser.chosen.connect(lambda slug: self._decide(match, slug))
            chooser.open()

    def make_new(self) -> None:
        """Let the marked name become an exercise of its own."""
        match = self.marked()
        if match is not None:
            self._decide(match, None)

    def marked(self) -> NameMatch | None:
        index: QModelIndex = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() else None

    def _decide(self, match: NameMatch, slug: str | None) -> None:
        place = self.table.currentIndex().row()
        self.choices[match.name] = slug
        later = range(place + 1, len(self._matches))
        self._show(next((at for at in later if self._is_open(self._matches[at])), place))
        self.changed.emit()

    def _take(self, slug: str) -> None:
        """Take one of the guesses, and go on to the next name that is not sure."""
        match = self.marked()
        if match is not None:
            self._decide(match, slug)

    def _accept_all(self) -> None:
        """Choose for every name that is not sure what it comes in as."""
        self.choices |= {match.name: match.slug for match in self._guessed()}
        self.table.setFocus()  # before the button goes, and hands the focus on to the unit
        self._show(max(self.table.currentIndex().row(), 0))
        self.changed.emit()

    def _guessed(self) -> list[NameMatch]:
        return [match for match in self._matches if self._is_open(match) and match.slug]

    def _show(self, place: int) -> None:
        self.model.set_rows(self._matches)
        self.table.selectRow(place)
        self._show_guesses()
        guessed = len(self._guessed())
        words = ntr("&Accept {count} guess", "&Accept {count} guesses", guessed)
        self.accept_all.setText(words.format(count=guessed))
        self.accept_all.setVisible(guessed > 1)

    def _show_guesses(self, _current: object = None, _before: object = None) -> None:
        match = self.marked()
        self.marked_name.setText(match.said() if match is not None else "")
        self.guesses.show_guesses(match.guesses if match is not None else (), self._names)
