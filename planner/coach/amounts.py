"""What a set counts other than repetitions: how long it takes and how far it goes."""

from __future__ import annotations

from planner.coach import wording
from planner.engine.terms import Category, Exercise, Measure, Pattern

CM_PER_M = 100.0
_KM = 1000.0
_FULL_KM = 100.0  # metres: what is no multiple of it is not written in kilometres
_IN_MINUTES = 120.0  # seconds from which a plan is written in minutes
_THROWN = (Pattern.JUMP, Pattern.THROW)  # how far one of them goes is no length of a set


def endures(exercise: Exercise) -> bool:
    """Tell whether a set has a time, a distance and an effort, each in a cell of its own."""
    timed = exercise.measure in (Measure.SECONDS, Measure.DISTANCE)
    return exercise.category is Category.ENDURANCE and timed


def covers(exercise: Exercise) -> bool:
    """Tell whether a set of an exercise goes so far, rather than so often."""
    return exercise.measure is Measure.DISTANCE and exercise.pattern not in _THROWN


def length(metres: float, measure: Measure = Measure.DISTANCE, decimals: int = 1) -> str:
    """Write how far a set went: '400 m', '5 km', a reach '64 cm'."""
    if measure is Measure.REACH:
        return f"{wording.number(metres * CM_PER_M, decimals)} cm"
    if metres >= _KM and not metres % _FULL_KM:
        return f"{wording.number(metres / _KM)} km"
    return f"{wording.number(metres, decimals)} m"


def clock(seconds: float, decimals: int = 1) -> str:
    """Write how long a set lasted: '45 s', '8:10', '1:45:30'."""
    if seconds < 60 or seconds % 1:
        return f"{wording.number(seconds, decimals)} s"
    minutes, left = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{left:02d}" if hours else f"{minutes}:{left:02d}"


def asked_time(seconds: float, decimals: int = 1) -> str:
    """Write how long a set is planned to last: '45s', '20min', '8:10'."""
    if seconds < _IN_MINUTES or seconds % 1:
        return f"{wording.number(seconds, decimals)}s"
    return clock(seconds) if seconds % 60 else f"{wording.number(seconds / 60)}min"


def asked_length(metres: float, decimals: int = 1) -> str:
    """Write how far a set is planned to go: '40m', '5km', under a metre '64cm'."""
    short = Measure.REACH if metres < 1 else Measure.DISTANCE
    return length(metres, short, decimals).replace(" ", "")
