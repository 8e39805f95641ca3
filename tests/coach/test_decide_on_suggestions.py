"""Decisions on suggestions: put off, changed before accepted, several at once, and their trail."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import (
    blocks,
    clients,
    deciding,
    load_changes,
    planning,
    silence,
    suggesting,
    trail,
    untyped,
    week_edits,
    wording,
)
from planner.coach.circumstances import Circumstances
from planner.coach.steps import do, revert
from planner.coach.trail import DecisionVerdict
from planner.engine.terms import Change, LoggedSet, PlannedSet
from planner.storage import plan
from tests.content import Content, content

LIFTS = {"back-squat": 100.0, "bench-press": 60.0}


def sets(load: float) -> tuple[PlannedSet, ...]:
    return (PlannedSet(8, 8, 2, load_kg=load, load=load),) * 3


@pytest.fixture
def ready(lifter, today, train):
    """Do two lifts easily for six weeks; both are planned on each Monday of three weeks.

    Today is the Thursday of the first of these.
    """
    for slug, load in LIFTS.items():
        entry = LoggedSet(load, 8, rir=3, target_reps=8, load=load)
        for session in range(12, 0, -1):
            train(lifter, slug, today - timedelta(days=3 * session + 4), entry, entry, entry)
    monday = today - timedelta(days=3)
    blocks.new_mesocycle(lifter, "Block", monday, weeks=3)
    for week in planning.view(lifter, today, today).weeks:
        session = week_edits.add_session(week.id, 0, "Whole body")
        for slug, load in LIFTS.items():
            week_edits.prescribe(week_edits.add_exercise(session, slug), sets(load))
    return lifter


def asked(lifter, today):
    return {made.exercise: made for made in planning.suggestions(lifter, today)}


def dump() -> Content:
    return content()


def planned(lifter, since):
    return [
        (on, made.exercise, [entry.load_kg for entry in made.sets])
        for slug in LIFTS
        for on, _, made in plan.future_exercises(lifter, slug, since)
    ]


def test_what_is_put_off_is_back_tomorrow_and_counts_as_no_answer(ready, today):
    squat = asked(ready, today)["back-squat"]
    deciding.put_off(ready, [squat], today)
    assert "back-squat" not in asked(ready, today)
    assert asked(ready, today + timedelta(days=1))["back-squat"].rule == squat.rule
    assert Circumstances(ready, today).decided == []
    assert planned(ready, today)[0][2] == [100.0] * 3


def test_a_session_of_today_may_bring_other_advice_than_was_put_off(ready, today, train):
    deciding.put_off(ready, asked(ready, today).values(), today)
    hard = LoggedSet(100.0, 5, rir=0, target_reps=8, load=100.0)
    train(ready, "back-squat", today, hard, hard, hard)
    fresh = {made.exercise for made in suggesting.all_suggestions(ready, today)}
    assert fresh == {"back-squat"}
    deciding.put_off(ready, suggesting.all_suggestions(ready, today), today)
    assert suggesting.all_suggestions(ready, today) == []


def test_an_empty_pane_says_what_was_put_off(ready, today):
    deciding.put_off(ready, asked(ready, today).values(), today)
    assert wording.render(silence.why(ready, today)) == silence.PUT_OFF


def test_loads_are_listed_when_the_week_begins_and_when_there_are_several(ready, today):
    monday = today + timedelta(days=4)
    made = load_changes.load_changes(ready, planning.suggestions(ready, monday), monday)
    assert made.week == 2
    shown = {each.name: (each.now, each.then, wording.render(each.why)) for each in made.changes}
    assert shown == {
        "Back squat": ("100", "102.5 kg", "all sets met the target"),
        "Bench press": ("60", "62.5 kg", "all sets met the target"),
    }
    deciding.accept(ready, made.changes[0].suggestion, monday)
    left = planning.suggestions(ready, monday)
    assert load_changes.load_changes(ready, left, monday).changes == ()


def leave_out(lifter, on):
    """Say that what was planned lately was not done."""
    untyped.not_done(lifter, suggesting.advised(lifter, on).untyped, on)


def test_loads_that_were_put_off_are_told_of_the_week_that_they_are_in(ready, today):
    tuesday = today + timedelta(days=5)
    deciding.put_off(ready, asked(ready, tuesday - timedelta(days=1)).values(), tuesday)
    wednesday = tuesday + timedelta(days=1)
    leave_out(ready, wednesday)
    made = load_changes.load_changes(ready, asked(ready, wednesday).values(), wednesday)
    assert made.week == 3  # the session of week 2 was on Tuesday


def test_after_time_off_the_list_tells_sets_as_well(ready, today):
    back = today + timedelta(days=11)
    leave_out(ready, back)
    made = load_changes.load_changes(ready, planning.suggestions(ready, back), back)
    (squat,) = [each for each in made.changes if each.name == "Back squat"]
    assert (made.week, squat.now) == (3, "3×8 @2 · 100 kg")
    assert squat.then.startswith("2×8 @4 · ")
    assert wording.render(squat.why) == "100 kg last time, about 1.1 % lost, 4 in reserve"


def test_sessions_that_are_heavier_already_and_advice_on_sets_are_passed_over(ready, today):
    made = asked(ready, today)
    _, line, _ = plan.future_exercises(ready, "back-squat", today)[0]
    week_edits.prescribe(line, sets(110.0))
    heavier, bench = load_changes.load_changes(ready, made.values(), today).changes
    assert (heavier.now, heavier.then) == ("100", "102.5 kg")  # of the session after that
    other = replace(bench.suggestion, rule="structure.add_set", change=Change(sets=4))
    assert load_changes.load_changes(ready, [other], today).changes == ()


def test_loads_of_which_one_comes_in_a_later_week_are_told_of_no_week(ready, today):
    monday = today + timedelta(days=4)
    asked_for = asked(ready, monday).values()
    assert load_changes.load_changes(ready, asked_for, monday).week == 2
    _, line, _ = plan.future_exercises(ready, "bench-press", monday)[0]
    plan.delete_planned_exercise(line)
    made = load_changes.load_changes(ready, asked_for, monday)
    assert (len(made.changes), made.week) == (2, None)


def test_without_a_plan_ahead_no_load_is_listed(ready, today):
    blocks.delete_mesocycle(planning.mesocycles(ready)[0].id)
    made = planning.suggestions(ready, today)
    assert made
    assert load_changes.load_changes(ready, made, today).changes == ()


def test_loads_planned_after_today_are_listed_before_their_block_begins(ready, today):
    early = today - timedelta(days=4)
    made = load_changes.load_changes(ready, planning.suggestions(ready, early), early)
    assert (len(made.changes), made.week) == (2, 1)


def test_on_the_last_day_of_a_week_the_loads_are_said_to_be_of_the_next(ready, today):
    sunday = today + timedelta(days=3)
    made = load_changes.load_changes(ready, asked(ready, sunday).values(), sunday)
    assert (len(made.changes), made.week) == (2, 2)


def test_an_answer_on_loads_that_jumped_is_in_the_trail(per_hand, today, answered):
    answered(per_hand, None, today)
    (kept,) = trail.decided(per_hand)
    assert (kept.verdict, kept.reason) == (DecisionVerdict.ANSWERED, "the loads are right")


def test_all_loads_are_one_step_that_touches_only_what_lies_ahead(ready, today, train):
    monday, later = today - timedelta(days=3), today + timedelta(days=4)
    before, all_planned = dump(), planned(ready, monday)
    made = list(asked(ready, today).values())
    changed, step = do(lambda: deciding.accept_all(ready, made, today))
    assert changed == (4, ())
    now = planned(ready, monday)
    assert [each for each in now if each[0] < today] == [
        each for each in all_planned if each[0] < today
    ]
    assert {on for on, _, loads in now if loads[0] not in LIFTS.values()} == {
        later, later + timedelta(weeks=1),
    }  # fmt: skip
    revert(step)
    assert dump() == before


def test_the_trail_tells_who_decided_what_and_why(ready, today):
    clients.change(replace(clients.lifter(ready), coach="Mira", name="Ada"))
    squat, bench = (asked(ready, today)[slug] for slug in LIFTS)
    deciding.dismiss(ready, squat, today - timedelta(days=1), "I feel tired")
    deciding.accept(ready, bench, today, Change(load_kg=61.0))
    first, second = trail.decided(ready)
    assert (first.lift, first.verdict, first.by) == ("Bench press", DecisionVerdict.CHANGED, "Mira")
    assert (first.proposed, first.changed) == ("62.5 kg", "61 kg")
    assert "Go up to 62.5 kg" in first.said
    assert (second.verdict, second.reason) == (DecisionVerdict.DISMISSED, "I feel tired")
    assert trail.decided(ready, "back-squat") == [second]
    assert trail.found([first, second], "TIRED squat") == [second]
    assert trail.found([first, second], verdict=DecisionVerdict.CHANGED) == [first]
    assert trail.found([first, second], lift="Back squat") == [second]
    assert "61 kg instead of 62.5 kg" in trail.as_text(ready, [first])


def test_who_has_no_coach_decides_alone(ready, today):
    deciding.put_off(ready, [asked(ready, today)["back-squat"]], today)
    (kept,) = trail.decided(ready)
    assert (kept.verdict, kept.by) == (DecisionVerdict.LATER, clients.lifter(ready).name)
