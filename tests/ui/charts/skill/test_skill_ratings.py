"""The page of a lift's skill: how its sets looked, and what all of the page has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from planner.coach import demo
from planner.engine.terms import Technique
from planner.ui import theme
from planner.ui.charts import skill_bars, skill_page_words
from planner.ui.charts.charts_tab import ChartsTab
from planner.ui.charts.pages import PageName
from planner.ui.charts.scene import DaysShown
from planner.ui.charts.skill_page import SkillPage
from planner.ui.main_window import MainWindow
from planner.ui.skill_dialog import SkillDialog
from planner.ui.top_bar import TabName
from tests.ui.charts.conftest import TODAY
from tests.ui.charts.skill.desk import cells, open_page

SOUND, MINOR, BROKE = Technique


def test_bars_say_how_sets_looked_lately_and_before(rated, qtbot):
    _, page = open_page(rated, qtbot)
    assert page.ratings_card.title == "Snatch – technique by set, %"
    said = page.ratings_card.hint.text()
    assert said.startswith("Lately 67 % of the rated sets were sound (")
    assert "before" in said
    page.ratings.go_to(1)
    words = page.ratings.accessibleDescription()
    assert words.startswith("set 1 · the last 8 sessions rated · 8 sound · sound 100 % (")


def test_ratings_by_reserve_are_a_click_away(rated, snatched, qtbot):
    snatched(3, SOUND, rir=None)
    _, page = open_page(rated, qtbot)
    page.choice.button(1).click()
    assert page.ratings_card.title == "Snatch – technique by reserve, %"
    assert "Rated without a reserve, so without a bar here: 1 set." in page.ratings_card.hint.text()
    assert {row[0] for row in cells(page.ratings_card)} == {"2"}


def test_too_few_ratings_are_a_frame_with_a_question_mark(lifter, snatched, qtbot):
    snatched(3, SOUND, BROKE)
    _, page = open_page(lifter, qtbot)
    said = page.ratings_card.hint.text()
    assert said.startswith("Can't tell how technique looks: 2 sets rated so far.")
    assert "broke down in the only session that was rated" in said
    page.ratings.go_to(0)
    assert page.ratings.accessibleDescription().endswith("too few to tell a share")
    assert [item.toPlainText() for item in page.ratings._texts] == ["1", "?", "1", "?"]
    assert cells(page.ratings_card)[0][-3:] == ["–", "–", "–"]


def test_where_nothing_is_rated_it_says_how_to(lifter, snatched, qtbot):
    snatched(3, None)
    _, page = open_page(lifter, qtbot)
    assert "Alt+1, 2 or 3 after a set" in page.ratings_card.hint.text()
    assert not page.ratings.isVisible()
    assert not any(chip.isVisible() for chip in page.choice.buttons())


def test_a_change_that_is_clear_is_told_as_likely(rated, qtbot):
    _, page = open_page(rated, qtbot)
    made = page._chart.rated
    clear = replace(made, lately=made.by_number[0].lately, before=made.by_number[2].before)
    better = replace(page._chart, rated=clear, tiring=None)
    said = skill_page_words.technique(better, False)
    assert said.endswith("likely more than the 0 % before.")
    worse = replace(better, rated=replace(clear, lately=clear.before, before=clear.lately))
    said = skill_page_words.technique(worse, False)
    assert said.endswith("likely fewer than the 100 % before.")


def test_a_wide_page_has_two_cards_beside_each_other(rated, qtbot):
    desk, page = open_page(rated, qtbot)
    desk.window.resize(1900, 1000)
    QApplication.processEvents()
    assert page.kept_card.x() > page.practice_card.x()


def test_a_bar_of_before_says_so(rated, qtbot):
    _, page = open_page(rated, qtbot)
    page.ratings.go_to(0)
    assert "17 sessions before that" in page.ratings.accessibleDescription()


def test_every_rated_set_with_its_reserve_leaves_nothing_to_say(rated, qtbot):
    _, page = open_page(rated, qtbot)
    page.choice.button(1).click()
    assert "without a reserve" not in page.ratings_card.hint.text()


def test_before_any_lift_is_shown_a_choice_changes_nothing(lifter, qtbot):
    page = SkillPage()
    qtbot.addWidget(page)
    page.choice.button(1).click()
    page.show_days(DaysShown(TODAY))
    page.skills.click()
    assert page.first_day() is None


def test_the_button_opens_the_list_of_all_movements(database, rated, qtbot):
    window = MainWindow(database, lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    window.start()
    window.show_tab(TabName.CHARTS)
    tab = window.findChild(ChartsTab)
    tab.show_page(PageName.SKILL)
    tab.page.skills.click()
    dialog = window.findChild(SkillDialog)
    assert dialog is not None
    dialog.close()
    window.close()


def test_both_themes_draw_ratings_and_signs(rated, qtbot):
    _, page = open_page(rated, qtbot)
    page.grab()
    theme.apply(QApplication.instance(), theme.DARK)
    QApplication.processEvents()
    page.grab()
    theme.apply(QApplication.instance(), theme.LIGHT)
    image = QImage(40, 20, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    blank = image.copy()
    painter = QPainter(image)
    skill_bars.legend(page._chart.rated.by_number, (1, 0))[-1][0](painter, QRectF(0, 0, 18, 18))
    painter.end()
    assert image != blank


def test_the_numbers_behind_the_page(rated, qtbot, golden):
    _, page = open_page(rated, qtbot)
    golden("skill", page)


def test_the_numbers_behind_the_page_of_the_sample_lifter(database, qtbot, golden):
    lifter = demo.add_sample_lifter(TODAY)
    _, page = open_page(lifter, qtbot, "Back squat")
    golden("skill-sample", page)


def test_the_numbers_behind_the_page_of_a_few_sessions(lifter, snatched, qtbot, golden):
    for day in (5, 3, 1):
        snatched(day, SOUND, None)
    _, page = open_page(lifter, qtbot)
    golden("skill-short", page)
