"""Open a tab that takes long to import: the window says so, and answers, meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from planner.engine.terms import Progress
from planner.language import tr
from planner.ui.parts import Parts
from planner.ui.reading_first import WaitingPage
from planner.ui.worker import Work


class TabOpening(WaitingPage):
    """Stands for a tab until it is made; who turns to another one meanwhile ends that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, tr("Opening…"), tr("Opening…"))
        self._parts = Parts(self)
        self._parts.broke.connect(_raise)
        self._importing: Work | None = None
        self._begun: list[Work] = []  # imports, also given up ones, which go on until they end

    def await_making(
        self,
        libraries: Sequence[str],
        making: Callable[[], Generator[None, None, object]],
        then: Callable[[], object],
    ) -> None:
        """Stand for a tab that needs some libraries; once it is made, do `then`."""
        self.stop()
        self._importing = job = Work(partial(_import, libraries), self)
        go_on = partial(self._make, job, making, then)
        job.succeeded.connect(go_on)
        job.broke.connect(go_on)  # where the tab is made it breaks again, and is told as usual

    def begin(self) -> None:
        """Be painted, and begin: none of the libraries comes in parts, so a thread imports them."""
        self.window().repaint()
        if self._importing is not None:
            self._begun = [*filter(_goes_on, self._begun), self._importing]
            self._importing.start()

    def is_busy(self) -> bool:
        """Say whether a tab is being made."""
        return self._importing is not None or self._parts.is_busy()

    def is_importing(self) -> bool:
        """Say whether a library is being imported, for a tab or for none any more."""
        return any(map(_goes_on, self._begun))

    def stop(self) -> None:
        """Make nothing any more; a library that is being imported is there the next time."""
        if self._importing is not None:
            self._importing.abandon()
            self._importing = None
        self._parts.stop()

    def refresh(self, *_shown: object) -> None:
        """Show nothing of a lifter."""

    def hideEvent(self, event: QHideEvent) -> None:
        """Make nothing for what nobody waits for; who minimises the window still does."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    def _make(
        self,
        job: Work,
        making: Callable[[], Generator[None, None, object]],
        then: Callable[[], object],
        _outcome: object,
    ) -> None:
        if job is self._importing:
            self._importing = None
            self._parts.begin(making(), lambda _made: then())


def _goes_on(job: Work) -> bool:
    return not job.wait(0)


def _import(libraries: Sequence[str], report: Progress) -> None:
    for number, name in enumerate(libraries):
        report(number, len(libraries))
        import_module(name)


def _raise(error: Exception) -> None:
    raise error
