"""What a week's sheet says of lifts that come back after time off: what to do the first times."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor
from typing import NamedTuple, TypeAlias

from planner.coach import wording
from planner.engine import evidence, layoff
from planner.engine.terms import Exercise, Reading, SuggestionKind
from planner.language import filled, passage, tr
from planner.storage import decisions


class Coming(NamedTuple):
    """A lift that comes back, and the days for which its muscles rest by now."""

    exercise: Exercise
    reading: Reading
    days_off: int

    @property
    def has_begun(self) -> bool:
        """Whether the first session after the pause is done."""
        return self.days_off < _REST_DAYS


Back: TypeAlias = Sequence[Coming]
EXCEPTIONS = 3  # lifts that are named as those that do not come back
_MORE_RIR = evidence.RAMP_RIR.value
_SECOND_DAYS = evidence.SECOND_DAYS.value
_REST_DAYS = evidence.LAYOFF_DAYS.value


def lines(lifter_id: int, back: Back, others: Sequence[str] = ()) -> Iterator[str]:
    """Yield a line for lifts whose plan is lighter by now, and one for those that are not eased;
    then one for those that were done again already.

    `others` are the names of lifts of the week that do not come back.
    """
    begun = [each for each in back if each.has_begun]
    eased = [e for e in back if e not in begun and _eased(lifter_id, e.reading)]
    still = [each for each in back if each not in (*begun, *eased)]
    if eased:
        lifts = _named(eased, [*_names(still), *_names(begun), *others])
        words = tr("{lifts}: coming back after time off, lighter at first, as listed.")
        yield _sentences(words.format(lifts=lifts), _by(eased))
    if still:
        lifts = _named(still, [*_names(eased), *_names(begun), *others])
        yield _sentences(_back_again(lifts), _first(still), _by(still))
    if begun:
        lifts = _named(begun, [*_names(eased), *_names(still), *others])
        step = tr("A little more than last time, and no more than listed.")
        yield _sentences(_back_again(lifts), step, _by(begun))


def _back_again(lifts: str) -> str:
    return tr("{lifts}: coming back after time off.").format(lifts=lifts)


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
    return [each.exercise.name for each in back]


def _first(back: Back) -> str:
    """Say how much less than last time the first session is, by the longest rest of those named:
    what is listed may be lighter by now.
    """
    off = max(each.days_off for each in back)
    half = layoff.ramp_share_of_sets(off) <= 0.5
    load = floor(round(100 * layoff.ramp_share_of_load(off), 6))  # no more than is offered
    words = tr(
        "First time {sets}, at most {load} of last time's load and no more than listed, {reps} "
        "more in reserve; then as listed."
        if off < _SECOND_DAYS
        else "First time {sets}, at most {load} of last time's load and no more than listed, "
        "{reps} more in reserve; second halfway, third as listed."
    )
    return words.format(
        sets=tr(
            "at most half of the listed sets" if half else "at most two thirds of the listed sets"
        ),
        load=f"{load}\u00a0%",
        reps=wording.number(_MORE_RIR),
    )


def _by(back: Back) -> str:
    read = [each.reading for each in back]
    days = [made.expected_return[1] for made in read if made.expected_return]
    words = tr("Old strength may be back by {day}.")
    return filled(words, day=wording.short_date(max(days))) if days else ""
