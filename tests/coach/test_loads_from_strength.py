"""Loads that are planned as a share of strength: on the card, in the log, on paper."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import blocks, clients, logging, planning, printing, suggesting, week_edits
from planner.coach.prescription import parse_prescription
from planner.engine.terms import LoggedSet, Unit


@pytest.fixture
def plan(lifter, today):
    """Return a function that plans an exercise on a day of this week, and returns its session."""
    monday = today - timedelta(days=today.weekday())
    blocks.new_mesocycle(lifter, "Block", monday, weeks=2)
    week = planning.view(lifter, today, today).weeks[0].id

    def planned(slug, text, day=3):
        session = week_edits.add_session(week, day, "Training")
        line = week_edits.add_exercise(session, slug)
        exercise = planning.view(lifter, today, today).exercises[slug]
        made = parse_prescription(text, clients.lifter(lifter).unit, exercise)
        assert not made.problem
        week_edits.prescribe(line, made.sets)
        return session

    return planned


def card(lifter, today, slug="back-squat"):
    """Return (prescription, load) as the planner's card shows it."""
    view = planning.view(lifter, today, today)
    lines = [e for made in view.week.sessions for e in made.exercises if e.exercise == slug]
    sets, load = planning.prescription_text(lines[-1].sets, clients.lifter(lifter).unit)
    return sets, planning.load_words(view.exercises[slug], load)


def e1rm(lifter, today, slug="back-squat"):
    return planning.view(lifter, today, today).readings[slug].strength_kg


def test_a_share_of_strength_is_a_load_that_the_gym_can_set_and_no_heavier(squatter, plan, today):
    plan("back-squat", "5x5 80%", day=4)
    sets, load = card(squatter, today)
    kg = float(load.removesuffix(" (80 %)"))
    assert sets == "5×5"
    assert kg % 2.5 == 0
    assert 0 <= 0.8 * e1rm(squatter, today) - kg < 2.5


def test_without_any_history_the_percentage_stands_alone_with_room_to_write_on_paper(
    lifter, plan, today
):
    session = plan("back-squat", "5x5 80%")
    assert card(lifter, today) == ("5×5", "80 %")
    assert printing.week_sheet(lifter, today, today).sessions[0].lines[0].load == (
        "_______ (80\u00a0%)"
    )
    logged = logging.start_planned(lifter, session, today)
    row = logging.session_view(lifter, logged, today).cards[0].rows[0]
    assert (row.target.load_kg, row.suggested_kg) == (None, None)


def test_log_and_sheet_say_the_same_load_as_the_card(squatter, plan, today):
    session = plan("back-squat", "5x5 80%")
    _, load = card(squatter, today)
    assert printing.week_sheet(squatter, today, today).sessions[0].lines[0].load == load
    logged = logging.start_planned(squatter, session, today)
    row = logging.session_view(squatter, logged, today).cards[0].rows[0]
    assert load == f"{row.target.load:g} (80 %)"
    assert row.suggested_kg == row.target.load_kg


def test_a_warm_up_by_percentage_has_its_load_on_paper(squatter, plan, today):
    plan("back-squat", "w 1x5 40%; 3x5 80%")
    (warm_up,) = printing.week_sheet(squatter, today, today).sessions[0].lines[0].warm_up
    kg = float(warm_up.removesuffix("×5"))
    assert 0 <= 0.4 * e1rm(squatter, today) - kg < 2.5


def test_what_is_lifted_today_moves_the_next_sessions_load_and_not_todays(
    squatter, plan, today, train
):
    plan("back-squat", "5x5 80%", day=3)
    before = card(squatter, today)
    best = LoggedSet(107.5, 6, rir=2, load=107.5)
    train(squatter, "back-squat", today, best, best, best)
    assert card(squatter, today) == before
    plan("back-squat", "5x5 80%", day=4)
    assert card(squatter, today) != before


def test_the_percentage_stays_what_is_edited_and_what_follows_the_lifter(squatter, plan, today):
    plan("back-squat", "5x5 80%", day=4)
    (line,) = planning.view(squatter, today, today).week.sessions[0].exercises
    assert planning.prescription_source(line.sets, Unit.KG) == "5x5 80%"
    week_edits.prescribe(line.id, line.sets)
    later = planning.view(squatter, today, today + timedelta(weeks=20)).week.sessions[0]
    assert later.exercises[0].sets[0].percent_e1rm == 80


def test_a_lifter_who_counts_in_pounds_reads_pounds(squatter, plan, today):
    clients.change(replace(clients.lifter(squatter), unit=Unit.LB))
    plan("back-squat", "5x5 80%", day=4)
    _, load = card(squatter, today)
    pounds = float(load.removesuffix(" (80 %)"))
    assert pounds * 0.45359237 == pytest.approx(0.8 * e1rm(squatter, today), rel=0.03)


def test_a_pull_up_by_percentage_says_what_hangs_on_the_belt(lifter, plan, today, train):
    for week in range(6, 0, -1):
        entry = LoggedSet(20, 5, rir=2, load=20)
        train(lifter, "pull-up", today - timedelta(weeks=week), entry, entry, entry)
    plan("pull-up", "5x3 90%", day=4)
    _, load = card(lifter, today, "pull-up")
    assert load.startswith("bw+")
    assert load.endswith(" (90 %)")


def test_advice_counts_a_percentage_as_the_load_it_comes_to(squatter, plan, today):
    plan("back-squat", "3x5 @2 70%", day=4)
    made = suggesting.all_suggestions(squatter, today)[0]
    _, load = card(squatter, today)
    assert load == f"{dict(made.numbers)['load_kg']:g} (70 %)"
