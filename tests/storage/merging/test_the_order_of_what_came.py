"""What was added on two computers at the same place stands in one order on both."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import database, log, rows
from tests.storage.merging.computers import Computers, content, orders

DAY = date(2026, 3, 2)
SQUATS = Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5), LoggedSet(105.0, 5))),))
ANN = 1


def slot() -> int:
    return log.sessions(ANN)[0].exercises[0].id or 0


def loads() -> list[float | None]:
    return [each.load_kg for each in log.slot(slot())[1].sets]


def both_log(computers: Computers) -> None:
    """Let both computers have the session of squats."""
    computers.at(computers.desk)
    log.add_session(ANN, SQUATS)
    computers.at(computers.laptop)
    computers.merge(computers.desk)


def add(computers: Computers, path: Path, *kg: float) -> None:
    computers.at(path)
    for each in kg:
        log.add_set(slot(), LoggedSet(each, 5))


def test_sets_that_were_added_on_both_stay_both_in_the_same_order(computers: Computers) -> None:
    both_log(computers)
    add(computers, computers.desk, 110.0)
    add(computers, computers.laptop, 107.5, 90.0)
    add(computers, computers.desk, 80.0)
    computers.merge(computers.laptop)
    at_desk = loads()
    assert at_desk == [100.0, 105.0, 110.0, 107.5, 90.0, 80.0]
    assert rows.fetch("SELECT position FROM logged_set ORDER BY 1") == [(n,) for n in range(6)]
    computers.at(computers.laptop)
    computers.merge(computers.desk)
    assert loads() == at_desk


def test_a_third_computer_has_the_same_order_whichever_it_takes_in_first(
    computers: Computers, tmp_path: Path
) -> None:
    both_log(computers)
    database.close_database()
    third = Path(shutil.copyfile(computers.laptop, tmp_path / "third.db"))
    add(computers, computers.desk, 110.0)
    add(computers, third, 60.0, 62.5)
    add(computers, computers.laptop, 107.5, 90.0)
    computers.at(third)
    computers.merge(computers.laptop)
    computers.at(computers.desk)
    computers.merge(computers.laptop)
    computers.merge(third)
    everything, order = content(), loads()
    for path, other in ((third, computers.desk), (computers.laptop, third)):
        computers.at(path)
        computers.merge(other)
        assert (content(), loads()) == (everything, order)


ADDED = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 3)), min_size=1, max_size=8)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15, deadline=None
)
@given(added=ADDED, merges=st.lists(st.sampled_from([(0, 1), (1, 2), (2, 0)]), max_size=3))
def test_any_number_of_sets_at_any_place_end_in_one_order_on_three_computers(
    computers: Computers,
    tmp_path: Path,
    added: Sequence[tuple[int, int]],
    merges: Sequence[tuple[int, int]],
) -> None:
    computers.begin_anew()
    both_log(computers)
    database.close_database()
    third = Path(shutil.copyfile(computers.laptop, tmp_path / "third.db"))
    paths = (computers.desk, computers.laptop, third)
    for number, (where, place) in enumerate(added):
        computers.at(paths[where])
        log.add_set(slot(), LoggedSet(float(number), 5), place)
    for here, there in [*merges, (2, 0), (2, 1)]:
        computers.at(paths[here])
        computers.merge(paths[there])
    found = content(), orders()
    for path in paths[:2]:
        computers.at(path)
        computers.merge(third)
        assert (content(), orders()) == found
    assert len(loads()) == 2 + len(added)
