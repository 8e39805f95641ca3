"""Choose a program: what fits goal, time, equipment, experience and limits, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from planner.coach import counts, program_days, sparing
from planner.coach.judging import Judgement, ruled_out
from planner.coach.programs import Program, block
from planner.coach.suiting import ANYWHERE
from planner.coach.wording import listed
from planner.engine.terms import N_, Equipment, Experience, Goal, Limit, Phrase, phrase
from planner.language import tr

# A session may take so much longer than there is time, unsaid; beyond the others it cannot be done.
SPARE_MINUTES = 5
MORE_MINUTES, MORE_TIME = 15, 1.5

# Points, all a rule of thumb: goal, then experience, then days, then all the rest.
FIRST_GOAL = 6
OTHER_GOAL = 4
NO_GOAL = -9
SUITS_LEVEL = 3
OTHER_LEVEL = -10
ALL_DAYS = 7
UNUSED_DAY, MOST_UNUSED = -1, 3
TIME_FITS = 1
TAKES_LONGER = -1
HAS_ALL = 1
USES_WHAT_IS_THERE = 3
OVER_RANGE = -1

FAR_OVER = 1.5  # helpers count half, so a little over is no worry: rule of thumb
SETS_OVER = N_("{groups} far above the usual range for your experience: drop some sets.")
BESIDE_FIRST = frozenset({Goal.BALANCE, Goal.RETURN})  # what a block beside a plan may be best for
NAMES = {
    Goal.STRENGTH: N_("strength"),
    Goal.MUSCLE: N_("muscle"),
    Goal.SKILL: N_("learning lifts"),
    Goal.BALANCE: N_("balance"),
    Goal.RETURN: N_("coming back"),
    Goal.KEEP: N_("keeping what you have"),
}
TITLES = {
    Goal.STRENGTH: N_("Strength"),
    Goal.MUSCLE: N_("Muscle"),
    Goal.SKILL: N_("Learning lifts"),
    Goal.BALANCE: N_("Balance"),
    Goal.RETURN: N_("Coming back"),
    Goal.KEEP: N_("Keeping what you have"),
}
_NEEDED = {
    Equipment.BARBELL: N_("barbell"),
    Equipment.DUMBBELL: N_("dumbbell"),
    Equipment.KETTLEBELL: N_("kettlebell"),
    Equipment.MACHINE: N_("machine"),
    Equipment.PLATE_MACHINE: N_("plate machine"),
    Equipment.SMITH: N_("smith"),
    Equipment.CABLE: N_("cable"),
    Equipment.BAND: N_("band"),
    Equipment.BODYWEIGHT: N_("bodyweight"),
    Equipment.BALL: N_("ball"),
    Equipment.BOARD: N_("board"),
    Equipment.CARDIO: N_("cardio"),
    Equipment.OTHER: N_("other"),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted; None and empty sets leave it open. `limits` are what may not be strained."""

    goal: Goal | None = None
    days: int | None = None
    minutes: int | None = None
    equipment: frozenset[Equipment] | None = None
    experience: Experience | None = None
    limits: frozenset[Limit] = frozenset()


@dataclass(frozen=True, slots=True)
class Fit:
    """A program with what speaks for it and what has to be minded, most important first."""

    program: Program
    points: int
    possible: bool
    reasons: tuple[Phrase, ...]
    against: tuple[Phrase, ...]


def ranked(programs: Sequence[Program], wish: Wish, planned: bool = False) -> list[Fit]:
    """Return the programs by how well they fit, best first; equals stay in order.

    What is ruled out comes last, and the first that it has against it is why. What goes beside a
    plan comes after whole plans, unless one is `planned` already and the goal is what it serves.
    """
    made = [_fit(program, wish) for program in programs]
    first = planned and wish.goal in BESIDE_FIRST
    return sorted(
        made, key=lambda fit: (not fit.possible, fit.program.beside and not first, -fit.points)
    )


def _fit(program: Program, wish: Wish) -> Fit:
    judged = [
        *_goal(program, wish), *_time(program, wish), *_experience(program, wish),
        *_equipment(program, wish), *_volume(program, wish),
        *(sparing.judged(program, wish.limits) if wish.limits else ()),
    ]  # fmt: skip
    ranking = sorted(judged, key=lambda each: (each.possible, -abs(each.points)))
    return Fit(
        program,
        sum(each.points for each in judged),
        all(each.possible for each in judged),
        tuple(each.why for each in ranking if each.why is not None and each.points > 0),
        tuple(each.why for each in ranking if each.why is not None and each.points < 0),
    )


def _goal(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.goal is None or not program.goals:
        return
    name = phrase(NAMES[wish.goal])
    if wish.goal not in program.goals:
        goals = listed(tr(NAMES[each]) for each in program.goals)
        yield Judgement(NO_GOAL, phrase("It is for {goals}.", goals=goals))
    elif program.goals[0] is wish.goal:
        yield Judgement(FIRST_GOAL, phrase("It is made for {goal}.", goal=name))
    else:
        yield Judgement(OTHER_GOAL, phrase("It also serves {goal}.", goal=name))


def _time(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.days is not None and not program.beside:
        yield _days(program.days, wish.days)
    if wish.minutes is not None:
        yield _minutes(program.minutes, wish.minutes)


def _minutes(minutes: int, wished: int) -> Judgement:
    why = phrase("Sessions take about {minutes} minutes.", minutes=minutes)
    if minutes <= wished + SPARE_MINUTES:
        return Judgement(TIME_FITS, why)
    possible = minutes <= max(wished + MORE_MINUTES, wished * MORE_TIME)
    return Judgement(TAKES_LONGER, why) if possible else ruled_out(why)


def _days(days: int, wished: int) -> Judgement:
    if days > wished:
        return ruled_out(phrase("It takes {days} a week.", days=counts.days(days)))
    if days == wished:
        return Judgement(ALL_DAYS, phrase("It fits {days} a week.", days=counts.days(days)))
    unused = min(wished - days, MOST_UNUSED)
    return Judgement(UNUSED_DAY * unused, phrase("It uses {days} of your days.", days=days))


def _experience(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.experience is None or wish.experience is Experience.UNKNOWN:
        return
    if wish.experience in program.levels:
        yield Judgement(SUITS_LEVEL, phrase("It suits your experience."))
    else:
        why = phrase("It is meant for others: {whom}", whom=program.for_whom)
        yield Judgement(OTHER_LEVEL, why)


def _equipment(program: Program, wish: Wish) -> Iterator[Judgement]:
    needed = set(program.equipment) - ANYWHERE
    missing = needed - wish.equipment if wish.equipment is not None else ()
    if missing:
        names = listed(tr(_NEEDED[each]) for each in sorted(missing))
        yield ruled_out(phrase("It needs {missing}.", missing=names))
        return
    if needed and wish != Wish():
        yield Judgement(USES_WHAT_IS_THERE, None)
    if wish.equipment is not None:
        yield Judgement(HAS_ALL, phrase("You have all that it needs."))


def _volume(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.experience is None or wish.experience is Experience.UNKNOWN or program.own:
        return
    over = _over_range(program.slug, wish.experience)
    if over:
        yield Judgement(OVER_RANGE, phrase(SETS_OVER, groups=listed(map(tr, over))))


@lru_cache(maxsize=256)
def _over_range(program: str, experience: Experience) -> tuple[str, ...]:
    """Return the muscle groups far over the range in the fullest week."""
    fullest = program_days.weekly_volume(block(program, date.min), experience)
    return tuple([each.group for each in fullest if each.sets > FAR_OVER * each.high])
