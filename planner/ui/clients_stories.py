"""What the window does with all lifters: show them, open one, archive and bring back several."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from planner.coach import clients
from planner.language import tr
from planner.ui import assign_stories, clients_words, skill_stories
from planner.ui.clients_dialog import ClientsDialog

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def show(window: MainWindow) -> ClientsDialog:
    """Show all lifters over the window; return the dialog.

    What was half typed in the plan is stored before; what could not be read is told here.
    """
    unread = window.tabs.finish_edits()
    dialog = ClientsDialog(window, window.today())
    if unread:
        told = tr("Not saved – {problem}").format(problem=unread)
        window.tell_trouble(told)
        dialog.tell(told)
    dialog.opened.connect(window.show_lifter)
    dialog.archive_wanted.connect(partial(_archive, window, dialog))
    dialog.back_wanted.connect(partial(_bring_back, window, dialog))
    dialog.program_wanted.connect(partial(assign_stories.start_program, window, dialog))
    dialog.skills_wanted.connect(partial(skill_stories.show_all, window, dialog))
    dialog.undo_wanted.connect(lambda: window.undo_stories.undo_unseen())
    window.history.changed.connect(dialog.refresh)
    window.history.failed.connect(dialog.tell)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _archive(window: MainWindow, dialog: ClientsDialog, ids: Sequence[int]) -> None:
    whom = _named(ids)
    label = tr("Archive {whom}").format(whom=whom)
    news = tr("{whom}: archived. Nothing was deleted; Ctrl+Z undoes it.").format(whom=whom)
    _do(window, dialog, label, partial(clients.archive_all, ids, window.today()), news)


def _bring_back(window: MainWindow, dialog: ClientsDialog, ids: Sequence[int]) -> None:
    whom = _named(ids)
    news = tr("{whom}: back in the lists.").format(whom=whom)
    label = tr("Bring {whom} back").format(whom=whom)
    _do(window, dialog, label, partial(clients.bring_all_back, ids), news)


def _do(
    window: MainWindow, dialog: ClientsDialog, label: str, work: Callable[[], object], news: str
) -> None:
    if window.act(label, work):
        dialog.tell(news)


def _named(lifter_ids: Sequence[int]) -> str:
    return clients_words.named([clients.lifter(each) for each in lifter_ids])
