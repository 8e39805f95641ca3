"""The sessions that fit a search are those that a reader of the whole log would pick."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import finding_sessions
from planner.coach.finding_sessions import Reason, find, reasons
from planner.coach.session_search import Reader, Term, Words, parse
from planner.engine.terms import (
    KG_PER_LB,
    UNREAD,
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Unit,
)
from planner.storage import library, log
from planner.storage.log_search import Wanted
from planner.storage.undo import revert, step

TODAY = date(2026, 11, 5)
Two: TypeAlias = tuple[int, int]
BENCH, SQUAT, PULL_UP = "bench-press", "back-squat", "assisted-pull-up"


def lifted(kg: float, reps: int = 5, **more: Any) -> LoggedSet:
    return LoggedSet(kg, reps, load=kg, **more)


def add(lifter: int, on: date, *slots: LoggedExercise, **more: Any) -> int:
    return log.add_session(lifter, Session(on, slots, finished=True, **more))


def hits(lifter: int, text: str, unit: Unit = Unit.KG) -> frozenset[int]:
    found = find(lifter, text, TODAY, unit)
    assert found is not None
    return found.sessions


def why(lifter: int, text: str) -> list[tuple[Reason, ...]]:
    found = find(lifter, text, TODAY, Unit.KG)
    assert found is not None
    return list(reasons(found, found.sessions).values())


@pytest.fixture
def two(lifter: int) -> tuple[int, int]:
    """A bench session with a note on a set, and a squat session a month before it."""
    bench = LoggedExercise(BENCH, (lifted(102.5), lifted(100.0, 8, note="Élbow hurts")))
    squat = LoggedExercise(SQUAT, (lifted(140.0),) * 3, note="belt on")
    return (
        add(lifter, date(2026, 10, 5), bench, name="Upper A"),
        add(lifter, date(2026, 9, 7), squat, note="slept badly"),
    )


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("bench > 100", True, False),
        ("bench > 102.5", False, False),
        ("> 100", True, True),
        ("squat 3x5 140", False, True),
        ("squat 4x5", False, False),
        ("October", True, False),
        ("bench september", False, False),
        ("elbow HURTS", True, False),
        ("belt", False, True),
        ("badly slept", False, True),
        ("upper a", True, False),
        ("kniebeuge", False, True),
        ("bench press", True, False),
        ("incline bench press", False, False),
        ("squt", False, False),
    ],
)
def test_a_session_is_found(lifter: int, two: Two, text: str, first: bool, second: bool) -> None:
    library.add_alias(SQUAT, "Kniebeuge")
    assert hits(lifter, text) == {
        key for key, wanted in zip(two, (first, second), strict=True) if wanted
    }


def test_a_search_in_pounds_finds_what_was_lifted_in_pounds(lifter: int) -> None:
    kg = 225 * KG_PER_LB
    made = add(lifter, TODAY, LoggedExercise(BENCH, (lifted(kg),)))
    assert hits(lifter, "225 lb") == hits(lifter, "bench 225", Unit.LB) == {made}


def test_a_hit_tells_the_best_set_that_fits_and_the_note(lifter: int, two: Two) -> None:
    (((made,),)) = why(lifter, "bench >= 8 reps")
    assert made.exercise is not None
    assert made.exercise.slug == BENCH
    assert made.entry is not None
    assert (made.entry.load, made.entry.reps) == (100.0, 8)
    assert [reason.sets for (reason,) in why(lifter, "squat 2x5")] == [3]
    assert why(lifter, "elbow") == [(Reason(note="Élbow hurts"),)]
    assert why(lifter, "upper") == [()]


def test_less_help_is_the_better_set(lifter: int) -> None:
    add(lifter, TODAY, LoggedExercise(PULL_UP, (lifted(30.0), lifted(20.0))))
    ((made,),) = why(lifter, "assisted pull-up")
    assert made.entry is not None
    assert made.entry.load == 20.0


def test_an_exercise_without_sets_and_boxes_nobody_could_read(lifter: int) -> None:
    unread = lifted(100.0, note="smudged", flags=frozenset({UNREAD}))
    made = add(lifter, TODAY, LoggedExercise(BENCH, (unread,)))
    assert hits(lifter, "bench") == {made}
    assert why(lifter, "bench") == [(Reason(library.exercise(BENCH), None, 1),)]
    assert not hits(lifter, "bench 100")
    assert not hits(lifter, "smudged")


def test_nothing_is_found_in_the_trash_and_after_undo_it_is_back(lifter: int, two: Two) -> None:
    with step() as undo:
        log.trash_session(two[0])
    assert not hits(lifter, "elbow")
    revert(undo)
    assert hits(lifter, "elbow") == {two[0]}


def test_what_searching_needs_can_be_read_before(lifter: int, two: Two) -> None:
    finding_sessions.get_ready(lifter)
    assert hits(lifter, "belt") == {two[1]}


def test_what_was_done_in_sessions_and_on_days_is_counted(lifter: int, two: Two) -> None:
    assert finding_sessions.work(two) == {two[0]: (2, 1312.5), two[1]: (3, 2100.0)}
    days = finding_sessions.sessions_per_day(lifter, date(2026, 9, 7), date(2026, 10, 4))
    assert days == {date(2026, 9, 7): 1}


def test_nothing_typed_asks_for_nothing(lifter: int) -> None:
    assert find(lifter, " > ", TODAY, Unit.KG) is None


_SETS = st.builds(
    lifted,
    st.sampled_from([60.0, 100.0, 140.0]),
    st.integers(3, 8),
    kind=st.sampled_from([SetKind.WORK, SetKind.WARMUP]),
    note=st.sampled_from(["", "bench felt light", "knee"]),
)
_SLOTS = st.builds(
    LoggedExercise,
    st.sampled_from([BENCH, SQUAT]),
    st.lists(_SETS, max_size=4).map(tuple),
    note=st.sampled_from(["", "paused"]),
)
_SESSIONS = st.builds(
    Session,
    st.dates(TODAY - timedelta(days=70), TODAY),
    st.lists(_SLOTS, max_size=3).map(tuple),
    name=st.sampled_from(["", "Knee day", "Bench"]),
    note=st.sampled_from(["", "tired"]),
)
_SEARCHES = st.lists(
    st.sampled_from(
        ["bench", "squat >= 100", "bench 2x5", "> 100", "squat < 100x4", "knee", "tired",
         "october", "last week", "paused", "5 reps", "2x100x5"]
    ),
    min_size=1, max_size=3,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_SESSIONS, max_size=5), _SEARCHES)
def test_what_is_found_is_what_a_reader_would_pick(
    lifter: int, made: list[Session], text: str
) -> None:
    with step() as undo:
        keys = [log.add_session(lifter, each) for each in made]
    terms = parse(text, Reader(TODAY, Unit.KG, _meant, {}))
    wanted = {
        key
        for key, each in zip(keys, made, strict=True)
        if all(_fits(each, term) for term in terms)
    }
    assert hits(lifter, text) == wanted
    revert(undo)


def _meant(text: str) -> frozenset[str]:
    return finding_sessions.named(library.fingerprint(), text)


def _fits(session: Session, term: Term) -> bool:
    slots = session.exercises
    if isinstance(term, Wanted):
        done = [
            entry
            for slot in slots
            if term.slugs is None or slot.exercise in term.slugs
            for entry in slot.sets
            if term.times == 1 or entry.kind is not SetKind.WARMUP
        ]
        good = [
            entry
            for entry in done
            if all(each.low <= getattr(entry, each.column) <= each.high for each in term.ranges)
        ]
        return len(good) >= term.times
    if isinstance(term, Words):
        notes = [note for slot in slots for note in (slot.note, *(s.note for s in slot.sets))]
        said = [session.name, session.note, *notes]
        return any(slot.exercise in term.slugs for slot in slots) or any(
            all(word in text.lower() for word in term.text.split()) for text in said
        )
    return term.holds(session.on)
