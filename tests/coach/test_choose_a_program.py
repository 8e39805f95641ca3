"""Choosing a program: what fits comes first, and says why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.coach import choosing, programs, wording
from planner.coach.choosing import Fit, Wish
from planner.engine.terms import Equipment, Experience, Goal, Limit
from planner.storage import library

pytestmark = pytest.mark.usefixtures("database")


def ranked(wish: Wish) -> list[Fit]:
    return choosing.ranked(programs.programs(), wish)


def said(fit: Fit) -> str:
    return " ".join(wording.render(each) for each in (*fit.reasons, *fit.against))


def test_without_a_wish_the_order_stays_and_nothing_is_said() -> None:
    fits = ranked(Wish())
    assert [fit.program.slug for fit in fits] == [each.slug for each in programs.programs()]
    assert not any(fit.reasons or fit.against for fit in fits)


def test_who_wants_strength_on_four_days_gets_four_days_of_strength() -> None:
    best = ranked(Wish(Goal.STRENGTH, days=4, experience=Experience.INTERMEDIATE))[0]
    assert Goal.STRENGTH in best.program.goals
    assert best.program.days == 4
    assert "It fits 4 days a week." in said(best)
    assert "strength" in said(best)


def test_with_nothing_at_home_only_bodyweight_programs_are_possible() -> None:
    wish = Wish(equipment=frozenset({Equipment.BODYWEIGHT, Equipment.OTHER}))
    fits = ranked(wish)
    assert fits[0].possible
    assert set(fits[0].program.equipment) <= {Equipment.BODYWEIGHT, Equipment.OTHER}
    barbell = next(fit for fit in fits if Equipment.BARBELL in fit.program.equipment)
    assert not barbell.possible
    assert "It needs barbell" in said(barbell)


def test_a_beginner_is_not_given_a_peak() -> None:
    fits = ranked(Wish(Goal.STRENGTH, experience=Experience.NOVICE))
    assert Experience.NOVICE in fits[0].program.levels
    peak = next(place for place, fit in enumerate(fits) if "peak" in fit.program.slug)
    assert peak > len(fits) // 3


def test_little_time_rules_out_long_sessions() -> None:
    fits = ranked(Wish(minutes=20))
    assert fits[0].program.minutes <= 25
    assert all((fit.program.minutes > 35) == (not fit.possible) for fit in fits)


def test_a_sore_knee_is_minded_and_the_exercises_are_named() -> None:
    fits = ranked(Wish(days=3, limits=frozenset({Limit.KNEE})))
    minded = [fit for fit in fits if fit.possible and fit.against]
    assert minded
    assert any("Swap or leave out" in said(fit) for fit in minded)


def test_balance_drills_are_held_on_to_where_falls_are_feared_and_never_swapped() -> None:
    fits = ranked(Wish(Goal.BALANCE, limits=frozenset({Limit.FALLS})))
    first = fits[0]
    assert first.program.slug == "steady-on-the-feet"
    assert "Do these beside something to hold on to: Tandem stand" in said(first)
    assert "made for steadier feet" in said(first)
    assert "Bodyweight step-up" in said(first)
    assert "Swap" not in said(first)
    for fit in fits:
        swaps = [text for text in map(wording.render, fit.against) if "Swap" in text]
        assert not any("Single-leg balance" in text for text in swaps), fit.program.slug


def test_each_exercise_that_strains_what_is_spared_is_named() -> None:
    known = library.by_slug()
    for fit in ranked(Wish(limits=frozenset({Limit.FALLS}))):
        risky = [known[slug] for slug in fit.program.exercises if fit.possible]
        for exercise in (each for each in risky if Limit.FALLS in each.limits):
            assert exercise.name in said(fit), fit.program.slug


def test_steady_feet_come_first_for_whoever_asks_for_balance_and_fears_to_fall() -> None:
    for experience in (Experience.NOVICE, Experience.RETURNER):
        for days in (3, 4, 5):
            wish = Wish(Goal.BALANCE, days, None, None, experience, frozenset({Limit.FALLS}))
            assert ranked(wish)[0].program.slug == "steady-on-the-feet"


@pytest.mark.parametrize(("slug", "limit"), [("knee-block", "knee"), ("ankle-block", "ankle")])
def test_a_block_made_for_a_joint_is_not_ruled_out_for_it(slug: str, limit: str) -> None:
    fits = ranked(Wish(limits=frozenset({Limit(limit)})))
    block = next(fit for fit in fits if fit.program.slug == slug)
    assert block.possible
    assert f"made for this ({limit}); see a physiotherapist first when it hurts." in said(block)
    assert "Swap" not in said(block)
    afraid = ranked(Wish(limits=frozenset({Limit(limit), Limit.FALLS})))
    assert not next(fit for fit in afraid if fit.program.slug == slug).possible


def test_a_program_of_the_body_alone_says_that_all_is_there() -> None:
    fits = ranked(Wish(equipment=frozenset({Equipment.BODYWEIGHT})))
    bare = next(fit for fit in fits if fit.program.slug == "nothing-but-the-body")
    assert "You have all that it needs." in said(bare)
    full = ranked(Wish(equipment=frozenset(Equipment)))
    most = max(fit.points for fit in full)
    for fit in full:
        assert (fit.points == most) == bool(set(fit.program.equipment) - {Equipment.BODYWEIGHT})


def at_home() -> list[frozenset[Equipment] | None]:
    return [None, frozenset(Equipment), frozenset({Equipment.DUMBBELL, Equipment.BAND})]


@pytest.mark.parametrize("there", at_home(), ids=["open", "a full gym", "dumbbells"])
@pytest.mark.parametrize("goal", [Goal.STRENGTH, Goal.MUSCLE])
def test_who_has_equipment_is_not_led_to_the_body_alone(there, goal) -> None:
    for minutes in (None, 45, 60, 90):
        for experience in (Experience.NOVICE, Experience.INTERMEDIATE, Experience.RETURNER):
            best = ranked(Wish(goal, 3, minutes, there, experience))[0].program
            assert best.equipment, (minutes, experience)


def serves(fit: Fit, wish: Wish) -> bool:
    return fit.possible and wish.goal in fit.program.goals and wish.experience in fit.program.levels


def test_goal_and_experience_come_first_then_the_days() -> None:
    for goal in (Goal.STRENGTH, Goal.MUSCLE, Goal.SKILL, Goal.KEEP):
        for days in (2, 3, 4, 5, 6):
            for minutes in (None, 45, 60):
                for experience in (Experience.NOVICE, Experience.INTERMEDIATE):
                    wish = Wish(goal, days, minutes, None, experience)
                    fits = [fit for fit in ranked(wish) if not fit.program.beside]
                    serving = [fit for fit in fits if serves(fit, wish)]
                    if not serving:
                        continue
                    assert serves(fits[0], wish), wish
                    if any(fit.program.days == days for fit in serving):
                        assert fits[0].program.days == days, wish


@pytest.mark.parametrize("goal", [None, *Goal])
def test_without_a_plan_whole_plans_come_before_what_goes_beside_one(goal) -> None:
    for minutes in (None, 20, 45):
        for experience in (None, Experience.NOVICE, Experience.RETURNER):
            wish = Wish(goal, None, minutes, None, experience)
            beside = [fit.program.beside for fit in ranked(wish) if fit.possible]
            assert beside == sorted(beside)


def test_with_a_plan_a_block_beside_it_may_lead_where_it_serves_the_goal() -> None:
    wish = Wish(Goal.BALANCE, limits=frozenset({Limit.KNEE}))
    assert choosing.ranked(programs.programs(), wish, planned=True)[0].program.beside
    for goal in (Goal.STRENGTH, Goal.MUSCLE, Goal.SKILL):
        assert not choosing.ranked(programs.programs(), Wish(goal), planned=True)[0].program.beside


@pytest.mark.parametrize(
    ("minutes", "possible", "minded"),
    [(65, True, False), (60, True, False), (45, True, True), (50, True, True), (40, False, True)],
)
def test_a_little_more_time_is_minded_and_much_more_rules_out(minutes, possible, minded) -> None:
    made = [each for each in programs.programs() if each.slug == "dumbbells-at-home"]
    (fit,) = choosing.ranked(made, Wish(minutes=minutes))
    assert made[0].minutes == 65
    assert (fit.possible, bool(fit.against)) == (possible, minded)
    assert "Sessions take about 65 minutes." in said(fit)


def test_far_more_sets_than_are_usual_for_the_experience_are_minded() -> None:
    made = {fit.program.slug: fit for fit in ranked(Wish(experience=Experience.NOVICE))}
    assert "far above the usual range for your experience: drop some sets." in said(
        made["push-pull-legs-six"]
    )
    for slug in ("groundwork-two", "groundwork-three", "full-body-start", "steady-fives"):
        assert "above the usual" not in said(made[slug])


def test_a_program_without_goals_is_neither_praised_nor_blamed_for_them() -> None:
    aimless = [replace(each, goals=()) for each in programs.programs()[:1]]
    aimed = choosing.ranked(aimless, Wish(Goal.STRENGTH))
    (fit,), (other,) = aimed, choosing.ranked(aimless, Wish(Goal.SKILL))
    assert (fit.points, said(fit)) == (other.points, "")


def test_many_small_reasons_against_it_rule_nothing_out() -> None:
    wish = Wish(Goal.SKILL, experience=Experience.NOVICE, limits=frozenset(Limit))
    for fit in ranked(wish):
        assert fit.possible == ("It is not for you" not in said(fit))


def test_what_rules_a_program_out_is_said_first() -> None:
    wish = Wish(Goal.SKILL, 2, 20, frozenset(), Experience.NOVICE, frozenset({Limit.KNEE}))
    out = ("It takes", "Sessions take", "It needs", "It is not for you")
    for fit in (fit for fit in ranked(wish) if not fit.possible):
        assert wording.render(fit.against[0]).startswith(out)


def test_every_wish_leaves_a_program_that_is_possible() -> None:
    for goal in Goal:
        for days in (2, 3, 4, 5, 6):
            for experience in (Experience.NOVICE, Experience.INTERMEDIATE, Experience.RETURNER):
                assert ranked(Wish(goal, days, experience=experience))[0].possible
