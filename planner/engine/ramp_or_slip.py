"""Which of a day's sets tell its strength: neither the ramp-up to them nor a typing error."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from planner.engine import evidence

RAMP_WIDTH = evidence.RAMP_WIDTH.value
_SET_TYPO = evidence.SET_TYPO.value
_SURE_TYPO = evidence.SET_TYPO_SURE.value
_TOP_OVER = evidence.FIRST_TOP_OVER.value


# One set on the strength scale: log e1RM in kg, its error, log load in kg, the reserve counted in,
# and whether it stopped at its target, so that strength may be higher.
SetStrength: TypeAlias = tuple[float, float, float, float, bool]


class DayStrength(NamedTuple):
    """A day's sets as one observation of strength, log kg.

    `log_kg` is the median of the sets and `sd` its error; `capped` is True when every set stopped
    at its target. `log_load` is the load of the best set, `best_log_kg` what that set alone has
    shown, and `top_log_kg` the median strength of the sets with that load; `extra_reps` is the
    reserve counted in, on average.
    """

    log_kg: float
    sd: float
    capped: bool
    log_load: float
    top_log_kg: float
    best_log_kg: float
    extra_reps: float


def is_open(sets: Sequence[SetStrength], last: SetStrength) -> bool:
    """Tell whether a day's last set stands alone, as the top of a ramp-up or a typing error does.

    `sets` are in order of strength, `last` is the day's last; while nothing is expected yet, one
    is as likely as the other.
    """
    if len(sets) < 2 or last is not sets[-1]:
        return False
    return _SET_TYPO < sets[-1][0] - sets[-2][0] < _SURE_TYPO


def between(second: SetStrength, top: SetStrength, tiredness: float) -> DayStrength:
    """Return a strength between two sets of which one is to be believed, as unsure as that is.

    `tiredness` is what the sets before cost the top one, log units.
    """
    middle = max(0.5 * (second[0] + top[0]), top[0] - _TOP_OVER)
    log_kg, _, log_load, extra, at_least = top
    best = log_kg - tiredness
    return DayStrength(middle, middle - second[0], at_least, log_load, log_kg, best, extra)


def is_slip(top: float, second: float, expected: float | None) -> bool:
    """Tell whether a day's best set is a typing error rather than a record, all log kg.

    It stands far over the next one and over what was `expected`; with nothing expected, farther.
    """
    if expected is None:
        return top - second > _SURE_TYPO
    return top - second > _SET_TYPO and top - expected > _SET_TYPO


def usable(sets: list[SetStrength], expected: float | None) -> list[SetStrength]:
    """Drop a single typing error and the ramp-up to the day's work sets; the best comes last."""
    top, second = sets[-1][0], sets[-2][0]
    alone = top - second > _SET_TYPO
    if alone and (expected is None or abs(top - expected) > _SET_TYPO):
        sets.pop()
        top = second
    return [s for s in sets if s[0] >= top - RAMP_WIDTH]
