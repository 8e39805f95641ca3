"""Other exercises for one: alike in movement and muscle, within reach, not in use yet."""

from __future__ import annotations

from planner.coach import library
from planner.coach.alternatives import alternatives
from planner.coach.wording import render
from planner.engine.terms import Equipment


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
    assert render(made[0].why).startswith("the same muscle with dumbbells")
    assert any(not each.new for each in made) or all(each.slug != "dumbbell-curl" for each in made)
    bench = alternatives(library.exercise("bench-press"), every, set(), set(), set(), bool)
    assert render(bench[0].why) == "the same movement done another way"
