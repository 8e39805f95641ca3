"""Our own spreadsheet gives back exactly what went in, and none of its cells is a formula."""

import tempfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.terms import CheckIn, Muscle, Stopped, Unit
from planner.formats.detection import read
from planner.formats.log_sheets import ORDER, LogBook, write
from planner.formats.spreadsheet import sheet_names
from tests.formats.any_sessions import sessions, text
from tests.formats.workbooks import DAY, ME, SQUAT, book, parts, sheet


def rows(data: bytes) -> list[dict[str, object]]:
    """Return the rows of the log by the names of its columns."""
    titles, *found = sheet(data, "Log")
    return [dict(zip(titles, row, strict=True)) for row in found]


@given(st.lists(sessions(text("\0\ufffe\uffff")), min_size=1, max_size=4).map(tuple))
@settings(max_examples=25, deadline=None)
def test_what_is_exported_comes_back_identical(made):
    assert read(write(book(*made)), "log.xlsx").sessions == made


def test_nothing_of_it_is_written_to_any_file_meanwhile(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")
    assert len(rows(write(book(DAY)))) == 3


def test_a_set_is_a_row_with_real_days_and_numbers():
    first, second, _ = rows(write(book(DAY)))
    assert first["date"] == date(2026, 10, 3)
    assert first["started_at"] == datetime(2026, 10, 3, 23, 50)
    assert (second["load"], second["unit"], second["reps"]) == (225.0, "lb", 5.0)
    assert second["load_kg"] == 102.05828325000001
    assert first["exercise_name"] == "Back squat"


def test_no_cell_is_a_formula_and_text_stands_as_it_was_typed():
    data = write(book(DAY))
    assert rows(data)[0]["session"] == "=HYPERLINK(1)"
    assert rows(data)[0]["note"] == "=1+1"
    assert rows(data)[2]["exercise_name"] == "+1 Curl"
    assert not [name for name, content in parts(data).items() if b"<f>" in content]
    assert b"quotePrefix" in parts(data)["xl/styles.xml"]


def test_the_first_row_stays_in_sight_and_what_only_the_program_needs_is_folded():
    log = parts(write(book(DAY)))["xl/worksheets/sheet1.xml"].decode()
    assert 'state="frozen"' in log
    assert log.count('outlineLevel="1"') > 0
    assert ORDER.index("reps") < ORDER.index("set_uid")


def test_bodyweights_check_ins_exercises_and_what_it_is_stand_beside_the_log():
    data = write(
        LogBook(
            ME,
            (DAY,),
            (replace(SQUAT, muscles=((Muscle.QUADS, 1.0), (Muscle.GLUTES, 0.5))),),
            ((date(2026, 10, 1), 80.0),),
            (CheckIn(date(2026, 10, 3), sleep=4, sore_areas=(("knee", 2),), note="+fine"),),
            datetime(2026, 10, 3, 10, 30),
            "mood stayed out",
        )
    )
    assert sheet(data, "Bodyweight")[1] == [
        date(2026, 10, 1),
        80.0,
        pytest.approx(176.37, abs=0.01),
    ]
    assert sheet(data, "Check-ins")[1][:2] == [date(2026, 10, 3), 4.0]
    assert sheet(data, "Check-ins")[1][4] == "knee 2"
    assert sheet(data, "Exercises")[1][-2:] == ["quads 1, glutes 0.5", "no"]
    about = sheet(data, "About")
    assert about[0] == ["Training log", "Åsa"]
    assert ["schema", 1.0] in about
    assert ["written", datetime(2026, 10, 3, 10, 30)] in about
    assert ["not in it", "mood stayed out"] in about


def test_kilograms_have_no_column_of_pounds_beside_them():
    data = write(LogBook(replace(ME, unit=Unit.KG), (DAY,), (), ((date(2026, 10, 1), 80.0),)))
    assert sheet(data, "Bodyweight") == [["date", "kg"], [date(2026, 10, 1), 80.0]]


def test_a_text_too_long_for_a_cell_ends_in_dots():
    long = replace(DAY, note="é😀" * 20_000)
    (back,) = read(write(book(long)), "log.xlsx").sessions
    assert len(back.note.encode("utf-16-le")) // 2 <= 32_767
    assert back.note.endswith("…")
    assert long.note.startswith(back.note[:-1])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch):
    monkeypatch.setattr("planner.formats.spreadsheet.MOST_ROWS", 3)
    with pytest.raises(ValueError, match="3 rows at most; 'Log'"):
        write(book(DAY))


def test_writing_tells_how_far_it_is_and_stops_when_told_to(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told = []
    write(book(*[DAY] * 400), lambda done, total: told.append((done, total)))
    assert (0, 1200) in told
    assert (1000, 1200) in told

    def stop(done, _total):
        if done:
            raise Stopped

    with pytest.raises(Stopped):
        write(book(*[DAY] * 400), stop)
    assert not list(tmp_path.iterdir())


def test_names_of_sheets_are_such_as_spreadsheets_take():
    made = sheet_names(["Week 1", "week 1", "a/b:c", "", "x" * 40, "X" * 40, "'quoted'"])
    assert made == ["Week 1", "week 1 2", "a b c", "Sheet", "x" * 31, "X" * 29 + " 2", "quoted"]
