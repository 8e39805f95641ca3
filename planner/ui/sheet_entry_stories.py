"""What the window does with sheets that come back: type them in, answer what is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from planner.coach import sheet_pile
from planner.ui.top_bar import TabName
from planner.ui.unread_line import UnreadLine

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow
    from planner.ui.sheet_entry import SheetEntryDialog

ASKED_IN = (TabName.PLANNER, TabName.LOG)


class SheetEntryStories(QObject):
    """The dialog is imported when the first sheet is typed in."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.line = UnreadLine(window)
        self.line.answer_wanted.connect(self._answer)
        around = window.pages.parentWidget()
        content = around.layout() if around is not None else None
        if isinstance(content, QVBoxLayout):
            content.insertWidget(content.indexOf(window.pages), self.line)

    def type_in(self) -> None:
        """Type in a pile of sheets, beginning with a code."""
        self._dialog().open()

    def type_week(
        self, lifter_id: int, week_id: int, check: str = "", open_box: bool = False
    ) -> None:
        """Type in the sheet of a week, of which `check` is printed.

        With `open_box` begin at the first box to answer.
        """
        dialog = self._dialog()
        dialog.open()
        dialog.show_sheet(lifter_id, week_id, check, open_box)
        if not open_box and dialog.form is not None:
            dialog.leads_to = dialog.form.grid

    def show_unread(self) -> None:
        """Ask quietly for the boxes of the lifter shown that are still to answer."""
        window = self._window
        asked = window.lifter is not None and window.tab_name in ASKED_IN
        boxes = sheet_pile.open_boxes(window.lifter_id()) if asked else None
        self.line.show_boxes(boxes, window.lifter.name if window.lifter is not None else "")

    def _dialog(self) -> SheetEntryDialog:
        from planner.ui.sheet_entry import SheetEntryDialog

        made = SheetEntryDialog(self._window, self._act, self._window.today())
        made.finished.connect(lambda _result: self._after(made))
        return made

    def _act(
        self,
        lifter_id: int,
        label: str,
        work: Callable[[], object],
        after: Callable[[object], None],
    ) -> bool:
        with self._window.finished_edits():
            self._window.lifter_stories.remember(lifter_id)
            return self._window.act(label, work, after)

    def _after(self, dialog: SheetEntryDialog) -> None:
        """Show the week that was stored last, or gone to; without one stay where one was."""
        if dialog.leads_to is not None:
            grid = dialog.leads_to
            self._window.show_lifter(grid.lifter_id)
            self._window.show_tab(TabName.PLANNER)
            self._window.tabs.planner().show_week(grid.week_id)
        dialog.deleteLater()

    def _answer(self, boxes: object) -> None:
        if not isinstance(boxes, sheet_pile.OpenBoxes):
            return
        if boxes.week_id is None:
            self._window.show_session(boxes.session_id)
        else:
            self.type_week(self._window.lifter_id(), boxes.week_id, open_box=True)
