"""Logging: from the plan or free, set by set, and what stands beside each row."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from planner.coach import blocks, clients, logging, planning, practising, week_edits
from planner.engine.terms import (
    CheckIn,
    Experience,
    LoggedExercise,
    LoggedSet,
    PlannedSet,
    Session,
    SetKind,
    Technique,
)
from planner.storage import log


@pytest.fixture
def planned(squatter, today):
    """Plan squats for today; return the planned session's id."""
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    week = planning.view(squatter, today, today).weeks[0].id
    session = week_edits.add_session(week, 0, "Lower")
    line = week_edits.add_exercise(session, "back-squat")
    week_edits.prescribe(line, (PlannedSet(5, 5, 2, load_kg=102.5, load=102.5),) * 3)
    return session


def view(lifter, session, today):
    return logging.session_view(lifter, session, today)


def test_todays_planned_session_is_offered_until_it_is_started(squatter, planned, today):
    assert logging.planned_today(squatter, today) == [(planned, "Lower")]
    logging.start_planned(squatter, planned, today)
    assert logging.planned_today(squatter, today) == []


def test_rows_show_target_and_last_time(squatter, planned, today):
    session = logging.start_planned(squatter, planned, today)
    (card,) = view(squatter, session, today).cards
    assert [row.target.load_kg for row in card.rows] == [102.5] * 3
    assert [(row.last.load_kg, row.last.reps) for row in card.rows] == [(100.0, 5)] * 3
    assert card.rows[0].suggested_kg == 102.5
    assert card.reading.strength_kg > 100


def test_a_session_that_goes_on_shows_what_was_known_before_it(squatter, planned, today):
    session = logging.start_planned(squatter, planned, today)
    (before,) = view(squatter, session, today).cards
    logging.log_sets(before.logged_exercise_id, [LoggedSet(95.0, 5, rir=0.0, load=95.0)])
    (card,) = view(squatter, session, today).cards
    assert card.reading == before.reading
    logging.finish(session)
    (after,) = view(squatter, session, today).cards
    assert after.reading.strength_kg < before.reading.strength_kg


def test_what_was_lifted_tells_the_least_without_the_reserve(lifter, planned, today):
    session = logging.start_planned(lifter, planned, today)
    slot = view(lifter, session, today).cards[0].logged_exercise_id
    logging.log_sets(slot, [LoggedSet(40.0, 10, rir=3.0, load=40.0)])
    (card,) = view(lifter, session, today).cards
    assert card.least_kg == pytest.approx(40.0 * (1 + 9 / 29))


def test_an_old_session_shows_what_was_known_on_its_day(squatter, today):
    old = logging.sessions(squatter)[6]
    later = today + timedelta(days=600)
    (then,) = view(squatter, old.id, later).cards
    (seen_soon,) = view(squatter, old.id, old.on + timedelta(days=1)).cards
    assert not then.reading.still_away
    assert then.reading.strength_kg == pytest.approx(seen_soon.reading.strength_kg)


def test_logged_sets_fill_the_rows_in_order(squatter, planned, today):
    session = logging.start_planned(squatter, planned, today)
    slot = view(squatter, session, today).cards[0].logged_exercise_id
    logging.log_sets(slot, [LoggedSet(102.5, 5, rir=2, load=102.5)])
    rows = view(squatter, session, today).cards[0].rows
    assert rows[0].logged.reps == 5
    assert rows[1].logged is None


def test_more_sets_than_planned_get_rows_of_their_own(squatter, planned, today):
    session = logging.start_planned(squatter, planned, today)
    slot = view(squatter, session, today).cards[0].logged_exercise_id
    logging.log_sets(slot, [LoggedSet(100, 5, load=100)] * 5)
    assert len(view(squatter, session, today).cards[0].rows) == 5


def test_a_free_session_offers_as_many_rows_as_last_time(squatter, today):
    session = logging.start_free(squatter, today, "Evening")
    logging.add_exercise(session, "back-squat")
    (card,) = view(squatter, session, today).cards
    assert [row.suggested_kg for row in card.rows] == [100.0] * 3


def test_warm_ups_of_last_time_are_no_targets(squatter, today):
    warm = LoggedSet(40, 5, kind=SetKind.WARMUP, load=40)
    session = logging.start_free(squatter, today - timedelta(days=1))
    slot = logging.add_exercise(session, "back-squat")
    logging.log_sets(slot, [warm, LoggedSet(90, 5, load=90)])
    following = logging.start_free(squatter, today)
    logging.add_exercise(following, "back-squat")
    (card,) = view(squatter, following, today).cards
    assert [row.last.load_kg for row in card.rows] == [90]


RAMP = [LoggedSet(kg, reps, load=kg) for kg, reps in ((40, 8), (60, 5), (80, 3))]
WORK = [LoggedSet(kg, 5, load=kg) for kg in (100, 102.5, 105)]


def test_work_sets_stand_beside_work_sets_though_no_app_marked_the_warm_ups(squatter, today, train):
    train(squatter, "back-squat", today - timedelta(days=1), *RAMP, *WORK)
    session = logging.start_free(squatter, today)
    slot = logging.add_exercise(session, "back-squat")
    assert [row.last.load_kg for row in view(squatter, session, today).cards[0].rows] == [
        100, 102.5, 105,
    ]  # fmt: skip
    logging.log_sets(slot, [*RAMP, *WORK])
    rows = view(squatter, session, today).cards[0].rows
    assert [row.last and row.last.load_kg for row in rows] == [None, None, None, 100, 102.5, 105]


def test_lighter_sets_after_the_heaviest_are_no_ramp_up(squatter, today, train):
    top, back_off = LoggedSet(120, 1, load=120), LoggedSet(80, 5, load=80)
    train(squatter, "back-squat", today - timedelta(days=1), top, back_off, back_off)
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "back-squat")
    rows = view(squatter, session, today).cards[0].rows
    assert [row.last.load_kg for row in rows] == [120, 80, 80]


def test_a_planned_set_without_load_is_offered_what_strength_allows(squatter, today, train):
    train(squatter, "back-squat", today - timedelta(days=1), LoggedSet(120, 1, rir=0, load=120))
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    week = planning.view(squatter, today, today).weeks[0].id
    line = week_edits.add_exercise(week_edits.add_session(week, 0, "Lower"), "back-squat")
    warm_up = PlannedSet(5, 5, kind=SetKind.WARMUP)
    week_edits.prescribe(line, (warm_up, *(PlannedSet(10, 10, 2),) * 3))
    planned = planning.view(squatter, today, today).week.sessions[0].id
    session = logging.start_planned(squatter, planned, today)
    rows = view(squatter, session, today).cards[0].rows
    assert rows[0].suggested_kg is None
    assert [row.target.load_kg for row in rows[1:]] == [None] * 3
    assert all(75 <= row.suggested_kg <= 95 for row in rows[1:])


def test_a_set_can_be_changed_rated_and_removed(squatter, today):
    session = logging.start_free(squatter, today)
    slot = logging.add_exercise(session, "back-squat")
    (set_id,) = logging.log_sets(slot, [LoggedSet(100, 5, load=100)])
    entry = view(squatter, session, today).cards[0].rows[0].logged
    logging.rate(set_id, Technique.MINOR)
    rated = view(squatter, session, today).cards[0].rows[0].logged
    assert (rated.technique, rated.load) == (Technique.MINOR, entry.load)
    logging.remove_set(set_id)
    assert all(row.logged is None for row in view(squatter, session, today).cards[0].rows)


def test_an_unfinished_session_is_offered_again(squatter, today):
    session = logging.start_free(squatter, today)
    assert logging.open_session(squatter) == session
    logging.finish(session)
    assert logging.open_session(squatter) is None


def test_any_past_day_can_be_logged_and_moved(squatter, today):
    past = today - timedelta(days=30)
    session = logging.start_free(squatter, past, "Forgotten")
    assert logging.sessions_on(squatter, past)
    logging.move(session, past + timedelta(days=1))
    assert not logging.sessions_on(squatter, past)
    assert [made.name for made in logging.sessions_on(squatter, past + timedelta(days=1))] == [
        "Forgotten"
    ]


def test_a_deleted_session_is_gone_from_every_list(squatter, today):
    session = logging.start_free(squatter, today)
    logging.delete(session)
    assert session not in [made.id for made in logging.sessions(squatter)]
    with pytest.raises(LookupError):
        view(squatter, session, today)


def test_the_load_steps_by_what_the_bar_can_take(squatter, today):
    session = logging.start_free(squatter, today)
    logging.add_exercise(session, "back-squat")
    exercise = view(squatter, session, today).cards[0].exercise
    assert logging.step_load(100, exercise, squatter, up=True) == 102.5
    assert logging.step_load(20, exercise, squatter, up=False) == 20


def test_a_check_in_keeps_unanswered_questions_open(squatter, today):
    assert logging.check_in(squatter, today) == CheckIn(today)
    logging.save_check_in(squatter, CheckIn(today, sleep=4))
    stored = logging.check_in(squatter, today)
    assert (stored.sleep, stored.mood) == (4, None)


def test_warm_ups_do_not_use_up_the_targets_of_the_work_sets(squatter, planned, today):
    session = logging.start_planned(squatter, planned, today)
    card = view(squatter, session, today).cards[0]
    warm_up = LoggedSet(60.0, 5, kind=SetKind.WARMUP)
    logging.log_sets(card.logged_exercise_id, [warm_up, LoggedSet(102.5, 5)])
    rows = view(squatter, session, today).cards[0].rows
    assert [(row.number, row.target is not None, row.logged is not None) for row in rows] == [
        (1, False, True),
        (1, True, True),
        (2, True, False),
        (3, True, False),
    ]
    assert rows[0].last is None


def test_an_exercise_moves_up_and_down_in_its_session(squatter, today):
    session = logging.start_free(squatter, today)
    first, second = (logging.add_exercise(session, slug) for slug in ("back-squat", "plank"))

    def order() -> list[int]:
        return [card.logged_exercise_id for card in view(squatter, session, today).cards]

    logging.move_exercise(second, -1)
    assert order() == [second, first]
    logging.move_exercise(second, -1)
    assert order() == [second, first]
    logging.move_exercise(second, 1)
    assert order() == [first, second]


def test_a_note_stays_with_its_exercise(squatter, today):
    session = logging.start_free(squatter, today)
    slot = logging.add_exercise(session, "back-squat")
    logging.annotate(slot, "left knee taped")
    assert view(squatter, session, today).cards[0].note == "left knee taped"


def test_sets_typed_in_for_a_past_day_have_no_time_of_day_and_no_length(squatter, today):
    session = logging.start_free(squatter, today - timedelta(days=30))
    slot = logging.add_exercise(session, "back-squat")
    logging.log_sets(slot, [LoggedSet(100, 5, load=100)])
    logging.finish(session)
    stored = view(squatter, session, today).session
    assert stored.exercises[0].sets[0].logged_at is None
    assert stored.duration_s is None


def test_a_session_left_open_overnight_has_no_length(squatter, today):
    started = datetime.combine(today, time(18))
    late = LoggedSet(100, 5, load=100, logged_at=started + timedelta(days=2))
    session = log.add_session(
        squatter, Session(today, (LoggedExercise("back-squat", (late,)),), started_at=started)
    )
    logging.finish(session)
    assert view(squatter, session, today).session.duration_s is None


def test_a_session_logged_live_knows_its_length(squatter, today):
    started = datetime.combine(today, time(18))
    entry = LoggedSet(100, 5, load=100, logged_at=started + timedelta(minutes=50))
    session = log.add_session(
        squatter, Session(today, (LoggedExercise("back-squat", (entry,)),), started_at=started)
    )
    logging.finish(session)
    assert view(squatter, session, today).session.duration_s == 3000


def test_a_set_logged_in_a_session_of_today_has_its_time_of_day(squatter):
    now = datetime.now()
    session = logging.start_free(squatter, now.date())
    slot = logging.add_exercise(session, "back-squat")
    logging.log_sets(slot, [LoggedSet(100, 5, load=100)])
    stored = view(squatter, session, now.date()).session.exercises[0].sets[0]
    assert timedelta(minutes=-1) < stored.logged_at - now < timedelta(minutes=1)


def test_a_finished_session_offers_no_empty_row_to_fill_by_mistake(squatter, today):
    session = logging.start_free(squatter, today)
    slot = logging.add_exercise(session, "back-squat")
    logging.log_sets(slot, [LoggedSet(100, 5, load=100)])
    logging.finish(session)
    (card,) = view(squatter, session, today).cards
    assert [row.logged.reps for row in card.rows] == [5]


def test_no_load_is_spoken_of_where_there_is_none(lifter, today):
    clients.change(replace(clients.lifter(lifter), experience=Experience.NOVICE))
    session = logging.start_free(lifter, today)
    for slug in ("back-squat", "single-leg-balance", "l-sit"):
        logging.add_exercise(session, slug)
    cards = view(lifter, session, today).cards
    said = [practising.words(card.practice, card.exercise) for card in cards]
    assert [made is not None and "light" in made.template for made in said] == [True, False, False]
