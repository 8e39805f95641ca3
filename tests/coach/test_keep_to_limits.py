"""Limits of a lifter, by whom and until when: shown where they matter, and never suggested over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    exercise_choices,
    filling,
    library,
    logging,
    next_set,
    planning,
    printing,
    scope,
    suggesting,
    suiting,
)
from planner.coach.entry import SetRow
from planner.coach.entry_doubt import asked
from planner.coach.quiet import quiet
from planner.engine.terms import (
    Limit,
    LoggedSet,
    Mesocycle,
    Microcycle,
    Pattern,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Profession,
    Restriction,
    Suggestion,
)
from planner.storage import clients, log, plan

WEEK = timedelta(days=7)
SQUAT, BENCH = "back-squat", "bench-press"


@pytest.fixture
def knee(today: date) -> Restriction:
    return Restriction(
        today - WEEK,
        date(2027, 3, 3),
        "Dr Ruiz",
        Profession.PHYSICIAN,
        limit=Limit.KNEE,
        words="No deep knee bend",
    )


@pytest.fixture
def cap(today: date) -> Restriction:
    return Restriction(today, None, "Sam", exercise=SQUAT, most_kg=60.0)


def planned(lifter: int, today: date) -> Microcycle:
    """Plan squats without a load and a bench press for today."""
    lifts = (
        PlannedExercise(SQUAT, (PlannedSet(5, 5),)),
        PlannedExercise(BENCH, (PlannedSet(5, 5),)),
    )
    week = Microcycle(1, today, (PlannedSession("A", 0, lifts),))
    return plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", today, (week,)))).weeks[0]


def loaded(made: Suggestion) -> float:
    return (made.change.load_kg if made.change is not None else None) or 0.0


def test_a_limit_says_what_until_when_and_who(lifter: int, knee: Restriction) -> None:
    assert scope.words(knee) == "No deep knee bend, until 3 Mar (Dr Ruiz, physician)"
    assert scope.words(replace(knee, words="", until=None, most_kg=40.0)) == (
        "To be spared: a sore knee, at most 40 kg (Dr Ruiz, physician)"
    )


def test_a_limit_holds_for_an_exercise_a_pattern_or_what_a_body_part_does_not_bear(
    lifter: int, today: date, knee: Restriction
) -> None:
    squat, bench = library.exercise(SQUAT), library.exercise(BENCH)
    by_pattern = replace(knee, limit=None, pattern=Pattern.SQUAT)
    by_lift = replace(knee, limit=None, exercise=SQUAT)
    for made in (knee, by_pattern, by_lift):
        known = scope.Scope((made,))
        assert (known.of(squat), known.of(bench)) == (made, None)


def test_a_limit_acts_from_its_first_to_its_last_day_and_is_listed_after(
    lifter: int, today: date, knee: Restriction
) -> None:
    scope.keep(lifter, replace(knee, since=today, until=today + WEEK))
    squat = library.exercise(SQUAT)
    days = (today - timedelta(days=1), today, today + WEEK, today + WEEK + timedelta(days=1))
    acting = [scope.restricted(lifter, on, squat) is not None for on in days]
    assert acting == [False, True, True, False]
    (listed,) = scope.restrictions(lifter)
    assert scope.ends_soon(listed, today)
    assert not scope.ends_soon(listed, today - timedelta(days=1))
    assert scope.restrictions(lifter, days[-1]) == []


def test_the_strictest_of_several_limits_counts(
    today: date, knee: Restriction, lifter: int
) -> None:
    squat = library.exercise(SQUAT)
    light, heavy = (replace(knee, most_kg=kg) for kg in (40.0, 60.0))
    assert scope.Scope((heavy, light)).most_kg(squat) == 40.0
    assert scope.Scope((light, knee)).bar(squat) == knee


def test_no_load_over_a_cap_is_suggested_planned_or_offered(
    squatter: int, today: date, cap: Restriction
) -> None:
    week = planned(squatter, today)
    free = suggesting.all_suggestions(squatter, today)
    assert any(loaded(made) > 60.0 for made in free)
    scope.keep(squatter, cap)
    for made in suggesting.all_suggestions(squatter, today):
        assert made.exercise != SQUAT or loaded(made) <= 60.0
    filling.fill_loads(squatter, plan.mesocycle_of(week.id or 0), today)
    (entry,) = plan.week(week.id or 0).sessions[0].exercises[0].sets
    assert entry.load_kg == 60.0
    session = logging.start_planned(squatter, week.sessions[0].id or 0, today)
    (card, _) = logging.session_view(squatter, session, today).cards
    line = next_set.next_line(next_set.grounds(squatter, card), card, card.rows[0], 60.0)
    assert (line.offer_kg or 0.0) <= 60.0


def test_what_is_limited_whatever_the_load_gets_no_load_and_says_why(
    squatter: int, today: date, knee: Restriction
) -> None:
    week = planned(squatter, today)
    scope.keep(squatter, knee)
    assert all(made.exercise != SQUAT for made in suggesting.all_suggestions(squatter, today))
    assert filling.fill_loads(squatter, plan.mesocycle_of(week.id or 0), today) == 0
    session = logging.start_planned(squatter, week.sessions[0].id or 0, today)
    (card, _) = logging.session_view(squatter, session, today).cards
    news = next_set.next_line(next_set.grounds(squatter, card), card, card.rows[0], 60.0).news
    assert news is not None
    assert news.template == scope.NO_LOAD
    assert card.limit == scope.words(knee)


def test_more_than_a_cap_is_asked_about_once(squatter: int, today: date, cap: Restriction) -> None:
    scope.keep(squatter, cap)
    session = logging.start_free(squatter, today)
    slot = logging.add_exercise(session, SQUAT)

    def row() -> SetRow:
        return logging.session_view(squatter, session, today).cards[0].rows[-1]

    over = LoggedSet(80.0, 5, load=80.0)
    question = asked(over, row())
    assert row().suggested_kg == 60.0
    assert question is not None
    assert question.question == "80 kg? At most 60 kg (Sam)."
    assert asked(LoggedSet(60.0, 5, load=60.0), row(), ramping=True) is None
    log.add_set(slot, over)
    assert asked(over, row()) is None


def test_a_slip_over_a_cap_brings_the_planned_load_back_nowhere(
    squatter: int, today: date, cap: Restriction
) -> None:
    scope.keep(squatter, replace(cap, most_kg=40.0))
    heavy = PlannedExercise(SQUAT, (PlannedSet(5, 5, load_kg=100.0, load=100.0),) * 3)
    week = Microcycle(1, today, (PlannedSession("A", 0, (heavy,)),))
    block = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Block", today, (week,))))
    session = logging.start_planned(squatter, block.weeks[0].sessions[0].id or 0, today)
    (card,) = logging.session_view(squatter, session, today).cards
    log.add_set(card.logged_exercise_id, LoggedSet(45.0, 5, load=45.0))
    (card,) = logging.session_view(squatter, session, today).cards
    for row in card.rows[1:]:
        assert row.target is not None
        assert (row.target.load_kg, row.suggested_kg, row.most_kg) == (40.0, 40.0, 40.0)
        assert row.capped


def test_plan_chooser_and_sheet_show_the_limit(
    squatter: int, today: date, knee: Restriction
) -> None:
    planned(squatter, today)
    scope.keep(squatter, knee)
    view = planning.view(squatter, today, today)
    assert view is not None
    squat = view.week.sessions[0].exercises[0].id
    assert (view.minded, view.limited) == ({squat: scope.words(knee)}, {squat})
    (found,) = [
        each for each in exercise_choices.additions(squatter, today)("back squat")
        if each.slug == SQUAT
    ]  # fmt: skip
    assert found.why == scope.words(knee)
    sheet = printing.week_sheet(squatter, today, today)
    assert sheet.this_week[0] == f"Back squat: {scope.words(knee, by=False)}."


def test_a_limit_in_words_alone_bars_nothing_and_is_told_once_in_plan_log_and_sheet(
    squatter: int, today: date, knee: Restriction
) -> None:
    week = planned(squatter, today)
    free = suggesting.all_suggestions(squatter, today)
    scope.keep(squatter, replace(knee, limit=None, words="Stop when dizzy"))
    words = "Stop when dizzy, until 3 Mar (Dr Ruiz, physician)"
    assert quiet(squatter, today).of(SQUAT) is None
    assert suggesting.all_suggestions(squatter, today) == free
    view = planning.view(squatter, today, today)
    assert view is not None
    assert (view.limits, view.limited) == (words, frozenset())
    session = logging.start_planned(squatter, week.sessions[0].id or 0, today)
    shown = logging.session_view(squatter, session, today)
    assert (shown.limits, {card.limit for card in shown.cards}) == (words, {""})
    told = printing.week_sheet(squatter, today, today).this_week
    assert [line for line in told if "dizzy" in line] == ["Stop when dizzy, until 3 Mar."]


def test_what_a_lifter_spares_and_what_somebody_limited_is_said_once(
    lifter: int, today: date, knee: Restriction
) -> None:
    spares = replace(clients.lifter(lifter), limits=(Limit.KNEE,))
    squat = library.exercise(SQUAT)
    assert suiting.minding(squat, spares) == "may not suit: a sore knee"
    assert suiting.minding(squat, spares, scope.Scope((knee,))) == scope.words(knee)
    scope.keep(lifter, knee)
    assert scope.sparing(clients.lifter(lifter), today).limits == (Limit.KNEE,)


def test_a_substitute_that_is_limited_too_comes_last(
    lifter: int, today: date, knee: Restriction
) -> None:
    scope.keep(lifter, replace(knee, limit=None, exercise="leg-press"))
    found = exercise_choices.swap_choices(SQUAT, lifter, today, "leg press")
    assert scope.words(knee) in next(each.why for each in found if each.slug == "leg-press")


def test_a_limit_is_told_of_an_overdue_session_until_it_is_over(
    lifter: int, today: date, knee: Restriction
) -> None:
    week, later = planned(lifter, today), today + timedelta(days=2)
    scope.keep(lifter, replace(knee, since=later))
    told = planning.view(lifter, later, later)
    assert told is not None
    logging.start_planned(lifter, week.sessions[0].id or 0, later)
    then = planning.view(lifter, later, later)
    assert then is not None
    assert told.limited
    assert (then.limited, then.minded) == (told.limited, told.minded)
