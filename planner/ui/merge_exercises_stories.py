"""What the window does to put two exercises together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.coach import exercise_merge, library
from planner.coach.refused import Refused
from planner.engine.terms import Exercise
from planner.language import tr
from planner.ui import asking
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.merge_exercises_dialog import Apart, MergeExercisesDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

Then = Callable[[str], None]


def merge_with(window: MainWindow, over: QWidget, slug: str, then: Then) -> None:
    """Ask which exercise is the same as one, then which of them stays; `then` gets that slug."""
    exercise = library.exercise(slug)

    def others(text: str) -> Sequence[Exercise]:
        found = library.search(text) if text.strip() else exercise_merge.likely_first(slug)
        return [each for each in found if each.slug != slug and (exercise.custom or each.custom)]

    chooser = ExerciseChooser(others, over)
    chooser.setWindowTitle(tr("Merge {name} with…").format(name=exercise.name))
    chooser.chosen.connect(lambda other: _ask(window, over, (slug, other), then))
    chooser.open()


def _ask(window: MainWindow, over: QWidget, both: tuple[str, str], then: Then) -> None:
    try:
        dialog = MergeExercisesDialog(over, *both)
    except Refused as problem:
        Apart(over, str(problem)).open()
        return
    asking.ask(dialog, lambda: _merge(window, dialog, then))


def _merge(window: MainWindow, dialog: MergeExercisesDialog, then: Then) -> None:
    gone, kept = dialog.plan.gone.exercise, dialog.plan.kept.exercise
    label = tr("Merge {gone} into {kept}").format(gone=gone.name, kept=kept.name)
    work = partial(exercise_merge.merge, gone.slug, kept.slug)
    if window.act(label, work, lambda _none: then(kept.slug)):
        text = tr("{gone} and {kept} are one exercise now. Ctrl+Z parts them.")
        window.tell(text.format(gone=gone.name, kept=kept.name))
