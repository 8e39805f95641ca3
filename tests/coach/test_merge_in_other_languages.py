"""What a merge would do is said in the language in use, the exercises with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner import language
from planner.coach import files, merge_words, merging
from planner.coach.parts import at_once
from planner.engine.terms import Exercise, LoggedExercise, LoggedSet, Session
from planner.storage import library, log
from planner.storage.merge_context import About

OTHER = About("")
DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("slug", "said"), [("back-squat", "Kniebeuge, "), ("own-press", "Mein Drücken, ")]
)
def test_an_exercise_that_the_program_brought_is_named_as_in_the_library(
    slug: str, said: str, database: Path, lifter: int, tmp_path: Path
) -> None:
    library.save_exercise(Exercise("own-press", "Mein Drücken", custom=True))
    log.add_session(lifter, Session(DAY, (LoggedExercise(slug, (LoggedSet(100.0, 5),)),)))
    laptop = files.back_up(tmp_path / "laptop.db")
    files.open_quickly(laptop)
    [entry] = log.sessions(lifter)[0].exercises[0].sets
    log.update_set(replace(entry, reps=6))
    files.open_quickly(database)
    with language.saying("de"):
        preview = at_once(merging.look(merging.fetch(laptop)))
    [found] = preview.differences
    assert found.what.startswith(said)


def test_the_parent_of_an_exercise_is_named_where_it_is_known(database: Path) -> None:
    with language.saying("de"):
        known = merge_words.version("exercise", {"parent": "back-squat"}, ["parent"], OTHER)
        unknown = merge_words.version("exercise", {"parent": "hoist"}, ["parent"], OTHER)
    assert known.endswith(": Kniebeuge")
    assert unknown.endswith(": hoist")
