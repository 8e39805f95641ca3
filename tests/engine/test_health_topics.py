"""What an answer about health means: whom it names, and what waits for them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from planner.engine import health, health_questions, referrals
from planner.engine.sources import SOURCES
from planner.engine.terms import Intake, Profession, Referral, ReferralSource, Topic

DAY = date(2026, 3, 2)


def test_every_topic_names_a_profession_a_reason_and_its_sources():
    assert set(health.JUDGEMENTS) == set(Topic)
    for topic in Topic:
        made = health.judgement(topic)
        assert made.professions
        assert made.reason.template.endswith(".")
        assert set(made.sources) <= SOURCES.keys()


@pytest.mark.parametrize(
    ("topic", "profession"),
    [
        (Topic.CARDIAC_EVENT, Profession.CARDIOLOGIST),
        (Topic.MOVEMENT, Profession.PHYSIOTHERAPIST),
        (Topic.SPORT, Profession.SPORTS_PHYSICIAN),
        (Topic.CHRONIC_PAIN, Profession.PAIN_SPECIALIST),
        (Topic.PREGNANCY, Profession.MIDWIFE),
    ],
)
def test_a_yes_names_the_right_profession(topic, profession):
    assert health.judgement(topic).professions[0] is profession


def test_every_sign_blocks_loads():
    assert all(health.judgement(sign.topic).blocks for sign in health_questions.SIGNS)


def test_strong_pain_in_a_lift_stops_that_lift_and_not_the_others():
    assert not health.judgement(Topic.STRONG_PAIN).blocks


def test_what_is_new_since_the_answers_before_or_was_never_cleared_is_news():
    before = Intake(DAY, ((Topic.HEART, True), (Topic.SPORT, False)))
    now = Intake(DAY, ((Topic.SPORT, True), (Topic.HEART, True), (Topic.JOINT, False)))
    made = Referral(DAY, Topic.HEART, ReferralSource.INTAKE, cleared_on=DAY)
    assert referrals.news(before, now, [made]) == (Topic.SPORT,)
    assert referrals.news(None, now, [made]) == (Topic.HEART, Topic.SPORT)
    assert referrals.news(before, now, []) == (Topic.HEART, Topic.SPORT)


def test_every_event_is_a_question():
    assert set(referrals.EVENTS) <= {made.topic for made in health_questions.QUESTIONS}


@given(
    st.lists(st.tuples(st.sampled_from(Topic), st.integers(-9, 9), st.none() | st.integers(0, 9)))
)
def test_a_referral_waits_from_its_day_until_the_day_it_is_cleared(found):
    made = [
        Referral(
            on := DAY + timedelta(days=days),
            topic,
            ReferralSource.INTAKE,
            cleared_on=None if lasts is None else on + timedelta(days=lasts),
        )
        for topic, days, lasts in found
    ]
    waiting = referrals.waiting(made, DAY)
    assert {id(each) for each in waiting} == {
        id(each)
        for each in made
        if each.on <= DAY and not (each.cleared_on and each.cleared_on <= DAY)
    }
    blocks = [health.judgement(each.topic).blocks for each in waiting]
    assert blocks == sorted(blocks, reverse=True)
