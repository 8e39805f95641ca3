"""What was typed into a row of a set and is not on disk, and what is doubtful about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.coach import logging
from planner.coach.entry_unit import with_unit
from planner.coach.shorthand import plain
from planner.engine.terms import Exercise, LoggedSet, SetKind, Side, Unit
from planner.language import tr
from planner.ui.set_columns import Field, done_text, has_load
from planner.ui.set_offers import LOAD, Entry, is_whole, offers, unmarked

KIND_LETTERS = {"W": SetKind.WARMUP, "F": SetKind.FAILURE}  # D asks for a row of its own
SIDE_LETTERS = {"L": Side.LEFT, "R": Side.RIGHT, "B": Side.EACH, "E": Side.EACH}


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a row and is not on disk; what was left alone is None, '' or no text."""

    texts: Mapping[Field, str]
    kind: SetKind | None = None
    side: Side | None = None
    note: str = ""


def in_unit(
    draft: Draft, made: LoggedSet | None, exercise: Exercise, was: Unit, now: Unit
) -> Draft:
    """Return what was typed for a reader of one unit as it is for one of another: each load typed
    names its unit, what stands there of a stored set is that."""

    def text_now(field: Field, text: str) -> str:
        if made is not None and text == done_text(field, made, exercise, was):
            return done_text(field, made, exercise, now)
        return _with_unit(field, text, exercise, was)

    return replace(
        draft, texts={field: text_now(field, text) for field, text in draft.texts.items()}
    )


def _with_unit(field: Field, text: str, exercise: Exercise, unit: Unit) -> str:
    begun = text.rstrip(" .,")  # of 110.5 so far 110.
    load = LOAD.fullmatch(plain(begun))
    if field is Field.LOAD and load and load["number"]:
        return text if load["unit"] else f"{begun}{unit}"
    return with_unit(text, unit, exercise) if is_whole(field, text) else text


def noted(draft: logging.EntryDraft, note: str) -> logging.EntryDraft:
    """Return sets, the first of them with a note that was written before it was done."""
    first = tuple(replace(made, note=note) for made in draft.sets[:1])
    return replace(draft, sets=first + draft.sets[1:])


def whole(entry: Entry, texts: Mapping[Field, str]) -> bool:
    """Say whether the lifter typed the load and the amount of a set, or all in one cell."""
    texts, _ = unmarked(texts, entry.exercise)
    if any(is_whole(field, text) for field, text in texts.items()):
        return True
    offered = offers(entry, texts)
    asked = (field for field in offered if field not in (Field.RIR, Field.RPE))
    return all(texts[field] or not offered[field] for field in asked)


def doubt(made: LoggedSet, entry: Entry) -> logging.Doubt | None:
    """Return what to ask about a set before it is logged, or None; pain comes first."""
    if entry.pain and entry.row.logged is None:
        asked = tr("Pain {0} in the last set. One more all the same?").format(entry.pain)
        return logging.Doubt(asked)
    if has_load(entry.exercise) and made.load_kg is None:
        return logging.Doubt(tr("No load?"))
    return logging.asked(made, entry.row, entry.ramping)


def likely(
    sets: Sequence[LoggedSet], doubts: Sequence[logging.Doubt | None]
) -> tuple[LoggedSet, ...]:
    """Return the sets with what was likely meant in place of what is doubtful."""
    pairs = zip(sets, doubts, strict=True)
    return tuple(made if doubt is None else doubt.meant or made for made, doubt in pairs)
