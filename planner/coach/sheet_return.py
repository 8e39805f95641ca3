"""What a week's sheet says of lifts that come back after time off: what to do the first times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from planner.coach import wording
from planner.engine import evidence, layoff
from planner.engine.terms import Exercise, Reading, SuggestionKind
from planner.language import filled, passage, tr
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
        lifts = _named(eased, [*_names(still), *others])
        words = tr("{lifts}: coming back after time off, lighter at first, as listed.")
        yield _sentences(words.format(lifts=lifts), _by(eased))
    if still:
        lifts = _named(still, [*_names(eased), *others])
        back_again = tr("{lifts}: coming back after time off.").format(lifts=lifts)
        yield _sentences(back_again, _first(still), _by(still))


def _sentences(*said: str) -> str:
    return passage(filter(None, said))


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
        return wording.in_row(names)
    if others:
        return tr("All lifts but {names}").format(names=wording.in_row(others))
    return tr("All lifts")


def _names(back: Back) -> list[str]:
    return [exercise.name for exercise, _ in back]


def _first(back: Back) -> str:
    """Say how much less than listed the first session is, by the shortest pause: the others'
    muscles may have been trained since."""
    off = min(reading.away_days for _, reading in back)
    half = layoff.ramp_share_of_sets(off) <= 0.5
    load = 5 * round(20 * layoff.ramp_share_of_load(off))
    words = tr(
        "First time {sets}, about {load} of the load, {reps} more in reserve; then as listed."
        if off < _SECOND_DAYS
        else "First time {sets}, about {load} of the load, {reps} more in reserve; second halfway, "
        "third as listed."
    )
    return words.format(
        sets=tr("half of the listed sets" if half else "two thirds of the listed sets"),
        load=f"{load}\u00a0%",
        reps=wording.number(_MORE_RIR),
    )


def _by(back: Back) -> str:
    days = [made.expected_return[1] for _, made in back if made.expected_return]
    words = tr("Old strength may be back by {day}.")
    return filled(words, day=wording.short_date(max(days))) if days else ""
