"""Write part by part, under a dialog that lets nobody write meanwhile: the bar moves on."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import TYPE_CHECKING

from planner.coach import readings, steps, suggesting
from planner.coach.files import DatabaseProblem
from planner.coach.refused import Refused
from planner.coach.steps import Step

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow
    from planner.ui.parts import Parts


def act(
    window: MainWindow,
    label: str,
    work: Generator[None, None, object],
    parts: Parts,
    then: Callable[[object], object],
    refused: Callable[[], object],
) -> None:
    """Do something that can be undone; `then` gets what it made.

    When it is refused that is told, and `refused` follows; stopping the parts leaves the file as
    it was, unless the work has ended and only the log is read anew.
    """
    before = window.lifter

    def keep(made: tuple[object, Step]) -> None:
        result, step = made
        last = window.history.next_undo()
        window.history.note(label, step)
        window.undo_stories.note_lifter(before, last)
        then(result)

    parts.broke.connect(partial(_refuse, window, refused))
    parts.begin(steps.doing_as_seen(work), keep, partial(_reading, window))


def _reading(window: MainWindow) -> Generator[None, None, None]:
    """Read a long log, and what is advised: the refresh would keep the window waiting."""
    shown = window.lifter_id(), window.today()
    if readings.takes_long(*shown):
        yield from suggesting.advised_in_parts(*shown)


def _refuse(window: MainWindow, refused: Callable[[], object], error: Exception) -> None:
    refused()
    if not isinstance(error, DatabaseProblem | Refused):
        raise error
    window.history.refuse(error)
