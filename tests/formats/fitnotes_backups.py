"""Backups of FitNotes, made up, with the tables that the app makes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

TABLES = (
    "Category(_id INTEGER PRIMARY KEY, name TEXT NOT NULL)",
    "exercise(_id INTEGER PRIMARY KEY, name TEXT NOT NULL, category_id INTEGER NOT NULL, "
    "exercise_type_id INTEGER NOT NULL DEFAULT 0, weight_unit_id INTEGER NOT NULL DEFAULT 0)",
    "training_log(_id INTEGER PRIMARY KEY, exercise_id INTEGER NOT NULL, date DATE NOT NULL, "
    "metric_weight INTEGER NOT NULL, reps INTEGER NOT NULL, unit INTEGER NOT NULL DEFAULT 0, "
    "is_complete INTEGER NOT NULL DEFAULT 0, distance INTEGER NOT NULL DEFAULT 0, "
    "duration_seconds INTEGER NOT NULL DEFAULT 0)",
    "Comment(_id INTEGER PRIMARY KEY, date DATE NOT NULL, owner_type_id INTEGER NOT NULL, "
    "owner_id INTEGER NOT NULL, comment TEXT NOT NULL)",
    "WorkoutComment(_id INTEGER PRIMARY KEY, date TEXT NOT NULL, comment TEXT NOT NULL)",
    "WorkoutTime(_id INTEGER PRIMARY KEY, workout_date TEXT NOT NULL, "
    "start_date_time TEXT NOT NULL, end_date_time TEXT NOT NULL)",
    "WorkoutGroupExercise(_id INTEGER PRIMARY KEY, exercise_id INTEGER NOT NULL, "
    "date TEXT NOT NULL, routine_section_id INTEGER NOT NULL, workout_group_id INTEGER NOT NULL)",
    "MeasurementRecord(_id INTEGER PRIMARY KEY, value REAL NOT NULL)",
    "settings(_id INTEGER PRIMARY KEY, metric INTEGER NOT NULL DEFAULT 0)",
)
SQUAT, CURL, RUN, PLANK = 1, 2, 3, 4
EXERCISES = (
    (SQUAT, "Barbell Squat", 1, 0, 0),
    (CURL, "Dumbbell Curl", 2, 0, 2),
    (RUN, "Running (Outdoor)", 3, 1, 0),
    (PLANK, "Plank", 4, 3, 0),
)
KG_PER_LB = 0.45359237


def backup(*sets: Sequence[object], metric: int | None = 1, more: Iterable[str] = ()) -> bytes:
    """Return a backup's bytes.

    A set is (exercise, date, kg, reps), or with distance in metres and seconds; `more` are
    statements that are run at the end.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        for table in TABLES:
            made.execute(f"CREATE TABLE {table}")
        categories = ((1, "Legs"), (2, "Biceps"), (3, "Cardio"), (4, "Abs"))
        made.executemany("INSERT INTO Category VALUES (?, ?)", categories)
        made.executemany("INSERT INTO exercise VALUES (?, ?, ?, ?, ?)", EXERCISES)
        made.executemany(
            "INSERT INTO training_log (exercise_id, date, metric_weight, reps, distance, "
            "duration_seconds) VALUES (?, ?, ?, ?, ?, ?)",
            [(*each, 0, 0)[:6] for each in sets],
        )
        if metric is not None:
            made.execute("INSERT INTO settings (metric) VALUES (?)", [metric])
        for statement in more:
            made.execute(statement)
        return made.serialize()
