"""Where two blocks have the same day, only what is shown then is judged, advised and changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

import pytest

from planner.coach import block_calendar, block_weeks, deciding, planning, programs, rest_days
from planner.coach.adherence import Kept
from planner.coach.block_calendar import State
from planner.coach.refused import Refused
from planner.engine.terms import (
    Change,
    Confidence,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Suggestion,
    SuggestionKind,
    phrase,
)
from planner.storage import plan
from tests.content import content

DAY = timedelta(days=1)
SETS = (PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0),) * 4
OLD_ONLY = "bench-press"


class Two(NamedTuple):
    lifter: int
    old: int
    new: int

    def loads(self, block: int, week: int) -> list[float | None]:
        """Return the first load of each session."""
        made = plan.mesocycle(block).weeks[week].sessions
        return [session.exercises[0].sets[0].load_kg for session in made]


def _add(lifter: int, name: str, starts_on: date, weeks: int, *slugs: str) -> int:
    lines = tuple(PlannedExercise(slug, SETS) for slug in slugs)
    sessions = tuple(PlannedSession(f"{name} {day}", day, lines) for day in (0, 1, 3))
    made = tuple(Microcycle(n + 1, starts_on + 7 * n * DAY, sessions) for n in range(weeks))
    return plan.add_mesocycle(lifter, Mesocycle(name, starts_on, made))


@pytest.fixture
def two(squatter: int, today: date) -> Two:
    """Plan three weeks from today, and a block that starts five days on, for a week."""
    old = _add(squatter, "Old", today, 3, "back-squat", OLD_ONLY)
    return Two(squatter, old, _add(squatter, "New", today + 5 * DAY, 1, "back-squat"))


def _advice(kind: SuggestionKind, slug: str = "", change: Change | None = None) -> Suggestion:
    made = Suggestion(
        kind, slug, "lifter.deload", phrase("Ease"), phrase("why"), phrase(""), Confidence.LIKELY,
        (("lifts", 2),),
    )  # fmt: skip
    return replace(made, change=change)


def test_a_week_says_which_block_has_its_days(two: Two, today: date) -> None:
    first, second, third = (week.id for week in plan.mesocycle(two.old).weeks)
    shown = [planning.view(two.lifter, today, today, week) for week in (first, second, third)]
    assert [made.taken_by for made in shown if made is not None] == ["", "New", ""]


def test_a_lighter_return_goes_into_the_session_that_is_shown(two: Two, today: date) -> None:
    advice = _advice(SuggestionKind.RETURN_RAMP, "back-squat", Change(load_kg=90.0))
    deciding.accept(two.lifter, advice, today + 5 * DAY)
    assert two.loads(two.new, 0) == [90.0, 100.0, 100.0]
    assert two.loads(two.old, 0) == two.loads(two.old, 1) == [100.0] * 3


def test_the_lighter_week_is_the_next_one_shown(two: Two, today: date) -> None:
    deciding.accept(two.lifter, _advice(SuggestionKind.DELOAD), today + DAY)
    assert plan.mesocycle(two.new).weeks[0].deload
    assert [week.deload for week in plan.mesocycle(two.old).weeks] == [False] * 3


def test_of_a_week_that_another_block_cuts_only_what_is_shown_gets_lighter(
    two: Two, today: date
) -> None:
    plan.trash_mesocycle(two.new)
    _add(two.lifter, "Cut", today + 2 * DAY, 1, "back-squat")
    assert deciding.accept(two.lifter, _advice(SuggestionKind.DELOAD), today) == 2
    made = plan.mesocycle(two.old).weeks[0].sessions
    assert [len(session.exercises[0].sets) for session in made] == [2, 2, 4]


def test_a_day_of_rest_pushes_nothing_under_another_block(two: Two, today: date) -> None:
    _add(two.lifter, "Next", today + 2 * DAY, 1, "back-squat")
    assert deciding.accept(two.lifter, _advice(SuggestionKind.REST_DAY), today) == 0


def test_what_a_later_block_has_the_day_of_is_not_due(two: Two, today: date) -> None:
    view = planning.view(two.lifter, today, today + 30 * DAY)
    assert view is not None
    assert [week.kept for week in view.weeks] == [
        Kept(0, 3, 0, 24), Kept(0, 0, 0, 0), Kept(0, 3, 0, 24),
    ]  # fmt: skip


def test_the_calendar_tells_which_sessions_another_block_hides(two: Two, today: date) -> None:
    view = planning.view(two.lifter, today, today + 9 * DAY)
    assert view is not None
    weeks = block_calendar.calendar(two.lifter, view, today + 9 * DAY)
    told = [[state for day in week.days for _, state in day.sessions] for week in weeks]
    assert told == [[State.MISSED] * 3, [State.HIDDEN] * 3, [State.AHEAD] * 3]


def test_a_program_beside_a_plan_joins_what_is_shown(two: Two, today: date) -> None:
    beside = next(each for each in programs.programs() if each.beside)
    before = plan.mesocycle(two.old).weeks
    planning.start_program(two.lifter, beside.slug, today, today)
    after = plan.mesocycle(two.old).weeks
    grown = [
        len(made.exercises) > len(was.exercises)
        for week, old in zip(after, before, strict=True)
        for made, was in zip(week.sessions, old.sessions, strict=True)
    ]
    assert grown[:6] == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    "edit",
    [
        block_weeks.insert_week,
        block_weeks.duplicate_week,
        lambda week: block_weeks.copy_week(week, 2),
        lambda week: rest_days.insert(week, 0),
    ],
)
def test_no_week_or_session_is_pushed_under_the_next_block(
    edit: Callable[[int], object], squatter: int, today: date
) -> None:
    week = PlannedSession("Last", 6, (PlannedExercise("back-squat", SETS),))
    made = Mesocycle("Short", today, (Microcycle(1, today, (week,)),))
    (short,) = plan.mesocycle(plan.add_mesocycle(squatter, made)).weeks
    _add(squatter, "Strength", today + 7 * DAY, 1, "back-squat")
    before = content()
    with pytest.raises(Refused, match="“Strength”, which has the days from 12 Nov on"):
        edit(short.id or 0)
    assert content() == before


def test_what_was_hidden_before_may_still_be_changed(two: Two, today: date) -> None:
    week = plan.mesocycle(two.old).weeks[1].id or 0
    assert block_weeks.insert_week(week)
    assert [made.number for made in plan.mesocycle(two.old).weeks] == [1, 2, 3, 4]
