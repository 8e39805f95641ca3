"""Loads in the week: open ones, none at all, and shares of a strength that nobody knows yet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from planner.coach import week_edits
from planner.engine.terms import PlannedSet
from planner.ui.prescription_editor import PrescriptionEditor

Key = Qt.Key
HINT = "no e1RM yet: log a session first, or type a load"


def line(planner, day: int, number: int = 0):
    return planner.grid.week.days[day].cards[0].lines[number]


def editor(planner, text: str, day: int = 0) -> PrescriptionEditor:
    planner.select(day, 0)
    planner.press(Key.Key_Return, on=planner.grid)
    planner.type(text)
    QApplication.processEvents()
    return planner.tab.findChild(PrescriptionEditor)


def says(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_share_of_unknown_strength_is_hinted_at_while_typed_and_in_the_week(planner):
    assert f"3 sets of 5 reps, 80 % · {HINT}" in says(editor(planner, "3x5 80%"))
    planner.press(Key.Key_Return)
    shown = line(planner, 0)
    assert shown.load == "80 %"
    assert HINT in shown.spoken
    assert HINT in planner.card(0).rows[1].toolTip()


def test_a_load_needs_no_hint(planner):
    assert HINT not in says(editor(planner, "3x5 80"))


def test_a_share_of_known_strength_needs_no_hint(benched, planner):
    planner.refresh()
    assert HINT not in says(editor(planner, "3x5 80%", day=3))
    planner.press(Key.Key_Return)
    assert HINT not in line(planner, 3).spoken


def test_an_open_load_is_a_blank_and_a_lift_without_one_says_so(planner):
    week_edits.prescribe(line(planner, 0).id, (PlannedSet(5, 5, 2),) * 3)
    week_edits.add_exercise(planner.planned()[0].id, "plank")
    planner.refresh()
    back_squat, plank = line(planner, 0), line(planner, 0, -1)
    assert (back_squat.load, back_squat.shown_load) == ("", "____")
    assert "no load yet" in back_squat.spoken
    assert plank.shown_load == ""
    assert "no load yet" not in plank.spoken


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("text", ["3x5 zz 100", "x", "3x5 80%"])
def test_what_is_said_below_the_sets_is_shown_whole(planner, text):
    made = editor(planner, text)
    (under,) = (label for label in made._under.values() if label.isVisible())
    assert under.height() >= under.heightForWidth(under.width())
    assert made.height() == made.layout_height(made.width())


def test_a_tempo_stands_on_the_card_and_is_told_in_words(planner):
    week_edits.annotate(line(planner, 0).id, None, "3-0-1-0", "")
    planner.refresh()
    row = planner.card(0).rows[1]
    assert row._sets.endswith(" · 3-0-1-0")
    assert "Tempo 3-0-1-0: 3 s down, 1 s up" in row.toolTip()
    assert "Tempo 3-0-1-0: 3 s down, 1 s up" in line(planner, 0).spoken
