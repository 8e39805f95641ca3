"""The program chooser shows what one is about to start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLabel, QWidget

from planner.coach import programs
from planner.coach.choosing import Wish
from planner.engine.terms import Equipment, Experience, Goal, Limit
from planner.ui import program_answers
from planner.ui.program_dialog import ProgramDialog
from planner.ui.program_wish import HOME, ProgramWish, kinds
from planner.ui.volume_strip import GroupVolume

THURSDAY = date(2026, 11, 5)
MONDAY = date(2026, 11, 9)
THERE = [kind for _, kind in kinds()]


@pytest.fixture
def dialog(database, qtbot) -> Iterator[ProgramDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ProgramDialog(parent, programs.programs(), THURSDAY)
    made.show()
    yield made
    made.close()


def choose(dialog: ProgramDialog, name: str) -> None:
    names = [fit.program.name for fit in dialog.list._fits]
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
    made = ProgramDialog(dialog, programs.programs(), THURSDAY, "Ada Novak")
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
    slugs = [fit.program.slug for fit in dialog.list._fits]
    dialog.list.setCurrentRow(slugs.index("steady-fives"))
    assert "Back squat" in dialog._card.against.text()
    assert dialog._card.against.isVisible()


def test_the_lifters_experience_is_the_first_answer(dialog) -> None:
    made = ProgramDialog(dialog, programs.programs(), THURSDAY, "Ada", Experience.RETURNER)
    assert made.wish.wish().experience is Experience.RETURNER
    assert Experience.RETURNER in made.program().levels


def test_what_goes_beside_a_plan_is_added_to_it(dialog) -> None:
    made = ProgramDialog(dialog, programs.programs(), THURSDAY, planned=MONDAY.__le__)
    choose(made, "Knee stability")
    assert made._start.text().replace("&", "") == "Add to the plan"
    assert "joins the sessions of your plan" in made._card.facts.text()
    made.date.setDate(QDate(2026, 11, 8))
    assert made._start.text().replace("&", "") == "Start program"


def test_what_goes_beside_a_plan_starts_like_any_other_where_there_is_none(dialog) -> None:
    choose(dialog, "Knee stability")
    assert dialog._start.text().replace("&", "") == "Start program"
    assert "goes best beside a main plan" in dialog._loads.text()
    assert "3 days a week" in dialog._card.facts.text()


def test_volume_progression_and_evidence_are_shown_before_the_start(dialog) -> None:
    card = dialog._card
    assert card.progression.text()
    assert card.leave.text()
    program = dialog.program()
    assert all(each.reference in card.evidence.text() for each in program.evidence)
    assert len(card.findChildren(GroupVolume)) == 10


def test_the_program_being_read_stays_marked_while_it_is_possible(dialog) -> None:
    choose(dialog, "Upper and lower, four days")
    dialog.wish.experience.setCurrentText("A year or more")
    dialog.wish.days.setCurrentText("5 a week")
    assert dialog.program().name == "Upper and lower, four days"
    dialog.wish.days.setCurrentText("2 a week")
    assert dialog.program().days == 2


def test_what_the_answers_rule_out_cannot_be_started_and_says_why(dialog) -> None:
    dialog.wish.days.setCurrentText("2 a week")
    choose(dialog, "Upper and lower, four days")
    assert not dialog._start.isEnabled()
    assert dialog._loads.text() == "It takes 4 days a week. Change the answers to start it."
    dialog.accept()
    assert dialog.isVisible()
    dialog.wish.days.setCurrentText("Any")
    assert dialog._start.isEnabled()


def test_what_is_there_at_several_places_is_chosen_one_by_one(dialog) -> None:
    chips = {chip.text(): chip for chip in dialog.wish.there.values()}
    assert not chips["Dumbbells"].isVisible()
    dialog.wish.place.setCurrentText("More than one place: choose")
    for name in ("Dumbbells", "Machines"):
        chips[name].click()
    assert chips["Dumbbells"].isVisible()
    there = dialog.wish.wish().equipment
    assert there is not None
    assert {Equipment.DUMBBELL, Equipment.MACHINE, Equipment.BODYWEIGHT} <= there
    assert Equipment.BARBELL not in there


@given(
    st.builds(
        Wish,
        st.none() | st.sampled_from(Goal),
        st.none() | st.integers(2, 6),
        st.none() | st.sampled_from((20, 30, 45, 60, 75, 90)),
        st.none() | st.sets(st.sampled_from(THERE)).map(lambda kinds: HOME.union(*kinds)),
        st.none() | st.sampled_from((Experience.NOVICE, Experience.RETURNER)),
        st.frozensets(st.sampled_from(Limit)),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_answers_come_back_as_they_were_given(qapp, wish: Wish) -> None:
    parent = QWidget()
    asked = ProgramWish(parent)
    asked.take(program_answers.read(program_answers.written(wish, None)) or Wish())
    assert asked.wish() == wish


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"goal": "fame"}', "null"])
def test_answers_that_cannot_be_read_are_none(damaged: str) -> None:
    assert program_answers.read(damaged) is None


def test_the_tempo_of_the_first_week_is_told_in_words(dialog) -> None:
    slugs = [fit.program.slug for fit in dialog.list._fits]
    dialog.list.setCurrentRow(slugs.index("knee-block"))
    assert "3 s down, 1 s up" in texts(dialog)


def test_on_a_small_screen_answers_keep_apart_and_scroll(dialog, qtbot) -> None:
    dialog.resize(960, 340)
    qtbot.waitUntil(lambda: dialog.height() <= 400)
    wish = dialog.wish
    boxes = [wish.goal, wish.days, wish.minutes, wish.place, wish.experience]
    tops = [box.mapTo(wish, box.rect().topLeft()).y() for box in boxes]
    ends = [top + box.height() for top, box in zip(tops, boxes, strict=True)]
    assert all(end <= top for end, top in zip(ends[:-1], tops[1:], strict=True))
    lowest = max(chip.geometry().bottom() for chip in wish.limits.values())
    assert lowest < next(iter(wish.limits.values())).parentWidget().height()
