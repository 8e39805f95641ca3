"""What is said of an exercise without a load: where on its ladder it is, and left beside right."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from planner.coach import counts, ladders, library_words, wording
from planner.coach.prescription_words import NO_BREAK
from planner.engine import ladder
from planner.engine.ladder import LadderStanding, Step
from planner.engine.terms import N_, Exercise, Measure, Phrase, PhraseValue, Side, in_row, phrase
from planner.formats.ladders import Ladder
from planner.language import tr

COMPARED = 5  # sessions that left and right are compared over: rule of thumb
LEAST_COMPARED = 3
CLEARLY = 0.75  # of them in which one side has to be the lower one: rule of thumb
_QUALITY = {1: N_("lost"), 2: N_("shaky"), 3: N_("sound")}
_SIDES = {Side.LEFT: N_("left {count}"), Side.RIGHT: N_("right {count}")}
_LEFT_LOWER = N_("Left was lower in {count} of {sessions} sessions: left {left}, right {right}.")
_RIGHT_LOWER = N_("Right was lower in {count} of {sessions} sessions: left {left}, right {right}.")


def amount(value: float, measure: Measure, decimals: int = 1) -> str:
    """Write what a set reached: '38 s', '64.5 cm', '12', 'sound'."""
    if measure is Measure.QUALITY:
        return tr(_QUALITY[max(1, min(3, round(value)))])
    unit = {Measure.SECONDS: "s", Measure.DISTANCE: "m", Measure.REACH: "cm"}.get(measure)
    number = wording.number(value, decimals)
    return f"{number}{NO_BREAK}{unit}" if unit else number


def _in_a_row(now: LadderStanding, step: Step) -> Phrase:
    """Say how many sets were done as they should: '3 of 5 sound sets in a row of 40 s'."""
    measure, values = step.exercise.measure, {"count": now.clean, "needed": now.needed}
    if measure is Measure.QUALITY:
        made = phrase("{count} of {needed} sound sets in a row", **values)
    else:
        target = library_words.amount(step.count, measure)
        made = phrase(
            "{count} of {needed} sound sets in a row of {target}", **values, target=target
        )
    if not now.sides:
        return made
    if len({count for _, count in now.sides}) < len(now.sides):
        return phrase("{sets} with each side", sets=made)
    sides = in_row([phrase(_SIDES[side], count=count) for side, count in now.sides])
    return phrase("{sets} ({sides})", sets=made, sides=sides)


def standing(now: LadderStanding, step: Step, above: Step | None) -> tuple[Phrase, ...]:
    """Say which step of which ladder an exercise is, how near the next one is, what is missing."""
    made, at = _place(step.exercise.slug)
    said = [
        phrase(
            "{ladder}: step {number} of {steps}.",
            ladder=made.name,
            number=at + 1,
            steps=len(made.steps),
        )
    ]
    if above is None:
        return (*said, phrase("This is the top of the ladder."))
    said.append(
        phrase(
            "{sets}: time for {above}." if now.due else "{sets}. Next: {above}.",
            sets=_in_a_row(now, step),
            above=above.exercise.name,
        )
    )
    if now.lost_in is not None:
        said.append(
            phrase(
                "Balance was lost in the last session: the step stays for now."
                if ladder.balances(step.exercise)
                else "Technique broke down in the last session: the step stays for now."
            )
        )
    elif now.unrated:
        sets = counts.sets(now.unrated)
        said.append(
            phrase("{sets} of the last session not rated: only sound ones count.", sets=sets)
        )
    return tuple(said)


def _place(slug: str) -> tuple[Ladder, int]:
    places = ladders.ladder_of(slug)
    return next((each for each in places if each[1] + 1 < len(each[0].steps)), places[0])


def compared(exercise: Exercise, pairs: Sequence[tuple[float, float]]) -> tuple[Phrase, ...]:
    """Say how left and right compare over the last sessions in which both are known."""
    if not exercise.per_side:
        return ()
    last = pairs[-COMPARED:]
    if len(last) < LEAST_COMPARED:
        made = phrase(
            "Left and right are compared once {needed} sessions have them apart: {count} so far.",
            count=len(last),
            needed=LEAST_COMPARED,
        )
        return (made,)
    left, right = (amount(median(values), exercise.measure) for values in zip(*last, strict=True))
    values: dict[str, PhraseValue] = {"left": left, "right": right, "sessions": len(last)}
    return (_lower(last, values),)


def _lower(last: Sequence[tuple[float, float]], values: dict[str, PhraseValue]) -> Phrase:
    less = {
        _LEFT_LOWER: sum(left < right for left, right in last),
        _RIGHT_LOWER: sum(right < left for left, right in last),
    }
    words, count = max(less.items(), key=lambda each: each[1])
    if count < CLEARLY * len(last):
        return phrase(
            "No clear difference: left {left}, right {right}, the middle of {sessions} sessions.",
            **values,
        )
    return phrase(words, count=count, **values)
