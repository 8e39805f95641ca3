"""The steps that bring a database file of any earlier schema to today's.

A step is an ordered tuple of plain SQL statements and is never changed once released; the
file's `user_version` counts the steps it has been through.
"""

from __future__ import annotations

import sqlite3

from planner.storage import schema_1
from planner.storage.base import transaction

# Decisions on advice for the whole lifter have no exercise; a lifter may limit what is new.
SCHEMA_2 = (
    """CREATE TABLE decision_2 (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        exercise_id INTEGER, kind TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule <> ''),
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'dismissed')),
        reason TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
        numbers TEXT NOT NULL CHECK (numbers NOT IN ('', '{}')), changed TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    """INSERT INTO decision_2 SELECT id, uid, changed_at, lifter_id, "on", exercise_id, kind, rule,
    verdict, reason, text, numbers, changed FROM decision""",
    "DROP TABLE decision",
    "ALTER TABLE decision_2 RENAME TO decision",
    "CREATE UNIQUE INDEX decision_uid ON decision (uid)",
    'CREATE INDEX decision_lifter_id_on ON decision (lifter_id, "on")',
    "ALTER TABLE lifter ADD COLUMN novelty_budget INTEGER CHECK (novelty_budget >= 0)",
)

# An exercise says what is hard about it and whom it may not suit; programs may be the user's own.
SCHEMA_3 = (
    """CREATE TABLE exercise_3 (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, slug TEXT NOT NULL CHECK (slug <> ''), name TEXT NOT NULL,
        pattern TEXT NOT NULL, load_kind TEXT NOT NULL, complexity TEXT NOT NULL,
        bodyweight_share REAL NOT NULL, equipment TEXT NOT NULL, category TEXT NOT NULL,
        measure TEXT NOT NULL, per_side INTEGER NOT NULL, rest_s INTEGER NOT NULL,
        step_kg REAL NOT NULL, parent TEXT, similarity REAL NOT NULL, cues TEXT NOT NULL,
        faults TEXT NOT NULL, skill TEXT NOT NULL, tempo TEXT NOT NULL, limits TEXT NOT NULL,
        neuromuscular TEXT, functional INTEGER NOT NULL, activations TEXT NOT NULL,
        custom INTEGER NOT NULL
    ) STRICT""",
    """INSERT INTO exercise_3 SELECT id, uid, changed_at, slug, name, pattern, load_kind,
    complexity, bodyweight_share, equipment, category, measure, per_side, rest_s, step_kg, parent,
    similarity, cues, '[]', 'null', '', '[]', NULL, 0, '[]', custom FROM exercise""",
    "DROP TABLE exercise",
    "ALTER TABLE exercise_3 RENAME TO exercise",
    "CREATE UNIQUE INDEX exercise_uid ON exercise (uid)",
    "CREATE UNIQUE INDEX exercise_slug ON exercise (slug)",
    """CREATE TABLE program (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, slug TEXT NOT NULL CHECK (slug <> ''), name TEXT NOT NULL,
        document TEXT NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX program_uid ON program (uid)",
    "CREATE UNIQUE INDEX program_slug ON program (slug)",
)

# A lifter has equipment and limits; a decision may be put off, and says whose it is.
SCHEMA_4 = (
    """CREATE TABLE lifter_4 (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, name TEXT NOT NULL, experience TEXT NOT NULL,
        unit TEXT NOT NULL, inventory TEXT NOT NULL, birth_year INTEGER, sex TEXT,
        coach TEXT NOT NULL, note TEXT NOT NULL, archived_on TEXT,
        novelty_budget INTEGER CHECK (novelty_budget >= 0), equipment TEXT NOT NULL,
        limits TEXT NOT NULL
    ) STRICT""",
    """INSERT INTO lifter_4 SELECT id, uid, changed_at, name, experience, unit, inventory,
    birth_year, sex, coach, note, archived_on, novelty_budget, '[]', '[]' FROM lifter""",
    "DROP TABLE lifter",
    "ALTER TABLE lifter_4 RENAME TO lifter",
    "CREATE UNIQUE INDEX lifter_uid ON lifter (uid)",
    """CREATE TABLE decision_4 (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        exercise_id INTEGER, kind TEXT NOT NULL, rule TEXT NOT NULL CHECK (rule <> ''),
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'dismissed', 'later')),
        reason TEXT NOT NULL, text TEXT NOT NULL CHECK (text <> ''),
        numbers TEXT NOT NULL CHECK (numbers NOT IN ('', '{}')), changed TEXT NOT NULL,
        decided_by TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    """INSERT INTO decision_4 SELECT id, uid, changed_at, lifter_id, "on", exercise_id, kind, rule,
    verdict, reason, text, numbers, changed, '' FROM decision""",
    "DROP TABLE decision",
    "ALTER TABLE decision_4 RENAME TO decision",
    "CREATE UNIQUE INDEX decision_uid ON decision (uid)",
    'CREATE INDEX decision_lifter_id_on ON decision (lifter_id, "on")',
)

# What a lifter says of their health, whom they are sent to, what they are limited to; a planned
# set may ask for a distance.
SCHEMA_5 = (
    """CREATE TABLE intake (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        answers TEXT NOT NULL, note TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE UNIQUE INDEX intake_uid ON intake (uid)",
    'CREATE UNIQUE INDEX intake_lifter_id_on ON intake (lifter_id, "on")',
    """CREATE TABLE referral (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, "on" TEXT NOT NULL,
        topic TEXT NOT NULL, source TEXT NOT NULL, exercise_id INTEGER, note TEXT NOT NULL,
        letter_on TEXT, cleared_on TEXT, cleared_by TEXT NOT NULL, cleared_as TEXT,
        clearance_note TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX referral_uid ON referral (uid)",
    'CREATE INDEX referral_lifter_id_on ON referral (lifter_id, "on")',
    """CREATE TABLE restriction (
        id INTEGER NOT NULL PRIMARY KEY, uid TEXT NOT NULL CHECK (uid <> ''),
        changed_at INTEGER NOT NULL, lifter_id INTEGER NOT NULL, since TEXT NOT NULL,
        until TEXT, set_by TEXT NOT NULL, profession TEXT, "limit" TEXT, exercise_id INTEGER,
        pattern TEXT, most_kg REAL CHECK (most_kg BETWEEN 0 AND 1e12), words TEXT NOT NULL,
        FOREIGN KEY (lifter_id) REFERENCES lifter (id) ON DELETE CASCADE,
        FOREIGN KEY (exercise_id) REFERENCES exercise (id)
    ) STRICT""",
    "CREATE UNIQUE INDEX restriction_uid ON restriction (uid)",
    "CREATE INDEX restriction_lifter_id_since ON restriction (lifter_id, since)",
    """ALTER TABLE planned_set
    ADD COLUMN distance_m REAL CHECK (distance_m BETWEEN -1e12 AND 1e12)""",
)

# What was deleted is known by name, so that another computer's file does not bring it back; a
# lifter may be in the trash; of two settings it is known which is the later one.
SCHEMA_6 = (
    """CREATE TABLE gone (
        uid TEXT NOT NULL PRIMARY KEY, place TEXT NOT NULL, lifter_uid TEXT NOT NULL,
        gone_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "ALTER TABLE lifter ADD COLUMN deleted_at INTEGER",
    "ALTER TABLE setting ADD COLUMN changed_at INTEGER NOT NULL DEFAULT 0",
)

STEPS = (schema_1.STATEMENTS, SCHEMA_2, SCHEMA_3, SCHEMA_4, SCHEMA_5, SCHEMA_6)
APPLICATION_ID = 0x574B504C  # the letters WKPL, so that other programs' SQLite files are told apart


def migrate(connection: sqlite3.Connection) -> None:
    """Run the steps that the file has not been through, each in a transaction of its own.

    Foreign keys are off meanwhile, since rebuilding a table would delete what hangs below it,
    and checked before each commit. Raises sqlite3.Error; the failed step leaves nothing.
    """
    connection.execute("PRAGMA foreign_keys = 0")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for number, statements in enumerate(STEPS[version:], start=version + 1):
        _run(connection, number, statements)


def _run(connection: sqlite3.Connection, number: int, statements: tuple[str, ...]) -> None:
    with transaction(connection):
        for statement in statements:
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.IntegrityError(f"step {number} leaves rows without their parent")
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
