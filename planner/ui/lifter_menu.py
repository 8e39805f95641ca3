"""The menu on lifters: who is shown, what is known of them, and what is shown to them."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from planner.language import tr
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


def add_entries(
    window: MainWindow, menu: QMenu, add: Callable[..., QAction]
) -> tuple[QAction, QAction, list[QAction]]:
    """Fill the menu; return 'Switch', 'New', and what else wants a lifter."""
    switch = add(tr("Swit&ch lifter…"), lambda: window.lifter_stories.switch(), "Ctrl+L", "lifter")
    everybody = add(
        tr("A&ll lifters…"), lambda: window.lifter_stories.show_all(), "Ctrl+Shift+A", "lifters"
    )
    new = add(tr("&New lifter…"), lambda: window.lifter_stories.new(), "Ctrl+Shift+N", "add")
    go = add(
        tr("&Go to a day or a sheet…"), lambda: window.lifter_stories.go_to(), "Ctrl+G", "find"
    )
    edit = add(tr("&Edit lifter…"), lambda: window.lifter_stories.edit(), icon="edit")
    menu.addSeparator()
    of_lifter = _of_lifter(window, add)
    menu.addSeparator()
    archive = add(tr("&Archive lifter"), lambda: window.lifter_stories.archive())
    archived = menu.addMenu(tr("A&rchived"))
    archived.aboutToShow.connect(
        lambda: window.soon(lambda: window.lifter_stories.fill_archived(archived))
    )
    delete = add(
        tr("Delete li&fter…"), lambda: _stories("trash").delete_lifter(window), icon="delete"
    )
    sample = add(tr("Add a &sample lifter"), lambda: window.lifter_stories.add_sample())
    writes(new, archive, archived.menuAction(), delete, sample)
    return switch, new, [everybody, go, edit, *of_lifter, archive, delete]


def _of_lifter(window: MainWindow, add: Callable[..., QAction]) -> list[QAction]:
    """Add what is known of the lifter shown, an entry a line; each is made when it is used."""
    today = add(tr("Recover&y today…"), lambda: _today().show_today(window), "Ctrl+Shift+R")
    away = add(tr("&Time away…"), lambda: _stories("absence").show(window))
    holiday = add(tr("H&oliday plan…"), lambda: _stories("holiday").show(window))
    skills = add(tr("S&kills…"), lambda: _stories("skill").show(window))
    of_all = add(tr("Skills of e&verybody…"), lambda: _stories("skill").show_all(window))
    gym = add(tr("What the gy&m can load…"), lambda: window.lifter_stories.change_gym())
    shown = add(tr("W&hat is shown…"), lambda: _today().show_switches(window), icon="settings")
    asked = add(tr("Health &questions…"), lambda: _stories("health").show_questions(window))
    signs = add(tr("Something is &wrong…"), lambda: _stories("health").show_signs(window))
    letters = add(tr("Referrals an&d letters…"), lambda: _stories("health").show_referrals(window))
    limits = add(tr("L&imits…"), lambda: _stories("scope").show(window))
    fuel = add(tr("F&uel targets…"), lambda: _stories("fuel").show(window))
    lock = add(tr("Lock by a &PIN…"), lambda: window.locks.show_dialog(), icon="lock")
    writes(holiday, shown, signs, lock)
    reading = (today, away, skills, of_all, letters)
    return [*reading, holiday, gym, shown, asked, signs, limits, fuel, lock]


def _today() -> ModuleType:
    return import_module("planner.ui.today_opening")


def _stories(subject: str) -> ModuleType:
    """Import what an entry needs only when it is used: the window is painted before."""
    return import_module(f"planner.ui.{subject}_stories")
