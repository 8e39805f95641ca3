"""What a lifter is shown is a choice of that lifter, which goes along with them."""

from __future__ import annotations

from planner.coach import switches
from planner.coach.switches import Switch
from planner.storage import clients


def test_all_but_mood_food_and_points_is_shown_until_somebody_chooses(lifter: int) -> None:
    shown = {each for each in Switch if switches.is_on(lifter, each)}
    on_request = {Switch.MOOD, Switch.MOOD_PRINTED, Switch.FUEL, Switch.STANDARDS}
    assert shown == set(Switch) - on_request


def test_what_one_lifter_switches_off_stays_on_for_another(lifter: int) -> None:
    switches.set_on(lifter, Switch.VERDICT, False)
    switches.set_on(lifter, Switch.MOOD, True)
    assert not switches.is_on(lifter, Switch.VERDICT)
    assert switches.is_on(lifter, Switch.MOOD)


def test_who_had_the_next_set_switched_off_for_all_goes_on_without_it(lifter: int) -> None:
    clients.change_setting("next_set", "off")
    assert not switches.is_on(lifter, Switch.NEXT_SET)
    switches.set_on(lifter, Switch.NEXT_SET, True)
    assert switches.is_on(lifter, Switch.NEXT_SET)
