"""The question about loads that jumped: asked beside the week, answered once, undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.storage import history, log
from planner.ui.jump_card import JumpCard

TODAY = date(2026, 11, 5)
SLUG = "dumbbell-bench-press"


def logged(lifter: int, slug: str, loads: list[float], unit: Unit = Unit.KG) -> None:
    for back, load in enumerate(reversed(loads)):
        load_kg = load if unit is Unit.KG else load * 0.45359237
        entry = LoggedSet(load_kg, 10, rir=2.0, load=load, unit=unit)
        slot = LoggedExercise(slug, (entry, entry))
        log.add_session(lifter, Session(TODAY - timedelta(days=3 * back), (slot,), finished=True))


@pytest.fixture
def asked(lifter, planner):
    """The planner of a lifter who logs dumbbells per hand since 21 October."""
    logged(lifter, SLUG, [40.0] * 20 + [20.0] * 6)
    planner.refresh()
    return planner


def card(planner) -> JumpCard:
    return planner.tab.findChild(JumpCard)


def answers(planner) -> list[QPushButton]:
    return [b for b in card(planner).findChildren(QPushButton) if not b.isHidden()]


def click(planner, text: str) -> None:
    next(b for b in answers(planner) if b.text() == text).click()


def says(widget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def loads(lifter: int) -> set[float | None]:
    return {entry.load for _, _, sets in history.history(lifter, SLUG) for entry in sets}


def test_nothing_is_asked_while_loads_go_on_as_before(lifter, planner):
    logged(lifter, SLUG, [40.0] * 20)
    planner.refresh()
    assert card(planner).isHidden()


def test_the_card_tells_day_and_loads_and_offers_what_makes_sense(asked):
    assert not card(asked).isHidden()
    text = says(card(asked))
    assert "about half of those before: 2 × 10 with 20 kg, 40 kg before." in text
    assert "What changed?" in text
    assert [button.text() for button in answers(asked)] == [
        "Counted per side from then",
        "Typed in the wrong unit",
        "Another machine",
        "Nothing, the loads are right",
    ]
    assert all(button.toolTip() for button in answers(asked))


def test_an_answer_joins_the_history_in_one_step_and_undo_asks_again(asked, lifter):
    click(asked, "Counted per side from then")
    assert asked.asked == ["Answer on loads"]
    assert loads(lifter) == {20.0}
    assert card(asked).isHidden()
    assert "40 sets × 0.5" in says(asked.tab._advising.pane)
    asked.history.undo()
    assert loads(lifter) == {20.0, 40.0}
    assert not card(asked).isHidden()


def test_loads_said_to_be_right_are_not_asked_about_again(asked, lifter):
    click(asked, "Nothing, the loads are right")
    assert loads(lifter) == {20.0, 40.0}
    assert card(asked).isHidden()
    assert "the loads stay" in says(asked.tab._advising.pane)
    asked.refresh()
    assert card(asked).isHidden()
    assert "the loads stay" not in says(asked.tab._advising.pane)


def test_an_answer_can_be_given_by_keyboard(asked, lifter):
    button = answers(asked)[0]
    button.setFocus()
    asked.press(Qt.Key.Key_Space, on=button)
    assert loads(lifter) == {20.0}


@pytest.mark.parametrize(
    ("slug", "old", "new", "likely", "effect"),
    [
        ("leg-press", 100.0, 150.0, "Another machine", "an exercise of their own"),
        ("back-squat", 100.0, 220.0, "Typed in the wrong unit", "since then are taken as lb"),
        ("back-squat", 220.0, 100.0, "Typed in the wrong unit", "before are taken as lb"),
        (SLUG, 20.0, 40.0, "Both sides counted from then", "doubled"),
        (SLUG, 40.0, 20.0, "Counted per side from then", "halved"),
    ],
)
def test_the_likeliest_answer_comes_first_and_says_what_it_does(
    lifter, planner, slug, old, new, likely, effect
):
    logged(lifter, slug, [old] * 20 + [new] * 6)
    planner.refresh()
    first = answers(planner)[0]
    assert first.text() == likely
    assert effect in first.toolTip()


@pytest.mark.parametrize(
    ("other", "answer"), [(20.0, "Counted per side then"), (80.0, "Both sides counted then")]
)
def test_a_spell_is_asked_about_as_one(lifter, planner, other, answer):
    logged(lifter, SLUG, [40.0] * 20 + [other] * 4 + [40.0] * 6)
    planner.refresh()
    assert "those around" in says(card(planner))
    assert answers(planner)[0].text() == answer
    assert "ahead" not in answers(planner)[-2].toolTip()
    click(planner, answer)
    assert loads(lifter) == {40.0}


def test_kilograms_typed_as_pounds_are_told_so(lifter, planner, pounds):
    logged(lifter, "back-squat", [225.0] * 20 + [100.0] * 6, Unit.LB)
    planner.refresh()
    assert "100 lb, 225 lb before" in says(card(planner))
    assert "since then are taken as kg" in answers(planner)[0].toolTip()
