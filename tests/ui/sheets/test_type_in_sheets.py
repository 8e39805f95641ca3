"""A trainer comes home with filled sheets and types them back, with the keyboard alone."""

from __future__ import annotations

import time
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import planning, sheet_drafts, sheet_pile
from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Session,
)
from planner.storage import clients as stored_clients, log
from planner.ui.main_window import MainWindow
from planner.ui.sheet_entry import SheetEntryDialog
from planner.ui.top_bar import TabName

TODAY = date(2026, 11, 8)
MONDAY = date(2026, 11, 2)
CONTROL = Qt.KeyboardModifier.ControlModifier
SLOWEST_S = 0.1  # of computing from the code to the sheet
LIFTS = ("back-squat", "bench-press", "deadlift", "barbell-row", "overhead-press")


def test_five_lifts_of_five_sets_take_sixty_keys_from_the_code_on(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS)
    typist.type(typist.code(ada) + "\n")
    for _ in range(25):
        typist.type("5\n")
    typist.save()
    assert typist.work(ada) == [[[(100.0, 5)] * 5] * 5]
    assert typist.presses <= 60


def test_all_as_planned_takes_a_key_an_exercise(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS)
    typist.type(typist.code(ada) + "\n")
    for _ in LIFTS:
        typist.as_planned()
    typist.save()
    assert typist.work(ada) == [[[(100.0, 5)] * 5] * 5]
    assert typist.presses <= 15


def test_three_sheets_become_exactly_what_is_written_and_change_what_is_suggested(
    typist, plan_week
) -> None:
    ada, ben = plan_week("Ada", LIFTS[:2], LIFTS[2:3]), plan_week("Ben", LIFTS[:1])
    cem = plan_week("Cem", ("plank",), load=None)
    for week in range(1, 9):
        entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
        on = MONDAY - timedelta(weeks=week)
        slot = LoggedExercise("back-squat", (entry,) * 5)
        log.add_session(ben, Session(on, (slot,), finished=True))
    before = planning.suggestions(ben, TODAY)

    typist.type(f"{typist.code(ada)}\n5\n102,5x5\n5\n4@0\n\n")  # the fifth set was not done
    typist.as_planned()
    typist.press(Qt.Key.Key_Plus, CONTROL)  # the second session was a day later
    typist.type("90 3\n?\n")
    for _ in range(3):
        typist.press(Qt.Key.Key_Tab)
    typist.type("4\n2\n5\n81,2\n")
    typist.press(Qt.Key.Key_Return)  # Enter behind the last box saves
    typist.type(f" {typist.code(ben).lower()} \n110x5@3\n5@3\n5@3\n5@3\n5@3\n")
    typist.save()
    typist.type(f"{typist.code(cem)}\n45\n60\n")
    typist.save()

    assert typist.work(ada) == [
        [[(100.0, 5), (102.5, 5), (102.5, 5), (102.5, 4)], [(100.0, 5)] * 5],
        [[(90.0, 3), (None, None)]],
    ]
    first, second = log.sessions(ada)
    assert (first.on, second.on) == (MONDAY, MONDAY + timedelta(days=3))
    assert [s.rir for s in first.exercises[0].sets] == [None, None, None, 0.0]
    (felt,) = stored_clients.check_ins(ada, MONDAY, TODAY)
    assert (felt.on, felt.sleep, felt.soreness, felt.energy) == (second.on, 4, 2, 5)
    assert (second.on, 81.2) in stored_clients.bodyweights(ada)
    assert typist.work(ben)[-1] == [[(110.0, 5)] * 5]
    assert planning.suggestions(ben, TODAY) != before
    assert [s.seconds for s in log.sessions(cem)[0].exercises[0].sets] == [45.0, 60.0]
    assert typist.listed() == [
        "Ada, week 1: partly typed", "Ben, week 1: typed", "Cem, week 1: typed",
    ]  # fmt: skip


def test_the_sheet_is_there_at_once(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS, LIFTS, LIFTS, LIFTS)
    taken = []
    for _ in range(3):
        began = time.process_time()
        typist.desk.pile.take_code(typist.code(ada))
        taken.append(time.process_time() - began)
    assert min(taken) < SLOWEST_S
    assert typist.field().hasFocus()


def test_after_saving_the_next_code_is_asked_for_and_the_news_stand_in_a_line(
    typist, plan_week
) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n?\n")
    typist.save()
    assert typist.desk.pile.code.hasFocus()
    assert typist.desk.pile.code.text() == ""
    assert typist.desk.outcome.text().startswith("1 set of Ada saved. 1 box could not be read. ")


def test_a_sheet_chosen_from_the_list_leaves_no_code_of_another_client(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    plan_week("Ben", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n")
    typist.desk.pile.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Down)
    typist.press(Qt.Key.Key_Return)
    assert typist.desk.title.text().startswith("Sheet of Ben")
    assert typist.desk.pile.code.text() == ""


def test_saving_is_one_step_back(typist, plan_week, window: MainWindow) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n5\n")
    typist.save()
    typist.desk.close()
    assert window.history.stack.undoText() == "Type in the sheet of Ada"
    window.history.undo()
    assert log.sessions(ada) == []
    window.history.redo()
    assert typist.work(ada) == [[[(100.0, 5)] * 2]]


def test_a_half_typed_sheet_is_there_again_after_another_code_and_after_esc(
    typist, plan_week, window: MainWindow
) -> None:
    ada, ben = plan_week("Ada", LIFTS[:1]), plan_week("Ben", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n105x")
    typist.desk.pile.take_code(typist.code(ben))
    typist.type("3")
    typist.press(Qt.Key.Key_Escape)
    assert not typist.desk.isVisible()
    assert log.sessions(ada) == log.sessions(ben) == []
    again = type(typist)(window)
    assert again.listed() == ["Ada, week 1: partly typed", "Ben, week 1: partly typed"]
    again.desk.pile.take_code(typist.code(ada))
    assert again.texts() == ["5", "105x", "", "", ""]
    again.desk.pile.take_code(typist.code(ben))
    assert again.texts()[0] == "3"


def test_what_is_typed_reaches_the_file_without_any_closing(
    typist, plan_week, qtbot: QtBot
) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5")
    qtbot.waitUntil(lambda: len(sheet_drafts.kept()) == 1)


def test_what_is_wrong_is_outlined_and_kept_and_the_rest_is_stored(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n5x\n1000x5\n")
    assert typist.says().splitlines() == [
        "5x: Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s.",
        "1000x5: 1000 kg? Planned 100.",
    ]
    assert [b.property("state") for b in typist.desk.form.sessions[0].lines[0].boxes[:3]] == [
        "", "error", "asked",
    ]  # fmt: skip
    typist.save()
    assert typist.work(ada) == [[[(100.0, 5), (None, None), (1000.0, 5)]]]
    assert typist.field().text() == "5x"
    typist.type("100x4")
    assert typist.says() == "1000 kg? Planned 100. Enter on the box again keeps it."
    typist.save()
    assert typist.work(ada) == [[[(100.0, 5), (100.0, 4), (1000.0, 5)]]]


def test_a_doubted_box_is_named_and_answered_or_kept_with_enter(
    typist, plan_week, window: MainWindow
) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n1000x5\n50x5\n")
    typist.save()
    assert typist.desk.outcome.text().startswith("1 set of Ada saved. 2 boxes are in doubt.")
    typist.desk.close()
    line = window.lifter_stories.sheets.line
    assert line.question.text() == "On sheets of Ada, 2 boxes are in doubt."
    line.answer.click()
    typist.desk = window.findChildren(SheetEntryDialog)[-1]
    typist.desk.activateWindow()
    QApplication.processEvents()
    assert typist.field().text() == "1000x5"
    typist.type("100x5\n\n")
    assert typist.texts()[:3] == ["100x5", "100x5", "50x5!"]
    typist.save()
    typist.desk.close()
    assert typist.work(ada) == [[[(100.0, 5), (100.0, 5), (50.0, 5)]]]
    assert not line.isVisible()


def test_as_planned_asks_for_the_number_where_a_range_was_planned(typist, plan_week) -> None:
    ada = plan_week("Ada", LIFTS[:2], reps=(8, 12))
    typist.type(f"{typist.code(ada)}\n")
    typist.as_planned()
    assert typist.says() == "How many? 8–12 planned."
    assert typist.desk.form.sessions[0].lines[0].boxes[0].hasFocus()
    typist.type("=\n")
    assert typist.field().text() == "="
    typist.type("9\n")
    assert typist.texts() == ["9", "", "", "", ""]


def test_closing_without_storing_stays_where_one_was(typist, plan_week, window: MainWindow) -> None:
    ada = plan_week("Zoe", LIFTS[:1])
    window.show_tab(TabName.CHARTS)
    before = window.lifter_id()
    typist.type(f"{typist.code(ada)}\n")
    typist.desk.close()
    assert (window.tab_name, window.lifter_id()) == (TabName.CHARTS, before)


def test_boxes_that_could_not_be_read_are_asked_for_and_answered(
    typist, plan_week, window: MainWindow
) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n?\n?\n")
    typist.save()
    typist.desk.close()
    line = window.lifter_stories.sheets.line
    assert line.question.text() == "On sheets of Ada, 2 boxes could not be read."
    line.answer.click()
    desk = window.findChildren(SheetEntryDialog)[-1]
    desk.activateWindow()
    QApplication.processEvents()
    assert desk.form is not None
    assert [box.hasFocus() for box in desk.form.sessions[0].lines[0].boxes][:3] == [
        False, True, False,
    ]  # fmt: skip
    typist.type("4\n3\n")
    typist.save()
    desk.close()
    assert typist.work(ada) == [[[(100.0, 5), (100.0, 4), (100.0, 3)]]]
    assert not line.isVisible()
    assert sheet_pile.open_boxes(ada) is None


def test_an_unread_box_is_an_open_row_in_the_log_and_filled_there(
    typist, plan_week, window: MainWindow
) -> None:
    ada = plan_week("Ada", LIFTS[:1])
    typist.type(f"{typist.code(ada)}\n5\n?\n5\n")
    typist.save()
    typist.desk.close()
    window.show_session(log.sessions(ada)[0].id)
    (card,) = window.tabs.log().session.cards
    assert [row.stored is not None for row in card.rows] == [True, True, False, False, False]
    card.rows[2].enter()
    assert [(s.reps, s.flags) for s in log.sessions(ada)[0].exercises[0].sets] == [
        (5, frozenset())
    ] * 3
    assert not window.lifter_stories.sheets.line.isVisible()
