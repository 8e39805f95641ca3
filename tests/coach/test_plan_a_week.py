"""Planning: blocks, sessions, prescriptions, and what the week adds up to."""

from datetime import date, timedelta

import pytest

from planner.coach import arranging, block_weeks, blocks, logging, planning, programs, week_edits
from planner.engine.terms import LoggedSet, PlannedSet, Unit

MONDAY = date(2026, 11, 2)


@pytest.fixture
def week(lifter: int) -> int:
    """Make an empty block of two weeks; return the first week's id."""
    blocks.new_mesocycle(lifter, "Base", MONDAY, weeks=2)
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    return view.weeks[0].id


def shown(lifter: int, on: date = MONDAY):
    view = planning.view(lifter, on, MONDAY)
    assert view is not None
    return view


def test_a_new_lifter_has_no_plan(lifter):
    assert planning.view(lifter, MONDAY, MONDAY) is None


def test_a_session_and_its_exercises_appear_on_their_day(lifter, week):
    session = week_edits.add_session(week, 3, "Lower B")
    week_edits.add_exercise(session, "deadlift")
    week_edits.add_exercise(session, "leg-press")
    (made,) = shown(lifter).week.sessions
    assert (made.name, made.day) == ("Lower B", 3)
    assert [e.exercise for e in made.exercises] == ["deadlift", "leg-press"]


def test_a_new_exercise_has_sets_to_start_from_and_a_plank_has_seconds(lifter, week):
    session = week_edits.add_session(week, 0, "Mixed")
    week_edits.add_exercise(session, "back-squat")
    week_edits.add_exercise(session, "plank")
    squat, plank = shown(lifter).week.sessions[0].exercises
    assert (squat.sets[0].reps_low, squat.sets[0].reps_high) == (8, 12)
    assert plank.sets[0].seconds == 30


def test_a_prescription_replaces_the_sets(lifter, week):
    session = week_edits.add_session(week, 0, "Lower")
    line = week_edits.add_exercise(session, "back-squat")
    sets = (PlannedSet(6, 6, 2, load_kg=102.5, load=102.5),) * 4
    week_edits.prescribe(line, sets)
    (made,) = shown(lifter).week.sessions[0].exercises
    assert planning.prescription_text(made.sets, Unit.KG) == ("4×6 @2", "102.5")


def test_rest_tempo_and_note_are_kept(lifter, week):
    session = week_edits.add_session(week, 0, "Lower")
    line = week_edits.add_exercise(session, "back-squat")
    week_edits.annotate(line, 240, "3-1-3-0", "belt")
    (made,) = shown(lifter).week.sessions[0].exercises
    assert (made.rest_s, made.tempo, made.note) == (240, "3-1-3-0", "belt")


def test_sessions_move_and_copy_within_the_week(lifter, week):
    session = week_edits.add_session(week, 0, "Lower")
    week_edits.add_exercise(session, "back-squat")
    arranging.move_sessions([session], 2)
    copy = week_edits.duplicate_session(session, 4)
    assert copy != session
    assert [(made.name, made.day) for made in shown(lifter).week.sessions] == [
        ("Lower", 2),
        ("Lower", 4),
    ]


def test_an_exercise_moves_to_another_session(lifter, week):
    first = week_edits.add_session(week, 0, "A")
    second = week_edits.add_session(week, 2, "B")
    line = week_edits.add_exercise(first, "back-squat")
    week_edits.add_exercise(second, "deadlift")
    arranging.move_lines([line], second, None)
    a, b = shown(lifter).week.sessions
    assert a.exercises == ()
    assert [e.exercise for e in b.exercises] == ["back-squat", "deadlift"]


def test_a_copied_week_replaces_what_was_planned_after_it_and_has_ids_of_its_own(lifter, week):
    session = week_edits.add_session(week, 0, "Lower")
    week_edits.add_exercise(session, "back-squat")
    block_weeks.copy_week(week)
    following = shown(lifter, MONDAY + timedelta(weeks=1)).week
    block_weeks.copy_week(week)
    again = shown(lifter, MONDAY + timedelta(weeks=1)).week
    assert [made.name for made in again.sessions] == ["Lower"]
    assert again.sessions[0].id != session
    assert again.sessions[0].uid not in (following.sessions[0].uid, "")


def test_copying_the_last_week_adds_one(lifter, week):
    week_edits.add_session(week, 0, "Lower")
    last = block_weeks.copy_week(block_weeks.copy_week(week))
    numbers = [made.number for made in shown(lifter).weeks]
    assert numbers == [1, 2, 3]
    assert planning.view(lifter, MONDAY, MONDAY, last).week.sessions[0].name == "Lower"


def test_a_done_session_survives_a_copied_week_and_is_not_doubled(lifter, week):
    week_edits.add_session(week, 1, "Upper")
    week_edits.add_session(week, 3, "Lower")
    following = block_weeks.copy_week(week)
    done = planning.view(lifter, MONDAY, MONDAY, following).week.sessions[0].id
    logging.start_planned(lifter, done, MONDAY)
    block_weeks.copy_week(week)
    sessions = planning.view(lifter, MONDAY, MONDAY, following).week.sessions
    assert [made.name for made in sessions] == ["Upper", "Lower"]
    assert done in [made.id for made in sessions]


def test_hard_sets_count_helpers_half(lifter, week):
    session = week_edits.add_session(week, 0, "Push")
    line = week_edits.add_exercise(session, "bench-press")
    week_edits.prescribe(line, (PlannedSet(5, 5, 2),) * 4)
    sets = {made.group: made.sets for made in shown(lifter).hard_sets}
    assert (sets["Chest"], sets["Triceps"], sets["Quads"]) == (4, 2, 0)


def test_a_logged_session_shows_as_done(lifter, week):
    session = week_edits.add_session(week, 0, "Lower")
    week_edits.add_exercise(session, "back-squat")
    logged = logging.start_planned(lifter, session, MONDAY)
    card = logging.session_view(lifter, logged, MONDAY).cards[0]
    logging.log_sets(card.logged_exercise_id, [LoggedSet(100, 5, load=100)])
    assert shown(lifter).done == {session: logged}


def test_every_program_starts_on_the_day_asked_for_with_all_its_weeks(lifter):
    for program in programs.programs():
        block = planning.start_program(lifter, program.slug, MONDAY, MONDAY)
        made = next(m for m in planning.mesocycles(lifter) if m.id == block)
        assert made.started_on == MONDAY
        assert len(shown(lifter).mesocycle.weeks) == program.weeks
        blocks.delete_mesocycle(block)


def test_a_program_knows_the_loads_of_lifts_with_a_history(squatter, today):
    planning.start_program(squatter, "steady-fives", today, today)
    view = planning.view(squatter, today, today)
    lines = [e for made in view.week.sessions for e in made.exercises]
    loads = {e.exercise: e.sets[0].load_kg for e in lines}
    assert loads["back-squat"] is not None
    assert 70 <= loads["back-squat"] <= 115
    assert loads["bench-press"] is None


def test_an_unknown_program_is_named(lifter):
    with pytest.raises(LookupError, match="no-such"):
        planning.start_program(lifter, "no-such", MONDAY, MONDAY)
