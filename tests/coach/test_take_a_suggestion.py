"""Suggestions: what is asked, what accepting does to the plan, what dismissing keeps."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import blocks, changing, clients, deciding, planning, suggesting, week_edits
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import KG_PER_LB, Change, LoggedSet, PlannedSet, SuggestionKind, Unit
from planner.storage import decisions, plan


@pytest.fixture
def ready(lifter, today, train):
    """Do 3 × 8 with 60 kg easily for six weeks, with the same planned twice from today."""
    for session in range(12, 0, -1):
        entry = LoggedSet(60, 8, rir=3, target_reps=8, load=60)
        train(lifter, "back-squat", today - timedelta(days=3 * session), entry, entry, entry)
    blocks.new_mesocycle(lifter, "Block", today, weeks=2)
    for week in planning.view(lifter, today, today).weeks:
        line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Lower"), "back-squat")
        week_edits.prescribe(line, (PlannedSet(8, 8, 2, load_kg=60, load=60),) * 3)
    return lifter


def increase(lifter, today):
    return next(
        made for made in planning.suggestions(lifter, today) if made.kind is SuggestionKind.INCREASE
    )


def planned_loads(lifter, today):
    ahead = plan.future_exercises(lifter, "back-squat", today)
    return [entry.load_kg for _, _, made in ahead for entry in made.sets]


def test_an_increase_names_its_numbers_and_what_would_change_it(ready, today):
    made = increase(ready, today)
    assert made.rule
    assert made.numbers
    assert made.reason.template
    assert made.would_change.template
    assert 60 < made.change.load_kg <= 66


def test_accepting_changes_only_what_lies_ahead_and_undoes_exactly(ready, today):
    made = increase(ready, today)
    before = planned_loads(ready, today)
    changed, step = do(lambda: deciding.accept(ready, made, today))
    assert changed == 2
    assert set(planned_loads(ready, today)) == {made.change.load_kg}
    revert(step)
    assert planned_loads(ready, today) == before
    assert decisions.decisions(ready) == []


def test_a_lighter_week_stays_light_when_more_load_is_accepted(ready, today):
    week = plan.week(planning.view(ready, today, today).weeks[1].id)
    plan.update_week(replace(week, deload=True))
    (line,) = week.sessions[0].exercises
    week_edits.prescribe(line.id, (PlannedSet(8, 8, 4, load_kg=50, load=50),) * 2)
    made = increase(ready, today)
    assert deciding.accept(ready, made, today) == 1
    assert planned_loads(ready, today) == [made.change.load_kg] * 3 + [50, 50]


def test_an_accepted_suggestion_is_not_asked_again(ready, today):
    made = increase(ready, today)
    deciding.accept(ready, made, today)
    assert made.rule not in [s.rule for s in planning.suggestions(ready, today)]


def test_a_dismissed_suggestion_is_kept_with_its_reason(ready, today):
    made = increase(ready, today)
    deciding.dismiss(ready, made, today, "knee")
    (kept,) = decisions.decisions(ready)
    assert (kept.verdict, kept.reason, kept.rule) == ("dismissed", "knee", made.rule)
    assert made.rule not in [s.rule for s in planning.suggestions(ready, today)]


def test_a_decision_is_kept_in_the_words_and_the_unit_that_the_lifter_read(ready, today):
    made = increase(ready, today)
    deciding.accept(ready, made, today)
    clients.change(replace(clients.lifter(ready), unit=Unit.LB))
    deciding.dismiss(ready, made, today)
    in_kg, in_lb = (kept.text for kept in decisions.decisions(ready))
    assert in_kg == f"{render(made.headline)}. {render(made.reason)}".removesuffix(".")
    assert " lb" in in_lb
    assert " kg" not in in_lb


def test_heavier_planned_loads_are_never_lowered_by_an_increase(ready, today):
    _, line, _ = plan.future_exercises(ready, "back-squat", today)[1]
    week_edits.prescribe(line, (PlannedSet(8, 8, 2, load_kg=80, load=80),) * 3)
    deciding.accept(ready, increase(ready, today), today)
    assert planned_loads(ready, today)[3:] == [80, 80, 80]


def test_after_weeks_off_the_first_session_is_lighter_and_shorter(ready, today):
    back = today + timedelta(weeks=5)
    blocks.new_mesocycle(ready, "Again", back, weeks=1)
    week = planning.view(ready, back, back).weeks[0].id
    line = week_edits.add_exercise(week_edits.add_session(week, 0, "Lower"), "back-squat")
    week_edits.prescribe(line, (PlannedSet(8, 8, 2, load_kg=60, load=60),) * 3)
    (made,) = [s for s in planning.suggestions(ready, back) if s.kind is SuggestionKind.RETURN_RAMP]
    assert made.change.sets <= 2
    assert made.change.load_kg <= 57.5
    assert made.change.rir >= 4


def test_a_change_is_written_in_the_lifters_unit(ready, today):
    change = increase(ready, today).change
    assert suggesting.change_text(change, Unit.KG).endswith("kg")
    assert suggesting.change_text(change, Unit.LB).endswith("lb")
    assert suggesting.change_text(None, Unit.KG) == ""


def test_a_lifter_without_history_gets_no_advice(lifter, today):
    assert suggesting.all_suggestions(lifter, today) == []


def test_a_plan_made_for_later_says_nothing_about_a_day_long_before(ready, today):
    before = suggesting.all_suggestions(ready, today - timedelta(days=30))
    blocks.new_mesocycle(ready, "Next year", today + timedelta(weeks=40), weeks=1)
    week = planning.view(ready, today + timedelta(weeks=40), today).weeks[0].id
    week_edits.add_exercise(week_edits.add_session(week, 0, "Lower"), "back-squat")
    assert suggesting.all_suggestions(ready, today - timedelta(days=30)) == before


def test_after_a_break_only_planned_lifts_are_eased_in(ready, today, train):
    train(ready, "bench-press", today - timedelta(days=4), LoggedSet(60, 8, rir=3, load=60))
    back = today + timedelta(weeks=5)
    blocks.new_mesocycle(ready, "Again", back, weeks=1)
    week = planning.view(ready, back, back).weeks[0].id
    week_edits.add_exercise(week_edits.add_session(week, 0, "Lower"), "back-squat")
    eased = {
        made.exercise
        for made in planning.suggestions(ready, back)
        if made.kind is SuggestionKind.RETURN_RAMP
    }
    assert eased == {"back-squat"}


def test_after_a_long_break_only_the_lifts_trained_most_are_welcomed_back(lifter, today, train):
    work = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    squatted = [today - timedelta(days=400 + 7 * week) for week in range(6)]
    for on in squatted:
        train(lifter, "back-squat", on, work, work)
    others = ("bench-press", "deadlift", "overhead-press", "barbell-row", "front-squat",
              "leg-press", "barbell-curl", "good-morning")  # fmt: skip
    for slug in others:
        for on in squatted[:3]:
            train(lifter, slug, on, work, work)
    made = planning.suggestions(lifter, today)
    assert len(made) == 6
    assert made[0].exercise == "back-squat"


def test_a_single_rep_is_one_rep(lifter):
    one = Change(exercise="back-squat", reps_low=1, reps_high=1, rir=3.0)
    assert changing.change_text(one, Unit.KG) == "Back squat · 1 rep @3"


def test_accepting_half_a_pound_more_changes_what_is_planned(lifter, today, train):
    usual = clients.usual_inventory(Unit.LB)
    small = ((1.25 * KG_PER_LB, 1), (0.5 * KG_PER_LB, 1), (0.25 * KG_PER_LB, 1))
    gym = replace(usual, plates_kg=(*usual.plates_kg, *small))
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB, inventory=gym))
    fifty = {"load_kg": 50 * KG_PER_LB, "load": 50.0, "unit": Unit.LB}
    for session in range(12, 0, -1):
        entry = LoggedSet(reps=8, rir=2.5, target_reps=8, **fifty)
        train(lifter, "overhead-press", today - timedelta(days=3 * session), entry, entry, entry)
    blocks.new_mesocycle(lifter, "Block", today, weeks=1)
    (week,) = planning.view(lifter, today, today).weeks
    line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Upper"), "overhead-press")
    week_edits.prescribe(line, (PlannedSet(8, 8, 2, **fifty),) * 3)
    made = increase(lifter, today)
    assert made.change.load_kg == pytest.approx(50.5 * KG_PER_LB)
    assert deciding.accept(lifter, made, today) == 1
    ((_, _, planned),) = plan.future_exercises(lifter, "overhead-press", today)
    assert {entry.load for entry in planned.sets} == {50.5}
