"""What the window does with lifters: new, changed, archived, sample, started on a program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMenu

from planner.coach import clients, files, health
from planner.coach.files import DatabaseProblem
from planner.engine.terms import Lifter
from planner.language import tr
from planner.ui.asking import ask
from planner.ui.region import usual_unit
from planner.ui.top_bar import TabName

if TYPE_CHECKING:
    from planner.coach.typing_back import SheetWeek
    from planner.ui.main_window import MainWindow
    from planner.ui.sheet_entry_stories import SheetEntryStories


SETTING_LIFTER = "lifter"
LONGEST_TOLD = 32  # letters of a name, before a hint in the status bar


class LifterStories(QObject):
    """Each method is an entry of the Lifter or Plan menu, or a door of the first page.

    What only a story needs is imported in it: the window is painted before.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wanted, self._uid = clients.setting(SETTING_LIFTER), ""  # who had the id when shown

    def choose(self) -> tuple[list[Lifter], Lifter | None]:
        """Read the lifters; return them and the one to show, None when there is nobody."""
        lifters = clients.lifters()
        shown = next(filter(self._is_wanted, lifters), None) or next(iter(lifters), None)
        if shown is not None:  # who comes in before, by name or by a freed id, takes no place
            self._wanted, self._uid = str(shown.id), shown.uid
        return lifters, shown

    def _is_wanted(self, lifter: Lifter) -> bool:
        """Tell who is to be shown from who got the id when that one was undone."""
        return str(lifter.id) == self._wanted and self._uid in ("", lifter.uid)

    def reading_log(self) -> Iterator[None]:
        """Let the engine read the log of the lifter to show, part by part."""
        _, lifter = self.choose()
        if lifter is not None and lifter.id is not None:
            from planner.coach import readings

            yield
            yield from readings.replaying(lifter.id)

    def first_tab(self) -> TabName:
        """Return the tab to begin with: the log when a session was left unfinished."""
        from planner.coach import session_view

        _, lifter = self.choose()
        left = lifter is not None and session_view.open_session(lifter.id or 0) is not None
        return TabName.LOG if left else TabName.PLANNER

    def remember(self, lifter_id: object) -> None:
        """Let the next refresh, and the next start, show this lifter.

        News of the one shown before go. What the user sees does not wait for a disk that is full.
        """
        if self._wanted != str(lifter_id):
            self._window.status.clear_news()
        self._wanted, self._uid = str(lifter_id), ""
        if files.is_read_only():
            return
        try:
            clients.change_setting(SETTING_LIFTER, self._wanted)
        except DatabaseProblem as problem:
            self._window.tell_trouble(str(problem))

    def switch(self) -> None:
        """Open the list of lifters, also of those whom another program brought."""
        self._window.history.look_elsewhere()
        self._window.bar.picker.open_list()

    def new(self) -> None:
        """Ask for a new lifter and show them."""
        from planner.ui.lifter_dialog import LifterDialog

        dialog = LifterDialog(self._window)
        page, shown = self._window.first_start, self._window.lifter
        if shown is not None:
            dialog.begin_with("", clients.most_used_unit(usual_unit()))
        elif page is not None:
            dialog.begin_with(page.name.text().strip(), page.lifter().unit)
        ask(dialog, lambda: self._add_new(dialog.lifter))

    def _add_new(self, lifter: Lifter) -> None:
        """Show a new lifter, and say where the health questions are; nobody has to answer them."""
        if not self.add(lifter):
            return
        offer = tr("{name} is here. Two minutes for safety: Lifter › Health questions…")
        self._window.tell(offer.format(name=_short(lifter.name)))

    def add(self, lifter: Lifter) -> bool:
        """Add a lifter and show them; say whether they are stored."""
        work = partial(clients.add, lifter)
        with self._window.finished_edits():
            label = tr("Add {name}").format(name=lifter.name)
            return self._window.act(label, work, self.remember, adds=True)

    def ensure(self) -> bool:
        """Make the lifter that the first page describes when there is none yet; say if made."""
        window, page = self._window, self._window.first_start
        if window.lifter is None:
            window.history.look_elsewhere()
        if window.lifter is not None or page is None or window.locks.shut is not None:
            return False
        return self.add(page.lifter())

    def edit(self) -> None:
        """Let the lifter shown be changed."""
        from planner.ui.lifter_dialog import LifterDialog

        dialog = LifterDialog(self._window, clients.lifter(self._window.lifter_id()))
        dialog.questions_wanted.connect(lambda: self._ask_health(dialog))
        if health.due_again(self._window.lifter_id(), self._window.today()) is not None:
            dialog.ask_again()
        ask(dialog, lambda: self._change(dialog.lifter))

    def _ask_health(self, dialog: QDialog) -> None:
        from planner.ui import desk, health_stories

        health_stories.ask(desk.desk_of(self._window)._replace(parent=dialog))

    def _change(self, lifter: Lifter) -> None:
        label = tr("Change {name}").format(name=lifter.name)
        self._window.act(label, partial(clients.change, lifter))

    def change_gym(self) -> None:
        """Let what the lifter's gym can load be described."""
        from planner.ui import gym_stories

        gym_stories.ask(self._window, self._window.lifter_id(), self._window.act)

    def archive(self) -> None:
        """Take the lifter shown out of the lists."""
        window = self._window
        name = clients.lifter(window.lifter_id()).name
        work = partial(clients.archive, window.lifter_id(), window.today())
        with window.finished_edits():
            if window.act(tr("Archive {name}").format(name=name), work):
                kept = tr("{name} is archived; nothing was deleted. Ctrl+Z brings them back.")
                window.tell(kept.format(name=name))

    def fill_archived(self, menu: QMenu) -> None:
        """List the archived lifters in a menu; choosing one brings them back."""
        menu.clear()
        for lifter in clients.archived():
            action = menu.addAction(lifter.name.replace("&", "&&"))
            action.triggered.connect(partial(self._bring_back, lifter))
        if menu.isEmpty():
            menu.addAction(tr("Nobody")).setEnabled(False)

    def _bring_back(self, lifter: Lifter, _checked: bool = False) -> None:
        assert lifter.id is not None
        label = tr("Bring {name} back").format(name=lifter.name)
        work = partial(clients.bring_back, lifter.id)
        with self._window.finished_edits():
            self._window.act(label, work, lambda _: self.remember(lifter.id))

    def add_sample(self) -> None:
        """Add a made-up lifter with half a year of training, in the unit chosen or usual here."""
        from planner.coach import demo

        page = self._window.first_start
        welcomed = self._window.lifter is None and page is not None
        unit = page.unit() if page is not None and welcomed else usual_unit()
        work = partial(demo.add_sample_lifter, self._window.today(), unit)
        with self._window.finished_edits():
            self._window.act(tr("Add the sample lifter"), work, self.remember, adds=True)

    def show_all(self) -> None:
        """Show all lifters in one list."""
        from planner.ui import clients_stories

        clients_stories.show(self._window)

    def choose_program(self) -> None:
        """Choose a program and its first day; it becomes the lifter's newest mesocycle."""
        from planner.ui import program_stories

        program_stories.choose(self._window)

    def start_block(self) -> None:
        """Start an empty block, for the lifter whom the first page describes if there is none."""
        from planner.ui import first_block

        page = self._window.first_start
        if self._window.lifter is None and page is not None:
            first_block.start(self._window, page)
        else:
            self._window.show_tab(TabName.PLANNER)
            self._window.tabs.planner().stories.start()

    def go_to(self) -> None:
        """Ask for a day or the code of a printed sheet, and go there."""
        from planner.ui.go_to import GoToDialog

        dialog = GoToDialog(self._window, self._window.today())
        dialog.accepted.connect(lambda: self._go(dialog.sheet, dialog.day))
        _open(dialog)

    def _go(self, sheet: SheetWeek | None, day: date | None) -> None:
        if sheet is not None:
            self.sheets.type_week(sheet.lifter_id, sheet.week_id, sheet.check)
        elif day is not None:
            self._window.show_tab(TabName.LOG)
            self._window.tabs.log().show_day(day)

    @cached_property
    def sheets(self) -> SheetEntryStories:
        """What the window does with sheets that come back."""
        from planner.ui.sheet_entry_stories import SheetEntryStories

        return SheetEntryStories(self._window)

    def leave_sheets(self) -> None:
        """Ask for no boxes of sheets while nobody is shown."""
        if "sheets" in vars(self):
            self.sheets.show_unread()

    def choose_first(self, lifter_ids: object) -> None:
        """Let the next refresh show the first of some lifters."""
        if isinstance(lifter_ids, list) and lifter_ids:
            self.remember(lifter_ids[0])


def _open(dialog: QDialog) -> None:
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _short(name: str) -> str:
    """Shorten a long name, so that there is room for what is said after it."""
    return name if len(name) <= LONGEST_TOLD else f"{name[:LONGEST_TOLD].rstrip()}…"
