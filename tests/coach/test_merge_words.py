"""What is said of two versions: short, in the words that lifters read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from peewee import Model

from planner.coach.merge_codes import CODED, word
from planner.coach.merge_counts import counted
from planner.coach.merge_labels import label
from planner.coach.merge_words import COUNTED, SILENT, title, version, whole
from planner.storage import models
from planner.storage.fields import Converted
from planner.storage.kin import TRAVELLING
from planner.storage.merge_context import About
from planner.storage.merge_rows import Coming

OF_OTHERS = {"unit", "muscle"}  # said as it is stored, and counted
SQUAT = About("Anna", "2026-11-03", "Back squat", 2, 3)
SET = {"load": None, "load_kg": None, "unit": "kg", "seconds": None, "distance_m": None}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"load": 45.0, "unit": "lb", "load_kg": 20.41, "reps": 5}, "45 lb × 5"),
        ({"load_kg": 20.0, "reps": 5}, "20 kg × 5"),
        ({"reps": 8}, "8 reps"),
        ({"reps": None, "seconds": 30.0}, "30 s"),
        ({"reps": None, "load": 24.0, "distance_m": 40.0}, "24 kg × 40 m"),
        ({"reps": None}, "–"),
        ({"reps_low": 8, "reps_high": 12}, "8–12"),
        ({"reps_low": 5, "reps_high": 5, "load": 100.0}, "100 kg × 5"),
    ],
)
def test_a_set_is_told_as_it_was_typed(row: dict[str, Any], said: str) -> None:
    assert whole("logged_set", {**SET, **row}) == said


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("note", "slow", "note: slow"),
        ("note", "", "note: –"),
        ("sleep_hours", 7.5, "hours of sleep: 7.5"),
        ("deleted_at", 5, "in the trash"),
        ("finished", 0, "finished: no"),
        ("planned_session_id", Coming(3), "link to the plan: yes"),
        ("since", "2026-11-03", "since: 3 Nov 2026"),
        ("equipment", '["barbell"]', "equipment: 1 entry"),
        ("muscles", '[["quads",1],["glutes",0.5]]', "muscles: 2 entries"),
        ("exercise_id", 7, "Back squat"),
        ("kg", 80.4, "80.4 kg"),
        ("equipment", "plate_machine", "equipment: plate machine"),
        ("reason", "too heavy", "reason: too heavy"),
    ],
)
def test_a_value_is_told_by_what_it_is(name: str, value: object, said: str) -> None:
    assert version("session", {name: value}, [name], SQUAT) == said


def test_what_else_differs_in_a_set_follows_it() -> None:
    row = {**SET, "load": 100.0, "reps": 5, "rir": 2.0, "pain": None}
    assert version("logged_set", row, ["load", "rir"], SQUAT) == "100 kg × 5, RIR: 2"
    assert version("logged_set", row, ["pain"], SQUAT) == "pain: –"
    assert version("session", row, [], SQUAT) == "–"


@pytest.mark.parametrize("table", TRAVELLING)
def test_every_row_has_a_title(table: str) -> None:
    assert title(table, SQUAT)
    assert "None" not in title(table, About("Anna"))


def test_a_weight_that_one_file_deleted_is_told() -> None:
    assert whole("bodyweight", {"kg": 80.0}) == "80 kg"
    assert whole("session", {}) == "kept"


@pytest.mark.parametrize("table", TRAVELLING)
def test_every_column_has_a_name_and_every_thing_is_counted(table: str) -> None:
    assert all(map(label, {*TRAVELLING[table].columns} - SILENT - {"exercise_id", "kg"}))
    assert counted(2, COUNTED[table]).startswith("2 ")


@pytest.mark.parametrize("model", models.TABLES)
def test_every_code_has_a_word(model: type[Model]) -> None:
    for name, column in model._meta.columns.items():
        if isinstance(column, Converted) and " IN ('" in column.rule and name not in OF_OTHERS:
            assert name in CODED
            assert all(map(word, re.findall(r"'(\w+)'", column.rule)))


def test_all_that_is_counted_has_words() -> None:
    assert counted(1, COUNTED["check_in"]) == "1 check-in"
    assert counted(1200, COUNTED["planned_set"]) == "1,200 planned sets"
    assert all(counted(3, each).endswith("s") for each in COUNTED.values())
