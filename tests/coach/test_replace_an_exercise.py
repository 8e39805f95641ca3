"""Another exercise in a planned one's place: here, in the week, in what is left of the block."""

from __future__ import annotations

from datetime import timedelta

import pytest

from planner.coach import blocks, lines, planning, replacing, supersets, week_edits
from planner.coach.prescription import parse_prescription
from planner.coach.prescription_words import prescription_source
from planner.coach.replacing import Reach
from planner.engine.terms import LoadKind, LoggedExercise, LoggedSet, Measure, Session, Unit
from planner.storage import library, log, plan

BENCH, PRESS = "bench-press", "dumbbell-bench-press"


@pytest.fixture
def week_ids(lifter, today):
    """Plan two weeks with bench presses on two days each."""
    blocks.new_mesocycle(lifter, "Block", today, 2)
    ids = [week.id for week in planning.view(lifter, today, today).weeks]
    for week in ids:
        for day in (0, 3):
            session = week_edits.add_session(week, day, "Push")
            for slug, text in (("plank", "3x30s"), (BENCH, "w 1x5 40; 3x8 @2 60")):
                sets = parse_prescription(text, Unit.KG, library.exercise(slug)).sets
                week_edits.prescribe(week_edits.add_exercise(session, slug), sets)
    return ids


def benches(week_ids):
    return [each for week in week_ids for made in plan.week(week).sessions
            for each in made.exercises if each.exercise != "plank"]  # fmt: skip


def source(planned) -> str:
    return prescription_source(planned.sets, Unit.KG)


@pytest.mark.parametrize(
    ("reach", "replaced"),
    [(Reach.SESSION, [0]), (Reach.WEEK, [0, 1]), (Reach.BLOCK, [0, 1, 2, 3])],
)
def test_it_goes_as_far_as_was_chosen(lifter, today, week_ids, reach, replaced):
    first = benches(week_ids)[0]
    count = replacing.replace_exercise(first.id, week_ids[0], PRESS, reach, lifter, today)
    found = [n for n, each in enumerate(benches(week_ids)) if each.exercise == PRESS]
    assert (count, found) == (len(replaced), replaced)


def test_what_is_done_and_what_lies_before_stays(lifter, today, week_ids):
    (_, second, *_) = plan.week(week_ids[0]).sessions
    log.add_session(lifter, Session(today, (), planned_session_id=second.id, finished=True))
    chosen = benches(week_ids)[1]
    replacing.replace_exercise(chosen.id, week_ids[0], PRESS, Reach.BLOCK, lifter, today)
    assert [each.exercise for each in benches(week_ids)] == [BENCH, BENCH, PRESS, PRESS]


def test_place_rest_superset_and_note_stay_and_unknown_loads_are_open(lifter, today, week_ids):
    chosen = benches(week_ids)[0]
    week_edits.annotate(chosen.id, 90, "3-1-1-0", "Slow")
    supersets.put(chosen.id, 1)
    replacing.replace_exercise(chosen.id, week_ids[0], PRESS, Reach.SESSION, lifter, today)
    made = plan.week(week_ids[0]).sessions[0].exercises[1]
    assert (made.id, made.exercise, made.rest_s, made.superset) == (chosen.id, PRESS, 90, 1)
    assert (made.tempo, made.note) == ("3-1-1-0", "Slow")
    assert source(made) == "w 5/3/1; 3x8 @2"


def test_loads_come_from_what_the_lifter_does_with_the_new_exercise(lifter, today, week_ids):
    done = LoggedSet(20, 10, rir=2.0, load=20)
    for weeks in range(6, 0, -1):
        slot = LoggedExercise(PRESS, (done,) * 3)
        log.add_session(lifter, Session(today - timedelta(weeks=weeks), (slot,), finished=True))
    chosen = benches(week_ids)[0]
    replacing.replace_exercise(chosen.id, week_ids[0], PRESS, Reach.SESSION, lifter, today)
    assert source(benches(week_ids)[0]) == "w 5/3/1 10/14/16; 3x8 @2 20"


def test_a_hold_takes_the_usual_time_and_no_load(lifter, today, week_ids):
    chosen = benches(week_ids)[0]
    replacing.replace_exercise(chosen.id, week_ids[0], "plank", Reach.SESSION, lifter, today)
    made = plan.week(week_ids[0]).sessions[0].exercises[1]
    assert source(made) == "3x30s"


def test_a_share_of_strength_goes_where_no_load_can_rise(lifter, today, week_ids):
    chosen = benches(week_ids)[0]
    sets = parse_prescription("3x5 80%", Unit.KG, library.exercise(BENCH)).sets
    week_edits.prescribe(chosen.id, sets)
    counted = (each for each in library.exercises() if each.measure is Measure.REPS)
    plain = next(each for each in counted if each.load_kind is LoadKind.BODYWEIGHT)
    replacing.replace_exercise(chosen.id, week_ids[0], plain.slug, Reach.SESSION, lifter, today)
    assert source(plan.week(week_ids[0]).sessions[0].exercises[1]) == "3x5"
    with pytest.raises(LookupError):
        replacing.replace_exercise(0, week_ids[0], PRESS, Reach.SESSION, lifter, today)


def test_substitutes_come_with_reasons_and_a_search_finds_all_but_itself(database):
    offered = replacing.choices(BENCH)
    assert offered
    assert all(each.why for each in offered)
    found = replacing.choices(BENCH, "bench press")
    assert BENCH not in {each.slug for each in found}
    assert PRESS in {each.slug for each in found}


def test_an_exercise_comes_with_what_is_prescribed_and_a_ramp_to_its_load(lifter, today, week_ids):
    session = plan.week(week_ids[0]).sessions[0].id
    typed = "B w ramp; 4x6 @2 100 rest 3 min"
    made = parse_prescription(typed, Unit.KG, library.exercise(BENCH))
    added = lines.add_prescribed(
        session, slug=BENCH, prescribed=made, lifter_id=lifter, today=today
    )
    stored = plan.planned_exercise(added)
    assert (stored.superset, stored.rest_s) == (1, 180)
    assert source(stored) == "w 8/5/3/1 20/50/70/85; 4x6 @2 100"
    lines.add_warm_up(added, lifter)
    assert source(plan.planned_exercise(added)) == source(stored)
