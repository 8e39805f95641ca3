"""The planner around the week: blocks, weeks, library, volume, printing and empty states."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from planner.coach import blocks, clients, logging, offering, planning, programs
from planner.engine.terms import Experience, Lifter
from planner.ui import dates, plan_drag, theme
from planner.ui.block_dialog import BlockDialog
from planner.ui.mesocycle_pane import WeekButton
from planner.ui.program_dialog import ProgramDialog
from planner.ui.volume_strip import GroupVolume

MONDAY, TODAY = date(2026, 11, 2), date(2026, 11, 5)
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def advised_planner(benched, planner):
    """The planner with a suggestion beside the week."""
    planner.refresh()
    return planner


def weeks(desk) -> list[str]:
    return [button.accessibleName() for button in desk.tab.findChildren(WeekButton)]


def title(desk) -> str:
    return desk.tab._header._title.text()


def found(desk) -> list[str]:
    listed = desk.tab._exercises.list
    return [listed.item(n).text() for n in range(listed.count())]


def button(widget, text: str) -> QPushButton:
    return next(b for b in widget.findChildren(QPushButton) if b.text().replace("&", "") == text)


def says(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_without_a_plan_there_are_two_ways_to_begin(desk, qtbot):
    assert "No plan yet" in says(desk.tab)
    with qtbot.waitSignal(desk.tab.program_wanted):
        button(desk.tab, "Start a program…").click()
    assert not any(action.isEnabled() for action in desk.tab.actions_bar())


@pytest.mark.parametrize(
    ("text", "asks"), [("Start a program…", "program_wanted"), ("Start an empty block…", "empty")]
)
def test_enter_presses_the_way_that_has_the_keyboard(desk, text, asks):
    asked = []
    desk.tab.program_wanted.connect(lambda: asked.append("program_wanted"))
    desk.tab._empty.empty_wanted.connect(lambda: asked.append("empty"))
    button(desk.tab, text).setFocus()
    desk.press(Qt.Key.Key_Return)
    assert asked == [asks]


def test_an_empty_block_is_made_and_shown(desk):
    button(desk.tab, "Start an empty block…").click()
    dialog = desk.tab.findChild(BlockDialog)
    dialog.findChildren(QLineEdit)[0].setText("Base")
    dialog._weeks.setText("3")
    button(dialog, "Start block").click()
    assert desk.asked == ["Start a block"]
    assert title(desk) == "Week 1 · 9–15 Nov"
    assert len(weeks(desk)) == 3


def test_a_program_started_for_next_week_is_shown_at_once(desk):
    program = programs.programs()[0].slug
    monday = MONDAY + timedelta(weeks=1)
    desk.history.do(
        "Start", lambda: planning.start_program(desk.lifter, program, monday, TODAY), None
    )
    assert title(desk) == "Week 1 · 9–15 Nov"


def test_a_second_block_is_shown_when_it_starts_and_the_first_is_still_there(planner):
    later = MONDAY + timedelta(weeks=4)
    planner.history.do(
        "Start", lambda: blocks.new_mesocycle(planner.lifter, "Later", later, 1), None
    )
    assert title(planner) == "Week 1 · 30 Nov – 6 Dec"
    menu = planner.tab._blocks.menu()
    next(a for a in menu.actions() if a.text().startswith("Strength block")).trigger()
    assert title(planner) == "Week 1 · 2–8 Nov"


def test_deleting_the_block_says_where_it_is_and_can_be_undone(planner):
    said = []
    planner.tab.told.connect(said.append)
    menu = planner.tab._blocks.menu()
    next(a for a in menu.actions() if a.text() == "Delete this block").trigger()
    assert "No plan yet" in says(planner.tab)
    assert said == ["Strength block is in the trash. Ctrl+Z, or File › Deleted…, brings it back."]
    planner.history.undo()
    assert title(planner) == "Week 1 · 2–8 Nov"


def test_the_strip_tells_volume_and_which_week_is_now(planner):
    assert weeks(planner) == [
        "Week 1, 2 Nov, 11 hard sets, this week, 0 of 1 session done · 0 of 7 hard sets",
        "Week 2, 9 Nov, 0 hard sets",
    ]


def test_a_click_on_a_week_shows_it_and_the_arrows_step(planner):
    planner.tab.findChildren(WeekButton)[1].click()
    assert title(planner) == "Week 2 · 9–15 Nov"
    header = planner.tab._header
    assert (header._back.isEnabled(), header._next.isEnabled()) == (True, False)
    header._back.click()
    assert title(planner) == "Week 1 · 2–8 Nov"


def test_page_keys_turn_the_weeks_and_stop_at_the_last(planner):
    planner.select(0)
    for _ in range(3):
        planner.press(Key.Key_PageDown, on=planner.grid)
    assert title(planner) == "Week 2 · 9–15 Nov"
    planner.press(Key.Key_PageUp, on=planner.grid)
    assert title(planner) == "Week 1 · 2–8 Nov"


def test_copying_a_week_shows_the_copy(planner):
    copy = planner.tab.actions_bar()[0]
    copy.menu().aboutToShow.emit()
    copy.menu().actions()[0].trigger()
    assert title(planner) == "Week 2 · 9–15 Nov"
    assert [made.name for made in planner.planned(week=1)] == ["Lower", "Upper"]


def test_printing_asks_for_the_week_shown(planner, qtbot):
    planner.tab.findChildren(WeekButton)[1].click()
    with qtbot.waitSignal(planner.tab.print_wanted) as asked:
        planner.tab.actions_bar()[-1].click()
    assert asked.args == [date(2026, 11, 9)]


def test_hard_sets_follow_every_edit(planner):
    def quads() -> str:
        return planner.tab.findChildren(GroupVolume)[0].accessibleName()

    before = quads()
    assert before.startswith("Quads: 7 hard sets, range")
    planner.select(0, line=0)
    planner.press(Key.Key_Delete)
    made = [g for g in planner.tab.findChildren(GroupVolume) if not g.isHidden()]
    assert made[0].accessibleName().startswith("Quads: 3 hard sets")


def test_ctrl_f_finds_an_exercise_as_it_is_typed_and_enter_adds_it(planner):
    planner.select(0, line=0)
    planner.press(Key.Key_F, Held.ControlModifier)
    planner.type("romanian")
    assert found(planner)[0] == "Romanian deadlift"
    planner.press(Key.Key_Return)
    assert planner.lines() == ["back-squat", "romanian-deadlift", "leg-press"]
    assert planner.grid.spot.line == planner.planned()[0].exercises[1].id


def test_a_chip_keeps_one_pattern_and_a_second_chip_replaces_it(planner):
    exercises = planner.tab._exercises
    chips = {chip.text(): chip for chip in exercises.filter.group.buttons()}
    chips["Hinge"].click()
    assert "Deadlift" in found(planner)
    assert "Bench press" not in found(planner)
    chips["Push"].click()
    assert "Bench press" in found(planner)
    assert not chips["Hinge"].isChecked()
    chips["Push"].click()
    assert len(found(planner)) > 300


def test_searching_for_nonsense_says_what_to_try(planner):
    planner.tab._exercises.search.setText("qqqq")
    assert "Nothing found" in says(planner.tab._exercises)


def test_an_exercise_of_the_library_can_be_dragged(planner):
    listed = planner.tab._exercises.list
    data = listed.mimeData([listed.item(0)])
    assert data.hasFormat(plan_drag.EXERCISE)


def test_what_the_lifter_trains_stands_first_in_the_library(benched, planner):
    planner.refresh()
    assert found(planner)[0] == "Bench press"


def test_a_session_already_started_opens_in_the_log(planner, qtbot):
    lower = planner.planned()[0].id
    logged = logging.start_planned(planner.lifter, lower, MONDAY)
    planner.refresh()
    assert "✓" in says(planner.column(0))
    planner.select(0)
    with qtbot.waitSignal(planner.tab.log_wanted) as asked:
        planner.choose("Open in the log")
    assert asked.args == [logged]


def test_another_lifter_has_another_plan(planner):
    other = clients.add(Lifter(name="Ada"))
    planner.tab.refresh(other, TODAY)
    assert "No plan yet" in says(planner.tab)
    planner.refresh()
    assert title(planner) == "Week 1 · 2–8 Nov"


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("look", [theme.LIGHT, theme.DARK])
def test_nothing_is_cut_off_at_the_smallest_window(planner, qapp, look):
    theme.apply(qapp, look)
    planner.window.resize(960, 600)
    planner.refresh()
    grid = planner.grid
    assert grid.canvas.width() <= grid._area.viewport().width()
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize(("days", "starts"), [(0, 0), (2, 0), (3, 7), (5, 7), (6, 7), (7, 7)])
def test_a_block_or_program_starts_this_week_up_to_its_third_day_else_with_the_next(
    planner, days, starts
):
    today, first = MONDAY + timedelta(days=days), MONDAY + timedelta(days=starts)
    assert dates.block_start(today, 1) == first
    assert BlockDialog(planner.window, today).starts_on() == first
    program = ProgramDialog(planner.window, offering.offered(), today, "", Experience.UNKNOWN)
    assert program.starts_on() == first


def test_everything_the_keyboard_reaches_has_a_name(advised_planner):
    reached = [
        each
        for each in advised_planner.window.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
    ]
    nameless = [
        each
        for each in reached
        if not each.accessibleName() and not getattr(each, "text", lambda: "")()
    ]
    assert len(reached) > 20
    assert [type(each).__name__ for each in nameless] == []


def test_the_screen_reader_hears_what_is_selected(planner):
    planner.select(0, line=0)
    assert planner.grid.accessibleDescription() == planner.card(0).rows[1].accessibleName()
    planner.select(1)
    assert planner.grid.accessibleDescription() == "Tue 3, rest"


def test_many_edits_leave_no_widgets_behind(planner, qapp):
    def alive() -> int:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(planner.tab.findChildren(QWidget))

    planner.select(0, line=0)
    before = alive()
    for _ in range(20):
        planner.press(Key.Key_Down, Held.AltModifier)
        planner.press(Key.Key_Up, Held.AltModifier)
    assert alive() == before
