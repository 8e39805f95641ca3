"""Choose a program: what fits goal, time, equipment, experience and limits, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planner.coach.programs import Program
from planner.engine.terms import Equipment, Exercise, Experience, Goal, Limit, Phrase, phrase
from planner.storage import library

SPARE_MINUTES = 5  # a session may take so much longer
RULED_OUT = -100
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
    reasons: tuple[Phrase, ...]
    against: tuple[Phrase, ...]

    @property
    def possible(self) -> bool:
        """Whether nothing rules it out."""
        return self.points > RULED_OUT // 2


def ranked(programs: Sequence[Program], wish: Wish) -> list[Fit]:
    """Return the programs by how well they fit, best first; equals stay in order."""
    known = library.by_slug()
    made = [_fit(program, wish, known) for program in programs]
    return sorted(made, key=lambda fit: -fit.points)


Judgement = tuple[int, Phrase | None]  # points, and why


def _fit(program: Program, wish: Wish, known: dict[str, Exercise]) -> Fit:
    judged = [
        *_goal(program, wish), *_time(program, wish), *_experience(program, wish),
        *_equipment(program, wish), *_limits(program, wish, known),
    ]  # fmt: skip
    ranking = sorted(judged, key=lambda each: -abs(each[0]))
    return Fit(
        program,
        sum(points for points, _ in judged),
        tuple(why for points, why in ranking if why is not None and points > 0),
        tuple(why for points, why in ranking if why is not None and points < 0),
    )


def _goal(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.goal is None:
        return
    name = NAMES[wish.goal]
    if wish.goal not in program.goals:
        yield -6, phrase("It is for {goals}.", goals=_listed(NAMES[each] for each in program.goals))
    elif program.goals[0] is wish.goal:
        yield 6, phrase("It is made for {goal}.", goal=name)
    else:
        yield 4, phrase("It also serves {goal}.", goal=name)


def _time(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.days is not None and not program.beside:
        over = program.days - wish.days
        if over > 0:
            yield RULED_OUT, phrase("It takes {days} days a week.", days=program.days)
        elif over == 0:
            yield 3, phrase("It fits {days} days a week.", days=program.days)
        else:
            yield max(over, -3), phrase("It uses {days} of your days.", days=program.days)
    if wish.minutes is not None:
        fits = program.minutes <= wish.minutes + SPARE_MINUTES
        words = "Sessions take about {minutes} minutes."
        yield 1 if fits else RULED_OUT, phrase(words, minutes=program.minutes)


def _experience(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.experience is None or wish.experience is Experience.UNKNOWN:
        return
    if wish.experience in program.levels:
        yield 3, phrase("It suits your experience.")
    else:
        yield -5, phrase("It is meant for others: {whom}", whom=program.for_whom)


def _equipment(program: Program, wish: Wish) -> Iterator[Judgement]:
    if wish.equipment is None:
        return
    missing = set(program.equipment) - wish.equipment - ANYWHERE
    if missing:
        names = _listed(sorted(each.value.replace("_", " ") for each in missing))
        yield RULED_OUT, phrase("It needs {missing}.", missing=names)
    else:
        yield len(set(program.equipment) - ANYWHERE), phrase("You have all that it needs.")


def _limits(program: Program, wish: Wish, known: dict[str, Exercise]) -> Iterator[Judgement]:
    if not wish.limits:
        return
    if set(program.limits) & wish.limits:
        yield RULED_OUT, phrase("It is not for you with what you have to spare.")
        return
    strained = [known[s].name for s in program.exercises if _strains(known.get(s), wish.limits)]
    if strained:
        words = "Swap or leave out what may not suit you: {exercises}."
        yield -len(strained), phrase(words, exercises=_listed(strained))
    else:
        yield 3, phrase("None of its exercises strains what you have to spare.")


def _strains(exercise: Exercise | None, limits: frozenset[Limit]) -> bool:
    return exercise is not None and not limits.isdisjoint(exercise.limits)


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"
