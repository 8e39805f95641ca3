"""A clearance that is waited for, an illness, and a limit hold on every way to a load."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    absences,
    filling,
    health,
    lines,
    loads,
    looking_back,
    planning,
    practice_marks,
    printing,
    progressing,
    readings,
    scope,
    skills,
    suggesting,
    suited,
)
from planner.coach.circumstances import Circumstances
from planner.coach.health import Clearance
from planner.coach.progressing import Harder, Progress
from planner.coach.quiet import quiet
from planner.coach.refused import Refused
from planner.engine.skill import Beside, standing
from planner.engine.terms import (
    Absence,
    LoggedSet,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    ReferralSource,
    Restriction,
    SetKind,
    Topic,
)
from planner.storage import clients, library, plan

DAY = timedelta(days=1)
SQUAT, SNATCH, HELPED = "back-squat", "snatch", "assisted-pull-up"
KG = PlannedSet(5, 5, 2.0, load_kg=100.0, load=100.0)
RISE = Progress(harder=Harder.LOAD, load_percent=2.5)


def planned(lifter: int, on: date, *sets: PlannedSet, slug: str = SQUAT, weeks: int = 1) -> int:
    """Plan a lift for the first day of each week; return the id of the first week."""
    session = PlannedSession("A", 0, (PlannedExercise(slug, sets),))
    made = tuple(
        Microcycle(n + 1, on + n * 7 * DAY, (session,) if n == 0 else ()) for n in range(weeks)
    )
    block = plan.mesocycle(plan.add_mesocycle(lifter, Mesocycle("Block", on, made)))
    return block.weeks[0].id or 0


def limit(today: date, most_kg: float | None = 60.0, **of: object) -> Restriction:
    return replace(Restriction(today, None, "Dr Ruiz", most_kg=most_kg), **of)


def kg(lifter: int, today: date, week: int = 0) -> list[float | None]:
    block = plan.mesocycle_on(lifter, today)
    assert block is not None
    sets = (e for s in block.weeks[week].sessions for x in s.exercises for e in x.sets)
    return [entry.load_kg for entry in sets]


def test_a_limit_on_all_loads_takes_no_help_away(lifter, today, train):
    clients.update_lifter(replace(clients.lifter(lifter), bodyweight_kg=80.0))
    for ago in range(4, 0, -1):
        train(lifter, HELPED, today - ago * 7 * DAY, *[LoggedSet(45.0, 5, 2.0, load=45.0)] * 3)
    week = planned(lifter, today, PlannedSet(5, 5, 2.0), slug=HELPED)
    scope.keep(lifter, limit(today, 10.0))
    assert quiet(lifter, today).most_kg(library.exercise(HELPED)) is None
    filling.fill_loads(lifter, plan.mesocycle_of(week), today)
    assert kg(lifter, today)[0] >= 40.0


@pytest.mark.parametrize("held", ["referral", "limit", "cap"])
def test_nothing_that_waits_or_is_limited_takes_a_lifts_place(lifter, today, held):
    bench, free = library.exercise("bench-press"), Circumstances(lifter, today)
    first, *others = (made.slug for made in free._alternatives(bench))
    if held == "referral":
        health.raise_referral(lifter, Topic.STRONG_PAIN, today, ReferralSource.LOG, first)
    else:
        scope.keep(lifter, limit(today, 40.0 if held == "cap" else None, exercise=first))
    left = [made.slug for made in Circumstances(lifter, today)._alternatives(bench)]
    assert first not in left
    assert left[: len(others)] == others


@pytest.mark.parametrize("held", ["red flag", "referral", "limit", "cap"])
def test_weeks_that_are_built_do_not_get_heavier_for_who_waits_or_is_limited(squatter, today, held):
    week = planned(squatter, today, KG, weeks=3)
    if held == "red flag":
        health.raise_referral(squatter, Topic.CHEST_PAIN, today, ReferralSource.SIGN)
    elif held == "referral":
        health.raise_referral(squatter, Topic.STRONG_PAIN, today, ReferralSource.LOG, SQUAT)
    else:
        most = 60.0 if held == "cap" else None
        scope.keep(squatter, limit(today, most, exercise=SQUAT))
    made = progressing.preview(squatter, week, RISE, False, today)
    assert [each.held for each in made] == [(), ("Back squat",), ("Back squat",)]
    assert progressing.build(squatter, week, RISE, False, today) == 2
    most = 60.0 if held == "cap" else 100.0
    assert [kg(squatter, today, number) for number in (1, 2)] == [[most], [most]]


def test_weeks_rise_again_from_the_day_after_a_limit(squatter, today):
    week = planned(squatter, today, KG, weeks=3)
    scope.keep(squatter, limit(today, None, exercise=SQUAT, until=today + 7 * DAY))
    made = progressing.preview(squatter, week, RISE, False, today)
    assert [each.held for each in made] == [(), ("Back squat",), ()]
    progressing.build(squatter, week, RISE, False, today)
    assert [kg(squatter, today, number) for number in (1, 2)] == [[100.0], [105.0]]


@pytest.fixture
def snatching(lifter: int, today: date, train) -> int:
    """Three sessions of snatches, three more planned; return the lifter."""
    for days in range(3):
        train(lifter, SNATCH, today - (days + 1) * DAY, *[LoggedSet(40.0, 3, 3, load=40.0)] * 3)
    planned(lifter, today, KG, slug=SNATCH)
    return lifter


def practice(lifter: int, today: date) -> tuple[list[str], float | None, list[float | None]]:
    """Return what the plan, the page of skills and sets of practice say."""
    view, basis = planning.view(lifter, today, today), loads.LoadBasis(lifter, today)
    said = practice_marks.of_week(view.mesocycle, view.week.id, set(), basis)
    [skill] = [each for each in skills.of_lifter(lifter, today) if each.exercise.slug == SNATCH]
    line = view.week.sessions[0].exercises[0]
    lines.practise(line.id, lifter, today)
    return list(said.values()), skill.standing.cap_kg, kg(lifter, today)[:1]


def test_practice_has_its_load_where_nothing_holds_it(snatching, today):
    [said], cap_kg, written = practice(snatching, today)
    assert said.endswith(", up to 40 kg")
    assert (cap_kg, written) == (40.0, [40.0])


def test_practice_has_no_load_while_a_clearance_is_waited_for(snatching, today):
    health.raise_referral(snatching, Topic.CHEST_PAIN, today, ReferralSource.SIGN)
    assert practice(snatching, today) == ([], None, [None])


def test_practice_keeps_to_a_limit(snatching, today):
    scope.keep(snatching, limit(today, 20.0))
    [said], cap_kg, written = practice(snatching, today)
    assert said.endswith(", up to 20 kg")
    assert (cap_kg, written) == (20.0, [20.0])
    sheet = printing.week_sheet(snatching, today, today)
    assert not [line for line in sheet.this_week if "up to 40" in line]


@pytest.mark.parametrize("entry", [
    KG, replace(KG, kind=SetKind.DROP), replace(KG, kind=SetKind.WARMUP),
    replace(KG, reps_low=None, reps_high=None), replace(KG, load_kg=62.5, load=62.5),
])  # fmt: skip
def test_a_copy_for_another_keeps_to_their_limit(squatter, today, train, entry):
    other = clients.add_lifter(replace(clients.lifter(squatter), id=None, uid="", name="Ben"))
    for ago in range(4, 0, -1):
        train(other, SQUAT, today - ago * 7 * DAY, *[LoggedSet(100.0, 5, 2.0, load=100.0)] * 3)
    scope.keep(other, limit(today))
    source, target = (loads.LoadBasis(key, today) for key in (squatter, other))
    made = suited.suited(PlannedExercise(SQUAT, (entry,)), today + DAY, source, target)
    assert 0 < made.sets[0].load_kg <= 60.0


@pytest.mark.parametrize("days", [0, 3, 7])
def test_loads_of_a_day_keep_to_the_limits_of_that_day(squatter, today, days):
    planned(squatter, today + days * DAY, PlannedSet(5, 5, 2.0))
    block = plan.mesocycle_on(squatter, today + days * DAY)
    begins = limit(today + 3 * DAY, until=today + 6 * DAY)
    scope.keep(squatter, begins)
    filling.fill_loads(squatter, block.id, today)
    [load] = kg(squatter, today + days * DAY)
    assert (load <= 60.0) is (days == 3)


def test_who_is_ill_gets_no_loads_filled_in_no_coaching_notes_and_no_advice(squatter, today, train):
    planned(squatter, today + DAY, PlannedSet(5, 5, 2.0))
    train(squatter, SQUAT, today, *[LoggedSet(100.0, 5, 2.0, load=100.0)] * 3)
    block, basis = plan.mesocycle_on(squatter, today), loads.LoadBasis(squatter, today)
    assert filling.open_lifts(block, {}, basis) == (SQUAT,)
    absences.add(squatter, Absence(today, None, "ill"))
    basis = loads.LoadBasis(squatter, today)
    assert filling.open_lifts(block, {}, basis) == ()
    assert filling.fill_loads(squatter, block.id, today) == 0
    told = printing.week_sheet(squatter, today + DAY, today).this_week
    assert told == ("Ill since 5 Nov: nothing is suggested until you are back. Get well first.",)
    [made] = [e for e in looking_back.sessions(squatter, SQUAT, today) if e.on == today]
    assert not made.headline
    assert suggesting.advised(squatter, today).every == ()


def test_nothing_may_be_loaded_is_no_note_but_a_limit(lifter, today):
    none = limit(today, 0.0)
    assert not scope.is_note(none)
    assert scope.words(none) == "All training: at most 0 kg (Dr Ruiz)"
    assert scope.Scope((none,)).most_kg(library.exercise(SQUAT)) == 0.0


def test_the_load_of_practice_is_no_more_than_a_limit(lifter, today, train):
    train(lifter, SNATCH, today - DAY, *[LoggedSet(40.0, 3, 3, load=40.0)] * 3)
    state = readings.replays(lifter, today)[SNATCH].state(today)
    assert standing(state, today).cap_kg == 40.0
    assert standing(state, today, Beside(most_kg=30.0)).cap_kg == 30.0


@pytest.mark.parametrize(("by", "days"), [("  ", 0), ("Dr. Cor", -1)])
def test_a_clearance_has_a_name_and_is_no_older_than_its_referral(lifter, today, by, days):
    health.raise_referral(lifter, Topic.CHEST_PAIN, today, ReferralSource.SIGN)
    [waits] = health.waiting(lifter, today)
    with pytest.raises(Refused):
        health.clear(lifter, waits, Clearance(today + days * DAY, by))
    assert health.waiting(lifter, today) == (waits,)


def test_an_older_letter_answers_a_question_that_was_asked_after_it(lifter, today):
    health.raise_referral(lifter, Topic.SURGERY, today, ReferralSource.INTAKE)
    [waits] = health.waiting(lifter, today)
    health.clear(lifter, waits, Clearance(today - 14 * DAY, "Dr. Cor"))
    assert health.waiting(lifter, today) == ()


def test_a_block_from_a_program_keeps_each_day_to_its_limits(squatter, today):
    session = PlannedSession("A", 0, (PlannedExercise(SQUAT, (PlannedSet(5, 5, 2.0),)),))
    weeks = tuple(Microcycle(n, today + n * 7 * DAY, (session,)) for n in (1, 2, 3))
    scope.keep(squatter, limit(today + 10 * DAY, until=today + 15 * DAY))
    block = Mesocycle("Block", today, weeks)
    made = loads.block_with_loads(block, loads.LoadBasis(squatter, today))
    first, second, third = (w.sessions[0].exercises[0].sets[0].load_kg for w in made.weeks)
    assert (first, second) == (third, 60.0)
    assert first > 60.0
