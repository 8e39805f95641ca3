"""Whatever a log can hold, to be written and read again."""

from datetime import date, datetime

from hypothesis import strategies as st

from planner.engine.terms import (
    LoggedExercise,
    LoggedSet,
    Session,
    SetKind,
    Side,
    Technique,
    Unit,
)  # fmt: skip

EXERCISES = ["back-squat", "=danger"]
NOTES = ["=1+1", "<r>a & b</r>", "_x0041_", " 3 ", "TRUE", "12"]
NUMBER = st.none() | st.floats(-1e9, 1e9) | st.integers(0, 500)
COUNT = st.none() | st.integers(0, 10**6)
TIMES = st.none() | st.datetimes(datetime(1850, 1, 1), datetime(2100, 1, 1))


def text(without: str) -> st.SearchStrategy[str]:
    """Give short texts without some characters."""
    return st.text(st.characters(codec="utf-8", exclude_characters=without), max_size=12)


def sessions(text: st.SearchStrategy[str]) -> st.SearchStrategy[Session]:
    """Give sessions with sets of two exercises, and any text where a log has text."""
    sets = st.builds(
        LoggedSet,
        load_kg=NUMBER,
        reps=COUNT,
        rir=NUMBER,
        kind=st.sampled_from(SetKind),
        target_reps=COUNT,
        seconds=NUMBER,
        distance_m=NUMBER,
        tempo=text,
        technique=st.none() | st.sampled_from(Technique),
        pain=st.none() | st.integers(0, 10),
        side=st.sampled_from(Side),
        note=text | st.sampled_from(NOTES),
        load=NUMBER,
        unit=st.sampled_from(Unit),
        logged_at=TIMES,
        flags=st.frozensets(st.sampled_from(["suspect", "convention", "tempo-kept"])),
        source_line=COUNT,
        source_text=text,
        uid=text,
    )
    slots = st.builds(
        LoggedExercise,
        exercise=st.sampled_from(EXERCISES),
        sets=st.lists(sets, max_size=3).map(tuple),
        superset=COUNT,
        rest_s=COUNT,
        note=text,
        uid=text,
    )
    return st.builds(
        Session,
        on=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
        exercises=st.lists(slots, max_size=3).map(tuple),
        name=text,
        started_at=TIMES,
        duration_s=COUNT,
        utc_offset_min=st.none() | st.integers(-720, 840),
        note=text,
        finished=st.booleans(),
        uid=text,
    )
