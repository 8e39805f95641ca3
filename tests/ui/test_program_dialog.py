"""The program chooser shows what one is about to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from planner.coach import planning
from planner.engine.terms import Experience, Limit
from planner.ui.program_dialog import ProgramDialog
from planner.ui.volume_strip import GroupVolume

THURSDAY = date(2026, 11, 5)


@pytest.fixture
def dialog(database, qtbot) -> Iterator[ProgramDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgramDialog(parent, planning.programs(), THURSDAY)
    made.show()
    yield made
    made.close()


def choose(dialog: ProgramDialog, name: str) -> None:
    names = [program.name for program in planning.programs()]
    dialog.list.setCurrentRow(names.index(name))


def texts(dialog: ProgramDialog) -> list[str]:
    return [made.text() for made in dialog.sessions.findChildren(QLabel) if made.isVisible()]


def test_the_marked_program_shows_its_sessions_exercises_and_sets(dialog) -> None:
    choose(dialog, "Twice a week")
    shown = texts(dialog)
    assert {"Mon · Short A", "Thu · Short B", "Back squat", "2×6–10 @2"} <= set(shown)


def test_another_program_shows_other_sessions(dialog) -> None:
    choose(dialog, "Upper and lower, four days")
    assert "Tue · Upper A" in texts(dialog)
    assert "Mon · Short A" not in texts(dialog)


def test_the_weekdays_follow_the_first_day(dialog) -> None:
    choose(dialog, "Twice a week")
    dialog.date.setDate(QDate(2026, 11, 10))
    assert {"Tue · Short A", "Fri · Short B"} <= set(texts(dialog))


def test_the_dialog_says_for_whom_the_program_is(dialog) -> None:
    made = ProgramDialog(dialog, planning.programs(), THURSDAY, "Ada Novak")
    assert made.windowTitle() == "Start a program for Ada Novak"


def test_answers_bring_what_fits_to_the_top_and_say_why(dialog) -> None:
    dialog.wish.goal.setCurrentText("Strength")
    dialog.wish.days.setCurrentText("4 a week")
    dialog.wish.experience.setCurrentText("A year or more")
    assert dialog.program().days == 4
    assert "It is made for strength." in dialog._card.reasons.text()


def test_what_must_be_spared_is_minded(dialog) -> None:
    dialog.wish.limits[Limit.KNEE].click()
    dialog.wish.place.setCurrentText("Barbell and rack")
    slugs = [fit.program.slug for fit in dialog._fits]
    dialog.list.setCurrentRow(slugs.index("steady-fives"))
    assert "Back squat" in dialog._card.against.text()
    assert dialog._card.against.isVisible()


def test_the_lifters_experience_is_the_first_answer(dialog) -> None:
    made = ProgramDialog(dialog, planning.programs(), THURSDAY, "Ada", Experience.RETURNER)
    assert made.wish.wish().experience is Experience.RETURNER
    assert Experience.RETURNER in made.program().levels


def test_what_goes_beside_a_plan_is_added_to_it(dialog) -> None:
    beside = next(place for place, fit in enumerate(dialog._fits) if fit.program.beside)
    dialog.list.setCurrentRow(beside)
    assert dialog._start.text().replace("&", "") == "Add to the plan"
    assert "joins the sessions of your plan" in dialog._card.facts.text()


def test_volume_progression_and_evidence_are_shown_before_the_start(dialog) -> None:
    card = dialog._card
    assert card.progression.text()
    assert card.leave.text()
    program = dialog.program()
    assert all(each.reference in card.evidence.text() for each in program.evidence)
    assert len(card.findChildren(GroupVolume)) == 10
