"""Back to a load that hurt badly: in steps from what was done since, in every room alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from planner.coach import (
    entry,
    health,
    logging,
    planned_lines,
    planning,
    printing,
    scope,
    sheet_grid,
    suggesting,
    wording,
)
from planner.coach.charts.no_load_ahead import may_be_harder, no_load_ahead
from planner.coach.entry import SetRow
from planner.coach.loads import LoadBasis
from planner.engine.terms import LoggedSet, PlannedSet, ReferralSource, Restriction, Topic, Unit
from tests.coach import hurt_squats
from tests.coach.hurt_squats import DAY, SQUAT, plan_load, plan_sets


@pytest.fixture
def log(lifter) -> Callable[..., None]:
    """Return what logs three sets of an exercise at a load."""
    return partial(hurt_squats.train, lifter)


@pytest.fixture
def hurt(lifter, today) -> int:
    """Squat up to 90 kg, which hurt by 8 of 10 nine days ago."""
    hurt_squats.hurt_at_90(lifter, today)
    return lifter


def card(lifter: int, on: date) -> logging.ExerciseCard:
    ((key, _),) = logging.planned_today(lifter, on)
    (made,) = logging.session_view(lifter, logging.start_planned(lifter, key, on), on).cards
    return made


def targets(lifter: int, on: date) -> set[float | None]:
    return {row.target.load_kg for row in card(lifter, on).rows if row.target}


def offered(row: SetRow) -> float | None:
    return None if row.asks_load else row.suggested_kg


@pytest.mark.parametrize("days", [1, 2, 3])
def test_however_many_light_days_came_since_the_load_that_hurt_is_not_filled_in(
    hurt, today, log, days
) -> None:
    for day in range(days, 0, -1):
        log(today - 2 * day * DAY, 40.0, pain=0)
    plan_load(hurt, today, 90.0)
    rows = card(hurt, today).rows
    assert {row.target.load_kg for row in rows if row.target} == {None}
    assert all((offered(row) or 0.0) <= 44.0 for row in rows)


def test_a_step_over_the_heaviest_since_stands(hurt, today, log) -> None:
    log(today - 5 * DAY, 50.0, pain=0)
    log(today - 3 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 55.0)
    assert targets(hurt, today) == {55.0}


def test_who_reached_the_load_again_without_pain_is_free_of_it(hurt, today, log) -> None:
    log(today - 5 * DAY, 90.0, pain=2)
    log(today - 3 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 100.0)
    assert targets(hurt, today) == {100.0}


def test_the_load_typed_in_pounds_is_reached_by_the_one_tolerance(hurt, today, log) -> None:
    log(today - 5 * DAY, 89.9, pain=0)
    plan_load(hurt, today, 100.0)
    assert targets(hurt, today) == {100.0}


def test_pain_that_comes_back_lower_down_begins_the_way_back_anew(hurt, today, log) -> None:
    log(today - 7 * DAY, 60.0, pain=0)
    log(today - 5 * DAY, 65.0, pain=7)
    log(today - 3 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 60.0)
    assert targets(hurt, today) == {None}


def cleared(lifter: int, hurt_on: date) -> None:
    health.raise_referral(lifter, Topic.STRONG_PAIN, hurt_on, ReferralSource.LOG, SQUAT)
    (made,) = health.waiting(lifter, hurt_on)
    health.clear(lifter, made, health.Clearance(on=hurt_on + DAY, by="Dr X"))


@pytest.mark.parametrize("light", [[], [60.0]])
def test_a_clearance_ends_it_before_and_after_light_days_alike(hurt, today, log, light) -> None:
    cleared(hurt, today - 9 * DAY)
    for load in light:
        log(today - 3 * DAY, load, pain=0)
    plan_load(hurt, today, 90.0)
    assert targets(hurt, today) == {90.0}


def test_a_clearance_tells_nothing_of_pain_after_it(hurt, today, log) -> None:
    cleared(hurt, today - 9 * DAY)
    log(today - 5 * DAY, 85.0, pain=7)
    log(today - 3 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 85.0)
    assert targets(hurt, today) == {None}


@pytest.mark.parametrize(
    ("slug", "hurt_kg", "since", "planned"),
    [
        ("pull-up", 20.0, 0.0, 1.25),
        ("assisted-pull-up", 20.0, 40.0, 39.0),
    ],
)
def test_the_next_load_of_the_gym_is_a_step_where_it_moves_hardly_more(
    lifter, today, log, slug, hurt_kg, since, planned
) -> None:
    log(today - 9 * DAY, hurt_kg, pain=8, slug=slug)
    log(today - 5 * DAY, since, pain=0, slug=slug)
    plan_load(lifter, today, planned, slug=slug)
    assert targets(lifter, today) == {planned}


@pytest.mark.parametrize(
    ("slug", "hurt_kg", "since", "planned"),
    [
        ("back-squat", 90.0, 20.0, 22.5),
        ("assisted-pull-up", 20.0, 40.0, 35.0),
        ("lateral-raise", 12.0, 4.0, 5.0),
    ],
)
def test_where_it_is_too_big_a_step_for_anybody_it_waits(
    lifter, today, log, slug, hurt_kg, since, planned
) -> None:
    log(today - 9 * DAY, hurt_kg, pain=8, slug=slug)
    log(today - 5 * DAY, since, pain=0, slug=slug)
    plan_load(lifter, today, planned, slug=slug)
    assert targets(lifter, today) == {None}


def test_less_help_than_the_next_pin_is_too_soon(lifter, today, log) -> None:
    log(today - 9 * DAY, 10.0, pain=8, slug="assisted-pull-up")
    log(today - 5 * DAY, 40.0, pain=0, slug="assisted-pull-up")
    plan_load(lifter, today, 10.0, slug="assisted-pull-up")
    assert targets(lifter, today) == {None}


def test_a_share_of_strength_comes_to_no_more_than_a_step(hurt, today, log) -> None:
    for day in (6, 4, 2):
        log(today - day * DAY, 40.0, pain=0)
    plan_sets(hurt, today, *[PlannedSet(5, 5, percent_e1rm=80.0)] * 3)
    assert max(kg or 0.0 for kg in targets(hurt, today)) <= 44.0


def test_a_carry_is_back_once_it_was_carried_as_heavy_again(lifter, today, train) -> None:
    def carried(load: float, pain: int) -> LoggedSet:
        return LoggedSet(load, None, seconds=30.0, load=load, pain=pain)

    train(lifter, "farmers-carry", today - 9 * DAY, carried(30.0, 8))
    train(lifter, "farmers-carry", today - 5 * DAY, carried(20.0, 0))
    basis = LoadBasis(lifter, today)
    context = basis.context("farmers-carry", today)
    assert context.way_back.most_kg < 30.0


def test_in_place_of_a_load_that_is_too_soon_the_log_offers_none_over_a_limit(
    hurt, today, log
) -> None:
    log(today - 2 * DAY, 60.0, pain=0)
    plan_load(hurt, today, 90.0)
    scope.keep(hurt, Restriction(today, None, "Sam", exercise=SQUAT, most_kg=50.0))
    usual = [entry.usual_load(row, Unit.KG)["load_kg"] for row in card(hurt, today).rows]
    assert usual == [50.0] * 3


WORDS = "pain 8 out of 10 on {day}: the load comes back in steps"


def words(today: date) -> str:
    return WORDS.format(day=wording.short_date(today - 9 * DAY))


def test_plan_log_and_sheet_say_why_the_load_planned_is_not_offered(hurt, today, log) -> None:
    log(today - 2 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 90.0)
    assert list(planning.view(hurt, today, today).hurt.values()) == [words(today)]
    (made,) = printing.week_sheet(hurt, today, today).sessions
    assert [(line.load, line.note) for line in made.lines] == [("–", f"P{words(today)[1:]}.")]
    assert card(hurt, today).hurt == words(today)


def test_advice_on_a_light_load_tells_of_the_pain_before_it_and_asks_for_no_more_sets(
    hurt, today, log
) -> None:
    for days, load in ((5, 40.0), (2, 42.5)):
        log(today - days * DAY, load, pain=0)
    (made,) = suggesting.all_suggestions(hurt, today)
    day = wording.short_date(today - 9 * DAY)
    assert wording.render(made.reason).startswith(f"It hurt badly on {day}: ")
    assert not made.rule.startswith("structure")


def test_nothing_is_said_where_the_load_planned_is_a_step(hurt, today, log) -> None:
    log(today - 2 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 42.5)
    assert not planning.view(hurt, today, today).hurt
    (made,) = printing.week_sheet(hurt, today, today).sessions
    assert [(line.load, line.note) for line in made.lines] == [("42.5", "")]
    assert card(hurt, today).hurt == ""


def test_while_a_clearance_is_waited_for_that_is_told_alone(hurt, today, log) -> None:
    log(today - 2 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 90.0)
    health.raise_referral(hurt, Topic.STRONG_PAIN, today - 9 * DAY, ReferralSource.LOG, SQUAT)
    assert not planning.view(hurt, today, today).hurt


def test_a_sheet_typed_back_asks_for_the_load_that_was_not_on_it(hurt, today, log) -> None:
    monday = today - today.weekday() * DAY
    plan_sets(hurt, monday, *[PlannedSet(5, 5, 2, load_kg=90.0, load=90.0)] * 3)
    log(today - 2 * DAY, 40.0, pain=0)
    (week,) = planning.view(hurt, today, today).weeks
    sheet = printing.week_sheet(hurt, today, today)
    ((line,),) = (made.lines for made in sheet_grid.sheet_grid(hurt, week.id, today).sessions)
    assert (sheet.sessions[0].lines[0].load, {box.row.asks_load for box in line.boxes}) == (
        "–",
        {True},
    )


def exported(lifter: int, today: date) -> list[tuple[str, str]]:
    (week,) = planned_lines.block(lifter, today).weeks
    (made,) = planned_lines.days(week, LoadBasis(lifter, today), {})
    return [(line.load, line.note) for line in made.lines]


def test_a_plan_that_is_exported_has_no_such_load_and_says_why(hurt, today, log) -> None:
    log(today - 2 * DAY, 40.0, pain=0)
    plan_load(hurt, today, 90.0)
    assert exported(hurt, today) == [("–", f"P{words(today)[1:]}.")]


def test_nor_has_it_one_while_the_lift_hurts(hurt, today) -> None:
    plan_load(hurt, today, 90.0)
    day = wording.short_date(today - 9 * DAY)
    assert exported(hurt, today) == [("–", f"Pain 8 out of 10 on {day}: to be looked at first.")]


def test_charts_tell_no_load_ahead_until_the_load_is_reached(hurt, today, log) -> None:
    for day in (7, 5, 3):
        log(today - day * DAY, 40.0, pain=0)
    ahead = no_load_ahead(hurt, SQUAT, today)
    day = wording.short_date(today - 9 * DAY)
    assert wording.render(ahead.why) == f"It hurt badly on {day}: the load comes back in steps."
    assert not may_be_harder(hurt, SQUAT, today)
    log(today - 2 * DAY, 90.0, pain=0)
    assert no_load_ahead(hurt, SQUAT, today) is None


def test_a_return_after_time_off_offers_no_more_than_a_step_either(hurt, today, log) -> None:
    log(today - 7 * DAY, 40.0, pain=0)
    log(today - 5 * DAY, 40.0, pain=0)
    back = today + 28 * DAY
    plan_load(hurt, back, 90.0)
    (made,) = suggesting.suggestions(hurt, back)
    assert (made.rule, (made.change.load_kg or 0.0) <= 44.0) == ("return.ramp", True)
    assert targets(hurt, back) == {None}
