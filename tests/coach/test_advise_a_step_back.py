"""What is advised while the plan asks for a load that hurt badly: a step, or no more than last."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import (
    deciding,
    load_changes,
    load_jumps,
    planning,
    scope,
    suggesting,
    week_edits,
    wording,
)
from planner.engine.terms import LoggedSet, Restriction, SetKind, Suggestion, Technique
from tests.coach.hurt_squats import (
    DAY,
    SQUAT,
    hurt_at_90,
    plan_load,
    train,
    train_sets,
    work,
)

BENCH, FIRST_DAYS = "bench-press", (7, 4)


@pytest.fixture
def hurt(lifter, today) -> int:
    """Squat up to 90 kg, which hurt by 8 of 10 nine days ago."""
    hurt_at_90(lifter, today)
    return lifter


def light_days(
    lifter: int, today: date, load: float, days: tuple[int, ...] = FIRST_DAYS, slug: str = SQUAT
) -> None:
    for ago in days:
        train(lifter, today - ago * DAY, load, slug=slug)


def told(lifter: int, today: date) -> Suggestion:
    made, *_ = suggesting.all_suggestions(lifter, today)
    return made


def load(made: Suggestion) -> float | None:
    return made.change.load_kg if made.change is not None else None


def fell_short(kg: float, *reps: int) -> list[LoggedSet]:
    return [LoggedSet(kg, each, rir=0.0, target_reps=5, load=kg) for each in reps]


def test_it_is_a_step_after_sound_sessions(hurt, today) -> None:
    light_days(hurt, today, 60.0, (7, 4, 1))
    plan_load(hurt, today, 90.0)
    made = told(hurt, today)
    assert (made.rule, load(made)) == ("hold.back_in_steps", 65.0)
    assert wording.render(made.headline) == "Take 65 kg next time"
    day = wording.short_date(today - 9 * DAY)
    said = wording.render(made.reason)
    assert said == f"It hurt badly on {day}: the load comes back in steps."


def test_a_plan_that_is_no_more_than_a_step_stays(hurt, today) -> None:
    light_days(hurt, today, 60.0, (7, 4, 1))
    plan_load(hurt, today, 65.0)
    assert told(hurt, today).rule != "hold.back_in_steps"


def test_no_step_follows_a_session_that_fell_far_short(hurt, today) -> None:
    light_days(hurt, today, 60.0)
    train_sets(hurt, today - DAY, *fell_short(60.0, 2, 2, 2))
    plan_load(hurt, today, 90.0)
    made = told(hurt, today)
    assert made.rule == "hold.missed"
    assert (load(made) or 90.0) <= 60.0


def test_a_load_that_could_not_be_lifted_is_asked_about_first(hurt, today) -> None:
    light_days(hurt, today, 50.0)
    train_sets(hurt, today - DAY, *fell_short(80.0, 1, 0, 0))
    plan_load(hurt, today, 90.0)
    assert told(hurt, today).rule == "hold.check_entry"


@pytest.mark.parametrize("rir", [3.0, 0.0])
@pytest.mark.parametrize("planned", [60.0, 62.5, 65.0, None])
def test_less_than_before_it_hurt_is_no_typing_error(hurt, today, planned, rir) -> None:
    light_days(hurt, today, 60.0)
    train_sets(hurt, today - DAY, *[work(60.0, rir=rir)] * 3)
    if planned is not None:
        plan_load(hurt, today, planned)
    assert told(hurt, today).rule != "hold.check_entry"


@pytest.mark.parametrize("kg", [30.0, 40.0, 45.0])
def test_far_lighter_loads_after_it_hurt_are_no_mix_up_of_units(hurt, today, kg) -> None:
    light_days(hurt, today, kg, (7, 4, 1))
    plan_load(hurt, today, 90.0)
    assert load_jumps.question(hurt, today) is None
    assert told(hurt, today).rule == "hold.back_in_steps"


def test_nor_are_the_old_ones_after_them(hurt, today) -> None:
    light_days(hurt, today, 40.0, (7, 5, 4))
    light_days(hurt, today, 85.0, (2, 1, 0))
    assert load_jumps.question(hurt, today) is None


def test_a_step_that_was_accepted_is_not_asked_about(hurt, today) -> None:
    light_days(hurt, today, 60.0, (7, 4, 1))
    plan_load(hurt, today, 90.0)
    deciding.accept(hurt, told(hurt, today), today)
    after = [made.rule for made in suggesting.all_suggestions(hurt, today)]
    assert not {"hold.check_entry", "hold.back_in_steps"} & set(after)


def test_no_step_follows_technique_that_broke_down(hurt, today) -> None:
    light_days(hurt, today, 60.0)
    broken = replace(work(60.0), technique=Technique.BREAKDOWN)
    train_sets(hurt, today - DAY, *[broken] * 3)
    plan_load(hurt, today, 90.0)
    made = told(hurt, today)
    assert made.rule.startswith("hold.technique")
    assert (load(made) or 90.0) <= 60.0


def test_no_step_follows_mild_pain(hurt, today) -> None:
    light_days(hurt, today, 60.0)
    train(hurt, today - DAY, 60.0, pain=3)
    plan_load(hurt, today, 90.0)
    made = told(hurt, today)
    assert (made.rule, load(made)) == ("hold.pain", 60.0)


@pytest.mark.parametrize(("most_kg", "advised_kg"), [(62.5, 62.5), (50.0, 50.0)])
def test_the_step_keeps_to_a_limit(hurt, today, most_kg, advised_kg) -> None:
    light_days(hurt, today, 60.0, (7, 4, 1))
    plan_load(hurt, today, 90.0)
    scope.keep(hurt, Restriction(today, None, "Sam", exercise=SQUAT, most_kg=most_kg))
    assert load(told(hurt, today)) == advised_kg


def test_after_strong_pain_help_is_taken_off_as_by_anybody(lifter, today) -> None:
    lift = "assisted-pull-up"
    for week in range(8, 0, -1):
        train(lifter, today - (9 + 7 * week) * DAY, 20.0, slug=lift)
    train(lifter, today - 9 * DAY, 20.0, pain=8, slug=lift)
    light_days(lifter, today, 40.0, (7, 4, 1), slug=lift)
    plan_load(lifter, today, 20.0, slug=lift)
    made = told(lifter, today)
    assert load(made) == 40.0
    assert "The next step, 35 kg of help, is" in wording.render(made.reason)


def test_of_a_lift_with_warm_ups_alone_since_it_hurt_no_load_is_told(hurt, today) -> None:
    for ago in (6, 4, 2):
        train_sets(hurt, today - ago * DAY, replace(work(40.0), kind=SetKind.WARMUP))
    plan_load(hurt, today, 90.0)
    assert (told(hurt, today).rule, load(told(hurt, today))) == ("hold.pain_stop", None)


def why_in_the_list(lifter: int, today: date, made: Suggestion) -> str:
    """Return why a load changes, as the list says it that another lift is on, too."""
    (session,) = planning.view(lifter, today, today).week.sessions
    line = week_edits.add_exercise(session.id, BENCH)
    week_edits.prescribe(line, session.exercises[0].sets)
    two = [made, replace(made, exercise=BENCH)]
    first, _ = load_changes.load_changes(lifter, two, today).changes
    return wording.render(first.why)


def test_the_list_of_loads_says_since_when_it_goes_in_steps(hurt, today) -> None:
    light_days(hurt, today, 60.0, (7, 4, 1))
    plan_load(hurt, today, 90.0)
    said = why_in_the_list(hurt, today, told(hurt, today))
    day = wording.short_date(today - 9 * DAY)
    assert said == f"pain 8 out of 10 on {day}: the load comes back in steps"


def test_the_list_of_loads_does_not_say_that_it_hurt_in_a_session_in_which_it_did_not(
    hurt, today
) -> None:
    train(hurt, today - 2 * DAY, 90.0)
    plan_load(hurt, today, 95.0)
    made = told(hurt, today)
    assert made.rule == "hold.pain"
    assert why_in_the_list(hurt, today, made) == "pain 8 out of 10 lately"
