"""Practice before load: where a lifter stands with a lift, by the log and by who looked at it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from planner import engine
from planner.coach import lifter_settings, switches
from planner.coach.quiet import quiet
from planner.coach.replay import Replay
from planner.coach.switches import Switch
from planner.engine import kinship, skill
from planner.engine.practice_record import COMPLEX
from planner.engine.skill import Beside, SkillStanding
from planner.engine.target import loads_rise
from planner.engine.terms import Exercise, Phrase, phrase


# reads
def beside(lifter_id: int, exercise: Exercise, on: date, replays: Mapping[str, Replay]) -> Beside:
    """Return what is known of a lift beside its own log, before a day."""
    most_kg = quiet(lifter_id, on).most_kg(exercise)
    return practised(lifter_id, exercise, replays)(on)._replace(most_kg=most_kg)


def practised(
    lifter_id: int, exercise: Exercise, replays: Mapping[str, Replay]
) -> Callable[[date], Beside]:
    """Return what tells, for any day, what was known then of a lift's practice beside its log.

    Nothing is read any more when it is asked; limits of the load are left out.
    """
    if exercise.complexity not in COMPLEX:
        return lambda _: skill.NOTHING_BESIDE
    if not switches.is_on(lifter_id, Switch.PRACTICE):
        return lambda _: Beside(acts=False)
    shares = ((kinship.practises(each.exercise, exercise), each) for each in replays.values())
    kin = [(share, each) for share, each in shares if share]
    own, checked_on = replays.get(exercise.slug), checked(lifter_id).get(exercise.slug)
    return lambda on: Beside(*_of_kin_before(kin, _taken_up(own, on)), checked_on)


def _of_kin_before(kin: Iterable[tuple[float, Replay]], until: date) -> tuple[int, date | None]:
    states = ((share, each.state_before(until)) for share, each in kin)
    return of_kin((share, made.record.reps, made.last_on) for share, made in states if made)


def of_kin(done: Iterable[tuple[float, int, date | None]]) -> tuple[int, date | None]:
    """Return (repetitions of kin as far as they are alike, last day of one) from each one's
    likeness, repetitions and last day."""
    reps, last = 0.0, list[date]()
    for share, count, on in done:
        reps += share * count
        last += [on] if on is not None else []
    return round(reps), max(last, default=None)


def _taken_up(replay: Replay | None, on: date) -> date:
    """Return the day on which a lift was taken up after its last break; the day asked about, when
    that is a break still."""
    state = None if replay is None else replay.state_before(on)
    back = None if state is None else skill.taken_up(state, on)
    return back or on


def standing(
    lifter_id: int, state: engine.LiftState, on: date, replays: Mapping[str, Replay]
) -> SkillStanding:
    """Return where a lifter stands with a lift before a session on a day."""
    return skill.standing(state, on, beside(lifter_id, state.exercise, on, replays))


def checked(lifter_id: int) -> dict[str, date]:
    """Return the days on which somebody saw sound technique, by slug."""
    kept: dict[str, int] = lifter_settings.read(lifter_id, lifter_settings.CHECKED)
    return {slug: date.fromordinal(day) for slug, day in kept.items()}


def words(made: SkillStanding, exercise: Exercise, ahead: int = 0) -> Phrase | None:
    """Say which session of a practice comes next and its load at most; None without practice.

    `ahead` more sessions come before the one that is meant.
    """
    number = made.done + 1 + ahead
    if not made.left or number > made.needed:
        return None
    if made.cap_kg is not None:
        return phrase(
            "practice {number} of {needed}, up to {cap_kg}",
            number=number,
            needed=made.needed,
            cap_kg=made.cap_kg,
        )
    return phrase(
        "practice {number} of {needed}, light"
        if loads_rise(exercise)
        else "practice {number} of {needed}",
        number=number,
        needed=made.needed,
    )


# writes
def check(lifter_id: int, slug: str, on: date | None) -> None:
    """Note on which day somebody saw sound technique in a lift; None takes that back."""
    kept = {known: day.toordinal() for known, day in checked(lifter_id).items() if known != slug}
    if on is not None:
        kept[slug] = on.toordinal()
    lifter_settings.store(lifter_id, lifter_settings.CHECKED, kept)
