"""Who empties a green box of a sheet is told that its set goes, and that Undo brings it back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.ui.sheets.conftest import CONTROL

Key = Qt.Key


@pytest.fixture
def ada(typist, plan_week) -> int:
    """Save two sets of Ada and show her sheet again, the keyboard in its first box."""
    made = plan_week("Ada", ("back-squat",))
    typist.type(f"{typist.code(made)}\n5\n4\n")
    typist.save()
    typist.desk.pile.take_code(typist.code(made))
    typist.desk.form.sessions[0].lines[0].boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    return made


def empty(typist) -> None:
    typist.press(Key.Key_A, CONTROL)
    typist.press(Key.Key_Backspace)
    typist.press(Key.Key_Tab)


def test_an_emptied_box_is_amber_and_the_line_below_says_what_saving_does(typist, ada) -> None:
    empty(typist)
    assert typist.desk.form.sessions[0].lines[0].boxes[0].property("state") == "asked"
    assert typist.says() == "Empty: saving deletes the set that stands here in the log."


def test_the_news_tell_how_many_sets_were_deleted(typist, ada) -> None:
    empty(typist)
    typist.save()
    told = typist.desk.outcome
    assert told.text().startswith("1 set of Ada deleted: its box was emptied, or has a “?”. Close")
    assert told.property("role") == "warn"
    assert typist.work(ada) == [[[(100.0, 4)]]]


def test_the_news_tell_saved_and_deleted_sets_apart(typist, ada) -> None:
    empty(typist)
    typist.type("100x6\n")
    typist.save()
    assert typist.desk.outcome.text().startswith("1 set of Ada saved. 1 set of Ada deleted: its ")
