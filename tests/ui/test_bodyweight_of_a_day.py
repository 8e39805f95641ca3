"""The bodyweight of a day, typed into the check-in beside the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import bodyweight, clients, readings
from planner.coach.bodyweight import DayWeight
from planner.engine.terms import Unit
from planner.storage import clients as stored
from planner.ui.check_in_pane import CheckInPane


def pane(desk) -> CheckInPane:
    return desk.tab.side.check_in


def weigh(desk, text: str) -> None:
    pane(desk).bodyweight.edit.setFocus()
    pane(desk).bodyweight.edit.selectAll()
    desk.type(text)
    desk.enter()


def test_a_bodyweight_is_typed_back_for_the_day_of_the_sheet(desk) -> None:
    day = desk.today - timedelta(days=3)
    desk.start(on=day)
    weigh(desk, "82,5")
    assert bodyweight.of_day(desk.lifter, day).kg == 82.5
    assert bodyweight.of_day(desk.lifter, desk.today) == DayWeight(desk.today, None, 82.5, day)
    assert pane(desk).bodyweight.edit.text() == "82.5"


def test_a_bodyweight_is_taken_back_by_undo_and_forgotten_when_emptied(desk) -> None:
    weigh(desk, "82.5")
    weigh(desk, "83")
    desk.history.undo()
    assert pane(desk).bodyweight.edit.text() == "82.5"
    pane(desk).bodyweight.edit.setFocus()
    pane(desk).bodyweight.edit.clear()
    desk.enter()
    assert bodyweight.of_day(desk.lifter, desk.today).kg is None


def test_a_lifter_of_pounds_is_weighed_in_pounds(desk) -> None:
    clients.change(replace(clients.lifter(desk.lifter), unit=Unit.LB))
    desk.refresh()
    weigh(desk, "181.5")
    field = pane(desk).bodyweight
    assert bodyweight.of_day(desk.lifter, desk.today).kg == pytest.approx(82.327, abs=0.001)
    assert (field.edit.text(), field.edit.accessibleName()) == ("181.5", "Bodyweight in lb")


@pytest.mark.parametrize("typed", ["8", "1000", "much", "1e2", "-80"])
def test_an_impossible_bodyweight_is_marked_and_not_stored(desk, typed) -> None:
    weigh(desk, typed)
    assert pane(desk).bodyweight.edit.property("state") == "error"
    assert pane(desk).problem.text() == "Bodyweight is a number from 20 to 400 kg."
    assert bodyweight.of_day(desk.lifter, desk.today).kg is None


def test_the_weight_before_stands_beside_the_field(desk) -> None:
    clients.record_bodyweight(desk.lifter, desk.today - timedelta(days=9), 81.24)
    desk.refresh()
    assert pane(desk).bodyweight.last.text() == "last 81.2"


def test_a_pull_up_is_read_with_the_weight_of_its_day(desk) -> None:
    desk.start("pull-up")
    desk.type("+10x5@1")
    desk.enter()
    weigh(desk, "100")
    state = readings.replays(desk.lifter)["pull-up"].steps[-1].state
    assert (state.bodyweight_kg, state.bodyweight_known) == (100.0, True)


def test_a_weight_far_from_the_last_is_asked_about_and_kept_by_a_second_enter(desk) -> None:
    clients.record_bodyweight(desk.lifter, desk.today - timedelta(days=9), 82.0)
    desk.refresh()
    weigh(desk, "181")
    assert pane(desk).problem.text() == "181 kg? Last time 82. Enter keeps it."
    assert bodyweight.of_day(desk.lifter, desk.today).kg is None
    pane(desk).scales["motivation"].segments[0].click()
    assert pane(desk).bodyweight.edit.text() == "181"
    pane(desk).bodyweight.edit.setFocus()
    desk.enter()
    assert bodyweight.of_day(desk.lifter, desk.today).kg == 181.0
    assert pane(desk).problem.isHidden()


def test_the_first_weight_asks_nothing_and_may_name_its_unit(desk) -> None:
    for on, _ in stored.bodyweights(desk.lifter):
        stored.forget_bodyweight(desk.lifter, on)
    desk.refresh()
    weigh(desk, "300 lb")
    assert bodyweight.of_day(desk.lifter, desk.today).kg == pytest.approx(136.078, abs=0.001)
