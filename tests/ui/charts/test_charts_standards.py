"""The page on strength beside bodyweight, in the real tab on a real file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.coach import switches
from planner.coach.charts.standards_page import Standards
from planner.coach.switches import Switch
from planner.engine.terms import LoggedExercise, LoggedSet, Session, Unit
from planner.storage import clients, log
from planner.ui.charts import pages
from planner.ui.charts.pages import PageName
from planner.ui.charts.scene import DaysShown
from planner.ui.charts.standards_page import StandardsPage
from planner.ui.table_model import TableModel

TODAY = date(2026, 11, 5)


@pytest.fixture
def page(desk, qtbot: QtBot) -> StandardsPage:
    """Open the page for a lifter who asked for it, deadlifts too and is weighed, a man."""
    for week in range(20, 0, -1):
        entry = LoggedSet(140.0, 5, rir=2.0, load=140.0)
        slot = LoggedExercise("deadlift", (entry,) * 3)
        on = TODAY - timedelta(weeks=week)
        log.add_session(desk.lifter, Session(on, (slot,), finished=True))
    forget_weights(desk.lifter)
    clients.record_bodyweight(desk.lifter, TODAY - timedelta(weeks=18), 84.0)
    clients.record_bodyweight(desk.lifter, TODAY - timedelta(days=2), 82.5)
    say(desk.lifter, sex="male")
    return opened(desk, qtbot)


def forget_weights(lifter: int) -> None:
    """Forget what was weighed."""
    for on, _ in clients.bodyweights(lifter):
        clients.forget_bodyweight(lifter, on)


def say(lifter: int, **known: object) -> None:
    """Store something about a lifter, but no bodyweight."""
    made = replace(clients.lifter(lifter), **known)  # type: ignore[arg-type]
    clients.update_lifter(made)


def opened(desk, qtbot: QtBot) -> StandardsPage:
    """Return the page, read."""
    switches.set_on(desk.lifter, Switch.STANDARDS, True)
    desk.tab.wanted.connect(lambda _label, work, _after: work())
    desk.refresh()
    desk.tab.show_page(PageName.STANDARDS)
    read(desk, qtbot)
    made = desk.tab.page
    assert isinstance(made, StandardsPage)
    return made


def read(desk, qtbot: QtBot) -> None:
    """Show what is true, and wait until it is read."""
    with qtbot.waitSignal(desk.tab.page.retold):
        desk.refresh()
    QApplication.processEvents()


def texts(model: TableModel, column: int) -> list[str]:
    """Return the texts of a column."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_the_page_is_there_for_who_asked_for_it(desk):
    assert PageName.STANDARDS not in pages.shown(desk.lifter)
    switches.set_on(desk.lifter, Switch.STANDARDS, True)
    assert pages.shown(desk.lifter)[-1] is PageName.STANDARDS


def test_the_numbers_behind_the_page_of_standards(page, golden):
    golden("standards", page)


def test_the_numbers_of_two_lifts_and_no_answer(desk, qtbot, golden):
    golden("standards_short", opened(desk, qtbot))


def test_points_are_said_to_be_estimated_with_their_range(desk, page):
    first, second, third = page.sentences()
    assert first.startswith("About ")
    assert "times your bodyweight of 82.5 kg (3 Nov)" in first
    assert second.startswith("DOTS ")
    assert second.endswith("estimated.")
    assert "nothing of health" in third
    assert desk.tab.words.sentences.text().startswith("About ")


def test_a_point_says_day_bodyweight_and_total_and_opens_its_session(desk, page):
    page.plot.go_to(len(page.plot._xs) - 1)
    said = page.plot.cursor_item.lines()
    assert said[0].startswith("DOTS ")
    assert said[2] == "bodyweight 84 kg"
    assert said[3].startswith("estimated total ")
    page.plot.picked.emit(page.plot.current())
    assert len(desk.opened) == 1


def test_every_lift_can_be_seen_as_a_multiple_of_bodyweight(page):
    last = page.measure.count() - 1
    page.measure.setCurrentIndex(last)
    page.measure.activated.emit(last)
    assert page.plot_card.title == "Lifts as a multiple of bodyweight, estimated"
    assert len(page.plot._lines) == 3
    assert "(" in page.plot.words(0)[0]
    assert page.plot_card.filled().rowCount() > 0


def test_the_original_wilks_is_shown_on_request(page):
    assert "Wilks, original" not in texts(page.score_card.model, 0)
    page.original.setChecked(True)
    assert "Wilks, original" in texts(page.score_card.model, 0)
    assert "Wilks, original" in [page.measure.itemText(n) for n in range(page.measure.count())]
    assert page.measure.currentText() == "DOTS", "what was shown stays"


def test_a_lift_opens_its_heaviest_set_and_the_total_opens_nothing(desk, page):
    page.lift_card.table.activated.emit(page.lift_card.model.index(0, 0))
    assert len(desk.opened) == 1
    page.lift_card.table.activated.emit(page.lift_card.model.index(3, 0))
    assert len(desk.opened) == 1


def test_whose_tables_count_is_asked_with_the_reason(desk, qtbot, page):
    say(desk.lifter, sex=None)
    read(desk, qtbot)
    assert page.division.currentText() == "choose…"
    assert "one table for women and one for men" in page.plot_card.hint.text()
    assert page.measure.count() == 1
    assert not page.score_card.isVisible()
    with qtbot.waitSignal(page.wanted):
        page.division.activated.emit(1)
    read(desk, qtbot)
    assert page.division.currentText() == "women"
    assert page.measure.currentText() == "DOTS"
    assert page.score_card.isVisible()


def test_choosing_nothing_changes_nothing(page):
    page.division.setCurrentIndex(0)
    page.division.activated.emit(0)
    assert page.division.currentText() == "men"


def test_without_a_bodyweight_it_is_asked_for_and_nothing_assumed(desk, qtbot, page):
    forget_weights(desk.lifter)
    read(desk, qtbot)
    assert page.plot_card.hint.text().startswith("Enter your bodyweight")
    assert not page.plot_card.stack.isVisible()
    assert page.sentences() == []
    assert set(texts(page.lift_card.model, 4)) == {"–"}
    page.weight.edit.setFocus()
    QTest.keyClicks(page.weight.edit, "82,5")
    with qtbot.waitSignal(page.wanted):
        QTest.keyClick(page.weight.edit, Qt.Key.Key_Return)
    assert clients.bodyweights(desk.lifter) == [(TODAY, 82.5)]


def test_a_slip_in_the_bodyweight_is_asked_about_in_place(page):
    page.weight.edit.setFocus()
    QTest.keyClicks(page.weight.edit, "820")
    QTest.keyClick(page.weight.edit, Qt.Key.Key_Return)
    assert page.plot_card.note.isVisible()


def test_an_old_bodyweight_is_named_and_counts_no_more(desk, qtbot, page):
    forget_weights(desk.lifter)
    clients.record_bodyweight(desk.lifter, TODAY - timedelta(days=200), 90.0)
    read(desk, qtbot)
    assert page.plot_card.hint.text().startswith("Your last bodyweight, 90 kg, is of 19 Apr.")


def test_a_formula_says_for_which_bodyweight_it_is_made(desk, qtbot, page):
    clients.record_bodyweight(desk.lifter, TODAY, 230.0)
    read(desk, qtbot)
    notes = dict(zip(texts(page.score_card.model, 0), texts(page.score_card.model, 4), strict=True))
    assert notes["DOTS"] == "made for a bodyweight of 40–210 kg"
    assert notes["IPF GL points"] == ""
    clients.record_bodyweight(desk.lifter, TODAY, 35.0)
    read(desk, qtbot)
    notes = dict(zip(texts(page.score_card.model, 0), texts(page.score_card.model, 4), strict=True))
    assert notes["IPF GL points"] == "made for a bodyweight of 40 and more kg"


def test_missing_lifts_are_named(desk, qtbot):
    forget_weights(desk.lifter)
    clients.record_bodyweight(desk.lifter, TODAY, 82.5)
    say(desk.lifter, sex="female")
    for row in log.sessions(desk.lifter):
        if row.exercises[0].exercise == "bench-press":
            log.trash_session(row.id)
    page = opened(desk, qtbot)
    assert page.plot_card.hint.text().endswith("missing: Bench press, Deadlift.")
    notes = texts(page.score_card.model, 4)
    assert notes[:3] == ["needs all three lifts", "needs all three lifts", "needs the bench press"]
    assert page.sentences()[0] == "Bodyweight 82.5 kg (5 Nov)."


def test_days_without_a_point_have_no_empty_axis(desk, page):
    days = DaysShown(TODAY, TODAY - timedelta(days=3))
    page.show_days(days)
    assert not page.plot_card.stack.isVisible()
    assert page.plot_card.hint.text().endswith("the last point is of 29 Oct.")
    page.show_days(DaysShown(TODAY))
    assert page.plot_card.stack.isVisible()
    assert page.plot_card.hint.text() == ""


def test_days_chosen_while_the_page_is_read_stay(desk, qtbot, page):
    old = DaysShown(TODAY, TODAY - timedelta(days=3))
    desk.tab.hide()
    page.show_scene(replace(page.scene, days=old))
    page.show_days(DaysShown(TODAY))
    with qtbot.waitSignal(page.retold):
        desk.tab.show()
    assert page.plot_card.stack.isVisible()


def test_a_report_reads_the_page_to_its_end(desk, qtbot, page):
    page.take(page.scene, Standards(too_young=False))
    assert page.sentences() == []
    for _ in page.reading():
        pass
    assert page.sentences()[0].startswith("About ")


def test_who_may_not_be_18_is_told_why_the_page_is_empty(desk, qtbot, page):
    say(desk.lifter, birth_year=TODAY.year - 17)
    read(desk, qtbot)
    assert "may not be 18" in page.plot_card.hint.text()
    assert page.cards() == [page.plot_card]
    assert not page.weight.isVisible()
    assert page.sentences() == []


def test_sets_stopped_early_tell_a_least_total(desk, qtbot, page):
    for row in log.sessions(desk.lifter):
        if row.exercises[0].exercise == "deadlift":
            log.trash_session(row.id)
    for days in range(30, 0, -3):
        entry = LoggedSet(150.0, 5, load=150.0, target_reps=5)
        slot = LoggedExercise("deadlift", (entry,) * 3)
        on = TODAY - timedelta(days=days)
        log.add_session(desk.lifter, Session(on, (slot,), finished=True))
    read(desk, qtbot)
    assert "estimated: at least" in texts(page.lift_card.model, 5)
    assert page.sentences()[0].startswith("At least ")


def test_a_single_is_called_lifted(desk, qtbot, page):
    slot = LoggedExercise("deadlift", (LoggedSet(200.0, 1, load=200.0),))
    log.add_session(desk.lifter, Session(TODAY, (slot,), finished=True))
    read(desk, qtbot)
    assert texts(page.lift_card.model, 5)[2] == "lifted"
    assert texts(page.lift_card.model, 1)[2] == "200"


def test_pounds_are_shown_to_who_lifts_in_pounds(desk, qtbot, page):
    say(desk.lifter, unit=Unit.LB)
    read(desk, qtbot)
    assert page.lift_card.model.titles()[1] == "Single lb"
    assert "181.9 lb" in page.sentences()[0]


def test_the_models_are_sound(page, qtmodeltester):
    for card in page.cards():
        card.filled()
        qtmodeltester.check(card.model)
