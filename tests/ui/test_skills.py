"""The dialogs on skills: one lifter's, and those of all side by side."""

from datetime import timedelta

import pytest

from planner.coach.skills import SkillState
from planner.engine.terms import LoggedSet, Technique
from planner.ui import skill_stories, skill_words


@pytest.fixture
def snatching(lifter, window, did, today):
    """The lifter in the window has snatched once."""
    look = Technique.SOUND
    did(today - timedelta(days=1), "snatch", LoggedSet(20, 3, load=20, technique=look))
    return lifter


def texts(dialog):
    table = dialog.model
    return [
        [table.index(row, column).data() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_a_lifters_skills_are_listed_and_a_check_ends_practice(window, snatching, qtbot):
    window.refresh()
    dialog = skill_stories.show(window)
    qtbot.waitUntil(dialog.progress.isHidden)
    (line,) = [each for each in texts(dialog) if each[0] == "Snatch"]
    assert line[1:4] == ["practising · 1 of 11", "3", "1"]
    assert ", up to 20 kg." in dialog.detail.text()
    dialog.seen.click()
    qtbot.waitUntil(lambda: dialog.marked().state is SkillState.SKILLED)
    window.undo_stories.undo()
    qtbot.waitUntil(lambda: dialog.marked().state is SkillState.PRACTISING)
    dialog.open_only.setChecked(True)
    assert [each[0] for each in texts(dialog)] == ["Snatch"]
    dialog.close()


def test_the_matrix_shows_everybody_and_opens_a_lifter(window, snatching, qtbot):
    dialog = skill_stories.show_all(window)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 1)
    assert dialog.progress.isHidden()
    assert "practising · 1 of 11" in texts(dialog)[0]
    dialog.by.setCurrentIndex(1)
    assert dialog.model.titles() == ["Lifter", "Snatch"]
    opened = []
    dialog.opened.connect(opened.append)
    dialog.accept()
    assert opened == [snatching]


def test_every_state_has_a_mark_and_a_word_of_its_own(qapp):
    cells = [place * 1_000_000 for place in range(len(SkillState))]
    words = {skill_words.said(each).split(" · ")[0] for each in cells}
    marks = {skill_words.mark(each).cacheKey() for each in cells}
    assert len(marks) == len(words) == len(SkillState)
