"""A set moved to its tempo: seen, stopped, logged with it, and whether it was kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.coach import pacing, week_edits
from planner.engine.terms import PlannedSet
from planner.storage import plan
from planner.ui.pacer import Pacer
from planner.ui.rest_pane import RestPane

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


class Seconds:
    """A steady clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def pane(desk, plan_today) -> RestPane:
    """The pane beside a session planned with a tempo, its clock in our hands and without sound."""
    plan_today(back_squat=(PlannedSet(2, 2, load_kg=60.0, load=60.0),) * 3)
    (session,) = plan.mesocycle_on(desk.lifter, desk.today).weeks[0].sessions
    (line,) = session.exercises

    week_edits.annotate(line.id, None, "3-1-3-0", "")
    desk.start_planned()
    made = desk.tab.side.rest_pane
    made.rest.sound.click()
    made.pacer._now = Seconds()
    return made


def go(pane: RestPane, seconds: float) -> None:
    pane.pacer._now.at += seconds
    pane.pacer.tick()


def seen(pacer: Pacer) -> tuple[str, str]:
    return pacer.face.text(), pacer.rep.text()


def test_the_pacer_counts_in_and_tells_part_seconds_and_repetition(desk, pane) -> None:
    desk.press(Qt.Key.Key_T, KEYS)
    assert seen(pane.pacer) == ("In 3", "Get ready")
    for seconds, words in (
        (3.0, ("Down 3", "Rep 1 of 2")),
        (3.5, ("Bottom 1", "Rep 1 of 2")),
        (0.6, ("Up 3", "Rep 1 of 2")),
        (3.0, ("Down 3", "Rep 2 of 2")),
    ):
        go(pane, seconds)
        assert seen(pane.pacer) == words
    go(pane, 7.0)
    assert not pane.pacer.running()


def test_the_set_keeps_its_tempo_and_one_key_says_whether_it_was_kept(desk, pane) -> None:
    desk.press(Qt.Key.Key_T, KEYS)
    go(pane, 5.0)
    desk.enter()
    assert not pane.pacer.running()
    assert pane.rest.isVisible()
    assert [(made.tempo, pacing.kept(made)) for made in desk.stored()] == [("3-1-3-0", None)]
    desk.press(Qt.Key.Key_4, ALT)
    assert pacing.kept(desk.stored()[0]) is True
    assert "tempo kept 1 of 1" in desk.tab.session.cards[0].head._facts._full
    desk.press(Qt.Key.Key_4, ALT)
    assert pacing.kept(desk.stored()[0]) is None
    pane.tempo.lost.click()
    assert pacing.kept(desk.stored()[0]) is False
    desk.history.undo()
    assert pacing.kept(desk.stored()[0]) is None


def test_a_set_that_was_not_paced_has_no_tempo(desk, pane) -> None:
    desk.press(Qt.Key.Key_T, KEYS)
    desk.press(Qt.Key.Key_T, KEYS)  # still in the count-in
    desk.enter()
    assert [made.tempo for made in desk.stored()] == [""]


def test_any_tempo_can_be_typed_and_a_wrong_one_is_told(desk, pane) -> None:
    pane.tempo.field.setFocus()
    pane.tempo.field.selectAll()
    desk.type("slow")
    desk.enter()
    assert pane.tempo._problem.text() == "Tempo is three or four counts: 3-1-3-0."
    assert not pane.pacer.running()
    pane.tempo.field.selectAll()
    desk.type("40x1")
    desk.enter()
    go(pane, 3.5)
    assert seen(pane.pacer) == ("Down 4", "Rep 1 of 2")


def test_where_no_tempo_is_planned_the_key_asks_for_one(desk) -> None:
    desk.start("pull-up")
    tempo = desk.tab.side.rest_pane.tempo
    assert not tempo.isVisible()
    desk.press(Qt.Key.Key_T, KEYS)
    assert tempo.field.hasFocus()
    assert tempo.first.text() == "up first"
    tempo.first.click()
    assert tempo.first.text() == "down first"


def test_a_tempo_typed_for_an_exercise_that_is_undone_is_not_the_next_ones(desk) -> None:
    desk.start("back squat")
    tempo = desk.tab.side.rest_pane.tempo
    desk.press(Qt.Key.Key_T, KEYS)
    desk.type("5150")
    desk.enter()
    desk.history.undo()
    bench = desk.add("bench press")
    assert (tempo.card(), tempo.field.text()) == (bench.card, "")
    assert bench.tempo == ""
