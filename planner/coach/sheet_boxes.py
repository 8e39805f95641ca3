"""Read what is typed into the boxes of a sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.coach import amounts, sheet_doubt, sheet_sides, wording
from planner.coach.entry import SetRow, parse_entry, usual_load, usual_side
from planner.coach.entry_doubt import is_over_limit, over_limit
from planner.coach.sheet_box_words import (
    ASKED as ASKED,
    SIDE_LETTERS as SIDE_LETTERS,
    SIDES as SIDES,
    SURE as SURE,
    planned_text as planned_text,
    typed_text as typed_text,
)
from planner.coach.shorthand import TEMPO, parted
from planner.engine.terms import (
    N_,
    SUSPECT,
    UNREAD,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    Unit,
)
from planner.language import tr

PLANNED = "="  # typed for 'as planned', as '.' is, also with pain behind it
EMPTIED = N_("Empty: saving deletes the set that stands here in the log.")
MADE_UNREAD = N_("“?”: saving takes the numbers that stand here out of the log.")
HURT_UNREAD = N_(
    "A box that cannot be read keeps no pain: type “?” alone here, and the pain behind another set "
    "of the exercise, or in the note."
)
LOAD_ASKED = N_("No load is on the sheet. Type 60x5 for 60 and 5.")
_AS_PLANNED = re.compile(r"[.=]\s*(?:p\s?(?P<pain>10|\d))?")
_HURT_UNREAD = re.compile(r"\?\s*p\s?\d+")
_BARE = re.compile(r"\d+(?:[.,]\d+)?")
_NUMBER = r"\d+(?:[.,]\d+)?"
_BOXED = re.compile(
    rf"(?P<time>{_NUMBER}|(?:\d+:)?\d+:\d\d)\s+(?P<metres>{_NUMBER})(?:\s+(?P<effort>{_NUMBER}))?"
)
_FAR = re.compile(r"(?<=\s)\d{3,}(?![\w.,:-])")  # of endurance metres, and no tempo
_SEVERAL = re.compile(r"[,;]\s")
_TEMPO = re.compile(rf"{TEMPO}(?![\w-])")
_TWO_NUMBERS = re.compile(r"(?:(?<=[\dgb])|(?<=bw))\s+(?=\d)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a box says: its sets, or a `problem`; a `remark` tells what was taken.

    A `question` is about sets that look like a slip: they are SUSPECT until it is answered.
    """

    sets: tuple[LoggedSet, ...] = ()
    problem: str = ""
    question: str = ""
    remark: str = ""


def read_line(
    texts: Sequence[str], rows: Sequence[SetRow], exercise: Exercise, unit: Unit
) -> list[Reading]:
    """Read the boxes of an exercise in turn; reps alone go on with the load of the box before.

    More than a limit is asked about until it was meant once.
    """
    read: list[Reading] = []
    before: tuple[SetRow, LoggedSet] | None = None
    meant = False
    for text, own in zip(texts, rows, strict=True):
        row = replace(own, over_meant=own.over_meant or meant)
        made = _read(text.strip(), exercise, unit, _carried(row, before), row)
        read.append(made)
        meant = meant or (not made.question and any(is_over_limit(e, row) for e in made.sets))
        if made.sets and UNREAD not in made.sets[-1].flags:
            before = row, made.sets[-1]
    wrong = sheet_sides.problems([made.sets for made in read], texts, rows)
    return [Reading(problem=said) if said else made for made, said in zip(read, wrong, strict=True)]


def is_as_planned(text: str) -> bool:
    """Say whether a text stands for 'as planned'."""
    return _AS_PLANNED.fullmatch(text.strip().lower()) is not None


def unread(row: SetRow) -> LoggedSet:
    """Return what holds the place of a box that cannot be read; it is no set to anybody."""
    reps = row.target.reps_low if row.target else None
    return LoggedSet(None, None, target_reps=reps, side=row.side, flags=frozenset({UNREAD}))


def _carried(row: SetRow, before: tuple[SetRow, LoggedSet] | None) -> SetRow:
    """Return a row that offers the load of the box before, unless both had one planned each."""
    if before is None or before[1].load_kg is None:
        return row
    target, earlier, done = row.target or PlannedSet(), before[0].target, before[1]
    if target.load_kg is not None and (earlier is None or earlier.load_kg != target.load_kg):
        return row
    made = replace(target, load_kg=done.load_kg, load=done.load, unit=done.unit)
    return replace(row, target=made)


def _read(text: str, exercise: Exercise, unit: Unit, row: SetRow, own: SetRow) -> Reading:
    if not text:
        return Reading(remark=_taken(own, EMPTIED))
    if text == ASKED:
        return Reading((unread(own),), remark=_taken(own, MADE_UNREAD))
    if _HURT_UNREAD.fullmatch(text.lower()):
        return Reading(problem=tr(HURT_UNREAD))
    said = text.removesuffix(SURE).rstrip()
    if planned := _AS_PLANNED.fullmatch(said.lower()):
        pain = None if planned["pain"] is None else int(planned["pain"])
        return _as_planned(exercise, unit, own, text.endswith(SURE), pain)
    plain = _plain(said.lower(), exercise)
    draft = parse_entry(plain, exercise, unit, _bare(row))
    if problem := draft.problem or _load_problem(draft.sets, own):
        return Reading(problem=problem)
    draft = replace(draft, sets=tuple(sheet_sides.of_box(made, plain, own) for made in draft.sets))
    remark = "" if "x" in plain else _load_remark(draft.sets[0], row, exercise)
    if text.endswith(SURE):
        return Reading(draft.sets, remark=remark)
    asked = [sheet_doubt.question(made, text, own, exercise, unit) for made in draft.sets]
    sets = tuple(map(_asked, draft.sets, asked))
    return Reading(sets, question=next(filter(None, asked), ""), remark=remark)


def _taken(row: SetRow, words: str) -> str:
    """Tell what a box does to the set that the log has for it; '' where it has none."""
    return tr(words) if row.logged is not None and UNREAD not in row.logged.flags else ""


def _bare(row: SetRow) -> SetRow:
    """Return a row without last time's load, where one is only taken when it is typed."""
    return replace(row, last=None) if row.asks_load else row


def _load_problem(sets: Sequence[LoggedSet], row: SetRow) -> str:
    """Ask for a load where nobody printed one, or return ''; a set stored without may stay so."""
    stored = row.logged
    without = stored is not None and UNREAD not in stored.flags and stored.load_kg is None
    asks = row.asks_load and not without and any(each.load_kg is None for each in sets)
    return tr(LOAD_ASKED) if asks else ""


def _asked(made: LoggedSet, question: str) -> LoggedSet:
    return replace(made, flags=made.flags | {SUSPECT}) if question else made


def _plain(text: str, exercise: Exercise) -> str:
    """Return a text as the log reads it: '100 5' is 100x5, a bare number a reach or distance.

    Of endurance, what stands in its boxes is read in their order: '25 5000 7' is 25 minutes, and
    so is a bare 25 where the time counts. The marks of the log before and behind it, as of effort
    or pain, change nothing of that.
    """
    before, done, marks = parted(text)
    measured = _measured(done, exercise)
    if measured != done:
        return f"{before}{measured} {marks}"
    return text if amounts.endures(exercise) else _crossed(text)


def _crossed(text: str) -> str:
    """Return '100 5' as 100x5; a tempo behind what was done is no number of repetitions."""
    found = _TWO_NUMBERS.search(text)
    if found is None:
        return text
    head, rest = text[: found.start()], text[found.end() :]
    tempo = _TEMPO.match(rest)
    sure = tempo is not None and ("x" in head or tempo[0].count("-") == 3)  # no sets, no slip
    return text if sure else f"{head}x{rest}"


def _measured(done: str, exercise: Exercise) -> str:
    """Return what was done with the units that its boxes leave out."""
    if amounts.endures(exercise):
        return _in_order(done, exercise) if exercise.load_kind is LoadKind.NONE else done
    unit = {Measure.DISTANCE: "m", Measure.REACH: "cm"}.get(exercise.measure, "")
    return f"{done}{unit}" if _BARE.fullmatch(done) else done


def _in_order(done: str, exercise: Exercise) -> str:
    if _BARE.fullmatch(done):
        return done + ("min" if exercise.measure is Measure.SECONDS else "m")
    found = _BOXED.fullmatch(done)
    if found is None:
        return done if _SEVERAL.search(done) else _FAR.sub(r"\g<0>m", done)
    time, metres, effort = found["time"], found["metres"], found["effort"]
    time = time if ":" in time else f"{time}min"
    return f"{time} {metres}m" + (f" @rpe{effort}" if effort else "")


def _as_planned(
    exercise: Exercise, unit: Unit, row: SetRow, sure: bool, pain: int | None
) -> Reading:
    target, amount = row.target, planned_amount(row)
    if target is None or amount is None:
        return Reading(problem=how_many(row))
    load = _planned_load(row, exercise, unit)
    made = LoggedSet(
        **{"reps": None, **amount, **load},
        kind=target.kind,
        target_reps=target.reps_low,
        side=row.side if row.side in SIDES else usual_side(exercise),
        pain=pain,
    )
    question = "" if sure else over_limit(made, row)
    remark = _load_remark(made, row, exercise)
    return Reading((_asked(made, question),), question=question, remark=remark)


def _planned_load(row: SetRow, exercise: Exercise, unit: Unit) -> dict[str, Any]:
    if exercise.load_kind is LoadKind.NONE:
        return {"load_kg": None, "unit": unit}
    return usual_load(row, unit)


def planned_amount(row: SetRow) -> dict[str, Any] | None:
    """Return what is done when it was done as planned; None when only the paper can tell."""
    target = row.target
    if target is None or target.amrap or row.asks_load:
        return None
    if target.distance_m is not None:
        return {"distance_m": target.distance_m}
    if target.seconds is not None:
        return {"seconds": target.seconds}
    low, high = target.reps_low, target.reps_high
    return {"reps": low or high} if (low or high) and (low or high) == (high or low) else None


def how_many(row: SetRow) -> str:
    """Ask for what was done, where 'as planned' does not say it."""
    target = row.target
    if target is None:
        return tr("Nothing is planned here. Type what is written.")
    if row.asks_load:
        return tr(LOAD_ASKED)
    low, high = target.reps_low, target.reps_high
    if low and high and low != high:
        return tr("How many? {low}–{high} planned.").format(low=low, high=high)
    return tr("How many reps?")


def _load_remark(made: LoggedSet, row: SetRow, exercise: Exercise) -> str:
    """Ask for a load that nobody wrote down, or say which one is taken."""
    loaded = exercise.load_kind in (LoadKind.EXTERNAL, LoadKind.ASSISTED)
    if not loaded or (row.target is not None and row.target.load_kg is not None):
        return ""
    if made.load_kg is None:
        return tr("No load? Type 60x5 for 60 and 5.")
    if row.last is not None and made.load_kg == row.last.load_kg:
        words = tr("No load written: last time's {load} is taken.")
        return words.format(load=wording.mass(made.load_kg, made.unit))
    return ""
