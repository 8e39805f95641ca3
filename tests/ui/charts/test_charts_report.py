"""A report of charts on paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import clients, switches
from planner.coach.parts import at_once
from planner.coach.switches import Switch
from planner.engine.terms import Lifter
from planner.ui import theme
from planner.ui.charts import report
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.pages import PageName
from planner.ui.charts.report import Wish
from planner.ui.charts.report_dialog import ReportDialog
from planner.ui.charts.scene import DaysShown
from tests.paper import text_of

TODAY = date(2026, 11, 5)


@pytest.fixture
def dialog(trained, qtbot):
    clients.add(Lifter(name="Bea Client"))
    made = ReportDialog(None, trained, DaysShown(TODAY, date(2026, 6, 1)), TODAY)
    qtbot.addWidget(made)
    made.open()
    qtbot.waitUntil(lambda: made.onward.isVisible() or made.place.text() != "")
    return made


def saved(dialog, path, qtbot) -> str:
    dialog.save_pdf(path)
    qtbot.waitUntil(lambda: not dialog.progress.isVisible(), timeout=20_000)
    return text_of(path) if path.exists() else ""


def test_a_report_says_whose_it_is_which_days_and_what_each_lift_does(dialog, tmp_path, qtbot):
    words = saved(dialog, tmp_path / "report.pdf", qtbot)
    assert dialog.news.text() == "Saved as report.pdf"
    assert clients.lifters()[0].name in words or clients.lifters()[1].name in words
    assert "Back squat – strength" in words
    assert "Bench press – strength" in words
    assert "one repetition, from 40 sessions" in words
    assert "page 1 of" in words
    assert "June" in words


def test_what_was_saved_stays_said_when_the_preview_is_drawn_later(dialog, tmp_path, qtbot):
    dialog.lifts.setCurrentIndex(0)
    saved(dialog, tmp_path / "report.pdf", qtbot)
    qtbot.waitUntil(lambda: bool(dialog.pages()), timeout=20_000)
    assert dialog.news.text() == "Saved as report.pdf"


def test_fewer_lifts_are_a_shorter_report(dialog, tmp_path, qtbot):
    dialog.lifts.setCurrentIndex(0)
    words = saved(dialog, tmp_path / "report.pdf", qtbot)
    assert "Back squat – strength" in words
    assert "Bench press" not in words


def test_every_lifter_begins_on_a_page_of_their_own(dialog, tmp_path, qtbot):
    dialog.whose.setCurrentIndex(1)
    sheets = saved(dialog, tmp_path / "report.pdf", qtbot).split("\f")
    begun = [sheet for sheet in sheets if "page 1 of" in sheet]
    assert len(begun) == len(clients.lifters()) == 2
    assert any("Bea Client" in sheet for sheet in begun)


def test_paper_is_white_in_a_dark_window(dialog, qtbot):
    theme.apply(QApplication.instance(), theme.DARK)
    try:
        dialog.ticks[PageName.STRENGTH].click()
        dialog.ticks[PageName.STRENGTH].click()
        qtbot.waitUntil(lambda: dialog.report is not None)
        image = dialog.report.parts[0].shown[0].image
        assert image.pixelColor(2, 2).name() == theme.LIGHT.panel
    finally:
        theme.apply(QApplication.instance(), theme.LIGHT)


def test_escape_stops_what_is_written_and_leaves_the_file_as_it_was(dialog, tmp_path):
    path = tmp_path / "report.pdf"
    path.write_text("before")
    dialog.whose.setCurrentIndex(1)
    dialog.save_pdf(path)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.news.text() == "Stopped: nothing was written"
    assert path.read_text() == "before"


def test_escape_in_the_moment_after_all_was_written_says_that_it_was(dialog, tmp_path):
    dialog.save_pdf(tmp_path / "report.pdf")
    while not (tmp_path / "report.pdf").exists():
        dialog._writing._slice()
    dialog.reject()
    assert dialog.news.text().startswith("Saved as report.pdf")
    assert dialog.saves.isEnabled()


def test_a_folder_that_is_gone_is_said_in_place(dialog, tmp_path, qtbot):
    saved(dialog, tmp_path / "gone" / "report.pdf", qtbot)
    assert "could not be written" in dialog.news.text()
    assert dialog.saves.isEnabled()


def test_who_did_not_ask_for_standards_has_none_in_the_report_of_all(dialog, trained):
    switches.set_on(trained, Switch.STANDARDS, True)
    other = next(each.id for each in clients.lifters() if each.id != trained)
    wish = Wish((PageName.STANDARDS,), 1, DaysShown(TODAY))
    made = [at_once(report.drawn(each, TODAY, wish)) for each in (trained, other)]
    assert [bool(each.parts) for each in made] == [True, False]


def test_days_of_training_stand_once_with_several_lifts_and_on_their_own_page(trained, qtbot):
    wish = Wish((PageName.STRENGTH, PageName.TRAINING_DAYS), 2, DaysShown(TODAY))
    made = at_once(report.drawn(trained, TODAY, wish))
    shown = [[each.title for each in part.shown] for part in made.parts]
    assert ["Training days" in titles for titles in shown] == [True, False, True]


def test_a_print_that_is_stopped_says_that_pages_may_come_out(dialog, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.print_on(printer)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.news.text() == "Stopped: what was drawn so far may be printed"


def test_a_report_that_is_stopped_leaves_no_page_behind(trained, qtbot):
    steps = report.drawn(trained, TODAY, Wish((PageName.COMPARE,), 1, DaysShown(TODAY)))
    next(steps)
    next(steps)
    assert pages_left() == 1
    steps.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert pages_left() == 0


def pages_left() -> int:
    return sum(isinstance(each, ChartPage) for each in QApplication.topLevelWidgets())
