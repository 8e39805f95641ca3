"""Long reading in slices: what goes wrong ends one job, and no other."""

from __future__ import annotations

import gc
from time import sleep

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from planner.coach import files
from planner.storage.problems import NotStored
from planner.storage.telling import unheard
from planner.ui.slices import SLICE_S, Slices


@pytest.fixture
def slices(qapp, database):
    return Slices(QObject(qapp))


def number(value):
    yield
    return value


def gone():
    yield
    raise NotStored("the lifter is gone")


def test_a_job_that_fails_says_so_once_and_the_others_are_done(slices, qtbot):
    made = []
    slices.made.connect(lambda key, value: made.append((key, value)))
    with pytest.raises(NotStored):
        slices.begin_at_once({"gone": gone, "seven": lambda: number(7)})
    with qtbot.waitSignal(slices.finished):
        pass
    assert made == [("seven", 7)]


def test_a_job_that_rests_goes_on_where_it_was(slices, qtbot):
    parts, made = [], []
    slices.made.connect(lambda *done: made.append(done))

    def counted():
        for part in range(3):
            parts.append(part)
            if not part:
                slices.rest()
                sleep(1.5 * SLICE_S)  # until the slice is over
            yield
        return len(parts)

    slices.begin({"parts": counted})
    qtbot.waitUntil(lambda: bool(parts))
    qtbot.wait(20)
    assert parts == [0]
    slices.go_on({"others": lambda: number(0)})
    qtbot.waitUntil(lambda: bool(made))
    assert made == [("parts", 3)]


def test_nothing_is_read_while_a_backup_takes_the_place_of_the_file(slices, told, qtbot):
    with files.restoring(files.back_up()) as work:
        slices.begin_at_once({"counts": lambda: number(sum(files.counts().values()))})
        qtbot.wait(20)
        work(unheard)
    assert not told
    qtbot.waitUntil(lambda: bool(told))


def test_with_nothing_resting_going_on_begins(slices, qtbot):
    made = []
    slices.made.connect(lambda *done: made.append(done))
    slices.go_on({"seven": lambda: number(7)})
    qtbot.waitUntil(lambda: made == [("seven", 7)])


def test_what_was_under_way_ends_with_the_window_that_did_it(database, qtbot):
    ended = []

    def work():
        try:
            while True:
                yield
        finally:
            ended.append(True)

    owner = QWidget()
    slices = Slices(owner)
    slices.begin_at_once({1: work})
    ring = [slices]
    ring.append(ring)  # which nothing but the collector of garbage takes apart
    gc.disable()
    try:
        shiboken6.delete(owner)
        assert ended == [True]
    finally:
        gc.enable()


def slow(value):
    yield from ()
    sleep(1.5 * SLICE_S)
    return value


@pytest.fixture
def told(slices):
    """Collect what is told."""
    made = []
    slices.made.connect(lambda _key, value: made.append(value))
    return made


def test_what_a_whole_slice_made_is_told_in_the_next_and_nothing_else_is_done_then(
    slices, told, qtbot
):
    slices.begin({"one": lambda: slow(1), "two": lambda: number(2)})
    slices._slice()
    assert (told, slices.is_busy()) == ([], True)
    slices._slice()
    assert told == [1]
    slices._slice()
    assert told == [1, 2]
    qtbot.waitUntil(lambda: not slices.is_busy())


def test_what_is_begun_at_once_is_told_at_once(slices, told):
    slices.begin_at_once({"one": lambda: slow(1)})
    assert told == [1]


def test_what_is_not_told_rests_and_goes_with_what_is_stopped(slices, told, qtbot):
    slices.begin({"one": lambda: slow(1)})
    slices._slice()
    slices.rest()
    slices.go_on({"two": lambda: number(2)})
    qtbot.waitUntil(lambda: not slices.is_busy())
    assert told == [1]
    slices.begin({"three": lambda: slow(3)})
    slices._slice()
    slices.stop()
    slices._slice()
    assert told == [1]
