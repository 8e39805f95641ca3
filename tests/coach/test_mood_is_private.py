"""Mood is the lifter's own: off by default, never scored, not seen, printed or handed on."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from planner.coach import check_ins, exporting, logging, mood, printing, sheet_grid, switches
from planner.coach.switches import Switch
from planner.engine import phase
from planner.engine.rest_day import feel
from planner.engine.terms import (
    CheckIn,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
)
from planner.storage import clients, plan

DAY = timedelta(days=1)
ANSWERS = st.none() | st.integers(1, 5)


def felt(lifter: int, on: date, answer: int) -> None:
    logging.save_check_in(lifter, CheckIn(on, sleep=3, mood=answer))


@pytest.fixture
def asked(lifter: int) -> int:
    switches.set_on(lifter, Switch.MOOD, True)
    return lifter


def test_nobody_is_asked_who_did_not_want_it_and_who_answered_before_goes_on(
    lifter: int, today: date
) -> None:
    assert not mood.is_asked(lifter)
    clients.save_check_in(lifter, CheckIn(today, mood=4))
    assert mood.is_asked(lifter)
    switches.set_on(lifter, Switch.MOOD, False)
    assert not mood.is_asked(lifter)
    (kept,) = clients.check_ins(lifter, today, today)
    assert kept.mood == 4


@given(ANSWERS, ANSWERS, ANSWERS, ANSWERS, st.integers(1, 5))
def test_mood_is_in_no_score_and_not_among_the_answers_counted(
    sleep: int | None, soreness: int | None, energy: int | None, drive: int | None, low: int
) -> None:
    on = date(2026, 11, 5)
    without = CheckIn(on, sleep=sleep, soreness=soreness, energy=energy, motivation=drive)
    made = check_ins.with_answer(without, check_ins.MOOD, low)
    for score in (phase.hooper, feel, check_ins.given):
        assert score(made) == score(without)


def test_an_answer_is_shown_on_its_day_only(asked: int, today: date) -> None:
    assert mood.is_shown(asked, today, today)
    assert not mood.is_shown(asked, today - DAY, today)


def test_exports_have_no_mood_unless_that_is_ticked(
    asked: int, today: date, tmp_path: Path, export: Callable[..., object]
) -> None:
    felt(asked, today, 1)
    for ticked in (False, True):
        export(tmp_path / "one.json", asked, private=ticked)
        (one,) = json.loads((tmp_path / "one.json").read_text("utf-8"))["lifters"]
        assert (one["check_ins"][0].get("mood") == 1) is ticked
        export(tmp_path / "one.csv", asked)
        assert "mood" not in (tmp_path / "one.csv").read_text("utf-8").lower()


def test_sheets_ask_for_mood_only_when_that_is_ticked(asked: int, today: date) -> None:
    squat = PlannedExercise("back-squat", (PlannedSet(5, 5, 100.0),))
    week = Microcycle(1, today, (PlannedSession("A", 0, (squat,)),))
    block = plan.mesocycle(plan.add_mesocycle(asked, Mesocycle("Block", today, (week,))))
    felt(asked, today, 2)
    for ticked in (False, True):
        switches.set_on(asked, Switch.MOOD_PRINTED, ticked)
        assert ("Mood" in printing.week_sheet(asked, today, today).check_in) is ticked
        grid = sheet_grid.sheet_grid(asked, block.weeks[0].id or 0, today)
        assert ("check.mood" in grid.answers) is ticked


def test_two_low_answers_in_a_row_point_to_who_listens_once_in_two_weeks(
    asked: int, today: date
) -> None:
    felt(asked, today - DAY, 2)
    assert not mood.wants_word(asked, today - DAY)
    felt(asked, today, 1)
    assert mood.wants_word(asked, today)
    for later in range(1, 14):
        felt(asked, today + later * DAY, 1)
        assert not mood.wants_word(asked, today + later * DAY)
    felt(asked, today + 14 * DAY, 1)
    assert mood.wants_word(asked, today + 14 * DAY)


@pytest.mark.parametrize("answers", [(2, 3), (3, 2), (2,)])
def test_a_single_low_day_is_left_alone(asked: int, today: date, answers: tuple[int, ...]) -> None:
    for days, answer in enumerate(reversed(answers)):
        felt(asked, today - days * DAY, answer)
    assert not mood.wants_word(asked, today)


def test_the_word_goes_when_it_is_dismissed_or_the_answer_taken_back(
    asked: int, today: date
) -> None:
    felt(asked, today - DAY, 2)
    felt(asked, today, 2)
    felt(asked, today, 4)
    assert not mood.wants_word(asked, today)
    felt(asked, today, 2)
    mood.dismiss(asked, today)
    assert not mood.wants_word(asked, today)
    felt(asked, today + 5 * DAY, 1)
    assert not mood.wants_word(asked, today + 5 * DAY)


def test_that_a_word_was_said_does_not_leave_the_file(asked: int, today: date) -> None:
    felt(asked, today - DAY, 1)
    felt(asked, today, 1)
    assert not [key for key in exporting.document(None).settings if key.startswith("mood")]
