"""Give a week to several lifters, each with loads of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    assigning,
    carrying,
    copying_week,
    loads,
    printing,
    readings,
    sheet_language,
    steps,
    suited,
    templates,
)
from planner.coach.assigning import Assignment
from planner.coach.parts import at_once
from planner.coach.wording import render
from planner.engine.copies import copied
from planner.engine.plates import standard_inventory
from planner.engine.strength import load_for
from planner.engine.terms import (
    Lifter,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Session,
    Stopped,
    Unit,
)
from planner.storage import clients, log, plan
from tests.content import content

MONDAY = date(2026, 11, 9)


def prepared(week: int, squatter: int, who: int, today: date, beside: bool = True) -> Assignment:
    """Prepare the squatter's week for another lifter."""
    source = copying_week.source(squatter, week, today)
    return at_once(copying_week.copy_for(clients.lifter(who), source, beside, today))


def planned(who: int) -> list[PlannedSession]:
    """Return what a lifter has planned in that week, in order."""
    block = plan.mesocycle_on(who, MONDAY)
    return [*block.weeks[0].sessions] if block is not None else []


def e1rm(who: int, today: date) -> float:
    """Return a lifter's squat."""
    return readings.readings(who, today)["back-squat"].strength_kg or 0.0


def test_a_week_comes_to_each_at_the_same_share_of_their_strength(
    three: list[int], squatter: int, week: int, today: date
) -> None:
    assigning.assign([prepared(week, squatter, who, today) for who in three], lambda _: None)
    strong, weak, new = (planned(who)[0].exercises[0].sets for who in three)
    share = 80.0 / e1rm(squatter, today)
    for who, sets in ((three[0], strong), (three[1], weak)):
        assert sets[0].load_kg == pytest.approx(share * e1rm(who, today), abs=2.5)
        assert sets[2].load_kg == pytest.approx(share / 2 * e1rm(who, today), abs=2.5)
    assert strong[0].load_kg != weak[0].load_kg
    assert (strong[0].unit, strong[0].load) == (Unit.LB, 255.0)
    assert [made.percent_e1rm for made in strong] == [None, 80.0, None]
    assert strong[1].load_kg is None  # it follows from the strength of its day
    assert [made.load_kg for made in new] == [None] * 3
    assert [made.reps_low for made in new] == [5, 3, 8]
    assert planned(three[0])[0].exercises[1].sets[0].load_kg is None  # nobody benched yet


def test_where_steps_are_coarse_the_nearest_load_comes_not_the_next_easier(
    today: date, train: Callable[..., int], squatter: int
) -> None:
    ben = clients.add_lifter(Lifter(name="Ben", inventory=standard_inventory(Unit.KG)))
    for who, kg in ((squatter, 10.0), (ben, 6.0)):
        for week in range(10, 0, -1):
            entry = LoggedSet(kg, 12, rir=1.0, load=kg)
            train(who, "lateral-raise", today - timedelta(weeks=week), entry, entry)
    sets = (PlannedSet(12, 15, rir=0.0, load_kg=10.0, load=10.0),) * 3
    session = PlannedSession("A", 2, (PlannedExercise("lateral-raise", sets),))
    made = (Microcycle(1, MONDAY, (session,)),)
    block = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Strong", MONDAY, made)))
    assigning.assign([prepared(block.weeks[0].id or 0, squatter, ben, today)], lambda _: None)
    assert planned(ben)[0].exercises[0].sets[0].load_kg == 6.0


def test_what_was_too_much_for_one_is_not_handed_on(
    three: list[int], squatter: int, today: date
) -> None:
    far_too_much = (PlannedSet(8, 8, rir=2.0, load_kg=115.0, load=115.0),) * 3
    session = PlannedSession("A", 2, (PlannedExercise("back-squat", far_too_much),))
    made = (Microcycle(1, MONDAY, (session,)),)
    block = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Strong", MONDAY, made)))
    ben = three[1]
    assigning.assign([prepared(block.weeks[0].id or 0, squatter, ben, today)], lambda _: None)
    own = planned(ben)[0].exercises[0].sets
    assert (own[0].load_kg or 0.0) <= load_for(e1rm(ben, today), 8, 2.0)


def test_a_pasted_session_is_the_same_as_a_copied_week_and_notes_stay_with_their_lifter(
    three: list[int], squatter: int, squat: PlannedExercise, bench: PlannedExercise, today: date
) -> None:
    line = replace(squat, superset=0, rest_s=150, tempo="3-1-1-0", note="left knee")
    session = PlannedSession("A", 2, (line, replace(bench, superset=0)), note="after the injury")
    made = (Microcycle(1, MONDAY, (session,), note="her operation", deload=True),)
    block = plan.mesocycle(plan.add_mesocycle(squatter, Mesocycle("Strong", MONDAY, made)))
    week = block.weeks[0]
    for who in three:
        prepared(week.id or 0, squatter, who, today).write()
        target = plan.mesocycle_on(who, MONDAY).weeks[0]
        reader = carrying.Reader(who, today)
        carrying.paste_sessions(
            carrying.Copied(squatter, sessions=week.sessions), target.id or 0, 4, reader
        )
        copy, pasted = (copied(each) for each in planned(who))
        assert replace(pasted, day=2) == copy
        first = copy.exercises[0]
        assert (target.note, copy.note, first.note) == ("", "", "")
        assert (first.superset, first.rest_s, first.tempo) == (0, 150, "3-1-1-0")


def test_a_block_is_made_where_there_is_none_and_copies_have_ids_of_their_own(
    three: list[int], squatter: int, week: int, today: date
) -> None:
    made = prepared(week, squatter, three[0], today)
    assert [render(each) for each in made.there] == ["no block then; one is made"]
    assert (made.known, made.lifts) == (1, 2)
    made.write()
    block = plan.mesocycle_on(three[0], MONDAY)
    assert block is not None
    assert (block.name, block.started_on, block.weeks[0].note) == ("Strong", MONDAY, "")
    uids = {each.uid for who in (squatter, three[0]) for each in planned(who)}
    assert len(uids) == 4


def test_a_programs_week_keeps_its_words_in_the_language_of_who_gets_it(
    three: list[int], squatter: int, today: date
) -> None:
    block = plan.add_mesocycle(squatter, templates.block("full-body-start", MONDAY))
    week = plan.mesocycle(block).weeks[0].id or 0
    prepared(week, squatter, three[0], today).write()
    sheet_language.choose(three[0], "de")
    german = printing.week_sheet(three[0], MONDAY, today)
    assert german.heading.startswith("Ganzkörper-Einstieg ")
    assert german.sessions[0].title.endswith("Ganzkörper A")


@pytest.mark.parametrize("beside", [True, False])
def test_it_comes_beside_what_is_planned_or_instead_and_what_was_done_stays(
    beside: bool, three: list[int], squatter: int, week: int, today: date
) -> None:
    who = three[1]
    own = (PlannedSession("Own", 3), PlannedSession("Old", 5), PlannedSession("Sunday", 0))
    starts_on = MONDAY - timedelta(days=1)  # a week that begins on Sunday
    weeks = (Microcycle(1, starts_on, own), Microcycle(2, starts_on + timedelta(weeks=1)))
    block = plan.mesocycle(plan.add_mesocycle(who, Mesocycle("Block", starts_on, weeks)))
    logged = next(each.id for each in block.weeks[0].sessions if each.name == "Old")
    log.add_session(who, Session(MONDAY + timedelta(days=4), planned_session_id=logged))
    made = prepared(week, squatter, who, today, beside)
    assert [render(each) for each in made.there] == ["2 sessions planned, 1 done"]
    made.write()
    stored = plan.mesocycle(block.id or 0).weeks[0].sessions
    days = [(each.name, each.day) for each in stored]
    kept = [("Sunday", 0), ("Own", 3)] if beside else [("Sunday", 0)]
    assert days == [*kept, ("A", 3), ("Old", 5)]  # B fell on the day of Old, which is done


def test_instead_leaves_alone_what_another_block_hides(
    three: list[int], squatter: int, week: int, today: date
) -> None:
    hidden, shown = (
        plan.add_mesocycle(three[1], Mesocycle(name, starts_on, (Microcycle(1, starts_on, own),)))
        for name, starts_on, own in (
            ("Old", MONDAY - timedelta(days=1), (PlannedSession("Hidden", 3),)),
            ("New", MONDAY, (PlannedSession("Shown", 2),)),
        )
    )
    made = prepared(week, squatter, three[1], today, beside=False)
    assert [render(each) for each in made.there] == ["1 session planned"]
    made.write()
    names = [[s.name for s in plan.mesocycle(key).weeks[0].sessions] for key in (hidden, shown)]
    assert names == [["Hidden"], ["A", "B"]]


def test_all_copies_are_one_step_that_undo_takes_back_and_cancel_never_begins(
    three: list[int], squatter: int, week: int, today: date
) -> None:
    before = content()
    ready = [prepared(week, squatter, who, today) for who in three]
    done, step = steps.do(lambda: assigning.assign(ready, lambda _: None))
    assert done == 3
    steps.revert(step)
    assert content() == before

    def stop(number: int) -> None:
        if number == 2:
            raise Stopped

    with pytest.raises(Stopped):
        steps.do(lambda: assigning.assign(ready, stop))
    assert content() == before


def test_a_load_is_told_by_repetitions_and_reserve_where_the_first_has_no_strength(
    three: list[int], squatter: int, bench: PlannedExercise, today: date, train: Callable[..., int]
) -> None:
    press = LoggedSet(50.0, 5, rir=2.0, load=50.0)
    for week in range(1, 6):
        train(three[1], "bench-press", today - timedelta(weeks=week), press)
    source, target = loads.LoadBasis(squatter, today), loads.LoadBasis(three[1], today)
    own = suited.suited(bench, MONDAY, source, target).sets[0]
    filled = loads.with_open_loads(
        replace(bench, sets=(PlannedSet(5, 5, rir=2.0),)), MONDAY, target
    ).sets[0]
    assert own == filled
    assert own.load_kg is not None
