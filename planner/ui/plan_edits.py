"""What the planner can do to a week: each edit is its name for Undo and the write to run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from planner.coach import (
    arranging,
    carrying,
    done_sessions,
    lines,
    load_doubt,
    planning,
    supersets,
    week_edits,
)
from planner.coach.carrying import Copied, Reader
from planner.coach.planning import Prescription
from planner.engine.terms import PlannedSession, PlannedSet, Unit
from planner.language import tr
from planner.ui import counts
from planner.ui.plan_week import TOP, Spot, Week
from planner.ui.plan_words import Card, Line
from planner.ui.selection import Selection

Write: TypeAlias = Callable[[], object]
Edit: TypeAlias = tuple[str, Write]


@dataclass(frozen=True, slots=True)
class Carried:
    """What is dragged: sessions of the week by id, lines by id, or an exercise of the library.

    An exercise of the library may come with what is prescribed for it.
    """

    sessions: tuple[int, ...] = ()
    lines: tuple[int, ...] = ()
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
    name = tr("Session")
    return tr("Add session"), partial(week_edits.add_session, week.id, day, name)


def rename(card: Card, name: str) -> Edit | None:
    """Rename a session; None when nothing changes."""
    clean = name.strip()
    if clean in ("", card.name):
        return None
    return tr("Rename session"), partial(week_edits.rename_session, card.id, clean)


def kept(card: Card | None) -> Edit | None:
    """Return the edit that refuses, saying why, to change a session that was logged; else None."""
    if card is None or not card.begun:
        return None
    return tr("Edit"), partial(done_sessions.keep_sessions, [card.id])


def named(week: Week, what: Selection | Carried) -> str:
    """Name what an edit is about: the one thing, or how many exercises or sessions."""
    if len(what.lines) > 1:
        return counts.exercises(len(what.lines))
    if len(what.sessions) > 1:
        return counts.sessions(len(what.sessions))
    line = week.line(what.lines[0]) if what.lines else None
    card = week.card(what.sessions[0]) if what.sessions else None
    return line.exercise.name if line is not None else card.name if card is not None else ""


def how_many(week: Week, chosen: Selection) -> str:
    """Say how much is selected when it is more than one; '' otherwise."""
    if not chosen.several:
        return ""
    return tr("{what} selected").format(what=named(week, chosen))


def delete(week: Week, chosen: Selection) -> Edit | None:
    """Delete the lines or the sessions that are selected."""
    return _gone(week, chosen, tr("Delete {name}"))


def cut(week: Week, chosen: Selection) -> Edit | None:
    """Delete what is selected, once it has been copied."""
    return _gone(week, chosen, tr("Cut {name}"))


def _gone(week: Week, chosen: Selection, label: str) -> Edit | None:
    label = label.format(name=named(week, chosen))
    if chosen.lines:
        return label, partial(arranging.delete_lines, chosen.lines)
    if chosen.sessions:
        return label, partial(arranging.delete_sessions, chosen.sessions)
    return None


def duplicate(week: Week, chosen: Selection) -> Edit | None:
    """Copy lines below themselves, or each session to the next free day."""
    label = tr("Duplicate {name}").format(name=named(week, chosen))
    if chosen.lines:
        return label, partial(carrying.duplicate_lines, chosen.lines)
    if chosen.sessions:
        return label, partial(_duplicate_sessions, free_days(week, chosen))
    return None


def _duplicate_sessions(targets: list[tuple[int, int]]) -> list[int]:
    return [week_edits.duplicate_session(session, day) for session, day in targets]


def free_days(week: Week, chosen: Selection) -> list[tuple[int, int]]:
    """Return (session, day) for copies: the next day without one, going round, else its own."""
    count = len(week.days)
    taken = {day.number for day in week.days if day.cards}
    found = []
    for spot in chosen.spots:
        order = [(spot.day + step) % count for step in range(1, count)]
        day = next((day for day in order if day not in taken), spot.day)
        taken.add(day)
        found.append((spot.session or 0, day))
    return found


def copied(week: Week, chosen: Selection) -> Copied | None:
    """Return what is selected as values to paste later; None for a day without a session."""
    rows = tuple(line.planned for key in chosen.lines if (line := week.line(key)) is not None)
    cards = [card for key in chosen.sessions if (card := week.card(key)) is not None]
    if not rows and not cards:
        return None
    sessions = tuple(_value(week, card) for card in cards)
    return Copied(week.lifter_id, () if rows else sessions, rows)


def _value(week: Week, card: Card) -> PlannedSession:
    day = next(day.number for day in week.days if card in day.cards)
    exercises = tuple(line.planned for line in card.lines)
    return PlannedSession(card.name, day, exercises, card.note)


def paste(week: Week, what: Copied, spot: Spot) -> Edit:
    """Paste sessions on the day of a spot, or lines below it."""
    reader = Reader(week.lifter_id, week.today)
    if what.sessions:
        several = counts.sessions(len(what.sessions))
        name = several if len(what.sessions) > 1 else what.sessions[0].name
        write: Write = partial(carrying.paste_sessions, what, week.id, spot.day, reader)
    else:
        several = counts.exercises(len(what.lines))
        name = several if len(what.lines) > 1 else tr("exercise")
        write = _below(week, spot, partial(carrying.paste_lines, what, reader=reader))
    return tr("Paste {name}").format(name=name), write


def put(week: Week, what: Carried, spot: Spot) -> Edit | None:
    """Drop sessions, lines or an exercise of the library at a spot."""
    label = tr("Move {name}").format(name=named(week, what))
    if what.exercise is not None:
        add = _adding(week, what.exercise, what.prescribed)
        return tr("Add exercise"), _below(week, spot, add)
    if what.lines and all(map(week.line, what.lines)):
        return label, _below(week, spot, partial(arranging.move_lines, what.lines))
    if what.sessions and all(map(week.card, what.sessions)):
        after = 0 if spot.session == TOP else spot.session
        return label, partial(arranging.move_sessions, what.sessions, spot.day, after)
    return None


def _adding(week: Week, slug: str, prescribed: Prescription | None) -> Callable[..., object]:
    if prescribed is not None and prescribed.superset is not None:
        add_below = partial(lines.add_below, slug=slug, prescribed=prescribed)
        return partial(add_below, lifter_id=week.lifter_id, today=week.today)
    if prescribed is None:
        add: Callable[..., int] = planning.add_usual_exercise
    else:
        add = partial(lines.add_prescribed, prescribed=prescribed)
    return partial(_add, partial(add, slug=slug, lifter_id=week.lifter_id, today=week.today))


def _add(add: Callable[[int], int], planned_session_id: int, after: int | None) -> int:
    made = add(planned_session_id)
    arranging.move_lines([made], planned_session_id, after)
    return made


def _below(week: Week, spot: Spot, write: Callable[..., object]) -> Write:
    """Run a write at the session and line of a spot, making a session on an empty day."""
    card = week.card(spot.session)
    if card is None:
        return partial(_in_new_session, week.id, spot.day, tr("Session"), write)
    last = card.lines[-1].id if card.lines else None
    after = {None: last, TOP: None}.get(spot.line, spot.line)
    return partial(write, planned_session_id=card.id, after=after)


def _in_new_session(week_id: int, day: int, name: str, write: Callable[..., object]) -> object:
    session = week_edits.add_session(week_id, day, name)
    return write(planned_session_id=session, after=None)


def shift(week: Week, chosen: Selection, days: int = 0, places: int = 0) -> Edit | None:
    """Move what is selected by days, or by places up or down its session or its day."""
    label = tr("Move {name}").format(name=named(week, chosen))
    if chosen.lines and places:
        return label, partial(arranging.shift_lines, chosen.lines, places)
    if chosen.lines:
        write = _to_near_card(week, chosen, days)
        return (label, write) if write is not None else None
    if chosen.sessions:
        act, by = (arranging.shift_sessions, days) if days else (arranging.shift_in_day, places)
        return label, partial(act, chosen.sessions, by)
    return None


def _to_near_card(week: Week, chosen: Selection, step: int) -> Write | None:
    """Move lines to the next session on another day, as far down as the first of them is now."""
    first = chosen.spots[0]
    order = range(first.day + step, len(week.days) if step > 0 else -1, step)
    near = next((week.days[number].cards[0] for number in order if week.days[number].cards), None)
    place = week.place(first)
    if near is None or place is None:
        return None
    above = min(place[1] - 1, len(near.lines))
    after = near.lines[above - 1].id if above else None
    return partial(arranging.move_lines, chosen.lines, near.id, after)


def group(chosen: Selection) -> Edit:
    """Make a superset or circuit of the selected lines."""
    label = tr("Circuit of {0}") if len(chosen.lines) > 2 else tr("Superset of {0}")
    count = counts.exercises(len(chosen.lines))
    return label.format(count), partial(supersets.group, chosen.lines)


def ungroup(week: Week, chosen: Selection) -> Edit | None:
    """Dissolve the supersets of the selected lines; None when they are in none."""
    found = (week.line(key) for key in chosen.lines)
    if all(line is None or line.planned.superset is None for line in found):
        return None
    return tr("Dissolve superset"), partial(supersets.ungroup, chosen.lines)


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
        writes.append(partial(supersets.put, line.id, changes.superset))
    if not writes:
        return None
    return tr("Change {name}").format(name=line.exercise.name), partial(_all, writes)


def doubt(line: Line, changes: Changes, unit: Unit) -> str:
    """Say that a load was saved that is far beyond strength: its question went with the editor."""
    asked = load_doubt.doubt(changes.sets or (), line.exercise, line.e1rm_kg, unit)
    words = tr("{name}: {doubt} It is saved; Ctrl+Z takes it back.") if asked else ""
    return words.format(name=line.exercise.name, doubt=asked)


def _all(writes: list[Write]) -> None:
    for write in writes:
        write()
