"""Planned sessions not typed in since the last one that was: done or not, somebody has to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from planner.coach import absences, finding_sessions
from planner.coach.starting import BACK
from planner.coach.wording import short_date
from planner.engine.terms import Phrase, SuggestionKind, phrase
from planner.language import tr
from planner.storage import decisions, log_reads, plan_lists
from planner.storage.decisions import Decision
from planner.storage.plan_lists import Unlogged

RULE = "sessions.untyped"
DAY = timedelta(days=1)
WAIT = timedelta(weeks=2)  # a sheet that came back no later was not filled in: rule of thumb
IN_A_ROW = 2  # sessions: one alone may have been left out, or moved; rule of thumb
GAP = timedelta(weeks=1)  # without any session, though sessions were planned: rule of thumb


def since_last(lifter_id: int, today: date) -> tuple[Unlogged, ...]:
    """Return what was planned since the last session, not logged, and not said to be left out.

    A session after a gap says nothing of what was planned in the gap: that stays asked about. None
    of the last two weeks: nothing is asked; else older ones are asked about as far back as the log
    offers to start them. Days away are left out, and so is what is planned for today: that may
    still be done.
    """
    done = _last_done(lifter_id, today)
    if done is None:
        return ()
    given = (made.on for made in decisions.decisions(lifter_id, "") if made.rule == RULE)
    since = max([done, today - BACK, *(on for on in given if on <= today)])
    away = absences.absences(lifter_id)
    waiting = plan_lists.unlogged(lifter_id, since, today - DAY)
    found = tuple(made for made in waiting if not absences.on_day(away, made.on))
    return found if found and found[-1].on >= today - WAIT else ()


def in_a_row(lifter_id: int, today: date) -> tuple[Unlogged, ...]:
    """Return the same where several were planned in a week without any session, or none."""
    last = log_reads.summaries(lifter_id, limit=1, until=today)
    if not last or today - last[0].on < GAP:
        return ()
    found = since_last(lifter_id, today)
    return found if len(found) >= IN_A_ROW else ()


def _last_done(lifter_id: int, today: date) -> date | None:
    """Return the day of the last session before a gap that is not two weeks past, else the last.

    None before the first session ever.
    """
    begins = today - WAIT - GAP
    before = log_reads.summaries(lifter_id, limit=1, until=begins)
    later = finding_sessions.sessions_per_day(lifter_id, begins + DAY, today)
    days = [*(made.on for made in before), *sorted(later)]
    if not days:
        return None
    gaps = (
        on
        for on, then in zip(days, [*days[1:], today], strict=True)
        if then - on >= GAP and then > today - WAIT
    )
    return next(gaps, days[-1])


def asked(sessions: Sequence[Unlogged]) -> Phrase | None:
    """Ask whether sessions were done; None for none."""
    if not sessions:
        return None
    end = phrase("Until that is known, nothing is said of time off.")
    first = sessions[0]
    if len(sessions) == 1:
        one = phrase(
            "Was this done? {session} of {session_on} is not typed in.",
            session=first.name or tr("A session"),
            session_on=first.on,
        )
        return one + end
    several = phrase(
        "Were these done? {sessions} sessions since {since_on} are not typed in.",
        sessions=len(sessions),
        since_on=first.on,
    )
    return several + end


def not_done(lifter_id: int, sessions: Sequence[Unlogged], today: date) -> None:
    """Keep the answer that sessions were not done; then there was time off."""
    first, words = sessions[0], tr("{session} of {day} was not done.")
    if len(sessions) > 1:
        words = tr("{n} sessions since {day} were not done.")
    text = words.format(
        session=first.name or tr("A session"), n=len(sessions), day=short_date(first.on)
    )
    numbers = (("sessions", len(sessions)), ("since_on", first.on))
    kind = SuggestionKind.RETURN_RAMP
    made = Decision(today, "", kind, RULE, "dismissed", "", text, numbers)
    decisions.keep_decision(lifter_id, made)
