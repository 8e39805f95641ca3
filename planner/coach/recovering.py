"""What is read of the log and the check-ins to tell how recovered a lifter is on a day.

Only the last weeks are looked at, however long the log is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import readings, set_habits
from planner.coach.replay import Replay
from planner.coach.surroundings import Trained
from planner.engine import evidence, recovery, volume
from planner.engine.base import shown
from planner.engine.recovery import Bout
from planner.engine.recovery_central import Dropped, HarderLift, Signs
from planner.engine.session_signs import DropOff, drop_off
from planner.engine.set_habit import marks
from planner.engine.target import Base
from planner.engine.terms import CheckIn, ExerciseDay
from planner.storage import clients

DAY, WEEK = timedelta(days=1), timedelta(days=7)
CHECK_INS = timedelta(days=60)  # older ones tell little of how the lifter usually feels
SHARES = timedelta(weeks=evidence.SHARE_WEEKS.value)
FELT = timedelta(hours=evidence.DROP_LASTS.value)
HARDER = timedelta(days=evidence.EFFORT_DAYS.value)
LAST_DAYS = 16  # of a lift, which hold what its load has shown in four weeks


@dataclass(frozen=True, slots=True)
class RecoveryLog:
    """What recovery on a day is read from: the log up to and including it, and the check-ins.

    `check_ins` are those of two months, oldest first.
    """

    on: date
    replays: Mapping[str, Replay]
    trained: Trained
    check_ins: tuple[CheckIn, ...]

    @property
    def check_in(self) -> CheckIn | None:
        """The check-in of the day."""
        return next((made for made in self.check_ins if made.on == self.on), None)

    def days(self) -> list[date]:
        """Return the days trained in the two months up to the day, oldest first."""
        return sorted({on for on, _, _ in self.between(self.on - CHECK_INS, self.on)})

    def between(self, since: date, until: date) -> Trained:
        """Return what was trained after one day, up to and including another."""
        first = bisect_right(self.trained, since, key=lambda entry: entry[0])
        return self.trained[first : bisect_right(self.trained, until, key=lambda entry: entry[0])]


def lately(lifter_id: int, on: date) -> RecoveryLog:
    """Read what recovery on a day is told from."""
    check_ins = tuple(clients.check_ins(lifter_id, on - CHECK_INS, on))
    return RecoveryLog(on, readings.replays(lifter_id, on), readings.trained(lifter_id), check_ins)


def bouts(read: RecoveryLog) -> tuple[Bout, ...]:
    """Return what the last seven days asked of the muscles, the day itself included."""
    slugs = dict.fromkeys(slug for _, slug, _ in read.between(read.on - WEEK, read.on))
    return tuple(made for slug in slugs for made in _bouts(read.replays[slug], read.on))


def _bouts(replay: Replay, on: date) -> Iterator[Bout]:
    first = bisect_right(replay.steps, on - WEEK, key=lambda step: step.day.on)
    for place in range(first, bisect_right(replay.steps, on, key=lambda step: step.day.on)):
        day, new = replay.steps[place].day, place < evidence.NEW_SESSIONS.value
        drop = _drop(replay, place) if on - day.on < FELT else None
        yield recovery.bout(day.on, replay.exercise, day.sets, new, drop)


def _drop(replay: Replay, place: int) -> DropOff | None:
    """Return how much further than usual a day's sets fell off; None without days before it."""
    if not place:
        return None
    step = replay.steps[place]
    made = marks(step.day.sets, replay.exercise, step.bodyweight_kg)
    if len(made) <= evidence.DROP_STEPS.value or made[-1].log_kg >= made[0].log_kg:
        return None
    return drop_off(made, set_habits.before(replay, place, step.state.bodyweight_kg))


def groups(read: RecoveryLog) -> list[str]:
    """Return the muscle groups that were ever trained, in display order."""
    slugs = [made for made in read.replays.values() if made.steps[0].day.on <= read.on]
    known = {group for made in slugs for group, _ in recovery.shares(made.exercise)}
    return [group for group, _ in volume.GROUPS if group in known]


def shares(read: RecoveryLog) -> dict[str, float]:
    """Return the hard sets of each group in the four weeks before the last seven days.

    The last days do not weigh: more work for a fresh muscle would else lift the mean. Where there
    is nothing before them, they have to.
    """
    before = read.between(read.on - WEEK - SHARES, read.on - WEEK)
    work = before or read.between(read.on - WEEK, read.on)
    exercises = {slug: read.replays[slug].exercise for _, slug, _ in work}
    return volume.group_sets((exercises[slug], sets) for _, slug, sets in work)


def signs(read: RecoveryLog, done: Sequence[Bout]) -> Signs:
    """Return what tells how rested the lifter is as a whole, once it was trained on the day.

    `done` are the bouts of a week.
    """
    return Signs(read.on, read.check_ins, tuple(_harder(read)), _run(read), dropped(done))


def _harder(read: RecoveryLog) -> Iterator[HarderLift]:
    slugs = dict.fromkeys(slug for _, slug, _ in read.between(read.on - HARDER, read.on - DAY))
    for slug in slugs:
        fallen = _fallen(read.replays[slug], read.on)
        if fallen is not None:
            yield HarderLift(read.replays[slug].exercise.name, *fallen)


def _fallen(replay: Replay, on: date) -> tuple[float, float] | None:
    """Return the reserve that the same sets left, first and last, where it fell clearly.

    The same are sets of a load with no more repetitions than two sessions before.
    """
    end = bisect_left(replay.steps, on, key=lambda step: step.day.on)
    days = [step.day for step in replay.steps[max(0, end - LAST_DAYS) : end]]
    if not days or not _rated(days[-1]):
        return None
    found = Base((), shown(days, replay.steps[end - 1].state))
    fallen = found.fallen_reserve
    if fallen is None or sum(found.shown[-1].reps) > sum(found.shown[-3].reps):
        return None
    return fallen


def _rated(day: ExerciseDay) -> bool:
    return any(entry.rir is not None for entry in day.sets)


def _run(read: RecoveryLog) -> int:
    """Count the training days without a day between them, up to the day before."""
    days, on, count = set(read.days()), read.on - DAY, 0
    while on in days:
        count, on = count + 1, on - DAY
    return count


def dropped(done: Sequence[Bout]) -> Dropped | None:
    """Return the last session in which sets fell off more than usual; None without one."""
    last = max((made.on for made in done if made.drop is not None), default=None)
    if last is None:
        return None
    return Dropped(last, tuple(m.drop for m in done if m.on == last and m.drop is not None))
