"""A spreadsheet that another program saved, somebody spoilt, or that is none is read or refused."""

import io
import zipfile
from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from xlsxwriter import Workbook

from planner.engine.terms import LoggedExercise, LoggedSet
from planner.formats.detection import read
from planner.formats.log_sheets import ORDER, write
from planner.formats.parsed import FormatProblem
from planner.formats.workbook import text
from tests.formats.workbooks import DAY, book, packed, parts, sheet


def saved_again(data: bytes, change=lambda rows: rows) -> bytes:
    """Save a log as a spreadsheet program does: other columns, text shared, days as moments."""
    made = io.BytesIO()
    again = Workbook(made, {"in_memory": True, "default_date_format": "d/m/yy hh:mm"})
    log = again.add_worksheet("Notes"), again.add_worksheet("Log")
    for at, row in enumerate(change(sheet(data, "Log"))):
        for column, value in enumerate(reversed(row)):
            log[1].write(at + 2, column + 1, value if value != "" else None)
    again.close()
    return made.getvalue()


def test_what_a_spreadsheet_saved_again_is_still_read():
    plain = replace(DAY, name="Lower", exercises=DAY.exercises[:1])
    plain = replace(plain, exercises=(replace(plain.exercises[0], sets=(LoggedSet(100.0, 5),)),))
    parsed = read(saved_again(write(book(plain))), "log.xlsx")
    assert parsed.sessions == (plain,)
    assert (parsed.format, parsed.rows) == ("Workout Planner spreadsheet", 1)


def test_a_sheet_sorted_by_something_else_gives_the_sets_in_their_order():
    sets = (LoggedSet(100.0, 5, note="1"), LoggedSet(90.0, 8, note="2"), LoggedSet(95.0, 6))
    one = replace(DAY, name="A", exercises=(LoggedExercise("back-squat", sets),))

    def by_load(found):
        return [found[0], *sorted(found[1:], key=lambda row: row[ORDER.index("load_kg")])]

    assert read(saved_again(write(book(one)), by_load), "log.xlsx").sessions == (one,)


def test_a_number_that_somebody_spoilt_is_listed_with_its_row():
    def spoilt(found):
        found[2][ORDER.index("reps")] = "many"
        found[3][ORDER.index("set_number")] = "last"
        return found

    plain = replace(
        DAY, name="A", exercises=(LoggedExercise("back-squat", (LoggedSet(1.0, 5),) * 3),)
    )
    parsed = read(saved_again(write(book(plain)), spoilt), "log.xlsx")
    assert parsed.sets == 2
    assert [note.line for note in parsed.skipped] == [5]


@pytest.mark.parametrize("number", [b"1e999", b"-1e999", b"1e13"])
def test_a_number_that_no_log_can_hold_is_listed(number):
    spoilt = LOG.replace(b"<v>100.0</v>", b"<v>" + number + b"</v>")
    parsed = read(broken({"xl/worksheets/sheet1.xml": spoilt}), "log.xlsx")
    assert (parsed.sets, [note.line for note in parsed.skipped]) == (2, [2])


def test_cells_of_other_kinds_are_read_as_what_they_say():
    assert [text(v) for v in (True, False, 5.0, 2.5, time(8, 30), timedelta(minutes=2), "")] == [
        "yes", "no", "5", "2.5", "08:30:00", "120.0", "",
    ]  # fmt: skip


def test_an_empty_log_is_told(tmp_path):
    with pytest.raises(FormatProblem, match="without rows"):
        read(write(book()), "log.xlsx")


def test_a_foreign_spreadsheet_is_refused_with_what_was_looked_for():
    made = io.BytesIO()
    other = Workbook(made, {"in_memory": True})
    other.add_worksheet("Budget").write(0, 0, "rent")
    other.close()
    with pytest.raises(FormatProblem, match=r"^budget.xlsx cannot be imported\. I looked for this"):
        read(made.getvalue(), "budget.xlsx")


def test_a_sheet_called_log_with_something_else_in_it_is_refused():
    made = io.BytesIO()
    other = Workbook(made, {"in_memory": True})
    other.add_worksheet("Log").write(0, 0, "rent")
    other.close()
    with pytest.raises(FormatProblem, match="which has a sheet 'Log'"):
        read(made.getvalue(), "budget.xlsx")


def test_a_packed_folder_is_no_spreadsheet():
    with pytest.raises(FormatProblem, match=r"packed file and no \.xlsx"):
        read(packed({"holiday.jpg": b"sun"}), "photos.zip")


WHOLE = write(book(DAY))
PARTS = parts(WHOLE)
LOG = PARTS["xl/worksheets/sheet1.xml"]
BOMB = b"<worksheet><sheetData>" + b"<row/>" * 20_000_000


def broken(changed: dict[str, bytes]) -> bytes:
    """Return a sound spreadsheet with some of its parts changed."""
    return packed({**PARTS, **changed})


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (WHOLE[: len(WHOLE) // 2], "breaks off or is damaged"),
        (WHOLE[:-1200] + b"\0" * 1200, "breaks off or is damaged"),
        (b"PK\x03\x04", "breaks off or is damaged"),
        (broken({"xl/worksheets/sheet1.xml": BOMB}), "over 100 MB"),
        (
            broken({"xl/worksheets/sheet1.xml": LOG.replace(b'r="A2"', b'r="XFD1048576"')}),
            "apart",
        ),
        (broken({"xl/worksheets/sheet1.xml": LOG.replace(b'r="2"', b'r="104857600"')}), "apart"),
        (broken({"xl/workbook.xml": b"<workbook"}), "breaks off or is damaged"),
        (broken({f"xl/{n}.xml": b"" for n in range(1001)}), "breaks off or is damaged"),
        (broken({"xl/WORKBOOK.xml": b""}), "breaks off or is damaged"),
    ],
    ids=[
        "half",
        "no list",
        "only a start",
        "bomb",
        "last corner",
        "low",
        "no book",
        "many",
        "twice",
    ],
)
def test_what_is_damaged_or_a_trap_is_refused_within_a_second(data, said):
    with pytest.raises(FormatProblem, match=said):
        read(data, "log.xlsx")


def test_parts_packed_in_other_ways_are_refused():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as archive:
        for name, content in parts(WHOLE).items():
            archive.writestr(name, content)
    with pytest.raises(FormatProblem, match="damaged"):
        read(made.getvalue(), "log.xlsx")


@given(st.integers(0, len(LOG) - 1), st.binary(max_size=8), st.integers(0, 40))
@settings(max_examples=40, deadline=None)
def test_no_change_of_a_sheet_brings_the_reader_down(at, put, cut):
    spoilt = LOG[:at] + put + LOG[at + cut :]
    try:
        parsed = read(broken({"xl/worksheets/sheet1.xml": spoilt}), "log.xlsx")
    except FormatProblem:
        return
    assert parsed.rows == parsed.sets + len(parsed.skipped)
