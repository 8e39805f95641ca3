"""A drill linked to a lift stands before it, and comes into no session twice."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import (
    activations,
    arranging,
    blocks,
    carrying,
    joining,
    planning,
    scope,
    supersets,
    week_edits,
)
from planner.coach.activations import Drill
from planner.coach.carrying import Copied, Reader
from planner.coach.refused import Refused
from planner.coach.steps import do, revert
from planner.engine.terms import (
    Equipment,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Restriction,
)
from planner.storage import clients, library, plan
from tests.content import content

TODAY = date(2026, 11, 5)
ROCK, WALK, BRIDGE = "ankle-rock", "band-walk", "glute-activation-bridge"
LIFTS = ("back-squat", "deadlift", "split-squat", "bench-press", "plank")


@pytest.fixture
def week(lifter, today):
    """Plan a week with two sessions of three lifts each; return the ids of the sessions."""
    blocks.new_mesocycle(lifter, "Block", today + timedelta(days=1), weeks=1)
    week_id = planning.view(lifter, today, today).week.id
    sessions = [week_edits.add_session(week_id, day, "Lower") for day in (0, 2)]
    for session in sessions:
        for slug in LIFTS[:3]:
            week_edits.add_exercise(session, slug)
    return sessions


def order(session):
    return [each.exercise for each in plan.planned_session(session).exercises]


def line(session, slug):
    return next(e.id for e in plan.planned_session(session).exercises if e.exercise == slug)


def insert(lifter, session, lift, slug=None):
    return activations.insert(line(session, lift), lifter, TODAY, slug)


def test_a_drill_comes_right_before_its_lift_light_and_undoes_exactly(lifter, week):
    before = content()
    _, step = do(lambda: insert(lifter, week[0], "deadlift", "dowel-hinge"))
    assert order(week[0]) == ["back-squat", "dowel-hinge", "deadlift", "split-squat"]
    (made,) = (e for e in plan.planned_session(week[0]).exercises if e.exercise == "dowel-hinge")
    assert [(s.reps_low, s.rir, s.load_kg) for s in made.sets] == [(8, None, None)] * 2
    revert(step)
    assert content() == before


def test_a_drill_that_is_there_is_moved_and_never_comes_twice(lifter, week):
    key = insert(lifter, week[0], "deadlift", BRIDGE)
    assert insert(lifter, week[0], "back-squat", BRIDGE) == key
    assert order(week[0]) == [BRIDGE, "back-squat", "deadlift", "split-squat"]
    assert insert(lifter, week[0], "deadlift", BRIDGE) == key
    assert order(week[0])[0] == BRIDGE


def test_pressed_again_the_next_drill_comes_and_then_none(lifter, week):
    for _ in range(5):
        insert(lifter, week[0], "back-squat")
    assert order(week[0])[:4] == [ROCK, WALK, BRIDGE, "back-squat"]
    assert len(order(week[0])) == 6


def test_in_a_superset_the_drill_stands_before_all_of_it_and_outside(lifter, week):
    supersets.group([line(week[0], "back-squat"), line(week[0], "deadlift")])
    insert(lifter, week[0], "deadlift", "dowel-hinge")
    assert order(week[0])[:3] == ["dowel-hinge", "back-squat", "deadlift"]
    groups = [each.superset for each in plan.planned_session(week[0]).exercises]
    assert groups[0] is None
    assert groups[1] == groups[2] is not None


def test_what_suits_the_lifter_and_the_gym_is_offered_first(lifter, today, week):
    gym = (Equipment.BARBELL, Equipment.BODYWEIGHT)
    clients.update_lifter(replace(clients.lifter(lifter), equipment=gym))
    squat = library.exercise("back-squat")
    offered = activations.drills(squat, frozenset({ROCK}), lifter, today)
    assert [(each.slug, each.there, bool(each.mind)) for each in offered] == [
        (ROCK, True, False),
        (BRIDGE, False, False),
        (WALK, False, True),
    ]
    scope.keep(lifter, Restriction(today, exercise=BRIDGE, words="Not yet"))
    limited = activations.drills(squat, frozenset(), lifter, today)
    assert Drill(BRIDGE, library.exercise(BRIDGE).name, False, "Not yet") == limited[-1]


def test_a_drill_under_a_limit_comes_only_when_it_is_named(lifter, week):
    for slug in (ROCK, WALK, BRIDGE):
        scope.keep(lifter, Restriction(TODAY, exercise=slug, words="Not yet"))
        if slug is ROCK:
            insert(lifter, week[0], "back-squat")
            assert order(week[0])[:2] == [WALK, "back-squat"]
    with pytest.raises(Refused, match="A limit holds for every drill of Back squat"):
        insert(lifter, week[1], "back-squat")
    insert(lifter, week[1], "back-squat", ROCK)
    assert order(week[1])[0] == ROCK


def test_a_lift_without_a_drill_says_so(lifter, week):
    key = week_edits.add_exercise(week[0], "plank")
    with pytest.raises(Refused, match="No drill is linked to Plank"):
        activations.insert(key, lifter, TODAY)


def test_a_lift_takes_its_drill_along_up_its_session_and_into_another(lifter, week):
    insert(lifter, week[0], "deadlift", "dowel-hinge")
    arranging.shift_lines([line(week[0], "deadlift")], -1)
    assert order(week[0])[:2] == ["dowel-hinge", "deadlift"]
    arranging.move_lines([line(week[0], "deadlift")], week[0], line(week[0], "split-squat"))
    assert order(week[0])[2:] == ["dowel-hinge", "deadlift"]
    arranging.move_lines([line(week[0], "deadlift")], week[1], None)
    assert order(week[0]) == ["back-squat", "split-squat"]
    assert order(week[1])[:2] == ["dowel-hinge", "deadlift"]


def test_a_drill_of_two_lifts_stays_with_the_one_that_stays(lifter, week):
    insert(lifter, week[0], "back-squat", BRIDGE)
    arranging.move_lines([line(week[0], "back-squat")], week[1], None)
    assert order(week[0]) == [BRIDGE, "deadlift", "split-squat"]
    arranging.shift_lines([line(week[0], "split-squat")], -1)
    arranging.move_lines([line(week[0], "deadlift")], week[0], None)
    assert order(week[0]) == [BRIDGE, "deadlift", "split-squat"]


def test_a_drill_does_not_go_below_its_lift_and_comes_only_once(lifter, today, week):
    key = insert(lifter, week[0], "deadlift", "dowel-hinge")
    before = order(week[0])
    drill = PlannedExercise("dowel-hinge", (PlannedSet(8, 10),))
    for write, words in (
        (lambda: arranging.shift_lines([key], 1), "stays before it"),
        (lambda: arranging.move_lines([key], week[0], line(week[0], "deadlift")), "stays before"),
        (lambda: carrying.duplicate_lines([key]), "in the session already"),
        (lambda: week_edits.add_exercise(week[0], "dowel-hinge"), "already, for Deadlift"),
        (
            lambda: carrying.paste_lines(
                Copied(lifter, lines=(drill,)), week[0], None, Reader(lifter, today)
            ),
            "in the session already",
        ),
    ):
        with pytest.raises(Refused, match=words):
            do(write)
        assert order(week[0]) == before


def test_a_drill_put_below_its_lift_by_hand_is_work_of_its_own(week):
    key = week_edits.add_exercise(week[0], "dead-bug")
    arranging.shift_lines([line(week[0], "deadlift")], -1)
    arranging.shift_lines([key], -1)
    assert order(week[0]) == ["deadlift", "back-squat", "dead-bug", "split-squat"]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["insert", "add", "move", "paste", "duplicate", "shift", "group", "join", "delete"]
        ),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_a_drill_stands_before_its_lift_and_never_twice(lifter, today, week, acts):
    _, step = do(lambda: [_lawful(lifter, today, week, *each) for each in acts])
    revert(step)


def _lawful(lifter, today, week, *act):
    """Act, and see that no drill stands twice and that what stood before a lift still does."""
    pairs, twice = _pairs(week), _twice(week, beside=False)
    with suppress(Refused):
        _act(lifter, today, week, *act)
    assert _twice(week) <= twice, act
    turned = {(lift, drill) for drill, lift in pairs} & _pairs(week, is_pair=lambda *_: True)
    assert not turned, act


def _pairs(week, is_pair=lambda above, below: above in _drills(below)):
    """Return the ids of (one above, one below it) in each session."""
    found = [plan.planned_session(session).exercises for session in week]
    return {
        (above.id, below.id)
        for lines in found
        for above, below in combinations(lines, 2)
        if is_pair(above.exercise, below.exercise)
    }


def _twice(week, beside=True):
    """Return (session, exercise) of what stands more than once, beside a lift that it is for."""
    return {
        (session, slug)
        for session in week
        for slug, number in Counter(order(session)).items()
        if number > 1 and (not beside or any(slug in _drills(each) for each in order(session)))
    }


def _drills(slug):
    return library.exercise(slug).activations


def _act(lifter, today, week, what, one, two):
    """Do something to lines of a session, with or without the drills before a lift."""
    source, target = week[one % 2], week[two % 2]
    lines = plan.planned_session(source).exercises
    if not lines:
        return
    some = lines[one % len(lines)]
    linked = _drills(some.exercise)
    chosen = [each for each in lines if each is some or (two % 3 and each.exercise in linked)]
    ids = [each.id for each in chosen]
    offered = [*LIFTS[:3], *_drills("deadlift")]
    copied, reader = Copied(lifter, lines=tuple(chosen)), Reader(lifter, today)
    slug = linked[two % len(linked)] if linked else None
    {
        "insert": lambda: activations.insert(some.id, lifter, today, slug),
        "add": lambda: week_edits.add_exercise(target, offered[one % len(offered)]),
        "move": lambda: arranging.move_lines(ids, target, None),
        "paste": lambda: carrying.paste_lines(copied, target, None, reader),
        "duplicate": lambda: carrying.duplicate_lines(ids),
        "shift": lambda: arranging.shift_lines([some.id], -1 if two % 2 else 1),
        "group": lambda: supersets.group([lines[0].id, lines[-1].id]),
        "join": lambda: _join(lifter, today, offered[one % 3 :: 2]),
        "delete": lambda: arranging.delete_lines([some.id]),
    }[what]()


def _join(lifter, today, slugs):
    exercises = tuple(PlannedExercise(slug, (PlannedSet(8, 10),)) for slug in slugs)
    guest = Microcycle(1, today, sessions=(PlannedSession("Guest", 0, exercises),))
    joined = joining.host(lifter, today)
    assert joined is not None
    joining.join(joined, Mesocycle("Guest", today, (guest,)))
