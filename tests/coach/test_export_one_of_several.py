"""Who exports what is of one client exports nothing of another one, in any kind of file."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from planner.coach import export_files, exporting, own_exercises, studio
from planner.coach.export_files import Export, Kind
from planner.coach.parts import at_once
from planner.engine.terms import (
    Exercise,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Session,
)
from planner.storage import clients, library, log
from tests.coach.secret_clients import client

NOW = datetime(2026, 11, 5, 10, 30)
DAY = date(2026, 11, 2)


def content(kind: Kind, lifter: int, private: bool) -> str:
    """Return all that is in the file of a client, unpacked."""
    wanted = Export(kind, (lifter,), NOW, private, time(18, 30))
    data = at_once(export_files.reading(wanted)).content(None)
    if kind.suffix != ".xlsx":
        return data.decode().replace("\r\n ", "")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(name + packed.read(name).decode() for name in packed.namelist())


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize("kind", Kind)
def test_the_file_of_a_client_holds_nothing_of_another(database, kind, private):
    studio.change(studio.Studio(footer="for Berthold"))
    anna, berta = client("Anna", "quokka"), client("Berthold", "wombat")
    made = content(kind, anna, private)
    assert "quokka" in made
    other = clients.lifter(berta)
    uids = [each.uid for each in log.sessions(berta)] + [other.uid]
    found = [word for word in ("wombat", "Berthold", *uids) if word in made]
    assert not found


def test_everything_of_all_holds_both(database):
    ids = (client("Anna", "quokka"), client("Berthold", "wombat"))
    wanted = Export(Kind.EVERYTHING, ids, NOW, everything=True)
    made = at_once(export_files.reading(wanted))
    text = made.content(None).decode()
    assert "Program quokka" in text
    assert "alias wombat" in text
    assert made.said.startswith("Everything of Anna, Berthold (2 sessions, 4 sets, 2 plans")
    assert "mood" in made.left_out


def test_own_exercises_that_others_are_made_of_come_along(database):
    base = own_exercises.save(own_exercises.copied(library.exercise("bench-press")))
    other = library.exercise("back-squat")
    mine = Exercise("own-line", "Line", custom=True, parent=base, activations=(base, other.slug))
    library.save_exercise(mine)
    library.save_exercise(replace(library.exercise(base), activations=("own-line",)))
    lifter = clients.add_lifter(Lifter(name="Anna"))
    slot = LoggedExercise("own-line", (LoggedSet(1.0, 5),))
    log.add_session(lifter, Session(DAY, (slot,)))
    made = exporting.document(lifter)
    assert {base, "own-line", "back-squat"} <= {each.slug for each in made.exercises}


@pytest.mark.parametrize(
    ("kind", "names", "name"),
    [
        (Kind.EVERYTHING, ["Ada", "Bo"], "planner-2026-11-05_1030.json"),
        (Kind.TABLE, ["Ada"], "planner-Ada-2026-11-05_1030.csv"),
        (Kind.PLAN, ["Ada"], "planner-Ada-plan-2026-11-05_1030.xlsx"),
        (Kind.SPREADSHEET, ["../A:b\n c. "], "planner-A b c-2026-11-05_1030.xlsx"),
        (Kind.CALENDAR, ["é" * 80], f"planner-{'é' * 60}-2026-11-05_1030.ics"),
        (Kind.CALENDAR, ["???"], "planner-2026-11-05_1030.ics"),
    ],
)
def test_a_files_name_says_whose_and_when(kind, names, name):
    assert export_files.file_name(kind, names, NOW) == name


def test_it_is_said_what_was_written_and_what_stayed(database, tmp_path):
    anna = client("Anna", "quokka")

    def said(kind: Kind, private: bool = False) -> tuple[str, str]:
        made = at_once(export_files.reading(Export(kind, (anna,), NOW, private)))
        export_files.write(made, tmp_path / "out")
        assert (tmp_path / "out").stat().st_size
        return made.said, made.left_out

    assert said(Kind.TABLE) == ("2 sets of Anna", "")
    assert said(Kind.SPREADSHEET) == ("2 sets of Anna", "mood stayed out")
    assert said(Kind.SPREADSHEET, private=True) == ("2 sets of Anna", "")
    assert said(Kind.PLAN) == ("1 planned session of Anna", "")
    assert said(Kind.CALENDAR) == ("1 planned session of Anna", "")
    assert export_files.private_kept(Kind.SPREADSHEET, [anna])
    assert not export_files.private_kept(Kind.TABLE, [anna])
