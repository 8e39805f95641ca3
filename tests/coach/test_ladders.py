"""Which ladders an exercise stands on, and what comes after it."""

from __future__ import annotations

from planner.coach import ladders

STAND = ("balance", "balance-eyes-closed", "balance-pad", "wobble-board-stand")


def test_standing_goes_from_open_eyes_by_closed_ones_and_a_pad_to_the_board() -> None:
    (stand,) = (each for each in ladders.ladders() if each.slug == "single-leg-stand")
    climb = [f"single-leg-{step}" for step in STAND]
    assert [step for step in stand.steps if step in climb] == climb


def test_an_exercise_knows_its_ladders_and_its_place_on_each() -> None:
    places = {ladder.slug: place for ladder, place in ladders.ladder_of("single-leg-balance")}
    assert places == {"narrow-stand": 5, "single-leg-stand": 0}


def test_the_next_step_is_one_place_up_a_ladder() -> None:
    for slug in {step for ladder in ladders.ladders() for step in ladder.steps}:
        above = {each.steps[at + 1 : at + 2] for each, at in ladders.ladder_of(slug)}
        step = ladders.next_step(slug)
        assert ((step,) if step else ()) in above, slug


def test_climbing_from_any_step_ends_at_a_top() -> None:
    for ladder in ladders.ladders():
        climbed, step = [ladder.steps[0]], ladders.next_step(ladder.steps[0])
        while step is not None:
            assert step not in climbed
            climbed.append(step)
            step = ladders.next_step(step)
        assert len(climbed) >= len(ladder.steps), ladder.slug


def test_the_top_of_one_ladder_goes_on_where_it_is_the_foot_of_another() -> None:
    assert ladders.next_step("single-leg-balance") == "single-leg-balance-head-turns"


def test_nothing_comes_after_the_top_of_all_ladders() -> None:
    assert ladders.next_step("one-arm-push-up") is None


def test_an_exercise_that_progresses_by_load_is_on_no_ladder() -> None:
    assert ladders.ladder_of("back-squat") == []
    assert ladders.next_step("back-squat") is None


def test_the_ladders_cannot_be_changed_from_outside() -> None:
    ladders.ladders().clear()
    assert ladders.ladders()
