"""Our own JSON, brought in under a name: whole for who is not here yet, a log for who is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from planner.coach import files
from planner.engine.terms import (
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
from planner.storage import clients, log, plan

Run = Callable[..., tuple[int, str, str]]
DAY = date(2026, 11, 2)


@pytest.fixture
def everything(run: Run, stocked: Path, tmp_path: Path) -> Path:
    """Return a file that holds two lifters, each with a plan and a session."""
    files.open_file(stocked)
    for name in ("Sam", "Ada"):
        lifter_id = clients.add_lifter(Lifter(name=name))
        planned = PlannedExercise("back-squat", (PlannedSet(5, 5, load_kg=100.0),))
        week = Microcycle(1, DAY, sessions=(PlannedSession("Legs", 0, (planned,)),))
        plan.add_mesocycle(lifter_id, Mesocycle("Block of " + name, DAY, (week,)))
        done = LoggedExercise("back-squat", (LoggedSet(100.0, 5),))
        log.add_session(lifter_id, Session(DAY, (done,)))
    files.close_file()
    run("export", "--format", "json", "--out", tmp_path / "all.json")
    run("export", "--format", "json", "--lifter", "Sam", "--out", tmp_path / "sam.json")
    return tmp_path / "all.json"


def held(run: Run, home: Path) -> dict[str, list[str]]:
    """Return the names of the blocks of each lifter in a database."""
    run("--db", home, "export", "--format", "json", "--out", home.with_suffix(".json"))
    made = json.loads(home.with_suffix(".json").read_text("utf-8"))
    return {
        each["lifter"]["name"]: [block["name"] for block in each.get("mesocycles", ())]
        for each in made["lifters"]
    }


def test_one_of_several_comes_whole_with_the_plan(
    run: Run, everything: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home.db"
    code, out, _ = run("--db", home, "import", everything, "--lifter", "sam")
    assert (code, out) == (0, "Sam: taken in with 1 session, plans and check-ins\n")
    assert held(run, home) == {"Sam": ["Block of Sam"]}


def test_the_only_one_comes_whole_under_another_name(
    run: Run, everything: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home.db"
    run("--db", home, "import", tmp_path / "sam.json", "--lifter", "Samuel")
    assert held(run, home) == {"Samuel": ["Block of Sam"]}


def test_a_name_that_is_nobodys_in_it_is_refused(
    run: Run, everything: Path, tmp_path: Path
) -> None:
    code, _, err = run("--db", tmp_path / "home.db", "import", everything, "--lifter", "Bob")
    assert code == 1
    assert "holds 2 lifters" in err


def test_for_somebody_who_is_here_the_log_comes_in(
    run: Run, everything: Path, strong: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home.db"
    run("--db", home, "import", strong, "--lifter", "Sam", "--unit", "kg")
    code, out, _ = run("--db", home, "import", tmp_path / "sam.json", "--lifter", "Sam")
    assert (code, "1 new set" in out) == (0, True)
    assert held(run, home) == {"Sam": []}


def test_of_several_where_one_is_here_it_is_told_who_is_new(
    run: Run, everything: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home.db"
    run("--db", home, "import", tmp_path / "sam.json")
    code, _, told = run("--db", home, "import", everything)
    assert code == 1
    assert "New in it: Ada." in told
