"""The command that exports data writes each kind of file, and the spreadsheet comes in again."""

import json
from datetime import date, datetime, timedelta

import pytest

from planner.coach import blocks, clients, files
from planner.engine.terms import (
    Lifter,
    LoggedExercise,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
)
from planner.storage import log, plan

pytestmark = pytest.mark.usefixtures("stocked")


@pytest.fixture
def planned(stocked) -> None:
    """Plan a session for today, of somebody whose last one began at half past six."""
    files.open_file(stocked)
    key = clients.add(Lifter(name="Ada"))
    block = plan.mesocycle(blocks.new_mesocycle(key, "Base", date.today(), 1))
    line = PlannedExercise("back-squat", (PlannedSet(5, 5, 2.0),))
    plan.add_planned_session(block.weeks[0].id, PlannedSession("Lower", 0, (line,)))
    files.close_file()


def test_a_spreadsheet_of_a_log_comes_in_again(run, strong, tmp_path):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    out = tmp_path / "log.xlsx"
    _, said, _ = run("export", "--format", "xlsx", "--out", out)
    assert said == f"24 sets of Ada written to {out}\n"
    _, said, _ = run("import", out, "--lifter", "Ada")
    assert "already" in said
    code, said, _ = run("--db", tmp_path / "other.db", "import", out, "--lifter", "Bo")
    assert code == 0
    assert "24" in said


def test_a_note_that_no_cell_holds_is_said_to_be_cut_in_a_spreadsheet(run, stocked, tmp_path):
    files.open_file(stocked)
    notes = (LoggedExercise("back-squat", (LoggedSet(100.0, 5, note="💪" * 16_384),)),)
    log.add_session(clients.add(Lifter(name="Ada")), Session(date.today(), notes))
    files.close_file()
    out = tmp_path / "log.xlsx"
    _, said, _ = run("export", "--format", "xlsx", "--out", out)
    assert said == (
        f"1 set of Ada written to {out}\n1 note longer than a cell can be, so cut short here "
        "(CSV and JSON hold all of it)\n"
    )
    _, said, _ = run("export", "--format", "csv", "--out", tmp_path / "log.csv")
    assert "cut short" not in said


def test_a_plan_leaves_as_a_spreadsheet_and_as_a_calendar(run, planned, tmp_path):
    _, said, _ = run("export", "--format", "plan-xlsx", "--out", tmp_path / "plan.xlsx")
    assert said == f"1 planned session of Ada written to {tmp_path / 'plan.xlsx'}\n"
    assert (tmp_path / "plan.xlsx").read_bytes().startswith(b"PK")
    run("export", "--format", "ics", "--out", tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_text("utf-8")
    assert f"DTSTART;VALUE=DATE:{date.today():%Y%m%d}" in text


def test_a_calendar_can_begin_sessions_at_the_usual_time(run, planned, stocked, tmp_path):
    from planner.engine.terms import Session
    from planner.storage import log

    files.open_file(stocked)
    key = clients.lifters()[0].id
    at = datetime.combine(date.today() - timedelta(days=2), datetime.min.time()).replace(hour=18)
    log.add_session(key, Session(at.date(), started_at=at))
    files.close_file()
    run("export", "--format", "ics", "--at-usual-time", "--out", tmp_path / "plan.ics")
    text = (tmp_path / "plan.ics").read_text("utf-8")
    assert f"DTSTART:{date.today():%Y%m%d}T180000" in text


def test_who_has_no_plan_is_told(run, strong, tmp_path):
    run("import", strong, "--lifter", "Ada", "--unit", "kg")
    code, _, err = run("export", "--format", "ics", "--out", tmp_path / "plan.ics")
    assert (code, err) == (1, "Ada has no plan to export.\n")
    assert not (tmp_path / "plan.ics").exists()


@pytest.mark.parametrize(
    ("kind", "what"),
    [("xlsx", "A spreadsheet holds the log"), ("ics", "A calendar holds the plan")],
)
def test_a_file_of_one_needs_a_name_among_several(run, planned, strong, tmp_path, kind, what):
    run("import", strong, "--lifter", "Zoë", "--unit", "kg")
    code, _, err = run("export", "--format", kind, "--out", tmp_path / "out")
    assert code == 1
    assert err.startswith(f"{what} of one lifter: say whose with --lifter NAME (Ada, Zoë)")


def test_the_schema_of_the_document_is_printed_without_a_database(run, tmp_path):
    code, out, _ = run("--db", tmp_path / "none.db", "schema")
    assert code == 0
    assert json.loads(out)["title"] == "Workout Planner JSON"
    assert not (tmp_path / "none.db").exists()
