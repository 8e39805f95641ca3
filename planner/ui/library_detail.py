"""One exercise of the library: what it is, how it is done, its kin, and what the lifter did."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QToolButton, QVBoxLayout, QWidget

from planner.coach import library_words, wording
from planner.coach.library_view import Done, ExerciseView, Variations
from planner.engine.terms import LoadKind, Unit
from planner.language import tr
from planner.ui import counts, dates, widgets
from planner.ui.body_map import BodyMap
from planner.ui.fitting import tab_through
from planner.ui.flow_layout import FlowLayout
from planner.ui.layout_parts import empty
from planner.ui.library_ladders import Ladders
from planner.ui.library_parts import Lines, Links, Section
from planner.ui.pictogram import Pictogram
from planner.ui.set_columns import result_text

BODY_PX = QSize(192, 208)  # as tall as the facts beside it
_TOP = Qt.AlignmentFlag.AlignTop
BESIDE_PX = 560  # from this width on two columns stand beside each other


class LibraryDetail(QWidget):
    """Shows an exercise; `link_wanted` and `charts_wanted` carry a slug."""

    link_wanted = Signal(str)
    charts_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._slug = ""
        self.title = widgets.wrapped("", "page", self)
        self._tags = QWidget(self)
        self._tag_flow = FlowLayout(self._tags, spacing=4)
        self.pictogram = Pictogram(self)
        self.facts = Lines(self)
        self.body = BodyMap(self)
        self.body.setFixedSize(BODY_PX)
        self.cues, self.faults = Lines(self), Lines(self)
        self.limits = widgets.wrapped("", "", self)
        self.skill, self.practice = Lines(self), widgets.wrapped("", "muted", self)
        self.ladders = Ladders(self)
        self.kin = Links(tr("Variations"), self)
        self.instead = Links(tr("Instead"), self)
        self.drills = Links(tr("Drills before it"), self)
        self.done, self.done_rows = widgets.wrapped("", "", self), Lines(self)
        self.charts = widgets.button(tr("Show in &charts"), parent=self)
        self._arrange()
        self._connect()

    def show_exercise(self, view: ExerciseView, done: Done | None, unit: Unit, today: date) -> None:
        """Show an exercise, and what the lifter did of it; None without a lifter."""
        exercise = view.exercise
        self._slug = exercise.slug
        self.title.setText(exercise.name)
        self._show_tags(view)
        self.pictogram.show_pattern(exercise.pattern)
        self.facts.show_rows(view.facts)
        self.body.show_muscles(exercise.muscles)
        self.cues.show_rows(_bullets(exercise.cues))
        self.faults.show_rows(_bullets(exercise.faults))
        self.limits.setText(wording.sentence(wording.in_row(view.limits)))
        self._show_complexity(view)
        self.ladders.show_ladders(view.ladders)
        relatives = self._relatives(view.variations)
        self.kin.show_links(relatives)
        self.instead.show_links(view.substitutes)
        self.drills.show_links(view.drills)
        self._show_done(done, view, unit, today)
        self._hide_empty(view, done, bool(relatives))

    def order_tabs(self, before: QWidget) -> None:
        """Let Tab go on from a widget through what is shown now, as it is read."""
        steps = self.ladders.findChildren(QToolButton)
        kin = *self.instead.lines, *self.kin.lines
        tab_through((before, *steps, *self.drills.lines, self.charts, *kin))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns below each other where there is no room beside."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_PX
        direction = QBoxLayout.Direction
        for boxes in (self._pictures, self._columns):
            boxes.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _hide_empty(self, view: ExerciseView, done: Done | None, relatives: bool) -> None:
        exercise = view.exercise
        for section, shown in (
            (self._cues, exercise.cues),
            (self._faults, exercise.faults),
            (self._limits, view.limits),
            (self._drills, view.drills),
            (self._ladders, view.ladders),
            (self._kin, relatives),
            (self._instead, view.substitutes),
            (self._done, done is not None),
        ):
            section.setVisible(bool(shown))

    def _show_tags(self, view: ExerciseView) -> None:
        empty(self._tag_flow)
        for tag in view.tags:
            chip = widgets.label(tag, "chip", self._tags)
            chip.setToolTip(library_words.meaning(tag))
            self._tag_flow.addWidget(chip)
        self._tags.setVisible(bool(view.tags))

    def _show_complexity(self, view: ExerciseView) -> None:
        complexity = view.complexity
        parts = ((each.name, each.words, "●" * each.points or "–") for each in complexity.parts)
        self.skill.show_rows(tuple(parts))
        loaded = view.exercise.load_kind not in (LoadKind.NONE, LoadKind.BODYWEIGHT)
        words = (
            tr("{points} of {most} points. Practise it for about {sessions} before the load rises.")
            if loaded
            else tr(
                "{points} of {most} points. Practise it for about {sessions} before it gets harder."
            )
        ).format(
            points=complexity.points,
            most=complexity.most,
            sessions=counts.sessions(complexity.sessions),
        )
        if complexity.eased_by:
            known = tr("Fewer will do once {name} is known well.")
            words = f"{words} {known.format(name=complexity.eased_by)}"
        self.practice.setText(words)

    def _relatives(self, kin: Variations) -> list[tuple[str, str, str]]:
        """Return the exercise varied first, then the rest, each with how alike it is."""
        found = []
        if kin.parent is not None:
            why = tr("what this one varies, {alike}").format(alike=kin.parent.why)
            found.append((kin.parent.slug, kin.parent.name, why))
        return [*found, *kin.children, *kin.siblings]

    def _show_done(self, done: Done | None, view: ExerciseView, unit: Unit, today: date) -> None:
        if done is None:
            return
        told = tr("{sessions} so far, the best set of the last ones:")
        nothing = tr("Not done yet.")
        count = counts.sessions(done.sessions)
        self.done.setText(told.format(sessions=count) if done.sessions else nothing)
        rows = [
            (dates.short(on, today), _with_unit(result_text(best, view.exercise, unit), unit))
            for on, best in done.recent
        ]
        self.done_rows.show_rows(rows)
        self.done_rows.setVisible(bool(rows))
        self.charts.setVisible(done.charted)

    # building
    def _arrange(self) -> None:
        self._cues = Section(tr("CUES"), self.cues, self)
        self._faults = Section(tr("COMMON FAULTS"), self.faults, self)
        self._limits = Section(tr("MAY NOT SUIT"), self.limits, self)
        self._drills = Section(tr("DRILLS BEFORE IT"), self.drills, self)
        self._kin = Section(tr("VARIATIONS"), self.kin, self)
        self._instead = Section(tr("INSTEAD OF IT"), self.instead, self)
        self._done = Section(tr("YOUR HISTORY"), self._history(), self)
        self._ladders = Section(tr("LADDERS"), self.ladders, self)
        layout = widgets.column(self, margin=16, spacing=16)
        layout.addWidget(self.title)
        layout.addWidget(self._tags)
        layout.addLayout(self._top())
        layout.addWidget(self._ladders)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        left = (self._cues, self._faults, self._limits, self._drills, self._done)
        right = (self._complexity(), self._instead, self._kin)
        for sections in (left, right):
            self._columns.addLayout(_stacked(sections), 1)
        layout.addLayout(self._columns)
        layout.addStretch(1)

    def _top(self) -> QBoxLayout:
        """Put the facts between the movement and the muscles."""
        self._pictures = widgets.row(spacing=16)
        self._pictures.addWidget(self.pictogram, 0, _TOP)
        self._pictures.addWidget(self.facts, 1, _TOP)
        self._pictures.addWidget(self.body, 0, _TOP)
        return self._pictures

    def _complexity(self) -> Section:
        body = QWidget(self)
        layout = widgets.column(body)
        layout.addWidget(self.skill)
        layout.addWidget(self.practice)
        return Section(tr("WHY THIS COMPLEXITY"), body, self)

    def _history(self) -> QWidget:
        body = QWidget(self)
        layout = widgets.column(body)
        layout.addWidget(self.done)
        layout.addWidget(self.done_rows)
        layout.addWidget(self.charts, 0, Qt.AlignmentFlag.AlignLeft)
        return body

    def _connect(self) -> None:
        for links in (self.ladders, self.kin, self.instead, self.drills):
            links.wanted.connect(self.link_wanted)
        self.charts.setAutoDefault(False)
        self.charts.clicked.connect(lambda: self.charts_wanted.emit(self._slug))


def _stacked(sections: tuple[QWidget, ...]) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(16)
    for section in sections:
        made.addWidget(section)
    made.addStretch(1)
    return made


def _with_unit(result: str, unit: Unit) -> str:
    """Return a set with the unit of its load: '65 kg × 4'; 'bw × 4' has none."""
    load, times, amount = result.partition(" × ")
    return f"{load} {unit} × {amount}" if times and load[-1:].isdigit() else result


def _bullets(lines: tuple[str, ...]) -> list[tuple[str, str]]:
    return [("•", line) for line in lines]
