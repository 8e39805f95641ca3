"""Loads that jumped: asked about once, split or rescaled by the answer, and undone exactly."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import charts, clients, jump_answers, jump_words, load_jumps, planning, readings
from planner.coach.files import do, revert
from planner.coach.wording import render
from planner.engine.terms import JumpCause, LoggedSet, PlannedSet, SuggestionKind, Unit
from planner.storage import decisions, history, library, log, plan
from planner.storage.base import open_connection

CURL = "dumbbell-bench-press"
PRESS = "leg-press"
SQUAT = "back-squat"
OLD, NEW = 20, 6  # sessions before and since


@pytest.fixture
def log_loads(lifter, today, train):
    """Return a function that logs 2 × 10 twice a week at the loads given, the last one today."""

    def store(slug, loads, unit=Unit.KG, units=None):
        for back, load in enumerate(reversed(loads)):
            each = units[len(loads) - 1 - back] if units else unit
            kg = load if each is Unit.KG else load * 0.45359237
            entry = LoggedSet(kg, 10, rir=2.0, load=load, unit=each)
            train(lifter, slug, today - timedelta(days=3 * back), entry, entry)
        return lifter

    return store


@pytest.fixture
def per_hand(log_loads):
    return log_loads(CURL, [40.0] * OLD + [20.0] * NEW)


@pytest.fixture
def new_machine(log_loads):
    return log_loads(PRESS, [100.0] * OLD + [150.0] * NEW)


def loads(lifter, slug):
    return [entry.load for _, _, sets in history.history(lifter, slug) for entry in sets]


def everything():
    """Return all rows of the file."""
    return list(open_connection().iterdump())


def answered(lifter, cause, today):
    """Answer the question open; check that one undo brings everything back, and do it again."""
    made, before = load_jumps.question(lifter, today), everything()
    done, step = do(lambda: jump_answers.answer(lifter, made, cause, today))
    again = revert(step)
    assert everything() == before
    revert(again)
    assert load_jumps.question(lifter, today) is None
    return render(done)


def planned(lifter, slug, today, load):
    planning.new_mesocycle(lifter, "Block", today, weeks=1)
    week = planning.view(lifter, today, today).weeks[0].id
    line = planning.add_exercise(planning.add_session(week, 2, "A"), slug)
    planning.prescribe(line, (PlannedSet(10, 10, 2, load_kg=load, load=load),) * 2)


def ahead_sets(lifter, slug, today):
    made = plan.future_exercises(lifter, slug, today)
    return [entry for _, _, each in made for entry in each.sets]


def ahead(lifter, slug, today):
    return [entry.load for entry in ahead_sets(lifter, slug, today)]


def test_loads_halved_are_asked_about_in_words_of_the_log(per_hand, today):
    made = load_jumps.question(per_hand, today)
    since = today - timedelta(days=3 * (NEW - 1))
    assert made.since == since
    assert render(jump_words.said(made)) == (
        f"From {since.day} {since:%b} the loads are about half of those before: "
        "2 × 10 with 20 kg, 40 kg before."
    )
    assert load_jumps.causes(made)[0] is JumpCause.SIDES


def test_half_loads_that_met_their_targets_are_asked_about_too(lifter, train, today):
    for back in range(25, -1, -1):
        load = 40.0 if back >= NEW else 20.0
        entry = LoggedSet(load, 10, target_reps=10, load=load)
        train(lifter, CURL, today - timedelta(days=3 * back), entry, entry)
    assert load_jumps.causes(load_jumps.question(lifter, today))[0] is JumpCause.SIDES


def test_counted_per_side_halves_the_older_loads_and_the_plan(per_hand, today):
    planned(per_hand, CURL, today, 44.0)
    answered(per_hand, JumpCause.SIDES, today)
    assert set(loads(per_hand, CURL)) == {20.0}
    assert ahead(per_hand, CURL, today) == [22.0, 22.0]


def test_planned_loads_that_fit_the_new_counting_stay(per_hand, today):
    planned(per_hand, CURL, today, 22.0)
    answered(per_hand, JumpCause.SIDES, today)
    assert ahead(per_hand, CURL, today) == [22.0, 22.0]


def test_both_counted_from_then_on_doubles_the_older_loads(log_loads, today):
    lifter = log_loads(CURL, [18.0] * OLD + [36.0] * NEW)
    answered(lifter, JumpCause.SIDES, today)
    assert set(loads(lifter, CURL)) == {36.0}


def test_a_spell_counted_another_way_is_changed_alone(log_loads, today):
    lifter = log_loads(CURL, [40.0] * OLD + [20.0] * NEW + [40.0] * NEW)
    made = load_jumps.question(lifter, today)
    assert made.until == today - timedelta(days=3 * (NEW - 1))
    assert "were about half of those around" in render(jump_words.said(made))
    answered(lifter, JumpCause.SIDES, today)
    assert set(loads(lifter, CURL)) == {40.0}


def test_another_machine_gets_an_exercise_of_its_own_which_the_plan_follows(new_machine, today):
    planned(new_machine, PRESS, today, 100.0)
    done = answered(new_machine, JumpCause.SETUP, today)
    assert done.endswith("kept as Leg press (2)")
    other = library.exercise("leg-press-2")
    assert (other.name, other.custom, other.parent) == ("Leg press (2)", True, PRESS)
    assert (loads(new_machine, PRESS), loads(new_machine, other.slug)) == (
        [100.0] * 2 * OLD,
        [150.0] * 2 * NEW,
    )
    assert ahead(new_machine, PRESS, today) == []
    assert all(load > 120 for load in ahead(new_machine, other.slug, today))


def test_the_next_machine_gets_the_next_number(log_loads, today):
    library.save_exercise(
        replace(library.exercise(PRESS), slug="leg-press-2", name="x", aliases=())
    )
    lifter = log_loads(PRESS, [100.0] * OLD + [150.0] * NEW)
    answered(lifter, JumpCause.SETUP, today)
    assert library.exercise("leg-press-3").name.endswith("(3)")


def test_a_spell_on_another_machine_is_split_off_and_the_plan_stays(log_loads, today):
    lifter = log_loads(PRESS, [100.0] * OLD + [150.0] * NEW + [100.0] * NEW)
    planned(lifter, PRESS, today, 100.0)
    answered(lifter, JumpCause.SETUP, today)
    assert len(loads(lifter, "leg-press-2")) == 2 * NEW
    assert ahead(lifter, PRESS, today) == [100.0, 100.0]


def test_pounds_stored_as_kilograms_become_pounds(log_loads, today):
    lifter = log_loads(SQUAT, [100.0] * OLD + [220.0] * NEW)
    planned(lifter, SQUAT, today, 225.0)
    assert load_jumps.causes(load_jumps.question(lifter, today))[0] is JumpCause.UNIT
    answered(lifter, JumpCause.UNIT, today)
    newest = history.history(lifter, SQUAT)[-1][2][0]
    assert (newest.load, newest.unit) == (220.0, Unit.LB)
    assert newest.load_kg == pytest.approx(99.79, abs=0.01)
    assert loads(lifter, SQUAT)[0] == 100.0
    for entry in ahead_sets(lifter, SQUAT, today):
        assert (entry.load, entry.load_kg, entry.unit) == (102.5, 102.5, Unit.KG)


def test_pounds_typed_before_the_unit_was_right_become_pounds(log_loads, today):
    lifter = log_loads(SQUAT, [220.0] * OLD + [100.0] * NEW)
    answered(lifter, JumpCause.UNIT, today)
    oldest, newest = (history.history(lifter, SQUAT)[n][2][0] for n in (0, -1))
    assert (oldest.load, oldest.unit) == (220.0, Unit.LB)
    assert (newest.load, newest.unit) == (100.0, Unit.KG)


def test_kilograms_typed_as_pounds_become_kilograms(log_loads, today):
    units = [Unit.KG] * OLD + [Unit.LB] * NEW
    lifter = log_loads(SQUAT, [100.0] * (OLD + NEW), units=units)
    answered(lifter, JumpCause.UNIT, today)
    newest = history.history(lifter, SQUAT)[-1][2][0]
    assert (newest.load, newest.load_kg, newest.unit) == (100.0, 100.0, Unit.KG)


def test_a_spell_typed_in_the_other_unit_is_converted_alone(log_loads, today):
    lifter = log_loads(SQUAT, [100.0] * OLD + [220.0] * NEW + [100.0] * NEW)
    answered(lifter, JumpCause.UNIT, today)
    days = history.history(lifter, SQUAT)
    assert sum(sets[0].unit is Unit.LB for _, _, sets in days) == NEW


def test_no_unit_is_offered_where_none_explains_it(log_loads, today):
    units = [Unit.KG] * OLD + [Unit.LB] * NEW
    lifter = log_loads(SQUAT, [100.0] * OLD + [485.0] * NEW, units=units)
    made = load_jumps.question(lifter, today)
    assert load_jumps.causes(made) == (JumpCause.SETUP,)
    with pytest.raises(ValueError, match="no unit"):
        jump_answers.answer(lifter, made, JumpCause.UNIT, today)


def test_loads_that_are_right_are_never_asked_about_again(per_hand, today):
    before = loads(per_hand, CURL)
    answered(per_hand, None, today)
    assert loads(per_hand, CURL) == before
    assert load_jumps.question(per_hand, today + timedelta(days=30)) is None
    (kept,) = decisions.decisions(per_hand)
    assert (kept.verdict, kept.kind) == ("dismissed", SuggestionKind.JUMP)
    assert (kept.reason, kept.changed) == ("the loads are right", "")


def test_the_decision_holds_day_numbers_and_what_was_done(per_hand, today):
    made = load_jumps.question(per_hand, today)
    answered(per_hand, JumpCause.SIDES, today)
    (kept,) = decisions.decisions(per_hand, CURL)
    numbers = dict(kept.numbers)
    assert (kept.verdict, kept.on) == ("accepted", today)
    assert (numbers["since_on"], numbers["factor"]) == (made.since, 0.5)
    assert (numbers["then_kg"], numbers["now_kg"], numbers["sets"]) == (40.0, 20.0, 2 * OLD)
    assert kept.changed == f"Counted another way from {made.since}: {2 * OLD} sets × 0.5"
    assert kept.text.endswith("2 × 10 with 20 kg, 40 kg before.")


def test_the_doubt_of_an_import_goes_with_the_answer(per_hand, today):
    made = load_jumps.question(per_hand, today)
    first = next(s for on, _, s in history.history(per_hand, CURL) if on == made.since)
    for entry in first:
        log.update_set(replace(entry, flags=frozenset({"convention"})))
    answered(per_hand, JumpCause.SIDES, today)
    assert not any(e.flags for _, _, s in history.history(per_hand, CURL) for e in s)


@pytest.mark.parametrize(
    "loads",
    [
        [40.0] * 10,
        [40.0] * 10 + [20.0],  # one odd session
        [40.0] * 10 + [20.0] + [40.0] * 5,
        [40.0, 20.0, 20.0, 20.0],  # hardly anything before
        [2.0] * 20 + [4.0] * 6,  # the next dumbbell
    ],
)
def test_nothing_is_asked_without_a_lasting_change(log_loads, loads, today):
    assert load_jumps.question(log_loads(CURL, loads), today) is None


def test_what_changed_long_ago_is_not_asked_about(per_hand, today):
    assert load_jumps.question(per_hand, today + timedelta(days=300)) is None


@pytest.mark.parametrize(
    ("slug", "before", "after"), [(CURL, 40.0, 45.0), ("push-up", None, None), (CURL, 40.0, 40.0)]
)
def test_more_repetitions_are_no_jump_of_loads(lifter, train, today, slug, before, after):
    for back in range(20, -1, -1):
        load, reps = (before, 3) if back >= 5 else (after, 18)
        entry = LoggedSet(load, reps, rir=0.0, load=load)
        train(lifter, slug, today - timedelta(days=3 * back), entry, entry)
    assert readings.replays(lifter)[slug].state(today).jump is not None
    assert load_jumps.question(lifter, today) is None


def test_pounds_are_asked_about_in_pounds(log_loads, today):
    lifter = log_loads(CURL, [90.0] * OLD + [45.0] * NEW, unit=Unit.LB)
    clients.change(replace(clients.lifter(lifter), unit=Unit.LB))
    text = render(jump_words.said(load_jumps.question(lifter, today)), Unit.LB)
    assert "2 × 10 with 45 lb, 90 lb before" in text


@pytest.mark.parametrize(
    ("ratio", "words"),
    [
        (0.5, "about half of those before"),
        (2.0, "about twice those before"),
        (1.43, "about 1.4 times those before"),
        (0.45, "about 45 % of those before"),
    ],
)
def test_a_ratio_is_told_in_round_words(per_hand, today, ratio, words):
    made = replace(load_jumps.question(per_hand, today), load_ratio=ratio)
    assert f"are {words}: 2 × 10" in render(jump_words.said(made))
    assert f"Loads {words}: 40 kg" in render(jump_words.event(made))


def test_a_jump_is_marked_on_its_day_and_left_out_of_the_gain(per_hand, today):
    chart = charts.strength(per_hand, CURL, today)
    since = load_jumps.question(per_hand, today).since
    (event,) = [each for each in chart.events if each.kind == "jump"]
    assert event.on == since
    assert render(event.text) == "Loads about half of those before: 40 kg → 20 kg"
    assert re.match(r"[+−]?\d %", render(chart.summary[1]))
    assert "the jump in loads left out" in render(chart.summary[1])
    assert abs(charts.gain(chart, chart.level[0])) < 0.1
    assert (
        charts.gain(
            replace(chart, reading=replace(chart.reading, strength_kg=None)), chart.level[0]
        )
        is None
    )


@pytest.mark.parametrize("cause", [JumpCause.SIDES, JumpCause.SETUP])
def test_an_answered_jump_stays_marked_on_its_day(per_hand, today, cause):
    since = load_jumps.question(per_hand, today).since
    done = answered(per_hand, cause, today)
    chart = charts.strength(per_hand, CURL, today)
    (event,) = [each for each in chart.events if each.kind in ("jump", "decision")]
    assert (event.on, event.kind, render(event.text)) == (since, "jump", done)


def test_loads_said_to_be_right_stay_marked_as_they_were(per_hand, today):
    answered(per_hand, None, today)
    events = charts.strength(per_hand, CURL, today).events
    assert [each.kind for each in events].count("jump") == 1
