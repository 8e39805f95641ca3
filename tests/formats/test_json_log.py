"""Our own document gives back exactly what went in; damage and newer versions are refused."""

import json
from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given, settings, strategies as st

from planner.engine.terms import (
    Absence,
    CheckIn,
    Equipment,
    Exercise,
    Intake,
    Inventory,
    Lifter,
    Limit,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    Muscle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Profession,
    Referral,
    ReferralSource,
    Restriction,
    Session,
    Side,
    SuggestionKind,
    Technique,
    Topic,
    Unit,
)  # fmt: skip
from planner.formats.detection import read
from planner.formats.json_log import Document, LifterFile, SavedDecision, parse, write
from planner.formats.own_program import OwnProgram, OwnWeek
from planner.formats.parsed import FormatProblem

SETS = (LoggedSet(100.0, 5, 2.0, load=225.0, unit=Unit.LB, side=Side.LEFT, id=7, uid="a"),)
SESSION = Session(
    date(2026, 10, 3),
    (LoggedExercise("back-squat", SETS, superset=1, planned_exercise_id=4, id=3),),
    started_at=datetime(2026, 10, 3, 18, 30),
    utc_offset_min=-300,
    planned_session_id=5,
    id=2,
)
PLANNED = PlannedSet(5, 8, 2.0), PlannedSet(distance_m=400.0)
WEEK = Microcycle(
    1,
    date(2026, 10, 5),
    (PlannedSession("A", 0, (PlannedExercise("back-squat", PLANNED),), id=5),),
)
MIND = SavedDecision(
    date(2026, 10, 4),
    "back-squat",
    SuggestionKind.INCREASE,
    "level",
    "accepted",
    text="Add 2.5 kg",
    numbers=(("e1rm_kg", 120.5), ("since_on", date(2026, 9, 1)), ("why", "2026"), ("n", 3)),
)
ME = LifterFile(
    Lifter(
        name="Åsa",
        unit=Unit.LB,
        inventory=Inventory(
            bar_kg=15.0,
            bars=(("EZ bar", 10.0),),
            bar_of=(("back-squat", 15.0),),
            dumbbells_kg=(5.0, 7.5),
            stack_add_ons_kg=(2.5,),
        ),
        id=1,
        equipment=(Equipment.BAND,),
        limits=(Limit.KNEE,),
    ),
    bodyweights=((date(2026, 1, 1), 70.5),),
    mesocycles=(Mesocycle("Base", date(2026, 10, 5), (WEEK,)),),
    sessions=(SESSION,),
    check_ins=(CheckIn(date(2026, 10, 3), sleep=4, sore_areas=(("knee", 2),)),),
    absences=(Absence(date(2026, 8, 1), None, "ill"),),
    decisions=(MIND,),
    intakes=(Intake(date(2026, 8, 1), ((Topic.SURGERY, True), (Topic.HEART, False)), "knee"),),
    referrals=(
        Referral(
            date(2026, 8, 1),
            Topic.SURGERY,
            ReferralSource.INTAKE,
            cleared_on=date(2026, 9, 1),
            cleared_as=Profession.SURGEON,
        ),
    ),
    restrictions=(Restriction(date(2026, 9, 1), limit=Limit.KNEE, most_kg=40.0, words="Slow"),),
)
SQUAT = Exercise("back-squat", "Back squat", muscles=((Muscle.QUADS, 1.0),), cues=("brace",))
MINE = OwnProgram(
    "own-mine", "Mine", (OwnWeek(0, WEEK.sessions[0:0], 7, deload=True, note="easy"),), "strength"
)
ALL = Document((ME, LifterFile(Lifter(name="Bo"))), (SQUAT,), {"theme": "dark"}, (MINE,))

NUMBER = st.none() | st.floats(-1e12, 1e12)
ENTRIES = st.builds(
    LoggedSet,
    load_kg=NUMBER,
    reps=st.none() | st.integers(0, 10**12),
    note=st.text(),
    technique=st.none() | st.sampled_from(Technique),
    logged_at=st.none() | st.datetimes(),
    flags=st.frozensets(st.text(max_size=3), max_size=2),
)
VALUES = st.text() | st.integers() | NUMBER | st.dates()


def test_everything_of_all_lifters_comes_back_identical():
    assert parse(write(ALL)) == ALL


@given(st.lists(ENTRIES, max_size=3).map(tuple), st.dictionaries(st.text(), st.text(), max_size=2))
@settings(max_examples=40)
def test_any_sets_and_settings_come_back_identical(entries, chosen):
    session = Session(date(2026, 10, 3), (LoggedExercise("back-squat", entries),))
    document = Document((LifterFile(Lifter(), sessions=(session,)),), settings=chosen)
    assert parse(write(document)) == document


@given(st.lists(st.tuples(st.text(), VALUES), min_size=1, max_size=3).map(tuple))
@settings(max_examples=40)
def test_the_numbers_of_a_decision_come_back_with_their_types(numbers):
    mind = replace(MIND, numbers=numbers)
    document = Document((LifterFile(Lifter(), decisions=(mind,)),))
    assert parse(write(document)) == document


def test_the_document_states_its_schema_and_is_readable():
    content = json.loads(write(ALL))
    assert (content["program"], content["schema"]) == ("workout-planner", 4)
    assert "Åsa" in write(ALL)


def test_a_document_of_the_schema_before_is_read():
    content = json.loads(write(replace(ALL, programs=())))
    assert parse(json.dumps({**content, "schema": 1})) == replace(ALL, programs=())


def test_the_log_of_a_single_lifter_can_be_imported():
    parsed = read(write(Document((ME,), (SQUAT,))).encode(), "planner.json")
    assert (parsed.format, parsed.unit) == ("Workout Planner JSON", Unit.LB)
    assert parsed.sessions == (SESSION,)
    assert parsed.rows == 1
    assert parsed.exercises == (SQUAT,)


def test_what_is_no_session_is_pointed_at():
    parsed = read(write(Document((ME,))).encode(), "planner.json")
    said = [note.reason for note in parsed.flagged]
    assert said[0].endswith("enter what is new under Lifter › Referrals and letters")
    assert "training blocks in this file: 1; only its sessions come in" in said
    assert len(said) == 8
    beside = read(write(Document((ME,), programs=(MINE,))).encode(), "planner.json").flagged
    assert beside[-1].reason == "own programs in this file: 1; only its sessions come in"
    bare = Document((LifterFile(ME.lifter, sessions=ME.sessions),))
    assert read(write(bare).encode(), "planner.json").flagged == ()


def test_a_document_of_several_lifters_is_no_single_log():
    with pytest.raises(FormatProblem, match="holds 2 lifters"):
        read(write(ALL).encode(), "planner.json")


def damaged(**changes: object) -> str:
    return json.dumps({**json.loads(write(ALL)), **changes})


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (write(ALL)[:-50], "breaks off"),
        ("1" * 5000, "breaks off"),
        ("[1, 2]", "not this program's own JSON"),
        ('{"schema": 1}', "not this program's own JSON"),
        (damaged(schema=5), "newer version"),
        (damaged(schema="1"), "newer version"),
        (damaged(lifters=[{}]), "damaged"),
        (damaged(lifters=["x"]), "damaged"),
        (damaged(lifters=[{"lifter": {"name": 5}}]), "damaged"),
        (damaged(lifters=[{"lifter": {"unit": "stone"}}]), "damaged"),
        (damaged(lifters=[{"lifter": {}, "sessions": [{"on": "soon"}]}]), "damaged"),
        (damaged(lifters=[{"lifter": {"birth_year": True}}]), "damaged"),
        (damaged(settings=7), "damaged"),
        (
            damaged(
                lifters=[{"lifter": {}, "restrictions": [{"since": "2026-09-01", "most_kg": -1}]}]
            ),
            "below nothing",
        ),
        (damaged(surplus=7), "damaged"),
        (damaged(programs=[{"slug": "own-a", "name": "", "weeks": []}]), "not named"),
    ],
)
def test_a_damaged_document_is_refused_with_a_message(text, said):
    with pytest.raises(FormatProblem, match=said):
        parse(text)


def holding(**changes: object) -> str:
    """Write a document with a lifter that no program of ours would have written."""
    content = json.loads(write(ALL))
    content["lifters"][0] |= changes
    return json.dumps(content)


def with_set(**changes: object) -> str:
    entry = {"load_kg": 100.0, "reps": 5, **changes}
    slot = {"exercise": "back-squat", "sets": [entry]}
    return holding(sessions=[{"on": "2026-10-03", "exercises": [slot]}])


def with_week(planned: object, **changes: object) -> str:
    day = {"name": "A", "day": 0, "exercises": [{"exercise": "back-squat", "sets": [planned]}]}
    week = {"number": 1, "starts_on": "2026-10-05", "sessions": [day], **changes}
    return holding(mesocycles=[{"name": "Base", "started_on": "2026-10-05", "weeks": [week]}])


MADE = json.loads(write(ALL))["lifters"][0]["decisions"][0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (with_set(pain=99), "pain of 99"),
        (with_set(reps=-1), "-1 reps"),
        (with_set(reps=10**30), "no number that a log can hold"),
        (with_set(load_kg=1e300), "no number that a log can hold"),
        (with_set(load_kg=float("nan")), "no number that a log can hold"),
        (with_set(note="\ud800"), "damaged"),
        (holding(sessions=[{"on": "2026-10-03", "exercises": [{"exercise": ""}]}]), "not named"),
        (holding(sessions=[{"on": "2026-10-03", "exercises": [{"exercise": " "}]}]), "not named"),
        (holding(sessions=[{"on": "2026-10-03", "utc_offset_min": 1440}]), "1440 min"),
        (holding(bodyweights=[["2026-01-01", 0]]), "bodyweight of 0"),
        (holding(lifter={"inventory": {"stack_step_kg": 0}}), "without a step"),
        (
            holding(lifter={"inventory": {"stack_add_ons_kg": [1] * 7}}),
            "more than 6 small weights",
        ),
        (holding(lifter={"inventory": {"bars": [["EZ bar", -10]]}}), "lighter than nothing"),
        (holding(check_ins=[{"on": "2026-10-03", "sleep": 45}]), "an answer of 45"),
        (holding(check_ins=[{"on": "2026-10-03", "sore_areas": [["neck", 0]]}]), "an answer of 0"),
        (with_week({"reps_low": -1}), "-1 reps"),
        (with_week({"reps_high": -2}), "-2 reps"),
        (with_week({}, days=0), "week of 0 days"),
        (with_week({}, sessions=[{"name": "A", "day": -1}]), "day -1 of a week"),
        (holding(decisions=[{**MADE, "rule": ""}]), "decision without"),
        (holding(decisions=[{**MADE, "text": ""}]), "decision without"),
        (holding(decisions=[{**MADE, "numbers": []}]), "decision without"),
        (holding(decisions=[{**MADE, "verdict": "maybe"}]), "'maybe'"),
        (damaged(exercises=[{"slug": ""}]), "not named"),
        (damaged(exercises=[{"slug": " "}]), "not named"),
        (damaged(exercises=[{"slug": "a"}, {"slug": "a"}]), "described twice"),
    ],
)
def test_a_document_that_no_database_can_hold_is_refused_with_the_reason(text, said):
    with pytest.raises(FormatProblem, match=said):
        parse(text)
