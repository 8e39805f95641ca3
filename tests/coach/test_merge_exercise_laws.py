"""Whatever was done of two exercises: merging them loses nothing, and one undo parts them."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings, strategies as st

from planner.coach import exercise_merge
from planner.coach.files import check
from planner.coach.steps import do, revert
from planner.engine.terms import Exercise, LoggedExercise, LoggedSet, Session
from planner.storage import library as storage, log
from planner.storage.base import open_connection
from tests.content import Content, content

DAY = date(2026, 3, 2)
SLUGS = ("one", "other", "back-squat")
SETS = st.lists(
    st.builds(LoggedSet, st.floats(20, 200), st.integers(1, 20)), min_size=1, max_size=3
)
SLOTS = st.lists(st.builds(LoggedExercise, st.sampled_from(SLUGS), SETS.map(tuple)), max_size=4)
SESSIONS = st.lists(st.tuples(SLOTS, st.booleans()), min_size=1, max_size=5)


def dump() -> Content:
    return content()


def sets_by_exercise() -> Counter[str]:
    found = open_connection().execute(
        "SELECT e.slug, t.uid FROM logged_set t JOIN logged_exercise x "
        "ON x.id = t.logged_exercise_id JOIN exercise e ON e.id = x.exercise_id"
    )
    return Counter(slug for slug, _ in found)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(SESSIONS)
def test_merging_keeps_every_set_also_in_the_trash_and_undo_restores_all(lifter, sessions):
    for slug in SLUGS[:2]:
        storage.save_exercise(Exercise(slug, slug.title(), custom=True))
    for back, (slots, trashed) in enumerate(sessions):
        key = log.add_session(lifter, Session(DAY - timedelta(days=back), tuple(slots)))
        if trashed:
            log.trash_session(key)
    before, had = dump(), sets_by_exercise()
    _, step = do(lambda: exercise_merge.merge("one", "other"))
    now = sets_by_exercise()
    assert now["other"] == had["one"] + had["other"]
    assert (now["one"], now["back-squat"]) == (0, had["back-squat"])
    assert check().problems == ()
    revert(step)
    assert dump() == before
