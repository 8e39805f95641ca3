"""Make today's session lighter: once, undoable, and never what is logged already."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    block_weeks,
    blocks,
    deciding,
    easing_today,
    logging,
    planning,
    suggesting,
    today as coach,
    week_edits,
)
from planner.coach.day_line import DayLine, day_line
from planner.coach.steps import do, revert
from planner.engine.terms import (
    Confidence,
    DayVerdict,
    LoggedSet,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import log, plan
from tests.content import content

DAY = timedelta(days=1)
WARM = PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=60, load=60)
LINE = (WARM, *((PlannedSet(5, 5, 2, load_kg=100, load=100),) * 3))
DELOAD = Suggestion(
    SuggestionKind.DELOAD, "", "lifter.deload", phrase("Ease off"), phrase("why"), phrase(""),
    Confidence.LIKELY, (("lifts", 2),),
)  # fmt: skip


@pytest.fixture
def planned(squatter: int, today: date) -> int:
    """Squats and bench presses today, squats again in three days."""
    blocks.new_mesocycle(squatter, "Block", today, weeks=1)
    (week,) = planning.view(squatter, today, today).weeks
    for day in (0, 3):
        session = week_edits.add_session(week.id, day, "Lower")
        for slug in ("back-squat", "bench-press"):
            week_edits.prescribe(week_edits.add_exercise(session, slug), LINE)
    return squatter


def sessions(lifter: int, on: date) -> tuple[PlannedSession, ...]:
    block = plan.mesocycle_on(lifter, on)
    assert block is not None
    return block.weeks[0].sessions


def work(planned: PlannedExercise) -> list[tuple[float | None, float | None]]:
    return [(e.load_kg, e.rir) for e in planned.sets if e.kind is not SetKind.WARMUP]


def line(lifter: int, on: date) -> DayLine:
    made = day_line(lifter, on, suggesting.advised(lifter, on))
    assert made is not None
    return made


def test_a_third_of_the_sets_goes_with_two_more_in_reserve_and_undo_brings_all_back(
    planned: int, today: date
) -> None:
    before = content()
    fewer, step = do(lambda: easing_today.ease_session(planned, today))
    assert fewer == 2
    first, later = sessions(planned, today)
    for each in first.exercises:
        assert each.sets[0].load_kg == 60
        assert work(each) == [(92.5, 4)] * 2
    assert first.note == easing_today.NOTE
    assert [work(each) for each in later.exercises] == [[(100, 2)] * 3] * 2
    revert(step)
    assert content() == before


def test_nothing_is_eased_twice_neither_by_itself_nor_by_a_lighter_week(
    planned: int, today: date
) -> None:
    plan.update_planned_session(replace(sessions(planned, today)[0], note="Bring the belt"))
    easing_today.ease_session(planned, today)
    first = sessions(planned, today)[0]
    assert first.note == f"Bring the belt; {easing_today.NOTE}"
    assert easing_today.eased(planned, today) == []
    assert easing_today.ease_session(planned, today) == 0
    deciding.accept(planned, DELOAD, today)
    again, later = sessions(planned, today)
    assert [work(each) for each in again.exercises] == [work(each) for each in first.exercises]
    assert [work(each) for each in later.exercises] == [[(92.5, 4)] * 2] * 2


def test_a_week_that_is_light_is_not_eased(planned: int, today: date) -> None:
    deciding.accept(planned, DELOAD, today)
    assert easing_today.eased(planned, today) == []


def test_what_has_a_set_logged_stays_and_so_does_a_session_that_is_done(
    planned: int, today: date
) -> None:
    first = sessions(planned, today)[0]
    session = logging.start_planned(planned, first.id or 0, today)
    slot = log.session(session).exercises[0].id
    log.add_set(slot or 0, LoggedSet(100.0, 5, load=100.0))
    assert easing_today.ease_session(planned, today) == 1
    squat, bench = sessions(planned, today)[0].exercises
    assert (len(work(squat)), len(work(bench))) == (3, 2)
    logging.finish(session)
    assert easing_today.eased(planned, today) == []


def test_the_line_offers_it_on_a_day_to_ease_and_then_says_that_it_is_done(
    planned: int, today: date
) -> None:
    coach.choose(planned, today, DayVerdict.EASE)
    assert line(planned, today).eases
    easing_today.ease_session(planned, today)
    made = line(planned, today)
    assert (made.eases, made.eased) == (False, True)
    coach.choose(planned, today, DayVerdict.HOLD)
    assert not line(planned, today).eased


def test_after_time_off_each_lift_is_made_lighter_on_its_own(planned: int, today: date) -> None:
    later = today + timedelta(days=60)
    blocks.new_mesocycle(planned, "Back", later, weeks=1)
    (week,) = planning.view(planned, later, later).weeks
    added = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Lower"), "back-squat")
    week_edits.prescribe(added, LINE)
    made = line(planned, later)
    assert made.verdict is DayVerdict.EASE
    assert not made.eases


def test_a_copy_of_an_eased_session_does_not_say_that_it_was_eased(
    planned: int, today: date
) -> None:
    plan.update_planned_session(replace(sessions(planned, today)[0], note="Bring the belt"))
    easing_today.ease_session(planned, today)
    week_id = planning.view(planned, today, today).week.id or 0
    copy = block_weeks.copy_week(week_id)
    assert [made.note for made in plan.week(copy).sessions] == ["Bring the belt", ""]
    twice = week_edits.duplicate_session(sessions(planned, today)[0].id or 0, 1)
    assert plan.planned_session(twice).note == "Bring the belt"
    assert easing_today.is_eased(sessions(planned, today)[0])
