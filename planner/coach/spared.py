"""What a body has to spare: which of it an exercise may not suit."""

from __future__ import annotations

from collections.abc import Collection

from planner.engine.terms import Exercise, Limit, Neuromuscular

BALANCING = frozenset(
    {Neuromuscular.BALANCE, Neuromuscular.STABILITY, Neuromuscular.PROPRIOCEPTION}
)


def minded(exercise: Exercise, limits: Collection[Limit]) -> tuple[Limit, ...]:
    """Return what has to be spared that an exercise may not suit, in the exercise's order.

    What trains balance is done beside something to hold on to, not avoided for a risk of falling.
    """
    held = {Limit.FALLS} if trains_balance(exercise) else set()
    return tuple(each for each in exercise.limits if each in limits and each not in held)


def trains_balance(exercise: Exercise) -> bool:
    """Tell whether an exercise trains what prevents falls, by risking one a little."""
    return exercise.neuromuscular in BALANCING and Limit.FALLS in exercise.limits
