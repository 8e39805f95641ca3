"""Loads of a lift that jumped and stayed: which did, and which of them to ask about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from planner.coach import pains, readings
from planner.coach.quiet import quiet
from planner.coach.replay import Replay, ReplayedDay
from planner.engine import evidence, load_jump, strength
from planner.engine.jump import Jump
from planner.engine.load_jump import LoadJump as LoadJump, causes as causes
from planner.storage import decisions, plan
from planner.storage.decisions import Decision
from planner.storage.unchanged import unchanged

RULE = "loads.jump"
ASKED = timedelta(days=evidence.JUMP_ASKED_DAYS.value)
AHEAD = timedelta(weeks=2)  # what is planned later can wait
Answers = Mapping[date, bool]  # by the first day of a jump: whether its loads are right


class Unexplained(NamedTuple):
    """A jump of which nobody said what it means: across it no change of strength is known.

    `level_on` is the day from which the level follows: the first sessions after a jump are held
    out until others agree with them.
    """

    since: date
    level_on: date

    def between(self, first: date, last: date) -> bool:
        """Tell whether the levels on two days, the earlier one first, are of different loads."""
        return first < self.level_on <= last


def question(lifter_id: int, today: date) -> LoadJump | None:
    """Return the newest jump of all lifts that has no answer yet; None when there is none.

    Lifts that are planned soon come first. While nothing is suggested none is asked about: an
    answer would change what is planned.
    """
    silent = quiet(lifter_id, today)
    if silent.everything is not None:
        return None
    given = decisions.decisions(lifter_id)
    newest = (
        _newest(replay, today, answers(made for made in given if made.exercise == slug))
        for slug, replay in readings.replays(lifter_id, today).items()
        if silent.of(slug) is None
    )
    found = [made for made in newest if made is not None]
    ahead = plan.next_exercises(lifter_id, today, today + AHEAD) if len(found) > 1 else {}

    def rank(made: LoadJump) -> tuple[bool, date, str]:
        return made.exercise.slug in ahead, made.until or made.since, made.exercise.slug

    return max(found, key=rank, default=None)


def asked_of(replay: Replay, given: Iterable[Decision], today: date) -> bool:
    """Tell whether a jump of a lift's loads is asked about on a day, by what was `given` on it."""
    own = [made for made in given if made.exercise == replay.exercise.slug]
    return _newest(replay, today, answers(own)) is not None


def is_open(lifter_id: int, replay: Replay | None, today: date) -> bool:
    """Tell the same of a lifter's lift by what is stored, remembered while that stays."""
    state = replay.state(today) if replay is not None else None
    if replay is None or state is None or state.jump is None:
        return False

    def read() -> bool:
        return asked_of(replay, decisions.decisions(lifter_id, replay.exercise.slug), today)

    return unchanged(("open_jump", lifter_id, replay.exercise.slug, today), read)


def jumps(replay: Replay, today: date) -> list[LoadJump]:
    """Return the jumps of a lift's loads up to a day, oldest first.

    Left out is what more or fewer repetitions explain, what is a step of the gym's loads, and what
    has hardly anything before it.
    """
    steps = [step for step in replay.steps if step.day.on <= today]
    found = (_jump(replay, steps, each) for each in _seen(steps))
    return [each for each in found if each is not None]


def no_gain(lifter_id: int, replay: Replay, today: date) -> list[LoadJump]:
    """Return the jumps of a lift up to a day that are left out of its gain, oldest first."""
    given = answers(decisions.decisions(lifter_id, replay.exercise.slug))
    return in_doubt(jumps(replay, today), given)


def unexplained(lifter_id: int, replay: Replay, today: date) -> tuple[Unexplained, ...]:
    """Return the jumps of a lift up to a day across which no gain can be told, oldest first."""
    followed: dict[date, date] = {}
    for step in replay.steps:
        if step.state.jump is not None:
            followed.setdefault(step.state.jump.on, step.day.on)
    doubtful = no_gain(lifter_id, replay, today)
    return tuple(Unexplained(made.since, followed[made.since]) for made in doubtful)


def answers(given: Iterable[Decision]) -> dict[date, bool]:
    """Return what decisions on a lift say of its jumps: whether the loads are right as typed."""
    found = ((dict(made.numbers)["since_on"], made) for made in given if made.rule == RULE)
    return {on: made.verdict == "dismissed" for on, made in found if isinstance(on, date)}


def in_doubt(found: Iterable[LoadJump], given: Answers) -> list[LoadJump]:
    """Return the jumps of a lift, oldest first, that may be no change of strength.

    Left out are those of which the lifter said that the loads are right, and the way back from
    such a one.
    """
    doubtful: list[LoadJump] = []
    right: LoadJump | None = None
    for made in found:
        if given.get(made.since, False):
            right = made
        elif right is not None and load_jump.returns(right, made):
            right = None
        else:
            doubtful.append(made)
            right = None
    return doubtful


def _newest(replay: Replay, today: date, given: Answers) -> LoadJump | None:
    """Return the last jump when it is new enough to ask about, has no answer yet, and is not
    explained by pain."""
    state = replay.state(today)
    if state is None or state.jump is None or state.jump.on < today - ASKED:
        return None
    made = jumps(replay, today)
    if not made or made[-1].since != state.jump.on or _is_for_pain(replay, made):
        return None
    newest = _as_spell(replay, made)
    if newest.since in given:
        return None
    earlier = [each.since for each in in_doubt(made, given) if each.since < newest.since]
    return replace(newest, before_since=max(earlier, default=None))


def _is_for_pain(replay: Replay, made: Sequence[LoadJump]) -> bool:
    """Tell whether the last of a lift's jumps leads down after strong pain, newer than the last
    rise, or back up to where such a one began: nobody has to be asked why."""
    *earlier, last = made
    if last.log_ratio > 0.0:
        back_up = bool(earlier) and load_jump.returns(earlier[-1], last)
        return back_up and _is_for_pain(replay, earlier)
    risen_on = max((each.since for each in earlier if each.log_ratio > 0.0), default=date.min)
    way_back = pains.before(replay, last.since).way_back
    return way_back is not None and way_back.hurt_on >= risen_on


def _as_spell(replay: Replay, made: Sequence[LoadJump]) -> LoadJump:
    """Return the last of a lift's jumps; when it leads back, the spell that it ends."""
    last = made[-1]
    if len(made) < 2 or not load_jump.returns(made[-2], last):
        return last
    days = [step.day.on for step in replay.steps if step.day.on < last.since]
    return replace(made[-2], until=last.since, last_on=days[-1])


def _seen(steps: Sequence[ReplayedDay]) -> Iterator[Jump]:
    last: Jump | None = None
    for step in steps:
        seen = step.state.jump
        if seen is not None and seen != last:
            last = seen
            yield seen


def _jump(replay: Replay, steps: Sequence[ReplayedDay], seen: Jump) -> LoadJump | None:
    before = [step.day for step in steps if step.day.on < seen.on and not _held(step)]
    since = [step.day for step in steps if step.day.on >= seen.on]
    body_kg = strength.bodyweight_for(since[0], replay.lifter)
    return load_jump.load_jump(replay.exercise, seen, before, since, body_kg)


def _held(step: ReplayedDay) -> bool:
    return step.state.held is not None and step.state.held.on == step.day.on
