"""Arranging an open session: swap an exercise, change the order, do some in turn."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import blocks, logging, planning, week_edits
from planner.coach.steps import do, revert
from planner.engine.terms import Equipment, LoggedExercise, LoggedSet, PlannedSet, SetKind
from planner.storage import clients, log, plan
from tests.content import content

FIVE = PlannedSet(5, 5, 2, load_kg=102.5, load=102.5)
DONE = LoggedSet(102.5, 5, rir=2, load=102.5)


@pytest.fixture
def session(squatter, today):
    """Start a session planned with four sets of squats and three of leg curls."""
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    week = planning.view(squatter, today, today).weeks[0].id
    planned = week_edits.add_session(week, 0, "Lower")
    line = week_edits.add_exercise(planned, "back-squat")
    week_edits.prescribe(line, (FIVE,) * 4)
    week_edits.annotate(line, 180, "3-1-1-0", "belt on")
    week_edits.prescribe(
        week_edits.add_exercise(planned, "lying-leg-curl"), (PlannedSet(12, 12, 1),) * 3
    )
    return logging.start_planned(squatter, planned, today)


@pytest.fixture
def cards(squatter, session, today):
    """Return a function that reads the session's cards."""
    return lambda: logging.session_view(squatter, session, today).cards


def free(lifter, today, *supersets):
    """Start a session of five exercises, each in a superset or in none."""
    slugs = ("back-squat", "plank", "bench-press", "lying-leg-curl", "pull-up")
    session = logging.start_free(lifter, today)
    pairs = zip(slugs, supersets, strict=False)
    made = [log.add_logged_exercise(session, LoggedExercise(s, superset=n)) for s, n in pairs]
    return session, made


def order(session):
    return [(slot.id, slot.superset) for slot in log.session(session).exercises]


def targets(card):
    return [(row.target.reps_low, row.target.load_kg) for row in card.rows if row.target]


def test_a_swap_before_the_first_set_changes_the_slot_and_not_the_plan(cards):
    squat = cards()[0]
    before = plan.planned_exercise(log.slot(squat.logged_exercise_id)[1].planned_exercise_id)
    assert logging.swap(squat.logged_exercise_id, "front-squat") == squat.logged_exercise_id
    front = cards()[0]
    assert front.exercise.slug == "front-squat"
    assert targets(front) == [(5, None)] * 4  # a squat's load is no load of a front squat
    assert [row.suggested_kg for row in front.rows] == [None] * 4
    slot = log.slot(squat.logged_exercise_id)[1]
    assert plan.planned_exercise(slot.planned_exercise_id) == before


def test_the_load_of_what_is_swapped_in_is_what_is_known_of_it(cards, squatter, today, train):
    for week in (3, 2, 1):
        train(squatter, "front-squat", today - timedelta(weeks=week), *[LoggedSet(80, 5, 2)] * 3)
    logging.swap(cards()[0].logged_exercise_id, "front-squat")
    loads = {row.suggested_kg for row in cards()[0].rows}
    assert len(loads) == 1
    assert 70 <= loads.pop() <= 85


def test_logged_sets_stay_under_the_exercise_they_were_done_with(cards, session, squatter):
    squat = cards()[0]
    logging.log_sets(squat.logged_exercise_id, [DONE])
    made = logging.swap(squat.logged_exercise_id, "leg-press")
    old, new, curl = cards()
    assert [c.exercise.slug for c in (old, new, curl)] == [
        "back-squat",
        "leg-press",
        "lying-leg-curl",
    ]
    assert new.logged_exercise_id == made
    assert [row.logged is not None for row in old.rows] == [True]
    assert targets(new) == [(5, None)] * 3
    assert new.done_before == 1
    logging.log_sets(made, [LoggedSet(150, 5, load=150)])
    assert [len(c.rows) for c in cards()] == [1, 3, 3]
    logging.finish(session)
    assert plan.done(squatter).keys() == {log.session(session).planned_session_id}


def test_a_swap_is_one_step_back(cards):
    squat = cards()[0].logged_exercise_id
    logging.log_sets(squat, [DONE])
    before = content()
    _, step = do(lambda: logging.swap(squat, "leg-press"))
    revert(step)
    assert content() == before


def test_an_exercise_taken_out_again_gives_back_what_was_left_to_do(cards):
    squat = cards()[0].logged_exercise_id
    logging.log_sets(squat, [DONE])
    logging.remove_exercise(logging.swap(squat, "leg-press"))
    assert len(cards()[0].rows) == 4


def test_a_hold_in_place_of_lifting_is_held_as_often(cards):
    logging.swap(cards()[0].logged_exercise_id, "plank")
    plank = cards()[0]
    assert len(plank.rows) == 4
    assert all(row.target.seconds and not row.target.reps_low for row in plank.rows)


def test_a_swap_with_everything_done_offers_sets_of_the_new_exercise(cards):
    squat = cards()[0].logged_exercise_id
    logging.log_sets(squat, [DONE] * 4)
    logging.swap(squat, "leg-press")
    old, new, _ = cards()
    assert len(old.rows) == 4
    assert [(row.target, row.logged) for row in new.rows] == [(None, None)] * 3


def test_what_took_over_warms_up_no_more_than_was_planned(cards, squatter):
    squat = cards()[0].logged_exercise_id
    warm = LoggedSet(60, 5, load=60, kind=SetKind.WARMUP)
    logging.log_sets(squat, [warm, DONE])
    logging.swap(squat, "leg-press")
    assert cards()[1].done_before == 1
    assert targets(cards()[1]) == [(5, None)] * 3


def test_the_plans_note_and_tempo_stand_beside_the_lifters_own_note(cards):
    squat = cards()[0]
    assert (squat.tempo, squat.plan_note, squat.note) == ("3-1-1-0", "belt on", "")
    logging.annotate(squat.logged_exercise_id, "left knee taped")
    squat = cards()[0]
    assert (squat.plan_note, squat.note) == ("belt on", "left knee taped")


def test_substitutes_come_first_and_then_the_whole_library(squatter, today):
    gym = frozenset({Equipment.BARBELL, Equipment.DUMBBELL})
    clients.update_lifter(replace(clients.lifter(squatter), equipment=gym))
    found = logging.swap_choices("back-squat", squatter, today, "")
    assert found[0].why.startswith("same pattern")
    assert (
        len({each.slug for each in found}) == len(found) == len(logging.choices(1, today, "")) - 1
    )
    machine = next(each for each in found if each.slug == "lat-pulldown")
    assert machine.why == "not in this gym"
    typed = logging.swap_choices("back-squat", squatter, today, "lat pulldown")
    assert typed[0] == machine


def test_what_is_not_in_the_library_takes_no_place(cards, session):
    before = log.session(session)
    with pytest.raises(LookupError):
        logging.swap(cards()[0].logged_exercise_id, "no-such-exercise")
    assert log.session(session) == before


def test_partners_change_places_and_leave_an_edge_together(lifter, today):
    session, (a, b, c, d, e) = free(lifter, today, None, 0, 0, None, 1)
    logging.move_exercise(b, 1)
    assert order(session) == [(a, None), (c, 0), (b, 0), (d, None), (e, 1)]
    logging.move_exercise(b, 1)
    assert [key for key, _ in order(session)] == [a, d, c, b, e]
    logging.move_exercise(c, -1)
    logging.move_exercise(c, -1)
    assert [key for key, _ in order(session)] == [c, b, a, d, e]
    logging.move_exercise(c, -1)
    assert [key for key, _ in order(session)] == [c, b, a, d, e]


def test_a_single_exercise_goes_past_a_whole_superset(lifter, today):
    session, (a, b, c, d, e) = free(lifter, today, None, 0, 0, None, None)
    logging.move_exercise(a, 1)
    assert [key for key, _ in order(session)] == [b, c, a, d, e]
    logging.move_exercise(a, -1)
    logging.place_exercise(e, 2)  # between partners: before them
    assert [key for key, _ in order(session)] == [a, e, b, c, d]
    logging.place_exercise(c, 5)
    assert [key for key, _ in order(session)] == [a, e, d, b, c]
    logging.place_exercise(c, 3)
    assert order(session)[-2:] == [(c, 0), (b, 0)]


def test_a_superset_is_made_with_the_next_exercise_and_left_again(lifter, today):
    session, (a, b, c, d, _) = free(lifter, today, *[None] * 5)
    logging.join_next(a)
    assert order(session)[:2] == [(a, 0), (b, 0)]
    logging.join_next(b)
    assert order(session)[2] == (c, 0)
    logging.leave_superset(b)
    assert order(session)[:4] == [(a, 0), (c, 0), (b, None), (d, None)]
    logging.leave_superset(a)
    assert {number for _, number in order(session)} == {None}


def test_the_last_exercise_has_no_next_one_and_a_second_superset_its_own_number(lifter, today):
    session, (a, _, c, _, e) = free(lifter, today, *[None] * 5)
    logging.join_next(a)
    logging.join_next(c)
    before = order(session)
    assert [number for _, number in before] == [0, 0, 1, 1, None]
    logging.join_next(e)
    assert order(session) == before
    logging.join_next(a)
    assert [number for _, number in order(session)] == [0, 0, 0, 0, None]


def test_a_partner_left_alone_is_in_no_superset(lifter, today):
    session, (a, b, *_) = free(lifter, today, 0, 0, None)
    logging.remove_exercise(b)
    assert order(session)[0] == (a, None)


def test_a_number_without_a_neighbour_is_shown_as_no_superset(lifter, today):
    session, _ = free(lifter, today, 0, None, 1, 1)
    shown = logging.session_view(lifter, session, today).cards
    assert [card.superset for card in shown] == [None, None, 1, 1]


def test_who_takes_over_in_a_superset_stays_in_it(lifter, today):
    session, (a, b, *_) = free(lifter, today, 0, 0)
    logging.log_sets(a, [DONE])
    made = logging.swap(a, "leg-press")
    assert order(session) == [(a, None), (made, 0), (b, 0)]
