"""When an answer or a sign asks for a professional, and when it was looked at already."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import health
from planner.coach.health import Clearance
from planner.coach.quiet import quiet
from planner.engine.terms import Intake, ReferralSource, Topic

DAY = timedelta(days=1)
YES = ((Topic.CARDIAC_EVENT, True),)
EVENTS = (Topic.CHEST_PAIN, Topic.FAINTING, Topic.SURGERY, Topic.PREGNANCY, Topic.CARDIAC_EVENT,
          Topic.BLOOD_PRESSURE, Topic.INJURY)  # fmt: skip
STATES = (Topic.HEART, Topic.CONDITION, Topic.KIDNEY, Topic.MEDICATION, Topic.SUPERVISED)


@pytest.fixture
def answer(squatter):
    """Return a function that answers yes on a day; it returns the topics that then wait anew."""

    def store(on, *topics):
        raised = health.answer(squatter, Intake(on, tuple((each, True) for each in topics)))
        return {made.topic for made in health.referrals(squatter) if made.id in raised}

    return store


def cleared(lifter, on):
    for made in health.waiting(lifter, on):
        health.clear(lifter, made, Clearance(on, "Dr. Cor"))


def test_what_waits_already_is_not_raised_again(squatter, today):
    assert len(health.answer(squatter, Intake(today, YES))) == 1
    assert health.answer(squatter, Intake(today + DAY, YES)) == ()
    assert health.answer(squatter, Intake(today + 800 * DAY, YES)) == ()
    assert health.raise_referral(squatter, Topic.CARDIAC_EVENT, today, ReferralSource.SIGN) is None
    assert len(health.referrals(squatter)) == 1


def test_a_yes_that_was_cleared_is_news_again_after_a_no(squatter, today):
    health.answer(squatter, Intake(today, YES))
    cleared(squatter, today)
    assert health.answer(squatter, Intake(today, YES, "the same day, a note more")) == ()
    assert health.answer(squatter, Intake(today + DAY, YES)) == ()
    health.answer(squatter, Intake(today + 2 * DAY, ((Topic.CARDIAC_EVENT, False),)))
    assert len(health.answer(squatter, Intake(today + 3 * DAY, YES))) == 1


def test_an_event_told_again_in_a_later_year_is_a_new_one_and_a_lasting_state_is_not(
    squatter, today, answer
):
    before = today - 600 * DAY
    assert answer(before, *EVENTS, *STATES) == {*EVENTS, *STATES}
    cleared(squatter, before + 20 * DAY)
    assert quiet(squatter, today).blocked is None
    assert answer(today, *EVENTS, *STATES) == {*EVENTS}
    assert quiet(squatter, today).blocked is not None


@pytest.mark.parametrize(
    ("topic", "days", "asked"),
    [
        (Topic.SURGERY, 182, False),
        (Topic.SURGERY, 183, True),
        (Topic.PREGNANCY, 183, True),
        (Topic.FAINTING, 365, False),
        (Topic.FAINTING, 366, True),
        (Topic.CHEST_PAIN, 365, False),
        (Topic.CHEST_PAIN, 366, True),
    ],
)
def test_an_event_is_new_once_the_question_looks_back_no_further(
    squatter, today, answer, topic, days, asked
):
    answer(today, topic)
    cleared(squatter, today + 30 * DAY)
    assert bool(answer(today + days * DAY, topic)) is asked


def test_nobody_is_asked_again_within_four_weeks_of_a_clearance(squatter, today, answer):
    answer(today, Topic.CHEST_PAIN)
    cleared(squatter, today + 360 * DAY)
    assert answer(today + 388 * DAY, Topic.CHEST_PAIN) == set()
    assert answer(today + 389 * DAY, Topic.CHEST_PAIN) == {Topic.CHEST_PAIN}


def test_a_yes_after_one_entered_by_mistake_is_raised(squatter, today, answer):
    answer(today, Topic.HEART)
    [made] = health.waiting(squatter, today)
    health.take_back(made)
    assert answer(today + DAY, Topic.HEART) == {Topic.HEART}


def test_a_sign_of_what_waits_already_is_urgent_and_its_note_is_kept(squatter, today):
    for topic in (Topic.CHEST_PAIN, Topic.HEART):
        health.raise_referral(squatter, topic, today, ReferralSource.INTAKE, note="since May")
    assert not health.help_is_urgent(health.waiting(squatter, today))
    for note in ("on the stairs", "", "on the stairs"):
        raised = health.raise_all(
            squatter, [Topic.CHEST_PAIN], today + DAY, ReferralSource.SIGN, note
        )
        assert raised == ()
    found = {made.topic: made for made in health.waiting(squatter, today + DAY)}
    made = found[Topic.CHEST_PAIN]
    assert (made.on, made.source, made.note) == (
        today, ReferralSource.SIGN, "since May; on the stairs"
    )  # fmt: skip
    assert (found[Topic.HEART].source, found[Topic.HEART].note) == ("intake", "since May")
    assert health.help_is_urgent(found.values())
    health.raise_referral(squatter, Topic.CHEST_PAIN, today + DAY, ReferralSource.INTAKE)
    assert health.help_is_urgent(health.waiting(squatter, today + DAY))


@pytest.mark.parametrize(
    ("topic", "urgent"),
    [(Topic.DEFORMITY, True), (Topic.WEAKNESS, True), (Topic.LOCKING, False)],
)
def test_an_urgent_answer_about_an_injury_asks_for_help_at_once(squatter, today, topic, urgent):
    health.raise_all(squatter, [topic, Topic.INJURY], today, ReferralSource.ABSENCE)
    assert health.help_is_urgent(health.waiting(squatter, today)) is urgent
