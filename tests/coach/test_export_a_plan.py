"""A plan leaves as a spreadsheet or as entries of a calendar, as its limits allow it."""

import io
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from python_calamine import CalamineWorkbook

from planner.coach import logging, plan_calendar, plan_sheets, scope
from planner.coach.printing import NothingPlanned
from planner.engine.terms import (
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Restriction,
    SetKind,
    Unit,
)
from planner.formats.calendar_file import Event, write
from planner.storage import clients, log, plan

MADE = datetime(2026, 11, 5, 10, 30)
WARM_UP = PlannedSet(5, 5, load_kg=60.0, load=60.0, kind=SetKind.WARMUP)
FIVES = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0)
LOWER = PlannedSession(
    "Lower, heavy",
    0,
    (
        PlannedExercise("back-squat", (WARM_UP, FIVES, FIVES, FIVES), rest_s=180, tempo="3-1-1-0"),
        PlannedExercise("plank", (PlannedSet(seconds=60.0),), note="=easy; now"),
    ),
    note="Slow down",
)
UPPER = PlannedSession("Upper", 3, (PlannedExercise("bench-press", (PlannedSet(5, 8), FIVES)),))


@pytest.fixture
def planned(lifter: int, today: date) -> int:
    """Plan two weeks from Monday on, the second a lighter one with a note."""
    monday = today - timedelta(days=today.weekday())
    weeks = (
        Microcycle(1, monday, (LOWER, UPPER)),
        Microcycle(2, monday + timedelta(days=7), (UPPER,), deload=True, note="Rest well"),
    )
    plan.add_mesocycle(lifter, Mesocycle("Base", monday, weeks, note="Until spring"))
    return lifter


def sheets(data: bytes) -> dict[str, list[list[object]]]:
    """Return the cells of a spreadsheet by the names of its sheets, without blank ones behind."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))

    def cells(name):
        return [[c for c in row if c != ""] for row in book.get_sheet_by_name(name).to_python()]

    return {name: cells(name) for name in book.sheet_names}


def entries(text: str) -> list[dict[str, str]]:
    """Return the entries of a calendar as another program reads them."""
    assert text.endswith("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    lines = text.replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for name, _, value in (line.partition(":") for line in lines):
        if (name, value) == ("BEGIN", "VEVENT"):
            found.append({})
        elif found:
            found[-1][name] = value
    return found


def calendar(lifter: int, today: date, at: time | None = None) -> list[dict[str, str]]:
    """Return the entries of a lifter's plan."""
    return entries(plan_calendar.write(plan_calendar.calendar(lifter, today, at), MADE).decode())


def test_a_week_is_a_sheet_and_a_session_a_block(planned, today):
    made = plan_sheets.book(planned, today)
    found = sheets(plan_sheets.write(made))
    assert list(found) == ["Week 1", "Week 2 deload", "About"]
    first = found["Week 1"]
    assert first[0] == ["Lower, heavy", date(2026, 11, 2)]
    assert first[1] == ["Slow down"]
    assert first[2][:3] == ["exercise", "sets", "load"]
    assert first[3] == [
        "Back squat", "3×5", "100 kg", "2", "3-1-1-0", "3 min", "60×5", 3, 5, 5, 100, "kg", 100,
    ]  # fmt: skip
    assert "=easy; now" in first[4]
    assert first[4][-2:] == [1, 60]
    assert ["Rest well"] in found["Week 2 deload"]
    assert found["About"][:2] == [["Plan", "Base"], ["lifter", clients.lifter(planned).name]]
    assert made.sessions == 3


def test_what_differs_from_set_to_set_is_told_in_words_alone(planned, today):
    (row,) = [
        row for row in sheets(plan_sheets.write(plan_sheets.book(planned, today)))["Week 1"]
        if row and row[0] == "Bench press"
    ]  # fmt: skip
    assert row[1:] == ["1×5–8; 1×5", "100 kg", "2", "3 min", 2, 5, "kg"]


def test_a_session_that_is_done_says_when(planned, today):
    week = plan.mesocycle_on(planned, today).weeks[0]
    logging.start_planned(planned, week.sessions[0].id, today)
    first = sheets(plan_sheets.write(plan_sheets.book(planned, today)))["Week 1"]
    assert first[0] == ["Lower, heavy", date(2026, 11, 2), "done", today]
    done, other, _ = calendar(planned, today)
    assert done["SUMMARY"] == "✓ Lower\\, heavy"
    assert done["DTSTART;VALUE=DATE"] == "20261105"
    assert "Done on 5 Nov." in done["DESCRIPTION"]
    assert other["SUMMARY"] == "Upper"


def test_a_limit_holds_in_what_is_exported(planned, today):
    limit = Restriction(today, exercise="back-squat", most_kg=80.0, words="Not so heavy")
    scope.keep(planned, limit)
    first = sheets(plan_sheets.write(plan_sheets.book(planned, today)))["Week 1"]
    assert first[3][2] == "≤ 80 kg"
    assert 100.0 not in first[3]
    assert "≤ 80 kg" in calendar(planned, today)[0]["DESCRIPTION"]


def test_an_entry_lasts_a_day_and_says_whose_and_what(planned, today):
    made = calendar(planned, today)[0]
    assert made["DTSTART;VALUE=DATE"] == "20261102"
    assert made["DTEND;VALUE=DATE"] == "20261103"
    assert made["DESCRIPTION"].split("\\n") == [
        clients.lifter(planned).name,
        "Slow down",
        "Back squat: 3×5\\, 100 kg\\, RIR 2\\, tempo 3-1-1-0\\, rest 3 min\\, warm-up 60×5",
        "Plank: 1×60s\\, rest 1 min\\, =easy\\; now",
    ]
    assert not {"TRIGGER", "ATTENDEE", "TZID"} & set(made)


def test_importing_it_again_changes_the_entries_and_adds_none(planned, today):
    before = calendar(planned, today)
    block = plan.mesocycle_on(planned, today)
    plan.update_planned_session(replace(block.weeks[0].sessions[0], name="Legs"))
    later = plan_calendar.write(plan_calendar.calendar(planned, today), MADE + timedelta(hours=1))
    after = entries(later.decode())
    assert [made["UID"] for made in after] == [made["UID"] for made in before]
    assert len({made["UID"] for made in after}) == 3
    assert int(after[0]["SEQUENCE"]) > int(before[0]["SEQUENCE"])
    assert (before[0]["DTSTAMP"], after[0]["DTSTAMP"]) == ("20261105T103000Z", "20261105T113000Z")


def test_at_the_usual_time_an_entry_has_hours_and_no_zone(planned, today, train):
    assert plan_calendar.usual_time(planned) is None
    for back, minute in enumerate((20, 25, 50)):
        session = logging.start_free(planned, today - timedelta(days=back))
        made = log.session(session)
        log.update_session(replace(made, started_at=datetime(2026, 11, 1, 18, minute)))
    usual = plan_calendar.usual_time(planned)
    assert usual == time(18, 30)
    made = calendar(planned, today, usual)[0]
    assert (made["DTSTART"], made["DTEND"]) == ("20261102T183000", "20261102T193000")


def test_who_has_no_plan_is_named(lifter, today):
    with pytest.raises(NothingPlanned, match="has no plan to export"):
        plan_sheets.book(lifter, today)
    plan.add_mesocycle(lifter, Mesocycle("Bare", today, (Microcycle(1, today),)))
    with pytest.raises(NothingPlanned, match="has no plan to export"):
        plan_calendar.calendar(lifter, today)


def test_a_line_leaves_out_what_there_is_not(lifter, today):
    bare = PlannedSession("A", 0, (PlannedExercise("back-squat", (PlannedSet(5, 5),)),))
    plan.add_mesocycle(lifter, Mesocycle("", today, (Microcycle(1, today, (bare,)),)))
    clients.update_lifter(replace(clients.lifter(lifter), unit=Unit.LB))
    (made,) = calendar(lifter, today)
    assert made["DESCRIPTION"].split("\\n")[1] == "Back squat: 1×5\\, rest 3 min"
    (row,) = [r for r in sheets(plan_sheets.write(plan_sheets.book(lifter, today)))["Week 1"] if r][
        2:
    ]
    assert row == ["Back squat", "1×5", "3 min", 1, 5, 5]


@given(st.text(max_size=200), st.dates(), st.none() | st.times())
@settings(max_examples=40)
def test_whatever_is_in_a_text_it_stays_in_its_line(text, on, at):
    on = min(on, date(9999, 12, 29))
    made = write([Event("a", on, text, text, at)], text, MADE)
    try:
        data = made.encode()
    except UnicodeEncodeError:
        return
    (entry,) = entries(data.decode())
    assert entry["UID"] == "a@workout-planner"
    start = entry["DTSTART;VALUE=DATE"] if at is None else entry["DTSTART"].partition("T")[0]
    assert start == f"{on.year:04d}{on.month:02d}{on.day:02d}"
