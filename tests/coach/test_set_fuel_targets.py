"""What to eat and drink: own goals, counted as one likes; a doctor's word overrides them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    bodyweight,
    clients,
    exporting,
    fuel,
    fuel_words,
    printing,
    settings_travel,
)
from planner.coach.fuel import DoctorLimit, Goals, PerMass, Volume, Withheld
from planner.engine.terms import (
    Intake,
    Limit,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Referral,
    ReferralSource,
    Restriction,
    Topic,
)
from planner.storage import clients as stored, health, plan


def told(lifter: int, on: date) -> str:
    return fuel_words.line(fuel.targets(lifter, on))


def born(lifter: int, year: int) -> None:
    clients.change(replace(clients.lifter(lifter), birth_year=year))


def test_protein_follows_the_latest_bodyweight(lifter: int, today: date) -> None:
    assert "Protein" not in told(lifter, today)
    bodyweight.change(lifter, today - timedelta(days=9), 82.0)
    assert told(lifter, today) == "Protein 130–180 g a day; Drinks 2.8 l a day, your goal"


def test_counting_otherwise_changes_no_amount(lifter: int, today: date) -> None:
    bodyweight.change(lifter, today, 82.0)
    fuel.change(lifter, replace(fuel.goals(lifter), per=PerMass.LB, volume=Volume.US_CUP))
    assert told(lifter, today) == "Protein 130–180 g a day; Drinks 12 cups (US) a day, your goal"


def test_a_doctors_limit_overrides_until_it_ends(lifter: int, today: date) -> None:
    bodyweight.change(lifter, today, 82.0)
    limits = Goals(
        protein_limit=DoctorLimit(60, "Dr Ruiz", today), drinks_limit=DoctorLimit(1.5, "Dr Ruiz")
    )
    fuel.change(lifter, limits)
    assert told(lifter, today) == (
        "Protein at most 60 g a day, a limit by Dr Ruiz until 5 Nov; "
        "Drinks at most 1.5 l a day, a limit by Dr Ruiz"
    )
    assert told(lifter, today + timedelta(days=1)).startswith("Protein 130–180 g a day")


@pytest.mark.parametrize("why", Withheld)
def test_who_is_young_pregnant_or_has_sick_kidneys_sees_who_says_it_and_no_number(
    lifter: int, today: date, why: Withheld
) -> None:
    bodyweight.change(lifter, today, 60.0)
    if why is Withheld.PROFESSIONAL:
        fuel.change(lifter, Goals(elsewhere=True))
    elif why is Withheld.UNDER_18:
        born(lifter, today.year - 15)
    else:
        topic = Topic.KIDNEY if why is Withheld.KIDNEY else Topic.PREGNANCY
        health.save_intake(lifter, Intake(today, ((topic, True),)))
    assert fuel.targets(lifter, today).withheld is why
    assert told(lifter, today) == ""
    assert not set("0123456789") & set(fuel_words.WHO_SAYS[why].replace("Under 18", ""))


def test_what_is_minded_in_programs_counts_too(lifter: int, today: date) -> None:
    clients.change(replace(clients.lifter(lifter), limits=(Limit.PREGNANCY,)))
    assert fuel.targets(lifter, today).withheld is Withheld.PREGNANCY


def test_a_doctors_limit_for_pregnancy_counts_while_it_holds(lifter: int, today: date) -> None:
    health.add_restriction(lifter, Restriction(today, today, "Dr Ruiz", limit=Limit.PREGNANCY))
    assert fuel.targets(lifter, today).withheld is Withheld.PREGNANCY
    assert fuel.targets(lifter, today + timedelta(days=1)).withheld is None


def test_a_question_left_open_later_takes_no_answer_back(lifter: int, today: date) -> None:
    health.save_intake(lifter, Intake(today - timedelta(days=9), ((Topic.KIDNEY, True),)))
    health.save_intake(lifter, Intake(today, ((Topic.HEART, False),)))
    assert fuel.targets(lifter, today).withheld is Withheld.KIDNEY


def test_while_kidneys_are_to_be_looked_at_no_number_is_shown(lifter: int, today: date) -> None:
    health.add_referral(lifter, Referral(today, Topic.KIDNEY, ReferralSource.INTAKE))
    health.save_intake(lifter, Intake(today, ((Topic.KIDNEY, False),)))
    assert fuel.targets(lifter, today).withheld is Withheld.KIDNEY


def test_a_doctors_limit_is_shown_where_no_other_number_is(lifter: int, today: date) -> None:
    health.save_intake(lifter, Intake(today, ((Topic.KIDNEY, True),)))
    fuel.change(lifter, Goals(protein_limit=DoctorLimit(48)))
    assert told(lifter, today) == "Protein at most 48 g a day, a limit by a doctor"


def test_it_stands_on_the_sheet_only_when_that_is_wanted(lifter: int, today: date) -> None:
    squat = PlannedExercise("back-squat", (PlannedSet(5, 5, 100.0),))
    week = Microcycle(1, today, (PlannedSession("A", 0, (squat,)),))
    plan.add_mesocycle(lifter, Mesocycle("Block", today, (week,)))
    assert not any("Drinks" in each for each in printing.week_sheet(lifter, today, today).this_week)
    fuel.change(lifter, Goals(printed=True))
    told = printing.week_sheet(lifter, today, today).this_week
    assert told[-1] == "Drinks 2.8 l a day, your goal."


def test_goals_go_along_with_the_lifter_unless_they_are_damaged(lifter: int) -> None:
    made = Goals(drinks_l=2.0, protein_limit=DoctorLimit(60, "Dr Ruiz", date(2027, 3, 3)))
    fuel.change(lifter, made)
    uid = clients.lifter(lifter).uid
    sent = exporting.document(lifter, private=True).settings
    stored.forget_setting(f"fuel/{uid}")
    broken = ("[]", '{"drinks_l": 99}', '{"per": "stone"}', '{"drinks_limit": {"most": 1}}')
    for each in broken:
        settings_travel.take_in({f"fuel/{uid}": each}, [uid])
        assert fuel.goals(lifter) == Goals()
    settings_travel.take_in(sent, [uid])
    assert fuel.goals(lifter) == made
