"""A limit on all training is said once; who set a limit stays off paper and out of exports."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from planner.coach import (
    adopting,
    exporting,
    files,
    logging,
    planning,
    printing,
    private_answers,
    scope,
    suiting,
)
from planner.engine.terms import (
    Limit,
    Mesocycle,
    Microcycle,
    PlannedExercise,
    PlannedSession,
    PlannedSet,
    Profession,
    Restriction,
    Unit,
)
from planner.storage import health as storage, library, plan

LIFTS = ("back-squat", "bench-press", "deadlift")
NAME, SAID = "Dr Sekret", "All training: at most 40 kg, until 3 Mar"


@pytest.fixture
def light(today: date) -> Restriction:
    return Restriction(
        today, until=date(2027, 3, 3), most_kg=40.0, set_by=NAME, profession=Profession.CARDIOLOGIST
    )


@pytest.fixture
def limited(lifter: int, today: date, light: Restriction) -> int:
    """Plan three lifts of 60 kg for today, and allow 40 kg of all."""
    heavy = PlannedSet(5, 5, load_kg=60.0, load=60.0)
    lifts = tuple(PlannedExercise(slug, (heavy,) * 3) for slug in LIFTS)
    week = Microcycle(1, today, (PlannedSession("A", 0, lifts),))
    plan.add_mesocycle(lifter, Mesocycle("Block", today, (week,)))
    scope.keep(lifter, light)
    return lifter


def test_a_limit_on_all_training_is_said_once_at_the_head_of_week_log_and_sheet(
    limited: int, today: date
) -> None:
    by = f"({NAME}, cardiologist)"
    view = planning.view(limited, today, today)
    assert view is not None
    assert (view.limits, view.minded) == (f"{SAID} {by}", {})
    session = logging.start_planned(limited, view.week.sessions[0].id or 0, today)
    shown = logging.session_view(limited, session, today)
    assert (shown.limits, {card.limit for card in shown.cards}) == (f"{SAID} {by}", {""})
    assert {card.rows[0].limit for card in shown.cards} == {SAID}
    sheet = printing.week_sheet(limited, today, today)
    assert [line for line in sheet.this_week if "40 kg" in line] == [f"{SAID}."]


def test_own_words_of_a_limit_on_all_training_stand_behind_it(light: Restriction) -> None:
    made = replace(light, words="Nothing overhead.", until=None)
    assert scope.words(made, Unit.KG, by=False) == "All training: Nothing overhead, at most 40 kg"


def test_what_is_given_to_somebody_names_no_lifts_for_a_limit_on_all(
    lifter: int, light: Restriction
) -> None:
    lifts = [library.exercise(slug) for slug in LIFTS]
    known = scope.Scope((light,))
    assert scope.told(known, lifts, Unit.KG) == (f"{SAID} ({NAME}, cardiologist).",)
    assert suiting.minding(lifts[0], storage_lifter(lifter), known) == ""


def storage_lifter(lifter: int):
    (made,) = exporting.document(lifter).lifters
    return made.lifter


def test_a_limit_on_a_lift_is_said_there_beside_one_on_all(
    limited: int, today: date, light: Restriction
) -> None:
    knee = replace(light, limit=Limit.KNEE, words="Half depth only", most_kg=50.0)
    scope.keep(limited, knee)
    told = printing.week_sheet(limited, today, today).this_week
    assert told[:2] == (f"{SAID}.", "Back squat: Half depth only, at most 50 kg, until 3 Mar.")


def test_who_set_a_limit_is_on_no_sheet(limited: int, today: date, light: Restriction) -> None:
    scope.keep(limited, replace(light, exercise=LIFTS[0], most_kg=None))
    told = " ".join(printing.week_sheet(limited, today, today).this_week)
    assert "Back squat: Not for now, until 3 Mar." in told
    assert NAME not in told
    assert "cardiologist" not in told


def test_who_set_a_limit_leaves_the_file_only_when_ticked(
    limited: int,
    tmp_path: Path,
    light: Restriction,
    stocked: None,
    database: Path,
    export: Callable[..., object],
) -> None:
    bare, whole = tmp_path / "bare.json", tmp_path / "whole.json"
    assert private_answers.are_kept(limited)
    export(bare, limited)
    export(whole, limited, private=True)
    text = bare.read_text("utf-8")
    assert NAME not in text
    assert "cardiologist" not in text
    (made,) = json.loads(text)["lifters"][0]["restrictions"]
    assert made["most_kg"] == 40.0
    files.open_file(tmp_path / "other.db")
    for path, by in ((bare, ("", None)), (whole, (NAME, Profession.CARDIOLOGIST))):
        (other,) = adopting.adopt(adopting.newcomers(path))
        (kept,) = storage.restrictions(other)
        assert (kept.set_by, kept.profession) == by
        assert (kept.most_kg, kept.until, kept.since) == (40.0, light.until, light.since)
        files.open_file(tmp_path / "third.db")
