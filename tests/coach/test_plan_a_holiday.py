"""The least that keeps what is there, for the days of a holiday, in the block's place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    blocks,
    holiday,
    library,
    planning,
    scope,
    suiting,
    week_edits,
)
from planner.coach.absences import Reason
from planner.coach.holiday import Holiday, Kit
from planner.coach.steps import do, revert
from planner.engine.terms import Absence, Limit, LoggedSet, PlannedSet, Profession, Restriction
from planner.storage import plan_lists

ENTRY = LoggedSet(60.0, 8, rir=2.0, load=60.0)


@pytest.fixture
def away(lifter: int, today: date, train) -> Holiday:
    """Train three patterns for weeks, plan six weeks, and leave for ten days of the second."""
    for ago in range(30, 0, -3):
        for slug in ("back-squat", "bench-press", "romanian-deadlift"):
            train(lifter, slug, today - timedelta(days=ago), ENTRY, ENTRY, ENTRY)
    blocks.new_mesocycle(lifter, "Strength", today, weeks=6)
    for week in planning.view(lifter, today, today).weeks:
        for day in (0, 3):
            line = week_edits.add_exercise(week_edits.add_session(week.id, day, "A"), "back-squat")
            week_edits.prescribe(line, [PlannedSet(5, 5, load_kg=60, load=60)])
    since = today + timedelta(days=7)
    return Holiday(since, since + timedelta(days=9), 2, Kit.NOTHING)


def days_planned(lifter: int, today: date) -> list[tuple[int, str]]:
    until = today + timedelta(weeks=6)
    found = plan_lists.unlogged(lifter, today, until)
    return [((made.on - today).days, made.name) for made in found]


def test_each_own_pattern_gets_two_hard_sets_a_week_with_what_there_is(lifter, today, away):
    block = holiday.planned(lifter, away, today)
    week = [made for session in block.weeks[0].sessions for made in session.exercises]
    exercises = [library.exercise(made.exercise) for made in week]
    assert {made.pattern.value for made in exercises} == {"squat", "horizontal_push", "hinge"}
    assert all(made.equipment in suiting.PLAIN for made in exercises)
    assert [len(made.sets) for made in week] == [2, 2, 2]
    assert all(entry.rir == 1 for made in week for entry in made.sets)


def test_who_pulls_up_at_home_rows_under_a_table_where_there_is_no_bar(lifter, today, away, train):
    for slug in ("pull-up", "back-extension"):
        train(lifter, slug, today - timedelta(days=1), LoggedSet(None, 8, rir=1.0))
    for kit in (Kit.SMALL, Kit.NOTHING):
        block = holiday.planned(lifter, replace(away, kit=kit), today)
        week = [made for session in block.weeks[0].sessions for made in session.exercises]
        exercises = [library.exercise(made.exercise) for made in week]
        assert not suiting.FIXED & {made.slug for made in exercises}
        assert "other" not in {made.equipment for made in exercises}
    assert "inverted-row" in {made.exercise for made in week}


def test_in_a_gym_the_own_lifts_stay_with_loads(lifter, today, away):
    block = holiday.planned(lifter, Holiday(away.since, away.until, 1, Kit.GYM), today)
    (session,) = block.weeks[0].sessions
    assert {made.exercise for made in session.exercises} == {
        "back-squat", "bench-press", "romanian-deadlift",
    }  # fmt: skip
    assert all(entry.load_kg for made in session.exercises for entry in made.sets)


def test_what_somebody_was_limited_to_is_left_out(lifter, today, away):
    scope.keep(lifter, Restriction(today, None, "Dr Ruiz", Profession.PHYSICIAN, limit=Limit.KNEE))
    for kit in Kit:
        block = holiday.planned(lifter, replace(away, kit=kit), today)
        slugs = {made.exercise for session in block.weeks[0].sessions for made in session.exercises}
        assert slugs
        limits = [scope.restricted(lifter, away.since, library.exercise(slug)) for slug in slugs]
        assert not any(limits)


def test_the_block_goes_on_after_the_holiday_and_undo_restores_all(lifter, today, away):
    before = days_planned(lifter, today)
    _, step = do(lambda: holiday.make(lifter, away, today))
    during = [name for day, name in days_planned(lifter, today) if 7 <= day <= 16]
    assert during == ["Holiday A", "Holiday B", "Holiday"]
    others = [made for made in days_planned(lifter, today) if not 7 <= made[0] <= 16]
    assert others == [made for made in before if not 7 <= made[0] <= 16]
    assert holiday.goes_on(lifter, away) == "Strength"
    (kept,) = absences.absences(lifter)
    assert (kept.since, kept.until, kept.reason) == (away.since, away.until, Reason.HOLIDAY)
    revert(step)
    assert days_planned(lifter, today) == before
    assert absences.absences(lifter) == []


def test_days_away_that_are_known_are_not_written_twice(lifter, today, away):
    holiday.make(lifter, away, today)
    holiday.make(lifter, away, today)
    assert len(absences.absences(lifter)) == 1


@pytest.mark.parametrize(
    ("known", "added"),
    [
        ([(3, 3)], [(0, 2), (4, 9)]),
        ([(-2, 1), (5, 6)], [(2, 4), (7, 9)]),
        ([(4, None)], [(0, 3)]),
        ([(2, 6), (4, 5)], [(0, 1), (7, 9)]),
        ([(-1, 20)], []),
    ],
)
def test_the_days_that_are_not_known_yet_become_days_away(lifter, today, away, known, added):
    def days(first: int, last: int | None) -> tuple[date, date | None]:
        until = None if last is None else away.since + timedelta(days=last)
        return away.since + timedelta(days=first), until

    for each in known:
        absences.add(lifter, Absence(*days(*each), Reason.BUSY))
    _, step = do(lambda: holiday.make(lifter, away, today))
    found = [made for made in absences.absences(lifter) if made.reason == Reason.HOLIDAY]
    assert [(made.since, made.until) for made in found] == [days(*each) for each in added]
    revert(step)
    assert len(absences.absences(lifter)) == len(known)


def test_a_weekend_away_has_one_session(lifter, today, away):
    short = Holiday(away.since, away.since, 2, Kit.SMALL)
    block = holiday.planned(lifter, short, today)
    assert [len(week.sessions) for week in block.weeks] == [1]
