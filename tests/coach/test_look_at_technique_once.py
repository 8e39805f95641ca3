"""Back after three weeks or more: a technical or faded lift is looked at once, in its first set."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.coach import (
    blocks,
    logging,
    next_set,
    planning,
    practising,
    readings,
    suggesting,
    switches,
    week_edits,
)
from planner.coach.switches import Switch
from planner.coach.wording import render
from planner.engine.terms import LoggedSet, PlannedSet, Technique

CLEAN = "power-clean"
ENTRY = LoggedSet(60.0, 3, rir=2.0, load=60.0)
ASKED = "First time in 28 days: how did it look? Alt+1 sound, 2 minor, 3 broke down."


@pytest.fixture
def away(lifter: int, today: date, train) -> int:
    """Clean and squat for twelve weeks, then do nothing for four."""
    for ago in range(28, 28 + 84, 7):
        for slug in (CLEAN, "back-squat"):
            train(lifter, slug, today - timedelta(days=ago), ENTRY, ENTRY)
    return lifter


def news(lifter: int, today: date, slug: str, *sets: LoggedSet, session: int = 0) -> str:
    session = session or logging.start_free(lifter, today)
    slot = logging.add_exercise(session, slug)
    if sets:
        logging.log_sets(slot, list(sets))
    return said(lifter, today, session)


def said(lifter: int, today: date, session: int) -> str:
    card = logging.session_view(lifter, session, today).cards[-1]
    made = next_set.next_line(next_set.grounds(lifter, card), card).news
    return render(made) if made is not None else ""


def test_a_technical_lift_is_asked_about_after_its_first_work_set_alone(away, today):
    session = logging.start_free(away, today)
    assert news(away, today, CLEAN, session=session) == ""
    slot = logging.session_view(away, session, today).cards[0].logged_exercise_id
    logging.log_sets(slot, [ENTRY])
    assert said(away, today, session) == ASKED
    logging.log_sets(slot, [ENTRY])
    assert said(away, today, session) == ""


def test_the_answer_ends_the_question(away, today):
    session = logging.start_free(away, today)
    assert news(away, today, CLEAN, ENTRY, session=session) == ASKED
    (row, *_) = logging.session_view(away, session, today).cards[0].rows
    logging.rate(row.logged.id, Technique.SOUND)
    assert said(away, today, session) == ""


def test_a_lift_that_is_neither_technical_nor_faded_is_not_asked_about(away, today):
    assert news(away, today, "back-squat", ENTRY) == ""


def test_a_skill_that_has_faded_is_asked_about_and_a_sound_answer_ends_its_practice(
    lifter, today, train
):
    for ago in range(400, 430, 3):
        train(lifter, "back-squat", today - timedelta(days=ago), ENTRY, ENTRY)
    assert practice_left(lifter, "back-squat", today) > 0
    sound = LoggedSet(60.0, 3, rir=2.0, load=60.0, technique=Technique.SOUND)
    assert news(lifter, today, "back-squat", ENTRY).startswith("First time in ")
    train(lifter, "back-squat", today, sound)
    assert practice_left(lifter, "back-squat", today + timedelta(days=3)) == 0


def test_without_practice_before_load_nothing_is_asked(away, today):
    switches.set_on(away, Switch.PRACTICE, shown=False)
    assert news(away, today, CLEAN, ENTRY) == ""


def test_a_breakdown_keeps_the_next_session_from_rising(away, today, train):
    broken = LoggedSet(55.0, 3, rir=3.0, load=55.0, technique=Technique.BREAKDOWN)
    train(away, CLEAN, today, broken, broken)
    then = today + timedelta(days=3)
    blocks.new_mesocycle(away, "Again", then, weeks=1)
    (week,) = planning.view(away, then, then).weeks
    line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "A"), CLEAN)
    week_edits.prescribe(line, [PlannedSet(3, 3, 2, load_kg=57.5, load=57.5)] * 2)
    (made,) = [each for each in suggesting.suggestions(away, then) if each.exercise == CLEAN]
    assert (made.rule, made.change.load_kg) == ("hold.technique", 55.0)


def practice_left(lifter: int, slug: str, on: date) -> int:
    replays = readings.replays(lifter, on)
    state = replays[slug].state_before(on)
    return practising.standing(lifter, state, on, replays).left
