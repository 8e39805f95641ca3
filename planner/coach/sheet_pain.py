"""Pain as it is typed from a sheet: asked for where a lift hurt badly, told once it is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from planner.coach import pain_referral, pain_stop, sheet_boxes, wording
from planner.coach.entry import SetRow
from planner.coach.sheet_boxes import SURE, Reading, typed_text
from planner.engine.same_load import is_harder
from planner.engine.terms import SUSPECT, UNREAD, Exercise, LoggedSet, Session, SetKind, Unit
from planner.language import passage, tr
from planner.storage import library, log

Known: TypeAlias = Mapping[int | None, int | None]  # the pain of stored sets by their ids


def read_line(
    texts: Sequence[str], rows: Sequence[SetRow], exercise: Exercise, unit: Unit
) -> list[Reading]:
    """Read the boxes of an exercise, as `sheet_boxes` does; pain that is stored stays, and of what
    hurt badly last time it is asked for.

    A work set that is sure and whose pain is told answers for all that are no harder; `!` for its
    own box.
    """
    read = sheet_boxes.read_line(texts, rows, exercise, unit)
    kept = [_kept(made, row) for made, row in zip(read, rows, strict=True)]
    told = [entry for made in kept for entry in made.sets if _tells(entry)]

    def asked(made: Reading, text: str, row: SetRow) -> Reading:
        if not row.hurt or text.strip().endswith(SURE) or _is_sure(text, row, exercise, unit):
            return made
        open_sets = [e for e in made.sets if _is_open(e, told, exercise)]
        return _in_doubt(made, open_sets, row) if open_sets else made

    return list(map(asked, kept, texts, rows))


def _kept(made: Reading, row: SetRow) -> Reading:
    """Return what a box says with the pain and the quality that its set is stored with, where none
    is typed."""
    if row.logged is None or not made.sets or UNREAD in made.sets[0].flags:
        return made
    first, *others = made.sets
    pain = row.logged.pain if first.pain is None else first.pain
    first = replace(first, pain=pain, technique=first.technique or row.logged.technique)
    return replace(made, sets=(first, *others))


def _tells(entry: LoggedSet) -> bool:
    work = entry.kind is not SetKind.WARMUP and not entry.flags & {SUSPECT, UNREAD}
    return work and entry.pain is not None


def _is_sure(text: str, row: SetRow, exercise: Exercise, unit: Unit) -> bool:
    """Say whether a box has what the log has, of which nothing is asked any more."""
    stored = row.logged
    if stored is None or stored.flags & {SUSPECT, UNREAD}:
        return False
    return text == typed_text(stored, exercise, unit, row.side)


def _is_open(entry: LoggedSet, told: Iterable[LoggedSet], exercise: Exercise) -> bool:
    """Say whether the pain in a set is to be asked for."""
    if entry.pain is not None or entry.kind is SetKind.WARMUP or UNREAD in entry.flags:
        return False
    kg = entry.load_kg or 0.0
    return all(is_harder(kg, each.load_kg or 0.0, exercise) for each in told)


def _in_doubt(made: Reading, asked: Sequence[LoggedSet], row: SetRow) -> Reading:
    words = tr("{hurt}. And this time? p0 behind a set is no pain, p10 the worst.")
    asks = words.format(hurt=f"{row.hurt[:1].upper()}{row.hurt[1:]}")
    sets = (replace(e, flags=e.flags | {SUSPECT}) if e in asked else e for e in made.sets)
    question = passage(filter(None, (made.question, asks)))
    return replace(made, sets=tuple(sets), question=question)


def known(session: Session) -> Known:
    """Return the pain in the sets of a session, as it is stored before something is typed."""
    return {entry.id: entry.pain for slot in session.exercises for entry in slot.sets}


def refer(session_id: int, before: Known) -> list[str]:
    """Raise the referrals that the pain in a session asks for, where it is new or changed.

    Return what strong pain asks for of each exercise.
    """
    told = []
    for slot in log.session(session_id).exercises:
        hurt = [entry for entry in slot.sets if entry.pain != before.get(entry.id)]
        if not hurt:
            continue
        pain_referral.after(hurt[0].id or 0, hurt)
        words = pain_stop.stop_words(max(hurt, key=lambda entry: entry.pain or 0))
        if words is not None:
            name = library.exercise(slot.exercise).name
            told.append(tr("{0}: {1}").format(name, wording.render(words)))
    return told
