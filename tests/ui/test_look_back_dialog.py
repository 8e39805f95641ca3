"""What was said before: the record of a lift's forecasts over a row per session."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.storage import log
from planner.ui import look_back_dialog
from planner.ui.look_back_dialog import LookBackDialog

TODAY = date(2026, 11, 5)
DATE, BEST, RANGE, RESULT, PHASE, LEVELLED, SAID = range(7)


@pytest.fixture
def trained(lifter):
    """Squat once a week for sixteen weeks, a little more every third week, and fail the last."""
    for week in range(16, 0, -1):
        load, reps = 100.0 - 2.5 * (week // 3), 1 if week == 1 else 5 + week % 2
        entry = LoggedSet(load, reps, rir=2.0, load=load)
        slot = LoggedExercise("back-squat", (entry,) * 3)
        log.add_session(lifter, Session(TODAY - timedelta(weeks=week), (slot,), finished=True))
    return lifter


@pytest.fixture
def show(trained, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()

    def shown(slug="back-squat", unit=Unit.KG, today=TODAY):
        dialog = LookBackDialog(window, trained, slug, unit, today)
        dialog.open()
        qtbot.waitUntil(dialog.progress.isHidden)
        return dialog

    return shown


def column(dialog, number):
    model = dialog.model
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_there_is_a_row_for_every_session_the_newest_first(show):
    dialog = show()
    assert dialog.model.rowCount() == 16
    assert column(dialog, DATE)[:2] == ["29 Oct", "22 Oct"]
    assert column(dialog, BEST)[0] == "100 × 1 @2"
    QAbstractItemModelTester(dialog.model, dialog)


def test_each_result_is_told_beside_its_forecast(show):
    dialog = show()
    low, _, _ = column(dialog, RANGE)[0].partition("–")
    assert int(low) > 1
    assert column(dialog, RESULT)[0] == "↓ fewer"
    assert "✓ inside" in column(dialog, RESULT)
    assert (column(dialog, RANGE)[-1], column(dialog, RESULT)[-1]) == ("–", "–")


def test_phase_and_advice_of_every_session_are_told(show):
    dialog = show()
    assert all(column(dialog, PHASE))
    assert "Go up to" in " ".join(column(dialog, SAID))


def test_the_record_stands_above_the_table(show):
    dialog = show()
    assert "of 15 sessions the result lay in the range that should hold 8 in 10" in (
        dialog.record.text()
    )
    assert dialog.meaning.text()


def test_a_few_sessions_are_too_few_to_judge(show):
    dialog = show(today=TODAY - timedelta(weeks=10))
    assert "too few to judge" in dialog.record.text()
    assert dialog.model.rowCount() == 7


def test_a_lift_that_is_not_logged_is_an_empty_table(show):
    dialog = show("deadlift")
    assert dialog.model.rowCount() == 0
    assert "Nothing was forecast yet" in dialog.record.text()


def test_pounds_are_read_by_who_counts_in_pounds(show):
    dialog = show(unit=Unit.LB)
    assert " lb" in " ".join(column(dialog, SAID))
    assert " kg" not in " ".join(column(dialog, SAID))


def test_a_long_history_is_read_in_parts(trained, qtbot, monkeypatch):
    monkeypatch.setattr(look_back_dialog, "PART_S", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LookBackDialog(window, trained, "back-squat", Unit.KG, TODAY)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.progress.value() > 1)
    assert dialog.model.rowCount() == 0
    assert not dialog.progress.isHidden()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 16)


def test_closing_it_ends_the_reading(trained, qtbot, monkeypatch):
    monkeypatch.setattr(look_back_dialog, "PART_S", 0.0)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = LookBackDialog(window, trained, "back-squat", Unit.KG, TODAY)
    dialog.open()
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.findChild(LookBackDialog) is None


def test_it_fits_a_small_screen_and_is_named_for_screen_readers(show):
    dialog = show()
    assert dialog.width() <= 1280
    assert dialog.height() <= 720
    assert dialog.table.accessibleName().startswith("Sessions, the newest first")
    assert dialog.table.hasFocus() or QApplication.focusWidget() is None
    assert any(made.text() == "Back squat" for made in dialog.findChildren(QLabel))
    assert [made.text() for made in dialog.findChildren(QPushButton)] == ["&Close"]
