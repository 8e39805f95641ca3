"""When a lifter trained, was to train and was away; what was planned against what was done."""

from datetime import date, datetime, time, timedelta

import pytest

from planner.coach import blocks, logging, planning, week_edits
from planner.coach.adherence import Kept, adherence
from planner.coach.charts import volume_page
from planner.coach.charts.training_days_page import TrainingDays, days_trained, training_days
from planner.engine.terms import Absence, LoggedExercise, LoggedSet, Session, SetKind
from planner.storage import clients, log

MONDAY = date(2026, 11, 2)
TODAY = date(2026, 11, 5)  # a Thursday
DAY = timedelta(days=1)
SQUAT = LoggedSet(100, 5, rir=2, load=100)


def did(lifter: int, on: date, *sets: LoggedSet, **known) -> int:
    slot = LoggedExercise("back-squat", sets or (SQUAT,) * 3)
    return log.add_session(lifter, Session(on, (slot,), **{"finished": True, **known}))


@pytest.fixture
def week(lifter: int) -> list[int]:
    """Plan squats on Monday, Wednesday and Friday of two weeks; return the first week's ids."""
    blocks.new_mesocycle(lifter, "Base", MONDAY, 2)
    week = planning.view(lifter, MONDAY, MONDAY).week.id
    made = [week_edits.add_session(week, day, f"Day {day}") for day in (0, 2, 4)]
    for session in made:
        week_edits.add_exercise(session, "back-squat")
    return made


def do(lifter: int, session: int, on: date, sets: int) -> None:
    logged = logging.start_planned(lifter, session, on)
    card = logging.session_view(lifter, logged, on).cards[0]
    logging.log_sets(card.logged_exercise_id, [LoggedSet(100, 8, rir=2, load=100)] * sets)
    logging.finish(logged)


def test_an_empty_log_has_nothing_to_show(lifter):
    assert training_days(lifter, TODAY) == TrainingDays()


def test_a_day_has_its_sessions_sets_tonnage_and_length(lifter):
    warm_up = LoggedSet(60, 5, kind=SetKind.WARMUP, load=60)
    easy = LoggedSet(80, 5, rir=6, load=80)
    at = datetime(2026, 11, 3, 18, 0)
    first = did(lifter, MONDAY + DAY, warm_up, SQUAT, easy, name="Lower", duration_s=3600,
                started_at=at)  # fmt: skip
    second = did(lifter, MONDAY + DAY, SQUAT, name="Again", duration_s=1230,
                 started_at=at.replace(hour=20))  # fmt: skip
    (day,) = days_trained(lifter, TODAY)
    assert [(each.id, each.name, each.sets) for each in day.sessions] == [
        (first, "Lower", 2),
        (second, "Again", 1),
    ]
    assert (day.hard_sets, day.sets, day.tonnage_kg, day.minutes) == (2, 3, 1400, 80)


def test_a_load_typed_tenfold_adds_no_tonnage(lifter):
    for weeks in range(8, 0, -1):
        did(lifter, MONDAY - weeks * 7 * DAY)
    curl = LoggedSet(10, 10, rir=2, load=10)
    both = (
        LoggedExercise("back-squat", (LoggedSet(1012.5, 5, rir=2, load=1012.5),) * 3),
        LoggedExercise("dumbbell-curl", (curl,) * 2),
    )
    log.add_session(lifter, Session(MONDAY, both, finished=True))
    day = days_trained(lifter, TODAY)[-1]
    assert (day.on, day.hard_sets, day.sets, day.tonnage_kg) == (MONDAY, 5, 5, 200)
    (_, (squats, *_)) = volume_page.weekly_tonnage(lifter, "Quads", TODAY).rows[-1]
    assert squats == 0


def test_a_length_that_is_unknown_for_one_session_is_unknown_for_the_day(lifter):
    did(lifter, MONDAY, duration_s=3600)
    did(lifter, MONDAY)
    assert days_trained(lifter, TODAY)[0].minutes is None


def test_a_session_left_open_over_night_has_no_length(lifter):
    did(lifter, MONDAY, duration_s=14 * 3600)
    assert days_trained(lifter, TODAY)[0].minutes is None


def test_a_typing_error_is_no_tonnage_and_days_to_come_are_left_out(lifter):
    did(lifter, MONDAY, SQUAT, LoggedSet(1000, 5, load=1000, flags=frozenset({"suspect"})))
    did(lifter, TODAY + DAY)
    assert [day.tonnage_kg for day in days_trained(lifter, TODAY)] == [500]


def test_an_empty_session_is_no_training(lifter):
    log.add_session(lifter, Session(MONDAY, note="ill", finished=True))
    assert training_days(lifter, TODAY).days == ()


def test_what_is_planned_and_not_begun_is_ahead_but_for_days_away(lifter, week):
    clients.add_absence(lifter, Absence(MONDAY + 7 * DAY, MONDAY + 8 * DAY, "holiday"))
    found = training_days(lifter, TODAY)
    assert [(each.on, each.name) for each in found.planned] == [(MONDAY + 4 * DAY, "Day 4")]
    assert [each.reason for each in found.away] == ["holiday"]


def test_a_week_says_what_was_planned_done_and_is_still_to_come(lifter, week):
    do(lifter, week[0], MONDAY, sets=2)
    (this,) = training_days(lifter, TODAY).weeks
    assert (this.starts_on, this.kept) == (MONDAY, Kept(1, 2, 2, 6))
    assert (this.sessions_ahead, this.sets_ahead) == (1, 3)
    assert (this.sessions, this.sets) == (3, 9)


def test_a_week_that_only_has_days_to_come_is_told_of_too(lifter, week):
    (this,) = training_days(lifter, MONDAY).weeks
    assert (this.kept, this.sessions, this.sets) == (Kept(), 3, 9)


def test_days_away_are_neither_due_nor_to_come(lifter, week):
    clients.add_absence(lifter, Absence(MONDAY + DAY, None, "ill"))
    (this,) = training_days(lifter, TODAY).weeks
    assert (this.kept.due, this.sessions) == (1, 2)
    clients.add_absence(lifter, Absence(MONDAY + 4 * DAY, MONDAY + 4 * DAY))
    assert training_days(lifter, TODAY).weeks[0].sessions == 1


def test_what_nobody_planned_is_no_week_of_a_plan(lifter):
    did(lifter, MONDAY)
    assert training_days(lifter, TODAY).weeks == ()


def test_weeks_add_up_to_what_is_told_of_adherence(lifter, week):
    do(lifter, week[0], MONDAY, sets=3)
    do(lifter, week[2], MONDAY + 4 * DAY, sets=1)
    later = MONDAY + 20 * DAY
    weeks = training_days(lifter, later).weeks
    total = sum((each.kept for each in weeks), Kept())
    assert (total.done, total.due) == adherence(lifter, date.min, later)


def test_time_away_leaves_a_row_of_weeks_whole(lifter):
    for ago in (1, 2, 5, 6):
        did(lifter, MONDAY - timedelta(weeks=ago))
    clients.add_absence(lifter, Absence(MONDAY - 28 * DAY, MONDAY - 15 * DAY, "holiday"))
    regular = training_days(lifter, TODAY).regular
    assert (regular.row.weeks, regular.row.passed, regular.best.weeks) == (4, 2, 4)
    assert regular.habit.trained == 4


def test_the_usual_time_of_day_takes_eight_sessions(lifter):
    for ago in range(1, 9):
        at = datetime.combine(MONDAY - ago * 7 * DAY, time(17 + ago % 3, 40))
        did(lifter, at.date(), started_at=at)
        known = training_days(lifter, TODAY).regular.begins
        assert known == (None if ago < 8 else (time(18), time(19, 30)))


def test_weeks_begin_where_the_reader_begins_them(lifter, week):
    do(lifter, week[0], MONDAY, sets=3)
    (this,) = training_days(lifter, TODAY, first_weekday=7).weeks
    assert this.starts_on == date(2026, 11, 1)
