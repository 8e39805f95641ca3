"""The menu bar: every story of the window by name, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.ui.theme import Choice
from planner.ui.top_bar import TabName, tab_title

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Menus:
    """The actions that the window keeps up to date."""

    undo: QAction
    redo: QAction
    tabs: dict[TabName, QAction]
    themes: dict[str, QAction]
    with_lifter: tuple[QAction, ...]


def add_menus(window: MainWindow) -> Menus:
    """Fill a window's menu bar."""
    with_file = _file_menu(window)
    undo, redo = _edit_menu(window)
    tabs, themes = _view_menu(window)
    with_lifter = (*with_file, *tabs.values(), *_lifter_menu(window), *_plan_menu(window))
    _help_menu(window)
    return Menus(undo, redo, tabs, themes, with_lifter)


def _menu(window: MainWindow, title: str) -> QMenu:
    menu = QMenu(title, window.menuBar())
    window.menuBar().addMenu(menu)
    return menu


def _add(
    menu: QMenu,
    text: str,
    slot: Callable[[], object],
    keys: QKeySequence.StandardKey | str = "",
) -> QAction:
    action = QAction(text, menu)
    if isinstance(keys, str):
        action.setShortcut(QKeySequence(keys))
    else:
        action.setShortcuts(keys)
    action.triggered.connect(lambda _checked=False: slot())
    menu.addAction(action)
    return action


def _file_menu(window: MainWindow) -> list[QAction]:
    stories, menu = window.file_stories, _menu(window, _tr("&File"))
    _add(menu, _tr("&Import log…"), stories.import_log, "Ctrl+I")
    listed = _add(menu, _tr("I&mports…"), stories.show_imports)
    trashed = _add(menu, _tr("&Deleted sessions…"), stories.show_trash)
    exported = _add(menu, _tr("&Export…"), stories.export, "Ctrl+Shift+E")
    menu.addSeparator()
    printed = _add(menu, _tr("&Print week…"), window.print_week, QKeySequence.StandardKey.Print)
    menu.addSeparator()
    _add(menu, _tr("&Back up now"), stories.back_up)
    _add(menu, _tr("&Restore…"), stories.restore)
    menu.addSeparator()
    leave = _add(menu, _tr("&Quit"), window.close, "Ctrl+Q")
    leave.setMenuRole(QAction.MenuRole.QuitRole)
    return [listed, trashed, exported, printed]


def _edit_menu(window: MainWindow) -> tuple[QAction, QAction]:
    menu = _menu(window, _tr("&Edit"))
    undo = _add(menu, _tr("&Undo"), window.history.undo, QKeySequence.StandardKey.Undo)
    redo = _add(menu, _tr("&Redo"), window.history.redo, QKeySequence.StandardKey.Redo)
    redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    return undo, redo


def _view_menu(window: MainWindow) -> tuple[dict[TabName, QAction], dict[str, QAction]]:
    menu = _menu(window, _tr("&View"))
    tabs = {
        name: _add(menu, tab_title(name), _showing(window, name), f"Ctrl+{name + 1}")
        for name in TabName
    }
    _exclusive(menu, tabs.values())
    menu.addSeparator()
    themes_menu = menu.addMenu(_tr("&Theme"))
    themes: dict[str, QAction] = {}
    for choice, text in (
        (Choice.SYSTEM, _tr("As the &system")),
        (Choice.LIGHT, _tr("&Light")),
        (Choice.DARK, _tr("&Dark")),
    ):
        themes[choice] = _add(themes_menu, text, _theming(window, choice))
    _exclusive(themes_menu, themes.values())
    return tabs, themes


def _showing(window: MainWindow, name: TabName) -> Callable[[], None]:
    return lambda: window.show_tab(name)


def _theming(window: MainWindow, choice: Choice) -> Callable[[], None]:
    return lambda: window.choose_theme(choice)


def _exclusive(menu: QMenu, actions: Iterable[QAction]) -> None:
    group = QActionGroup(menu)
    for action in actions:
        action.setCheckable(True)
        group.addAction(action)


def _lifter_menu(window: MainWindow) -> list[QAction]:
    stories, menu = window.lifter_stories, _menu(window, _tr("&Lifter"))
    switch = _add(menu, _tr("S&witch lifter…"), window.bar.picker.open_list, "Ctrl+L")
    _add(menu, _tr("&New lifter…"), stories.new, "Ctrl+Shift+N")
    edit = _add(menu, _tr("&Edit lifter…"), stories.edit)
    archive = _add(menu, _tr("&Archive lifter"), stories.archive)
    archived = menu.addMenu(_tr("A&rchived"))
    archived.aboutToShow.connect(lambda: stories.fill_archived(archived))
    menu.addSeparator()
    _add(menu, _tr("Add a &sample lifter"), stories.add_sample)
    return [switch, edit, archive]


def _plan_menu(window: MainWindow) -> list[QAction]:
    menu = _menu(window, _tr("&Plan"))
    start = _add(menu, _tr("&Start a program…"), window.lifter_stories.choose_program)
    printed = _add(menu, _tr("&Print week…"), window.print_week)
    return [start, printed]


def _help_menu(window: MainWindow) -> None:
    menu = _menu(window, _tr("&Help"))
    _add(menu, _tr("&Keyboard shortcuts"), window.show_shortcuts, "F1")
    _add(menu, _tr("&Your data and privacy"), window.show_privacy)
    about = _add(menu, _tr("&About"), window.show_about)
    about.setMenuRole(QAction.MenuRole.AboutRole)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)
