"""What a week's sheet says of lifts that come back after time off: what to do the first times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planner.coach import wording
from planner.engine import evidence, layoff
from planner.engine.terms import Exercise, Reading, SuggestionKind
from planner.storage import decisions

Back: TypeAlias = Sequence[tuple[Exercise, Reading]]
EXCEPTIONS = 3  # lifts that are named as those that do not come back
_MORE_RIR = evidence.RAMP_RIR.value
_SECOND_DAYS = evidence.SECOND_DAYS.value


def lines(lifter_id: int, back: Back, others: Sequence[str] = ()) -> Iterator[str]:
    """Yield a line for lifts whose plan is lighter by now, and one for those that are not eased.

    `others` are the names of lifts of the week that do not come back.
    """
    eased = [each for each in back if _eased(lifter_id, each[1])]
    still = [each for each in back if each not in eased]
    if eased:
        yield f"{_named(eased, [*_names(still), *others])}, lighter at first, as listed{_by(eased)}"
    if still:
        first, then = _first(still), _then(still)
        yield f"{_named(still, [*_names(eased), *others])}. {first}; {then}{_by(still)}"


def _eased(lifter_id: int, reading: Reading) -> bool:
    """Tell whether the lighter return was accepted since the lift was last done."""
    return any(
        made.verdict == "accepted"
        and made.kind is SuggestionKind.RETURN_RAMP
        and (reading.last_on is None or made.on >= reading.last_on)
        for made in decisions.decisions(lifter_id, reading.exercise)
    )


def _named(back: Back, others: Sequence[str]) -> str:
    names, few = _names(back), len(others) <= EXCEPTIONS and len(back) > 2 * len(others)
    if len(back) == 1 or not few:
        who = ", ".join(names)
    else:
        who = f"All lifts but {', '.join(others)}" if others else "All lifts"
    return f"{who}: coming back after time off"


def _names(back: Back) -> list[str]:
    return [exercise.name for exercise, _ in back]


def _first(back: Back) -> str:
    """Say how much less than listed the first session is, by the shortest pause: the others'
    muscles may have been trained since."""
    off = min(reading.away_days for _, reading in back)
    sets = "half" if layoff.ramp_share_of_sets(off) <= 0.5 else "two thirds"
    load = 5 * round(20 * layoff.ramp_share_of_load(off))
    return (
        f"First time {sets} of the listed sets, about {load}\u00a0% of the load, "
        f"{_MORE_RIR:g} more in reserve"
    )  # fmt: skip


def _then(back: Back) -> str:
    if min(reading.away_days for _, reading in back) < _SECOND_DAYS:
        return "then as listed"
    return "second halfway, third as listed"


def _by(back: Back) -> str:
    days = [made.expected_return[1] for _, made in back if made.expected_return]
    return f". Old strength may be back by {wording.short_date(max(days))}." if days else "."
