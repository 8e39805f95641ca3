"""Values that no program wrote: told by the check and by who reads them, never a traceback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import LoggedExercise, LoggedSet, Session
from planner.storage import clients, database, file_place, history, library, log
from planner.storage.base import db
from planner.storage.problems import DamagedDatabase

DAY = date(2026, 3, 2)


@pytest.fixture
def logged(ann: int) -> int:
    log.add_session(
        ann, Session(DAY, (LoggedExercise("squat", (LoggedSet(100.0, 5, load=100.0),)),))
    )
    return ann


def damage(sql: str) -> None:
    db.connection().execute(sql)


def test_a_sound_file_has_no_such_value(logged: int) -> None:
    assert database.check().problems == ()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE logged_set SET kind = 'wovk'", "row 1 of logged_set cannot have kind 'wovk'"),
        (
            "UPDATE session SET \"on\" = '2026-02-31'",
            "row 1 of session cannot have on '2026-02-31'",
        ),
        ("UPDATE session SET finished = 2", "row 1 of session cannot have finished 2"),
        (
            "UPDATE logged_set SET logged_at = '2026-03-02T18;00'",
            "row 1 of logged_set cannot have logged_at '2026-03-02T18;00'",
        ),
        (
            "UPDATE logged_set SET kind = CAST(x'77FF726B' AS TEXT)",
            "row 1 of logged_set cannot have kind 'w\N{REPLACEMENT CHARACTER}rk'",
        ),
        ("UPDATE lifter SET inventory = '{'", "row 1 of lifter cannot have inventory '{'"),
    ],
)
def test_the_check_names_the_row_and_the_value(logged: int, sql: str, said: str) -> None:
    damage(sql)
    assert database.check().problems == (said,)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE logged_set SET kind = 'wovk'",
        "UPDATE session SET \"on\" = '2026)03-02'",
        "UPDATE logged_set SET logged_at = '2026-03-02T18;00'",
        "UPDATE logged_set SET note = CAST(x'32fa36' AS TEXT)",
    ],
)
def test_who_reads_it_is_told_that_the_file_is_damaged(logged: int, sql: str) -> None:
    damage(sql)
    with pytest.raises(DamagedDatabase, match="Restore a backup"):
        log.sessions(logged)
    with pytest.raises(DamagedDatabase):
        history.history(logged, "squat")


def test_a_lifter_who_cannot_be_read_is_told_too(logged: int) -> None:
    damage("UPDATE lifter SET unit = 'kh'")
    with pytest.raises(DamagedDatabase, match="'kh'"):
        clients.lifters()


def test_a_backup_that_holds_such_a_value_is_not_offered(logged: int, tmp_path: Path) -> None:
    good = database.back_up()
    damage("UPDATE logged_set SET kind = 'wovk'")
    database.back_up()
    assert file_place.newest_backup() == good


def test_a_muscle_that_nobody_has_is_told_as_damage(logged: int) -> None:
    damage("UPDATE exercise SET changed_at = changed_at + 1")  # else it is known already
    damage("UPDATE exercise_muscle SET muscle = 'tricets' WHERE rowid = 1")
    with pytest.raises(DamagedDatabase, match="tricets"):
        library.by_slug()
