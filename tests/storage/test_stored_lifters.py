"""Lifters, their days and the settings."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.engine.terms import (
    MOST_ADD_ONS,
    Absence,
    CheckIn,
    Equipment,
    Experience,
    Inventory,
    Lifter,
    Limit,
    Unit,
)
from planner.storage import clients, fields, rows

DAY = date(2026, 3, 2)


def test_a_lifter_comes_back_as_stored(opened: object) -> None:
    gym = Inventory(
        bar_kg=15.0,
        plates_kg=((20.0, 2), (1.25, 1)),
        dumbbell_step_kg=1.0,
        bars=(("EZ bar", 10.0), ("", 15.0)),
        bar_of=(("back-squat", 15.0),),
        dumbbells_kg=(5.0, 7.5),
        stack_add_ons_kg=(2.5,),
    )
    made = Lifter(
        experience=Experience.RETURNER,
        bodyweight_kg=81.3,
        name="Zoë",
        unit=Unit.LB,
        inventory=gym,
        birth_year=1990,
        sex="f",
        coach="Ann",
        note="left knee",
        archived_on=DAY,
        equipment=(Equipment.DUMBBELL, Equipment.BAND),
        limits=(Limit.KNEE,),
    )
    stored = clients.lifter(clients.add_lifter(made))
    assert replace(stored, id=None, uid="") == made
    assert len(stored.uid) == 32


def test_of_a_gym_stored_with_many_small_weights_on_a_stack_a_few_are_read() -> None:
    stored = {"stack_add_ons_kg": [0.5] * 40}
    assert fields.inventory(stored).stack_add_ons_kg == (0.5,) * MOST_ADD_ONS


def test_a_gym_stored_before_there_were_several_bars_is_read() -> None:
    before = {
        "bar_kg": 15.0, "plates_kg": [[20.0, 2]], "dumbbell_step_kg": 1.0, "stack_step_kg": 5.0,
    }  # fmt: skip
    gym = Inventory(15.0, ((20.0, 2),), 1.0, 5.0)
    assert fields.inventory(before) == gym
    assert fields.plain_inventory(gym) == {**before, "plates_kg": ((20.0, 2),)}
    assert fields.inventory(fields.plain_inventory(Inventory(plates_kg=()))).plates_kg == ()


def test_lifters_are_listed_by_name_and_archived_ones_on_request(opened: object) -> None:
    names = ("Zoe", "ann", "Bo", "Ángel")
    zoe, ann, bo, angel = (clients.add_lifter(Lifter(name=name)) for name in names)
    clients.archive_lifter(bo, DAY)
    assert [lifter.id for lifter in clients.lifters()] == [angel, ann, zoe]
    assert [lifter.id for lifter in clients.lifters(include_archived=True)] == [
        angel, ann, bo, zoe,
    ]  # fmt: skip
    assert clients.lifter(bo).archived_on == DAY


def test_a_change_never_hits_a_lifter_who_got_the_id_of_one_deleted_meanwhile(
    opened: object, ann: int
) -> None:
    seen = clients.lifter(ann)
    rows.remove("lifter", ann)
    bo = clients.add_lifter(Lifter(name="Bo"))
    assert bo == ann
    with pytest.raises(LookupError):
        clients.update_lifter(replace(seen, note="left knee"))
    assert clients.lifter(bo).note == ""


def test_the_bodyweight_of_a_lifter_is_the_newest(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.record_bodyweight(ann, DAY - timedelta(days=9), 82.0)
    clients.record_bodyweight(ann, DAY, 79.5)
    assert clients.bodyweights(ann) == [(DAY - timedelta(days=9), 82.0), (DAY, 79.5)]
    assert clients.lifter(ann).bodyweight_kg == 79.5


def test_a_bodyweight_that_is_forgotten_leaves_the_one_before(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.record_bodyweight(ann, DAY - timedelta(days=9), 82.0)
    clients.forget_bodyweight(ann, DAY)
    clients.forget_bodyweight(ann, DAY)
    assert clients.lifter(ann).bodyweight_kg == 82.0


def test_a_changed_bodyweight_is_todays_and_an_unchanged_one_is_not_repeated(ann: int) -> None:
    clients.record_bodyweight(ann, DAY, 80.0)
    clients.update_lifter(replace(clients.lifter(ann), name="Anna"))
    assert clients.bodyweights(ann) == [(DAY, 80.0)]
    clients.update_lifter(replace(clients.lifter(ann), bodyweight_kg=79.0))
    assert clients.bodyweights(ann)[1] == (date.today(), 79.0)
    assert clients.lifter(ann).name == "Anna"


@pytest.mark.parametrize("kg", [0.0, -5.0, float("inf")])
def test_a_bodyweight_that_nobody_has_is_refused(ann: int, kg: float) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        clients.record_bodyweight(ann, DAY, kg)


def test_a_check_in_replaces_that_days_and_keeps_its_uid(ann: int) -> None:
    clients.save_check_in(ann, CheckIn(DAY, sleep=2, note="tired", uid="from-afar"))
    areas = (("quads", 4), ("lower_back", 1))
    full = CheckIn(DAY, 4, 7.5, 3, areas, 4, 5, 3, "better")
    clients.save_check_in(ann, full)
    stored = clients.check_in(ann, DAY)
    assert stored is not None
    assert replace(stored, id=None, uid="") == full
    assert stored.uid == "from-afar"
    assert clients.check_in(ann, DAY + timedelta(days=1)) is None


def test_check_ins_are_found_between_two_days_both_included(ann: int) -> None:
    for offset in (3, 0, 1, 2):
        clients.save_check_in(ann, CheckIn(DAY + timedelta(days=offset), sleep=offset))
    found = clients.check_ins(ann, DAY + timedelta(days=1), DAY + timedelta(days=2))
    assert [made.sleep for made in found] == [1, 2]


def test_absences_are_listed_oldest_first(ann: int) -> None:
    away = Absence(DAY, None, "flu", "with fever")
    earlier = clients.add_absence(ann, Absence(DAY - timedelta(days=40), DAY - timedelta(days=30)))
    key = clients.add_absence(ann, away)
    assert [made.id for made in clients.absences(ann)] == [earlier, key]
    assert replace(clients.absences(ann)[1], id=None, uid="") == away


def test_a_setting_has_a_default_until_it_is_stored(opened: object) -> None:
    assert clients.setting("theme") == ""
    assert clients.setting("theme", "system") == "system"
    clients.change_setting("theme", "dark")
    clients.change_setting("theme", "li\0ght")
    assert clients.setting("theme", "system") == "light"


def test_settings_are_found_by_how_their_keys_begin(opened: object) -> None:
    for key in ("sheet a", "sheet b", "sheep", "theme"):
        clients.change_setting(key, "x")
    assert set(clients.settings_of("sheet ")) == {"sheet a", "sheet b"}


def test_a_lifter_may_limit_how_much_is_new(ann: int) -> None:
    assert clients.lifter(ann).novelty_budget is None
    clients.update_lifter(replace(clients.lifter(ann), novelty_budget=0))
    assert clients.lifter(ann).novelty_budget == 0
    with pytest.raises(sqlite3.IntegrityError, match="novelty_budget"):
        clients.update_lifter(replace(clients.lifter(ann), novelty_budget=-1))
