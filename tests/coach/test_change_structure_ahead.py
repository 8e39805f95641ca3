"""Changes of structure in the plan: a set more, another range, another exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from planner.coach import (
    blocks,
    clients,
    deciding,
    library,
    planning,
    readings,
    suggesting,
    untyped,
    week_edits,
)
from planner.coach.alternatives import alternatives
from planner.coach.circumstances import Circumstances
from planner.coach.files import do, revert
from planner.coach.wording import render
from planner.engine.terms import (
    Change,
    Confidence,
    Equipment,
    Exercise,
    Experience,
    Lifter,
    LoggedSet,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.storage import decisions, library as stored_library, plan
from planner.storage.base import open_connection

Kind = SuggestionKind
CYCLE = ((100, 5, 1), (100, 5, 0), (100, 5, 1), (102.5, 4, 0))
FIVES = (PlannedSet(5, 5, 1, load_kg=100, load=100),) * 3


@pytest.fixture
def stuck(lifter, today, train):
    """Bench five reps with about 100 kg for twenty weeks, then plan it twice a week for three."""
    for week in range(20, 0, -1):
        load, reps, rir = CYCLE[week % 4]
        entry = LoggedSet(load, reps, rir=rir, load=load)
        train(lifter, "bench-press", today - timedelta(days=7 * week - 3), entry, entry, entry)
    blocks.new_mesocycle(lifter, "Block", today, weeks=3)
    view = planning.view(lifter, today, today)
    for week in view.weeks:
        for day in (0, 3):
            line = week_edits.add_exercise(
                week_edits.add_session(week.id, day, "Upper"), "bench-press"
            )
            week_edits.prescribe(line, FIVES)
    last = plan.week(view.weeks[-1].id)
    plan.update_week(replace(last, deload=True))
    return lifter


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
    before, past = list(open_connection().iterdump()), plan.week(week_before(stuck, on))
    for made in ways:
        changed, step = do(partial(deciding.accept, stuck, made, on))
        assert changed >= 1
        assert plan.week(week_before(stuck, on)) == past
        revert(step)
        assert list(open_connection().iterdump()) == before


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


def swap(rule: str = "structure.variation", to: str = "close-grip-bench-press") -> Suggestion:
    return Suggestion(
        Kind.VARIATION, "bench-press", rule, phrase("Swap"), phrase("why"), phrase(""),
        Confidence.LIKELY, (("to", to),), Change(exercise=to),
    )  # fmt: skip


def test_a_swap_keeps_place_and_sets_and_leaves_loads_open_without_a_history(stuck, today):
    lines = plan.future_exercises(stuck, "bench-press", today)
    _, step = do(lambda: deciding.accept(stuck, swap(), today))
    made = ahead(stuck, today, "close-grip-bench-press")
    assert [len(each.sets) for each in made] == [3, 3, 3]
    assert {entry.load_kg for each in made for entry in each.sets} == {None}
    assert {(entry.reps_low, entry.rir) for each in made for entry in each.sets} == {(5, 1)}
    (kept,) = decisions.decisions(stuck)
    assert kept.changed == "Close-grip bench press"
    revert(step)
    assert plan.future_exercises(stuck, "bench-press", today) == lines


def test_the_only_long_term_lift_of_its_pattern_keeps_a_session_each_week(stuck, today):
    assert deciding.accept(stuck, swap(), today) == 3
    assert len(ahead(stuck, today)) == 3


def test_a_lift_that_hurts_goes_altogether(stuck, today):
    assert deciding.accept(stuck, swap("structure.variation_pain"), today) == 6
    assert ahead(stuck, today) == []


def test_a_lift_that_hurt_badly_is_stopped_first_with_what_to_do_instead(stuck, today, train):
    hurt = LoggedSet(80, 8, rir=2, load=80, pain=6)
    train(stuck, "bench-press", today, hurt)
    first = suggesting.advised(stuck, today).asked[0]
    assert (first.exercise, first.rule) == ("bench-press", "hold.pain_stop")
    assert {way.rule for way in first.others} == {"structure.variation_pain"}
    deciding.accept(stuck, first.others[0], today)
    assert "bench-press" not in {made.exercise for made in suggesting.advised(stuck, today).asked}


def test_where_another_long_term_lift_stays_all_sessions_change(stuck, today, train):
    for week in range(12, 0, -1):
        entry = LoggedSet(60, 8, rir=2, load=60)
        train(stuck, "incline-bench-press", today - timedelta(weeks=week), entry, entry)
    assert deciding.accept(stuck, swap(), today) == 6


def test_a_swap_takes_its_load_from_the_other_lifts_own_history(stuck, today, train):
    for week in range(30, 26, -1):
        entry = LoggedSet(80, 5, rir=2, load=80)
        train(stuck, "close-grip-bench-press", today - timedelta(weeks=week), entry, entry)
    deciding.accept(stuck, swap(), today)
    made = ahead(stuck, today, "close-grip-bench-press")
    assert {70 <= entry.load_kg <= 90 for each in made for entry in each.sets} == {True}


def test_a_swap_to_nothing_changes_nothing(stuck, today):
    assert deciding.accept(stuck, replace(swap(), change=None), today) == 0
    assert len(ahead(stuck, today)) == 6


def surroundings(lifter: int, today: date, slug: str = "bench-press"):
    replay = readings.replays(lifter)[slug]
    return Circumstances(lifter, today).training(replay, readings.readings(lifter, today)[slug])


def test_what_was_tried_and_when_comes_from_the_decisions(stuck, today):
    since = today - timedelta(weeks=10)
    decisions.add_decision(stuck, since, change(stuck, today), "accepted", "Add a set")
    training = surroundings(stuck, today)
    assert (training.tried, training.changed_on) == ((Kind.ADD_SET,), since)
    assert change(stuck, today).kind is Kind.REP_RANGE
    before = surroundings(stuck, since - timedelta(days=1))
    assert before.tried == ()


def test_news_that_was_put_away_is_no_change_declined(stuck, today):
    news = replace(change(stuck, today), kind=Kind.LEVEL_OFF, rule="level_off.notice")
    deciding.dismiss(stuck, news, today)
    assert surroundings(stuck, today).declined_on is None


def test_a_lift_that_came_by_a_swap_counts_from_that_day(stuck, today, train):
    decisions.add_decision(stuck, today, swap(), "accepted", "Swap")
    entry = LoggedSet(80, 5, rir=2, load=80)
    train(stuck, "close-grip-bench-press", today, entry)
    assert surroundings(stuck, today, "close-grip-bench-press").changed_on == today


def test_volume_range_and_days_come_from_the_log(stuck, today):
    training = surroundings(stuck, today)
    assert (training.muscle, training.weekly_sets, training.reps) == ("Chest", 3.0, 5)
    assert training.range_weeks == pytest.approx(19.6, abs=0.1)
    assert (training.days_a_week, training.stays) == (1.0, False)


def test_a_single_day_in_another_range_does_not_begin_a_new_one(stuck, today, train):
    light = LoggedSet(80, 10, rir=2, load=80)
    train(stuck, "bench-press", today - timedelta(days=30), light, light)
    assert surroundings(stuck, today).range_weeks > 19
    train(stuck, "bench-press", today - timedelta(days=31), light, light)
    assert surroundings(stuck, today).range_weeks < 5


def test_missed_sessions_lower_adherence_and_days_trained_off_plan_do_not(stuck, today, train):
    later = today + timedelta(days=14)
    assert Circumstances(stuck, today).adherence is None
    assert Circumstances(stuck, later).adherence == 0.0
    entry = LoggedSet(60, 8, load=60)
    for days in (0, 3):
        train(stuck, "back-squat", today + timedelta(days=days), entry)
    assert Circumstances(stuck, later).adherence == 0.5


def test_no_more_exercises_are_new_than_the_lifter_wants(stuck, today, train):
    assert Circumstances(stuck, today).novelty_left == 2
    train(stuck, "back-squat", today - timedelta(days=3), LoggedSet(60, 8, load=60))
    assert Circumstances(stuck, today).novelty_left == 1
    decisions.add_decision(stuck, today, swap(), "accepted", "Swap")
    assert Circumstances(stuck, today).novelty_left == 0
    clients.change(replace(clients.lifter(stuck), novelty_budget=5))
    assert Circumstances(stuck, today).novelty_left == 3
    assert Circumstances(stuck, today + timedelta(days=20)).novelty_left == 5
    assert Circumstances(stuck, today - timedelta(days=60)).novelty_left == 5


def test_who_wants_nothing_new_is_offered_no_other_exercise(stuck, today, train):
    for days in (2, 1):
        sore = LoggedSet(100, 5, rir=1, pain=4, load=100)
        train(stuck, "bench-press", today - timedelta(days=days), sore, sore)
    assert change(stuck, today).kind is Kind.VARIATION
    clients.change(replace(clients.lifter(stuck), novelty_budget=0))
    asked = planning.suggestions(stuck, today)
    assert Kind.VARIATION not in {way.kind for each in asked for way in (each, *each.others)}


def test_what_is_planned_for_the_first_time_is_new_as_well(stuck, today):
    week = planning.view(stuck, today, today).weeks[0].id
    week_edits.add_exercise(week_edits.add_session(week, 5, "Lower"), "front-squat")
    assert Circumstances(stuck, today).novelty_left == 1


def others(slug: str, **known: set) -> list[str]:
    usual = {"done": set(), "current": set(), "equipment": set(), "free": bool}
    lift, every = library.exercise(slug), library.search()
    return [made.slug for made in alternatives(lift, every, **{**usual, **known})]


def test_alternatives_share_movement_and_muscle_but_not_the_demand(database):
    found = others("bench-press")
    assert len(found) == 3
    assert set(found) <= {
        "close-grip-bench-press", "incline-bench-press", "decline-bench-press", "floor-press",
    }  # fmt: skip
    assert not {"overhead-squat", "snatch"} & set(others("back-squat"))


def test_what_is_in_use_is_no_change_and_the_gyms_equipment_comes_first(database):
    assert "close-grip-bench-press" not in others("bench-press", current={"close-grip-bench-press"})
    dumbbells = others("bench-press", equipment={Equipment.DUMBBELL})
    assert all("dumbbell" in slug for slug in dumbbells[:1])


def test_an_alternative_says_what_it_shares_and_whether_it_is_new(database):
    lift, every = library.exercise("barbell-curl"), library.search()
    made = alternatives(lift, every, {"dumbbell-curl"}, set(), {Equipment.DUMBBELL}, bool)
    assert made[0].why.startswith("the same muscle with dumbbells")
    assert any(not each.new for each in made) or all(each.slug != "dumbbell-curl" for each in made)
    bench = alternatives(library.exercise("bench-press"), every, set(), set(), set(), bool)
    assert bench[0].why == "the same movement done another way"


def test_a_held_exercise_has_nothing_to_count(database, lifter, today, train):
    train(lifter, "plank", today, LoggedSet(None, None, seconds=60))
    training = surroundings(lifter, today, "plank")
    assert (training.reps, training.range_weeks) == (0, 0.0)


def test_an_own_exercise_without_muscles_counts_its_own_sets(lifter, today, train):
    stored_library.save_exercise(Exercise("log-lift", "Log lift", custom=True))
    train(lifter, "log-lift", today, LoggedSet(60, 8, load=60))
    training = surroundings(lifter, today, "log-lift")
    assert (training.muscle, training.weekly_sets) == ("Log lift", 0.25)


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
