"""What the preview of a log lets one put right: its unit, its names, and the rows left out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from pytestqt.qtbot import QtBot

from planner.coach import charts, library
from planner.coach.importing import Flagged
from planner.engine.terms import Unit
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.import_wizard import ImportWizard
from planner.ui.tables import ROW_HEIGHT
from planner.ui.wrapping_table import WrappingTable

LOGS = Path(__file__).parents[2] / "data" / "logs"
TODAY = date(2026, 11, 5)
Read: TypeAlias = Callable[..., ImportWizard]
Bring: TypeAlias = Callable[[ImportWizard], None]


def test_a_guessed_unit_can_be_put_right_and_is_read_again(read: Read, qtbot: QtBot) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    page = wizard.preview_page
    assert page.kilograms.isChecked()
    page.pounds.click()
    qtbot.waitUntil(lambda: page.isVisible() and wizard.preview is not None)
    assert wizard.preview is not None
    assert wizard.preview.unit is Unit.LB
    assert page.pounds.isChecked()


def test_a_unit_that_the_file_states_cannot_be_changed(
    read: Read,
) -> None:
    page = read(LOGS / "strong-2025.csv").preview_page
    assert not page.pounds.isEnabled()
    assert page.unit_note.text() == "the file says so"


def test_rows_that_stay_out_are_listed_with_line_and_reason(
    read: Read,
) -> None:
    page = read(LOGS / "fitnotes-commas.csv").preview_page
    page.buttons.button(2).click()
    assert page.skipped.rowCount() == 1
    line, reason = page.skipped.values()[0]
    assert line == 5
    assert reason


def test_a_name_can_be_given_another_exercise_and_the_choice_is_remembered(
    read: Read, lifter: int, bring: Bring
) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    matches = wizard.preview_page.matches
    names = [row[0] for row in matches.model.values()]
    matches.table.selectRow(names.index("Triceps Extension"))
    matches.choose()
    (chooser,) = matches.findChildren(ExerciseChooser)
    chooser.chosen.emit("triceps-pushdown")
    chooser.reject()
    assert matches.model.values()[names.index("Triceps Extension")][2:] == [
        library.exercise("triceps-pushdown").name,
        "your choice",
    ]
    bring(wizard)
    assert "triceps-pushdown" in {row.exercise.slug for row in charts.lifts(lifter, TODAY)}


def test_a_name_can_become_an_exercise_of_its_own(read: Read, bring: Bring) -> None:
    wizard = read(LOGS / "strong-2026.csv")
    wizard.preview_page.matches.make_new()
    assert wizard.preview_page.matches.model.values()[0][2] == "new exercise"
    bring(wizard)
    assert [made.name for made in library.exercises() if made.custom] == ["Bench Press (Barbell)"]


def test_a_long_line_about_a_row_is_broken_and_not_scrolled(read: Read, qtbot: QtBot) -> None:
    page = read(LOGS / "hevy-kg.csv").preview_page
    page.flagged.set_rows([Flagged(1, "short"), Flagged(2, "a long line of words " * 12)])
    page.buttons.button(1).click()
    (table,) = (t for t in page.findChildren(WrappingTable) if t.model() is page.flagged)
    qtbot.waitUntil(
        lambda: (
            table.rowHeight(0) == ROW_HEIGHT
            and table.rowHeight(1) > 2 * table.fontMetrics().height()
            and table.horizontalHeader().length() <= table.viewport().width()
        )
    )


def test_a_unit_that_was_chosen_says_so(read: Read, qtbot: QtBot) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    page = wizard.preview_page
    page.pounds.click()
    qtbot.waitUntil(page.isVisible)
    assert page.pounds.isChecked()
    assert (page.unit_note.text(), page.unit_note.property("role")) == ("your choice", "muted")
