"""Which lifts are in their early rise, when that is told, and what the week's sheet says of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, timedelta

from planner.coach.circumstances import Circumstances
from planner.coach.replay import Replay
from planner.engine import LiftState, evidence, expecting
from planner.engine.expecting import Gaining, Telling
from planner.engine.terms import Microcycle, Phase, Phrase, Reading, Suggestion

# What is shown today was told within EXPECT_SHOWN, of lifts that began within EXPECT_UNTIL before.
# Whether others told of these depends on lifts that began within EXPECT_UNTIL before them. Older
# lifts are not looked at: it is asked of every lift whenever the planner is shown.
LOOK_BACK = timedelta(days=2 * evidence.EXPECT_UNTIL.value + evidence.EXPECT_SHOWN.value)
PAIN = evidence.PAIN_STOP.value


def cards(
    around: Circumstances, replays: Mapping[str, Replay], read: Mapping[str, Reading]
) -> list[Suggestion]:
    """Return the one card on early gains that is due today and not acknowledged, if any.

    `read` are today's readings by slug, in the order in which lifts are named. A card that was
    acknowledged has told of every lift that had begun by then.
    """
    told = [made.on for made in around.decided if made.rule == expecting.RULE]
    lifts = [
        lift
        for telling in _tellings(replays, around.today)
        if expecting.still_told(telling, around.today)
        for lift in _still_gaining(telling.slugs, replays, read)
        if not told or lift.began_on > told[-1]
    ]
    return [expecting.expectation(lifts)] if lifts else []


def acknowledge(_lifter_id: int, _suggestion: Suggestion, _today: date) -> int:
    """Change nothing planned: what was told is only noted."""
    return 0


def for_week(
    replays: Mapping[str, Replay], read: Mapping[str, Reading], week: Microcycle, today: date
) -> tuple[list[str], list[Phrase]]:
    """Return (slugs, lines) that tell early gains on the sheet of a week, whether noted or not.

    They stand on the sheet of the week in which they are told first, and of the next one, for a
    sheet is mostly printed before its week begins; the weeks of a block are equally long. `read`
    are today's readings of the week's lifts by slug, in the order in which lifts are named.
    """
    since, until = _told_between(week)
    slugs = [
        slug
        for telling in _tellings(replays, today)
        if since <= telling.on < until
        for slug in telling.slugs
    ]
    lifts = list(_still_gaining(slugs, replays, read))
    return [lift.slug for lift in lifts], [expecting.note(lifts)] if lifts else []


def may_be_told(lifts: Iterable[tuple[date, Gaining | None]], week: Microcycle) -> bool:
    """Say whether `for_week` may tell anything, from as few lifts as can be.

    `lifts` are (day on which the lift began, its first clear rise), the last day first. What had
    begun when another lift rose was told with that one, and begins no telling of its own.
    """
    since, until = _told_between(week)
    told = date.min  # what had begun by then was told before the days that count
    for began_on, rise in lifts:
        if began_on <= told:
            return False
        if rise is not None and since <= rise.on < until:
            return True
        if rise is not None and rise.on < since:
            told = max(told, rise.began_on)
    return False


def _told_between(week: Microcycle) -> tuple[date, date]:
    """Return (first day, day after the last) of tellings that stand on the sheet of a week."""
    length = timedelta(days=week.days)
    return week.starts_on - length, week.starts_on + length


def _tellings(replays: Mapping[str, Replay], today: date) -> list[Telling]:
    found = (expecting.first_gaining(_states(replay, today)) for replay in replays.values())
    return expecting.tellings([each for each in found if each is not None])


def _states(replay: Replay, today: date) -> Iterator[LiftState]:
    """Yield the states up to today of a lift that began not long ago."""
    if replay.steps and replay.steps[0].day.on >= today - LOOK_BACK:
        yield from (step.state for step in replay.steps if step.day.on <= today)


def _still_gaining(
    slugs: Collection[str], replays: Mapping[str, Replay], read: Mapping[str, Reading]
) -> Iterator[Gaining]:
    """Yield those of the lifts that are in their early rise and do not hurt, as `read` orders."""
    for slug, reading in read.items():
        if slug in slugs and reading.phase is Phase.EARLY and not _hurts(replays[slug], reading.on):
            states = [state for state in _states(replays[slug], reading.on) if state.bank]
            lift = expecting.gaining(states[0], states[-1]) if states else None
            if lift is not None:
                yield lift


def _hurts(replay: Replay, today: date) -> bool:
    days = [step.day for step in replay.steps if step.day.on <= today]
    return any((entry.pain or 0) >= PAIN for entry in days[-1].sets)
