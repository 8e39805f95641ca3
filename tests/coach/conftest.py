"""A lifter with a short history, for what the coach reads and writes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.coach import importing, jump_answers, load_jumps
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import KG_PER_LB, JumpCause, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import log
from tests.content import content

TODAY = date(2026, 11, 5)  # a Thursday
Train = Callable[..., int]
Write = Callable[..., Path]
Bring = Callable[[int, Path], int]
LogLoads = Callable[..., int]
Answered = Callable[[int, JumpCause | None, date], str]
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


@pytest.fixture
def log_loads(lifter: int, today: date, train: Train) -> LogLoads:
    """Return a function that logs 2 × 10 twice a week at the loads given, the last one today."""

    def store(
        slug: str, loads: list[float], unit: Unit = Unit.KG, units: list[Unit] | None = None
    ) -> int:
        typed_in = units or [unit] * len(loads)
        for back, (load, each) in enumerate(reversed(list(zip(loads, typed_in, strict=True)))):
            kg = load if each is Unit.KG else load * KG_PER_LB
            entry = LoggedSet(kg, 10, rir=2.0, load=load, unit=each)
            train(lifter, slug, today - timedelta(days=3 * back), entry, entry)
        return lifter

    return store


@pytest.fixture
def per_hand(log_loads: LogLoads) -> int:
    """Log dumbbells for both hands, 40 kg, and for one, 20 kg, in the last six sessions."""
    return log_loads("dumbbell-bench-press", [40.0] * 20 + [20.0] * 6)


@pytest.fixture
def answered() -> Answered:
    """Return a function that answers the question open and returns what was done.

    It checks that one undo brings everything back, and does it again.
    """

    def answer(lifter: int, cause: JumpCause | None, today: date) -> str:
        made, before = load_jumps.question(lifter, today), content()
        done, step = do(lambda: jump_answers.answer(lifter, made, cause, today))
        again = revert(step)
        assert content() == before
        revert(again)
        assert load_jumps.question(lifter, today) is None
        return render(done)

    return answer
