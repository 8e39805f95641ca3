"""The menu bar: every story of the window by name, with its shortcut."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from planner.language import tr
from planner.ui import block_menu, help_pages, icons, languages, lifter_menu
from planner.ui.side_panes import Side
from planner.ui.theme import Choice
from planner.ui.top_bar import TabName, tab_title
from planner.ui.writing import writes

if TYPE_CHECKING:
    from planner.ui.main_window import MainWindow

OF_LIFTER = "of_lifter"  # the property of what waits for a locked lifter's PIN


class Menus(NamedTuple):
    """The actions that the window keeps up to date."""

    undo: QAction
    redo: QAction
    tabs: dict[TabName, QAction]
    switch: QAction
    new: QAction
    themes: dict[str, QAction]
    panes: dict[Side, QAction]
    with_lifter: tuple[QAction, ...]


def add_menus(window: MainWindow) -> Menus:
    """Fill a window's menu bar."""
    with_file = _file_menu(window)
    undo, redo = _edit_menu(window)
    tabs, themes, panes = _view_menu(window)
    switch, new, others = lifter_menu.add_entries(window, *_adding(window, tr("&Lifter")))
    with_lifter = (*with_file, *tabs.values(), switch, *others, *_plan_menu(window))
    _library_menu(window)
    _help_menu(window)
    return Menus(undo, redo, tabs, switch, new, themes, panes, with_lifter)


def _adding(window: MainWindow, title: str) -> tuple[QMenu, Callable[..., QAction]]:
    """Add a menu; return it and what adds an entry to it."""
    menu = QMenu(title, window.menuBar())
    window.menuBar().addMenu(menu)
    return menu, partial(_add, window, menu)


def _add(
    window: MainWindow,
    menu: QMenu,
    text: str,
    slot: Callable[[], object],
    keys: QKeySequence.StandardKey | str = "",
    icon: str = "",
) -> QAction:
    """Add an entry. What it does is looked up when it is used: the window is painted before."""
    action = QAction(text, menu)
    if icon:
        action.setIcon(icons.icon(icon))
    if isinstance(keys, str):
        action.setShortcuts([_pressed(keys)] if keys else [])  # setShortcut() would name Qt
    else:
        action.setShortcuts(keys)
    action.triggered.connect(lambda _checked=False: window.soon(slot, action))
    menu.addAction(action)
    return action


def _pressed(keys: str) -> QKeySequence:
    """Return keys that are told as 'Ctrl+I'. The constructor would make all of Qt's enums."""
    return QKeySequence.fromString(keys)


def _file_menu(window: MainWindow) -> list[QAction]:
    menu, add = _adding(window, tr("&File"))
    imported = add(tr("&Import log…"), lambda: window.file_stories.import_log(), "Ctrl+I", "import")
    imported.setProperty(OF_LIFTER, True)
    writes(imported)
    listed = add(tr("I&mports…"), lambda: window.file_stories.show_imports())
    add(tr("&Deleted…"), lambda: _trash().show(window), icon="delete")
    exported = add(tr("&Export…"), lambda: window.file_stories.export(), "Ctrl+Shift+E", "export")
    menu.addSeparator()
    handed = add(tr("&Hand over…"), lambda: _handing().ask(window), icon="send")
    writes(add(tr("Mer&ge…"), lambda: _merging().choose(window), icon="merge"))
    menu.addSeparator()
    printed = add(tr("&Print week…"), window.print_week, QKeySequence.StandardKey.Print, "print")
    reported = add(tr("Print &charts…"), _reporting(window), "Ctrl+Shift+P")
    menu.addSeparator()
    now = add(tr("&Back up now"), lambda: window.backup_stories.back_up(), icon="backup")
    add(tr("Bac&kups…"), lambda: window.backup_stories.show())
    restore = add(tr("&Restore…"), lambda: window.backup_stories.restore(), icon="restore")
    protect = add(tr("P&assphrase…"), lambda: _passphrase().show(window), icon="lock")
    writes(now, restore, protect)
    menu.addSeparator()
    leave = menu.addAction(tr("&Quit"), _pressed("Ctrl+Q"), window.close)
    leave.setMenuRole(QAction.MenuRole.QuitRole)
    return [listed, exported, handed, printed, reported]


def _edit_menu(window: MainWindow) -> tuple[QAction, QAction]:
    _menu, add = _adding(window, tr("&Edit"))
    undo = add(
        tr("&Undo"), lambda: window.undo_stories.undo(), QKeySequence.StandardKey.Undo, "undo"
    )
    redo = add(
        tr("&Redo"), lambda: window.undo_stories.redo(), QKeySequence.StandardKey.Redo, "redo"
    )
    for rests in (undo, redo):
        rests.setEnabled(False)
    redo.setShortcuts([_pressed("Ctrl+Shift+Z"), _pressed("Ctrl+Y")])
    return undo, redo


def _view_menu(
    window: MainWindow,
) -> tuple[dict[TabName, QAction], dict[str, QAction], dict[Side, QAction]]:
    menu, add = _adding(window, tr("&View"))
    tabs = {
        name: add(tab_title(name), _showing(window, name), f"Ctrl+{name + 1}") for name in TabName
    }
    _exclusive(menu, tabs.values())
    menu.addSeparator()
    panes = {
        Side.LEFT: add(tr("&Left pane"), lambda: window.side_panes.toggle(Side.LEFT), "F8"),
        Side.RIGHT: add(tr("&Right pane"), lambda: window.side_panes.toggle(Side.RIGHT), "F9"),
    }
    for pane in panes.values():
        pane.setCheckable(True)
    menu.addSeparator()
    themes_menu = menu.addMenu(tr("&Theme"))
    add_theme = partial(_add, window, themes_menu)
    themes: dict[str, QAction] = {}
    for choice, text in (
        (Choice.SYSTEM, tr("As the &system")),
        (Choice.LIGHT, tr("&Light")),
        (Choice.DARK, tr("&Dark")),
    ):
        themes[choice] = add_theme(text, _theming(window, choice))
    _exclusive(themes_menu, themes.values())
    languages.menu(menu, window)
    return tabs, themes, panes


def _showing(window: MainWindow, name: TabName) -> Callable[[], None]:
    return lambda: window.tabs.open(name)


def _reporting(window: MainWindow) -> Callable[[], None]:
    return lambda: window.tabs.once_made(TabName.CHARTS, window.print_charts)


def _theming(window: MainWindow, choice: Choice) -> Callable[[], None]:
    return lambda: window.choose_theme(choice)


def _exclusive(menu: QMenu, actions: Iterable[QAction]) -> None:
    group = QActionGroup(menu)
    for action in actions:
        action.setCheckable(True)
        group.addAction(action)


def _plan_menu(window: MainWindow) -> list[QAction]:
    menu, add = _adding(window, tr("&Plan"))
    start = add(tr("&Start a program…"), lambda: window.lifter_stories.choose_program(), icon="add")
    of_block = block_menu.add_entries(window, add)
    fill = add(tr("&Fill loads"), lambda: _fill_loads(window))
    saved = add(tr("Save &block as a program…"), lambda: _own_library().save_block(window))
    advice = add(tr("S&uggestions"), lambda: _advice().read_suggestions(window), "F6")
    trail = add(tr("What was &decided…"), lambda: _advice().show_trail(window))
    printed = add(tr("&Print week…"), window.print_week, icon="print")
    typed = add(
        tr("&Type in sheets…"), lambda: window.lifter_stories.sheets.type_in(), "Ctrl+T", "keyboard"
    )
    writes(start, fill, saved, typed)
    for each in menu.actions():
        each.setProperty(OF_LIFTER, True)
    menu.aboutToShow.connect(lambda: fill.setEnabled(_can_fill(window)))
    menu.aboutToShow.connect(lambda: _enable((saved, printed, *of_block), _has_plan(window)))
    menu.aboutToHide.connect(lambda: _enable(of_block, window.lifter is not None))  # for the keys
    return [advice, trail, typed, *of_block]


def _enable(entries: Iterable[QAction], usable: bool) -> None:
    for entry in entries:
        entry.setEnabled(usable)


def _has_plan(window: MainWindow) -> bool:
    from planner.coach import planning

    return window.lifter is not None and bool(planning.mesocycles(window.lifter_id()))


def _can_fill(window: MainWindow) -> bool:
    """Say whether the plan that is shown lacks a load which the log can tell."""
    in_sight = window.lifter is not None and window.tab_name is TabName.PLANNER
    return in_sight and window.tabs.planner().open_loads.offers()


def _fill_loads(window: MainWindow) -> None:
    """Fill the loads of the plan that is shown, however the entry was used."""
    if _can_fill(window):
        window.tabs.planner().open_loads.fill()


def _library_menu(window: MainWindow) -> None:
    menu, add = _adding(window, tr("L&ibrary"))
    then = partial(_show_library, window)
    add(tr("&Exercises…"), lambda: _show_library(window), "Ctrl+Shift+L", "book")
    new = add(
        tr("&New exercise…"), lambda: _own_library().new_exercise(window, window, then), icon="add"
    )
    menu.addSeparator()
    add(
        tr("Ex&port own exercises and programs…"),
        lambda: _own_library().export(window),
        icon="export",
    )
    taken = add(
        tr("&Import exercises and programs…"),
        lambda: _own_library().bring_in(window),
        icon="import",
    )
    writes(new, taken)


def _own_library() -> ModuleType:
    """Import what these entries need only when one is used: the window is painted before."""
    return import_module("planner.ui.own_library")


def _passphrase() -> ModuleType:
    return import_module("planner.ui.passphrase_stories")


def _handing() -> ModuleType:
    return import_module("planner.ui.hand_over_stories")


def _merging() -> ModuleType:
    return import_module("planner.ui.merge_file_stories")


def _trash() -> ModuleType:
    return import_module("planner.ui.trash_stories")


def _advice() -> ModuleType:
    return import_module("planner.ui.advice_stories")


def _show_library(window: MainWindow, slug: str = "") -> None:
    from planner.ui import library_stories

    library_stories.show_library(window, slug)


def _help_menu(window: MainWindow) -> None:
    _menu, add = _adding(window, tr("&Help"))
    show = partial(help_pages.show_page, window)
    add(tr("&Start here"), lambda: help_pages.show_help(window), "F1", "help")
    add(tr("&Keyboard shortcuts"), lambda: help_pages.show_shortcuts(window), "Ctrl+F1", "keyboard")
    add(tr("&Planning: blocks, weeks, prescriptions"), lambda: show("planning"))
    add(tr("&Logging: sets, rest, past days"), lambda: show("logging"))
    add(tr("&How suggestions are made"), lambda: show("suggestions"))
    add(tr("Sheets: printing and &typing back"), lambda: show("sheets"))
    add(tr("&Charts: what each page says"), lambda: show("charts"))
    add(tr("Health, &recovery, safety"), lambda: show("health"))
    add(tr("&Data: in, out, backups"), lambda: show("data"))
    add(tr("&Evidence"), lambda: help_pages.show_evidence(window))
    add(tr("&Your data and privacy"), lambda: help_pages.show_privacy(window))
    about = add(tr("&About"), lambda: help_pages.show_about(window), icon="about")
    about.setMenuRole(QAction.MenuRole.AboutRole)
