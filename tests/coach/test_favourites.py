"""Starred exercises, and what a list of exercises begins with."""

from datetime import timedelta

import pytest

from planner.coach import exercise_choices, favourites, library, replacing
from planner.coach.favourites import Picks, Wanted
from planner.coach.steps import do, revert
from planner.engine.terms import Equipment, LoggedSet, Muscle, Pattern


def names(found):
    return [each.slug for each in found]


def test_a_star_comes_and_goes_and_can_be_undone(database):
    assert favourites.label("pull-up") == "Star Pull-up"
    favourites.toggle("pull-up")
    assert favourites.label("pull-up") == "Unstar Pull-up"
    _, step = do(lambda: favourites.toggle("deadlift"))
    assert favourites.starred() == {"pull-up", "deadlift"}
    revert(step)
    favourites.toggle("pull-up")
    assert favourites.starred() == frozenset()
    with pytest.raises(LookupError):
        favourites.toggle("no-such-thing")


def test_favourites_stand_first_then_what_was_done_lately_then_what_is_known(lifter, today, train):
    train(lifter, "leg-press", today - timedelta(days=2), LoggedSet(100, 8, load=100))
    train(lifter, "deadlift", today - timedelta(days=5), LoggedSet(100, 8, load=100))
    for slug in ("pull-up", "bench-press"):
        favourites.toggle(slug)
    picks = favourites.picks(lifter, today)
    listed = favourites.ordered(library.exercises(), picks, {"front-squat"})
    assert names(listed)[:5] == ["bench-press", "pull-up", "leg-press", "deadlift", "front-squat"]


def test_a_search_puts_what_is_done_most_first_among_what_is_called_so(lifter, today, train):
    for days, slug in ((1, "lying-leg-curl"), (2, "incline-bench-press"), (3, "floor-press")):
        train(lifter, slug, today - timedelta(days=days), LoggedSet(60, 8, load=60))
    train(lifter, "floor-press", today - timedelta(days=9), LoggedSet(60, 8, load=60))
    assert exercise_choices.choices(lifter, today, "bench")[0].slug == "incline-bench-press"
    assert exercise_choices.choices(lifter, today, "press")[0].slug == "floor-press"
    assert replacing.choices("deadlift", "press", lifter, today)[0].slug == "floor-press"


def test_filters_go_together(database):
    everything = library.exercises()
    picks = Picks(frozenset({"dumbbell-bench-press", "pull-up"}), ("pull-up",))
    push = Wanted(patterns=(Pattern.HORIZONTAL_PUSH,), muscle=Muscle.CHEST)
    found = favourites.found("", push, everything, picks)
    assert {each.pattern for each in found} == {Pattern.HORIZONTAL_PUSH}
    dumbbell = Wanted(equipment=Equipment.DUMBBELL, starred=True)
    assert names(favourites.found("", dumbbell, everything, picks)) == ["dumbbell-bench-press"]
    assert names(favourites.found("", Wanted(recent=True), everything, picks)) == ["pull-up"]
    nerves = favourites.found("balance", Wanted(neuromuscular=True), everything, picks)
    assert nerves
    assert all(map(favourites.is_neuromuscular, nerves))


def test_what_was_typed_is_known_only_as_it_was_typed(database):
    assert library.is_known("bench")
    assert not library.is_known("bnch")
