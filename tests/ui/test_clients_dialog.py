"""All lifters in one list, by keyboard and by mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import clients, scope
from planner.coach.client_list import Client, ClientState, ClientVerdict
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Restriction, Session, Unit
from planner.storage import log
from planner.ui import clients_stories, clients_words, theme
from planner.ui.clients_dialog import ClientsDialog
from planner.ui.clients_model import ClientsModel
from planner.ui.clients_table import ARCHIVED, PHASES, WIDTHS, WITH_LIMIT
from planner.ui.main_window import MainWindow

NAME, TODAY, KEPT, LAST, NOTE = 0, 2, 4, 5, 7
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def many(window: MainWindow, today: date) -> list[int]:
    """Ann, Ben and Cem beside Sam; Dora is archived."""
    made = [
        clients.add(Lifter(name=name, note=note, unit=Unit.LB))
        for name, note in (("Ann", "left knee"), ("Ben", ""), ("Cem", "mornings"), ("Dora", ""))
    ]
    clients.archive(made[-1], today)
    window.refresh()
    return made


@pytest.fixture
def dialog(many: list[int], window: MainWindow, qtbot: QtBot) -> Iterator[ClientsDialog]:
    window.resize(1280, 720)
    window.show()
    made = clients_stories.show(window)
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def train() -> Callable[..., None]:
    """Return a function that logs squats of a lifter's day."""

    def store(lifter: int, on: date, *sets: LoggedSet) -> None:
        log.add_session(
            lifter, Session(on, (LoggedExercise("back-squat", sets * 3),), finished=True)
        )

    return store


def names(dialog: ClientsDialog) -> list[str]:
    """Return the names in sight, from the top."""
    return [each.lifter.name for each in dialog.model.shown()]


def cell(dialog: ClientsDialog, row: int, column: int, role: int = 0) -> object:
    """Return what a cell holds; 0 is what it shows."""
    return dialog.model.index(row, column).data(role)


def test_tab_goes_from_the_search_by_the_archived_to_the_table(dialog: ClientsDialog) -> None:
    for _ in range(2):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.table.hasFocus()


def test_the_model_keeps_every_rule_of_models(today: date, qtbot: QtBot) -> None:
    model = ClientsModel(today)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_clients([Client(Lifter(name=name, id=key)) for key, name in enumerate("bca", 1)])
    model.find("a", archived=False)
    model.find("", archived=True)
    model.sort(NAME, Qt.SortOrder.DescendingOrder)
    assert [each.lifter.name for each in model.shown()] == ["c", "b", "a"]
    assert model.data(QModelIndex()) is None


def test_typing_finds_by_name_and_note_and_archived_ones_only_when_wanted(
    dialog: ClientsDialog,
) -> None:
    assert names(dialog) == ["Ann", "Ben", "Cem", "Sam Lifter"]
    QTest.keyClicks(dialog.search, "KNEE")
    assert names(dialog) == ["Ann"]
    dialog.search.setText("dora")
    assert names(dialog) == []
    assert dialog._count.text() == "Nobody found"
    assert not dialog.open_one.isEnabled()
    dialog.archived.click()
    assert names(dialog) == ["Dora"]
    assert not dialog.table.isColumnHidden(ARCHIVED)
    assert dialog.archive.text() == "&Bring back"
    assert not dialog.program.isEnabled()


def test_enter_opens_the_lifter_found_and_arrows_walk_from_the_search(
    dialog: ClientsDialog, window: MainWindow, many: list[int]
) -> None:
    QTest.keyClicks(dialog.search, "en")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert window.lifter_id() == many[1]
    again = clients_stories.show(window)
    QApplication.processEvents()
    QTest.keyClick(again.search, Qt.Key.Key_Down)
    QTest.keyClick(again.table, Qt.Key.Key_Down)
    QTest.keyClick(again.table, Qt.Key.Key_Down)
    QTest.keyClick(again.table, Qt.Key.Key_Return)
    assert window.lifter_id() == many[2]


def test_several_are_archived_with_del_and_brought_back_by_undo(
    dialog: ClientsDialog, window: MainWindow, many: list[int]
) -> None:
    dialog.table.mark({many[0], many[2]})
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
    assert names(dialog) == ["Ben", "Sam Lifter"]
    assert dialog._news.text().startswith("2 lifters: archived. Nothing was deleted")
    assert window.history.stack.undoText() == "Archive 2 lifters"
    QTest.keyClick(dialog.table, Qt.Key.Key_Z, CTRL)
    assert names(dialog) == ["Ann", "Ben", "Cem", "Sam Lifter"]


def test_only_who_was_not_archived_yet_is_counted_as_archived(
    dialog: ClientsDialog, many: list[int], today: date
) -> None:
    clients.archive(many[0], today - timedelta(days=9))
    dialog.refresh()
    dialog.archived.click()
    dialog.table.mark({*many[:3]})
    dialog.archive.click()
    assert dialog._news.text().startswith("2 lifters: archived. Nothing was deleted")
    assert clients.lifter(many[0]).archived_on == today - timedelta(days=9)


def test_an_archived_lifter_comes_back_when_opened(
    dialog: ClientsDialog, window: MainWindow, many: list[int]
) -> None:
    dialog.archived.click()
    dialog.search.setText("Dora")
    dialog.accept()
    assert window.lifter_id() == many[3]
    assert clients.lifter(many[3]).archived_on is None


def test_the_engine_fills_the_rows_and_sorting_waits_until_all_are_read(
    dialog: ClientsDialog,
    window: MainWindow,
    many: list[int],
    today: date,
    train: Callable[..., None],
    qtbot: QtBot,
) -> None:
    entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
    for week in range(1, 9):
        train(many[1], today - timedelta(weeks=week), entry)
    dialog.refresh()
    dialog.table.sortByColumn(TODAY, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(dialog.reader.finished):
        pass
    assert names(dialog)[0] == "Ben"
    assert cell(dialog, 0, TODAY) == "hold"
    assert "Nothing asks for more or less" in str(
        cell(dialog, 0, TODAY, Qt.ItemDataRole.ToolTipRole)
    )
    spoken = cell(dialog, 0, PHASES, Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith("1 ")
    assert cell(dialog, 1, TODAY) == "no log yet"
    dialog.table.viewport().render(QImage(400, 300, QImage.Format.Format_RGB32))
    again = ClientsDialog(window, today)
    assert [cell(again, row, TODAY) for row in range(2)] == ["no log yet", "hold"]


def test_the_list_says_what_is_limited_and_that_a_limit_is_over(
    window: MainWindow, lifter: int, today: date, qtbot: QtBot
) -> None:
    day = timedelta(days=1)
    for until, words in (
        (None, "No jumps"),
        (today - day, "No overhead"),
        (today - 8 * day, "Old"),
    ):
        scope.keep(lifter, Restriction(today - 30 * day, until, "Dr Ruiz", words=words))
    dialog = clients_stories.show(window)
    qtbot.waitUntil(lambda: cell(dialog, 0, TODAY) != "…")
    assert cell(dialog, 0, TODAY) == "no log yet · limit over since 5 Nov"
    tip = str(cell(dialog, 0, TODAY, Qt.ItemDataRole.ToolTipRole))
    assert tip.splitlines() == ["No jumps (Dr Ruiz)", "Over: No overhead, until 4 Nov (Dr Ruiz)"]


def test_each_verdict_has_a_word_of_its_own() -> None:
    states = [ClientState((), each, None, 0, ()) for each in (None, *ClientVerdict)]
    assert len({clients_words.verdict(each) for each in states}) == 1 + len(ClientVerdict)


def test_who_trains_nothing_at_all_is_told_of_and_after_a_year_without_a_count() -> None:
    idle = [ClientState((), None, None, 0, (), idle_days=days) for days in (0, 70, 520)]
    assert [*map(clients_words.unused, idle)] == [
        "–", "Nothing for 10 weeks", "Nothing for over a year",
    ]  # fmt: skip


def test_a_verdict_of_ones_own_says_so() -> None:
    own = ClientState((), ClientVerdict.EASE, None, 0, (), chosen=True)
    assert clients_words.verdict(own) == "ease, own choice"


def test_the_list_opens_from_the_menu_and_from_the_list_of_the_picker(
    window: MainWindow, press: Callable[[str], None]
) -> None:
    press("Ctrl+Shift+A")
    window.bar.picker.popup.all_wanted.emit()
    shown = window.findChildren(ClientsDialog)
    assert len(shown) == 2
    for each in shown:
        each.close()


@pytest.mark.parametrize("wide", [1334, 1248, 1150])
def test_with_archived_ones_all_headings_are_read_whole_and_nothing_scrolls_sideways(
    dialog: ClientsDialog, qapp: QApplication, qtbot: QtBot, wide: int
) -> None:
    theme.apply(qapp, theme.current())
    dialog.resize(wide, 700)
    table, header = dialog.table, dialog.table.horizontalHeader()
    QApplication.processEvents()
    before = [table.columnWidth(column) for column in range(ARCHIVED)]
    dialog.archived.click()
    qtbot.waitUntil(lambda: not dialog.reader.is_busy())
    assert table.horizontalScrollBar().maximum() == 0
    for column in range(ARCHIVED + 1):
        least = min(header.sectionSizeHint(column), WIDTHS[column])
        assert header.sectionSize(column) >= least, column
    dialog.archived.click()
    assert [table.columnWidth(column) for column in range(ARCHIVED)] == before


def test_a_column_is_as_wide_as_its_words_ask_however_often_the_list_is_made_anew(
    window: MainWindow, many: list[int], today: date, qtbot: QtBot
) -> None:
    day = timedelta(days=1)
    scope.keep(many[0], Restriction(today - 30 * day, today - day, "Dr Ruiz", words="No overhead"))
    window.show()
    dialog = clients_stories.show(window)
    dialog.resize(1000, 700)
    for _ in range(3):
        QTest.keyClicks(dialog.search, "Ann")
        dialog.search.clear()
    dialog.resize(1900, 700)
    qtbot.waitUntil(lambda: not dialog.reader.is_busy())
    assert dialog.table.columnWidth(TODAY) == WITH_LIMIT
    dialog.close()


def test_a_column_keeps_the_width_that_somebody_gave_it(dialog: ClientsDialog) -> None:
    dialog.resize(1000, 700)
    dialog.table.horizontalHeader().resizeSection(NAME, 300)
    for wide in (1900, 1000):
        dialog.resize(wide, 700)
        QApplication.processEvents()
        assert dialog.table.columnWidth(NAME) == 300
