"""Before a program is given to several: who waits for a clearance, is pregnant, or was away."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach import assigning, health, offering, scope
from planner.coach.health import Clearance
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.terms import Intake, Limit, ReferralSource, Topic
from planner.storage import clients

MONDAY = date(2026, 11, 9)
PROGRAM = "upper-lower-four"


def minded(lifter_id: int, today: date) -> list[str]:
    made = assigning.assignment(clients.lifter(lifter_id), PROGRAM, MONDAY, today)
    return [render(each) for each in at_once(made).mind]


def test_a_surgery_that_is_not_cleared_is_to_mind_until_it_is(
    three: list[int], today: date
) -> None:
    health.raise_referral(three[0], Topic.SURGERY, today, ReferralSource.INTAKE)
    said = minded(three[0], today)
    assert said[0].startswith("Waiting for clearance since ")
    (referral,) = health.referrals(three[0])
    health.clear(three[0], referral, Clearance(today, "Dr Ruiz"))
    assert not any("learance" in each for each in minded(three[0], today))


def test_a_pregnancy_that_was_told_of_is_to_mind_and_to_be_spared(
    three: list[int], today: date
) -> None:
    health.answer(three[1], Intake(today, ((Topic.PREGNANCY, True),)))
    said = minded(three[1], today)
    assert said[0].startswith("Waiting for clearance since ")
    assert any(each.startswith("May not suit: ") for each in said)
    wish = offering.wish_of([scope.sparing(clients.lifter(each), today) for each in three])
    assert wish.limits == {Limit.PREGNANCY}


def test_one_lift_that_waits_is_named(three: list[int], today: date) -> None:
    source = ReferralSource.LOG
    health.raise_referral(three[0], Topic.INJURY, today, source, exercise="back-squat")
    assert "No load until a clearance is entered: Back squat." in minded(three[0], today)


def test_who_was_asked_to_see_somebody_is_to_mind_though_loads_do_not_wait(
    three: list[int], today: date
) -> None:
    health.raise_referral(three[2], Topic.MEDICATION, today, ReferralSource.INTAKE)
    assert minded(three[2], today)[0].startswith("Was asked to see a professional on ")


def test_who_was_away_is_to_begin_lightly(three: list[int], today: date) -> None:
    words = "12 weeks without training: begin lightly."
    away, trained = today + timedelta(weeks=11), today + timedelta(days=6)
    assert words in minded(three[1], away)
    assert not any("without" in each for each in minded(three[1], trained))
    assert not any("without" in each for each in minded(three[2], away))
