"""Changes of structure in the plan: a set more, another range, or nothing for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from planner.coach import blocks, clients, deciding, planning, suggesting, untyped, week_edits
from planner.coach.circumstances import Circumstances
from planner.coach.steps import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Change,
    Experience,
    Lifter,
    LoggedSet,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
)
from planner.storage import decisions, plan
from tests.content import content

Kind = SuggestionKind
FIVES = (PlannedSet(5, 5, 1, load_kg=100, load=100),) * 3


def change(lifter: int, today: date) -> Suggestion:
    return next(s for s in planning.suggestions(lifter, today) if s.exercise == "bench-press")


def ahead(lifter: int, today: date, slug: str = "bench-press"):
    return [made for _, _, made in plan.future_exercises(lifter, slug, today)]


def test_a_plateau_earns_a_set_in_every_session_ahead_but_the_lighter_ones(stuck, today):
    made = change(stuck, today)
    assert made.kind is Kind.ADD_SET
    assert len(made.others) == 2
    changed, step = do(lambda: deciding.accept(stuck, made, today))
    assert changed == 4
    assert [len(each.sets) for each in ahead(stuck, today)] == [4, 4, 4, 4, 3, 3]
    (kept,) = decisions.decisions(stuck, "bench-press")
    assert (kept.kind, kept.changed) == (Kind.ADD_SET, "4 sets")
    assert kept.text.startswith("Add a set: 4 instead of 3. About ")
    revert(step)
    assert [len(each.sets) for each in ahead(stuck, today)] == [3] * 6


def test_sets_closer_to_the_limit_stay_out_of_the_lighter_weeks(stuck, today):
    made = replace(change(stuck, today), kind=Kind.LEVEL_OFF, change=Change(rir=0))
    deciding.accept(stuck, made, today)
    assert [each.sets[0].rir for each in ahead(stuck, today)] == [0, 0, 0, 0, 1, 1]


def test_a_set_more_is_one_more_than_each_session_has(stuck, today):
    first = plan.future_exercises(stuck, "bench-press", today)[0]
    week_edits.prescribe(first[1], (*FIVES[:2], replace(FIVES[0], amrap=True), *FIVES[:2]))
    deciding.accept(stuck, change(stuck, today), today)
    sets = ahead(stuck, today)[0].sets
    assert [entry.amrap for entry in sets] == [False, False, True, False, False, False]


def test_a_last_set_to_the_limit_stays_the_last_and_warm_ups_stay_first(stuck, today):
    warm_up, limit = PlannedSet(5, kind=SetKind.WARMUP), replace(FIVES[0], amrap=True)
    drop = replace(FIVES[0], kind=SetKind.DROP)
    planned = replace(ahead(stuck, today)[0], sets=(warm_up, FIVES[0], limit, drop))
    sets = suggesting.changed_sets(planned, change(stuck, today), Unit.KG)
    assert [entry.kind for entry in sets] == [
        SetKind.WARMUP, SetKind.WORK, SetKind.WORK, SetKind.WORK, SetKind.DROP,
    ]  # fmt: skip
    assert [entry.amrap for entry in sets] == [False, False, False, True, False]


def test_an_adjusted_number_of_sets_is_kept_to(stuck, today):
    made = change(stuck, today)
    deciding.accept(stuck, replace(made, change=Change(sets=5)), today)
    assert len(ahead(stuck, today)[0].sets) == 5
    no_sets = replace(made, change=Change())
    assert suggesting.changed_sets(ahead(stuck, today)[0], no_sets, Unit.KG) == (
        ahead(stuck, today)[0].sets
    )


def test_only_drop_sets_still_grow_by_one(stuck, today):
    drops = replace(ahead(stuck, today)[0], sets=(replace(FIVES[0], kind=SetKind.DROP),) * 2)
    assert len(suggesting.changed_sets(drops, change(stuck, today), Unit.KG)) == 3


def test_another_way_can_be_taken_instead(stuck, today):
    made = next(way for way in change(stuck, today).others if way.kind is Kind.REP_RANGE)
    deciding.accept(stuck, made, today)
    sets = ahead(stuck, today)[0].sets
    assert {(each.reps_low, each.reps_high) for each in sets} == {(8, 12)}
    assert {each.load_kg for each in sets} == {made.change.load_kg}
    assert made.change.load_kg < 90


def test_each_way_on_is_another_one_changes_only_what_lies_ahead_and_undoes_exactly(stuck, today):
    on = today + timedelta(days=7)  # the first week is over, and nothing of it was done
    first = change(stuck, on)
    ways = [replace(first, others=()), *first.others]
    assert len({(made.kind, made.change) for made in ways}) == len(ways) >= 2
    before, past = content(), plan.week(week_before(stuck, on))
    for made in ways:
        changed, step = do(partial(deciding.accept, stuck, made, on))
        assert changed >= 1
        assert plan.week(week_before(stuck, on)) == past
        revert(step)
        assert content() == before


def week_before(lifter: int, on: date) -> int:
    return planning.view(lifter, on - timedelta(days=7), on).week.id


def test_after_a_change_the_lift_is_left_alone(stuck, today):
    deciding.accept(stuck, change(stuck, today), today)
    for days in (0, 20):
        kinds = {s.kind for s in planning.suggestions(stuck, today + timedelta(days=days))}
        assert not kinds & {Kind.ADD_SET, Kind.REP_RANGE, Kind.VARIATION}


def test_what_was_declined_is_not_asked_again_soon(stuck, today):
    deciding.dismiss(stuck, change(stuck, today), today, "no time")
    assert Kind.ADD_SET not in {s.kind for s in planning.suggestions(stuck, today)}
    around = Circumstances(stuck, today)
    assert around.decided[0].reason == "no time"


def test_a_change_is_not_asked_for_on_top_of_another_answer(stuck, today):
    made = change(stuck, today)
    other = replace(made, kind=Kind.HOLD, rule="hold.too_heavy", change=None)
    deciding.dismiss(stuck, other, today)
    assert Kind.ADD_SET not in {s.kind for s in planning.suggestions(stuck, today)}


def test_the_words_of_a_change_can_be_read_aloud(stuck, today):
    made = change(stuck, today)
    assert render(made.reason).startswith("About 117 kg on ")
    assert "Chest: 3 hard sets a week" in render(made.reason)


@pytest.fixture
def levelled(database, today, train):
    """A novice whose squat rose quickly for six weeks and hardly since; planned from today."""
    lifter = clients.add(Lifter(Experience.NOVICE, bodyweight_kg=80.0, name="Nora"))
    for session in range(26):
        load = 50 + 2.5 * min(session, 12)
        entry = LoggedSet(load, 8, rir=2 if session < 13 else 1, load=load)
        on = today - timedelta(days=4 * (26 - session))
        train(lifter, "leg-press", on, *(entry,) * 2)
    return lifter


def rules(lifter: int, on: date) -> list[str]:
    return [made.rule for made in suggesting.all_suggestions(lifter, on)]


def test_levelling_off_is_answered_by_any_change_that_is_accepted(levelled, today):
    days = [today - timedelta(days=ago) for ago in range(70, 0, -1)]
    on = next(day for day in days if "level_off.notice" in rules(levelled, day))
    notice = suggesting.all_suggestions(levelled, on)[0]
    _, step = do(lambda: deciding.accept(levelled, notice.others[0], on))
    assert "level_off.notice" not in rules(levelled, on + timedelta(days=1))
    revert(step)
    deciding.dismiss(levelled, notice, on)
    assert "level_off.notice" not in rules(levelled, on + timedelta(days=1))


def test_levelling_off_that_was_put_away_is_no_news_when_its_day_is_estimated_anew(levelled, today):
    days = [today - timedelta(days=ago) for ago in range(70, 0, -1)]
    on = next(day for day in days if "level_off.notice" in rules(levelled, day))
    notice = suggesting.all_suggestions(levelled, on)[0]
    deciding.dismiss(levelled, notice, on - timedelta(days=10))
    assert "level_off.notice" not in rules(levelled, on)


def test_a_lighter_return_makes_the_first_three_sessions_and_no_more(stuck, today):
    back = today + timedelta(days=20)
    untyped.not_done(stuck, suggesting.advised(stuck, back).untyped, back)
    blocks.new_mesocycle(stuck, "Again", back, weeks=4)
    for week in planning.view(stuck, back, back).weeks:
        line = week_edits.add_exercise(week_edits.add_session(week.id, 0, "Upper"), "bench-press")
        week_edits.prescribe(line, FIVES)
    ramp = change(stuck, back)
    assert ramp.kind is Kind.RETURN_RAMP
    planned = ahead(stuck, back)
    assert deciding.accept(stuck, ramp, back) == 3
    made = ahead(stuck, back)
    assert [len(each.sets) for each in made] == [2, 2, 3, 3]
    assert [each.sets[0].load_kg for each in made[:3]] == [92.5, 95.0, 97.5]
    assert made[3] == planned[3]
