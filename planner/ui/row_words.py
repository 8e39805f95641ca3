"""What a row of a set says about itself, aloud and below it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QLabel

from planner.coach.logging import Doubt
from planner.coach.wording import in_row
from planner.engine.terms import SetKind, Side
from planner.language import tr
from planner.ui.set_columns import kind_word, result_text, side_shown
from planner.ui.set_offers import Entry, side_of
from planner.ui.set_target import target_text


def name_number(number: QLabel, entry: Entry) -> None:
    """Say the kind of a set where only its mark stands, and the keys that change it."""
    word = kind_word(entry.kind)
    number.setAccessibleName(tr("Set {0}, {1}").format(entry.row.number, word))
    tip = tr("{0}: W makes it a warm-up, D a drop set, F a set to failure; N is a note on it")
    number.setToolTip(tip.format(word))


def cell_name(entry: Entry, title: str) -> str:
    """Name a cell: 'Lunge, set 2, drop set, left, Reps'."""
    return f"{set_name(entry)}, {title}"


def set_name(entry: Entry) -> str:
    """Name a set: 'Back squat, set 3', 'Lunge, set 2, drop set, left'."""
    kind = "" if entry.kind is SetKind.WORK else kind_word(entry.kind)
    side = side_shown(side_of(entry)) if entry.exercise.per_side else ""
    parts = (entry.exercise.name, tr("set {0}").format(entry.row.number), kind, side)
    return in_row(part for part in parts if part)


def planned_text(entry: Entry) -> str:
    """Write what is planned for the row."""
    row = entry.row
    return target_text(row.target, row, entry.exercise, entry.unit) if row.target else "–"


def last_text(entry: Entry) -> str:
    """Write what was done last time; its side only where it is not the one of the row.

    Its load is in the unit of the row, in which the lifter compares the two.
    """
    last = entry.row.last
    if last is None:
        return "–"
    if last.unit is not entry.unit:
        last = replace(last, load=None)
    shown = entry.exercise.per_side and last.side is side_of(entry)
    return result_text(replace(last, side=Side.BOTH) if shown else last, entry.exercise, entry.unit)


def note_name(entry: Entry) -> str:
    """Name the line for the note on a set."""
    return tr("Note on set {0} of {1}").format(entry.row.number, entry.exercise.name)


def mark_name(done: bool, number: int) -> str:
    """Say what the mark at the end of a row shows, or does."""
    return (tr("Set {0} is stored") if done else tr("Log set {0}")).format(number)


def facts(entry: Entry, note: str) -> str:
    """Write what a set holds that has no cell: 'left · tempo 3-1-3-0 · pain 4 · Knees caved in'.

    `note` is the one of a set that is not stored yet.
    """
    done = entry.row.logged
    if done is None:
        return note
    side = "" if entry.exercise.per_side else side_shown(done.side)
    tempo = tr("tempo {0}").format(done.tempo) if done.tempo else ""
    pain = "" if done.pain is None else tr("pain {0}").format(done.pain)
    return " · ".join(part for part in (side, tempo, pain, done.note) if part)


def question(doubt: Doubt) -> str:
    """Write a question with the keys that answer it."""
    if doubt.meant is None:
        return tr("{0} Enter keeps it.").format(doubt.question)
    return tr("{0} Enter keeps it, Space takes {1}.").format(doubt.question, doubt.says)
