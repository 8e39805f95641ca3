"""A lifter who was made on two computers, from the same export: one person, nothing twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from planner.coach import favourites, files, fuel, merging, steps
from planner.coach.merging import Merged, MergePreview
from planner.coach.parts import at_once
from planner.engine.terms import (
    Absence,
    CheckIn,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Restriction,
    Session,
)
from planner.storage import clients, health, imports, log, rows
from tests.content import content

DAY = date(2026, 11, 3)
SAM = Lifter(name="Sam")


def session(number: int, kg: float = 100.0) -> Session:
    sets = (LoggedSet(kg, 5, load=kg), LoggedSet(kg, 4, load=kg))
    slots = (LoggedExercise("back-squat", sets), LoggedExercise("bench-press", sets[:1]))
    on = DAY - timedelta(days=number)
    return Session(on, slots, name="A", started_at=datetime(on.year, on.month, on.day, 18))


EXPORT = [session(number) for number in range(4)]


def bring(made: list[Session], lifter: Lifter = SAM) -> int:
    """Bring in a log as an import does, by uids of its own."""
    key = clients.add_lifter(lifter)
    log.add_sessions(key, made, imports.add_import(key, "strong.csv", "Strong", DAY, "a"))
    return key


@pytest.fixture
def sam(database: Path) -> int:
    return bring(EXPORT)


@pytest.fixture
def laptop(sam: int, database: Path, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that brings a log in on a laptop, and what else is done there."""

    def make(made: list[Session] = EXPORT, act: Callable[[int], object] = int) -> Path:
        path = tmp_path / "laptop.db"
        files.open_file(path)
        act(bring(made))
        files.open_quickly(database)
        return path

    return make


def look(path: Path, **one_person: bool) -> MergePreview:
    return at_once(merging.look(merging.fetch(path), one_person=one_person))


def merge(path: Path) -> Merged:
    return at_once(merging.apply(look(path), {}))


def test_the_same_log_under_the_same_name_is_one_person_and_nothing_comes_twice(
    laptop: Callable[..., Path], sam: int
) -> None:
    path = laptop([*EXPORT, session(9)])
    preview = look(path)
    [found] = preview.namesakes
    assert (found.name, found.same, found.of, found.is_one) == ("Sam", 4, 4, True)
    assert preview.differences == ()
    [changes] = preview.lifters
    assert [(each.what, each.new) for each in changes.counts] == [("session", 1), ("set", 3)]
    merge(path)
    assert len(clients.lifters()) == 1
    assert [each.on for each in log.sessions(sam)] == [
        DAY - timedelta(days=number) for number in (9, 3, 2, 1, 0)
    ]


def test_one_undo_parts_them_again(laptop: Callable[..., Path]) -> None:
    path = laptop([*EXPORT, session(9)])
    before, gone = content(), rows.fetch("SELECT * FROM gone")
    step = merge(path).step
    after = content()
    again = steps.revert(step)
    assert (content(), rows.fetch("SELECT * FROM gone")) == (before, gone)
    steps.revert(again)
    assert content() == after


def test_after_that_the_laptop_knows_them_and_asks_nothing(
    laptop: Callable[..., Path], database: Path, sam: int
) -> None:
    path = laptop([*EXPORT, session(9)])
    log.add_session(sam, session(12))
    merge(path)
    files.open_quickly(path)
    preview = look(database)
    assert (preview.namesakes, preview.differences) == ((), ())
    merge(database)
    assert len(log.sessions(clients.lifters()[0].id or 0)) == 6
    rows.remove("session", log.sessions(clients.lifters()[0].id or 0)[0].id or 0)
    files.open_quickly(database)
    merge(path)  # also knows now what is deleted there
    assert len(log.sessions(sam)) == 5


def test_a_set_that_was_corrected_is_a_choice(laptop: Callable[..., Path], sam: int) -> None:
    entry = log.sessions(sam)[0].exercises[0].sets[0]
    path = laptop()
    log.update_set(replace(entry, load=102.5, load_kg=102.5))
    [found] = look(path).differences
    assert (found.here, found.there) == ("102.5 kg × 5", "100 kg × 5")
    slot = log.sessions(sam)[0].exercises[0].id or 0
    log.add_set(slot, LoggedSet(60.0, 12))
    merge(path)
    assert len(log.sessions(sam)) == len(EXPORT)


def loads(*kg: float) -> Session:
    """Return the first session with other sets of its first exercise."""
    sets = tuple(LoggedSet(each, 5, load=each) for each in kg)
    squat, bench = EXPORT[0].exercises
    return replace(EXPORT[0], exercises=(replace(squat, sets=sets), bench))


@pytest.mark.parametrize(
    ("here", "there", "both"),
    [
        ((100, 105, 110, 115), (105, 110, 115), (100, 105, 110, 115)),
        ((105, 110, 115), (100, 105, 110, 115), (105, 110, 115, 100)),
        ((100, 105, 110), (102.5, 105, 110), (102.5, 105, 110)),
        ((100, 100, 100), (100, 100), (100, 100, 100)),
    ],
)
def test_a_set_that_one_computer_has_more_shifts_no_other(
    database: Path, laptop: Callable[..., Path], here: tuple[float, ...],
    there: tuple[float, ...], both: tuple[float, ...],
) -> None:  # fmt: skip
    key = bring([loads(*here), *EXPORT[1:]], replace(SAM, name="Kim"))
    path = laptop(act=lambda _: bring([loads(*there), *EXPORT[1:]], replace(SAM, name="Kim")))
    merge(path)
    [made] = [each for each in log.sessions(key) if each.on == DAY]
    assert sorted(entry.load or 0 for entry in made.exercises[0].sets) == sorted(both)


def test_limits_of_two_exercises_set_by_one_person_on_one_day_stay_two(
    laptop: Callable[..., Path], sam: int
) -> None:
    no_squat, no_bench = (
        Restriction(since=DAY, set_by="Dr A", exercise=slug)
        for slug in ("back-squat", "bench-press")
    )
    health.add_restriction(sam, no_squat)
    merge(laptop(act=lambda key: health.add_restriction(key, no_bench)))
    assert {each.exercise for each in health.restrictions(sam)} == {"back-squat", "bench-press"}


def test_one_limit_that_both_have_is_one(laptop: Callable[..., Path], sam: int) -> None:
    no_squat = Restriction(since=DAY, set_by="Dr A", exercise="back-squat")
    health.add_restriction(sam, no_squat)
    merge(laptop(act=lambda key: health.add_restriction(key, no_squat)))
    assert [each.exercise for each in health.restrictions(sam)] == ["back-squat"]


def test_an_exercise_that_only_the_laptop_has_in_a_session_comes_with_it(
    laptop: Callable[..., Path], sam: int
) -> None:
    longer = replace(EXPORT[0], exercises=(*EXPORT[0].exercises, EXPORT[0].exercises[1]))
    merge(laptop([longer, *EXPORT[1:]]))
    assert [len(made.exercises) for made in log.sessions(sam)] == [2, 2, 2, 3]


def test_two_people_of_a_name_stay_two_unless_it_is_said(laptop: Callable[..., Path]) -> None:
    path = laptop([session(number, 60.0) for number in range(4)])
    preview = look(path)
    [found] = preview.namesakes
    assert (found.same, found.is_one) == (0, False)
    assert [made.namesake for made in preview.lifters] == [True]
    assert not look(path, **{found.uid: True}).lifters[0].is_new
    merge(path)
    assert len(clients.lifters()) == 2


def test_who_is_taken_for_one_person_can_be_parted_before_merging(
    laptop: Callable[..., Path],
) -> None:
    other = merging.fetch(laptop())
    [found] = at_once(merging.look(other)).namesakes
    [apart] = at_once(merging.look(other, one_person={found.uid: False})).namesakes
    assert not apart.is_one
    preview = at_once(merging.look(other))
    assert preview.namesakes[0].is_one
    assert not preview.is_empty()  # from then on both computers know them by one name


def test_settings_days_and_absences_are_of_the_one_person(
    laptop: Callable[..., Path], sam: int
) -> None:
    away = Absence(DAY, DAY)

    def answer(key: int) -> None:
        clients.save_check_in(key, CheckIn(DAY, sleep=3))
        clients.add_absence(key, away)
        fuel.change(key, replace(fuel.goals(key), drinks_l=2.0))

    path = laptop(EXPORT, answer)
    clients.add_absence(sam, away)
    merge(path)
    assert len(clients.absences(sam)) == 1
    assert clients.check_ins(sam, DAY, DAY)[0].sleep == 3
    assert fuel.goals(sam).drinks_l == 2.0
    assert look(path).namesakes == ()


def test_of_two_of_a_name_here_the_one_with_the_same_log_is_meant(
    laptop: Callable[..., Path], sam: int
) -> None:
    bring([session(1, 60.0)], replace(SAM, name="sam "))
    favourites.toggle("back-squat")
    [found] = look(laptop([*EXPORT, session(9)])).namesakes
    assert (found.same, found.is_one) == (4, True)
