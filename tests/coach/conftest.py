"""A lifter with a short history, for what the coach reads and writes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import importing
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log

TODAY = date(2026, 11, 5)  # a Thursday
Train = Callable[..., int]
Write = Callable[..., Path]
Bring = Callable[[int, Path], int]
Rows = tuple[tuple[str, str, str, float, int], ...]
STRONG = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds\n"


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def train() -> Train:
    """Return a function that stores a finished session of one exercise and returns its id."""

    def store(lifter: int, slug: str, on: date, *sets: LoggedSet) -> int:
        session = Session(on, (LoggedExercise(slug, sets),), name="Training", finished=True)
        return log.add_session(lifter, session)

    return store


@pytest.fixture
def squatter(lifter: int, today: date, train: Train) -> int:
    """Squat three sets of five once a week for ten weeks, five kilos up each fortnight."""
    for week in range(10, 0, -1):
        load = 100.0 - 5 * (week // 2)
        entry = LoggedSet(load, 5, rir=2.0, load=load)
        train(lifter, "back-squat", today - timedelta(weeks=week), entry, entry, entry)
    return lifter


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes a Strong log of (start, name, exercise, kg, reps) rows."""

    def make(*rows: tuple[str, str, str, float, int], name: str = "strong.csv") -> Path:
        lines = [f"{at},{called},{what},1,{kg},{reps},0,0\n" for at, called, what, kg, reps in rows]
        path = tmp_path / name
        path.write_text(STRONG + "".join(lines), "utf-8")
        return path

    return make


@pytest.fixture
def week() -> Rows:
    """Return rows for `write`: a Monday of squats and bench presses, a Friday of squats."""
    monday, friday = ("2024-01-01 18:00:00", "A"), ("2024-01-05 18:00:00", "B")
    squat, bench = "Squat (Barbell)", "Bench Press (Barbell)"
    return (
        (*monday, squat, 100.0, 5), (*monday, squat, 100.0, 5), (*monday, bench, 80.0, 8),
        (*friday, squat, 102.5, 5),
    )  # fmt: skip


@pytest.fixture
def bring(today: date) -> Bring:
    """Return a function that imports a file as it is previewed and returns the import's id."""
    return lambda lifter, path: importing.commit(lifter, importing.preview(lifter, path), today)
