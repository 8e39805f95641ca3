"""What is asked of a lifter beside the suggestions: loads that jumped, and lifts in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.coach import (
    doubts,
    going_on,
    jump_words,
    load_jumps,
    suggesting,
    untyped,
    wording,
)
from planner.engine import doubt
from planner.engine.terms import Phrase, Suggestion, Unit, phrase
from planner.language import tr
from planner.storage import library


class QuestionKind(StrEnum):
    """What a question is about: loads that jumped, tiredness, a gain too slow to tell yet,
    planned sessions that nothing was logged of, or weeks of a block that were not done."""

    UNTYPED = "untyped"
    GO_ON = "go_on"
    JUMP = "jump"
    TIREDNESS = "tiredness"
    SLOW_GAIN = "slow_gain"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What is open about a lift, by its slug, or ('') the lifter, and what would settle it."""

    kind: QuestionKind
    exercise: str
    text: Phrase


def questions(
    lifter_id: int, today: date, suggested: Sequence[Suggestion]
) -> tuple[OpenQuestion, ...]:
    """Return what is open on a day by all that is suggested then, a jump of loads first."""
    asked = untyped.asked(suggesting.advised(lifter_id, today).untyped)
    first = () if asked is None else (OpenQuestion(QuestionKind.UNTYPED, "", asked),)
    return (
        *first,
        *_go_on(lifter_id, today),
        *_jump(lifter_id, today),
        *_doubts(lifter_id, today, suggested),
    )


def facts(made: OpenQuestion, unit: Unit) -> dict[str, str]:
    """Return a question as plain values, its text in the reader's unit."""
    text = wording.render(made.text, unit)
    return {"kind": str(made.kind), "exercise": made.exercise, "text": text}


def text(made: Iterable[OpenQuestion], unit: Unit) -> str:
    """Return questions as lines for people; lifts with the same question share a line."""
    known, lifts = library.by_slug(), dict[str, list[str]]()
    for each in made:
        names = lifts.setdefault(wording.render(each.text, unit), [])
        names += [known[each.exercise].name] if each.exercise else []
    of_lifts = tr("{lifts}: {question}")
    lines = (
        of_lifts.format(lifts=wording.in_row(names), question=asked) if names else asked
        for asked, names in lifts.items()
    )
    return "\n".join((tr("Open questions:"), *(f"  {each}" for each in lines)))


def tiredness(checked_in: bool) -> Phrase:
    """Write what would tell whether lifts are tired, by whether the day's check-in was made."""
    if checked_in:
        return phrase(
            "this could be tiredness. Today's check-in is made; one more before the next session "
            "would settle it."
        )
    return phrase(
        "this could be tiredness. A check-in before each of the next two sessions would settle it."
    )


def slow_gain(weeks: int) -> Phrase:
    """Write what would tell slow gain from none, and in how many weeks."""
    return phrase(
        "more sessions will tell. Slow gain and none take about {weeks} weeks to tell apart.",
        weeks=weeks,
    )


def _go_on(lifter_id: int, today: date) -> Iterator[OpenQuestion]:
    made = going_on.offer(lifter_id, today)
    if made is not None:
        yield OpenQuestion(QuestionKind.GO_ON, "", going_on.asked(made))


def _jump(lifter_id: int, today: date) -> Iterator[OpenQuestion]:
    made = load_jumps.question(lifter_id, today)
    if made is not None:
        said, asked = jump_words.said(made), jump_words.ASKED
        yield OpenQuestion(QuestionKind.JUMP, made.exercise.slug, said + asked)


def _doubts(lifter_id: int, today: date, suggested: Sequence[Suggestion]) -> Iterator[OpenQuestion]:
    made = doubts.doubts(lifter_id, today, suggested)
    if made is None:
        return
    tired, slow = tiredness(made.checked_in), slow_gain(made.weeks)
    for each in filter(doubt.is_doubt, suggested):
        if doubt.check_in_settles(each):
            yield OpenQuestion(QuestionKind.TIREDNESS, each.exercise, tired)
        else:
            yield OpenQuestion(QuestionKind.SLOW_GAIN, each.exercise, slow)
