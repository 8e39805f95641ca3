"""Variations in a real file: each starts with what the lift it varies had taught by that day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from planner.coach import logging, readings, suggesting, varying
from planner.engine.terms import Exercise, Experience, LoggedSet, SuggestionKind
from planner.storage import clients, library, log


def front_squats(train, lifter, first, sessions: int = 4) -> list[int]:
    """Three sets of five, twice a week."""
    entry = LoggedSet(60, 5, rir=3.0, load=60)
    days = [first + timedelta(days=7 * number // 2) for number in range(sessions)]
    return [train(lifter, "front-squat", on, entry, entry, entry) for on in days]


def fresh(lifter):
    """Return the replays as a program that has just started would make them."""
    readings._memory.clear()
    return readings.replays(lifter)


def known(lifter, slug: str = "front-squat"):
    return readings.replays(lifter)[slug].start.known


def practised(lifter, session_id: int, today) -> bool:
    (card,) = logging.session_view(lifter, session_id, today).cards
    return bool(card.practice.left)


def test_front_squats_after_ten_weeks_of_squats_start_with_what_those_taught(
    squatter, today, train
):
    front_squats(train, squatter, today)
    front = known(squatter)
    assert 0.1 < front.familiarity < library.exercise("front-squat").similarity
    assert known(squatter, "back-squat") is None


def test_what_was_said_live_is_what_the_replay_says(squatter, today, train):
    entry = LoggedSet(100, 5, rir=2.0, load=100)
    live = []
    for number in range(4):
        front_squats(train, squatter, today + timedelta(days=7 * number), 1)
        train(squatter, "back-squat", today + timedelta(days=7 * number + 2), entry)
        live.append(readings.replays(squatter)["front-squat"].steps[-1].state)
    assert [step.state for step in fresh(squatter)["front-squat"].steps] == live


def test_later_squats_change_nothing_of_the_front_squat(squatter, today, train):
    front_squats(train, squatter, today, 2)
    before = readings.replays(squatter)["front-squat"]
    for days in (0, 1, 9):
        on = today + timedelta(days=days)
        train(squatter, "back-squat", on, LoggedSet(180, 5, rir=0.0, load=180))
    assert fresh(squatter)["front-squat"].start == before.start


def test_a_squat_found_later_in_an_old_notebook_is_known_at_once(squatter, today, train):
    front_squats(train, squatter, today, 2)
    before = known(squatter)
    train(squatter, "back-squat", today - timedelta(weeks=12), LoggedSet(90, 5, rir=2, load=90))
    after = readings.replays(squatter)
    assert after["front-squat"].start.known.familiarity > before.familiarity
    assert after == fresh(squatter)


def test_squats_taken_back_are_forgotten_by_the_front_squat_too(squatter, today, train):
    front_squats(train, squatter, today, 2)
    assert known(squatter) is not None
    for made in logging.sessions(squatter):
        if made.on < today:
            log.trash_session(made.id)
    assert known(squatter) is None
    assert readings.replays(squatter) == fresh(squatter)


@pytest.mark.parametrize("days", [0, 1])
def test_squats_begun_no_earlier_than_the_front_squat_are_no_parent(lifter, today, train, days):
    front_squats(train, lifter, today, 3)
    entry = LoggedSet(100, 5, rir=2.0, load=100)
    train(lifter, "back-squat", today + timedelta(days=days), entry, entry)
    assert known(lifter) is None


def test_a_variation_of_a_known_lift_is_soon_no_longer_practised(squatter, today, train):
    clients.update_lifter(replace(clients.lifter(squatter), experience=Experience.NOVICE))
    entry = LoggedSet(100, 5, rir=2.0, load=100)
    for week in range(11, 60):
        train(squatter, "back-squat", today - timedelta(weeks=week), entry, entry)
    fronts = front_squats(train, squatter, today - timedelta(weeks=2), 4)
    snatches = [
        train(squatter, "snatch", today - timedelta(days=days), LoggedSet(40, 3, rir=3, load=40))
        for days in (10, 6, 2)
    ]
    assert practised(squatter, fronts[0], today)
    assert not practised(squatter, fronts[3], today)
    assert practised(squatter, snatches[2], today)


def test_of_squats_and_a_first_snatch_only_the_snatch_is_practice(squatter, today, train):
    lifter = replace(clients.lifter(squatter), experience=Experience.INTERMEDIATE)
    clients.update_lifter(lifter)
    train(squatter, "snatch", today - timedelta(days=5), LoggedSet(40, 3, rir=3, load=40))
    train(squatter, "snatch", today - timedelta(days=1), LoggedSet(40, 3, rir=3, load=40))
    said = {made.exercise: made for made in suggesting.all_suggestions(squatter, today)}
    assert said["snatch"].rule == "hold.new_lift"
    assert said["snatch"].kind is SuggestionKind.HOLD
    assert said["back-squat"].rule != "hold.new_lift"


@given(st.lists(st.sampled_from("abcdef"), min_size=6, max_size=6), st.permutations("abcdef"))
def test_every_lift_comes_once_and_after_its_parent(parents, slugs):
    """A parent is any letter before: no lift varies a variation of itself."""
    exercises = {
        slug: Exercise(slug, parent=parent if parent < slug else None)
        for slug, parent in zip("abcdef", parents, strict=True)
    }
    ordered = varying.parents_first(slugs, exercises)
    assert sorted(ordered) == sorted(slugs)
    for slug in ordered:
        parent = exercises[slug].parent
        assert parent is None or ordered.index(parent) < ordered.index(slug)


def test_lifts_that_vary_each_other_are_still_read():
    circle = {"a": Exercise("a", parent="b"), "b": Exercise("b", parent="a")}
    assert sorted(varying.parents_first(circle, circle)) == ["a", "b"]
