"""What the window does with exercises and programs of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.coach import library, library_travel, own_exercises, own_programs
from planner.coach.refused import Refused
from planner.engine.terms import Exercise, Unit
from planner.language import tr
from planner.ui import asking, file_dialog, folders, kept_up
from planner.ui.exercise_editor import ExerciseEditor, blank
from planner.ui.program_saver import ProgramSaver

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

FILE_KIND = "(*.json)"
Then = Callable[[str], None]


def new_exercise(window: MainWindow, over: QWidget, then: Then, name: str = "") -> None:
    """Ask for a new exercise, of a name that was typed; `then` gets its slug once it is stored."""
    _edit(window, over, replace(blank(), name=name), then)


def copy_exercise(window: MainWindow, over: QWidget, slug: str, then: Then) -> None:
    """Ask for an exercise that starts as a copy of another one."""
    _edit(window, over, own_exercises.copied(library.exercise(slug)), then)


def edit_exercise(window: MainWindow, over: QWidget, slug: str, then: Then) -> None:
    """Let an exercise of one's own be changed, or deleted: then `then` gets ''."""
    _edit(window, over, library.exercise(slug), then)


def _edit(window: MainWindow, over: QWidget, exercise: Exercise, then: Then) -> None:
    unit = window.lifter.unit if window.lifter is not None else Unit.KG
    editor = ExerciseEditor(over, exercise, unit)
    editor.delete_wanted.connect(lambda slug: _delete(window, slug, then))
    asking.ask(editor, lambda: _save(window, editor.exercise, then))


def _save(window: MainWindow, exercise: Exercise, then: Then) -> None:
    label = tr("Change {name}") if exercise.slug else tr("Add {name}")
    work = partial(own_exercises.save, exercise)
    window.act(label.format(name=exercise.name), work, lambda slug: then(str(slug)))


def _delete(window: MainWindow, slug: str, then: Then) -> None:
    name = library.exercise(slug).name
    work = partial(own_exercises.delete, slug)
    if window.act(tr("Delete {name}").format(name=name), work, lambda _none: then("")):
        window.tell(tr("{name} is deleted. Ctrl+Z brings it back.").format(name=name))


def save_block(window: MainWindow) -> None:
    """Save the block that is shown as a program of one's own."""
    planner = kept_up.planner(window)
    block = planner.block_id()
    if block is None:
        window.tell_trouble(tr("There is no block yet. Start a program or an empty block first."))
        return
    try:
        draft = own_programs.draft(block)
    except Refused as problem:
        window.tell_trouble(str(problem))
        return
    saver = ProgramSaver(window, draft, planner.week_index())
    asking.ask(saver, lambda: _save_program(window, saver.program()))


def _save_program(window: MainWindow, program: own_programs.OwnProgram) -> None:
    label = tr("Save the program {name}").format(name=program.name)
    if window.act(label, partial(own_programs.save, program)):
        window.tell(tr("{name} is now a program of your own.").format(name=program.name))


def export(window: MainWindow) -> None:
    """Write one's own exercises and programs to a file."""
    start = str(folders.folder() / "exercises-and-programs.json")
    kind = tr("Exercises and programs") + f" {FILE_KIND}"
    name, _ = file_dialog.to_save(window, tr("Export"), start, kind)
    if not name:
        return
    path = folders.chosen(name)
    try:
        said = library_travel.export(path)
    except (Refused, OSError) as problem:
        window.tell_trouble(str(problem))
    else:
        window.tell(tr("{what} written to {path}").format(what=said, path=path))


def bring_in(window: MainWindow) -> None:
    """Take in exercises and programs from a file; what is here stays."""
    kind = tr("Exercises and programs") + f" {FILE_KIND}"
    name = file_dialog.to_open(window, tr("Import"), str(folders.folder()), kind)
    if not name:
        return
    path = folders.chosen(name)
    try:
        content = library_travel.read(path)
    except (Refused, OSError) as problem:
        window.tell_trouble(str(problem))
        return
    label = tr("Import {file}").format(file=path.name)
    window.act(label, partial(library_travel.take_in, content), partial(_tell_taken, window))


def _tell_taken(window: MainWindow, done: object) -> None:
    if isinstance(done, library_travel.TakenIn):
        window.tell(library_travel.said(done))
