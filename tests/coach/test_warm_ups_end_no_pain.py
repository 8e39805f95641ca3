"""After strong pain a warm-up alone is not having done the lift again, in any room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.coach import logging, next_set, planning, printing, suggesting, wording
from planner.coach.charts.no_load_ahead import no_load_ahead
from planner.engine.terms import SetKind
from tests.coach.hurt_squats import DAY, SQUAT, hurt_at_90, plan_load, train, train_sets, work

WARM_UP = replace(work(20.0), kind=SetKind.WARMUP)


@pytest.fixture
def hurt(lifter, today) -> int:
    """Squat up to 90 kg, which hurt by 8 of 10 nine days ago."""
    hurt_at_90(lifter, today)
    return lifter


def rules(lifter: int, today: date) -> list[str]:
    return [made.rule for made in suggesting.all_suggestions(lifter, today)]


def told(lifter: int, today: date) -> str:
    made, *_ = suggesting.all_suggestions(lifter, today)
    return wording.render(made.reason)


@pytest.mark.parametrize("days", [(2,), (6, 4, 2)])
def test_it_ends_neither_the_stop_nor_the_word_of_a_doctor(hurt, today, days) -> None:
    before = told(hurt, today)
    for ago in days:
        train_sets(hurt, today - ago * DAY, WARM_UP)
    plan_load(hurt, today, 90.0)
    assert "doctor" in before
    assert told(hurt, today) == before


def test_plan_log_sheet_and_charts_say_the_same(hurt, today) -> None:
    train_sets(hurt, today - 2 * DAY, WARM_UP)
    plan_load(hurt, today, 90.0)
    first = f"pain 8 out of 10 on {wording.short_date(today - 9 * DAY)}: to be looked at first"
    assert list(planning.view(hurt, today, today).hurt.values()) == [first]
    (sheet,) = printing.week_sheet(hurt, today, today).sessions
    assert [(line.load, line.note) for line in sheet.lines] == [("–", f"P{first[1:]}.")]
    ((key, _),) = logging.planned_today(hurt, today)
    (card,) = logging.session_view(hurt, logging.start_planned(hurt, key, today), today).cards
    assert card.hurt == first
    line = next_set.next_line(next_set.grounds(hurt, card), card, card.rows[0])
    assert wording.render(line.news) == told(hurt, today)
    assert wording.render(no_load_ahead(hurt, SQUAT, today).why) == told(hurt, today)


def test_todays_warm_up_changes_nothing_of_what_the_log_says(hurt, today) -> None:
    plan_load(hurt, today, 90.0)
    ((key, _),) = logging.planned_today(hurt, today)
    session = logging.start_planned(hurt, key, today)
    (before,) = logging.session_view(hurt, session, today).cards
    logging.log_sets(before.logged_exercise_id, [WARM_UP])
    (after,) = logging.session_view(hurt, session, today).cards
    assert before.hurt
    assert after.hurt == before.hurt


def test_work_done_since_ends_it(hurt, today) -> None:
    train_sets(hurt, today - 4 * DAY, WARM_UP, work(40.0))
    train_sets(hurt, today - 2 * DAY, WARM_UP)
    assert "hold.pain_stop" not in rules(hurt, today)


def test_a_warm_up_that_hurts_badly_again_is_the_second_time(hurt, today) -> None:
    train_sets(hurt, today - 2 * DAY, replace(WARM_UP, pain=6))
    assert rules(hurt, today) == ["hold.refer"]


def test_mild_pain_in_a_warm_up_alone_is_not_forgotten(lifter, today) -> None:
    for ago in (20, 16, 12, 8):
        train(lifter, today - ago * DAY, 60.0)
    train_sets(lifter, today - 2 * DAY, replace(WARM_UP, pain=4))
    assert rules(lifter, today) == ["hold.pain"]


def test_nor_does_a_warm_up_end_mild_pain(lifter, today) -> None:
    for ago in (20, 16, 12):
        train(lifter, today - ago * DAY, 60.0)
    train(lifter, today - 8 * DAY, 60.0, pain=4)
    for ago in (4, 2):
        train_sets(lifter, today - ago * DAY, WARM_UP)
    assert rules(lifter, today) == ["hold.pain"]
