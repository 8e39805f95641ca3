"""Arranging a plan: several things at once, supersets, rest days, weeks, another lifter's plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    arranging,
    block_weeks,
    carrying,
    logging,
    planning,
    printing,
    rest_days,
    supersets,
    week_edits,
)
from planner.coach.carrying import Copied, Reader
from planner.coach.refused import Refused
from planner.engine.terms import (
    Lifter,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import clients, plan

MONDAY = date(2026, 11, 2)
SETS = (PlannedSet(5, 5, 2, load_kg=90.0, load=90.0),) * 4
SLUGS = ("back-squat", "bench-press", "barbell-row", "plank")


@pytest.fixture
def weeks(lifter: int) -> list[int]:
    """Plan three weeks: a session of four lifts on Monday, two on Sunday; the last is a deload."""
    lines = tuple(PlannedExercise(slug, SETS, note="belt") for slug in SLUGS)
    days = [(0, "Lower", lines), (6, "Upper", lines[1:2]), (6, "Late", lines[:1])]
    sessions = tuple(PlannedSession(name, day, made) for day, name, made in days)
    made = [
        Microcycle(n + 1, MONDAY + timedelta(weeks=n), sessions, deload=n == 2) for n in range(3)
    ]
    block = plan.add_mesocycle(lifter, Mesocycle("Base", MONDAY, tuple(made)))
    return [week.id for week in plan.mesocycle(block).weeks]


def lines(week: int, session: int = 0) -> list[int]:
    return [made.id for made in plan.week(week).sessions[session].exercises]


def written(week: int, session: int = 0) -> str:
    """Write a session's exercises by their first letters, with the letters of supersets."""
    made = plan.week(week).sessions[session].exercises
    letters = ["" if e.superset is None else supersets.letter(e.superset).lower() for e in made]
    names = [e.exercise.split("-")[-1][0].upper() for e in made]
    return " ".join(name + letter for name, letter in zip(names, letters, strict=True))


def days(week: int) -> list[tuple[int, str]]:
    return [(made.day, made.name) for made in plan.week(week).sessions]


def test_lines_of_two_sessions_move_together_below_a_line(weeks):
    chosen = [lines(weeks[0])[0], lines(weeks[0])[2], *lines(weeks[0], 2)]
    arranging.move_lines(chosen, plan.week(weeks[0]).sessions[1].id, lines(weeks[0], 1)[0])
    assert [written(weeks[0], n) for n in range(3)] == ["P P", "P S R S", ""]


def test_lines_dropped_on_themselves_stay(weeks):
    first, second, *_ = lines(weeks[0])
    arranging.move_lines([first, second], plan.week(weeks[0]).sessions[0].id, second)
    assert written(weeks[0]) == "S P R P"


def test_a_superset_gathers_its_lines_and_a_circuit_is_one_of_more(weeks):
    squat, bench, row, plank = lines(weeks[0])
    supersets.group([squat, row])
    assert written(weeks[0]) == "Sa Ra P P"
    supersets.group([bench, plank])
    assert written(weeks[0]) == "Sa Ra Pb Pb"
    supersets.group([squat, row, bench])
    assert written(weeks[0]) == "Sa Ra Pa P"
    supersets.ungroup([row])
    assert written(weeks[0]) == "S R P P"


def test_only_lines_of_one_session_are_done_in_turn(weeks):
    with pytest.raises(Refused, match="two exercises"):
        supersets.group(lines(weeks[0])[:1])
    with pytest.raises(Refused, match="one session"):
        supersets.group([lines(weeks[0])[0], lines(weeks[0], 1)[0]])


def test_what_leaves_a_superset_dissolves_it_and_what_is_put_between_joins(weeks):
    squat, bench, row, plank = lines(weeks[0])
    supersets.group([squat, bench])
    arranging.shift_lines([plank], -1)  # above the row, below the superset
    assert written(weeks[0]) == "Sa Pa P R"
    arranging.shift_lines([plank], -1)  # the superset is passed as a whole
    assert written(weeks[0]) == "P Sa Pa R"
    arranging.move_lines([row], plan.week(weeks[0]).sessions[0].id, squat)
    assert written(weeks[0]) == "P Sa Ra Pa"
    arranging.shift_lines([bench], 1)
    assert written(weeks[0]) == "P Sa Ra Pa"
    arranging.move_lines([squat, row], plan.week(weeks[0]).sessions[1].id, None)
    assert [written(weeks[0]), written(weeks[0], 1)] == ["P P", "Sa Ra P"]
    arranging.delete_lines([squat])
    assert written(weeks[0], 1) == "R P"


def test_a_duplicated_superset_is_one_of_its_own_and_shortens_the_session(weeks, lifter):
    pair = lines(weeks[0])[:2]
    before = planning.view(lifter, MONDAY, MONDAY).minutes
    supersets.group(pair)
    after = planning.view(lifter, MONDAY, MONDAY).minutes
    session = plan.week(weeks[0]).sessions[0].id
    assert after[session] < before[session]
    carrying.duplicate_lines(pair)
    assert written(weeks[0]) == "Sa Pa Sb Pb R P"


def test_sessions_of_a_day_change_places_and_print_and_log_in_that_order(weeks, lifter):
    late = plan.week(weeks[0]).sessions[2].id
    arranging.shift_in_day([late], -1)
    assert days(weeks[0])[1:] == [(6, "Late"), (6, "Upper")]
    sheet = printing.week_sheet(lifter, MONDAY, MONDAY)
    assert [made.title.split(" · ")[-1] for made in sheet.sessions][1:] == ["Late", "Upper"]
    due = logging.planned_today(lifter, MONDAY + timedelta(days=6))
    assert [name for _, name in due] == ["Late", "Upper"]
    arranging.move_sessions([late], 0, after=0)
    assert days(weeks[0]) == [(0, "Late"), (0, "Lower"), (6, "Upper")]


def test_sessions_move_together_as_far_as_the_week_has_room(weeks):
    ids = [made.id for made in plan.week(weeks[0]).sessions]
    arranging.move_sessions(ids, 4)
    assert [day for day, _ in days(weeks[0])] == [0, 6, 6]
    arranging.shift_sessions(ids, 1)
    assert [day for day, _ in days(weeks[0])] == [0, 6, 6]
    arranging.shift_sessions(ids[1:], -3)
    assert days(weeks[0]) == [(0, "Lower"), (3, "Upper"), (3, "Late")]


def test_a_rest_day_moves_the_rest_of_the_block_and_adds_a_week(weeks, lifter):
    moved = rest_days.insert(weeks[1], 0)
    assert (moved.sessions, moved.week_added) == (6, True)
    assert days(weeks[0]) == [(0, "Lower"), (6, "Upper"), (6, "Late")]
    assert days(weeks[1]) == [(1, "Lower")]
    assert days(weeks[2]) == [(0, "Upper"), (0, "Late"), (1, "Lower")]
    added = plan.mesocycle(plan.mesocycle_of(weeks[0])).weeks[3]
    assert (added.number, added.starts_on) == (4, MONDAY + timedelta(weeks=3))
    assert days(added.id) == [(0, "Upper"), (0, "Late")]
    moved = rest_days.remove(weeks[1], 1)  # the day of the session: the rest day before it
    assert days(weeks[1]) == [(0, "Lower"), (6, "Upper"), (6, "Late")]
    assert (moved.sessions, moved.week_gone) == (6, True)
    assert len(plan.mesocycle(plan.mesocycle_of(weeks[0])).weeks) == 3


def test_a_rest_day_at_days_left_out_makes_the_week_there_a_day_longer(weeks, lifter):
    for number, key in enumerate(weeks[1:], 1):
        later = MONDAY + timedelta(weeks=number, days=4)
        plan.update_week(replace(plan.week(key), starts_on=later))
    moved = rest_days.insert(weeks[0], 1)
    assert (moved.sessions, moved.week_added, moved.longer) == (8, True, (1,))
    assert days(weeks[0]) == [(0, "Lower"), (7, "Upper"), (7, "Late")]
    assert days(weeks[1]) == [(1, "Lower")]
    moved = rest_days.remove(weeks[0], 1)
    assert (moved.sessions, moved.week_added, moved.longer) == (8, False, ())
    moved = rest_days.remove(weeks[0], 1)
    assert moved.longer == (2,)
    week = plan.week(weeks[1])
    assert (week.starts_on, week.days) == (MONDAY + timedelta(days=10), 8)
    assert days(weeks[1]) == [(0, "Lower"), (6, "Upper"), (6, "Late"), (7, "Lower")]


def test_what_is_done_never_moves_and_only_a_day_of_rest_is_taken_out(weeks, lifter):
    done = plan.week(weeks[0]).sessions[0].id
    logging.start_planned(lifter, done, MONDAY)
    rest_days.insert(weeks[0], 0)
    assert days(weeks[0]) == [(0, "Lower")]
    assert days(weeks[1]) == [(0, "Upper"), (0, "Late"), (1, "Lower")]
    with pytest.raises(Refused, match="without a session"):
        rest_days.remove(weeks[0], 0)
    with pytest.raises(Refused, match="Nothing is left"):
        rest_days.insert(plan.mesocycle(plan.mesocycle_of(weeks[0])).weeks[3].id, 5)


def test_a_week_is_copied_to_several_and_a_deload_stays_one(weeks, lifter):
    done = plan.week(weeks[1]).sessions[0].id
    logging.start_planned(lifter, done, MONDAY + timedelta(weeks=1))
    week_edits.prescribe(lines(weeks[0])[0], SETS * 2)
    assert block_weeks.lost_by_copy(weeks[0], 9) == ["Upper", "Late", "Lower", "Upper", "Late"]
    assert block_weeks.copy_week(weeks[0], 3) == weeks[1]
    assert done in [made.id for made in plan.week(weeks[1]).sessions]
    assert len(plan.week(weeks[1]).sessions[0].exercises[0].sets) == 4
    light = plan.week(weeks[2]).sessions[0].exercises[0].sets
    assert (len(light), light[0].rir) == (4, 4)
    assert block_weeks.weeks_after(weeks[0]) == 3


def test_a_deload_is_copied_as_it_is(weeks):
    before = [made.sets[0].load for made in plan.week(weeks[2]).sessions[0].exercises]
    target = block_weeks.copy_week(weeks[2])
    assert [made.sets[0].load for made in plan.week(target).sessions[0].exercises] == before


def test_weeks_are_put_in_and_taken_out_and_the_later_ones_move(weeks):
    copy = block_weeks.duplicate_week(weeks[0])
    empty = block_weeks.insert_week(copy)
    order = plan.mesocycle(plan.mesocycle_of(weeks[0])).weeks
    assert [week.id for week in order] == [weeks[0], copy, empty, *weeks[1:]]
    assert [week.number for week in order] == [1, 2, 3, 4, 5]
    assert [week.starts_on for week in order] == [MONDAY + timedelta(weeks=n) for n in range(5)]
    assert block_weeks.delete_week(empty) == copy
    assert block_weeks.delete_week(weeks[0]) == copy
    assert plan.week(copy).starts_on == MONDAY


def test_weeks_with_something_done_stay_where_they_are(weeks, lifter):
    logging.start_planned(lifter, plan.week(weeks[1]).sessions[0].id, MONDAY)
    with pytest.raises(Refused, match="cannot move"):
        block_weeks.insert_week(weeks[0])
    with pytest.raises(Refused, match="cannot be deleted"):
        block_weeks.delete_week(weeks[1])
    block_weeks.delete_week(weeks[2])
    other = plan.add_mesocycle(lifter, Mesocycle("One", MONDAY, (Microcycle(1, MONDAY),)))
    with pytest.raises(Refused, match="only week"):
        block_weeks.delete_week(plan.mesocycle(other).weeks[0].id)


def test_a_week_becomes_a_deload_and_plain_again(weeks):
    block_weeks.make_deload(weeks[0])
    week = plan.week(weeks[0])
    assert (week.deload, len(week.sessions[0].exercises[0].sets)) == (True, 2)
    block_weeks.make_plain(weeks[0])
    week = plan.week(weeks[0])
    assert (week.deload, len(week.sessions[0].exercises[0].sets)) == (False, 2)
    assert week.note == "was a deload with about half of the sets (12 sets)"


@pytest.mark.parametrize("note", ["", "for the knee"])
def test_a_deload_is_halved_once_however_often_it_is_taken_back(weeks, note):
    plan.update_week(replace(plan.week(weeks[0]), note=note))
    block_weeks.make_deload(weeks[0])
    once = plan.week(weeks[0])
    for _ in range(3):
        block_weeks.make_deload(weeks[0])
        block_weeks.make_plain(weeks[0])
        block_weeks.make_plain(weeks[0])
        block_weeks.make_deload(weeks[0])
        assert plan.week(weeks[0]) == once


def test_a_deload_that_is_plain_is_copied_to_a_deload_as_it_is_and_halved_when_it_grew(weeks):
    block_weeks.make_deload(weeks[0])
    block_weeks.make_plain(weeks[0])
    block_weeks.copy_week(weeks[0], 2)
    assert len(plan.week(weeks[2]).sessions[0].exercises[0].sets) == 2
    week_edits.prescribe(lines(weeks[0])[0], SETS)
    block_weeks.make_deload(weeks[0])
    assert len(plan.week(weeks[0]).sessions[0].exercises[0].sets) == 2
    assert plan.week(weeks[0]).note.startswith("deload: about half")


def test_another_lifters_loads_come_from_their_own_strength(weeks, squatter):
    other = clients.add_lifter(Lifter(name="Ada", bodyweight_kg=60.0))
    theirs = plan.add_mesocycle(other, Mesocycle("Hers", MONDAY, (Microcycle(1, MONDAY),)))
    (target,) = plan.mesocycle(theirs).weeks
    what = Copied(other, sessions=plan.week(weeks[0]).sessions)
    carrying.paste_sessions(Copied(squatter, what.sessions), target.id, 3, Reader(other, MONDAY))
    made = plan.week(target.id).sessions[0]
    assert days(target.id)[0] == (0, "Lower")
    assert (made.exercises[0].note, made.exercises[0].sets[0]) == ("", PlannedSet(
        5, 5, 2, id=made.exercises[0].sets[0].id, uid=made.exercises[0].sets[0].uid))  # fmt: skip
    today = Reader(squatter, date(2026, 11, 5))
    session = plan.week(weeks[0]).sessions[0].id
    (new,) = carrying.paste_lines(Copied(other, lines=made.exercises[:1]), session, None, today)
    assert plan.planned_exercise(new).sets[0].load_kg is not None
    assert written(weeks[0]) == "S S P R P"


def test_what_was_copied_of_a_lifter_who_is_gone_has_no_share_of_their_strength(weeks, squatter):
    what = Copied(squatter + 1000, sessions=plan.week(weeks[0]).sessions[:1])
    today = Reader(squatter, date(2026, 11, 5))
    (new,) = carrying.paste_sessions(what, weeks[1], 3, today)
    made = plan.planned_session(new).exercises[0]
    assert len(made.sets) == len(what.sessions[0].exercises[0].sets)
