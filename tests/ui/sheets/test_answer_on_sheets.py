"""What is red or amber on a sheet in the window: which box is told of, and what stays where."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from planner import language
from planner.storage import log
from planner.ui import theme
from planner.ui.sheet_entry_line import READ_PX
from tests.ui.test_focus_ring import LEAST_CONTRAST, contrast, picture

SQUAT = ("back-squat",)


def test_a_red_box_behind_several_sets_in_one_is_corrected_and_costs_no_set(
    typist, plan_week
) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\n60x5,5,4\n60c3")
    typist.save()
    assert typist.texts() == ["60x5", "60x5", "60x4", "60c3", ""]
    assert typist.field().text() == "60c3"
    typist.type("60x3")
    typist.save()
    assert typist.work(ada) == [[[(60.0, 5), (60.0, 5), (60.0, 4), (60.0, 3)]]]


def test_all_that_is_amber_is_counted(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT, load=None)
    typist.type(f"{typist.code(ada)}\n8,8\n?\n1000x5\n")
    typist.save()
    boxes = typist.desk.form.sessions[0].lines[0].boxes
    assert [box.property("state") for box in boxes] == ["asked"] * 4 + [""]
    said = "2 sets of Ada saved. 1 box could not be read, 1 is in doubt, 2 boxes have no load. "
    assert typist.desk.outcome.text().startswith(said)


def test_form_and_planner_count_what_is_open_alike(typist, plan_week, window) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\n?\n? p4\n1000x5\n")
    line = window.lifter_stories.sheets.line
    for _ in range(2):
        typist.save()
        counted = "2 boxes could not be read, 1 is in doubt."
        assert typist.desk.outcome.text().endswith(counted)
    typist.desk.form.sessions[0].lines[0].boxes[2].put("1000x")
    typist.save()
    assert typist.desk.outcome.text().endswith(counted)
    typist.desk.close()
    window.show_lifter(ada)
    assert line.question.text() == f"On sheets of Ada, {counted}"


def test_a_note_without_a_set_stays_on_the_sheet_and_the_line_says_so(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\nn")
    typist.type("pain, too heavy")
    typist.save()
    assert log.sessions(ada) == []
    said = "A note without a set stays on the sheet: its session is not done."
    assert said in typist.desk.outcome.text()
    assert typist.listed() == ["Ada, week 1: partly typed"]
    typist.desk.pile.take_code(typist.code(ada))
    assert typist.desk.form.sessions[0].lines[0].note.text() == "pain, too heavy"


def test_the_line_below_tells_of_the_box_with_the_keyboard_first(typist, plan_week) -> None:
    ada = plan_week("Ada", ("back-squat", "bench-press"), load=60.0)
    typist.type(f"{typist.code(ada)}\n600x5\n60x50\n60x5 pain\n5\n")
    first, many, red, plain = typist.desk.form.sessions[0].lines[0].boxes[:4]
    told = {}
    for box in (first, many, red, plain):
        box.setFocus(Qt.FocusReason.TabFocusReason)
        told[box.text()] = typist.says().splitlines()
    heavy, long = "600x5: 600 kg? Planned 60.", "60x50: 50 reps? Planned 5."
    wrong = "60x5 pain: Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s."
    keeps = "Enter on the box again keeps it."
    assert told == {
        "600x5": [f"{heavy} {keeps}", wrong, long],
        "60x50": [f"{long} {keeps}", wrong, heavy],
        "60x5 pain": [wrong, heavy, long],
        "5": [wrong, heavy, long],
    }
    typist.desk.form.sessions[0].lines[1].boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    assert typist.says().splitlines() == [wrong, heavy, long]


def test_an_amber_box_says_why_beside_a_red_one_also_after_saving(typist, plan_week) -> None:
    ada = plan_week("Ada", ("romanian-deadlift",), load=60.0, reps=(10, 10))
    typist.type(f"{typist.code(ada)}\n8x\n1000\n12,5\n9x\n")
    wrong = "8x, 9x: Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s."
    asked = "1000: 1000 reps?"
    assert typist.says().splitlines() == [wrong, asked]
    typist.save()
    assert typist.says().splitlines() == [wrong, asked.replace("1000:", "60x1000:")]


def test_every_red_or_amber_box_of_a_row_tells_its_own_reason_under_the_mouse(
    typist, plan_week
) -> None:
    ada = plan_week("Ada", SQUAT, load=60.0)
    typist.type(f"{typist.code(ada)}\n600x5\n60x5 pain\n60x5.5\n60x5\n")
    assert [box.toolTip() for box in typist.desk.form.sessions[0].lines[0].boxes] == [
        "600 kg? Planned 60. Enter on the box again keeps it.",
        "Not understood. Try 100x8@2, 100x8,8,6, bw+10x5 or 45s.",
        "Reps are whole numbers.",
        "",
        "",
    ]


@pytest.fixture(params=[theme.LIGHT, theme.DARK], ids=["light", "dark"])
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[theme.Theme]:
    theme.apply(qapp, request.param)
    yield request.param
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("text", ["1000x5", "5x"])
def test_a_red_or_amber_box_with_the_keyboard_has_a_ring(
    dressed: theme.Theme, typist, plan_week, text: str
) -> None:
    ada = plan_week("Ada", SQUAT)
    typist.type(f"{typist.code(ada)}\n{text}\n")
    box = typist.desk.form.sessions[0].lines[0].boxes[0]
    QApplication.processEvents()
    without = picture(box)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    box.deselect()
    QApplication.processEvents()
    held = picture(box)
    told = (held != without).any(axis=2)
    assert int(np.sum(contrast(held[told], dressed.panel) >= LEAST_CONTRAST)) > 2 * box.width()


def test_what_several_sets_in_a_box_were_read_as_stands_below_it(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT, load=45.0)
    typist.type(f"{typist.code(ada)}\n45x8, 45x8, 45x7\n5\n")
    line = typist.desk.form.sessions[0].lines[0]
    assert line._texts[0].texts == ("45×8, 45×8, 45×7", "45×8, 8, 7")
    assert line.boxes[0].toolTip() == "45×8, 45×8, 45×7"
    assert line.boxes[0].cursorPosition() == 0
    assert (line._texts[1].whole, line.boxes[1].toolTip()) == ("45×5", "")
    metrics, read = QFontMetrics(line.font()), line._texts[0]
    room, (long, short) = metrics.horizontalAdvance, read.texts
    assert read.lines(metrics, room(long)) == (long,)
    assert read.lines(metrics, room(long) - 1) == (short,)
    (cut,) = read.lines(metrics, room(short) - 1)
    assert cut.endswith("…")


def test_what_is_typed_behind_several_sets_in_a_box_is_told_of_each(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT, load=105.0)
    typist.type(f"{typist.code(ada)}\n10,10,9 q2 p3 @1\n105x8 p1, 105x7 p2\n")
    line = typist.desk.form.sessions[0].lines[0]
    each, apart = line._texts[:2]
    assert each == (("105×10, 105×10, 105×9", "105×10, 10, 9"), "each @1 q2 p3")
    assert line.boxes[0].toolTip().startswith("105×10, 105×10, 105×9 – each @1 q2 p3")
    assert apart == (("105×8 p1, 105×7 p2", "105×8 p1, 7 p2"), "")
    metrics = QFontMetrics(line.font())
    whole = metrics.horizontalAdvance(each.whole)
    assert each.lines(metrics, whole) == ("105×10, 105×10, 105×9 – each @1 q2 p3",)
    assert each.lines(metrics, whole // 2) == ("105×10, 10, 9", "each @1 q2 p3")


def test_what_needs_two_lines_below_a_box_has_room_for_them(typist, plan_week, qtbot) -> None:
    ada = plan_week("Ada", SQUAT, load=105.0)
    typist.type(f"{typist.code(ada)}\n")
    line = typist.desk.form.sessions[0].lines[0]
    before = line.height()
    typist.type("10,10,9 p3\n")
    qtbot.waitUntil(lambda: line.height() == before + theme.grown(READ_PX))
    line.boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    typist.type("10")
    qtbot.waitUntil(lambda: line.height() == before)


def test_the_quality_of_a_set_is_read_back_with_it(typist, plan_week) -> None:
    ada = plan_week("Ada", SQUAT, load=45.0)
    typist.type(f"{typist.code(ada)}\n5 q2 p1 @2\n")
    line = typist.desk.form.sessions[0].lines[0]
    assert line._texts[0].whole == "45×5 @2 q2 p1"
    typist.save()
    assert typist.texts()[0] == "45x5 q2@2 p1"
    typist.desk.form.sessions[0].lines[0].boxes[0].setFocus(Qt.FocusReason.TabFocusReason)
    typist.type("45x4")
    assert typist.desk.form.sessions[0].lines[0]._texts[0].whole == "45×4 q2 p1"


def test_what_a_box_of_a_side_was_read_as_is_said_in_the_language_in_use(typist, plan_week) -> None:
    ada = plan_week("Ada", ("single-leg-balance",))
    with language.saying("de"):
        typist.type(f"{typist.code(ada)}\n30s\n25s\n28s/right\n\n20s/each\n")
        line = typist.desk.form.sessions[0].lines[0]
        told = [read.whole for read in line._texts[:5]]
        assert told == ["30 s", "25 s", "28 s rechts", "", "20 s je Seite"]
