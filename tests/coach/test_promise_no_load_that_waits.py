"""The last session of practice promises more load only where more is to be had next time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import health, lift_results, session_view, wording
from planner.engine.terms import LoggedSet, ReferralSource, Technique, Topic

DAY = timedelta(days=1)
SOUND = LoggedSet(20.0, 3, 4.0, load=20.0, technique=Technique.SOUND)
HURT, SORE = (replace(SOUND, pain=pain) for pain in (7, 3))


@pytest.fixture
def told(lifter, today, train):
    """Return a function that practises the snatch for the last time and tells what is said."""

    def end(*last, before=5):
        usual = (SOUND if before == 5 else replace(SOUND, technique=None),) * 3
        for days in range(before, 0, -1):
            train(lifter, "snatch", today - days * DAY, *usual)
        key = train(lifter, "snatch", today, *usual, *last)
        return lambda: " ".join(notes(lifter, key, today))

    return end


def notes(lifter, key, today):
    view = session_view.session_view(lifter, key, today)
    (lift,) = lift_results.lift_results(lifter, view, today)
    return [wording.render(note) for note in lift.notes]


def test_after_sound_sets_that_do_not_hurt_loads_may_rise(told):
    assert told()() == "Practised: loads may rise."


@pytest.mark.parametrize("last", [HURT, SORE], ids=["hurt", "sore"])
def test_a_last_session_that_keeps_the_load_promises_no_more(told, last):
    assert "Practised" not in told(last)()


def test_nor_does_one_on_the_way_back_to_a_load_that_hurt(told, lifter, today, train):
    hurt = LoggedSet(30.0, 3, 4.0, load=30.0, pain=8)
    train(lifter, "snatch", today - 8 * DAY, hurt)
    assert "Practised" not in told()()


@pytest.mark.parametrize("look", [Technique.MINOR, Technique.BREAKDOWN])
def test_nor_does_one_whose_technique_keeps_it(told, look):
    assert "Practised" not in told(replace(SOUND, technique=look), before=10)()


def test_without_a_rating_loads_rise_after_enough_sessions(told):
    assert told(before=10)() == "Practised: loads may rise."


def test_a_lift_that_waits_for_a_clearance_promises_no_more(told, lifter, today):
    say = told()
    source = ReferralSource.LOG
    health.raise_referral(lifter, Topic.STRONG_PAIN, today, source, "snatch")
    assert say() == ""


def test_nor_does_one_while_all_loads_wait(told, lifter, today):
    say = told()
    health.raise_referral(lifter, Topic.CARDIAC_EVENT, today, ReferralSource.SIGN)
    assert say() == ""
