"""A handover file: what it holds of a client, and that it holds nothing of anybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from planner.coach import files, fuel, handing_over, merging
from planner.coach.parts import at_once
from planner.engine.terms import (
    CheckIn,
    Intake,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Referral,
    ReferralSource,
    Restriction,
    Session,
    Topic,
)
from planner.storage import clients, health, kin, log, plan, private, rows, trash
from tests.coach.secret_clients import client

DAY = date(2026, 11, 3)
OTHER = "Quarterstaff"  # nobody of whom the file is
LINE = PlannedExercise("back-squat", (PlannedSet(5, 5),), note="slow")
WEEK = Microcycle(1, DAY, (PlannedSession("Legs", 0, (LINE,)),))


@pytest.fixture
def anna(database: Path, lifter: int) -> int:
    """Store Anna with a plan and a log, and another client with more of each beside her."""
    key = clients.add_lifter(Lifter(name="Anna", bodyweight_kg=60.0))
    block = plan.mesocycle(plan.add_mesocycle(key, Mesocycle("hers", DAY, (WEEK,), note="hers")))
    planned = block.weeks[0].sessions[0]
    sets = (LoggedSet(60.0, 5, note="hers"),)
    slot = LoggedExercise("back-squat", sets, planned_exercise_id=planned.exercises[0].id)
    log.add_session(key, Session(DAY, (slot,), note="hers", planned_session_id=planned.id))
    clients.save_check_in(key, CheckIn(DAY, sleep=3, mood=2, note="hers"))
    other = client(OTHER, OTHER)
    rows.remove("session", log.add_session(other, Session(DAY, note=OTHER)))
    return key


def hand_over(path: Path, *lifters: int, **options: bool) -> handing_over.HandedOver:
    return at_once(handing_over.write(lifters, path, **options))


def merge_at_the_clients(path: Path, place: Path) -> None:
    """Open a new file, as a client has it, and merge what was handed over."""
    files.open_file(place)
    at_once(merging.apply(at_once(merging.look(merging.fetch(path))), {}))
    assert files.check().problems == ()


def test_the_client_gets_all_that_is_hers(anna: int, tmp_path: Path) -> None:
    made = hand_over(tmp_path / "anna.planner", anna)
    assert made.words() == "Anna: 1 session, 1 set and 1 plan"
    merge_at_the_clients(made.path, tmp_path / "client.db")
    [lifter] = clients.lifters()
    assert (lifter.name, lifter.bodyweight_kg) == ("Anna", 60.0)
    [session] = log.sessions(lifter.id or 0)
    assert session.exercises[0].sets[0].note == "hers"
    block = plan.mesocycle(plan.mesocycles(lifter.id or 0)[0].id or 0)
    assert session.planned_session_id == block.weeks[0].sessions[0].id


def test_what_lies_in_the_trash_goes_along_and_is_not_counted(anna: int, tmp_path: Path) -> None:
    slot = LoggedExercise("back-squat", (LoggedSet(60.0, 5),) * 3)
    log.trash_session(log.add_session(anna, Session(DAY, (slot,))))
    plan.trash_mesocycle(plan.add_mesocycle(anna, Mesocycle("left", DAY, (WEEK,))))
    made = hand_over(tmp_path / "anna.planner", anna)
    assert made.words() == "Anna: 1 session, 1 set and 1 plan"
    files.open_file(tmp_path / "client.db")
    [lifter] = at_once(merging.look(merging.fetch(made.path))).lifters
    counts = {each.what: each.new for each in lifter.counts}
    assert (counts["session"], counts["set"], counts["plan"]) == (1, 1, 1)
    assert counts["planned set"] == 1
    at_once(merging.apply(at_once(merging.look(merging.fetch(made.path))), {}))
    assert sorted(each.holds for each in trash.contents()) == [1, 3]


def test_nothing_of_another_client_is_in_the_bytes(anna: int, tmp_path: Path) -> None:
    others = rows.fetch("SELECT uid FROM lifter WHERE id <> ?", anna)
    for table in ("session", "mesocycle", "check_in", "logged_exercise"):
        owner = "session_id IN (SELECT id FROM session WHERE lifter_id <> ?)"
        where = owner if table == "logged_exercise" else "lifter_id <> ?"
        others += rows.fetch(f"SELECT uid FROM {table} WHERE {where}", anna)
    others += rows.fetch("SELECT uid FROM gone")
    content = hand_over(tmp_path / "anna.planner", anna).path.read_bytes()
    assert OTHER.encode() not in content
    assert [uid for (uid,) in others if uid.encode() in content] == []


def test_the_log_of_the_client_comes_back_to_the_trainer(
    anna: int, database: Path, tmp_path: Path
) -> None:
    merge_at_the_clients(hand_over(tmp_path / "to.planner", anna).path, tmp_path / "client.db")
    [lifter] = clients.lifters()
    log.add_session(lifter.id or 0, Session(DAY, note="alone"))
    back = hand_over(tmp_path / "back.planner", lifter.id or 0)
    files.open_quickly(database)
    at_once(merging.apply(at_once(merging.look(merging.fetch(back.path))), {}))
    assert [each.note for each in log.sessions(anna)] == ["hers", "alone"]
    [check_in] = clients.check_ins(anna, DAY, DAY)
    assert check_in.mood == 2  # which never left
    assert at_once(merging.look(merging.fetch(back.path))).is_empty()


def test_a_plan_alone_leaves_the_log_of_the_client_as_it_is(
    anna: int, database: Path, tmp_path: Path
) -> None:
    made = hand_over(tmp_path / "plan.planner", anna, plan_only=True)
    assert (made.sessions, made.plans) == (0, 1)
    merge_at_the_clients(made.path, tmp_path / "client.db")
    [lifter] = clients.lifters()
    assert log.sessions(lifter.id or 0) == []
    assert clients.check_ins(lifter.id or 0, DAY, DAY) == []


def test_what_is_private_goes_along_only_when_it_is_ticked(anna: int, tmp_path: Path) -> None:
    health.save_intake(anna, Intake(DAY, ((Topic.SURGERY, True),), note="knee, long ago"))
    health.add_referral(
        anna, Referral(DAY, Topic.CHEST_PAIN, ReferralSource.INTAKE, note="squeezing tongs")
    )
    health.add_referral(anna, Referral(DAY, Topic.STRONG_PAIN, ReferralSource.LOG, "back-squat"))
    over = Referral(DAY, Topic.KIDNEY, ReferralSource.INTAKE, note="stones", cleared_on=DAY)
    health.add_referral(anna, over)
    health.add_restriction(anna, Restriction(DAY, set_by="Dr Who", exercise="back-squat"))
    limit = fuel.DoctorLimit(1.5, "Dr Li")
    fuel.change(anna, replace(fuel.goals(anna), drinks_limit=limit))
    bare = hand_over(tmp_path / "bare.planner", anna)
    assert "stayed out" in bare.left_out
    for word in (b"long ago", b"squeezing tongs", b"stones", b"Dr Who", b"Dr Li", b"chest_pain"):
        assert word not in bare.path.read_bytes()
    full = hand_over(tmp_path / "full.planner", anna, private=True)
    assert full.left_out == ""
    merge_at_the_clients(bare.path, tmp_path / "client.db")
    [lifter] = clients.lifters()
    key = lifter.id or 0
    topics = [each.topic for each in health.referrals(key)]
    assert topics == [Topic.OTHER, Topic.STRONG_PAIN]
    assert fuel.goals(key).elsewhere
    at_once(merging.apply(at_once(merging.look(merging.fetch(full.path))), {}))
    topics = [each.topic for each in health.referrals(key)]
    assert sorted(topics) == [Topic.CHEST_PAIN, Topic.KIDNEY, Topic.STRONG_PAIN]
    assert health.restrictions(key)[0].set_by == "Dr Who"
    assert fuel.goals(key).drinks_limit == limit
    at_once(merging.apply(at_once(merging.look(merging.fetch(bare.path))), {}))
    assert health.restrictions(key)[0].set_by == "Dr Who"  # which the bare file cannot undo
    assert health.intakes(key)[0].note == "knee, long ago"


def test_with_a_plan_alone_the_answers_on_health_go_along_when_ticked(
    anna: int, tmp_path: Path
) -> None:
    health.save_intake(anna, Intake(DAY, ((Topic.SURGERY, True),), note="knee, long ago"))
    bare = hand_over(tmp_path / "bare.planner", anna, plan_only=True)
    assert "stayed out" in bare.left_out
    assert b"long ago" not in bare.path.read_bytes()
    full = hand_over(tmp_path / "full.planner", anna, plan_only=True, private=True)
    merge_at_the_clients(full.path, tmp_path / "client.db")
    [lifter] = clients.lifters()
    assert health.intakes(lifter.id or 0)[0].note == "knee, long ago"
    assert log.sessions(lifter.id or 0) == []


def test_what_is_private_is_named_as_the_tables_name_it() -> None:
    columns = {table: {*kin.TRAVELLING[table].columns} for table in private.BARE}
    assert all(private.BARE[table].keys() <= columns[table] for table in private.BARE)
    assert kin.TRAVELLING.keys() >= private.NEVER


def test_a_file_name_says_whose_and_when_and_suits_every_disk(
    anna: int, lifter: int, tmp_path: Path
) -> None:
    now = datetime(2026, 11, 22, 10, 30)
    assert handing_over.file_name([anna], now) == "Anna 2026-11-22_1030.planner"
    assert handing_over.file_name([anna, lifter], now) == "2 lifters 2026-11-22_1030.planner"
    clients.update_lifter(replace(clients.lifter(anna), name="A/B: “C” " + "x" * 80))
    assert handing_over.file_name([anna], now).startswith("A B “C” xxx")
    clients.update_lifter(replace(clients.lifter(anna), name="..?"))
    assert handing_over.file_name([anna], now) == "Lifter 2026-11-22_1030.planner"
    clients.update_lifter(replace(clients.lifter(anna), name="🏋" * 60))
    path = tmp_path / handing_over.file_name([anna], now)
    assert hand_over(path, anna).path.exists()


def test_the_database_itself_is_not_written_over(anna: int, database: Path) -> None:
    with pytest.raises(files.DatabaseProblem, match="itself"):
        hand_over(database, anna)
    with pytest.raises(files.DatabaseProblem, match="nowhere is not there"):
        hand_over(database.parent / "nowhere" / "a.planner", anna)
