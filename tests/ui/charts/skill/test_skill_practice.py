"""The page of a lift's skill: its practice, and what time off left of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.coach import practising, switches
from planner.coach.switches import Switch
from planner.engine.terms import LoggedExercise, LoggedSet, Session, Technique
from planner.storage import log
from planner.ui.charts import skill_practice_words
from planner.ui.charts.scene import DaysShown
from tests.ui.charts.conftest import TODAY
from tests.ui.charts.skill.desk import cells, open_page

SOUND, MINOR, BROKE = Technique


def test_practice_climbs_in_steps_to_what_was_asked_for(rated, qtbot):
    _, page = open_page(rated, qtbot)
    assert page.practice_card.title == "Snatch – practice before load, sessions"
    names = page._legends[page.practice_card].accessibleName()
    assert names.startswith("Legend: sessions done, asked for")
    rows = cells(page.practice_card)
    assert [row[1] for row in rows[::-1]][:3] == ["0", "0", "0"]
    assert any(row[6].startswith("back after 19 weeks: about") for row in rows)


def test_a_step_opens_its_session(lifter, snatched, qtbot):
    ids = [snatched(day, SOUND) for day in (9, 7, 5)]
    desk, page = open_page(lifter, qtbot)
    page.practice.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.practice, Qt.Key.Key_Left)
    page.practice.picked.emit(0)
    page.practice.picked.emit(len(page.practice._xs) - 1)
    assert set(desk.opened) <= set(ids)
    assert desk.opened


def test_a_session_of_practice_says_where_it_stands(lifter, snatched, qtbot):
    snatched(9, SOUND)
    snatched(7, MINOR)
    _, page = open_page(lifter, qtbot)
    page.practice.go_to(0)
    drawn = page._drawn[page.practice]
    told = drawn[0].points[-1].said
    assert list(told) == [
        "29 Oct", "2 of 11 sessions of practice", "1 of 6 rated sound throughout",
        "2 repetitions", "minor",
    ]  # fmt: skip
    said = page.practice_card.hint.text()
    assert said.startswith("2 of 11 sessions of practice done; 6 rated sound are enough.")
    assert "of these sound" in page._legends[page.practice_card].accessibleName()


def test_the_end_of_a_practice_says_what_ended_it(lifter, snatched, qtbot):
    for day in range(30, 12, -2):
        snatched(day, SOUND)
    desk, page = open_page(lifter, qtbot)
    assert (
        "Practised: 6 sessions, 6 of them rated sound throughout." in page.practice_card.hint.text()
    )
    practising.check(lifter, "snatch", TODAY - timedelta(days=25))
    desk.refresh()
    assert "somebody saw sound technique" in page.practice_card.hint.text()
    assert cells(page.practice_card)[0][6] == "practised: somebody saw sound technique"


def test_a_lift_seen_to_be_sound_before_its_first_session_has_one_row(lifter, snatched, qtbot):
    practising.check(lifter, "snatch", TODAY - timedelta(days=20))
    snatched(4, None)
    _, page = open_page(lifter, qtbot)
    assert [row[1] for row in cells(page.practice_card)] == ["1"]


def test_time_off_shows_what_is_kept_of_a_skill(rated, qtbot):
    _, page = open_page(rated, qtbot)
    card = page.kept_card
    assert card is not None
    assert card.isVisible()
    ((before, back, days, kept, asked),) = cells(card)
    assert (before, back, days) == ("17 May", "26 Sept", "132")
    assert 70 < int(kept) < 95
    told = page._drawn[card.plot][0].points[1].said
    assert told[1].startswith(f"about {kept} % of the skill kept after 19 weeks")
    page.kept_card.plot.picked.emit(1)
    assert told[2] == ("practised again: " + ("1 session" if asked == "1" else f"{asked} sessions"))


def test_a_break_that_goes_on_falls_up_to_today(lifter, snatched, qtbot):
    for day in range(200, 100, -2):
        snatched(day, SOUND)
    _, page = open_page(lifter, qtbot)
    points = page._drawn[page.kept_card.plot][0].points
    assert points[-1].on == TODAY
    assert "kept so far" in points[-1].said[1]
    assert page.practice_card.hint.text().startswith("About ")


def test_a_lift_without_a_break_has_no_card_of_it(rated, did, qtbot):
    did(TODAY - timedelta(days=3), "leg-press", 100.0)
    desk, page = open_page(rated, qtbot, "Snatch")
    assert page.kept_card.isVisible()
    desk.choose("Leg press")
    assert not page.kept_card.isVisible()


def test_a_simple_lift_is_told_kindly_that_no_practice_is_counted(lifter, did, qtbot):
    did(TODAY - timedelta(days=3), "leg-press", 100.0)
    _, page = open_page(lifter, qtbot)
    words = "Leg press is learned on the way: no practice is counted before its load may rise."
    assert page.practice_card.hint.text() == words
    assert not page.practice.isVisible()


def test_what_is_switched_off_or_known_from_the_start_says_so(lifter, did, qtbot):
    did(TODAY - timedelta(days=3), "back-squat", 100.0)
    desk, page = open_page(lifter, qtbot)
    assert page.practice_card.hint.text().startswith("Taken for known from the first session on")
    switches.set_on(lifter, Switch.PRACTICE, False)
    desk.refresh()
    assert page.practice_card.hint.text().startswith("Practice before load is switched off")


@pytest.mark.parametrize(
    ("needed", "gate", "said"),
    [
        (1, 1, "One session of practice is asked for."),
        (2, 1, "0 of 2 sessions of practice done; one rated sound is enough."),
        (4, 2, "0 of 4 sessions of practice done; 2 rated sound are enough."),
    ],
)
def test_what_is_left_of_practice_is_said_in_whole_words(rated, qtbot, needed, gate, said):
    _, page = open_page(rated, qtbot)
    made = page._chart.practice
    at = made.standing._replace(needed=needed, gate=gate, done=0, left=needed, away_days=0)
    chart = replace(page._chart, practice=replace(made, standing=at))
    assert skill_practice_words.practice(chart).startswith(said)


def test_words_for_what_is_rare(rated, qtbot):
    _, page = open_page(rated, qtbot)
    chart = page._chart
    none_yet = replace(chart, practice=None)
    assert (
        skill_practice_words.practice(none_yet) == "Practice is counted from the first session on."
    )
    left = replace(chart.practice.practices[-1], reached_on=None, needed=1)
    over = replace(chart.practice, practices=(left,))
    over = replace(over, standing=over.standing._replace(left=0))
    said = skill_practice_words.practice(replace(chart, practice=over))
    assert said.startswith("Nothing is left to practise.")
    nothing = replace(left, needed=0)
    assert skill_practice_words.kept(nothing, TODAY)[-1] == "nothing to practise again"


def test_days_without_any_practice_show_the_whole_history(lifter, snatched, qtbot):
    for day in range(400, 300, -2):
        snatched(day, SOUND)
    _, page = open_page(lifter, qtbot)
    page.show_days(DaysShown(TODAY, TODAY - timedelta(weeks=6)))
    low, _ = page.practice.days_shown()
    assert date.fromordinal(round(low)) < TODAY - timedelta(days=399)


def test_a_break_that_cost_nothing_is_a_row_without_sessions(lifter, did, qtbot):
    for day in (60, 58, 3):
        did(TODAY - timedelta(days=day), "back-squat", 100.0)
    _, page = open_page(lifter, qtbot)
    ((back, done, *_, note),) = cells(page.practice_card)
    assert (back, done) == ("2 Nov", "–")
    assert note.startswith("back after 55 days: about ")


def test_a_lift_with_relatives_counts_their_repetitions(rated, lifter, qtbot):
    entry = LoggedSet(40.0, 2, load=40.0)
    slot = LoggedExercise("power-snatch", (entry,))
    log.add_session(lifter, Session(TODAY, (slot,), finished=True))
    _, page = open_page(rated, qtbot, "Power snatch")
    assert "of lifts like it." in page.practice_card.hint.text()
