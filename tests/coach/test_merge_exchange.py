"""Computers that found out that a lifter is one person: all agree, whichever merges first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from planner.coach import files, handing_over, merging, steps
from planner.coach.merging import MergePreview
from planner.coach.parts import at_once
from planner.storage import clients, log, rows
from planner.storage.undo import Step
from tests.coach.test_merge_twins import EXPORT, bring, session
from tests.storage.merging.computers import Dump, content


@pytest.fixture
def home(database: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return a function that makes a computer, where Sam is brought in, and sits down at it."""

    def make(name: str) -> Path:
        files.open_file(tmp_path / f"{name}.db")
        bring(EXPORT)
        return tmp_path / f"{name}.db"

    return make


def copied(path: Path, name: str) -> Path:
    """Carry a file to one more computer."""
    files.close_file()
    copy = path.with_name(f"{name}.db")
    with closing(sqlite3.connect(path)) as one, closing(sqlite3.connect(copy)) as other:
        one.backup(other)
    return copy


def look(path: Path) -> MergePreview:
    other = merging.fetch(path)
    try:
        return at_once(merging.look(other))
    finally:
        other.close()


def merge(at: Path, path: Path) -> Step:
    """Sit down at a computer and merge a file there."""
    files.open_quickly(at)
    other = merging.fetch(path)
    try:
        return at_once(merging.apply(at_once(merging.look(other)), {})).step
    finally:
        other.close()


def delete(at: Path, number: int = 0) -> None:
    files.open_quickly(at)
    rows.remove("session", log.sessions(sam())[number].id or 0)


def sam() -> int:
    [lifter] = clients.lifters()
    return lifter.id or 0


def sessions(at: Path) -> int:
    files.open_quickly(at)
    return len(log.sessions(sam()))


def everything(at: Path) -> Dump:
    files.open_quickly(at)
    return content()


def test_two_that_take_in_the_copy_of_each_other_know_one_sam(home: Callable[[str], Path]) -> None:
    desk, laptop = home("desk"), home("laptop")
    of_desk, of_laptop = copied(desk, "of desk"), copied(laptop, "of laptop")
    merge(desk, of_laptop)
    merge(laptop, of_desk)
    assert look(desk).namesakes == ()
    assert everything(desk) == everything(laptop)
    delete(desk)
    merge(laptop, desk)
    assert sessions(laptop) == len(EXPORT) - 1
    merge(desk, laptop)
    assert sessions(desk) == len(EXPORT) - 1


@pytest.mark.parametrize("first", ["desk", "laptop"])
def test_what_a_third_computer_deletes_goes_from_all(
    home: Callable[[str], Path], first: str
) -> None:
    both = {name: home(name) for name in ("desk", "laptop")}
    joins, other = both[first], both[{"desk": "laptop", "laptop": "desk"}[first]]
    phones = [copied(path, f"phone {number}") for number, path in enumerate(both.values())]
    merge(joins, other)
    for number, phone in enumerate(phones):
        delete(phone, number)
        merge(joins, phone)
        assert sessions(joins) == len(EXPORT) - number - 1


def test_a_computer_that_has_not_joined_yet_is_understood(home: Callable[[str], Path]) -> None:
    desk, laptop = home("desk"), home("laptop")
    merge(desk, laptop)
    delete(laptop)
    log.add_session(sam(), session(9))
    files.open_quickly(desk)
    assert look(laptop).namesakes == ()
    merge(desk, laptop)
    assert sessions(desk) == len(EXPORT)
    merge(laptop, desk)
    assert everything(laptop) == everything(desk)
    before = everything(desk)
    merge(desk, laptop)
    assert everything(desk) == before


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 1, 0)])
def test_three_computers_end_with_one_sam_in_any_order(
    home: Callable[[str], Path], order: tuple[int, ...]
) -> None:
    homes = [home(f"home {number}") for number in range(3)]
    a, b, c = (homes[number] for number in order)
    for at, path in ((a, b), (b, c), (c, a), (a, b), (b, c), (a, c)):
        merge(at, path)
    assert everything(a) == everything(b) == everything(c)
    delete(c)
    merge(a, c)
    merge(b, a)
    assert sessions(b) == len(EXPORT) - 1


def test_a_handover_says_who_is_one_person(home: Callable[[str], Path], tmp_path: Path) -> None:
    desk, laptop = home("desk"), home("laptop")
    merge(desk, laptop)
    delete(desk)
    path = tmp_path / "sam.planner"
    at_once(handing_over.write([sam()], path))
    merge(laptop, path)
    assert sessions(laptop) == len(EXPORT) - 1


def keep_apart(at: Path, path: Path) -> None:
    """Merge a file and say that the Sam in it is somebody else."""
    files.open_quickly(at)
    other = merging.fetch(path)
    [found] = at_once(merging.look(other)).namesakes
    at_once(merging.apply(at_once(merging.look(other, one_person={found.uid: False})), {}))
    other.close()


def test_whom_one_computer_keeps_apart_stays_two(home: Callable[[str], Path]) -> None:
    desk, laptop = home("desk"), home("laptop")
    of_desk = copied(desk, "of desk")
    merge(desk, laptop)
    keep_apart(laptop, of_desk)
    for at, path in ((desk, laptop), (laptop, desk), (desk, laptop)):
        merge(at, path)
        assert [len(log.sessions(each.id or 0)) for each in clients.lifters()] == [4, 4]
    [first, second] = clients.lifters()
    rows.remove("lifter", second.id or 0)
    merge(laptop, desk)
    assert [each.uid for each in clients.lifters()] == [first.uid]


@pytest.mark.parametrize("which", [0, 1])
def test_a_sam_too_many_that_was_deleted_elsewhere_takes_nobody_away(
    home: Callable[[str], Path], which: int
) -> None:
    desk, laptop = home("desk"), home("laptop")
    of_desk = copied(desk, "of desk")
    merge(desk, laptop)
    keep_apart(laptop, of_desk)
    rows.remove("lifter", clients.lifters()[which].id or 0)
    for at, path in ((desk, laptop), (laptop, desk), (desk, laptop)):
        merge(at, path)
        assert sessions(at) == len(EXPORT)


def test_undoing_it_forgets_it(home: Callable[[str], Path]) -> None:
    desk, laptop = home("desk"), home("laptop")
    before = everything(desk)
    again = steps.revert(merge(desk, laptop))
    assert content() == before
    assert [each.is_one for each in look(laptop).namesakes] == [True]
    steps.revert(again)
    assert look(laptop).namesakes == ()
