"""What a merge would do, in words; and what both sides changed, with a choice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coach.merging import Count, Difference, LifterChanges, MergePreview, Side
from planner.ui import merge_changes
from planner.ui.merge_changes import Changes, MergeChanges
from planner.ui.merge_differences import MergeDifferences
from planner.ui.wrapping_table import shares

TODAY = date(2026, 11, 5)
SQUAT = Difference(
    "a", "Anna", "Back squat, set 2 on 3 Nov", "100 kg × 5", "102.5 kg × 5",
    datetime(2026, 11, 3, 18, 5), datetime(2026, 11, 4, 7, 30), Side.THERE,
)  # fmt: skip
PRESS = replace(SQUAT, key="b", what="Bench press, set 1", later=Side.HERE)


def preview(*lifters: LifterChanges, library: tuple[Count, ...] = ()) -> MergePreview:
    return MergePreview(Path("Anna.planner"), lifters, library, ())


def test_each_lifter_has_a_line_with_what_is_new_changed_and_deleted() -> None:
    anna = LifterChanges("Anna", False, False, (Count("session", 1), Count("set", 1200, 3, 1)))
    assert merge_changes.changes(preview(anna, library=(Count("exercise", 0, 2),))) == [
        Changes("Anna", "1 session, 1,200 sets", "3 sets", "1 set"),
        Changes("Exercises, programs, settings", "–", "2 exercises", "–"),
    ]


def test_a_new_lifter_is_told_and_one_of_whom_nothing_changes_left_out() -> None:
    bo = LifterChanges("Bo", True, False, ())
    twin = LifterChanges("Anna", True, True, (Count("check-in", 2),))
    same = LifterChanges("Cem", False, False, (Count("session"),))
    assert [each.whose for each in merge_changes.changes(preview(bo, twin, same))] == [
        "Bo (new)",
        "Anna (new, beside another of that name)",
    ]


def test_a_lifter_who_goes_to_the_trash_is_told_with_what_only_this_file_has() -> None:
    gone = LifterChanges("Cem", False, False, (Count("session", deleted=125),), True)
    since = replace(gone, name="Dan", only_here=1)
    assert merge_changes.changes(preview(gone, since)) == [
        Changes("Cem (goes to the trash)", "–", "–", "125 sessions"),
        Changes("Dan (goes to the trash; 1 session only here)", "–", "–", "125 sessions"),
    ]


@pytest.mark.parametrize("width", [720, 1280])
def test_what_holds_much_has_the_room_that_dashes_leave(width: int, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    page = MergeChanges(over)
    over.resize(width, 400)
    page.resize(width, 400)
    whole = tuple(
        map(Count, ("session", "set", "plan", "week", "check-in", "bodyweight"), [200] * 6)
    )
    page.show_preview(preview(LifterChanges("Anna", True, False, whole)))
    over.show()
    lines = page.table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: page.table.columnWidth(1) > 2 * page.table.columnWidth(2))
    assert page.table.rowHeight(0) < 3 * lines
    assert sum(map(page.table.columnWidth, range(4))) == page.table.viewport().width()


@pytest.mark.parametrize(
    ("wanted", "shared"),
    [
        ([100, 50, 50], [100, 50, 50]),
        ([100, 900, 50], [100, 150, 50]),
        ([900, 900, 50], [125, 125, 50]),
        ([900, 900, 900], [100, 100, 100]),
    ],
)
def test_columns_share_what_those_that_need_little_leave(
    wanted: list[int], shared: list[int]
) -> None:
    assert shares(wanted, 300) == shared


def test_nothing_new_is_said_in_words(qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    page = MergeChanges(over)
    page.show_preview(preview())
    assert not page.nothing.isHidden()
    assert page.table.isHidden()


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[MergeDifferences]:
    over = QWidget()
    qtbot.addWidget(over)
    made = MergeDifferences(over, TODAY)
    made.show_differences([SQUAT, PRESS], named=False)
    over.show()
    yield made
    over.close()


def shown(page: MergeDifferences) -> list[list[object]]:
    return [row[-2:] for row in page.model.values()]


def press(page: MergeDifferences, text: str) -> None:
    (found,) = [made for made in page.findChildren(QPushButton) if made.text() == text]
    found.click()


def test_both_versions_stand_side_by_side_with_when_and_the_later_one_ticked(
    page: MergeDifferences,
) -> None:
    assert shown(page)[0] == [
        "\u2003100 kg × 5\n\u20033 Nov, 18:05",
        "✓ 102.5 kg × 5\n\u20034 Nov, 07:30",
    ]
    assert page.model.titles() == ["What", "Here", "In the file"]
    assert page.choices == {}


def test_space_turns_the_row_that_is_marked_and_turns_it_back(page: MergeDifferences) -> None:
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.choices == {"a": Side.HERE}
    assert str(shown(page)[0][0]).startswith("✓")
    QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert page.choices == {}


def test_all_rows_are_chosen_at_once(page: MergeDifferences) -> None:
    page.table.selectAll()
    press(page, "Take the &file's")
    assert page.choices == {"b": Side.THERE}
    press(page, "Keep what is &here")
    assert page.choices == {"a": Side.HERE}
    press(page, "The &later of each")
    assert page.choices == {}


def test_differences_of_several_lifters_say_whose_they_are(page: MergeDifferences) -> None:
    page.show_differences([SQUAT, replace(PRESS, lifter="Bo")], named=True)
    assert page.model.titles() == ["Lifter", "What", "Here", "In the file"]
