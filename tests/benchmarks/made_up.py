"""Logs to measure with, always the same: ten years of one lifter, and an export to bring in."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta
from math import exp
from pathlib import Path
from random import Random

from planner.coach import files
from planner.engine.terms import Experience, Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, imports, log

TODAY = date(2026, 11, 5)
SESSIONS = 1500
DAYS = 3650
SETS = 5
LIFTS = (("back-squat", 1.0), ("bench-press", 0.7), ("deadlift", 1.2), ("overhead-press", 0.45))
NAMES = ("Squat (Barbell)", "Bench Press (Barbell)", "Deadlift (Barbell)", "Lat Pulldown (Cable)")
HEADER = (
    "Date", "Workout Name", "Duration", "Exercise Name", "Set Order", "Weight", "Reps",
    "Distance", "Seconds", "Notes", "Workout Notes", "RPE",
)  # fmt: skip


def ten_years(path: Path) -> int:
    """Make a database with ten years of three sessions a week; leave it open; return the lifter."""
    files.open_file(path)
    lifter_id = clients.add_lifter(Lifter(name="Ten years", experience=Experience.NOVICE))
    clients.record_bodyweight(lifter_id, TODAY - timedelta(days=DAYS), 80.0)  # known all along
    rng = Random(1)
    key = imports.add_import(lifter_id, "made up", "made up", TODAY, "0" * 64)
    log.add_sessions(lifter_id, [session(rng, number) for number in range(SESSIONS)], key)
    return lifter_id


def one_lift(path: Path, sessions: int = 3000) -> int:
    """Make a database with one exercise trained on most days of ten years; leave it open."""
    files.open_file(path)
    lifter_id = clients.add_lifter(Lifter(name="One lift", experience=Experience.NOVICE))
    rng = Random(3)
    key = imports.add_import(lifter_id, "made up", "made up", TODAY, "1" * 64)
    slug, share = LIFTS[0]
    days = [TODAY - timedelta(days=(sessions - at) * DAYS // sessions) for at in range(sessions)]
    slots = [LoggedExercise(slug, _sets(rng, at // 2, share)) for at in range(sessions)]
    made = [Session(on, (slot,), finished=True) for on, slot in zip(days, slots, strict=True)]
    log.add_sessions(lifter_id, made, key)
    return lifter_id


def session(rng: Random, number: int) -> Session:
    on = TODAY - timedelta(days=(SESSIONS - number) * DAYS // SESSIONS)
    slots = tuple(
        LoggedExercise(slug, _sets(rng, number, share), rest_s=120) for slug, share in LIFTS
    )
    return Session(on, slots, name="Training", finished=True)


def _sets(rng: Random, number: int, share: float) -> tuple[LoggedSet, ...]:
    load = round(share * (80 + 40 * (1 - exp(-number / 400))) / 2.5) * 2.5
    return tuple(LoggedSet(load, 5 + rng.randint(-1, 1), rir=2.0, load=load) for _ in range(SETS))


def export(path: Path, rows: int) -> None:
    """Write a log as another app exports it, 25 rows a session."""
    rng = Random(2)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_row(rng, number) for number in range(rows))


def _row(rng: Random, number: int) -> tuple[object, ...]:
    session, line = divmod(number, 25)
    at = datetime(2015, 1, 5, 18, 0) + timedelta(days=2 * session)
    name = NAMES[line // 5 % len(NAMES)]
    weight = round((60 + session / 20 + 10 * rng.random()) / 2.5) * 2.5
    return (
        f"{at:%Y-%m-%d %H:%M:%S}", "Evening", "1h 5m", name, line % 5 + 1, weight,
        rng.randint(4, 9), 0, 0, "", "", 8,
    )  # fmt: skip
