"""What was decided at a merge is not asked again, until the other computer changes it again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import files, fuel, merging, steps
from planner.coach.merging import Difference, MergePreview, Side
from planner.coach.parts import at_once
from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import log, rows

DAY = date(2026, 11, 3)
SQUATS = Session(DAY, (LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),)),))


@pytest.fixture
def laptop(database: Path, lifter: int, tmp_path: Path) -> Path:
    """Log a session, and copy the file to a laptop."""
    log.add_session(lifter, SQUATS)
    return files.back_up(tmp_path / "laptop.db")


def look(path: Path) -> MergePreview:
    return at_once(merging.look(merging.fetch(path)))


def load(lifter: int, kg: float) -> None:
    entry = log.sessions(lifter)[0].exercises[0].sets[0]
    log.update_set(replace(entry, load_kg=kg, load=kg))


def change(path: Path, back: Path, act: Callable[[], object]) -> None:
    files.open_quickly(path)
    act()
    files.open_quickly(back)


def decide(path: Path, side: Side) -> Difference:
    preview = look(path)
    [found] = preview.differences
    at_once(merging.apply(preview, {found.key: side}))
    return found


@pytest.mark.parametrize("later", ["here", "there"])
@pytest.mark.parametrize("side", Side)
def test_a_set_is_decided_once(
    laptop: Path, database: Path, lifter: int, later: str, side: Side
) -> None:
    if later == "there":
        load(lifter, 102.5)
    change(laptop, database, lambda: load(lifter, 105.0))
    if later == "here":
        load(lifter, 102.5)
    decide(laptop, side)
    again = look(laptop)
    assert (again.is_empty(), again.differences) == (True, ())
    change(laptop, database, lambda: load(lifter, 107.5))
    assert [made.there for made in look(laptop).differences] == ["107.5 kg × 5"]


def test_what_is_decided_is_asked_again_once_the_merge_is_taken_back(
    laptop: Path, database: Path, lifter: int
) -> None:
    change(laptop, database, lambda: load(lifter, 105.0))
    load(lifter, 102.5)
    merged = at_once(merging.apply(look(laptop), {}))
    assert look(laptop).differences == ()
    steps.revert(merged.step)
    assert len(look(laptop).differences) == 1


def test_what_was_deleted_there_and_is_kept_here_is_decided_once(
    laptop: Path, database: Path, lifter: int
) -> None:
    change(laptop, database, lambda: rows.remove("session", log.sessions(lifter)[0].id or 0))
    load(lifter, 102.5)
    assert decide(laptop, Side.HERE).there == "deleted"
    assert look(laptop).differences == ()


def test_what_is_deleted_here_for_good_is_decided_once(
    laptop: Path, database: Path, lifter: int
) -> None:
    rows.remove("session", log.sessions(lifter)[0].id or 0)
    change(laptop, database, lambda: load(lifter, 102.5))
    assert decide(laptop, Side.HERE).here == "deleted"
    assert look(laptop).differences == ()


def test_a_setting_is_decided_once(laptop: Path, database: Path, lifter: int) -> None:
    def drink(litres: float) -> None:
        fuel.change(lifter, replace(fuel.goals(lifter), drinks_l=litres))

    change(laptop, database, lambda: drink(2.0))
    drink(2.5)
    decide(laptop, Side.HERE)
    assert look(laptop).differences == ()
