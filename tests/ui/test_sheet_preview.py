"""Looking at the sheet before it is printed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QGraphicsView, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, planning, week_edits
from planner.engine.terms import Lifter
from planner.ui import printing
from planner.ui.printing import EmptyPreview, SheetPreview

MONDAY = date(2026, 11, 2)


@pytest.fixture
def planned(lifter: int) -> int:
    """Plan one session in the week."""
    blocks.new_mesocycle(lifter, "Base", MONDAY, 1)
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    week_edits.add_exercise(week_edits.add_session(view.weeks[0].id, 0, "Lower A"), "back-squat")
    return lifter


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def texts(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_the_preview_shows_the_pages_of_the_week(planned, window):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    assert "Page 1 of 1" in texts(dialog)


def test_the_sheet_is_saved_as_pdf_on_the_paper_chosen(planned, window, tmp_path):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    dialog.choose_paper("letter")
    path = tmp_path / "week.pdf"
    dialog.save_pdf(path)
    assert "Saved as week.pdf" in texts(dialog)
    assert b"/MediaBox [0 0 792.000000 612.000000]" in path.read_bytes()


def test_a_folder_that_is_not_there_is_told_in_the_dialog(planned, window, tmp_path):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    dialog.save_pdf(tmp_path / "nowhere" / "week.pdf")
    assert "could not be written" in texts(dialog)


def test_a_week_without_sessions_says_what_to_do(lifter, window):
    dialog = printing.print_week(window, lifter, MONDAY, MONDAY)
    assert isinstance(dialog, EmptyPreview)
    assert "Sam Lifter has nothing planned" in texts(dialog)
    assert "Add a session" in texts(dialog)


@pytest.fixture
def ada(lifter: int) -> int:
    """Another lifter, with a session in the same week; a third has no plan."""
    made = clients.add(Lifter(name="Ada Novak"))
    clients.add(Lifter(name="Cy Third"))
    blocks.new_mesocycle(made, "Base", MONDAY, 1)
    view = planning.view(made, MONDAY, MONDAY)
    assert view is not None
    week_edits.add_exercise(week_edits.add_session(view.weeks[0].id, 0, "Upper A"), "bench-press")
    return made


def test_all_lifters_with_a_plan_are_printed_from_the_same_dialog(planned, ada, window, tmp_path):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    assert "Page 1 of 1" in texts(dialog)
    dialog.whose.setCurrentIndex(1)
    dialog.whose.activated.emit(1)
    assert "Page 1 of 2" in texts(dialog)
    assert dialog.file_name() == "All lifters 2026-11-02.pdf"
    path = tmp_path / "all.pdf"
    dialog.save_pdf(path)
    assert b"/Count 2" in path.read_bytes()
    dialog.choose_lifters(everybody=False)
    assert "Page 1 of 1" in texts(dialog)
    assert dialog.file_name() == "Sam Lifter 2026-11-02.pdf"


def test_one_lifter_alone_is_not_asked_about_others(planned, window):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    assert dialog.whose.isHidden()


def test_who_has_no_plan_can_still_print_the_others(lifter, ada, window):
    empty = printing.print_week(window, lifter, MONDAY, MONDAY)
    assert isinstance(empty, EmptyPreview)
    empty.others.click()
    (dialog,) = window.findChildren(SheetPreview)
    assert dialog.file_name() == "All lifters 2026-11-02.pdf"
    dialog.choose_lifters(everybody=False)
    assert "Sam Lifter has nothing planned" in texts(dialog)
    assert dialog.whose.currentIndex() == 1


def test_nobody_planned_is_said_in_place(lifter, window):
    clients.add(Lifter(name="Cy Third"))
    empty = printing.print_week(window, lifter, MONDAY, MONDAY)
    assert isinstance(empty, EmptyPreview)
    empty.others.click()
    assert "No lifter has anything planned in this week." in texts(empty)


def test_without_a_printer_the_pdf_is_recommended(planned, window, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    prints = [b for b in dialog.findChildren(QPushButton) if "P&rint" in b.text()]
    assert not prints[0].isEnabled()
    assert "a PDF works everywhere" in texts(dialog)


@pytest.mark.parametrize(
    ("country", "paper"),
    [
        (QLocale.Country.UnitedStates, "letter"),
        (QLocale.Country.Germany, "a4"),
    ],
)
def test_the_paper_of_the_country_comes_first(country, paper):
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, country))
    try:
        assert printing.usual_paper() == paper
    finally:
        QLocale.setDefault(before)


def test_the_sheets_of_all_name_who_has_no_plan(planned, window):
    for name in ("Ada", "Ben", "Cem", "Dana", "Eli", "Fay"):
        clients.add(Lifter(name=name))
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    assert isinstance(dialog, SheetPreview)
    assert "Nothing planned" not in texts(dialog)
    dialog.choose_lifters(everybody=True)
    assert "Nothing planned this week: Ada, Ben, Cem, Dana and 2 more" in texts(dialog)
    dialog.choose_lifters(everybody=False)
    assert "Nothing planned" not in texts(dialog)


def test_the_window_fits_the_screen(planned, window):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()


def test_the_preview_has_the_same_ink_whatever_the_colour_of_the_windows_text(planned, window):
    dialog = printing.print_week(window, planned, MONDAY, MONDAY)
    (view,) = dialog.findChildren(QGraphicsView)
    assert rendered(view, "white") == rendered(view, "black")


def rendered(view: QGraphicsView, text: str) -> QImage:
    """Return the pages as they look where text is of a colour."""
    picture = QImage(640, 480, QImage.Format.Format_RGB32)
    picture.fill(QColor("grey"))
    painter = QPainter(picture)
    painter.setPen(QColor(text))
    view.scene().render(painter)
    painter.end()
    return picture
