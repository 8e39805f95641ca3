"""Advice for the whole lifter in the plan: a lighter week, a day of rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.coach import (
    adopting,
    block_weeks,
    blocks,
    deciding,
    exporting,
    planning,
    replaying,
    suggesting,
    week_edits,
)
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    CheckIn,
    Confidence,
    LoggedSet,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.storage import clients, decisions, plan
from tests.content import content

Kind = SuggestionKind
LINE = (
    PlannedSet(5, 5, kind=SetKind.WARMUP, load_kg=60, load=60),
    *((PlannedSet(8, 8, 2, load_kg=100, load=100),) * 4),
)


@pytest.fixture
def block(lifter, today):
    """Plan two weeks from today, Thursday: Lower today, Upper tomorrow, Arms three days on."""
    blocks.new_mesocycle(lifter, "Block", today, weeks=2)
    for week in planning.view(lifter, today, today).weeks:
        for day, name, slug in (
            (0, "Lower", "back-squat"), (1, "Upper", "bench-press"), (4, "Arms", "dumbbell-curl"),
        ):  # fmt: skip
            line = week_edits.add_exercise(week_edits.add_session(week.id, day, name), slug)
            week_edits.prescribe(line, LINE)
    return lifter


def whole(kind: Kind, rule: str) -> Suggestion:
    return Suggestion(
        kind, "", rule, phrase("Ease off"), phrase("why"), phrase(""), Confidence.LIKELY,
        (("lifts", 2),),
    )  # fmt: skip


DELOAD = whole(Kind.DELOAD, "lifter.deload")
REST = whole(Kind.REST_DAY, "lifter.rest_worn")


def placed(lifter: int, today: date) -> list[tuple[str, date]]:
    return [
        (session.name, week.starts_on + timedelta(days=session.day))
        for week in plan.mesocycle_on(lifter, today).weeks
        for session in week.sessions
    ]


def first_sets(lifter: int, today: date, week: int = 0) -> tuple[PlannedSet, ...]:
    return plan.mesocycle_on(lifter, today).weeks[week].sessions[0].exercises[0].sets


def test_the_coming_week_becomes_a_lighter_one_and_back(block, today):
    changed, step = do(lambda: deciding.accept(block, DELOAD, today))
    assert changed == 3
    week, after = plan.mesocycle_on(block, today).weeks
    assert (week.deload, after.deload) == (True, False)
    assert "half of the sets" in week.note
    warm_up, *work = first_sets(block, today)
    assert warm_up.load_kg == 60
    assert [(entry.reps_low, entry.rir, entry.load_kg) for entry in work] == [(8, 4, 95.0)] * 2
    assert work[0].load == 95.0
    assert len(first_sets(block, today, 1)) == 5
    revert(step)
    assert first_sets(block, today)[1].rir == 2
    assert not plan.mesocycle_on(block, today).weeks[0].deload


def test_a_week_that_has_begun_stays_and_the_next_gets_lighter(block, today):
    tomorrow = today + timedelta(days=1)
    deciding.accept(block, DELOAD, tomorrow)
    assert [week.deload for week in plan.mesocycle_on(block, today).weeks] == [False, True]


def test_without_a_week_ahead_the_decision_alone_is_kept(lifter, block, today):
    late = today + timedelta(weeks=3)
    assert deciding.accept(block, DELOAD, late) == 0
    assert planning.lightened(block, late) is None
    assert [made.exercise for made in decisions.decisions(block)] == [""]


def test_percentages_and_open_loads_get_lighter_too(block, today):
    key = plan.future_exercises(block, "back-squat", today)[0][1]
    week_edits.prescribe(
        key,
        (PlannedSet(5, 5, None, percent_e1rm=80), PlannedSet(amrap=True), PlannedSet(8, 8, 1)),
    )
    deciding.accept(block, DELOAD, today)
    sets = first_sets(block, today)
    assert (sets[0].percent_e1rm, sets[0].rir) == (75, 3)
    assert (sets[1].amrap, sets[1].rir) == (False, 3)


def test_accepting_rest_shifts_today_and_all_later_sessions_and_undo_restores_the_plan(
    block, today
):
    before = content()
    was = placed(block, today)
    changed, step = do(lambda: deciding.accept(block, REST, today))
    assert changed == 6
    day = timedelta(days=1)
    assert placed(block, today) == [(name, on + day) for name, on in was]
    revert(step)
    assert content() == before


def test_a_full_week_makes_room_and_a_day_off_moves_nothing(block, today):
    week = planning.view(block, today, today).weeks[0].id
    for day in (2, 3, 5, 6):
        week_edits.add_session(week, day, "More")
    was = placed(block, today)
    assert deciding.accept(block, REST, today) == 10
    assert placed(block, today) == [(name, on + timedelta(days=1)) for name, on in was]
    assert deciding.accept(block, REST, today) == 0
    assert deciding.accept(block, REST, today + timedelta(weeks=9)) == 0


def test_nothing_moves_into_another_block(block, today):
    blocks.new_mesocycle(block, "Next", today + timedelta(days=12), weeks=1)
    assert deciding.accept(block, REST, today) == 0


def answer(lifter: int, on: date, points: int) -> None:
    made = CheckIn(on, sleep=points, energy=points, soreness=6 - points)
    clients.save_check_in(lifter, made)


def usually_well(lifter: int, today: date) -> None:
    for ago in range(30, 8, -3):
        answer(lifter, today - timedelta(days=ago), 4)


def rules(lifter: int, today: date) -> list[str]:
    return [made.rule for made in suggesting.all_suggestions(lifter, today)]


def test_a_bad_morning_before_a_planned_session_asks_for_rest_until_answered(block, today):
    usually_well(block, today)
    assert rules(block, today) == []
    answer(block, today, 2)
    (made,) = planning.suggestions(block, today)
    assert (made.rule, made.exercise) == ("lifter.rest_worn", "")
    deciding.dismiss(block, made, today, "I feel fine now")
    assert rules(block, today) == []


def test_there_is_nothing_to_rest_from_on_a_day_off(block, today):
    usually_well(block, today)
    answer(block, today + timedelta(days=2), 2)
    assert rules(block, today + timedelta(days=2)) == []


def test_without_a_plan_rest_is_still_advised(lifter, today):
    usually_well(lifter, today)
    answer(lifter, today, 2)
    assert rules(lifter, today) == ["lifter.rest_worn"]


def test_short_sleep_counts_before_heavy_sets_only(block, today):
    clients.save_check_in(block, CheckIn(today, sleep_hours=4))
    assert rules(block, today) == []
    key = plan.future_exercises(block, "back-squat", today)[0][1]
    week_edits.prescribe(key, (PlannedSet(3, 3, 2),) * 3)
    assert rules(block, today) == ["lifter.rest_sleep"]


@pytest.fixture
def tired(lifter, today, train):
    """Train three lifts well for weeks, then see two of them drop for three sessions."""
    usually_well(lifter, today)
    for ago in range(60, 0, -4):
        on = today - timedelta(days=ago)
        worn = ago <= 12
        for slug, load, hard in (
            ("back-squat", 100, True), ("bench-press", 70, True), ("dumbbell-curl", 12, False),
        ):  # fmt: skip
            reps = 5 if worn and hard else 8
            entry = LoggedSet(load, reps, rir=1, load=load, target_reps=8)
            train(lifter, slug, on, *(entry,) * (7 if worn and hard else 3))
        if worn:
            answer(lifter, on, 2)
    return lifter


def test_tiredness_in_two_lifts_asks_for_a_lighter_week_once(tired, today):
    found = suggesting.all_suggestions(tired, today)
    assert found[0].kind is Kind.DELOAD
    assert "Back squat" in render(found[0].reason)
    deciding.accept(tired, found[0], today)
    for later in (0, 14, 27):
        assert "lifter.deload" not in rules(tired, today + timedelta(days=later))


def test_a_deload_that_is_planned_anyway_is_not_advised(tired, today):
    blocks.new_mesocycle(tired, "Block", today + timedelta(days=7), weeks=1)
    week = planning.view(tired, today, today).week
    week_edits.add_session(week.id, 0, "Lower")
    plan.update_week(replace(plan.week(week.id), deload=True))
    assert "lifter.deload" not in rules(tired, today)


def test_the_command_line_and_files_name_what_has_no_lift(tired, today):
    made = suggesting.all_suggestions(tired, today)[0]
    facts = replaying.suggestion_facts(made, Unit.KG)
    assert (facts["exercise"], facts["name"]) == ("", "This week")
    assert facts["effect"].startswith("Same exercises, same days.")
    assert replaying.suggestion_text(made, Unit.KG).startswith("This week: A lighter week")
    assert replaying.suggestion_name(REST) == "Today"


def test_other_ways_are_listed_too(tired, today):
    lift = next(s for s in suggesting.all_suggestions(tired, today) if s.exercise)
    both = replace(lift, others=(lift, lift))
    assert "Other ways: " in replaying.suggestion_text(both, Unit.KG)
    assert len(replaying.suggestion_facts(both, Unit.KG)["others"]) == 2


def test_an_answer_for_the_whole_lifter_travels_with_the_lifter(tired, today):
    deciding.accept(tired, DELOAD, today)
    [adopted] = adopting.adopt(exporting.document(tired))
    (made,) = decisions.decisions(adopted)
    assert (made.exercise, made.kind, made.verdict) == ("", Kind.DELOAD, "accepted")


def test_a_week_that_was_a_deload_is_not_made_lighter_again(block, today):
    deciding.accept(block, DELOAD, today)
    lighter = plan.mesocycle_on(block, today).weeks[0]
    block_weeks.make_plain(lighter.id)
    deciding.accept(block, DELOAD, today)
    assert plan.mesocycle_on(block, today).weeks[0] == lighter
