"""Pain as it is typed from a sheet: asked for where a lift hurt badly, told once it is stored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from planner.coach import pain_referral, pain_stop, wording
from planner.coach.entry import SetRow
from planner.coach.sheet_box_words import SURE
from planner.engine.terms import SUSPECT, UNREAD, LoggedSet, Session, SetKind
from planner.language import tr
from planner.storage import library, log

Known: TypeAlias = Mapping[int | None, int | None]  # the pain of stored sets by their ids
_TOLD = re.compile(r"p\s?(?:10|\d)(?!\d)")


def is_told(texts: Sequence[str], rows: Sequence[SetRow]) -> bool:
    """Say whether the boxes of an exercise tell of pain, or that there is nothing to tell.

    That is so where a set was kept when it was asked for, and where the log has one.
    """
    logged = (row.logged.flags for row in rows if row.logged is not None)
    stored = any(not flags & {SUSPECT, UNREAD} for flags in logged)
    return stored or any(text.endswith(SURE) or _TOLD.search(text.lower()) for text in texts)


def question(made: LoggedSet, row: SetRow) -> str:
    """Ask for the pain in a set of what hurt badly last time; '' where there is nothing to ask."""
    if not row.hurt or made.pain is not None or made.kind is SetKind.WARMUP:
        return ""
    words = tr("{hurt}. And this time? p0 behind a set is no pain, p10 the worst.")
    return words.format(hurt=f"{row.hurt[:1].upper()}{row.hurt[1:]}")


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
