"""Small made-up exports of every app, which the fuzzer breaks; a few lines of each layout."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime

from planner.engine.terms import Exercise, Lifter, LoggedExercise, LoggedSet, Session, SetKind, Unit
from planner.formats import csv_log, json_log, log_sheets
from planner.formats.json_log import Document, LifterFile

LIFTS = ("Bench Press (Barbell)", "Squat (Barbell)", "Row, Wide Grip", 'The "Plank"', "Kniebeuge")
NAMES = {"bench-press": "Bench press", "back-squat": "Back squat", "zwerg-wurf": "Zwerg wurf"}
EXERCISES = tuple(Exercise(slug, name) for slug, name in NAMES.items())
DAYS = (1, 3, 5, 8, 10)


def _sets() -> Iterator[tuple[int, str, float, int]]:
    """Yield day of January, exercise, load and repetitions."""
    for day in DAYS:
        for number, name in enumerate(LIFTS):
            for reps in (5, 5, 3):
                yield day, name, 22.68 if number == 2 else 60 + 2.5 * day, reps


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _table(header: str, row: str) -> bytes:
    """Fill `row` for each set: {d} day, {x} exercise in quotes, {w} load, {r} reps, {n} kind."""
    kinds = "W1D2F3"
    lines = [
        row.format(d=day, x=_quoted(name), w=load, r=reps, n=kinds[at % len(kinds)], i=at % 3)
        for at, (day, name, load, reps) in enumerate(_sets())
    ]
    return "\n".join([header, *lines, ""]).encode()


def _sessions() -> tuple[Session, ...]:
    return tuple(
        Session(
            date(2024, 1, day),
            tuple(
                LoggedExercise(
                    slug,
                    (
                        LoggedSet(20.0, 5, kind=SetKind.WARMUP, load=20.0),
                        LoggedSet(61.25, 5, 2.0, load=135.0, unit=Unit.LB, note="=SUM(1)\nfine"),
                    ),
                    note="slow",
                )
                for slug in NAMES
            ),
            name="Monday; heavy",
            started_at=datetime(2024, 1, day, 18, 5),
            utc_offset_min=60,
            finished=True,
            uid=f"session-{day}",
        )
        for day in DAYS
    )


def _own_json() -> bytes:
    file = LifterFile(Lifter(name="Ada"), sessions=_sessions())
    return json_log.write(Document((file,), EXERCISES)).encode()


def _own_sheet() -> bytes:
    return log_sheets.write(log_sheets.LogBook(Lifter(name="Ada"), _sessions(), EXERCISES))


def _backup() -> bytes:
    """Return a database with the tables of FitNotes that its reader needs."""
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        """CREATE TABLE Category (_id INTEGER PRIMARY KEY, name TEXT);
        CREATE TABLE exercise (_id INTEGER PRIMARY KEY, name TEXT, category_id INTEGER,
            exercise_type_id INTEGER, weight_unit_id INTEGER);
        CREATE TABLE settings (_id INTEGER PRIMARY KEY, metric INTEGER);
        CREATE TABLE training_log (_id INTEGER PRIMARY KEY, exercise_id INTEGER, date TEXT,
            metric_weight REAL, reps INTEGER, unit INTEGER, distance REAL,
            duration_seconds INTEGER);
        INSERT INTO Category VALUES (1, 'Legs'); INSERT INTO settings VALUES (1, 1);"""
    )
    for key, name in enumerate(LIFTS, 1):
        connection.execute("INSERT INTO exercise VALUES (?, ?, 1, 0, 0)", (key, name))
    for day, name, load, reps in _sets():
        values = (LIFTS.index(name) + 1, f"2024-01-{day:02}", load, reps)
        connection.execute(
            "INSERT INTO training_log (exercise_id, date, metric_weight, reps, unit, distance,"
            " duration_seconds) VALUES (?, ?, ?, ?, 1, 0, 0)",
            values,
        )
    connection.commit()
    return connection.serialize()


def _jefit() -> bytes:
    logs = "\n".join(
        f'7,1,"{w}x{r},{w}x{r},0x0",{at},2024-01-{d:02},{at % 4},{_quoted(x)},{500 + d}'
        for at, (d, x, w, r) in enumerate(_sets())
    )
    return (
        "### SETTING ####\n\nrow_id,DOB,mass\n1,1990-12-31, kg\n\n########\n"
        "### WORKOUT SESSIONS ###\n_id,total_time,starttime,endtime\n501,3300,1704130000,0\n"
        "### EXERCISE LOGS ###\n\nUSERID,belongSys,logs,_id,mydate,eid,ename,belongsession\n"
        f'{logs}\n7,1,"0x220,0x5,0x0,0x0,0x1800",99,2024-01-12,3,,505\n\n'
        "### EXERCISE SET LOGS ###\nexercise_log_id,weight_lbs,reps,distance_mi,duration\n"
        "99,0,0,3.1,1800\n### CARDIO LOGS ###\neid,belongSys,duration,distance,mydate\n"
        '3,1,600,2,2024-01-12\n### NOTES ###\neid,belongSys,mynote\n1,1,"two\nlines"\n'
    ).encode()


def _stronglifts() -> bytes:
    side = '"Exercise {0}","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3"'
    header = ",".join(['"Date","Note","Body Weight (KG)"', side.format(1), side.format(2)])
    rows = [
        f'"01/{day:02}/24","ok","80","Squat","60","","5","5","0","Row","","95","5","4",""'
        for day in range(1, 29)
    ]
    return "\r\n".join([header, *rows, ""]).encode()


LIFTOSAUR = (
    "Workout DateTime,Program,Day Name,Exercise,Is Warmup Set?,Required Reps,Completed Reps,"
    "Is AMRAP?,Required RPE,Completed RPE,Log RPE?,Required Weight Value,Required Weight Unit,"
    "Completed Weight Value,Completed Weight Unit,Ask Weight?,Completed Reps Time,Target Muscles,"
    "Synergist Muscles,Notes"
)
SEEDS: dict[str, tuple[bytes, ...]] = {
    "Strong": (
        _table(
            "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,"
            "Workout Notes,RPE",
            '2024-01-{d:02} 16:35:45,"Legs 2",2h 21m,{x},{n},{w},{r},0,0.0,"a\nb",,8',
        ),
        _table(
            "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
            "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration",
            '2024-01-{d:02} 15:44:36;"Chest";{x};{n};{w};lbs;{r};;;;0;"";"";1h',
        ),
        _table(
            '2023-12-31 15:44:36;"Chest";"Squat";1;35;lbs;10;;;;0;"";""',
            '2024-01-{d:02} 15:44:36;"Chest";{x};{n};{w};lbs;{r};;;;0;"";""',
        ),
    ),
    "Hevy": (
        _table(
            '"title","start_time","end_time","description","exercise_title","superset_id",'
            '"exercise_notes","set_index","set_type","weight_kg","reps","distance_km",'
            '"duration_seconds","rpe"',
            '"Push","{d} Mai 2024, 20:36","{d} Mai 2024, 21:36","a\\nb",{x},{i},"",{i},'
            '"normal",{w},{r},,,8.5',
        ),
    ),
    "FitNotes": (
        _table(
            "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment",
            '2024-01-{d:02},{x},Legs,{w},kgs,{r},,,,"c, d"',
        ),
    ),
    "FitNotes iOS": (
        _table(
            "Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,Distance Unit,Time,"
            "Notes,Kind",
            "2024-01-{d:02},{x},Legs,{w},,{r},,,,,wr",
        ),
    ),
    "FitNotes backup": (_backup(),),
    "Fitbod": (
        _table(
            "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,"
            "Note,multiplier",
            "2024-01-{d:02} 20:45:37 +0000, {x}, {r}, {w}, 0.0, 0.0, 0.0, 0.0, false, , 1.0",
        ),
    ),
    "Liftosaur": (
        _table(
            LIFTOSAUR,
            "2024-01-{d:02}T18:05:00.000Z,Basic,Day A,{x},0,5,{r},0,,8,0,60,kg,{w},kg,0,"
            "2024-01-{d:02}T18:09:00.000Z,Quads,Glutes,fine",
        ),
    ),
    "JEFIT": (_jefit(),),
    "StrongLifts": (
        _stronglifts(),
        _table(
            "\ufeffDate (yyyy/mm/dd),Workout,Workout Name,Body Weight (KG),Exercise,SetsxTime,"
            "Duration (hours),Start Time (h:mm),Notes,Set 1 (Reps), Set 1 (KG),Set 2 (Reps),"
            " Set 2 (KG)",
            '2024/01/{d:02},1,A,80,{x},3x60,0.75,7:05 PM,"a\nb",{r},{w},0,{w}',
        ),
    ),
    "own CSV": (csv_log.write(_sessions(), NAMES).encode(),),
    "own JSON": (_own_json(),),
    "own sheet": (_own_sheet(),),
}
