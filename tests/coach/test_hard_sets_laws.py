"""A hard set is the same to every reader of a log, however a day's work was parted in sessions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, example, given, settings, strategies as st

from planner.coach import adherence, readings
from planner.coach.charts import week_work
from planner.engine import volume
from planner.engine.terms import (
    Lifter,
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
)
from planner.storage import clients, history, log, plan, plan_kept

DAY = date(2026, 3, 2)
TODAY = DAY + timedelta(days=7)
MOST_RIR = 4.0
SQUAT, LUNGE = "back-squat", "walking-lunge"
LEFT, RIGHT = (LoggedSet(20.0, 10, side=side) for side in (Side.LEFT, Side.RIGHT))
SETS = st.builds(
    LoggedSet,
    st.sampled_from((None, 0.0, 20.0)),
    st.sampled_from((None, 0, 8)),
    st.sampled_from((None, 0.0, 4.0, 4.5, 8.0)),
    kind=st.sampled_from(SetKind),
    side=st.sampled_from(Side),
    seconds=st.sampled_from((None, 0.0, 30.0)),
    distance_m=st.sampled_from((None, None, 0.0, 10.0)),
)
SLOTS = st.builds(
    LoggedExercise, st.sampled_from((SQUAT, LUNGE)), st.lists(SETS, max_size=4).map(tuple)
)
SESSIONS = st.lists(
    st.builds(
        lambda days, slots: Session(DAY + timedelta(days=days), tuple(slots), finished=True),
        st.integers(0, 1),
        st.lists(SLOTS, max_size=3),
    ),
    max_size=4,
)


def session(*sets: LoggedSet, days: int = 0) -> Session:
    on = DAY + timedelta(days=days)
    return Session(on, (LoggedExercise(SQUAT, sets),), finished=True)


def planned(lifter: int) -> Mesocycle:
    """Return a block of one day that is stored."""
    work = (PlannedExercise(SQUAT, (PlannedSet(5, 5),)),)
    week = Microcycle(1, DAY, (PlannedSession("A", 0, work),))
    return plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Base", DAY, (week,))))


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SESSIONS)
@example([session(LEFT, LEFT), session(RIGHT, RIGHT)])
@example([session(LEFT, RIGHT), session(LEFT, days=1), session(RIGHT, days=1)])
@example([session(LoggedSet(100.0, None, kind=SetKind.FAILURE))])
@example([session(LoggedSet(100.0, 0, seconds=30.0))])
def test_every_reader_counts_the_same_hard_sets(database, sessions):
    lifter = clients.add_lifter(Lifter(name="Anyone"))
    day = planned(lifter)
    for each in sessions:
        log.add_session(lifter, replace(each, planned_session_id=day.weeks[0].sessions[0].id))
    counted = by_engine(lifter)
    assert by_log(lifter) == counted
    assert by_charts(lifter) == counted
    assert adherence.by_week(lifter, day, TODAY)[0].sets_done == counted.total()
    assert sum(on.sets_done for on in plan_kept.kept_by_day(lifter, TODAY, MOST_RIR)) == (
        counted.total()
    )


def by_engine(lifter: int) -> Counter[tuple[date, str]]:
    """Count what the engine finds hard, session by session."""
    counted = Counter[tuple[date, str]]()
    for slug, made in history.histories(lifter, (SQUAT, LUNGE)).items():
        for on, _, sets in made:
            counted[on, slug] += volume.hard_sets(sets)
    return counted


def by_log(lifter: int) -> Counter[tuple[date, str]]:
    return Counter({(on, slug): sets for on, slug, sets in readings.trained(lifter)})


def by_charts(lifter: int) -> Counter[tuple[date, str]]:
    counted = Counter[tuple[date, str]]()
    for made in week_work.bouts(lifter, TODAY):
        counted[made.on, made.exercise.slug] += made.hard
    return counted
