"""Which weeks of a block are deloads: none, the last, or every n-th."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DeloadRule:
    """Every `every`-th week is a deload (0: none), and the last one when `last`."""

    every: int = 0
    last: bool = False

    def holds(self, number: int, weeks: int) -> bool:
        """Tell whether a week, counted from 1, of so many is a deload."""
        return (self.last and number == weeks) or (self.every > 0 and number % self.every == 0)


NO_DELOAD = DeloadRule()
LAST_WEEK = DeloadRule(last=True)
EVERY_NTH = tuple(DeloadRule(every) for every in (3, 4, 5, 6, 8))
RULES = (NO_DELOAD, LAST_WEEK, *EVERY_NTH)


def rule_of(deloads: Sequence[bool]) -> DeloadRule | None:
    """Return the rule by which weeks are deloads, in order; None when they follow none.

    Of several the first is told, so that a single last deload of a block is just that.
    """
    weeks = len(deloads)
    held = ([rule.holds(n, weeks) for n in range(1, weeks + 1)] for rule in RULES)
    found = (rule for rule, made in zip(RULES, held, strict=True) if made == list(deloads))
    return next(found, None)
