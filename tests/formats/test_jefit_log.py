"""JEFIT's export: one file of many sections, of which the logged training comes in whole."""

from dataclasses import asdict
from datetime import date, datetime

import pytest

from planner.engine.terms import LoggedSet, Unit
from planner.formats.detection import read
from planner.formats.parsed import ParsedLog

START = datetime(2026, 2, 4, 18, 5)
SECONDS = int(START.timestamp())
EXPORT = f"""### SETTING ##########################################

row_id,USERID,TIMESTAMP,gender,currentRoutine,DOB,name,length,mass
1,7,"2026-02-05 09:00:00",F,1,1990-12-31,Ada Example," cm"," kg"


######################################################

### ROUTINES #########################################

row_id,USERID,_id,name,dayaweek
1,7,3,"Push, pull",3

_id,belongplan,exercise_id,exercisename,belongSys,logs
1,3,45,Machine Fly,1,"30x8"

######################################################

### WORKOUT SESSIONS #################################

rowid,_id,USERID,total_time,starttime,endtime
1,500,7,3300,{SECONDS},{SECONDS + 3600}
2,501,7,0,{SECONDS + 86400}000,{SECONDS + 86400 + 1800}000

### EXERCISE LOGS ####################################

USERID,TIMESTAMP,belongSys,logs,_id,record,mydate,eid,ename,day_item_id,belongsession,logTime
7,"2026-02-05 09:00:00",1,"64.9998x5,62.5x6,0x0",1,75.83,2026-02-04,8,"Barbell Bench Press",8,500,1
7,"2026-02-05 09:00:00",1,"30x8,22.68x8",2,40.5,2026-02-04,45,,9,500,1
7,"2026-02-05 09:00:00",0,"0x12,0x9",3,0,2026-02-05,45,"My Pull-Up",9,501,1
7,"2026-02-05 09:00:00",1,"0x220,0x5,0x0,0x0,0x1800",4,0,2026-02-05,321,"Running",9,501,1
7,"2026-02-05 09:00:00",1,"20x10",5,0,2026-02-06,999,,9,0,1

### EXERCISE SET LOGS ################################

_id,userid,exercise_log_id,set_index,weight_lbs,reps,calories,distance_mi,speed_mph,laps,duration
1,7,1,0,143.2999,5,0,0,0,0,0
9,7,4,0,0,0,220,3.1,0,0,1805

### CARDIO LOGS ######################################

row_id,TIMESTAMP,USERID,_id,weeklyLogId,eid,belongSys,lap,duration,speed,distance,calorie,mydate
1,"2026-02-05 09:00:00",7,2,0,321,1,0,3600,0,10.5,220,2026-02-06

### NOTES ############################################

row_id,TIMESTAMP,USERID,_id,eid,belongSys,mynote,title
1,"2026-02-05 09:00:00",7,1,8,1,"touch and
go",""
2,"2026-02-05 09:00:00",7,2,77,1,"sleep more",""
3,"2026-02-05 09:00:00",7,3,8,1,"",""
"""


def log(text: str = EXPORT, unit: Unit | None = None) -> ParsedLog:
    parsed = read(text.encode(), "jefit.csv", unit)
    assert parsed.format == "JEFIT"
    assert parsed.rows == parsed.sets + len(parsed.skipped)
    return parsed


def sets(parsed: ParsedLog) -> list[LoggedSet]:
    return [s for session in parsed.sessions for slot in session.exercises for s in slot.sets]


def told(parsed: ParsedLog) -> list[str]:
    return [note.reason for note in (*parsed.skipped, *parsed.flagged)]


def test_packed_sets_are_sets_of_their_session():
    first = log().sessions[0]
    assert (first.on, first.started_at, first.duration_s) == (date(2026, 2, 4), START, 3300)
    assert first.utc_offset_min == START.astimezone().utcoffset().total_seconds() / 60
    bench, fly = first.exercises
    assert [(s.load, s.reps) for s in bench.sets] == [(65.0, 5), (62.5, 6)]
    assert [(s.load, s.unit) for s in fly.sets] == [(30.0, Unit.KG), (50.0, Unit.LB)]


def test_the_unit_stands_in_the_settings():
    assert (log().unit, log().unit_stated) == (Unit.KG, True)
    pounds = log(EXPORT.replace('" kg"', '" lbs"'))
    assert (pounds.unit, pounds.unit_stated) == (Unit.LB, True)
    unsaid = EXPORT.replace('" kg"', "")
    assert not log(unsaid).unit_stated
    assert log(unsaid, Unit.LB).unit is Unit.LB


def test_the_date_of_birth_comes_in_nowhere():
    parsed = log()
    assert "1990" not in repr(asdict(parsed))
    assert "Ada" not in repr(asdict(parsed))


def test_a_blank_name_is_found_by_its_id_among_the_exercises_of_the_same_kind():
    names = [slot.exercise for session in log().sessions for slot in session.exercises]
    assert names == ["Barbell Bench Press", "Machine Fly", "My Pull-Up", "Running",
                     "JEFIT exercise 999", "Running"]  # fmt: skip


def test_an_id_with_two_names_is_no_name():
    text = EXPORT.replace("1,3,45,Machine Fly,1,", "1,3,45,Fly,1,\n1,3,45,Press,1,")
    assert log(text).sessions[0].exercises[1].exercise == "JEFIT exercise 45"


def test_bodyweight_has_no_load():
    assert [(s.load, s.reps) for s in log().sessions[1].exercises[0].sets] == [
        (None, 12),
        (None, 9),
    ]


def test_packed_cardio_is_as_exact_as_the_file_tells_it():
    run = log().sessions[1].exercises[1].sets
    assert [(s.reps, s.seconds) for s in run] == [(None, 1805.0)]
    assert run[0].distance_m == pytest.approx(3.1 * 1609.344)
    bare = EXPORT.replace("9,7,4,0,0,0,220,3.1,0,0,1805\n", "")
    [packed] = log(bare).sessions[1].exercises[1].sets
    assert (packed.seconds, packed.distance_m) == (1800.0, 5000.0)


def test_a_load_of_cardio_that_cannot_be_read_is_listed():
    parsed = log(EXPORT.replace("9,7,4,0,0,0,220", "9,7,4,0,heavy,0,220"))
    assert "the load 'heavy' is no number above zero" in told(parsed)


def test_cardio_logs_are_sets_of_their_day():
    [_, run] = log().sessions[2].exercises
    assert (run.sets[0].seconds, run.sets[0].distance_m) == (3600.0, 10500.0)


def test_a_start_in_milliseconds_and_an_end_give_a_length():
    second = log().sessions[1]
    assert second.duration_s == 1800
    assert second.started_at is not None


def test_whose_clock_the_times_are_read_by_is_told_once():
    assert [text for text in told(log()) if "clock" in text] == [
        "the file's times are UTC, read by this computer's clock: 2026-02-04 18:05"
    ]


def test_a_start_on_another_day_than_the_log_is_left_out():
    text = EXPORT.replace("2026-02-04,8", "2026-02-03,8").replace("2026-02-04,45", "2026-02-03,45")
    assert log(text).sessions[0].started_at is None


@pytest.mark.parametrize("start", ["soon", "", "-5", "0", "9" * 20])
def test_a_start_that_is_none_costs_no_set(start):
    parsed = log(EXPORT.replace(f"3300,{SECONDS}", f"3300,{start}"))
    assert parsed.sets == log().sets


def test_what_was_not_done_is_listed_with_its_line():
    parsed = log()
    at = EXPORT.splitlines().index(
        '7,"2026-02-05 09:00:00",1,"64.9998x5,62.5x6,0x0",1,75.83,2026-02-04,8,'
        '"Barbell Bench Press",8,500,1'
    )
    assert [(note.line, note.reason) for note in parsed.skipped] == [
        (at + 1, "the set says that nothing was done")
    ]


@pytest.mark.parametrize(
    ("logs", "reason"),
    [
        ("20x10,many", "'many' is no set of load x repetitions"),
        ("20x10,15", "'15' is no set of load x repetitions"),
        ("20x10,-5x3", "the load '-5' is no number above zero"),
        ("", "the row holds no set"),
    ],
)
def test_a_packed_set_that_cannot_be_read_is_listed(logs, reason):
    parsed = log(EXPORT.replace('"20x10"', f'"{logs}"'))
    assert reason in told(parsed)


@pytest.mark.parametrize(
    ("logs", "loads"),
    [
        ("62,5x5,60x4", [62.5, 60.0]),
        ("62.5x5;60x4", [62.5, 60.0]),
        ("62,5x5,60", [62.5]),
        ("5,x3,60x4", [60.0]),
        ("20 x 10, 22.5×8", [20.0, 22.5]),
    ],
)
def test_packed_sets_are_read_with_any_comma(logs, loads):
    parsed = log(EXPORT.replace('"20x10"', f'"{logs}"'))
    assert [s.load for s in parsed.sessions[2].exercises[0].sets] == loads


@pytest.mark.parametrize(
    ("logs", "reps"),
    [
        ("0x5,0x5,0x5,0x4,0x3", [5, 5, 5, 4, 3]),
        ("0x8,0x0,0x7,0x6,0x5", [8, 7, 6, 5]),
        ("0x0,0x0,0x0,0x10,0x60", [None]),
    ],
)
def test_five_bodyweight_sets_are_no_cardio(logs, reps):
    parsed = log(EXPORT.replace('"20x10"', f'"{logs}"'))
    assert [s.reps for s in parsed.sessions[2].exercises[0].sets] == reps


def test_a_row_without_a_name_or_an_id_is_listed():
    assert "the row names no exercise" in told(log(EXPORT.replace("999,,9", ",,9")))


def test_notes_go_with_the_last_session_of_their_exercise_or_are_told():
    parsed = log()
    assert parsed.sessions[0].exercises[0].note == "touch and\ngo"
    assert "the note 'sleep more' is on no exercise of this log: left out" in told(parsed)


def test_what_else_the_file_holds_is_told():
    assert "Routines: 3 rows left out, no logged sets" in told(log())


def test_the_shortest_export_has_one_section():
    text = '### EXERCISE LOGS ###\nmydate;ename;logs\n2026-02-04;Squat;"60x5,60x5"\n'
    assert [s.load for s in sets(log(text))] == [60.0, 60.0]


def test_a_section_without_rows_is_no_log():
    text = "### EXERCISE LOGS ###\n### NOTES ###\nmynote\n"
    with pytest.raises(Exception, match="JEFIT log without rows"):
        read(text.encode(), "jefit.csv")
