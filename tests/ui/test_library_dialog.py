"""The exercise library: find, read, follow links and come back, go to the charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from planner.coach import clients, library
from planner.engine.terms import Equipment, Exercise, LoggedSet, Muscle, Pattern
from planner.storage import library as storage
from planner.ui import library_stories
from planner.ui.library_dialog import LibraryDialog
from planner.ui.library_parts import Links
from planner.ui.main_window import MainWindow

OWN = Exercise("ours", "Ours & theirs <b>", Pattern.ISOLATION, custom=True)


@pytest.fixture
def dialog(lifter: int, today: date, qtbot: QtBot) -> Iterator[LibraryDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = LibraryDialog(parent, clients.lifter(lifter), today)
    made.show()
    yield made
    made.close()


@pytest.fixture
def trained(did: Callable[..., None], today: date) -> None:
    """Six weeks of squats."""
    for week in range(6, 0, -1):
        entry = LoggedSet(100.0, 5, rir=2.0, load=100.0)
        did(today - timedelta(weeks=week), "back-squat", entry, entry)


def listed(dialog: LibraryDialog) -> list[str]:
    rows = dialog.finder.list
    return [rows.item(number).text() for number in range(rows.count())]


def steps(dialog: LibraryDialog) -> list[QToolButton]:
    QApplication.processEvents()
    return [each for each in dialog.detail.ladders.findChildren(QToolButton) if each.isVisible()]


def choose(box: QWidget, kind: Pattern | Equipment | Muscle) -> None:
    box.setCurrentIndex(box.findData(kind))


def linked(links: Links) -> str:
    return " ".join(line.text() for line in links.lines if not line.isHidden())


def opened(window: MainWindow) -> LibraryDialog:
    (made,) = window.findChildren(LibraryDialog)
    return made


def settled(dialog: LibraryDialog, name: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.detail.title.text() == name)


def test_it_opens_with_every_exercise_and_shows_the_first(dialog) -> None:
    everything = [each.name for each in library.exercises()]
    assert listed(dialog) == everything
    assert dialog.finder.count.text() == f"{len(everything)} exercises"
    assert dialog.detail.title.text() == everything[0]


def test_typing_finds_and_shows_the_best_match(dialog, qtbot) -> None:
    qtbot.keyClicks(dialog.finder.search, "back squat")
    assert listed(dialog)[0] == "Back squat"
    settled(dialog, "Back squat", qtbot)


def test_arrows_walk_through_the_list_while_typing(dialog, qtbot) -> None:
    qtbot.keyClicks(dialog.finder.search, "curl")
    qtbot.keyClick(dialog.finder.search, Qt.Key.Key_Down)
    settled(dialog, listed(dialog)[1], qtbot)
    qtbot.keyClick(dialog.finder.search, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.finder.search, Qt.Key.Key_Up)
    settled(dialog, listed(dialog)[0], qtbot)


def test_filters_go_together_and_are_counted(dialog) -> None:
    finder = dialog.finder
    choose(finder.pattern, Pattern.HORIZONTAL_PUSH)
    choose(finder.equipment, Equipment.DUMBBELL)
    choose(finder.muscle, Muscle.CHEST)
    found = library.search("", Pattern.HORIZONTAL_PUSH, Equipment.DUMBBELL, Muscle.CHEST)
    assert listed(dialog) == [each.name for each in found]
    assert finder.count.text() == f"{len(found)} exercises"


def test_only_neuromuscular_or_functional_exercises_can_be_listed(dialog) -> None:
    storage.save_exercise(replace(OWN, functional=True))
    chips = {chip.text(): chip for chip in dialog.finder._kinds.buttons()}
    chips["Functional"].click()
    assert OWN.name in listed(dialog)
    everything = len(library.exercises())
    assert len(listed(dialog)) < everything
    chips["Neuromuscular"].click()
    assert "Back squat" not in listed(dialog)
    chips["All"].click()
    assert len(listed(dialog)) == everything


def test_nothing_found_says_so_and_leads_back(dialog, qtbot) -> None:
    choose(dialog.finder.pattern, Pattern.SQUAT)
    qtbot.keyClicks(dialog.finder.search, "zzqqxx")
    assert dialog.finder.nothing.isVisible()
    assert not dialog.finder.list.isVisible()
    qtbot.waitUntil(lambda: not dialog.detail.isVisible())
    (button,) = dialog.finder.nothing.findChildren(QPushButton)
    button.click()
    assert len(listed(dialog)) == len(library.exercises())
    qtbot.waitUntil(lambda: dialog.detail.isVisible())


def test_escape_clears_the_search_before_it_closes(dialog, qtbot) -> None:
    qtbot.keyClicks(dialog.finder.search, "row")
    qtbot.keyClick(dialog.finder.search, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.finder.search.text() == ""
    qtbot.keyClick(dialog.finder.search, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_exercise_shows_facts_cues_muscles_and_complexity(dialog) -> None:
    dialog._follow("back-squat")
    exercise, detail = library.exercise("back-squat"), dialog.detail
    assert ("Equipment", "Barbell") in detail.facts.texts()
    assert tuple(text for _, text in detail.cues.texts()) == exercise.cues
    assert ("Joints", "the whole body moves", "●●●") in detail.skill.texts()
    assert detail.practice.text().endswith("before the load rises.")
    assert "quads" in detail.body.accessibleName()
    assert "Squat" in detail.pictogram.accessibleName()


def test_what_has_no_load_is_practised_before_it_gets_harder(dialog) -> None:
    dialog._follow("plank")
    assert "before it gets harder." in dialog.detail.practice.text()


def test_links_move_within_the_window_and_back_returns(dialog, qtbot) -> None:
    assert not dialog.back.isEnabled()
    dialog._follow("bench-press")
    assert "Dumbbell bench press" in linked(dialog.detail.instead)
    dialog.detail.instead.wanted.emit("dumbbell-bench-press")
    assert dialog.detail.title.text() == "Dumbbell bench press"
    assert dialog.finder.slug() == "dumbbell-bench-press"
    dialog.back.click()
    assert dialog.detail.title.text() == "Bench press"
    qtbot.keyClicks(dialog.finder.search, "plank")
    settled(dialog, listed(dialog)[0], qtbot)
    assert not dialog.back.isEnabled()


def test_a_link_out_of_what_is_listed_is_shown_and_none_marked(dialog, qtbot) -> None:
    qtbot.keyClicks(dialog.finder.search, "plank")
    dialog._follow("back-squat")
    assert dialog.detail.title.text() == "Back squat"
    assert dialog.finder.slug() == ""


def test_steps_of_a_ladder_lead_to_easier_and_harder_exercises(dialog) -> None:
    dialog._follow("push-up")
    (current,) = (step for step in steps(dialog) if step.isChecked())
    assert current.accessibleName() == "Push-up, shown now"
    current.click()
    assert current.isChecked()
    harder = steps(dialog)[steps(dialog).index(current) + 1]
    name = harder.accessibleName()
    harder.click()
    assert dialog.detail.title.text() == name
    dialog._follow("back-squat")
    assert not dialog.detail.ladders.isVisible()


def test_an_exercise_of_the_users_own_is_shown_as_typed(dialog) -> None:
    storage.save_exercise(OWN)
    dialog._follow("ours")
    assert dialog.detail.title.text() == OWN.name
    assert dialog.detail.done.text() == "Not done yet."
    storage.save_exercise(replace(OWN, slug="other", name="Other", parent="ours"))
    dialog._follow("other")
    assert "Ours &amp; theirs &lt;b&gt;" in linked(dialog.detail.kin)


def test_the_lifters_history_has_its_best_sets(trained, did, today, dialog) -> None:
    dialog._follow("back-squat")
    assert dialog.detail.done.text().startswith("6 sessions so far")
    assert dialog.detail.done_rows.texts()[0] == ("29 Oct", "100 kg × 5 @2")
    assert dialog.detail.charts.isVisible()
    did(today, "plank", LoggedSet(None, None, seconds=45.0))
    dialog._follow("plank")
    assert dialog.detail.done_rows.texts() == [("5 Nov", "45 s")]
    assert not dialog.detail.charts.isVisible()


def test_a_narrow_window_puts_the_columns_below_each_other(dialog, qtbot) -> None:
    dialog._follow("back-squat")
    dialog.resize(1120, 680)
    QApplication.processEvents()
    assert dialog.detail._kin.x() > dialog.detail._cues.x()
    dialog.resize(600, 600)
    qtbot.waitUntil(lambda: dialog.detail.width() <= dialog._area.viewport().width())
    assert dialog.detail._kin.x() == dialog.detail._cues.x()


def test_every_control_has_a_name_that_can_be_read_out(dialog) -> None:
    dialog._follow("bench-press")
    for each in dialog.findChildren(QWidget):
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            face = QAccessible.queryAccessibleInterface(each)
            assert face.text(QAccessible.Text.Name), each


def test_tab_walks_the_page_as_it_is_read_and_scrolls_to_the_link(dialog, qtbot) -> None:
    dialog._follow("split-squat")
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.resize(720, 480)
    dialog._area.setFocus()
    links = [line for line in dialog.detail.instead.lines if not line.isHidden()]
    drills = [line for line in dialog.detail.drills.lines if not line.isHidden()]
    for _ in (*steps(dialog), *drills, *links):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is links[-1]
    view = dialog._area.viewport()
    assert view.rect().contains(links[-1].mapTo(view, links[-1].rect().center()))
    before = dialog.detail.title.text()
    QTest.keyClick(links[-1], Qt.Key.Key_Return)
    assert dialog.detail.title.text() != before


def test_own_exercises_are_listed_alone(dialog) -> None:
    storage.save_exercise(OWN)
    (chip,) = (
        each for each in dialog.finder.findChildren(QToolButton) if each.text() == "Your own"
    )
    chip.click()
    assert listed(dialog) == [OWN.name]


def test_chips_and_tags_say_what_they_mean(dialog) -> None:
    tips = {each.text(): each.toolTip() for each in dialog.finder.findChildren(QToolButton)}
    assert "balance" in tips["Neuromuscular"]
    assert "everyday life" in tips["Functional"]


def test_a_favourite_is_starred_in_the_library_and_listed_by_its_chip(window) -> None:
    library_stories.show_library(window, "pull-up")
    dialog = opened(window)
    dialog.star.click()
    assert dialog.star.text() == "★ &Favourite"
    chips = {chip.text(): chip for chip in dialog.finder._kinds.buttons()}
    chips["Favourites"].click()
    assert listed(dialog) == ["Pull-up"]
    window.history.undo()
    dialog.finder.refresh()
    assert listed(dialog) == []
