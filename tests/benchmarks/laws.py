"""Laws of the engine, measured: typing errors, units, dates, imports, the future; and its speed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import log
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import process_time

import made_up
import numpy as np
from figures import Figure, listed
from lifts import Lift, mistyped, shown, simulated

from planner import engine
from planner.coach import files, importing, readings
from planner.engine.lift import LiftState
from planner.engine.simulate import WORLDS
from planner.engine.terms import KG_PER_LB, ExerciseDay, Experience, Lifter, Reading
from planner.storage import clients

ERROR_AT = 12
CLEAN_AFTER = 2
FACTORS = (10.0, 2.2)
LATER = timedelta(days=1000)
ROWS = 1000  # of a made-up export; a session has 25
REPEATS = 7
LONG_HISTORY = 500
LIFTS, SESSIONS = 80, 60


def report(seeds: Sequence[int]) -> str:
    """Measure and write F1 to F3 and G1."""
    lifts = [simulated(seed, WORLDS[0], Experience.NOVICE) for seed in seeds]
    lifts = [lift for lift in lifts if len(lift.days) > ERROR_AT + CLEAN_AFTER]
    figures = [*_typing_errors(lifts), *_sameness(lifts), _future(lifts), *_speed()]
    return listed("Laws and speed", figures)


def _typing_errors(lifts: Iterable[Lift]) -> list[Figure]:
    """Return how far a mistyped day moves strength when two clean sessions have followed."""
    untouched = [lift for lift in lifts if not _any_mistyped(lift)]
    found = []
    for factor in FACTORS:
        shifts = [100.0 * _shift(lift, factor) for lift in untouched]
        for name, share in (("median", 0.5), ("p95", 0.95)):
            what = f"×{factor:g} typed, level shift, {name}, %"
            found.append(Figure("F1", what, float(np.quantile(shifts, share)), high=0.5))
    return found


def _any_mistyped(lift: Lift) -> bool:
    pairs = zip(lift.days[: ERROR_AT + CLEAN_AFTER + 1], lift.truth, strict=False)
    seen = [(shown(day, lift), truth) for day, truth in pairs]
    return any(each is None or mistyped(each, truth) for each, truth in seen)


def _shift(lift: Lift, factor: float) -> float:
    days = list(lift.days[: ERROR_AT + CLEAN_AFTER + 1])
    clean = _strength(_replayed(lift, days), days[-1].on)
    days[ERROR_AT] = _rescaled(days[ERROR_AT], factor)
    return abs(_strength(_replayed(lift, days), days[-1].on) - clean)


def _rescaled(day: ExerciseDay, *factors: float) -> ExerciseDay:
    sets = []
    for entry in day.sets:
        load = entry.load_kg or 0.0
        for factor in factors:
            load *= factor
        sets.append(replace(entry, load_kg=load))
    return replace(day, sets=tuple(sets))


def _replayed(lift: Lift, days: Iterable[ExerciseDay]) -> LiftState:
    state = engine.start(lift.exercise, lift.lifter)
    for day in days:
        state = engine.update(state, day)
    return state


def _strength(state: LiftState, on: date) -> float:
    return log(engine.read(state, on).strength_kg or float("nan"))


def _sameness(lifts: Sequence[Lift]) -> list[Figure]:
    """Return the largest relative difference that must not be there."""
    pounds = max(_differ(lift, [_rescaled(d, 1.0 / KG_PER_LB, KG_PER_LB) for d in lift.days])
                 for lift in lifts)  # fmt: skip
    shifted = max(_differ(lift, [replace(day, on=day.on + LATER) for day in lift.days])
                  for lift in lifts)  # fmt: skip
    twice, split = _imports()
    return [
        _same("all loads through lb and back", pounds),
        _same("all dates 1000 days later", shifted),
        _same("the same file imported twice", twice),
        _same("imported in two overlapping parts", split),
    ]


def _same(what: str, difference: float) -> Figure:
    return Figure("F2", f"{what}, in 10⁻⁹", 1e9 * difference, high=1.0, digits=3)


def _differ(lift: Lift, days: Sequence[ExerciseDay]) -> float:
    """Return how much the readings differ at most when `days` are the lift's instead."""
    ours = engine.read(_replayed(lift, lift.days), lift.days[-1].on)
    theirs = engine.read(_replayed(lift, days), days[-1].on)
    return _difference(ours, theirs)


def _difference(one: Reading, other: Reading) -> float:
    names = ("strength_kg", "strength_sd", "gain_28d", "gain_28d_sd", "p_level", "fatigue")
    pairs = [(getattr(one, name) or 0.0, getattr(other, name) or 0.0) for name in names]
    pairs += [(p, other.phase_probabilities[phase]) for phase, p in one.phase_probabilities.items()]
    return max(float(abs(a - b) / max(abs(a), 1e-3)) for a, b in pairs)


def _imports() -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        whole, first = Path(folder) / "whole.csv", Path(folder) / "first.csv"
        made_up.export(whole, ROWS)
        lines = whole.read_text(encoding="utf-8").splitlines()
        first.write_text("\n".join(lines[: 1 + ROWS // 2]) + "\n", encoding="utf-8")
        once = _imported(Path(folder) / "once.db", (whole,))
        twice = _imported(Path(folder) / "twice.db", (whole, whole))
        split = _imported(Path(folder) / "split.db", (first, whole))
    return _apart(once, twice), _apart(once, split)


def _imported(database: Path, logs: Iterable[Path]) -> dict[str, Reading]:
    files.open_file(database)
    lifter_id = clients.add_lifter(Lifter(name="Importer", bodyweight_kg=80.0))
    for path in logs:
        importing.commit(lifter_id, importing.preview(lifter_id, path), made_up.TODAY)
    found = readings.readings(lifter_id, made_up.TODAY)
    files.close_file()
    return found


def _apart(one: dict[str, Reading], other: dict[str, Reading]) -> float:
    if one.keys() != other.keys():
        return float("inf")
    return max(_difference(each, other[slug]) for slug, each in one.items())


def _future(lifts: Iterable[Lift]) -> Figure:
    """Return how many readings change when the days after them are shuffled; none may."""
    rng = Random(1)
    changed = 0
    for lift in lifts:
        half = len(lift.days) // 2
        later = [day.sets for day in lift.days[half:]]
        rng.shuffle(later)
        pairs = zip(lift.days[half:], later, strict=True)
        mixed = [*lift.days[:half], *[replace(day, sets=sets) for day, sets in pairs]]
        ours, theirs = _all_said(lift, lift.days), _all_said(lift, mixed)
        changed += sum(a != b for a, b in zip(ours[:half], theirs[:half], strict=True))
    return Figure("F3", "readings that the future changes", float(changed), high=0.0, digits=0)


def _all_said(lift: Lift, days: Iterable[ExerciseDay]) -> list[tuple[Reading, float]]:
    state = engine.start(lift.exercise, lift.lifter)
    said = []
    for day in days:
        made = engine.forecast_sets(state, day.on, 50.0, muscle_gap_days=day.muscle_gap_days)
        state = engine.update(state, day)
        said.append((engine.read(state, day.on), made.e1rm_kg))
    return said


def _speed() -> list[Figure]:
    long = simulated(1, WORLDS[0], Experience.NOVICE, weeks=5 * LONG_HISTORY)
    days = long.days[:LONG_HISTORY]
    whole = 1000.0 * _least(lambda: _replayed(long, days))
    many = _least(lambda: [_replayed(long, days[:SESSIONS]) for _ in range(LIFTS)])
    return [
        Figure("G1", "an update, ms", whole / LONG_HISTORY, high=0.025, digits=4),
        Figure("G1", f"a history of {LONG_HISTORY} sessions, ms", whole, high=12.0, digits=1),
        Figure("G1", f"{LIFTS} exercises of {SESSIONS} sessions, s", many, high=0.5, digits=3),
    ]


def _least(work: Callable[[], object]) -> float:
    """Return the least processor time that some work needs, s; other programs only add to it."""
    times = []
    for _ in range(REPEATS):
        began = process_time()
        work()
        times.append(process_time() - began)
    return min(times)
