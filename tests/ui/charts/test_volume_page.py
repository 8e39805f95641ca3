"""The page about volume: weeks of a muscle group, and how the page is gone through."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.coach import demo
from planner.engine.terms import Unit
from planner.storage import clients
from tests.ui.charts.conftest import TODAY, ChartsDesk
from tests.ui.charts.volume_desk import cells, open_page, turn


@pytest.fixture
def page(desk):
    return open_page(desk)


def test_the_page_begins_with_the_group_of_the_chosen_lift(page):
    assert page.sets.title == "Hard sets a week – quads"
    assert page.groups.currentText() == "Quads"
    assert page.lower_card(0).title == "Tonnage a week – quads, t"


def test_weeks_begin_where_the_reader_begins_them(page, desk, english_again):
    assert cells(page.sets)[0][0] == "2 Nov 2026"  # a Monday
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    desk.refresh()
    newest = [cells(card)[0][0] for card in (page.sets, *(turn(page, n) for n in range(4)))]
    assert newest == ["Nov 1, 2026"] * 5  # a Sunday


def test_another_lift_keeps_the_page_and_shows_its_group(desk, page):
    desk.choose("Bench press")
    assert desk.tab.page is page
    assert page.group == "Chest"


def test_a_group_that_was_asked_for_stays_when_something_is_logged(desk, page, did):
    page.show_group("Glutes")
    did(TODAY, "back-squat", 105.0)
    desk.refresh()
    assert page.group == "Glutes"
    assert cells(page.sets)[0] == ["2 Nov 2026", "3", "10", "20"]


def test_a_group_can_be_chosen_from_the_list_and_so_can_all(page):
    page.groups.activated.emit(page.groups.findData(""))
    assert page.sets.title == "Hard sets a week – all groups"
    assert cells(page.sets)[1] == ["26 Oct 2026", "9"]
    assert page.sets.bars.words(19) == [
        "week of 26 Oct", "9 hard sets", "Back squat: 6", "Bench press: 3",
    ]  # fmt: skip


def test_a_week_tells_its_sets_and_the_range(page):
    assert page.sets.bars.words(0)[1:] == ["6 hard sets (range 10–20)", "Back squat: 6"]


def test_what_was_lifted_is_told_by_movement(page):
    page.show_group("")
    lines = page.lower_card(0).bars.words(19)
    assert lines == ["week of 26 Oct", "4.1 t", "push: 1.1 t", "squat: 3.0 t"]


def test_pounds_are_counted_in_thousands(desk, trained):
    made = clients.lifter(trained)
    clients.update_lifter(made.__class__(**{**_fields(made), "unit": Unit.LB}))
    desk.refresh()
    page = open_page(desk)
    assert page.lower_card(0).title.endswith("1,000 lb")
    assert page.lower_card(0).bars.words(19)[1] == "6,614 lb"


def _fields(made):
    return {name: getattr(made, name) for name in made.__dataclass_fields__}


def test_zones_say_how_heavy_the_sets_were(page):
    card = turn(page, 1)
    assert card is page.lower_card(1)
    week, sets, *parts = card.bars.words(19)
    assert (week, sets) == ("week of 26 Oct", "6 sets")
    assert parts == ["80–90 %: 6"]


def test_monotony_is_told_of_whole_weeks_and_says_what_it_is_not(page):
    card = turn(page, 2)
    assert "not shown to foretell injury" in card.hint.text()
    newest, before, *_ = cells(card)
    assert newest[3:] == ["–", "–"]
    assert before == ["26 Oct 2026", "9", "3", "0.8", "7"]
    card.lines.go_to(0)
    assert card.lines.accessibleDescription().endswith(
        "monotony 0.8 · strain 7 · 9 hard sets on 3 days"
    )


def test_strain_has_a_plot_of_its_own(page):
    card = turn(page, 3)
    assert card.title == "Strain of hard sets by week"
    assert "times its monotony" in card.hint.text()


def test_a_lower_card_follows_the_days_in_view(desk, page):
    desk.tab.range.all_days.click()
    card = turn(page, 1)
    assert card.bars.days_shown() == page.sets.bars.days_shown()


def test_a_group_without_work_has_words_instead_of_axes(page):
    page.show_group("Biceps")
    assert not page.sets.stack.isVisible()
    assert page.sets.hint.text().startswith("No hard sets yet.")
    assert (
        turn(page, 0).hint.text() == "Appears with the first set that has a load and repetitions."
    )
    assert turn(page, 1).hint.text() == "Appears with the first set of these exercises."
    page.show_group("Quads")
    assert page.sets.stack.isVisible()


def test_one_session_says_what_is_to_come(lifter, did, qtbot, golden):
    did(TODAY, "back-squat", 100.0)
    desk = ChartsDesk(lifter, qtbot)
    page = open_page(desk)
    assert turn(page, 2).hint.text() == (
        "Appears after the first whole week with two training days."
    )
    golden("volume_short", page)
    desk.window.close()


def test_the_numbers_of_the_sample_lifter(database, qtbot, golden):
    desk = ChartsDesk(demo.add_sample_lifter(TODAY), qtbot)
    page = open_page(desk)
    golden("volume", page)
    desk.window.close()


def test_the_sentences_stand_beside_the_plots(desk, page):
    said = desk.tab.words.sentences.text()
    assert said.startswith("Below the range of 10–20 hard sets a week: Shoulders 1.5")


def test_tab_goes_through_the_page_as_it_is_seen(page):
    page.body.views.setFocus()
    seen = []
    for _ in range(12):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(seen[-1], Qt.Key.Key_Tab)
    chip = page.switch.checkedButton()
    stops = [
        page.body.views,
        page.body.figure,
        page.groups,
        page.sets.bars,
        chip,
        page.lower_card(0).bars,
    ]
    assert [each for each in seen if each in stops] == stops


def test_a_narrow_page_has_the_body_above_the_weeks(desk, page):
    desk.window.resize(720, 700)
    QApplication.processEvents()
    assert page.body.geometry().bottom() < page.sets.geometry().top()
    desk.window.resize(1280, 800)
    QApplication.processEvents()
    assert page.body.geometry().right() < page.sets.geometry().left()
