"""How each exercise of a session went beside the plan, and what its next time is to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from planner.coach import absences, deciding, logging, next_time, suggesting, verdict_facts
from planner.coach.lift_results import lift_results
from planner.coach.next_time import NOTHING, looking_ahead
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.terms import (
    SUSPECT,
    Absence,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    SetKind,
    Side,
    Technique,
    phrase,
)
from planner.storage import log, plan

AS_ASKED = LoggedSet(100.0, 5, load=100.0)
TARGET = PlannedSet(5, 6, load_kg=100.0, load=100.0)


@pytest.fixture
def started(lifter: int, today: date) -> Callable[..., int]:
    """Return a function that plans three sets of exercises for today and starts them."""

    def start(*slugs: str, target: PlannedSet = TARGET) -> int:
        slots = tuple(PlannedExercise(slug, (target,) * 3) for slug in slugs)
        week = Microcycle(1, today, (PlannedSession("Lower", 0, slots),))
        plan.add_mesocycle(lifter, Mesocycle("Block", today, weeks=(week,)))
        ((key, _),) = logging.planned_today(lifter, today)
        return logging.start_planned(lifter, key, today)

    return start


@pytest.fixture
def said(lifter: int, today: date) -> Callable[[int], list[str]]:
    """Return a function that says how each exercise of a session went."""

    def words(session: int) -> list[str]:
        view = logging.session_view(lifter, session, today)
        made = lift_results(lifter, view, today)
        return [", ".join(render(each) for each in (*m.said, *m.notes)) for m in made]

    return words


def slot(session: int, place: int = 0) -> int:
    key = log.session(session).exercises[place].id
    assert key is not None
    return key


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([AS_ASKED] * 3, "as planned"),
        ([AS_ASKED] * 2, "2 of 3 sets"),
        ([], "not done"),
        ([AS_ASKED] * 4, "1 set more"),
        ([AS_ASKED, AS_ASKED, replace(AS_ASKED, reps=4)], "one rep short"),
        ([replace(AS_ASKED, reps=3)] * 3, "6 reps short"),
        ([replace(AS_ASKED, reps=7), AS_ASKED, AS_ASKED], "one rep more"),
        ([replace(AS_ASKED, load_kg=102.5)] * 3, "heavier than planned"),
        ([replace(AS_ASKED, load_kg=95.0)] * 2, "2 of 3 sets, lighter than planned"),
        (
            [replace(AS_ASKED, load_kg=95.0), replace(AS_ASKED, load_kg=105.0), AS_ASKED],
            "other loads than planned",
        ),
        ([replace(AS_ASKED, load_kg=100.02)] * 3, "as planned"),  # 220.5 lb
        (
            [AS_ASKED, AS_ASKED, replace(AS_ASKED, load_kg=1000.0, flags=frozenset({SUSPECT}))],
            "1 set looks like a typing slip",
        ),
        ([replace(AS_ASKED, kind=SetKind.WARMUP, load_kg=40.0), *[AS_ASKED] * 3], "as planned"),
    ],
)
def test_what_was_done_is_told_beside_the_plan(started, said, sets, words) -> None:
    session = started("back-squat")
    logging.log_sets(slot(session), sets)
    assert said(session) == [words]


def test_left_and_right_are_one_set(started, said) -> None:
    session = started("split-squat")
    left, right = (replace(AS_ASKED, side=side) for side in (Side.LEFT, Side.RIGHT))
    logging.log_sets(slot(session), [left])
    assert said(session) == ["left only"]
    logging.log_sets(slot(session), [right, left, right, left])
    assert said(session) == ["2 of 3 sets, 1 set left only"]


@pytest.mark.parametrize(
    ("rir", "words"),
    [(4.0, "as planned"), (3.0, "as planned"), (0.0, "harder than planned: 0 left, 4 asked"),
     (6.5, "easier than planned: 6.5 left, 4 asked")],
)  # fmt: skip
def test_effort_far_from_what_was_asked_is_not_as_planned(started, said, rir, words) -> None:
    session = started("back-squat", target=replace(TARGET, rir=4.0))
    sets = [replace(AS_ASKED, rir=4.0)] * 2
    logging.log_sets(slot(session), [*sets, replace(AS_ASKED, rir=rir)])
    assert said(session) == [words]


def test_more_help_is_not_called_heavier(started, said) -> None:
    session = started("assisted-pull-up", target=PlannedSet(5, 6, load_kg=20.0, load=20.0))
    logging.log_sets(slot(session), [LoggedSet(30.0, 5, load=30.0)] * 3)
    assert said(session) == ["more help than planned"]


def test_a_hold_is_short_by_seconds(started, said) -> None:
    session = started("plank", target=PlannedSet(None, None, seconds=60.0))
    logging.log_sets(slot(session), [LoggedSet(None, None, seconds=50.0)] * 3)
    assert said(session) == ["30 s short"]


def test_exercises_swapped_in_and_added_are_named(started, said) -> None:
    session = started("back-squat", "leg-press")
    logging.log_sets(slot(session), [AS_ASKED])
    logging.swap(slot(session), "front-squat")
    logging.swap(slot(session, 2), "split-squat")
    logging.log_sets(logging.add_exercise(session, "plank"), [LoggedSet(None, None, seconds=9.0)])
    assert said(session) == [
        "1 set, the rest with another exercise",
        "instead of Back squat, not done",
        "instead of Leg press, not done",
        "1 set, not in the plan",
    ]


def test_what_a_set_asks_for_is_told_today_and_later_only_the_fact(
    lifter, started, said, today
) -> None:
    session = started("back-squat")
    broken = replace(AS_ASKED, technique=Technique.BREAKDOWN)
    good = replace(AS_ASKED, technique=Technique.SOUND)
    logging.log_sets(slot(session), [good, replace(good, pain=7), broken])
    (words,) = said(session)
    assert "stop this exercise and leave it out" in words
    assert "at most 2 sets next time" in words
    view = logging.session_view(lifter, session, today)
    (later,) = lift_results(lifter, view, today + timedelta(days=1))
    notes = [render(each) for each in later.notes]
    assert notes == ["Pain of 7 out of 10.", "Technique broke down in set 3."]


def ahead(lifter: int, on: date, today: date):
    key = logging.sessions_on(lifter, on)[0].id
    return at_once(looking_ahead(lifter, logging.session_view(lifter, key, today), today))


def test_the_next_time_is_what_the_planner_suggests(squatter, train, today) -> None:
    train(squatter, "back-squat", today, *[LoggedSet(100.0, 6, rir=3.0, load=100.0)] * 3)
    (card,) = (made for made in suggesting.suggestions(squatter, today) if made.exercise)
    made = ahead(squatter, today, today)
    assert [(each.headline, each.why) for each in made.lifts] == [(card.headline, card.reason)]
    assert made.changes
    deciding.dismiss(squatter, card, today)
    made = ahead(squatter, today, today)
    assert made.stays
    assert render(made.lifts[0].why) == "It was decided on in the planner on 5 Nov."


def test_what_was_advised_part_by_part_is_remembered(squatter, train, today) -> None:
    train(squatter, "back-squat", today, AS_ASKED)
    made = at_once(suggesting.advised_in_parts(squatter, today))
    assert suggesting.advised(squatter, today) is made
    parts = suggesting.advised_in_parts(squatter, today)
    with pytest.raises(StopIteration) as done:
        next(parts)
    assert done.value.value is made


def test_of_an_earlier_session_the_next_time_has_been(squatter, train, today) -> None:
    train(squatter, "back-squat", today, AS_ASKED)
    made = ahead(squatter, today - timedelta(weeks=1), today)
    assert render(made.lifts[0].headline) == "Done again on 5 Nov."
    assert made.later
    assert not made.stays


def test_the_last_session_of_a_past_day_is_advised_on_as_known_today(squatter, today) -> None:
    made = ahead(squatter, today - timedelta(weeks=1), today)
    assert made.later
    assert not made.lifts[0].past


def test_nothing_changes_where_too_little_is_known_or_there_is_no_load(
    lifter, train, today
) -> None:
    train(lifter, "back-squat", today, AS_ASKED)
    (made,) = ahead(lifter, today, today).lifts
    assert (made.headline, render(made.why)[:13]) == (NOTHING, "Too little is")


def test_nothing_is_advised_to_whoever_is_ill(squatter, train, today) -> None:
    train(squatter, "back-squat", today, AS_ASKED)
    absences.add(squatter, Absence(today, None, "ill"))
    (made,) = ahead(squatter, today, today).lifts
    told = "Ill since 5 Nov: nothing is suggested until you are back. Get well first."
    assert render(made.why) == told


def test_a_live_session_that_is_moved_keeps_its_time_of_day_and_its_length(lifter, today) -> None:
    begin = datetime.combine(today, time(18, 0))
    entry = replace(AS_ASKED, logged_at=begin + timedelta(minutes=40))
    session = Session(today, (LoggedExercise("back-squat", (entry,)),), started_at=begin)
    key = log.add_session(lifter, session)
    logging.move(key, today - timedelta(days=1))
    logging.finish(key)
    made = log.session(key)
    assert (made.started_at, made.duration_s) == (begin - timedelta(days=1), 40 * 60)
    assert made.exercises[0].sets[0].logged_at == entry.logged_at


def test_why_nothing_changes_for_any_lift_issaid_once_with_what_the_next_session_back_is(
    lifter, today, train
):
    lifts = ("back-squat", "bench-press")
    for days in (61, 54, 47, 40):
        for slug in lifts:
            train(lifter, slug, today - timedelta(days=days), LoggedSet(100.0, 5, load=100.0))
    why = phrase("It was decided on.")
    both = tuple(next_time.NextLift(slug, next_time.NOTHING, why) for slug in lifts)
    made = next_time.said_once(next_time.NextTime(both, ()))
    assert (made.why, [each.why for each in made.lifts]) == (why, [None, None])
    for slug in lifts:
        train(lifter, slug, today, LoggedSet(90.0, 5, load=90.0))
    said = verdict_facts.next_back(lifter, today)
    assert said is not None
    assert render(said) == "Next is re-entry session 2 of 3: lighter, too."
