"""Lists and answers about a log: summaries, last time, keys for finding duplicates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
)
from planner.storage import log, log_list, log_reads, trash, undo

DAY = date(2026, 3, 2)


def work(*reps: int) -> tuple[LoggedSet, ...]:
    return tuple(LoggedSet(100.0, each, load=100.0) for each in reps)


def test_sessions_are_listed_newest_first_with_sets_and_tonnage(ann: int) -> None:
    warm = replace(work(10)[0], kind=SetKind.WARMUP)
    squats = LoggedExercise("squat", (warm, *work(5, 5)))
    helped = LoggedExercise("assisted_pull_up", (LoggedSet(20.0, 8),))
    early = log.add_session(ann, Session(DAY, (squats, helped), name="A", finished=True))
    empty = log.add_session(ann, Session(DAY + timedelta(days=2), name="B"))
    morning = datetime(2026, 3, 3, 8)
    noon = log.add_session(ann, Session(date(2026, 3, 3), started_at=morning.replace(hour=12)))
    first = log.add_session(ann, Session(date(2026, 3, 3), started_at=morning))
    found = log.summaries(ann)
    assert [summary.id for summary in found] == [empty, noon, first, early]
    assert found[-1] == (early, DAY, "A", 3, 1000.0, True, None)
    assert found[2].started_at == morning
    assert [summary.id for summary in log.summaries(ann, limit=1)] == [empty]
    assert [s.id for s in log.summaries(ann, since=DAY, until=DAY)] == [early]
    assert [session.id for session in log.sessions(ann)] == [early, first, noon, empty]


def test_the_newest_unfinished_session_is_offered_again(ann: int) -> None:
    log.add_session(ann, Session(DAY + timedelta(days=3), finished=True))
    open_ = log.add_session(ann, Session(DAY + timedelta(days=2)))
    log.add_session(ann, Session(DAY))
    assert log.unfinished(ann) == open_


def test_days_with_a_session_are_found_both_ends_included(ann: int) -> None:
    for offset in (0, 1, 1, 5):
        log.add_session(ann, Session(DAY + timedelta(days=offset)))
    following = DAY + timedelta(days=1)
    assert log_list.sessions_per_day(ann, DAY, following) == {DAY: 1, following: 2}


def test_last_time_is_the_newest_session_before_with_sets_of_the_exercise(ann: int) -> None:
    slots = (LoggedExercise("squat", work(5)), LoggedExercise("squat", work(4)))
    log.add_session(ann, Session(DAY, slots))
    log.add_session(ann, Session(DAY + timedelta(days=2), (LoggedExercise("squat"),)))
    today = DAY + timedelta(days=3)
    morning = log.add_session(ann, Session(today, (LoggedExercise("squat", work(9)),)))
    evening = log.add_session(ann, Session(today, (LoggedExercise("squat", work(8)),)))

    def reps(before: date, exclude: int | None = None) -> list[int | None]:
        return [entry.reps for entry in log.last_sets(ann, "squat", before, exclude)]

    assert reps(today) == [5, 4]
    assert reps(today, exclude=morning) == [5, 4]
    assert reps(today, exclude=evening) == [9]
    assert reps(today + timedelta(days=1)) == [8]
    assert reps(DAY) == []
    assert (log.last_on(ann, "squat", today), log.last_on(ann, "squat", DAY)) == (DAY, None)


def test_session_keys_tell_what_duplicates_are_found_by(ann: int) -> None:
    start = datetime(2026, 3, 2, 18, 5)
    plank = LoggedSet(None, None, seconds=30.0, source_text="a;b")
    held = LoggedExercise("bench_press", (plank,))
    squats = LoggedExercise("squat", work(5, 5))
    legs = Session(DAY, (held, squats), name="Legs", started_at=start, utc_offset_min=60)
    key = log.add_session(ann, legs)
    empty = log.add_session(ann, Session(DAY))
    assert log.session_keys(ann) == [
        (empty, DAY, None, "", (), None, (), log.session(empty).uid),
        (
            key,
            DAY,
            start,
            "Legs",
            (
                ("bench_press", None, None, 30.0),
                ("squat", 100.0, 5, None),
                ("squat", 100.0, 5, None),
            ),
            60,
            ("a;b",),
            log.session(key).uid,
        ),
    ]


def test_the_heads_of_a_log_are_listed_anew_when_one_of_them_changes(ann: int) -> None:
    first = log.add_session(ann, Session(DAY, (LoggedExercise("squat"),), name="A"))
    second = log.add_session(ann, Session(DAY + timedelta(days=1), name="B"))
    known = log_list.heads(ann)
    assert [(head.id, head.name) for head in known] == [(second, "B"), (first, "A")]
    log.add_set(log.session(first).exercises[0].id or 0, work(5)[0])
    assert log_list.heads(ann) is known  # a set changes none
    log.update_session(replace(log.session(first), on=DAY + timedelta(days=2)))
    assert [head.id for head in log_list.heads(ann)] == [first, second]
    log.trash_session(second)
    assert [head.id for head in log_list.heads(ann)] == [first]
    trash.restore(trash.SESSION, second)
    third = log.add_session(ann, Session(DAY + timedelta(days=2), started_at=datetime.now()))
    assert [head.id for head in log_list.heads(ann)] == [third, first, second]
    log.update_session(replace(log.session(third), started_at=None, name="C"))
    assert [head.name for head in log_list.heads(ann)] == ["C", "A", "B"]


def test_what_was_done_last_is_true_after_every_write(ann: int) -> None:
    squat, later = LoggedExercise("squat", work(5)), DAY + timedelta(days=1)
    first = log.add_session(ann, Session(DAY, (squat,)))
    now = log.add_session(ann, Session(later, (squat,)))

    def last() -> tuple[date | None, list[int | None]]:
        sets = log.last_sets(ann, "squat", later, now)
        return log.last_on(ann, "squat", later, now), [entry.reps for entry in sets]

    def add_to(key: int) -> None:
        log.add_set(log.session(key).exercises[0].id or 0, work(3)[0])

    assert last() == (DAY, [5])
    add_to(now)
    assert last() == (DAY, [5])
    add_to(first)
    assert last() == (DAY, [5, 3])
    log.update_session(replace(log.session(now), on=DAY - timedelta(days=1)))
    log.trash_session(first)
    assert last() == (DAY - timedelta(days=1), [5, 3])
    log.update_session(replace(log.session(now), on=later))
    assert last() == (None, [])
    trash.restore(trash.SESSION, first)
    assert last() == (DAY, [5, 3])


def test_what_was_done_in_sessions_is_counted_anew_after_a_write(ann: int) -> None:
    squat = LoggedExercise("squat", work(5))
    first, second = (log.add_session(ann, Session(DAY, (squat,))) for _ in range(2))
    assert log_list.work([first, second]) == {first: (1, 500.0), second: (1, 500.0)}
    log.add_set(log.session(second).exercises[0].id or 0, work(2)[0])
    assert log_list.work([second, first]) == {second: (2, 700.0), first: (1, 500.0)}


def test_a_lift_that_hurt_is_found_whenever_it_was_logged(ann: int) -> None:
    hurt = replace(work(5)[0], pain=6)
    squat = LoggedExercise("squat", (hurt,))
    log.add_session(ann, Session(DAY, (squat,)))
    assert log_reads.lifts_with_pain(ann, 5) == {"squat"}
    bench = log.add_session(ann, Session(DAY, (LoggedExercise("bench_press"),)))
    assert log_reads.lifts_with_pain(ann, 5) == {"squat"}
    with undo.step():  # of which is known what it writes to
        log.add_set(log.session(bench).exercises[0].id or 0, hurt)
    assert log_reads.lifts_with_pain(ann, 5) == {"squat", "bench_press"}
    assert log_reads.lifts_with_pain(ann, 7) == set()
