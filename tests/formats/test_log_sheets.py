"""Our own spreadsheet gives back exactly what went in, and none of its cells is a formula."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from planner.engine.terms import (
    CheckIn,
    Exercise,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Muscle,
    Session,
    SetKind,
    Side,
    Stopped,
    Technique,
    Unit,
)  # fmt: skip
from planner.formats.detection import read
from planner.formats.log_sheets import ORDER, LogBook, write
from planner.formats.parsed import FormatProblem

SQUAT, PLANK = Exercise("back-squat", "Back squat"), Exercise("=danger", "+1 Curl", custom=True)
TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\ufffe\uffff"), max_size=12)
NUMBER = st.none() | st.floats(-1e9, 1e9) | st.integers(0, 500)
COUNT = st.none() | st.integers(0, 10**6)
TIMES = st.none() | st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1))
SETS = st.builds(
    LoggedSet,
    load_kg=NUMBER,
    reps=COUNT,
    rir=NUMBER,
    kind=st.sampled_from(SetKind),
    target_reps=COUNT,
    seconds=NUMBER,
    distance_m=NUMBER,
    tempo=TEXT,
    technique=st.none() | st.sampled_from(Technique),
    pain=st.none() | st.integers(0, 10),
    side=st.sampled_from(Side),
    note=TEXT | st.sampled_from(["=1+1", "<r>a & b</r>", "_x0041_", " 3 ", "TRUE", "12"]),
    load=NUMBER,
    unit=st.sampled_from(Unit),
    logged_at=TIMES,
    flags=st.frozensets(st.sampled_from(["suspect", "convention", "tempo-kept"])),
    source_line=COUNT,
    source_text=TEXT,
    uid=TEXT,
)
SLOTS = st.builds(
    LoggedExercise,
    exercise=st.sampled_from([SQUAT.slug, PLANK.slug]),
    sets=st.lists(SETS, max_size=3).map(tuple),
    superset=COUNT,
    rest_s=COUNT,
    note=TEXT,
    uid=TEXT,
)
SESSIONS = st.builds(
    Session,
    on=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    exercises=st.lists(SLOTS, max_size=3).map(tuple),
    name=TEXT,
    started_at=TIMES,
    duration_s=COUNT,
    utc_offset_min=st.none() | st.integers(-720, 840),
    note=TEXT,
    finished=st.booleans(),
    uid=TEXT,
)
DAY = Session(
    date(2026, 10, 3),
    (
        LoggedExercise(
            "back-squat",
            (
                LoggedSet(100.0, 5, 2.0, load=100.0, tempo="3-1-3-0", note="=1+1"),
                LoggedSet(102.05828325000001, 5, load=225.0, unit=Unit.LB),
            ),
            rest_s=180,
        ),
        LoggedExercise("=danger", (LoggedSet(None, None, seconds=60.0, side=Side.LEFT),)),
    ),
    name="=HYPERLINK(1)",
    started_at=datetime(2026, 10, 3, 23, 50),
    utc_offset_min=120,
    note="-fine",
    finished=True,
)
ME = Lifter(name="Åsa", unit=Unit.LB)


def book(*sessions: Session) -> LogBook:
    """Return a lifter's log with the exercises of these tests."""
    return LogBook(ME, sessions, (SQUAT, PLANK))


def sheet(data: bytes, name: str) -> list[list[object]]:
    """Return the cells of a sheet as another program reads them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def rows(data: bytes) -> list[dict[str, object]]:
    """Return the rows of the log by the names of its columns."""
    titles, *found = sheet(data, "Log")
    return [dict(zip(titles, row, strict=True)) for row in found]


def parts(data: bytes) -> dict[str, bytes]:
    """Unpack a spreadsheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    """Pack a spreadsheet."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return made.getvalue()


@given(st.lists(SESSIONS, min_size=1, max_size=4).map(tuple))
@settings(max_examples=25, deadline=None)
def test_what_is_exported_comes_back_identical(sessions):
    assert read(write(book(*sessions)), "log.xlsx").sessions == sessions


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
    from datetime import time, timedelta

    from planner.formats.workbook import text

    assert [text(v) for v in (True, False, 5.0, 2.5, time(8, 30), timedelta(minutes=2), "")] == [
        "yes", "no", "5", "2.5", "08:30:00", "120.0", "",
    ]  # fmt: skip


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


def test_names_of_sheets_are_such_as_spreadsheets_take():
    from planner.formats.spreadsheet import sheet_names

    made = sheet_names(["Week 1", "week 1", "a/b:c", "", "x" * 40, "X" * 40, "'quoted'"])
    assert made == ["Week 1", "week 1 2", "a b c", "Sheet", "x" * 31, "X" * 29 + " 2", "quoted"]
