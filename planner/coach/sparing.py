"""Judge a program by what has to be spared: ruled out, to be swapped, or to be held on to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.coach.judging import Judgement, ruled_out
from planner.coach.library_names import joint_name
from planner.coach.programs import Program
from planner.coach.spared import minded, trains_balance
from planner.coach.wording import listed
from planner.engine.terms import Exercise, Limit, phrase
from planner.storage import library

# Points, all a rule of thumb.
MADE_FOR_IT = 6
STRAINS_NOTHING = 3
STRAINS_ONE = -1
TRAINS_BALANCE = 2


def judged(program: Program, limits: frozenset[Limit]) -> Iterator[Judgement]:
    """Judge a program for somebody who has to spare something, by each of its exercises."""
    served = limits & set(program.made_for)
    spared = limits - served
    if not spared.isdisjoint(program.limits):
        yield ruled_out(phrase("It is not for you with what you have to spare."))
        return
    known = library.by_slug()
    used = [known[slug] for slug in program.exercises if slug in known]
    held = [each for each in used if Limit.FALLS in limits and _is_held(each, served)]
    yield from _made_for(served)
    yield from _hold_on(held)
    yield from _strained(used, spared, bool(served))


def _is_held(exercise: Exercise, served: frozenset[Limit]) -> bool:
    """Tell whether an exercise is done beside something to hold on to, and not swapped.

    That is what trains balance, and all that risks a fall in a program made for steadier feet.
    """
    return Limit.FALLS in exercise.limits and (trains_balance(exercise) or Limit.FALLS in served)


def _made_for(served: frozenset[Limit]) -> Iterator[Judgement]:
    if Limit.FALLS in served:
        yield Judgement(MADE_FOR_IT, phrase("It is made for steadier feet."))
    if joints := sorted(served - {Limit.FALLS}):
        why = phrase(
            "It is made for this ({joints}); see a physiotherapist first when it hurts.",
            joints=listed(map(joint_name, joints)),
        )
        yield Judgement(MADE_FOR_IT, why)


def _hold_on(held: Sequence[Exercise]) -> Iterator[Judgement]:
    """Speak for what trains balance: that is what prevents falls."""
    if held:
        why = phrase(
            "Do these beside something to hold on to: {exercises}.",
            exercises=listed(each.name for each in held),
        )
        yield Judgement(TRAINS_BALANCE, why)


def _strained(
    used: Sequence[Exercise], spared: frozenset[Limit], served: bool
) -> Iterator[Judgement]:
    strained = [each.name for each in used if minded(each, spared)]
    if strained:
        why = phrase(
            "Swap or leave out what may not suit you: {exercises}.", exercises=listed(strained)
        )
        yield Judgement(STRAINS_ONE * len(strained), why)
    elif not served:
        why = phrase("None of its exercises strains what you have to spare.")
        yield Judgement(STRAINS_NOTHING, why)
