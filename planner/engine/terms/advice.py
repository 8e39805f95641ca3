"""What the engine is told of a lift, what it says, and what it suggests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.engine.terms.kinds import Technique
from planner.engine.terms.log import CheckIn, LoggedSet
from planner.engine.terms.phrases import Phrase, PhraseValue

LEVELLING_OFF_DAYS = 28  # how long levelling off is news, rule of thumb
LEVELLING_OFF_DROP = 0.01  # in gain over 28 days, from which it is worth telling, rule of thumb
AWAY_DAYS = 14  # without the lift and its muscles: time off, as long as the engine's layoff


class Phase(StrEnum):
    """The phase of adaptation a lift is in."""

    EARLY = "early"
    STEADY = "steady"
    PLATEAU = "plateau"
    FATIGUE = "fatigue"
    RETURN = "return"
    UNCLEAR = "unclear"


_CALM = (Phase.EARLY, Phase.STEADY, Phase.UNCLEAR)


class Confidence(StrEnum):
    """How sure a statement is, in the words the lifter reads."""

    LIKELY = "likely"
    FAIRLY_SURE = "fairly sure"
    CANT_TELL = "can't tell"


class SuggestionKind(StrEnum):
    """What a suggestion asks the lifter to do."""

    INCREASE = "increase"
    HOLD = "hold"
    LEVEL_OFF = "level_off"
    RETURN_RAMP = "return_ramp"
    ADD_SET = "add_set"
    REP_RANGE = "rep_range"
    VARIATION = "variation"
    DELOAD = "deload"
    REST_DAY = "rest_day"
    JUMP = "jump"
    EXPECT = "expect"
    VERDICT = "verdict"
    CLIMB = "climb"


@dataclass(frozen=True, slots=True)
class ExerciseDay:
    """Everything the engine is told about one exercise on one day.

    `muscle_gap_days` is the time since any exercise last trained the same muscles (None: not
    known, then only this exercise's own gap counts); `hard_sets_muscle_7d` the hard sets for
    them in the seven days up to and including `on`.
    """

    on: date
    sets: tuple[LoggedSet, ...]
    muscle_gap_days: int | None = None
    hard_sets_muscle_7d: float | None = None
    check_in: CheckIn | None = None
    technique: Technique | None = None
    bodyweight_kg: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the engine says about a lift on one day.

    `strength_kg` is the e1RM, `strength_sd` its standard deviation in kg. Gains are
    fractions over 28 days (0.03 is 3 %). `retained` is the fraction of strength kept through
    the current gap. `expected_return` is (earliest, latest) date of being back, or None.
    `capped` is True when every recent set was stopped at its target, so that strength is
    known only as 'at least'.
    """

    on: date
    exercise: str
    sessions: int
    strength_kg: float | None
    strength_sd: float | None
    gain_28d: float | None
    gain_28d_sd: float | None
    p_level: float | None
    levelled_off_on: date | None
    phase: Phase
    phase_probabilities: Mapping[Phase, float]
    fatigue: float | None = None
    retained: float = 1.0
    expected_return: tuple[date, date] | None = None
    confidence: Confidence = Confidence.CANT_TELL
    capped: bool = False
    gain_before: float | None = None
    last_on: date | None = None
    facts: tuple[Phrase, ...] = ()

    @property
    def levelling_off(self) -> bool:
        """Tell whether a rise that was clearly quicker has bent in the last four weeks.

        Not when another phase took over. Where nothing rose quickly, there is nothing to tell.
        """
        if self.levelled_off_on is None or self.phase not in _CALM:
            return False
        if self.gain_before is None or self.gain_28d is None:
            return False
        if self.gain_before - self.gain_28d < LEVELLING_OFF_DROP:
            return False
        return (self.on - self.levelled_off_on).days <= LEVELLING_OFF_DAYS

    @property
    def away_days(self) -> int:
        """Return how many days ago the last session was, 0 when none is known."""
        return 0 if self.last_on is None else max(0, (self.on - self.last_on).days)

    @property
    def still_away(self) -> bool:
        """Tell whether it is time off; from the first session back it is not."""
        return self.phase is Phase.RETURN and self.away_days >= AWAY_DAYS


@dataclass(frozen=True, slots=True)
class Change:
    """What accepting a suggestion does to the next planned sets; None leaves a field alone.

    `exercise` is the slug of the exercise that takes the lift's place. With an `open_load` those
    sets have none any more: how heavy, only that day can tell.
    """

    load_kg: float | None = None
    sets: int | None = None
    reps_low: int | None = None
    reps_high: int | None = None
    rir: float | None = None
    exercise: str | None = None
    open_load: bool = False

    @property
    def opens(self) -> bool:
        """Whether planned loads go, and nobody has said one instead."""
        return self.open_load and self.load_kg is None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One piece of advice for one lift, with everything needed to check it.

    `exercise` is '' when the advice is for the lifter as a whole. `rule` names the rule that
    fired, `numbers` are its inputs, `reason` the sentence built from them, `would_change` what
    would change the engine's mind, `sources` keys of the evidence page. `effect` says what to
    expect of a change and how well that is known; `others` are further ways, best first.
    """

    kind: SuggestionKind
    exercise: str
    rule: str
    headline: Phrase
    reason: Phrase
    would_change: Phrase
    confidence: Confidence
    numbers: tuple[tuple[str, PhraseValue], ...]
    change: Change | None = None
    priority: int = 0
    sources: tuple[str, ...] = ()
    effect: Phrase | None = None
    others: tuple[Suggestion, ...] = ()


class WayBack(NamedTuple):
    """A lift that hurt badly and was not done with that load since.

    `pain` of 0 to 10 on `hurt_on`; `most_kg` is the most that may be planned, as typed, None where
    nothing was done since.
    """

    pain: int
    hurt_on: date
    most_kg: float | None
