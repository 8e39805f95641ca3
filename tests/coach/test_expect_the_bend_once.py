"""The card on early gains: one for all new lifts, once, and on one week's sheet."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    blocks,
    clients,
    deciding,
    expecting,
    planning,
    printing,
    readings,
    replaying,
    suggesting,
    week_edits,
)
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Experience,
    LoggedSet,
    Microcycle,
    PlannedSet,
    SuggestionKind,
    Unit,
)
from planner.storage import decisions

NEW = ("back-squat", "bench-press", "barbell-row", "leg-extension")
LAST = 6  # the session after which the early rise is clear


@pytest.fixture
def lifter(lifter):
    """Make the lifter a novice."""
    clients.change(replace(clients.lifter(lifter), experience=Experience.NOVICE))
    return lifter


@pytest.fixture
def begin(lifter, train):
    """Return a function that logs sessions of new lifts, every third day, heavier each time."""

    def store(slugs, began, sessions):
        for place in range(sessions):
            load = 40.0 + 2.5 * place
            entry = LoggedSet(load, 8, rir=2.0, load=load)
            for slug in slugs:
                train(lifter, slug, began + timedelta(days=3 * place), entry, entry, entry)
        return lifter

    return store


@pytest.fixture
def novice(today, begin):
    """Begin four lifts two weeks ago."""
    return begin(NEW, today - timedelta(days=15), LAST)


def told(lifter, on):
    return [made for made in planning.suggestions(lifter, on) if made.kind is SuggestionKind.EXPECT]


def test_four_new_lifts_get_one_card(novice, today):
    (made,) = told(novice, today)
    said = render(made.reason)
    assert said.startswith("Up so far: ")
    assert "and 2 others" in said
    assert replaying.suggestion_name(made) == "Early gains"


def test_the_command_line_tells_it_too(novice, today):
    made = next(s for s in suggesting.all_suggestions(novice, today) if not s.exercise)
    assert replaying.suggestion_text(made, Unit.KG).startswith("Early gains: Quick gains now")
    assert replaying.suggestion_facts(made, Unit.KG)["kind"] == "expect"


def test_it_is_noted_once_for_all_and_undone_exactly(novice, today, begin):
    (made,) = told(novice, today)
    changed, step = do(lambda: deciding.accept(novice, made, today))
    assert changed == 0
    assert told(novice, today) == []
    (kept,) = decisions.decisions(novice)
    assert (kept.verdict, kept.rule, kept.exercise) == ("accepted", "lifter.expect", "")
    revert(step)
    assert told(novice, today) == [made]


def test_noting_it_answers_no_other_suggestion(novice, today):
    before = [s for s in planning.suggestions(novice, today) if s.kind is not SuggestionKind.EXPECT]
    deciding.accept(novice, told(novice, today)[0], today)
    assert planning.suggestions(novice, today) == before


def test_unread_it_goes_after_two_weeks(lifter, today, begin):
    began = today - timedelta(days=60)
    begin(NEW, began, 20)
    days = [day for day in range(5, 50, 2) if told(lifter, began + timedelta(days=day))]
    assert 7 <= days[0] <= 15
    assert days[-1] - days[0] < 14


def test_a_lift_that_began_before_it_was_noted_is_not_told_later(novice, today, begin):
    deciding.accept(novice, told(novice, today)[0], today)
    begin(["overhead-press"], today - timedelta(days=3), 8)
    assert all(not told(novice, today + timedelta(days=day)) for day in range(0, 24, 3))


def test_a_movement_that_begins_afterwards_is_told_of_its_own(novice, today, begin):
    deciding.accept(novice, told(novice, today)[0], today)
    later = today + timedelta(days=70)
    begin(["overhead-press"], later - timedelta(days=15), LAST)
    (made,) = told(novice, later)
    assert [name for name, _ in made.numbers if name.endswith("_up_pct")] == [
        "overhead-press_up_pct"
    ]


def test_a_lift_that_hurts_is_left_out(novice, today, train):
    sore = LoggedSet(55, 8, rir=2.0, load=55, pain=4)
    train(novice, "back-squat", today, sore)
    (made,) = told(novice, today)
    assert "back-squat_up_pct" not in dict(made.numbers)


def test_an_experienced_lifter_is_told_nothing(squatter, today):
    clients.change(replace(clients.lifter(squatter), experience=Experience.INTERMEDIATE))
    days = (today - timedelta(days=day) for day in range(0, 70, 7))
    assert all(not told(squatter, on) for on in days)


@pytest.fixture
def planned(novice, today):
    """Plan the four lifts for last week, this and the two after it."""
    monday = today - timedelta(days=today.weekday() + 7)
    blocks.new_mesocycle(novice, "First block", monday, weeks=4)
    for week in planning.view(novice, monday, monday).weeks:
        session = week_edits.add_session(week.id, 0, "Whole body")
        for slug in NEW:
            line = week_edits.add_exercise(session, slug)
            week_edits.prescribe(line, (PlannedSet(8, 8, 2, load_kg=50, load=50),) * 3)
    return novice


def on_sheets(lifter, today):
    monday = today - timedelta(days=today.weekday() + 7)
    weeks = [monday + timedelta(weeks=number) for number in range(4)]
    notes = [printing.week_sheet(lifter, week, today).this_week for week in weeks]
    return [[note for note in each if note.startswith("Up so far: ")] for each in notes]


def test_the_sheet_of_that_week_and_the_next_tells_it_in_a_line(planned, today):
    counts = [len(found) for found in on_sheets(planned, today)]
    assert sum(counts) == 2
    assert counts in ([1, 1, 0, 0], [0, 1, 1, 0])
    line = next(found[0] for found in on_sheets(planned, today) if found)
    assert "and 2 others" in line
    assert "expected" in line


@pytest.mark.parametrize("days", [5, 7, 10])
def test_whatever_the_length_of_a_cycle_it_stands_on_its_sheet_and_the_next(novice, today, days):
    """The telling falls on each day of a cycle in turn."""
    replays = readings.replays(novice)
    read = {slug: readings.readings(novice, today)[slug] for slug in NEW}
    for since in range(days):
        first = today - timedelta(days=3 * days + since)
        cycles = [Microcycle(n, first + timedelta(days=n * days), days=days) for n in range(8)]
        told = [bool(expecting.for_week(replays, read, each, today)[1]) for each in cycles]
        assert sum(told) == 2, since
        assert told[told.index(True) + 1], since


def test_the_client_reads_it_though_the_trainer_has_noted_it(planned, today):
    before = on_sheets(planned, today)
    deciding.accept(planned, told(planned, today)[0], today)
    assert on_sheets(planned, today) == before


def test_a_sheet_that_tells_it_does_not_say_of_each_lift_that_it_is_new(planned, today):
    notes = printing.week_sheet(planned, today, today).this_week
    assert not any("still being learned" in note for note in notes)
