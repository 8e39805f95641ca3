"""Looking at the sheet before it is printed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QProgressDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import blocks, clients, planning, steps, studio, week_edits
from planner.coach.print_choice import Layout, PaperName, PrintChoice, Turn
from planner.engine.terms import Lifter, Stopped
from planner.ui import printing
from planner.ui.printing import EmptyPreview
from planner.ui.printing_bar import Everybody
from planner.ui.printing_preview import SheetPreview
from planner.ui.printing_studio import StudioDialog
from planner.ui.printing_week import PrintedWeek
from planner.ui.printing_whose import WhoseDialog

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
    dialog = preview(window, planned)
    assert place(dialog) == "Page 1 of 1"


def test_enter_prints_or_saves_where_there_is_no_printer(planned, window):
    first = next(made for made in opened(window, planned).findChildren(QPushButton)
                 if made.isDefault())  # fmt: skip
    printer = bool(QPrinterInfo.availablePrinterNames())
    assert first.text() == ("P&rint…" if printer else "&Save PDF…")


def opened(window: QWidget, lifter: int) -> QDialog:
    return printing.print_week(window, files_do, PrintedWeek(lifter, MONDAY, MONDAY))


def preview(window: QWidget, lifter: int) -> SheetPreview:
    dialog = opened(window, lifter)
    assert isinstance(dialog, SheetPreview)
    return dialog


def files_do(_label: str, work: Callable[[], object]) -> None:
    steps.do(work)


def pick(combo: QComboBox, value: object) -> None:
    """Choose an entry as a click on it does."""
    combo.setCurrentIndex(combo.findData(value))
    combo.activated.emit(combo.currentIndex())


def place(dialog: SheetPreview) -> str:
    return dialog.bar.place.text()


def test_the_sheet_is_saved_as_pdf_as_chosen_and_the_choice_is_remembered(
    planned, window, tmp_path
):
    dialog = preview(window, planned)
    pick(dialog.bar.papers, PaperName.LETTER)
    pick(dialog.bar.layouts, Layout.SINGLE)
    assert dialog.bar.choice.layout is Layout.SINGLE
    path = tmp_path / "week.pdf"
    dialog.save_pdf(path)
    assert "Saved as week.pdf" in texts(dialog)
    assert b"/MediaBox [0 0 612.000000 792.000000]" in path.read_bytes()
    again = preview(window, planned)
    assert again.bar.choice == PrintChoice(PaperName.LETTER, Layout.SINGLE, Turn.PORTRAIT)


def test_a_folder_that_is_not_there_is_told_in_the_dialog(planned, window, tmp_path):
    dialog = preview(window, planned)
    dialog.save_pdf(tmp_path / "nowhere" / "week.pdf")
    assert "could not be written" in texts(dialog)


def test_a_week_without_sessions_says_what_to_do(lifter, window):
    dialog = opened(window, lifter)
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
    dialog = preview(window, planned)
    assert place(dialog) == "Page 1 of 1"
    pick(dialog.bar.whose, Everybody.ALL)
    assert place(dialog) == "Ada Novak (1 of 2) · Page 1 of 1"
    dialog.turn(1)
    assert place(dialog) == "Sam Lifter (2 of 2) · Page 1 of 1"
    dialog.turn(-1)
    assert dialog.file_name() == "All lifters 2026-11-02.pdf"
    path = tmp_path / "all.pdf"
    dialog.save_pdf(path)
    assert b"/Count 2" in path.read_bytes()
    pick(dialog.bar.whose, Everybody.ONE)
    assert place(dialog) == "Page 1 of 1"
    assert dialog.file_name() == "Sam Lifter 2026-11-02.pdf"


def written(path: Path) -> str:
    """Return the text of a PDF; a form feed ends each page."""
    return subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True).stdout


def test_each_sheet_is_in_the_language_of_its_lifter(planned, ada, window, tmp_path):
    dialog = preview(window, planned)
    pick(dialog.bar.whose, Everybody.ALL)
    pick(dialog.bar.languages, "ja")
    dialog.turn(1)
    assert dialog.bar.languages.currentText() == "As the program"
    path = tmp_path / "all.pdf"
    dialog.save_pdf(path)
    adas, sams, _ = written(path).split("\f")
    assert "ベンチプレス" in adas
    assert "Exercise" not in adas
    assert "Back squat" in sams


def test_one_lifter_alone_is_not_asked_about_others(planned, window):
    dialog = preview(window, planned)
    assert dialog.bar.whose.isHidden()


def test_who_has_no_plan_can_still_print_the_others(lifter, ada, window):
    empty = opened(window, lifter)
    assert isinstance(empty, EmptyPreview)
    empty.others.click()
    (dialog,) = window.findChildren(SheetPreview)
    assert dialog.file_name() == "All lifters 2026-11-02.pdf"
    dialog.choose_lifters(Everybody.ONE)
    assert "Sam Lifter has nothing planned" in texts(dialog)
    assert dialog.bar.whose.currentData() is Everybody.ALL


def test_nobody_planned_is_said_in_place(lifter, window):
    clients.add(Lifter(name="Cy Third"))
    empty = opened(window, lifter)
    assert isinstance(empty, EmptyPreview)
    empty.others.click()
    assert "No lifter has anything planned in this week." in texts(empty)


def test_without_a_printer_the_pdf_is_recommended(planned, window, monkeypatch):
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    dialog = opened(window, planned)
    prints = [b for b in dialog.findChildren(QPushButton) if "P&rint" in b.text()]
    assert not prints[0].isEnabled()
    assert "a PDF works everywhere" in texts(dialog)


def test_the_sheets_of_all_name_who_has_no_plan(planned, window):
    for name in ("Ada", "Ben", "Cem", "Dana", "Eli", "Fay"):
        clients.add(Lifter(name=name))
    dialog = preview(window, planned)
    assert "Nothing planned" not in texts(dialog)
    dialog.choose_lifters(Everybody.ALL)
    assert "Nothing planned this week: Ada, Ben, Cem, Dana and 2 more" in texts(dialog)
    dialog.choose_lifters(Everybody.ONE)
    assert "Nothing planned" not in texts(dialog)


def test_the_window_fits_the_screen(planned, window):
    dialog = opened(window, planned)
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()


def test_the_preview_has_the_same_ink_whatever_the_colour_of_the_windows_text(planned, window):
    dialog = preview(window, planned)
    pictures = []
    for colour in ("white", "black"):
        dialog.preview.view.setStyleSheet(f"color: {colour}")
        pictures.append(dialog.preview.view.grab().toImage())
    assert pictures[0] == pictures[1]


def test_a_chosen_few_are_printed(planned, ada, window, tmp_path):
    dialog = preview(window, planned)
    pick(dialog.bar.whose, Everybody.FEW)
    (whose,) = dialog.findChildren(WhoseDialog)
    names = [whose.names.item(row) for row in range(whose.names.count())]
    assert [name.text() for name in names] == ["Ada Novak", "Sam Lifter"]
    names[1].setCheckState(Qt.CheckState.Unchecked)
    assert not whose.take.isEnabled()
    names[0].setCheckState(Qt.CheckState.Checked)
    whose.take.click()
    assert place(dialog) == "Page 1 of 1"
    dialog.save_pdf(tmp_path / "few.pdf")
    assert b"/Title" in (tmp_path / "few.pdf").read_bytes()
    assert dialog.file_name() == "Lifters 2026-11-02.pdf"


def test_nobody_chosen_after_all_changes_nothing(planned, ada, window):
    dialog = preview(window, planned)
    pick(dialog.bar.whose, Everybody.FEW)
    dialog.findChildren(WhoseDialog)[0].reject()
    assert dialog.bar.whose.currentData() is Everybody.ONE


def test_next_week_is_shown_when_it_is_planned_and_told_when_it_is_not(lifter, window):
    blocks.new_mesocycle(lifter, "Base", MONDAY, 2)
    view = planning.view(lifter, MONDAY, MONDAY)
    assert view is not None
    for week in view.weeks:
        week_edits.add_exercise(week_edits.add_session(week.id, 0, "Lower"), "back-squat")
    dialog = preview(window, lifter)
    pick(dialog.bar.days, MONDAY + timedelta(days=7))
    assert dialog.file_name() == "Sam Lifter 2026-11-09.pdf"
    later = printing.print_week(
        window, files_do, PrintedWeek(lifter, MONDAY + timedelta(7), MONDAY + timedelta(7))
    )
    assert isinstance(later, SheetPreview)
    pick(later.bar.days, MONDAY + timedelta(days=14))
    assert "Nothing is planned in that week." in texts(later)
    assert later.bar.days.currentIndex() == 0


def test_after_cancel_no_further_sheet_is_made(planned, ada, window):
    coming = PrintedWeek(planned, MONDAY, MONDAY).sheets([planned, ada], MONDAY, window)
    next(coming)
    (progress,) = window.findChildren(QProgressDialog)
    progress.cancel()
    with pytest.raises(Stopped):
        next(coming)


def test_the_studio_is_on_every_sheet_from_then_on_and_can_be_taken_back(window, planned, tmp_path):
    picture = tmp_path / "logo.svg"
    picture.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="3"/>', "utf-8")
    dialog = StudioDialog(studio.studio(), window)
    dialog.take_picture(picture)
    dialog.footer.setText("12 Main Street")
    dialog.wanted.connect(preview(window, planned).change_studio)
    dialog._keep()
    assert studio.studio() == studio.Studio(picture.read_bytes(), "12 Main Street")


def test_signs_that_no_font_has_are_named(planned, window):
    clients.change(replace(clients.lifter(planned), name="Sam \U000f0001"))
    dialog = opened(window, planned)
    assert "No font on this computer has \U000f0001; '?' is printed instead." in texts(dialog)
