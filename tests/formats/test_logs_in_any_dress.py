"""A log means the same in every encoding, delimiter, quoting, line end and decimal mark."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.terms import Session, Unit
from planner.formats.detection import read

LOGS = {
    "Strong": """Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,\
Notes,Workout Notes,RPE
2021-07-10 16:35:45,Beine Ü,1h 6m,Kniebeuge,W,20.0,5.0,0,0.0,"tief, ruhig",,
2021-07-10 16:35:45,Beine Ü,1h 6m,Kniebeuge,1,102.5,5.0,0,0.0,"zwei
Zeilen",gut,8.5
2021-07-10 16:35:45,Beine Ü,1h 6m,Lauf,1,0.0,0.0,2.5,780.0,,,
""",
    "Hevy": """title,start_time,end_time,description,exercise_title,superset_id,exercise_notes,\
set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe
Früh,"5 Mai 2026, 18:00","5 Mai 2026, 19:00",,"Rudern, breit",0,langsam,0,warmup,22.68,5,,,
Früh,"5 Mai 2026, 18:00","5 Mai 2026, 19:00",,"Rudern, breit",0,langsam,1,normal,62.5,5,,,7.5
Früh,"5 Mai 2026, 18:00","5 Mai 2026, 19:00",,Plank,,,0,normal,,,,45,
""",
    "FitNotes": """Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,\
Comment
2026-08-13,Überzüge,Rücken,77.16,lbs,5,,,,"schön
ruhig"
2026-08-13,"Press, Seated",Shoulders,62.5,kgs,5,,,,
2026-08-14,Running,Cardio,,,,42.19,km,1:59:30,
""",
    "FitNotes 2 (iOS)": """Date,Exercise,Category,Weight (kg),Weight (lbs),Reps,Distance,\
Distance Unit,Time,Notes,Kind
2026-08-13,Überzüge,Rücken,62.5,,5,,,,"schön, ruhig",wr
2026-08-14,Squat,Legs,,135,5,,,,,wr
""",
    "Fitbod": """Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,\
isWarmup,Note,multiplier
2024-04-16 20:45:37 +0000,Überzüge,5,20.41168092460379,0.0,0.0,0.0,0.0,true,"schön, ruhig",1.0
2024-04-16 20:45:37 +0000,Bench Press,5,62.5,0.0,0.0,0.0,0.0,false,,1.0
""",
    "StrongLifts": """Date (yyyy/mm/dd),Workout,Workout Name,Body Weight (KG),Exercise,\
Duration (hours),Notes,Set 1 (Reps),Set 1 (KG),Set 2 (Reps),Set 2 (KG)
2026/04/30,7,Übung B,80.5,Squat,0.75,"ruhig
und tief",5,62.5,0,65
2026/05/02,8,Übung A,80.5,"Row, Bent",0.5,,5,42.5,5,42.5
""",
}
DECIMAL = re.compile(r"\d+\.\d+")


@st.composite
def dresses(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw the name of a log and its bytes in some dress."""
    name = draw(st.sampled_from(list(LOGS)))
    rows = list(csv.reader(io.StringIO(LOGS[name])))
    if draw(st.booleans()):
        rows = [[c.replace(".", ",") if DECIMAL.fullmatch(c) else c for c in r] for r in rows]
    text, end = io.StringIO(), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    csv.writer(
        text,
        delimiter=draw(st.sampled_from(",;\t")),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
        lineterminator=end,
    ).writerows([[cell.replace("\n", end) for cell in row] for row in rows])
    whole = text.getvalue() if draw(st.booleans()) else text.getvalue().removesuffix(end)
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-be"]))
    return name, whole.encode(encoding)


def told(data: bytes) -> tuple[Session, ...]:
    """Return the sessions of a log, whose unit is kg if it says none, without where they stand."""
    parsed = read(data, "log.csv", Unit.KG)
    assert parsed.rows == parsed.sets + len(parsed.skipped)
    assert not parsed.skipped
    return tuple(
        replace(session, exercises=tuple(
            replace(slot, sets=tuple(
                replace(entry, source_text="", source_line=None) for entry in slot.sets
            ))
            for slot in session.exercises
        ))
        for session in parsed.sessions
    )  # fmt: skip


PLAIN = {name: told(text.encode()) for name, text in LOGS.items()}


@given(dresses())
@settings(max_examples=150)
def test_a_log_means_the_same_in_any_dress(dress):
    name, data = dress
    assert told(data) == PLAIN[name]


@pytest.mark.parametrize("name", LOGS)
def test_the_logs_are_of_the_apps_that_they_are_named_after(name):
    assert read(LOGS[name].encode(), "log.csv").format == name
