"""The menu on lifters: who is shown, what is known of them, and what is shown to them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.language import tr

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def add_entries(
    window: MainWindow, menu: QMenu, add: Callable[..., QAction]
) -> tuple[QAction, QAction, list[QAction]]:
    """Fill the menu; return 'Switch', 'New', and what else wants a lifter."""
    switch = add(tr("Swit&ch lifter…"), window.bar.picker.open_list, "Ctrl+L")
    everybody = add(tr("A&ll lifters…"), lambda: window.lifter_stories.show_all(), "Ctrl+Shift+A")
    new = add(tr("&New lifter…"), lambda: window.lifter_stories.new(), "Ctrl+Shift+N")
    go = add(tr("&Go to a day or a sheet…"), lambda: window.lifter_stories.go_to(), "Ctrl+G")
    edit = add(tr("&Edit lifter…"), lambda: window.lifter_stories.edit())
    menu.addSeparator()
    of_lifter = _of_lifter(window, add)
    menu.addSeparator()
    archive = add(tr("&Archive lifter"), lambda: window.lifter_stories.archive())
    archived = menu.addMenu(tr("A&rchived"))
    archived.aboutToShow.connect(
        lambda: window.soon(lambda: window.lifter_stories.fill_archived(archived))
    )
    delete = add(tr("Delete li&fter…"), lambda: _stories("trash").delete_lifter(window))
    add(tr("Add a &sample lifter"), lambda: window.lifter_stories.add_sample())
    return switch, new, [everybody, go, edit, *of_lifter, archive, delete]


def _of_lifter(window: MainWindow, add: Callable[..., QAction]) -> list[QAction]:
    """Add what is known of the lifter shown, an entry a line; each is made when it is used."""
    return [
        add(tr("Recover&y today…"), lambda: _today().show_today(window), "Ctrl+Shift+R"),
        add(tr("&Time away…"), lambda: _stories("absence").show(window)),
        add(tr("H&oliday plan…"), lambda: _stories("holiday").show(window)),
        add(tr("S&kills…"), lambda: _stories("skill").show(window)),
        add(tr("Skills of e&verybody…"), lambda: _stories("skill").show_all(window)),
        add(tr("What the gy&m can load…"), lambda: window.lifter_stories.change_gym()),
        add(tr("W&hat is shown…"), lambda: _today().show_switches(window)),
        add(tr("Health &questions…"), lambda: _stories("health").show_questions(window)),
        add(tr("Something is &wrong…"), lambda: _stories("health").show_signs(window)),
        add(tr("Referrals an&d letters…"), lambda: _stories("health").show_referrals(window)),
        add(tr("L&imits…"), lambda: _stories("scope").show(window)),
        add(tr("F&uel targets…"), lambda: _stories("fuel").show(window)),
        add(tr("Lock by a &PIN…"), lambda: window.locks.show_dialog()),
    ]


def _today() -> ModuleType:
    return import_module("planner.ui.today_opening")


def _stories(subject: str) -> ModuleType:
    """Import what an entry needs only when it is used: the window is painted before."""
    return import_module(f"planner.ui.{subject}_stories")
