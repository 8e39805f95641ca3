"""The lifters with known strength, and the list of constants."""

import subprocess
import sys
from datetime import timedelta
from math import isfinite
from statistics import median

import pytest

from planner.engine import evidence, simulate
from planner.engine.simulate import WORLDS
from planner.engine.sources import SOURCES
from planner.engine.terms import Exercise, Experience, Lifter, LoadKind, Phase

MANY = [simulate.simulate(seed, weeks=40) for seed in range(60)]


def test_the_same_seed_gives_the_same_log() -> None:
    assert simulate.simulate(7) == simulate.simulate(7)
    assert simulate.simulate(7) != simulate.simulate(8)


def test_days_are_in_order_and_every_day_has_its_truth() -> None:
    for made in MANY:
        assert [day.on for day in made.days] == [truth.on for truth in made.truth]
        assert all(a.on < b.on for a, b in zip(made.days, made.days[1:], strict=False))
        assert all(isfinite(truth.log_kg) for truth in made.truth)


def test_logs_look_like_logs() -> None:
    sets = [entry for made in MANY for day in made.days for entry in day.sets]
    assert all(1 <= (entry.reps or 0) <= 12 for entry in sets)
    unlogged = [made for made in MANY if made.days[0].sets[0].rir is None]
    assert 0.15 < len(unlogged) / len(MANY) < 0.55
    gaps = [b.on - a.on for m in MANY for a, b in zip(m.days, m.days[1:], strict=False)]
    assert any(gap >= timedelta(days=14) for gap in gaps)
    assert any((entry.load_kg or 0.0) > 400 for entry in sets)


def test_every_phase_occurs() -> None:
    seen = {truth.phase for made in MANY for truth in made.truth}
    assert seen == set(Phase) - {Phase.UNCLEAR}


def test_slow_learners_bend_later_and_big_gainers_gain_more() -> None:
    def bend(name: str) -> float:
        world = next(world for world in WORLDS if world.name == name)
        lifts = [simulate.simulate(seed, world, weeks=30) for seed in range(40)]
        return median(m.truth[min(9, len(m.truth) - 1)].gain_28d for m in lifts)

    assert bend("fast") < bend("slow")
    assert bend("small") < bend("standard") < bend("big")


@pytest.mark.parametrize("kind", [LoadKind.ADDED, LoadKind.ASSISTED])
def test_bodyweight_lifts_can_be_simulated_too(kind: LoadKind) -> None:
    exercise = Exercise("pull-up", load_kind=kind, bodyweight_share=0.9, step_kg=2.5)
    made = simulate.simulate(3, exercise=exercise, lifter=Lifter(Experience.INTERMEDIATE))
    loads = [entry.load_kg for day in made.days for entry in day.sets]
    assert all(load is not None and load >= 0 for load in loads)


def test_every_constant_has_a_name_a_unit_and_a_known_source() -> None:
    names = [constant.name for constant in evidence.CONSTANTS]
    assert len(names) == len(set(names)) > 70
    for constant in evidence.CONSTANTS:
        assert constant.name
        assert constant.unit
        assert constant.source in SOURCES
        assert isfinite(constant.value)


def test_importing_the_engine_loads_no_heavy_library() -> None:
    code = (
        "import sys, planner.engine; "
        "print({'numpy', 'PySide6', 'peewee', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
