"""Planned sessions not typed in since the last one that was: done or not, somebody has to say."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from planner.coach import absences
from planner.coach.wording import short_date
from planner.engine.terms import Phrase, SuggestionKind, phrase
from planner.storage import decisions, log_reads, plan_lists
from planner.storage.decisions import Decision
from planner.storage.plan_lists import Unlogged

RULE = "sessions.untyped"
DAY = timedelta(days=1)
WAIT = timedelta(weeks=2)  # a sheet that came back no later was not filled in: rule of thumb


def since_last(lifter_id: int, today: date) -> tuple[Unlogged, ...]:
    """Return what was planned since the last session, not logged, and not said to be left out.

    Only the last two weeks count. Days away are left out, and so is what is planned for today: that
    may still be done.
    """
    newest = log_reads.summaries(lifter_id, limit=1, until=today)
    if not newest:
        return ()
    given = (made.on for made in decisions.decisions(lifter_id, "") if made.rule == RULE)
    since = max([newest[0].on, today - WAIT, *(on for on in given if on <= today)])
    away = absences.absences(lifter_id)
    found = plan_lists.unlogged(lifter_id, since, today - DAY)
    return tuple(made for made in found if not absences.on_day(away, made.on))


def asked(sessions: Sequence[Unlogged]) -> Phrase | None:
    """Ask whether sessions were done; None for none."""
    if not sessions:
        return None
    end = " not typed in. Until that is known, nothing is said of time off."
    if len(sessions) == 1:
        words = "Was this done? {session} of {session_on} is"
        return phrase(
            words + end, session=sessions[0].name or "A session", session_on=sessions[0].on
        )
    return phrase(
        "Were these done? {sessions} sessions since {since_on} are" + end,
        sessions=len(sessions), since_on=sessions[0].on,
    )  # fmt: skip


def not_done(lifter_id: int, sessions: Sequence[Unlogged], today: date) -> None:
    """Keep the answer that sessions were not done; then there was time off."""
    text = f"{sessions[0].name or 'A session'} of {short_date(sessions[0].on)} was not done."
    if len(sessions) > 1:
        text = f"{len(sessions)} sessions since {short_date(sessions[0].on)} were not done."
    numbers = (("sessions", len(sessions)), ("since_on", sessions[0].on))
    kind = SuggestionKind.RETURN_RAMP
    made = Decision(today, "", kind, RULE, "dismissed", "", text, numbers)
    decisions.keep_decision(lifter_id, made)
