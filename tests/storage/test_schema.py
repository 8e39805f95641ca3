"""The shape of the file: what the models say, what the migrations make, what old files become."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from planner.engine.terms import Equipment, Limit, Topic, Unit
from planner.storage import (
    clients,
    database,
    decisions,
    health,
    history,
    log,
    migrations,
    models,
    plan,
    shape,
)
from planner.storage.base import db
from planner.storage.rows import fetch

STORED = Path(__file__).parents[1] / "data" / "databases"
TRAVELLING = {
    "lifter", "exercise", "mesocycle", "microcycle", "planned_session", "planned_exercise",
    "planned_set", "session", "logged_exercise", "logged_set", "check_in", "absence", "decision",
    "import", "bodyweight", "intake", "referral", "restriction",
}  # fmt: skip


def test_a_new_file_has_the_shape_of_the_models(opened: Path) -> None:
    made = shape.shape_of(db.connection())
    assert shape.differences(made, shape.shape_of_models()) == []


@pytest.mark.parametrize("table", sorted(TRAVELLING))
def test_what_travels_between_computers_has_a_uid_and_a_stamp(opened: Path, table: str) -> None:
    facts = shape.shape_of(db.connection())[table]
    assert {"column uid TEXT NOT NULL = None", "unique index on uid"} <= facts
    assert "column changed_at INTEGER NOT NULL = None" in facts


def test_every_table_is_strict(opened: Path) -> None:
    made = shape.shape_of(db.connection())
    assert {name for name, facts in made.items() if "option STRICT" not in facts} == set()


def test_every_table_has_a_model(opened: Path) -> None:
    modelled = {model._meta.table_name for model in models.TABLES}
    assert set(shape.shape_of(db.connection())) == modelled


def test_every_released_schema_has_a_stored_file() -> None:
    stored = {path.name for path in STORED.glob("*.db")}
    assert stored == {f"schema-{n}.db" for n in range(1, len(migrations.STEPS) + 1)}


@pytest.mark.parametrize("stored", sorted(STORED.glob("*.db")), ids=lambda path: path.stem)
def test_a_stored_file_of_an_older_schema_opens_with_all_it_holds(
    stored: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copyfile(stored, tmp_path / "old.db"))
    database.open_database(path)
    assert database.check().problems == ()
    (lifter,) = clients.lifters()
    assert (lifter.name, lifter.unit, lifter.bodyweight_kg) == ("Björn", Unit.LB, 92.5)
    assert lifter.id is not None
    ((on, _, sets),) = history.history(lifter.id, "squat")
    assert (on, [entry.load for entry in sets]) == (date(2026, 3, 2), [225.0, 245.0])
    assert log.counts(lifter.id) == (1, 2)
    block = plan.mesocycle_on(lifter.id, date(2026, 3, 4))
    assert block is not None
    assert block.weeks[0].sessions[0].exercises[0].sets[0].reps_low == 5
    (mind,) = decisions.decisions(lifter.id, "squat")
    assert (mind.verdict, mind.numbers[0]) == ("accepted", ("add_kg", 2.5))
    database.close_database()


def test_a_file_keeps_what_there_is_to_train_with_and_what_to_mind(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(STORED / "schema-4.db", tmp_path / "old.db"))
    database.open_database(path)
    (lifter,) = clients.lifters()
    assert lifter.equipment == (Equipment.BARBELL, Equipment.DUMBBELL)
    assert lifter.limits == (Limit.KNEE,)
    database.close_database()


def test_a_file_keeps_what_was_said_of_health_and_what_came_of_it(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(STORED / "schema-5.db", tmp_path / "old.db"))
    database.open_database(path)
    (lifter,) = clients.lifters()
    assert lifter.id is not None
    [asked], [sent], [less] = (
        read(lifter.id) for read in (health.intakes, health.referrals, health.restrictions)
    )
    assert (asked.answer(Topic.SURGERY), asked.answer(Topic.SPORT)) == (True, None)
    assert (sent.topic, sent.cleared_on) == (Topic.SURGERY, date(2026, 3, 9))
    assert (less.limit, less.exercise, less.most_kg) == (Limit.KNEE, "squat", 100.0)
    database.close_database()


def test_a_file_keeps_what_was_deleted_and_when_a_setting_was_changed(tmp_path: Path) -> None:
    path = Path(shutil.copyfile(STORED / "schema-6.db", tmp_path / "old.db"))
    database.open_database(path)
    ((lifter_uid,),) = fetch("SELECT uid FROM lifter WHERE deleted_at IS NULL")
    gone = ("5e551011000000000000000000000001", "session", lifter_uid, 1772900000000)
    assert fetch("SELECT uid, place, lifter_uid, gone_at FROM gone") == [gone]
    stars = fetch("SELECT value, changed_at FROM setting WHERE key = 'favourite_exercises'")
    assert stars == [('["squat"]', 1772900000001)]
    database.close_database()


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    opened: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = shape.shape_of(db.connection())
    database.close_database()
    broken = ("CREATE TABLE extra (id INTEGER PRIMARY KEY)", "INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, broken))
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        database.open_database(opened)
    with closing(sqlite3.connect(opened)) as connection:
        assert shape.shape_of(connection) == before
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS) - 1,)


def test_a_migration_that_orphans_rows_is_refused(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients.record_bodyweight(ann, date(2026, 1, 1), 80.0)
    database.close_database()
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, ("DELETE FROM lifter",)))
    with pytest.raises(sqlite3.IntegrityError, match="without their parent"):
        database.open_database(opened)
    monkeypatch.undo()
    database.open_database(opened)
    assert clients.bodyweights(ann) == [(date(2026, 1, 1), 80.0)]


def test_an_older_file_is_backed_up_before_it_is_migrated(
    opened: Path, ann: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    database.close_database()
    step = ("ALTER TABLE lifter ADD COLUMN height_cm REAL",)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, step))
    database.open_database(opened)
    (backup,) = (opened.parent / "backups").iterdir()
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (len(migrations.STEPS) - 1,)
        assert connection.execute("SELECT name FROM lifter").fetchall() == [("Ann",)]
    assert [lifter.id for lifter in clients.lifters()] == [ann]


def test_a_check_names_what_differs_from_the_models(opened: Path) -> None:
    db.connection().execute("ALTER TABLE lifter ADD COLUMN height_cm REAL")
    db.connection().execute("DROP INDEX session_lifter_id_on")
    assert database.check().problems == (
        "table lifter has the unknown column height_cm REAL = None",
        "table session lacks index on lifter_id, on",
    )


def test_a_check_names_rows_that_belong_to_nothing(opened: Path) -> None:
    connection = db.connection()
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute(
        'INSERT INTO bodyweight (uid, changed_at, lifter_id, "on", kg) '
        "VALUES ('a', 1, 99, '2026-01-01', 80)"
    )
    report = database.check()
    assert not report.ok
    assert report.problems == ("row 1 of bodyweight belongs to no lifter",)


def test_a_check_of_a_sound_file_counts_its_rows(opened: Path, ann: int) -> None:
    report = database.check()
    assert report.ok
    assert report.schema == len(migrations.STEPS)
    assert (report.counts["lifter"], report.counts["exercise"], report.counts["session"]) == (
        1, 3, 0,
    )  # fmt: skip
