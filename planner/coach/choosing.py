"""Choose a program: what fits goal, time, equipment, experience and limits, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planner.coach.programs import Program
from planner.engine.terms import (
    Equipment,
    Exercise,
    Experience,
    Goal,
    Limit,
    Neuromuscular,
    Phrase,
    phrase,
)
from planner.storage import library

SPARE_MINUTES = 5  # a session may take so much longer

# Points, all a rule of thumb: the goal counts most, then what makes a program possible at all.
FIRST_GOAL = 6
OTHER_GOAL = 4
NO_GOAL = -6
ALL_DAYS = 3
UNUSED_DAY, MOST_UNUSED = -1, 3
TIME_FITS = 1
SUITS_LEVEL = 3
OTHER_LEVEL = -5
HAS_ALL = 1
MADE_FOR_IT = 6
STRAINS_NOTHING = 3
STRAINS_ONE = -1
TRAINS_BALANCE = 2
RULED_OUT = -100

BALANCING = frozenset(
    {Neuromuscular.BALANCE, Neuromuscular.STABILITY, Neuromuscular.PROPRIOCEPTION}
)
ANYWHERE = frozenset({Equipment.BODYWEIGHT})
NAMES = {
    Goal.STRENGTH: "strength",
    Goal.MUSCLE: "muscle",
    Goal.SKILL: "learning lifts",
    Goal.BALANCE: "balance",
    Goal.RETURN: "coming back",
    Goal.KEEP: "keeping what you have",
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


class Judgement(NamedTuple):
    """Points, why, and whether the program stays possible."""

    points: int
    why: Phrase | None
    possible: bool = True


def ranked(programs: Sequence[Program], wish: Wish) -> list[Fit]:
    """Return the programs by how well they fit, best first; equals stay in order.

    What is ruled out comes last, and the first that it has against it is why.
    """
    known = library.by_slug()
    made = [_fit(program, wish, known) for program in programs]
    return sorted(made, key=lambda fit: (not fit.possible, -fit.points))


def _fit(program: Program, wish: Wish, known: dict[str, Exercise]) -> Fit:
    judged = [
        *_goal(program, wish), *_time(program, wish), *_experience(program, wish),
        *_equipment(program, wish), *_limits(program, wish, known),
    ]  # fmt: skip
    ranking = sorted(judged, key=lambda each: (each.possible, -abs(each.points)))
    return Fit(
        program,
        sum(each.points for each in judged),
        all(each.possible for each in judged),
        tuple(each.why for each in ranking if each.why is not None and each.points > 0),
        tuple(each.why for each in ranking if each.why is not None and each.points < 0),
    )


def _ruled_out(why: Phrase) -> Judgement:
    return Judgement(RULED_OUT, why, possible=False)


def _goal(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.goal is None or not program.goals:
        return
    name = NAMES[wish.goal]
    if wish.goal not in program.goals:
        goals = _listed(NAMES[each] for each in program.goals)
        yield Judgement(NO_GOAL, phrase("It is for {goals}.", goals=goals))
    elif program.goals[0] is wish.goal:
        yield Judgement(FIRST_GOAL, phrase("It is made for {goal}.", goal=name))
    else:
        yield Judgement(OTHER_GOAL, phrase("It also serves {goal}.", goal=name))


def _time(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.days is not None and not program.beside:
        yield _days(program.days, wish.days)
    if wish.minutes is not None:
        why = phrase("Sessions take about {minutes} minutes.", minutes=program.minutes)
        fits = program.minutes <= wish.minutes + SPARE_MINUTES
        yield Judgement(TIME_FITS, why) if fits else _ruled_out(why)


def _days(days: int, wished: int) -> Judgement:
    if days > wished:
        return _ruled_out(phrase("It takes {days} days a week.", days=days))
    if days == wished:
        return Judgement(ALL_DAYS, phrase("It fits {days} days a week.", days=days))
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
    if wish.equipment is None:
        return
    missing = set(program.equipment) - wish.equipment - ANYWHERE
    if missing:
        names = _listed(sorted(each.value.replace("_", " ") for each in missing))
        yield _ruled_out(phrase("It needs {missing}.", missing=names))
    else:
        yield Judgement(HAS_ALL, phrase("You have all that it needs."))


def _limits(program: Program, wish: Wish, known: dict[str, Exercise]) -> Iterator[Judgement]:
    if not wish.limits:
        return
    served = wish.limits & set(program.made_for)
    spared = wish.limits - served
    if not spared.isdisjoint(program.limits):
        yield _ruled_out(phrase("It is not for you with what you have to spare."))
        return
    yield from _made_for(served)
    used = [known[slug] for slug in program.exercises if slug in known]
    if Limit.FALLS in wish.limits:
        yield from _hold_on([each for each in used if _trains_balance(each)])
    yield from _strained(used, spared, bool(served))


def _made_for(served: frozenset[Limit]) -> Iterator[Judgement]:
    if Limit.FALLS in served:
        yield Judgement(MADE_FOR_IT, phrase("It is made for steadier feet."))
    if joints := sorted(served - {Limit.FALLS}):
        words = "It is made for this ({joints}); see a physiotherapist first when it hurts."
        yield Judgement(MADE_FOR_IT, phrase(words, joints=_listed(joints)))


def _hold_on(drills: Sequence[Exercise]) -> Iterator[Judgement]:
    """Speak for what trains balance: that is what prevents falls."""
    if drills:
        words = "Do these beside something to hold on to: {exercises}."
        yield Judgement(TRAINS_BALANCE, phrase(words, exercises=_listed(e.name for e in drills)))


def _strained(
    used: Sequence[Exercise], spared: frozenset[Limit], served: bool
) -> Iterator[Judgement]:
    strained = [each.name for each in used if _strains(each, spared)]
    if strained:
        words = "Swap or leave out what may not suit you: {exercises}."
        why = phrase(words, exercises=_listed(strained))
        yield Judgement(STRAINS_ONE * len(strained), why)
    elif not served:
        why = phrase("None of its exercises strains what you have to spare.")
        yield Judgement(STRAINS_NOTHING, why)


def _strains(exercise: Exercise, spared: frozenset[Limit]) -> bool:
    minded = spared - {Limit.FALLS} if _trains_balance(exercise) else spared
    return not minded.isdisjoint(exercise.limits)


def _trains_balance(exercise: Exercise) -> bool:
    """Tell whether an exercise trains what prevents falls, by risking one a little."""
    return exercise.neuromuscular in BALANCING and Limit.FALLS in exercise.limits


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return " and ".join([part for part in (", ".join(found[:-1]), *found[-1:]) if part])
