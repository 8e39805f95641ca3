"""Names that the wizard is not sure of: three guesses by key, or all accepted at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from planner.coach import library


@pytest.fixture
def matches(read, strong):
    """Names of which the wizard is not sure, and squats."""
    text = strong.read_text("utf-8")
    for name in ("Bech press", "Sqaut", "Zwerg"):
        text = text.replace("Squat (Barbell)", name, 4)
    strong.write_text(text, "utf-8")
    return read(strong).preview_page.matches


def lines(matches) -> list[str]:
    return [line.number.accessibleName() for line in matches.guesses.lines if not line.isHidden()]


def shown(matches) -> dict[str, tuple[str, str]]:
    model = matches.model
    cells = [[model.index(row, col).data() for col in (0, 2, 3)] for row in range(model.rowCount())]
    return {name: (exercise, note) for name, exercise, note in cells}


def test_each_name_that_is_not_sure_has_its_guesses_with_why(matches):
    assert len(lines(matches)) == 3
    assert lines(matches)[0] == "Bench press – ‘bech’ read as ‘bench’"
    assert matches.unsure() == 3


def test_a_number_takes_its_guess_and_goes_on_to_the_next_name(matches, qtbot):
    matches.window().activateWindow()
    qtbot.waitUntil(matches.window().isActiveWindow)
    matches.table.setFocus()
    QTest.keyClick(matches.table, Qt.Key.Key_1)
    assert matches.choices == {"Bech press": "bench-press"}
    assert matches.marked().name == "Sqaut"
    assert lines(matches)[0].startswith("Back squat")
    matches.guesses.lines[1].number.click()
    assert matches.choices["Sqaut"] != "back-squat"
    assert lines(matches) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_long_name_is_shown_whole_beside_the_table_and_in_a_tooltip(read, strong):
    name = "Zwerg with a beard that is by far longer than any column of the table is wide"
    strong.write_text(strong.read_text("utf-8").replace("Squat (Barbell)", name), "utf-8")
    matches = read(strong).preview_page.matches
    matches.show()
    for row in range(matches.model.rowCount()):
        cell = matches.model.index(row, 0)
        matches.table.selectRow(row)
        assert matches.marked_name.text() == cell.data()
        at = matches.table.visualRect(cell).center()
        QApplication.sendEvent(
            matches.table.viewport(),
            QHelpEvent(QEvent.Type.ToolTip, at, matches.table.viewport().mapToGlobal(at)),
        )
        assert QToolTip.text() == (name if cell.data() == name else "")


def test_all_guesses_are_accepted_at_once_and_remembered(matches, bring, qtbot):
    matches.window().activateWindow()
    qtbot.waitUntil(matches.window().isActiveWindow)
    matches.accept_all.setFocus()
    assert matches.accept_all.text() == "&Accept 2 guesses"
    matches.accept_all.click()
    assert shown(matches)["Bech press"] == ("Bench press", "your choice")
    assert shown(matches)["Zwerg"] == ("new exercise", "please check")
    assert matches.accept_all.isHidden()
    assert matches.table.hasFocus()  # where Space turns no unit over
    bring(matches.window())
    assert library.match("bech press") == ("bench-press", True)
