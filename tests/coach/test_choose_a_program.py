"""Choosing a program: what fits comes first, and says why."""

from __future__ import annotations

import pytest

from planner.coach import choosing, planning, wording
from planner.coach.choosing import Fit, Wish
from planner.engine.terms import Equipment, Experience, Goal, Limit

pytestmark = pytest.mark.usefixtures("database")


def ranked(wish: Wish) -> list[Fit]:
    return choosing.ranked(planning.programs(), wish)


def said(fit: Fit) -> str:
    return " ".join(wording.render(each) for each in (*fit.reasons, *fit.against))


def test_without_a_wish_the_order_stays_and_nothing_is_said() -> None:
    fits = ranked(Wish())
    assert [fit.program.slug for fit in fits] == [each.slug for each in planning.programs()]
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
    assert all(fit.program.minutes > 25 for fit in fits if not fit.possible)


def test_a_sore_knee_is_minded_and_the_exercises_are_named() -> None:
    fits = ranked(Wish(days=3, limits=frozenset({Limit.KNEE})))
    minded = [fit for fit in fits if fit.possible and fit.against]
    assert minded
    assert any("Swap or leave out" in said(fit) for fit in minded)


def test_every_wish_leaves_a_program_that_is_possible() -> None:
    for goal in Goal:
        for days in (2, 3, 4, 5, 6):
            for experience in (Experience.NOVICE, Experience.INTERMEDIATE, Experience.RETURNER):
                assert ranked(Wish(goal, days, experience=experience))[0].possible
