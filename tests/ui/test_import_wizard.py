"""The import in the window: what is shown before, what comes in, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from planner.coach import (
    adopting,
    charts,
    clients,
    exporting,
    files,
    importing,
    library,
    logging,
)
from planner.coach.importing import Flagged
from planner.coach.refused import Refused
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session, Unit
from planner.storage import log
from planner.ui.exercise_chooser import ExerciseChooser
from planner.ui.import_wizard import SEEN_MS, ImportWizard
from planner.ui.imports_dialog import ImportsDialog
from planner.ui.main_window import MainWindow
from planner.ui.tables import ROW_HEIGHT
from planner.ui.worker import Work
from planner.ui.wrapping_table import WrappingTable

LOGS = Path(__file__).parents[1] / "data" / "logs"
TODAY = date(2026, 11, 5)


@pytest.fixture
def wizard(window: MainWindow) -> ImportWizard:
    window.file_stories.import_log()
    (made,) = window.findChildren(ImportWizard)
    return made


@pytest.fixture
def read(wizard: ImportWizard, qtbot: QtBot) -> Callable[..., ImportWizard]:
    """Return a function that lets the wizard read files, up to the first preview."""

    def make(*paths: Path) -> ImportWizard:
        wizard.read(paths)
        qtbot.waitUntil(wizard.preview_page.isVisible)
        return wizard

    return make


def sets(lifter: int) -> int:
    return charts.totals(lifter)[1]


def bring(wizard: ImportWizard, qtbot: QtBot) -> None:
    """Press Import and wait until the wizard has gone on."""
    with qtbot.waitSignal(wizard.commit_wanted):
        wizard.import_button.click()


def summary(wizard: ImportWizard) -> str:
    return wizard.preview_page._summary.text()


def test_the_preview_says_what_would_come_in_and_stores_nothing(
    read: Callable[..., ImportWizard], lifter: int
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    assert summary(wizard).startswith("Hevy · ")
    assert wizard.import_button.text().startswith("&Import ")
    assert sets(lifter) == 0


def test_importing_is_one_step_that_undo_takes_back(
    read: Callable[..., ImportWizard], window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    bring(wizard, qtbot)
    assert sets(lifter) > 0
    assert not wizard.isVisible()
    assert window.history.stack.undoText() == "Import hevy-kg.csv"
    window.history.undo()
    assert sets(lifter) == 0


def test_the_bar_moves_without_an_end_from_before_the_storing(
    read: Callable[..., ImportWizard], lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    with qtbot.waitSignal(wizard.commit_wanted):
        wizard.import_button.click()
        assert wizard._progress.isVisible()
        assert wizard._progress.maximum() == 0
        assert sets(lifter) == 0


def test_cancelling_at_the_last_moment_stores_nothing(
    read: Callable[..., ImportWizard], lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "hevy-kg.csv")
    wizard.import_button.click()
    wizard.cancel_button.click()
    qtbot.wait(2 * SEEN_MS)
    assert sets(lifter) == 0


def test_a_backup_is_made_before_an_import(
    read: Callable[..., ImportWizard], database: Path, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    bring(wizard, qtbot)
    (backup,) = files.backups(database)
    assert files.contents(backup.path)["session"] == 0


def test_a_file_that_is_here_already_has_nothing_to_import(
    read: Callable[..., ImportWizard], window: MainWindow, lifter: int
) -> None:
    path = LOGS / "strong-2018.csv"
    importing.commit(lifter, importing.preview(lifter, path), TODAY)
    wizard = read(path)
    assert not wizard.import_button.isEnabled()
    assert "here already" in wizard.preview_page._counts.text()


def test_files_come_in_one_after_the_other(
    read: Callable[..., ImportWizard], lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2018.csv", LOGS / "strong-2021.csv")
    assert wizard.skip_button.isVisible()
    bring(wizard, qtbot)
    qtbot.waitUntil(
        lambda: wizard.preview_page.isVisible() and "2021" in wizard.heading.file.text()
    )
    bring(wizard, qtbot)
    assert [made.file_name for made in importing.imports(lifter)] == [
        "strong-2021.csv",
        "strong-2018.csv",
    ]


def test_a_file_can_be_skipped(
    read: Callable[..., ImportWizard], lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2018.csv", LOGS / "strong-2021.csv")
    wizard.skip_button.click()
    qtbot.waitUntil(
        lambda: wizard.preview_page.isVisible() and "2021" in wizard.heading.file.text()
    )
    assert not wizard.skip_button.isVisible()
    wizard.reject()
    assert sets(lifter) == 0


def test_a_guessed_unit_can_be_put_right_and_is_read_again(
    read: Callable[..., ImportWizard], qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    page = wizard.preview_page
    assert page.kilograms.isChecked()
    page.pounds.click()
    qtbot.waitUntil(lambda: page.isVisible() and wizard._preview is not None)
    assert wizard._preview is not None
    assert wizard._preview.unit is Unit.LB
    assert page.pounds.isChecked()


def test_a_unit_that_the_file_states_cannot_be_changed(
    read: Callable[..., ImportWizard],
) -> None:
    page = read(LOGS / "strong-2025.csv").preview_page
    assert not page.pounds.isEnabled()
    assert page._unit_note.text() == "the file says so"


def test_rows_that_stay_out_are_listed_with_line_and_reason(
    read: Callable[..., ImportWizard],
) -> None:
    page = read(LOGS / "fitnotes-commas.csv").preview_page
    page._buttons.button(2).click()
    assert page.skipped.rowCount() == 1
    line, reason = page.skipped.values()[0]
    assert line == 5
    assert reason


def test_a_name_can_be_given_another_exercise_and_the_choice_is_remembered(
    read: Callable[..., ImportWizard], lifter: int, qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2018.csv")
    matches = wizard.preview_page.matches
    names = [row[0] for row in matches.model.values()]
    matches.table.selectRow(names.index("Triceps Extension"))
    matches.choose()
    (chooser,) = matches.findChildren(ExerciseChooser)
    chooser.chosen.emit("triceps-pushdown")
    chooser.reject()
    assert matches.model.values()[names.index("Triceps Extension")][2:] == [
        library.exercise("triceps-pushdown").name,
        "your choice",
    ]
    bring(wizard, qtbot)
    assert "triceps-pushdown" in {row.exercise.slug for row in charts.lifts(lifter, TODAY)}


def test_a_name_can_become_an_exercise_of_its_own(
    read: Callable[..., ImportWizard], qtbot: QtBot
) -> None:
    wizard = read(LOGS / "strong-2026.csv")
    wizard.preview_page.matches.make_new()
    assert wizard.preview_page.matches.model.values()[0][2] == "new exercise"
    bring(wizard, qtbot)
    assert [made.name for made in library.exercises() if made.custom] == ["Bench Press (Barbell)"]


def test_leaving_while_reading_stores_nothing(
    wizard: ImportWizard, window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    wizard.read([LOGS / "hevy-kg.csv"])
    (work,) = window.findChildren(Work)
    wizard.reject()
    work.wait()
    qtbot.waitUntil(lambda: not window.findChildren(Work))
    assert sets(lifter) == 0


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02 binary", b"name,colour\nrose,red\n"], ids=str
)
def test_a_file_that_is_no_log_is_refused_with_what_was_looked_for(
    wizard: ImportWizard, tmp_path: Path, content: bytes, qtbot: QtBot
) -> None:
    path = tmp_path / "strange.csv"
    path.write_bytes(content)
    wizard.read([path])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    assert "strange.csv cannot be imported" in wizard.choose_page._problem.text()
    assert not wizard.import_button.isVisible()
    wizard.reject()


def test_after_a_refusal_another_file_can_be_chosen(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard.read([tmp_path / "gone.csv"])
    qtbot.waitUntil(wizard.choose_page.isVisible)
    good = str(LOGS / "strong-2018.csv")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([good], ""))
    wizard.choose_page.choose()
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.choose_page._problem.text() == ""
    wizard.reject()


def test_files_can_be_dropped_on_the_first_page(wizard: ImportWizard, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(LOGS / "strong-2018.csv"))])
    copy, left, plain = (
        Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    entering = QDragEnterEvent(QPoint(9, 9), copy, data, left, plain)
    wizard.choose_page.dragEnterEvent(entering)
    assert wizard.choose_page.property("state") == "target"
    wizard.choose_page.dropEvent(QDropEvent(QPoint(9, 9), copy, data, left, plain))
    qtbot.waitUntil(wizard.preview_page.isVisible)
    wizard.reject()


def test_an_import_is_taken_back_from_the_list(
    read: Callable[..., ImportWizard], window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    bring(read(LOGS / "hevy-kg.csv"), qtbot)
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    dialog.take.click()
    assert sets(lifter) == 0
    assert window.status.news.text().startswith("Taken back.")
    window.history.undo()
    assert sets(lifter) > 0


def test_the_imports_say_whose_they_are(window: MainWindow) -> None:
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    assert dialog.title.text() == dialog.windowTitle() == "Imports of Sam Lifter"
    dialog.reject()


def test_the_wizard_says_for_whom_a_log_comes_in(
    wizard: ImportWizard, read: Callable[..., ImportWizard]
) -> None:
    assert wizard.heading.title.text() == wizard.windowTitle() == "Import a log for Sam Lifter"
    read(LOGS / "hevy-kg.csv")
    assert wizard.heading.title.text() == "Import a log for Sam Lifter"
    assert wizard.heading.file.text() == "hevy-kg.csv"


def test_long_names_are_shortened_and_widen_nothing(
    window: MainWindow, lifter: int, qtbot: QtBot
) -> None:
    clients.change(replace(clients.lifter(lifter), name="Anna Berg " * 20))
    window.refresh()
    window.file_stories.import_log()
    window.file_stories.show_imports()
    (wizard,) = window.findChildren(ImportWizard)
    (dialog,) = window.findChildren(ImportsDialog)
    assert (wizard.width(), dialog.width()) == (880, 680)
    for title in (wizard.heading.title, dialog.title):
        qtbot.waitUntil(lambda title=title: title.text().endswith("…"))
        assert title.toolTip().endswith("Anna Berg ")
    dialog.reject()
    wizard.reject()


@pytest.fixture
def elsewhere(window: MainWindow, tmp_path: Path) -> Path:
    """The log of Zoe, who is here but not shown, from a computer where she trained since."""
    zoe = clients.add(Lifter(name="Zoe"))
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5, load=100.0),))
    session = log.add_session(zoe, Session(TODAY, (slot,)))
    path = tmp_path / "zoe.json"
    exporting.export_json(zoe, path)
    logging.delete(session)
    window.refresh()
    return path


def test_the_log_of_a_lifter_who_is_here_comes_in_for_them(
    elsewhere: Path, read: Callable[..., ImportWizard], window: MainWindow, qtbot: QtBot
) -> None:
    sam, zoe = (clients.by_name(name).id or 0 for name in ("Sam Lifter", "Zoe"))
    wizard = read(elsewhere)
    assert wizard.heading.title.text() == "Import a log for Zoe"
    assert wizard.heading.note.text() == (
        "The file holds the log of Zoe: it comes in there, not for Sam Lifter."
    )
    bring(wizard, qtbot)
    assert (sets(sam), sets(zoe)) == (0, 1)
    assert window.lifter_id() == zoe


def test_the_next_file_comes_in_for_the_lifter_shown_again(
    elsewhere: Path, read: Callable[..., ImportWizard], qtbot: QtBot
) -> None:
    sam, zoe = (clients.by_name(name).id or 0 for name in ("Sam Lifter", "Zoe"))
    wizard = read(elsewhere, LOGS / "hevy-kg.csv")
    bring(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.heading.file.text() == "hevy-kg.csv")
    qtbot.waitUntil(wizard.preview_page.isVisible)
    assert wizard.heading.title.text() == "Import a log for Sam Lifter"
    assert not wizard.heading.note.isVisible()
    bring(wizard, qtbot)
    assert sets(sam) > sets(zoe) == 1


def test_the_log_of_an_archived_lifter_asks_to_bring_them_back(
    elsewhere: Path, wizard: ImportWizard
) -> None:
    clients.archive(clients.by_name("Zoe").id or 0, TODAY)
    wizard.read([elsewhere])
    shown = [each.text() for each in wizard.choose_page.findChildren(QLabel)]
    said = "zoe.json holds the log of Zoe, who is archived. Bring them back first."
    assert said in shown
    assert wizard.choose_page.isVisible()


def test_a_long_line_about_a_row_is_broken_and_not_scrolled(
    read: Callable[..., ImportWizard], qtbot: QtBot
) -> None:
    page = read(LOGS / "hevy-kg.csv").preview_page
    page.flagged.set_rows([Flagged(1, "short"), Flagged(2, "a long line of words " * 12)])
    page._buttons.button(1).click()
    (table,) = (t for t in page.findChildren(WrappingTable) if t.model() is page.flagged)
    qtbot.waitUntil(lambda: table.rowHeight(1) > 2 * table.fontMetrics().height())
    assert table.rowHeight(0) == ROW_HEIGHT
    assert table.horizontalHeader().length() <= table.viewport().width()


def test_a_log_without_imports_says_so(window: MainWindow) -> None:
    window.file_stories.show_imports()
    (dialog,) = window.findChildren(ImportsDialog)
    assert not dialog.take.isEnabled()
    dialog.reject()


def import_first(window: MainWindow, path: Path, qtbot: QtBot, *others: Path) -> ImportWizard:
    """Import files by the first page's door, up to what the wizard shows of the first."""
    window.file_stories.import_log([path, *others])
    (wizard,) = window.findChildren(ImportWizard)
    pages = (wizard.preview_page, wizard.document_page)
    qtbot.waitUntil(lambda: any(page.isVisible() for page in pages))
    return wizard


def test_a_first_import_makes_a_lifter_who_reads_in_the_unit_of_the_log(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    bring(import_first(empty_window, LOGS / "hevy-lb.csv", qtbot), qtbot)
    (made,) = clients.lifters()
    assert (made.name, made.unit) == ("Me", Unit.LB)


def test_the_preview_says_that_the_lifter_will_read_in_the_unit_of_the_log(
    empty_window: MainWindow, qtbot: QtBot
) -> None:
    wizard = import_first(empty_window, LOGS / "hevy-lb.csv", qtbot)
    page = wizard.preview_page
    assert page.shown_note.isVisible()
    assert page.shown_note.text() == "The file is in lb; Me will be shown in lb."
    assert page.keep_unit.text() == "Keep kg"
    page.keep_unit.click()
    bring(wizard, qtbot)
    assert clients.lifters()[0].unit is Unit.KG


def test_a_log_in_the_lifters_own_unit_asks_nothing(empty_window: MainWindow, qtbot: QtBot) -> None:
    wizard = import_first(empty_window, LOGS / "hevy-kg.csv", qtbot)
    assert not wizard.preview_page.shown_note.isVisible()
    assert not wizard.preview_page.keep_unit.isVisible()


def test_a_unit_chosen_on_the_first_page_is_kept(empty_window: MainWindow, qtbot: QtBot) -> None:
    assert empty_window.first_start is not None
    empty_window.first_start.kilograms.click()
    bring(import_first(empty_window, LOGS / "hevy-lb.csv", qtbot), qtbot)
    assert clients.lifters()[0].unit is Unit.KG


@pytest.fixture
def exported(empty_window: MainWindow, tmp_path: Path) -> Path:
    """Everything of one lifter in a file, from a computer whose lifters are not here."""
    path = tmp_path / "ada.json"
    ada = clients.add(Lifter(name="Ada Novak", bodyweight_kg=61.0))
    exporting.export_json(ada, path)
    path.write_text(path.read_text("utf-8").replace(clients.lifter(ada).uid, "0" * 32))
    clients.archive(ada, TODAY)
    empty_window.refresh()
    return path


def test_our_own_export_comes_back_with_its_lifters(
    empty_window: MainWindow, exported: Path, qtbot: QtBot
) -> None:
    wizard = import_first(empty_window, exported, qtbot)
    assert wizard.document_page.model.values() == [["Ada Novak", 0, 0, 0]]
    wizard.import_button.click()
    assert [(made.name, made.bodyweight_kg) for made in clients.lifters()] == [("Ada Novak", 61.0)]


def test_a_backup_is_made_before_lifters_are_taken_in(
    empty_window: MainWindow, exported: Path, database: Path, qtbot: QtBot
) -> None:
    import_first(empty_window, exported, qtbot).import_button.click()
    (made,) = files.backups(database)
    assert files.contents(made.path)["lifter"] == 2  # the one archived, and the one made for a log
    assert "Backup" in empty_window.status.backup.text()


def test_without_a_backup_no_lifters_are_taken_in_and_the_wizard_stays(
    empty_window: MainWindow, exported: Path, database: Path, qtbot: QtBot
) -> None:
    files.backup_folder(database).write_text("a file in the folder's place")
    wizard = import_first(empty_window, exported, qtbot)
    wizard.import_button.click()
    assert "no backup could be written" in empty_window.status.news.text()
    assert wizard.document_page.isVisible()
    assert [made.name for made in clients.lifters()] == ["Me"]


def test_lifters_who_could_not_be_stored_can_be_tried_again(
    empty_window: MainWindow, exported: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_document: object) -> None:
        raise files.FullDisk("The disk is full.")

    wizard = import_first(empty_window, exported, qtbot)
    with monkeypatch.context() as patched:
        patched.setattr(adopting, "adopt", full)
        wizard.import_button.click()
    assert empty_window.status.news.text() == "The disk is full."
    assert wizard.document_page.isVisible()
    assert [made.name for made in clients.lifters()] == ["Me"]
    wizard.import_button.click()
    assert [made.name for made in clients.lifters()] == ["Ada Novak"]


def test_a_log_imported_just_before_our_own_export_stays(
    empty_window: MainWindow, exported: Path, qtbot: QtBot
) -> None:
    wizard = import_first(empty_window, LOGS / "hevy-lb.csv", qtbot, exported)
    bring(wizard, qtbot)
    qtbot.waitUntil(wizard.document_page.isVisible)
    wizard.import_button.click()
    stored = {made.name: sets(made.id or 0) > 0 for made in clients.lifters()}
    assert stored == {"Ada Novak": False, "Me": True}


def test_a_document_with_an_exercise_that_nobody_describes_is_refused_in_place(
    empty_window: MainWindow, tmp_path: Path
) -> None:
    ada = clients.add(Lifter(name="Ada Novak"))
    slot = LoggedExercise("back-squat", (LoggedSet(100.0, 5),))
    log.add_session(ada, Session(TODAY, (slot,)))
    path = tmp_path / "ada.json"
    exporting.export_json(ada, path)
    written = path.read_text("utf-8").replace("back-squat", "moon-squat", 1)
    path.write_text(written.replace(clients.lifter(ada).uid, "0" * 32))
    empty_window.refresh()
    empty_window.file_stories.import_log([path])
    (wizard,) = empty_window.findChildren(ImportWizard)
    assert wizard.choose_page.isVisible()
    assert "'moon-squat', but does not describe it" in wizard.choose_page._problem.text()
    assert [made.name for made in clients.lifters()] == ["Ada Novak"]


def test_what_is_refused_is_told_in_the_status_bar_and_nothing_is_stored(
    window: MainWindow,
) -> None:
    def refused() -> None:
        clients.add(Lifter(name="Half done"))
        raise Refused("This cannot be done. Try another file.")

    assert not window.act("Take in", refused)
    assert window.status.news.text() == "This cannot be done. Try another file."
    assert [made.name for made in clients.lifters()] == ["Sam Lifter"]


def test_a_document_whose_lifters_are_here_says_that_nothing_is_new(
    wizard: ImportWizard, tmp_path: Path
) -> None:
    clients.add(Lifter(name="Ada"))
    path = tmp_path / "all.json"
    exporting.export_json(None, path)
    wizard.read([path])
    assert wizard.choose_page.isVisible()
    shown = [each.text() for each in wizard.choose_page.findChildren(QLabel)]
    assert "Everything in all.json is here already." in shown
