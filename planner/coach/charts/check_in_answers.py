"""The answers of the check-ins over time, each question on its own; mood is not among them.

Mood is the lifter's own: it is seen on its day only, and nothing is drawn of it.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from planner.engine import evidence
from planner.engine.terms import CheckIn, soreness_of
from planner.storage import clients
from planner.storage.unchanged import unchanged, unchanged_in_parts

HOURS, QUALITY = "sleep_hours", "sleep"
QUESTIONS = (HOURS, QUALITY, "energy", "motivation", "soreness")
HOURS_A_DAY = 24.0
SMOOTHED = int(evidence.ANSWERS_SMOOTHED.value)
APART_DAYS = evidence.ANSWERS_APART.value
_POINTS = (1.0, 5.0)

Answer = tuple[date, float]


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered to one of QUESTIONS, oldest first, hours or points of 1–5.

    `middles` are the medians around each answer, in runs without a long gap; none while there
    are too few answers.
    """

    question: str
    given: tuple[Answer, ...]
    middles: tuple[tuple[Answer, ...], ...] = ()


def check_ins(lifter_id: int, until: date) -> Sequence[CheckIn]:
    """Return all check-ins up to a day, oldest first."""
    key = "all check-ins", lifter_id, until
    return unchanged(key, lambda: clients.check_ins(lifter_id, date.min, until))


def reading(lifter_id: int, until: date) -> Generator[None, None, tuple[Answers, ...]]:
    """Read the questions that were ever answered, one by one; return them as in QUESTIONS."""
    key = "check-in answers", lifter_id, until
    return (yield from unchanged_in_parts(key, lambda: _reading(lifter_id, until)))


def _reading(lifter_id: int, until: date) -> Generator[None, None, tuple[Answers, ...]]:
    known, made = check_ins(lifter_id, until), list[Answers]()
    for question in QUESTIONS:
        made.append(_answers(question, known))
        yield
    return tuple(each for each in made if each.given)


def missing(known: Sequence[Answers]) -> int:
    """Return how many answers there still have to be until a line is drawn; 0 when there is one."""
    most = max((len(each.given) for each in known), default=0)
    return max(0, SMOOTHED - most)


def _answers(question: str, known: Iterable[CheckIn]) -> Answers:
    found = ((made.on, value(made, question)) for made in known)
    given = tuple((on, known) for on, known in found if known is not None)
    if len(given) < SMOOTHED:
        return Answers(question, given)
    return Answers(question, given, tuple(tuple(_middles(run)) for run in _runs(given)))


def value(made: CheckIn, question: str) -> float | None:
    """Return an answer to one of QUESTIONS; None for none, and for what can be none."""
    low, high = (0.0, HOURS_A_DAY) if question == HOURS else _POINTS
    found = soreness_of(made) if question == "soreness" else getattr(made, question)
    return float(found) if found is not None and low <= found <= high else None


def _runs(given: Sequence[Answer]) -> list[list[Answer]]:
    """Return the answers apart wherever a long gap lies between two."""
    made: list[list[Answer]] = []
    for each in given:
        if not made or (each[0] - made[-1][-1][0]).days > APART_DAYS:
            made.append([])
        made[-1].append(each)
    return made


def _middles(run: Sequence[Answer]) -> list[Answer]:
    """Return the median of the answers around each; fewer count at both ends."""
    half = SMOOTHED // 2
    values = [known for _, known in run]
    return [
        (on, median(values[max(0, place - half) : place + half + 1]))
        for place, (on, _) in enumerate(run)
    ]
