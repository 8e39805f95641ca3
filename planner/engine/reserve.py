"""A way to change a lift's training: sets that end closer to the limit."""

from __future__ import annotations

from planner.engine import evidence
from planner.engine.suggestion import make, tell
from planner.engine.target import loads_rise
from planner.engine.terms import Change, Complexity, Suggestion, SuggestionKind, phrase
from planner.engine.ways import NOT_KNOWN, Told, two_facts

_ROOM = evidence.RESERVE_ROOM.value
_FATIGUE = evidence.SET_FATIGUE_P.value


def less_reserve(told: Told) -> Suggestion | None:
    """Leave a repetition less in reserve where the plan leaves two or more.

    None for technical lifts, whose repetitions have to stay clean, and where tiredness shows.
    """
    now, exercise = told.target.rir, told.context.exercise
    technical = exercise.complexity is Complexity.TECHNICAL
    tired = (told.reading.fatigue or 0.0) >= _FATIGUE
    if now < _ROOM or technical or tired or not loads_rise(exercise):
        return None
    reason, numbers = two_facts(told, phrase("The sets leave {rir_now} in reserve.", rir_now=now))
    numbers = (*numbers, ("rir", now - 1))
    words = (
        phrase("Leave {rir} in reserve instead of {rir_now}", rir=now - 1, rir_now=now),
        reason,
        tell(
            "Tiredness, reps that are no longer sound, or a gain of more than {high_pct} in four "
            "weeks.",
            numbers,
        ),
    )
    studied = phrase(
        "Over many studies muscle grew more the closer sets came to the limit; strength hardly "
        "depended on it."
    )
    return make(
        SuggestionKind.LEVEL_OFF, told.context, "structure.less_reserve", words, told.confidence,
        numbers, Change(rir=now - 1), ("robinson-2024",), studied + NOT_KNOWN,
    )  # fmt: skip
