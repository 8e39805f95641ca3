"""Go on with a block that was broken off: the weeks that were not done move to where one is.

The law: the weeks after the last one with anything done move together, by whole weeks, so that
they keep their order, their weekdays and the days between their sessions. What is done stays.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from planner.coach import absences, holiday, overlaps, untyped
from planner.coach.in_sight import RUNS_INTO
from planner.coach.refused import Refused
from planner.coach.wording import short_date
from planner.engine.terms import N_, Mesocycle, Microcycle, Phrase, SuggestionKind, phrase
from planner.language import filled, tr
from planner.storage import decisions, log_list, plan, plan_days, plan_lists, rows
from planner.storage.decisions import Decision
from planner.storage.unchanged import unchanged

RULE = "block.go_on"
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
AS_OLD = timedelta(weeks=52)  # a block that ended earlier is begun anew: rule of thumb
OTHER_WAY = 3  # days trained beside the plan since then: gone on another way. Rule of thumb
NOTHING_LEFT = N_(
    "Nothing is left to go on with: the weeks were changed since. Nothing was changed."
)


@dataclass(frozen=True, slots=True)
class GoOn:
    """A block's weeks that were not done, in order, and by how much they would move."""

    block: Mesocycle
    weeks: tuple[Microcycle, ...]
    by: timedelta

    @property
    def first_on(self) -> date:
        """The day that the first session would have."""
        return _first_on(self.weeks) + self.by

    @property
    def count(self) -> int:
        """How many of the weeks have sessions."""
        return sum(bool(week.sessions) for week in self.weeks)


def offer(lifter_id: int, today: date) -> GoOn | None:
    """Return how a lifter could go on with the newest block; None where there is no need to ask.

    That is: while anything is planned from today on, while it is open whether sessions were done,
    for whom is away or ill today, for who trained on without the plan, and after 'Not now'.
    """
    return unchanged(("going_on", lifter_id, today), lambda: _offer(lifter_id, today))


def _offer(lifter_id: int, today: date) -> GoOn | None:
    block = _newest(lifter_id, today)
    weeks = () if block is None else left(block)
    if block is None or not weeks or plan_lists.unlogged(lifter_id, today, date.max):
        return None
    beside = log_list.days_beside(lifter_id, weeks[0].starts_on, today)
    if beside >= OTHER_WAY or _declined(lifter_id, block):
        return None
    if absences.known_on(absences.absences(lifter_id), today, today):
        return None
    asked_first = untyped.since_last(lifter_id, today)
    return None if asked_first else GoOn(block, weeks, moves_by(weeks, today))


def left(block: Mesocycle) -> tuple[Microcycle, ...]:
    """Return the weeks after the last that has anything done, from the first with a session on."""
    begun = [n for n, week in enumerate(block.weeks, 1) if plan.done_in_week(week.id or 0)]
    later = block.weeks[begun[-1] if begun else 0 :]
    first = next((n for n, week in enumerate(later) if week.sessions), len(later))
    return later[first:]


def moves_by(weeks: tuple[Microcycle, ...], today: date) -> timedelta:
    """Return the fewest whole weeks by which the first session comes to today or later."""
    days = (today - _first_on(weeks)).days
    return -(-days // WEEK.days) * WEEK


def go_on(lifter_id: int, today: date) -> int:
    """Move the weeks that were not done; return the id of the first.

    Refused when another block has days of theirs then, or when nothing is left to move.
    """
    made = offer(lifter_id, today)
    if made is None:
        raise Refused(tr(NOTHING_LEFT))
    _keep_clear(lifter_id, made, today)
    for week in made.weeks:
        plan.update_week(replace(week, starts_on=week.starts_on + made.by))
    if made.weeks == made.block.weeks:
        starts_on = made.block.started_on + made.by
        plan.update_mesocycle(replace(made.block, started_on=starts_on))
    return rows.found(made.weeks[0].id, made.block.name)


def not_now(lifter_id: int, today: date) -> None:
    """Keep the answer that the block is not gone on with; it is not asked again of it."""
    made = offer(lifter_id, today)
    if made is None:
        return
    words = tr("Go on with {block} from {day}.")
    text = filled(words, block=made.block.name, day=short_date(made.first_on))
    numbers = (("block", made.block.uid), ("weeks", made.count), ("first_on", made.first_on))
    kind = SuggestionKind.RETURN_RAMP
    kept = Decision(today, "", kind, RULE, "dismissed", "", text, numbers)
    decisions.keep_decision(lifter_id, kept)


def said(made: GoOn) -> Phrase:
    """Say which weeks were not done."""
    return phrase(
        "{block}: 1 week was not done."
        if made.count == 1
        else "{block}: {weeks} weeks were not done.",
        block=made.block.name,
        weeks=made.count,
    )


def asked(made: GoOn) -> Phrase:
    """Say the same, and from when on it could be."""
    return said(made) + phrase("It can go on from {first_on}.", first_on=made.first_on)


def _newest(lifter_id: int, today: date) -> Mesocycle | None:
    """Return the block of the last planned sessions, but for holiday plans; None for one ahead."""
    for key, on in plan_days.last_days(lifter_id):
        block = plan.mesocycle(key)
        if block.goal != holiday.GOAL:
            return block if today - AS_OLD <= on < today else None
    return None


def _declined(lifter_id: int, block: Mesocycle) -> bool:
    return any(
        made.rule == RULE and dict(made.numbers).get("block") == block.uid
        for made in decisions.decisions(lifter_id, "")
    )


def _keep_clear(lifter_id: int, made: GoOn, today: date) -> None:
    """Refuse to move onto days, from today on, that another block has."""
    last = made.weeks[-1]
    since = max(made.weeks[0].starts_on + made.by, today)
    until = last.starts_on + made.by + (last.days - 1) * DAY
    for each in overlaps.overlaps(lifter_id, since, until):
        if each.block_id != made.block.id:
            raise Refused(filled(tr(RUNS_INTO), block=each.name, day=short_date(each.since)))


def _first_on(weeks: tuple[Microcycle, ...]) -> date:
    return weeks[0].starts_on + min(made.day for made in weeks[0].sessions) * DAY
