"""What stands on a printed week, before it is drawn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    arranging,
    blocks,
    clients,
    deciding,
    library_words,
    logging,
    planning,
    printing,
    suggesting,
    week_edits,
    wording,
)
from planner.engine.terms import Lifter, LoggedSet, PlannedSet, SetKind, SuggestionKind
from planner.storage import plan


@pytest.fixture
def planned(squatter, today):
    """Plan a squat day in a block whose week began on Monday."""
    monday = today - timedelta(days=today.weekday())
    blocks.new_mesocycle(squatter, "Strength block 2", monday, weeks=6)
    week = planning.view(squatter, today, today).weeks[0].id
    session = week_edits.add_session(week, 3, "Lower B")
    line = week_edits.add_exercise(session, "back-squat")
    week_edits.prescribe(line, planning.parse_prescription(
        "w 1x5 60; 5x5 @2 102.5", "kg", planning.view(squatter, today, today)
        .exercises["back-squat"]).sets)  # fmt: skip
    week_edits.annotate(line, 180, "3-1-1-0", "belt from set 3")
    week_edits.add_exercise(session, "pull-up")
    week_edits.add_exercise(session, "plank")
    return squatter


def test_the_heading_names_block_week_and_dates(planned, today):
    sheet = printing.week_sheet(planned, today, today)
    assert sheet.heading == "Strength block 2 · Week 1 of 6 · 2–8 November 2026"
    assert [made.title for made in sheet.sessions] == ["Thu 5 · Lower B"]


def test_a_line_holds_all_that_was_prescribed(planned, today):
    squat, pull_up, plank = printing.week_sheet(planned, today, today).sessions[0].lines
    assert (squat.sets, squat.load, squat.rir) == ("5×5", "102.5", "2")
    assert (squat.rest, squat.tempo, squat.note) == ("3 min", "3-1-1-0", "belt from set 3")
    assert squat.boxes == 5
    assert pull_up.load == "bw"
    assert (plank.sets, plank.load, plank.rir) == ("3×30s", "–", "–")


def test_a_load_that_is_still_open_is_a_blank_to_write_on(planned, today):
    session = planning.view(planned, today, today).week.sessions[0].id
    week_edits.prescribe(week_edits.add_exercise(session, "leg-press"), (PlannedSet(8, 12, 2),) * 3)
    leg_press = printing.week_sheet(planned, today, today).sessions[0].lines[-1]
    assert leg_press.load == "_______"


def test_the_warm_up_of_an_exercise_is_told_set_by_set(planned, today):
    squat, *others = printing.week_sheet(planned, today, today).sessions[0].lines
    assert squat.warm_up == ("60×5",)
    assert not any(line.warm_up for line in others)


def test_what_is_done_in_turn_has_a_letter_and_a_number(planned, today):
    week = planning.view(planned, today, today).week
    (session,) = week.sessions
    turn = [replace(each, superset=0) for each in session.exercises[1:]]
    plan.delete_planned_session(session.id)
    plan.add_planned_session(
        week.id, replace(session, id=None, uid="", exercises=(session.exercises[0], *turn))
    )
    sheet = printing.week_sheet(planned, today, today)
    assert [line.superset for line in sheet.sessions[0].lines] == ["", "A1", "A2"]
    assert "in turn" in sheet.glossary


def test_drop_sets_and_holds_are_named_and_explained(planned, today):
    session = planning.view(planned, today, today).week.sessions[0]
    work, drop = PlannedSet(8, 8, 1, 60, load=60), PlannedSet(12, 12, kind=SetKind.DROP)
    week_edits.prescribe(session.exercises[1].id, (work, work, drop))
    sheet = printing.week_sheet(planned, today, today)
    assert sheet.sessions[0].lines[1].sets == "2×8; drop 1×12"
    assert "Drop = lighter" in sheet.glossary
    assert sheet.done == "Done (load × reps, or seconds)"


def test_the_note_on_the_week_comes_first_and_a_deload_is_explained(planned, today):
    week = planning.view(planned, today, today).week
    plan.update_week(replace(week, deload=True, note="Sleep well"))
    sheet = printing.week_sheet(planned, today, today)
    assert sheet.this_week[0] == "Sleep well."
    assert " · deload · " in sheet.heading
    assert "Deload = a lighter week" in sheet.glossary


def test_the_same_week_always_has_the_same_code(planned, today):
    codes = {printing.week_sheet(planned, today, today).code for _ in range(3)}
    assert len(codes) == 1
    assert len(codes.pop()) == 8


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (30, "30 s"),
        (60, "1 min"),
        (90, "90 s"),
        (120, "2 min"),
        (150, "2:30 min"),
        (210, "3:30 min"),
    ],
)
def test_a_rest_is_written_on_paper_as_on_screen(seconds, text):
    assert wording.rest(seconds) == text


def test_paper_and_log_list_the_same_exercises_and_sets_in_the_same_order(planned, today):
    week = planning.view(planned, today, today).week
    arranging.move_lines([week.sessions[0].exercises[2].id], week.sessions[0].id, None)
    (paper,) = printing.week_sheet(planned, today, today).sessions
    logged = logging.start_planned(planned, week.sessions[0].id, today)
    cards = logging.session_view(planned, logged, today).cards
    assert [line.exercise for line in paper.lines] == [card.exercise.name for card in cards]
    assert paper.lines[0].exercise == "Plank"
    work = [[row.number for row in c.rows if row.target.kind is not SetKind.WARMUP] for c in cards]
    assert [list(range(1, line.boxes + 1)) for line in paper.lines] == work


def test_nothing_planned_is_said_by_name(lifter, today):
    with pytest.raises(printing.NothingPlanned, match="Sam Lifter"):
        printing.week_sheet(lifter, today, today)


def test_lifters_without_a_plan_are_left_out_of_a_batch(planned, lifter, today):
    other = clients.add(Lifter(name="Ada"))
    assert [made.lifter for made in printing.sheets([other, planned], today, today)] == [
        "Sam Lifter"
    ]
    assert printing.planned_ids(today) == {planned}
    assert printing.without_plan(clients.lifters(), today) == ["Ada"]


def test_varied_sets_print_in_order(planned, today):
    session = planning.view(planned, today, today).week.sessions[0]
    line = week_edits.add_exercise(session.id, "deadlift")
    top, back_off = PlannedSet(1, 1, 2, 120, load=120), PlannedSet(5, 5, 3, 100, load=100)
    week_edits.prescribe(line, (top, back_off))
    made = printing.week_sheet(planned, today, today).sessions[0].lines[-1]
    assert (made.sets, made.load, made.rir, made.boxes) == ("1/5", "120/100", "2–3", 2)


def test_only_the_first_week_after_time_off_says_to_start_lighter(squatter, today):
    later = today + timedelta(weeks=12)
    monday = later - timedelta(days=later.weekday())
    blocks.new_mesocycle(squatter, "Back again", monday, weeks=2)
    for week in planning.view(squatter, later, later).weeks:
        week_edits.add_exercise(week_edits.add_session(week.id, 5, "Lower"), "back-squat")
    first = printing.week_sheet(squatter, monday, later)
    second = printing.week_sheet(squatter, monday + timedelta(weeks=1), later)
    (told,) = first.this_week
    assert told.startswith(
        "Back squat: coming back after time off. First time at most half of the listed sets, at "
        "most 83\u00a0% of last time's load and no more than listed, 2 more in reserve; second "
        "halfway, third as listed. Old strength may be back by "
    )
    assert not any("coming back" in told for told in second.this_week)
    assert "re-entry week" in first.heading
    assert "re-entry week" not in second.heading


def test_a_lift_left_out_while_its_muscles_worked_begins_a_little_lighter(squatter, today, train):
    later = today + timedelta(weeks=12)
    for week in range(12):
        for slug in ("leg-press", "hip-thrust"):
            train(squatter, slug, today + timedelta(weeks=week), LoggedSet(150, 10, load=150))
    monday = later - timedelta(days=later.weekday())
    blocks.new_mesocycle(squatter, "Squats again", monday, weeks=1)
    (week,) = planning.view(squatter, later, later).weeks
    week_edits.add_exercise(week_edits.add_session(week.id, 5, "Lower"), "back-squat")
    told = printing.week_sheet(squatter, monday, later).this_week
    assert told == ("Back squat: not done for 13 weeks; begin a little lighter.",)


def test_what_is_done_one_side_at_a_time_says_so(planned, today):
    session = planning.view(planned, today, today).week.sessions[0].id
    week_edits.prescribe(
        week_edits.add_exercise(session, "split-squat"), (PlannedSet(8, 8, 2),) * 3
    )
    lines = printing.week_sheet(planned, today, today).sessions[0].lines
    assert [line.sets for line in lines[:1]] == ["5×5"]
    assert lines[-1].sets == "3×8\neach side"


def test_the_key_says_in_words_what_reserve_and_each_tempo_are(planned, today):
    key = printing.week_sheet(planned, today, today).glossary
    assert key.startswith("RIR = good reps you could still have done.")
    assert "Tempo 3-1-1-0 = 3 s down, 1 s at the bottom, 1 s up." in key


def test_the_key_says_how_pain_is_written(planned, today):
    key = printing.week_sheet(planned, today, today).glossary
    assert key.endswith("Pain in a set: write p0 (none) to p10 (worst) behind it.")


@pytest.mark.parametrize(
    ("tempo", "said"),
    [
        ("30X0", "3 s down, fast up"),
        ("3-0-1", "3 s down, 1 s up"),
        ("2-0-x-1", "2 s down, fast up, 1 s at the top"),
        ("slow", "slow"),
        ("3-1", "3-1"),
    ],
)
def test_a_tempo_is_written_out_in_every_form_that_can_be_typed(tempo, said):
    assert library_words.tempo(tempo) == said


def test_a_lighter_return_that_was_dismissed_is_not_on_the_sheet(squatter, today):
    later = today + timedelta(weeks=12)
    monday = later - timedelta(days=later.weekday())
    blocks.new_mesocycle(squatter, "Back again", monday, weeks=1)
    (week,) = planning.view(squatter, later, later).weeks
    line = week_edits.add_exercise(week_edits.add_session(week.id, 5, "Lower"), "back-squat")
    week_edits.prescribe(line, (PlannedSet(5, 5, 2, load_kg=100, load=100),) * 3)
    back = next(
        made
        for made in suggesting.suggestions(squatter, later)
        if made.kind is SuggestionKind.RETURN_RAMP
    )
    deciding.dismiss(squatter, back, later, "my coach decides")
    told = printing.week_sheet(squatter, monday, later).this_week
    assert not any("start lighter" in each for each in told)
