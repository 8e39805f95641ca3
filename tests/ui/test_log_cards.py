"""The exercises of an open session: swapped, moved, done in turn, noted, by keyboard and mouse."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from planner.coach import logging
from planner.engine.terms import LoggedSet, PlannedSet
from planner.storage import log
from planner.ui import menu_key
from planner.ui.cards_board import Bracket, Place, places
from planner.ui.entry_cell import EntryCell
from planner.ui.swap_chooser import SwapChooser

Key, Held = Qt.Key, Qt.KeyboardModifier
ALT_SHIFT = Held.AltModifier | Held.ShiftModifier
FIVE = PlannedSet(5, 5, rir=2.0, load_kg=100.0, load=100.0)
CURL = PlannedSet(10, 10, rir=1.0, load_kg=40.0, load=40.0)


@pytest.fixture
def three(desk, plan_today):
    """Start three planned exercises of three sets."""
    plan_today(back_squat=(FIVE,) * 3, lying_leg_curl=(CURL,) * 3, bench_press=(FIVE,) * 3)
    desk.start_planned()
    return desk


def names(desk) -> list[str]:
    return [card.card.exercise.slug for card in desk.tab.session.cards]


def card_in_focus(desk) -> str:
    (card,) = [c for c in desk.tab.session.cards if c.isAncestorOf(desk.focus())]
    return card.card.exercise.slug


def pair(desk, first: int = 0) -> None:
    desk.tab.session.cards[first].head.menu.joined.emit()
    QApplication.processEvents()


def swap(desk) -> SwapChooser:
    desk.press(Key.Key_R, Held.ControlModifier)
    (chooser,) = desk.tab.findChildren(SwapChooser)
    return chooser


def test_ctrl_r_and_enter_put_the_best_substitute_in_an_exercises_place(three) -> None:
    chooser = swap(three)
    best = chooser.found.currentItem().text()
    assert "same pattern" in chooser.found.currentItem().toolTip()
    QTest.keyClick(chooser.search, Key.Key_Return)
    QApplication.processEvents()
    (first, *_) = three.tab.session.cards
    assert first.card.exercise.name == best
    assert card_in_focus(three) == first.card.exercise.slug
    assert len(first.rows) == 3


def test_a_swap_after_a_set_goes_on_in_a_card_of_its_own_and_undoes_at_once(three) -> None:
    three.enter()
    three.type("77")
    chooser = swap(three)
    assert any("1 set" in each.text() for each in chooser.findChildren(type(chooser._none)))
    chooser.search.setText("leg press")
    QTest.keyClick(chooser.search, Key.Key_Return)
    QApplication.processEvents()
    assert names(three)[:3] == ["back-squat", "leg-press", "lying-leg-curl"]
    assert [len(card.rows) for card in three.tab.session.cards] == [1, 2, 3, 3]
    assert card_in_focus(three) == "leg-press"
    assert three.cell().placeholderText() == ""  # no load of another exercise
    three.history.stack.undo()
    three.refresh()
    assert names(three) == ["back-squat", "lying-leg-curl", "bench-press"]
    assert len(three.tab.session.cards[0].rows) == 3


def test_undoing_a_swap_puts_the_focus_back_into_the_card(three) -> None:
    chooser = swap(three)
    QTest.keyClick(chooser.search, Key.Key_Return)
    QApplication.processEvents()
    three.history.stack.undo()
    three.refresh()
    assert card_in_focus(three) == "back-squat"


def test_alt_shift_and_arrows_move_the_card_and_the_focus_stays_in_it(three) -> None:
    three.type("105")
    cell = three.cell()
    three.press(Key.Key_Down, ALT_SHIFT)
    assert names(three) == ["lying-leg-curl", "back-squat", "bench-press"]
    assert three.cell() is cell
    assert cell.text() == "105"
    three.press(Key.Key_Up, ALT_SHIFT)
    three.press(Key.Key_Up, Held.ControlModifier | Held.ShiftModifier)
    assert names(three)[0] == "back-squat"


def test_the_mouse_drags_a_card_by_its_head_and_a_line_shows_where_it_lands(three, qtbot) -> None:
    first, _, last = three.tab.session.cards
    board = three.tab.session.board
    head = first.head
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    for step in (0, 20):
        at = last.mapToGlobal(QPoint(200, last.height() - 30 + step))
        QTest.mouseMove(head, head.mapFromGlobal(at))
    assert board._line.isVisible()
    assert board._line.y() >= last.geometry().bottom()
    at = head.mapFromGlobal(last.mapToGlobal(QPoint(200, last.height() - 10)))
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=at)
    assert names(three) == ["lying-leg-curl", "bench-press", "back-squat"]
    assert not board._line.isVisible()


def test_escape_lets_go_of_a_card(three) -> None:
    first, _, last = three.tab.session.cards
    QTest.mousePress(first.head, Qt.MouseButton.LeftButton, pos=QPoint(200, 8))
    below = first.head.mapFromGlobal(last.mapToGlobal(QPoint(200, 80)))
    QTest.mouseMove(first.head, below)
    QTest.keyClick(first.head, Key.Key_Escape)
    QTest.mouseRelease(first.head, Qt.MouseButton.LeftButton, pos=below)
    assert names(three)[0] == "back-squat"
    assert not three.tab.session.board._line.isVisible()


def test_partners_stand_in_a_bracket_and_say_which_they_are(three) -> None:
    pair(three)
    turns = [card.head._turn.text() for card in three.tab.session.cards]
    assert turns == ["A1", "A2", ""]
    (bracket,) = three.tab.session.board.findChildren(Bracket)
    assert bracket.accessibleName() == "Superset A"
    three.tab.session.cards[1].head.menu.parted.emit()
    assert [card.head._turn.text() for card in three.tab.session.cards] == [""] * 3


def test_partners_stand_side_by_side_where_there_is_room(three, qtbot) -> None:
    pair(three)
    first, second, third = three.tab.session.cards
    first.add_row()
    assert first.y() < second.y()
    three.window.resize(1900, 720)
    qtbot.waitUntil(lambda: first.y() == second.y())
    assert first.geometry().right() < second.x()
    assert abs(first.width() - second.width()) <= 1
    assert third.width() > first.width() * 2
    assert (
        first.rows[0].mapTo(three.tab, QPoint()).y()
        == second.rows[0].mapTo(three.tab, QPoint()).y()
    )


def test_enter_arrows_and_tab_go_in_the_order_of_doing(three) -> None:
    pair(three)
    first, second, _ = three.tab.session.cards
    first.rows[0].first_cell().setFocus()
    walked = [three.cell().accessibleName()]
    for _ in range(3):
        three.press(Key.Key_Down)
        walked.append(three.cell().accessibleName())
    assert [name.rsplit(",", 1)[0] for name in walked] == [
        "Back squat, set 1", "Lying leg curl, set 1", "Back squat, set 2", "Lying leg curl, set 2",
    ]  # fmt: skip
    last_of_round = list(first.rows[0].cells.values())[-1]
    last_of_round.setFocus()
    three.press(Key.Key_Tab)
    assert three.focus() in second.rows[0].cells.values()
    first.rows[0].first_cell().setFocus()
    three.enter(6)
    assert card_in_focus(three) == "bench-press"


def test_a_warm_up_leads_to_its_own_work_set_before_the_partners_turn(three) -> None:
    pair(three)
    three.press(Key.Key_W)
    three.type("60x5")
    three.enter()
    assert card_in_focus(three) == "back-squat"
    three.enter()
    assert card_in_focus(three) == "lying-leg-curl"


@pytest.mark.parametrize(
    ("supersets", "wide", "expected"),
    [
        ((None, None), True, [(0, 0, 3), (1, 0, 3)]),
        ((0, 0, None), False, [(0, 1, 2), (1, 1, 2), (2, 0, 3)]),
        ((0, 0, 0, 1, 1), True, [(0, 1, 1), (0, 2, 1), (1, 1, 1), (2, 1, 1), (2, 2, 1)]),
    ],
)
def test_places_of_cards(supersets, wide, expected) -> None:
    assert places(supersets, wide) == [Place(*each) for each in expected]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_in_a_cell_opens_the_menu_of_the_exercise_alone(three) -> None:
    three.press(Key.Key_Menu)
    assert QApplication.activePopupWidget() is None  # the system asks for a menu besides the key
    menu_key.ask(three.focus())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text().startswith("&Swap…")
    menu.close()
    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_opens_by_key_in_any_cell_and_offers_what_the_place_allows(three) -> None:
    three.press(Key.Key_F10, Held.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {each.text().split("\t")[0]: each.isEnabled() for each in menu.actions()}
    assert offered["&Swap…"]
    assert offered["Superset with the ne&xt exercise"]
    assert not offered["Move &up"]
    assert not offered["&Take out of the superset"]
    QTest.keyClick(menu, Key.Key_R)
    QApplication.processEvents()
    assert names(three) == ["lying-leg-curl", "bench-press"]
    assert card_in_focus(three) == "lying-leg-curl"
    three.history.stack.undo()
    three.refresh()
    assert names(three)[0] == "back-squat"


def test_a_note_on_the_exercise_is_typed_by_key_and_the_focus_comes_back(three) -> None:
    cell = three.cell()
    three.press(Key.Key_M, Held.ControlModifier)
    three.type("seat 4")
    three.enter()
    assert three.tab.session.cards[0].card.note == "seat 4"
    assert three.focus() is cell
    three.press(Key.Key_M, Held.ControlModifier)
    three.type("5")
    three.press(Key.Key_Escape)
    assert three.focus() is cell
    assert three.tab.session.cards[0].card.note == "seat 4"


def test_a_note_on_the_session_is_kept_shown_and_undone(three) -> None:
    three.press(Key.Key_M, Held.ControlModifier | Held.ShiftModifier)
    assert isinstance(three.focus(), QLineEdit)
    three.type("hot gym")
    three.enter()
    assert isinstance(three.focus(), EntryCell)
    newest = logging.sessions(three.lifter)[0].id
    assert log.session(newest).note == "hot gym"
    assert three.tab.session.header._note._text.isVisible()
    three.history.stack.undo()
    three.refresh()
    assert not three.tab.session.header._note.isVisible()


def test_a_note_of_several_lines_keeps_them(three) -> None:
    newest = logging.sessions(three.lifter)[0].id
    logging.annotate_session(newest, "hot\nlate")
    three.refresh()
    three.press(Key.Key_M, Held.ControlModifier | Held.ShiftModifier)
    three.press(Key.Key_End)
    three.type("!")
    three.enter()
    assert log.session(newest).note == "hot\nlate!"


def test_the_same_exercise_twice_has_two_cards_of_its_own(desk, did) -> None:
    did(desk.today - timedelta(days=7), "back-squat", LoggedSet(100.0, 5, rir=2.0, load=100.0))
    desk.start()
    desk.add("back squat")
    desk.type("90x5")
    desk.enter()
    one, two = desk.tab.session.cards
    assert one.last_stored() is None
    assert two.last_stored() is not None
    two.rows[0].first_cell().setFocus()
    desk.press(Key.Key_Up, ALT_SHIFT)
    assert desk.tab.session.cards == [two, one]
