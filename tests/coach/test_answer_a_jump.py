"""An answer on loads that jumped: history is rescaled or split, and undone exactly."""

from dataclasses import replace
from datetime import timedelta

import pytest

from planner.coach import jump_answers, jump_words, load_jumps
from planner.coach.wording import render
from planner.engine.terms import (
    JumpCause,
    LoggedSet,
    Unit,
)
from planner.storage import decisions, history, library, log, trash

CURL = "dumbbell-bench-press"
PRESS = "leg-press"
SQUAT = "back-squat"
PULL_UP = "assisted-pull-up"
OLD, NEW = 20, 6  # sessions before and since


def loads(lifter, slug):
    return [entry.load for _, _, sets in history.history(lifter, slug) for entry in sets]


def test_a_session_put_back_from_the_trash_is_counted_the_new_way(per_hand, today, answered):
    first = log.summaries(per_hand)[-1].id
    log.trash_session(first)
    answered(per_hand, JumpCause.SIDES, today)
    trash.restore(trash.SESSION, first)
    assert set(loads(per_hand, CURL)) == {20.0}


def test_a_session_of_a_spell_put_back_from_the_trash_is_counted_as_all(log_loads, today, answered):
    lifter = log_loads(CURL, [40.0] * OLD + [20.0] * NEW + [40.0] * NEW)
    of_spell = log.summaries(lifter)[NEW + 2].id
    log.trash_session(of_spell)
    answered(lifter, JumpCause.SIDES, today)
    trash.restore(trash.SESSION, of_spell)
    assert set(loads(lifter, CURL)) == {40.0}


def test_the_doubt_goes_from_a_session_in_the_trash_too(per_hand, today, train, answered):
    made = load_jumps.question(per_hand, today)
    doubtful = LoggedSet(20.0, 10, load=20.0, flags=frozenset({"convention"}))
    other = train(per_hand, CURL, made.since, doubtful)
    log.trash_session(other)
    answered(per_hand, JumpCause.SIDES, today)
    trash.restore(trash.SESSION, other)
    assert not any(e.flags for _, _, s in history.history(per_hand, CURL) for e in s)


def test_sound_loads_before_an_earlier_jump_stay(log_loads, today, answered):
    lifter = log_loads(CURL, [40.0] * OLD + [20.0] * NEW + [52.0] * NEW)
    made = load_jumps.question(lifter, today)
    assert (made.until, made.before_since) == (None, today - timedelta(days=3 * (2 * NEW - 1)))
    told = render(jump_words.effect(made, JumpCause.SIDES))
    assert told.startswith("Loads from 3 Oct up to then are doubled")
    answered(lifter, JumpCause.SIDES, today)
    assert loads(lifter, CURL) == [40.0] * 2 * OLD + [40.0] * 2 * NEW + [52.0] * 2 * NEW


def test_loads_before_a_jump_that_is_right_are_counted_like_those_after_it(
    log_loads, train, today, answered
):
    lifter = log_loads(CURL, [40.0] * OLD + [26.0] * 2)
    first = load_jumps.question(lifter, today)
    jump_answers.answer(lifter, first, None, today)
    for back in range(1, 9):
        entry = LoggedSet(52.0, 10, rir=2.0, load=52.0)
        train(lifter, CURL, today + timedelta(days=3 * back), entry, entry)
    later = today + timedelta(days=24)
    made = load_jumps.question(lifter, later)
    assert (made.before.load_kg, made.after.load_kg, made.before_since) == (26.0, 52.0, None)
    answered(lifter, JumpCause.SIDES, later)
    assert set(loads(lifter, CURL)) == {80.0, 52.0}


def test_both_counted_from_then_on_doubles_the_older_loads(log_loads, today, answered):
    lifter = log_loads(CURL, [18.0] * OLD + [36.0] * NEW)
    answered(lifter, JumpCause.SIDES, today)
    assert set(loads(lifter, CURL)) == {36.0}


def test_a_spell_counted_another_way_is_changed_alone(log_loads, today, answered):
    lifter = log_loads(CURL, [40.0] * OLD + [20.0] * NEW + [40.0] * NEW)
    made = load_jumps.question(lifter, today)
    assert made.until == today - timedelta(days=3 * (NEW - 1))
    assert "were about half of those around" in render(jump_words.said(made))
    answered(lifter, JumpCause.SIDES, today)
    assert set(loads(lifter, CURL)) == {40.0}


def test_the_next_machine_gets_the_next_number(log_loads, today, answered):
    library.save_exercise(
        replace(library.exercise(PRESS), slug="leg-press-2", name="x", aliases=())
    )
    lifter = log_loads(PRESS, [100.0] * OLD + [150.0] * NEW)
    answered(lifter, JumpCause.SETUP, today)
    assert library.exercise("leg-press-3").name.endswith("(3)")


def test_pounds_typed_before_the_unit_was_right_become_pounds(log_loads, today, answered):
    lifter = log_loads(SQUAT, [220.0] * OLD + [100.0] * NEW)
    answered(lifter, JumpCause.UNIT, today)
    oldest, newest = (history.history(lifter, SQUAT)[n][2][0] for n in (0, -1))
    assert (oldest.load, oldest.unit) == (220.0, Unit.LB)
    assert (newest.load, newest.unit) == (100.0, Unit.KG)


def test_kilograms_typed_as_pounds_become_kilograms(log_loads, today, answered):
    units = [Unit.KG] * OLD + [Unit.LB] * NEW
    lifter = log_loads(SQUAT, [100.0] * (OLD + NEW), units=units)
    answered(lifter, JumpCause.UNIT, today)
    newest = history.history(lifter, SQUAT)[-1][2][0]
    assert (newest.load, newest.load_kg, newest.unit) == (100.0, 100.0, Unit.KG)


def test_a_spell_typed_in_the_other_unit_is_converted_alone(log_loads, today, answered):
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


def test_the_decision_holds_day_numbers_and_what_was_done(per_hand, today, answered):
    made = load_jumps.question(per_hand, today)
    answered(per_hand, JumpCause.SIDES, today)
    (kept,) = decisions.decisions(per_hand, CURL)
    numbers = dict(kept.numbers)
    assert (kept.verdict, kept.on) == ("accepted", today)
    assert (numbers["since_on"], numbers["factor"]) == (made.since, 0.5)
    assert (numbers["then_kg"], numbers["now_kg"], numbers["sets"]) == (40.0, 20.0, 2 * OLD)
    assert kept.changed == f"Counted another way from {made.since}: {2 * OLD} sets × 0.5"
    assert kept.text.endswith("2 × 10 with 20 kg, 40 kg before.")


def test_the_doubt_of_an_import_goes_with_the_answer(per_hand, today, answered):
    made = load_jumps.question(per_hand, today)
    first = next(s for on, _, s in history.history(per_hand, CURL) if on == made.since)
    for entry in first:
        log.update_set(replace(entry, flags=frozenset({"convention"})))
    answered(per_hand, JumpCause.SIDES, today)
    assert not any(e.flags for _, _, s in history.history(per_hand, CURL) for e in s)


def test_help_typed_in_the_wrong_unit_is_told_so(log_loads, today, answered):
    lifter = log_loads(PULL_UP, [20.0] * OLD + [44.0] * NEW)
    made = load_jumps.question(lifter, today)
    assert JumpCause.UNIT in load_jumps.causes(made)
    assert "since then are taken as lb" in render(jump_words.effect(made, JumpCause.UNIT))
    answered(lifter, JumpCause.UNIT, today)
    assert history.history(lifter, PULL_UP)[-1][2][0].load_kg == pytest.approx(20, abs=0.1)
