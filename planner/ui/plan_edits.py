"""What the planner can do to a week: each edit is its name for Undo and the write to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

from planner.coach import lines, planning, week_edits
from planner.coach.planning import Prescription
from planner.engine.terms import PlannedExercise, PlannedSet
from planner.ui.plan_week import Spot, Week
from planner.ui.plan_words import Card, Line

Write: TypeAlias = Callable[[], object]
Edit: TypeAlias = tuple[str, Write]


@dataclass(frozen=True, slots=True)
class Carried:
    """What is dragged or was copied: exactly one of the three.

    An exercise of the library may come with what is prescribed for it.
    """

    session: int | None = None
    line: Line | None = None
    exercise: str | None = None
    prescribed: Prescription | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What the editor of a line holds; sets are None when their text was left alone."""

    sets: tuple[PlannedSet, ...] | None
    rest_s: int | None
    tempo: str
    note: str
    superset: int | None


def add_session(week: Week, day: int) -> Edit:
    """Add an empty session to a day."""
    name = _tr("Session")
    return _tr("Add session"), partial(week_edits.add_session, week.id, day, name)


def rename(card: Card, name: str) -> Edit | None:
    """Rename a session; None when nothing changes."""
    clean = name.strip()
    if clean in ("", card.name):
        return None
    return _tr("Rename session"), partial(week_edits.rename_session, card.id, clean)


def delete(week: Week, spot: Spot) -> Edit | None:
    """Delete the line or the session of a spot."""
    if (line := week.line(spot.line)) is not None:
        label = _tr("Delete {name}").format(name=line.exercise.name)
        return label, partial(week_edits.delete_exercise, line.id)
    if (card := week.card(spot.session)) is not None:
        return _tr("Delete {name}").format(name=card.name), partial(
            week_edits.delete_session, card.id
        )
    return None


def duplicate(week: Week, spot: Spot) -> Edit | None:
    """Copy a line below itself, or a session to the next free day."""
    if (line := week.line(spot.line)) is not None:
        return put(week, Carried(line=line), spot, copy=True)
    if (card := week.card(spot.session)) is not None:
        day = free_day(week, spot.day)
        label = _tr("Duplicate {name}").format(name=card.name)
        return label, partial(week_edits.duplicate_session, card.id, day)
    return None


def free_day(week: Week, after: int) -> int:
    """Return the next day without a session, going round; the day itself when there is none."""
    count = len(week.days)
    order = [(after + step) % count for step in range(1, count)]
    return next((day for day in order if not week.days[day].cards), after)


def put(week: Week, what: Carried, spot: Spot, copy: bool = False) -> Edit | None:
    """Drop or paste a session, a line or an exercise of the library at a spot."""
    if what.session is not None:
        return _put_session(week, what.session, spot.day, copy)
    if what.exercise is not None:
        return _tr("Add exercise"), _into(week, spot, _adding(week, what.exercise, what.prescribed))
    if what.line is None:
        return None
    name = what.line.exercise.name
    if copy:
        write = partial(_add_copy, what.line.planned)
        return _tr("Copy {name}").format(name=name), _into(week, spot, write)
    return _tr("Move {name}").format(name=name), _into(
        week, spot, partial(week_edits.move_exercise, what.line.id), what.line
    )


def _adding(week: Week, slug: str, prescribed: Prescription | None) -> Callable[..., object]:
    if prescribed is None:
        add: Callable[..., object] = planning.add_usual_exercise
    else:
        add = partial(lines.add_prescribed, prescribed=prescribed)
    return partial(add, slug=slug, lifter_id=week.lifter_id, today=week.today)


def _put_session(week: Week, session: int, day: int, copy: bool) -> Edit | None:
    if copy:
        write = partial(week_edits.duplicate_session, session, day, week.id)
        return _tr("Paste session"), write
    card = week.card(session)
    if card is None or card in week.days[day].cards:
        return None
    label = _tr("Move {name}").format(name=card.name)
    return label, partial(week_edits.move_session, session, day)


def _into(
    week: Week, spot: Spot, write: Callable[..., object], moving: Line | None = None
) -> Write:
    """Run a write at the session and position of a spot, making a session on an empty day."""
    place = week.place(spot)
    if place is None:
        return partial(_in_new_session, week.id, spot.day, _tr("Session"), write)
    card, position = place
    if moving in card.lines[:position]:
        position -= 1  # the line leaves a gap above its new place
    return partial(write, planned_session_id=card.id, position=position)


def _in_new_session(week_id: int, day: int, name: str, write: Callable[..., object]) -> object:
    session = week_edits.add_session(week_id, day, name)
    return write(planned_session_id=session, position=0)


def _add_copy(planned: PlannedExercise, planned_session_id: int, position: int) -> int:
    made = week_edits.add_exercise(planned_session_id, planned.exercise, position)
    week_edits.prescribe(made, planned.sets)
    week_edits.annotate(made, planned.rest_s, planned.tempo, planned.note)
    return made


def shift(week: Week, spot: Spot, days: int = 0, lines: int = 0) -> Edit | None:
    """Move what is selected by days, or a line up or down in its session."""
    if week.line(spot.line) is not None:
        return _shift_line(week, spot, days, lines)
    if spot.session is not None and days and 0 <= spot.day + days < len(week.days):
        return put(week, Carried(session=spot.session), Spot(spot.day + days))
    return None


def _shift_line(week: Week, spot: Spot, days: int, lines: int) -> Edit | None:
    place = week.place(spot)
    line = week.line(spot.line)
    if place is None or line is None:
        return None
    card, below = place
    target, position = card.id, below - 1 + lines
    if days:
        near = _near_card(week, spot.day, days)
        if near is None:
            return None
        target, position = near.id, min(below - 1, len(near.lines))
    elif not 0 <= position < len(card.lines):
        return None
    label = _tr("Move {name}").format(name=line.exercise.name)
    return label, partial(week_edits.move_exercise, line.id, target, position)


def _near_card(week: Week, day: int, step: int) -> Card | None:
    order = range(day + step, len(week.days) if step > 0 else -1, step)
    return next((week.days[number].cards[0] for number in order if week.days[number].cards), None)


def change(line: Line, changes: Changes) -> Edit | None:
    """Store what was typed about a line; None when nothing changed."""
    planned = line.planned
    writes: list[Write] = []
    if changes.sets is not None:
        writes.append(partial(week_edits.prescribe, line.id, changes.sets))
    notes = (changes.rest_s, changes.tempo, changes.note)
    if notes != (planned.rest_s, planned.tempo, planned.note):
        writes.append(partial(week_edits.annotate, line.id, *notes))
    if changes.superset != planned.superset:
        writes.append(partial(lines.put_in_superset, line.id, changes.superset))
    if not writes:
        return None
    return _tr("Change {name}").format(name=line.exercise.name), partial(_all, writes)


def _all(writes: list[Write]) -> None:
    for write in writes:
        write()


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlannerTab", text)
