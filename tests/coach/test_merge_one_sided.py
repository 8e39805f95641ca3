"""What only one computer changed comes in without a question; only real conflicts are choices."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import files, fuel, handing_over, merging
from planner.coach.merging import Difference, Side
from planner.coach.parts import at_once
from planner.engine.terms import (
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import clients, log, plan, trash
from planner.storage.merge_marks import SETTING

DAY = date(2026, 11, 3)
BENCH = LoggedExercise("bench-press", (LoggedSet(60.0, 5, load=60.0),))
SQUATS = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
PRESS = PlannedExercise("machine-chest-press", (PlannedSet(8, 12),) * 3)
PULL = PlannedExercise("lat-pulldown", (PlannedSet(8, 12),) * 3)


class Home:
    """A computer of a trainer, whose file is open while it is used."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @contextmanager
    def used(self) -> Iterator[None]:
        files.open_file(self.path)
        try:
            yield
        finally:
            files.close_file()

    def hand_over(self, plan_only: bool = False) -> Path:
        """Write everybody into a file."""
        made = self.path.with_suffix(".planner")
        with self.used():
            ids = [each.id or 0 for each in clients.lifters()]
            at_once(handing_over.write(ids, made, plan_only=plan_only))
        return made

    def take(self, path: Path, side: Side | None = None) -> list[Difference]:
        """Merge a file; return what there was to choose."""
        with self.used():
            preview = at_once(merging.look(merging.fetch(path)))
            chosen = {each.key: side for each in preview.differences if side}
            at_once(merging.apply(preview, chosen))
        return [*preview.differences]

    def load(self, place: int, kg: float) -> None:
        """Change a set of the first session."""
        with self.used():
            entry = log.sessions(anna())[0].exercises[place].sets[0]
            log.update_set(replace(entry, load_kg=kg, load=kg))

    def loads(self) -> list[float | None]:
        with self.used():
            return [each.sets[0].load_kg for each in log.sessions(anna())[0].exercises]

    def prescribe(self, place: int, reps: int) -> None:
        with self.used():
            lines = plan.mesocycle(1).weeks[0].sessions[0].exercises
            plan.set_planned_sets(lines[place].id or 0, [PlannedSet(reps, reps)])


def anna() -> int:
    return next(each.id for each in clients.lifters() if each.name == "Anna" and each.id)


@pytest.fixture
def desk(tmp_path: Path) -> Home:
    """A desk that knows Anna, with a session and a plan."""
    made = Home(tmp_path / "desk.db")
    with made.used():
        key = clients.add_lifter(Lifter(name="Anna"))
        log.add_session(key, Session(DAY, (BENCH, SQUATS)))
        week = Microcycle(1, DAY, (PlannedSession("Upper", 0, (PRESS, PULL)),))
        plan.add_mesocycle(key, Mesocycle("Base", DAY, weeks=(week,)))
    return made


@pytest.fixture
def laptop(desk: Home, tmp_path: Path) -> Home:
    """A laptop that was handed all of the desk's."""
    made = Home(tmp_path / "laptop.db")
    assert made.take(desk.hand_over()) == []
    return made


def test_what_each_changed_alone_is_no_choice(desk: Home, laptop: Home) -> None:
    desk.load(0, 62.5)
    laptop.load(1, 105.0)
    desk.prescribe(0, 5)
    laptop.prescribe(1, 10)
    assert desk.take(laptop.hand_over()) == []
    assert desk.loads() == [62.5, 105.0]
    assert laptop.take(desk.hand_over()) == []
    assert laptop.loads() == [62.5, 105.0]


def test_what_both_changed_is_a_choice_once(desk: Home, laptop: Home) -> None:
    desk.load(0, 62.5)
    laptop.load(0, 65.0)
    desk.prescribe(0, 5)
    laptop.prescribe(0, 10)
    whole = [each.what for each in desk.take(laptop.hand_over(), Side.HERE)]
    assert whole == ["Bench press, set 1 on 3 Nov 2026", "Machine chest press, planned in week 1"]
    assert desk.loads()[0] == 62.5
    assert laptop.take(desk.hand_over()) == []
    assert laptop.loads()[0] == 62.5
    laptop.load(0, 70.0)
    assert desk.take(laptop.hand_over()) == []
    assert desk.loads()[0] == 70.0


def test_what_this_computer_had_itself_is_no_change(desk: Home, laptop: Home) -> None:
    own = desk.path.with_suffix(".planner").rename(desk.path.with_name("own.planner"))
    laptop.load(0, 62.5)
    desk.take(laptop.hand_over())
    desk.load(1, 105.0)
    desk.prescribe(0, 9)
    assert desk.take(own) == []
    assert desk.loads() == [62.5, 105.0]


def test_a_change_that_was_not_handed_over_yet_is_not_forgotten(desk: Home, laptop: Home) -> None:
    laptop.load(0, 65.0)
    laptop.take(desk.hand_over())  # the desk does not know of 65 yet
    desk.load(0, 62.5)
    assert len(laptop.take(desk.hand_over())) == 1
    assert laptop.loads()[0] == 62.5


def test_whoever_only_takes_in_is_never_asked(desk: Home, laptop: Home, tmp_path: Path) -> None:
    tablet = Home(tmp_path / "tablet.db")
    tablet.take(desk.hand_over())
    for kg in (62.5, 65.0):
        laptop.load(0, kg)
        assert desk.take(laptop.hand_over()) == []
        assert tablet.take(desk.hand_over()) == []
    with desk.used():
        clients.add_lifter(Lifter(name="Bob"))
    tablet.take(desk.hand_over())
    with desk.used():
        trash.put_lifter(next(each.id or 0 for each in clients.lifters() if each.name == "Bob"))
        fuel.change(anna(), replace(fuel.goals(anna()), drinks_l=3.0))
    assert tablet.take(desk.path) == []
    assert tablet.loads()[0] == 65.0


def test_what_came_from_a_third_computer_is_not_taken_for_known(
    desk: Home, laptop: Home, tmp_path: Path
) -> None:
    tablet = Home(tmp_path / "tablet.db")
    tablet.take(desk.hand_over())
    tablet.load(0, 61.0)
    desk.take(laptop.hand_over())
    laptop.load(0, 65.0)
    desk.take(tablet.hand_over())
    assert len(desk.take(laptop.hand_over())) == 1


def test_a_session_that_only_the_other_computer_deleted_is_no_choice(
    desk: Home, laptop: Home
) -> None:
    with laptop.used():
        log.delete_logged_exercise(log.sessions(anna())[0].exercises[1].id or 0)
    assert desk.take(laptop.hand_over()) == []
    assert desk.loads() == [60.0]


def test_of_a_plan_alone_nothing_is_known_of_the_log(desk: Home, laptop: Home) -> None:
    laptop.load(0, 61.0)
    desk.take(laptop.hand_over())
    desk.load(0, 62.5)
    desk.prescribe(0, 5)
    laptop.take(desk.hand_over(plan_only=True))
    laptop.load(0, 65.0)
    laptop.prescribe(0, 6)
    assert [each.what for each in desk.take(laptop.hand_over())] == [
        "Bench press, set 1 on 3 Nov 2026"
    ]


def test_of_what_is_handed_over_in_part_nothing_is_known(desk: Home, laptop: Home) -> None:
    with desk.used():
        clients.save_check_in(anna(), CheckIn(DAY, sleep=3))
    laptop.take(desk.hand_over())
    with laptop.used():
        clients.save_check_in(anna(), CheckIn(DAY, sleep=4))
    assert len(desk.take(laptop.hand_over())) == 1


@pytest.mark.parametrize("mark", ["", "[]", "{", '{"taken": {"x": {"y": [1]}}}', '{"came": [3]}'])
def test_marks_that_nobody_can_read_are_none(desk: Home, laptop: Home, mark: str) -> None:
    with laptop.used():
        clients.change_setting(SETTING, mark)
    desk.load(0, 62.5)
    laptop.load(0, 65.0)
    assert len(desk.take(laptop.path)) == 1


def test_many_merges_are_remembered_in_short(desk: Home, laptop: Home) -> None:
    for kg in range(25):
        laptop.load(0, 50.0 + kg)
        assert desk.take(laptop.path) == []
    with desk.used():
        assert len(clients.setting(SETTING)) < 2000
