"""The commands between computers: hand a lifter over, merge what came back."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import favourites, files, lifter_lock
from planner.engine.terms import CheckIn, Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log

DAY = date(2026, 11, 3)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def handed(run: Run, database: Path, tmp_path: Path) -> Path:
    """Log a session of Anna, hand her over, and close the database."""
    anna = clients.add_lifter(Lifter(name="Anna"))
    sets = (LoggedSet(100.0, 5, load=100.0),)
    log.add_session(anna, Session(DAY, (LoggedExercise("back-squat", sets),)))
    clients.save_check_in(anna, CheckIn(DAY, mood=2))
    files.close_file()
    return tmp_path / "anna.planner"


def test_a_lifter_is_handed_over_and_merged_elsewhere(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    code, said, _ = run("handover", "--db", database, "--lifter", "Anna", "--out", handed)
    assert code == 0
    assert said.startswith("Anna: 1 session and 1 set; answers to the health questions")
    assert "--private takes them along" in said
    client = tmp_path / "client.db"
    code, said, _ = run("merge", "--db", client, handed, "--dry-run")
    assert said == "Anna (new here): 1 session new, 1 set new, 1 check-in new\n"
    run("merge", "--db", client, handed)
    code, said, _ = run("merge", "--db", client, handed)
    assert said == "anna.planner: Everything in it is here already.\n"


def test_what_both_have_is_said_with_both_versions(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    run("handover", "--db", database, "--lifter", "Anna", "--out", handed, "--private")
    laptop = database.with_name("laptop.db")
    shutil.copyfile(database, laptop)
    files.open_quickly(laptop)
    [session] = [each for made in clients.lifters() for each in log.sessions(made.id or 0)]
    log.update_set(replace(session.exercises[0].sets[0], load=102.5, load_kg=102.5))
    files.close_file()
    _, said, _ = run("merge", "--db", laptop, handed, "--dry-run")
    assert said.splitlines()[1:] == [
        "  Anna, Back squat, set 1 on 3 Nov 2026: 102.5 kg × 5 here, 100 kg × 5 there; "
        "here is later"
    ]
    _, said, _ = run("merge", "--db", laptop, handed, "--json")
    facts = json.loads(said)
    assert (facts["lifters"], facts["remarks"]) == ([], [])
    assert facts["differences"][0]["later"] == "here"
    _, said, _ = run("merge", "--db", laptop, handed)
    assert said == "anna.planner: Everything in it is here already.\n"


def test_who_was_made_on_both_computers_is_told_to_be_taken_for_one(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    other = tmp_path / "laptop.db"
    files.open_file(other)
    anna = clients.add_lifter(Lifter(name="Anna"))
    sets = (LoggedSet(100.0, 5, load=100.0),)
    log.add_session(anna, Session(DAY, (LoggedExercise("back-squat", sets),)))
    clients.add_lifter(Lifter(name="Bo"))
    files.open_quickly(database)
    clients.add_lifter(Lifter(name="Bo"))
    files.close_file()
    _, said, _ = run("merge", "--db", database, other)
    assert sorted(said.splitlines()) == [
        "Anna is here and in the file, made on each: 1 of 1 session the same, so taken for one "
        "person",
        "Bo (new here): nothing planned or logged yet; somebody else here is called so, too",
        "Bo is here and in the file, made on each: 0 of 0 sessions the same, so not taken for one "
        "person",
    ]


def test_a_file_that_is_no_database_is_refused(run: Run, database: Path, tmp_path: Path) -> None:
    files.close_file()
    path = tmp_path / "strong.csv"
    path.write_text("Date,Workout Name\n")
    code, _, problem = run("merge", "--db", database, path)
    assert code == 1
    assert "not a training database" in problem
    code, _, problem = run("merge", "--db", database, database)
    assert (code, "is open" in problem) == (1, True)


def test_stars_and_exercises_that_come_are_counted_apart(
    run: Run, database: Path, tmp_path: Path
) -> None:
    other = tmp_path / "laptop.db"
    files.open_file(other)
    favourites.toggle("back-squat")
    files.close_file()
    _, said, _ = run("merge", "--db", database, other)
    assert said == "Library and settings: 1 setting new\n"


def test_a_folder_is_no_place_for_a_handover_file(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    code, _, err = run("handover", "--db", database, "--lifter", "Anna", "--out", tmp_path)
    assert code == 1
    assert err == f"{tmp_path} is a folder. Name the file in it, like Anna.planner.\n"


def test_a_file_that_came_cut_off_is_to_be_asked_for_again(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    run("handover", "--db", database, "--lifter", "Anna", "--out", handed)
    handed.write_bytes(handed.read_bytes()[:20_000])
    code, _, err = run("merge", "--db", tmp_path / "client.db", handed)
    assert code == 1
    assert err == (
        "anna.planner is damaged: it may have been cut off on its way. Ask for it again, or copy "
        "it again from the other computer.\n"
    )


def test_all_lifters_who_are_not_locked_are_handed_over_in_one_file(
    handed: Path, run: Run, database: Path, tmp_path: Path
) -> None:
    files.open_quickly(database)
    bo = clients.add_lifter(Lifter(name="Bo"))
    lifter_lock.store_lock(clients.lifter(bo), "4711", 0)
    clients.add_lifter(Lifter(name="Cy"))
    files.close_file()
    lifter_lock.close_others([])
    code, said, _ = run("handover", "--db", database, "--all", "--out", handed)
    assert (code, said.splitlines()[-1]) == (0, "Left out, since locked: Bo.")
    _, said, _ = run("merge", "--db", tmp_path / "client.db", handed)
    assert [line.split(" (new")[0] for line in said.splitlines()] == ["Anna", "Cy"]


def test_where_there_is_nobody_nothing_is_handed_over(
    run: Run, database: Path, tmp_path: Path
) -> None:
    files.close_file()
    out = tmp_path / "all.planner"
    code, _, problem = run("handover", "--db", database, "--all", "--out", out)
    assert (code, "There is no lifter yet" in problem, out.exists()) == (1, True, False)
