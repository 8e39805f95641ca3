"""An exercise that is missing is made where its name was typed, in the plan and in the log."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from planner.coach import library, logging
from planner.engine.terms import Muscle
from planner.storage import log
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.exercise_editor import ExerciseEditor
from planner.ui.top_bar import TabName


def finish(window) -> None:
    """Say what the new exercise trains, and save it."""
    (editor,) = window.findChildren(ExerciseEditor)
    assert editor.form.fields["name"].read() == "Qqq lunge"
    editor.form.fields["muscles"].show(((Muscle.QUADS, 1.0),))
    editor.accept()
    QApplication.processEvents()


def test_in_the_plan_it_joins_the_session_as_prescribed(window, plan_today) -> None:
    plan_today(back_squat=())
    window.refresh()
    planner = window.tabs.planner()
    planner._exercises.search.setText("qqq lunge 3x10")
    planner._exercises._enter()
    finish(window)
    lines = planner._grid.week.days[0].cards[0].lines
    assert [line.exercise.name for line in lines] == ["Back squat", "Qqq lunge"]
    assert lines[1].sets == "3×10"


def test_in_the_log_it_joins_the_session_of_the_day(window, today) -> None:
    window.show_tab(TabName.LOG)
    session = logging.start_free(window.lifter_id(), today)
    window.tabs.log().show_session(session)
    window.tabs.log()._choose_exercise()
    (chooser,) = window.findChildren(ExerciseChooser)
    chooser.search.setText("qqq lunge")
    assert chooser.make.text() == "Make ‘Qqq lunge’…"
    chooser._choose()
    finish(window)
    (slot,) = log.session(session).exercises
    assert library.exercise(slot.exercise).name == "Qqq lunge"


def test_a_chooser_of_what_is_there_makes_nothing(window) -> None:
    chooser = ExerciseChooser(library.search, window)
    chooser.search.setText("qqq lunge")
    assert chooser.make.isHidden()
    chooser.close()
