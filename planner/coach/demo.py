"""Sample lifters to try the program with: simulated logs, a block in progress, check-ins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import log
from pathlib import Path
from random import Random

from planner.coach import backup_place, files, loads, templates
from planner.coach.entry import load_from_kg
from planner.coach.files import Reason
from planner.engine import consistency, simulate
from planner.engine.plates import standard_inventory
from planner.engine.terms import (
    KG_PER_LB,
    N_,
    CheckIn,
    Exercise,
    Experience,
    Lifter,
    LoggedExercise,
    LoggedSet,
    Mesocycle,
    Session,
    Unit,
)
from planner.language import tr
from planner.storage import backup_names, clients, library, log as log_store, plan
from planner.storage.backup_names import BackupName

PROGRAM = "upper-lower-four"
BLOCK_WEEKS_DONE = 3  # the sample stands in the fourth week of its block
STARTS_AT, BACKED_UP_AT = time(18, 4), time(17, 58)
SET_MINUTES = 3
CHECK_IN_DAYS = 12
POUNDS_FOR_KG = 2.0  # of a step from one load to the next
MISSED = 0.08  # share of sessions that the sample lifter did not get to


@dataclass(frozen=True, slots=True)
class Lift:
    """How one simulated lift begins and learns: e1RM in kg, learning as a fraction.

    `weeks` is how long ago it was taken up at the most; `heavy` lifts are done for few reps.
    """

    start_kg: float
    learning: float
    growth: float = 3e-4
    weeks: int = 99
    heavy: bool = True


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample lifter; `away` are weeks (from, to) before today without any training."""

    name: str
    weeks: int
    seed: int
    scale: float = 1.0
    away: tuple[int, int] = (0, 0)
    unit: Unit = Unit.KG


SAMPLE = Sample(N_("Sample lifter"), weeks=26, seed=20)
CLIENTS = (
    Sample("Ada Novak", weeks=9, seed=5, scale=0.6),
    Sample("Ben Okafor", weeks=40, seed=7, scale=1.1, away=(6, 1), unit=Unit.LB),
)
LIFTS = {
    "back-squat": Lift(88, 0.26),
    "romanian-deadlift": Lift(82, 0.18),
    "leg-press": Lift(160, 0.28, weeks=13, heavy=False),
    "standing-calf-raise": Lift(70, 0.12, heavy=False),
    "bench-press": Lift(66, 0.14, 0.0),
    "seated-cable-row": Lift(56, 0.14, heavy=False),
    "overhead-press": Lift(40, 0.2, weeks=15),
    "lateral-raise": Lift(9, 0.1, heavy=False),
    "triceps-pushdown": Lift(28, 0.15, heavy=False),
    "deadlift": Lift(112, 0.2),
    "split-squat": Lift(36, 0.35, weeks=6, heavy=False),
    "seated-leg-curl": Lift(42, 0.14, heavy=False),
    "seated-calf-raise": Lift(48, 0.12, heavy=False),
    "pallof-press": Lift(18, 0.1, heavy=False),
    "pull-up": Lift(88, 0.1),
    "incline-dumbbell-bench-press": Lift(24, 0.2, weeks=9, heavy=False),
    "dumbbell-row": Lift(28, 0.2, weeks=11, heavy=False),
    "face-pull": Lift(22, 0.12, heavy=False),
    "dumbbell-curl": Lift(13, 0.12, 0.0, heavy=False),
}


def add_sample_lifter(today: date, unit: Unit = Unit.KG) -> int:
    """Store the sample lifter, up to yesterday, with loads in a unit; return the id."""
    return add_made_up(replace(SAMPLE, unit=unit), today)


def add_sample_clients(today: date) -> list[int]:
    """Store a trainer's sample clients beside the sample lifter; return their ids."""
    return [add_made_up(sample, today) for sample in CLIENTS]


def back_up(database: Path, today: date) -> Path:
    """Back the open file up as the window would have done on the demo's day; return the path."""
    made_at, whose = datetime.combine(today, BACKED_UP_AT), backup_names.whose(database)
    name = BackupName(made_at, reason=Reason.DAILY, database=whose)
    folder = backup_place.usual(database)
    folder.mkdir(exist_ok=True)
    return files.back_up(folder / name.text())


def add_made_up(sample: Sample, today: date) -> int:
    """Store a made-up client: a log up to yesterday and the block in progress; return the id."""
    lifter = Lifter(
        Experience.NOVICE,
        name=tr(sample.name),
        unit=sample.unit,
        inventory=standard_inventory(sample.unit),
        coach="Studio Nord",
    )
    lifter_id = clients.add_lifter(lifter)
    monday = consistency.week_start(today)
    clients.record_bodyweight(lifter_id, monday - timedelta(weeks=sample.weeks), 76.0)
    block_starts = monday - timedelta(weeks=BLOCK_WEEKS_DONE)
    sessions = [
        made
        for made in _history(sample, clients.lifter(lifter_id), monday)
        if made.on < today and not _missed(sample, made.on, monday)
    ]
    before = [made for made in sessions if made.on < block_starts]
    for made in before:
        log_store.add_session(lifter_id, made)
    _add_block(lifter_id, block_starts, [made for made in sessions if made.on >= block_starts])
    for check_in in _check_ins(Random(sample.seed), today):  # noqa: S311 - samples
        clients.save_check_in(lifter_id, check_in)
    return lifter_id


def _missed(sample: Sample, on: date, monday: date) -> bool:
    since, until = sample.away
    away = monday - timedelta(weeks=since) <= on < monday - timedelta(weeks=until)
    before_block = on < monday - timedelta(weeks=BLOCK_WEEKS_DONE)
    return away or (before_block and Random(f"{sample.seed} {on}").random() < MISSED)  # noqa: S311


def _history(sample: Sample, lifter: Lifter, monday: date) -> list[Session]:
    """Return the sample's sessions, oldest first: the program's sessions, simulated lifts."""
    began_on = monday - timedelta(weeks=sample.weeks)
    block = templates.block(PROGRAM, began_on)
    exercises = library.by_slug()
    sessions = []
    for planned in block.weeks[0].sessions:
        first = began_on + timedelta(days=planned.day)
        slugs = [made.exercise for made in planned.exercises]
        lifts = {
            slug: _play(sample, _stepped(exercises[slug], sample.unit), lifter, first)
            for slug in slugs
            if slug in LIFTS
        }
        days = [first + timedelta(weeks=week) for week in range(sample.weeks + 1)]
        sessions += [_session(on, planned.name, lifts, lifter.unit) for on in days]
    return sorted(sessions, key=lambda made: made.on)


def _stepped(exercise: Exercise, unit: Unit) -> Exercise:
    """Return an exercise with the steps that loads have in a unit: 5 lb for 2.5 kg."""
    if unit is Unit.KG:
        return exercise
    return replace(exercise, step_kg=POUNDS_FOR_KG * exercise.step_kg * KG_PER_LB)


def _play(
    sample: Sample, exercise: Exercise, lifter: Lifter, first: date
) -> Mapping[date, tuple[LoggedSet, ...]]:
    rng = Random(f"{sample.seed} {exercise.slug}")  # noqa: S311 - samples, no secrets
    lift = LIFTS[exercise.slug]
    drawn = simulate.trainee(rng, simulate.WORLDS[0], exercise.complexity, lifter.experience)
    made = replace(
        drawn,
        start=log(lift.start_kg * sample.scale),
        learning=lift.learning,
        growth=lift.growth,
        noise=0.012,
        logs_reserve=True,
        policy="reserve" if lift.heavy else "double",
        per_week=1,
        missing=0.0,
        sets=4 if lift.learning >= 0.2 else 3,
        typos=0.0,
        layoffs=0.0,
    )
    skipped = max(0, sample.weeks - lift.weeks)
    began_on = first + timedelta(weeks=skipped)
    played = simulate.play(rng, made, exercise, lifter, began_on, sample.weeks + 1 - skipped)
    return {day.on: day.sets for day in played.days}


def _session(
    on: date,
    name: str,
    lifts: Mapping[str, Mapping[date, tuple[LoggedSet, ...]]],
    unit: Unit,
) -> Session:
    started = datetime.combine(on, STARTS_AT)
    slots = tuple(
        LoggedExercise(slug, _stamped(sets[on], started, unit))
        for slug, sets in lifts.items()
        if on in sets
    )
    count = sum(len(slot.sets) for slot in slots)
    return Session(
        on,
        slots,
        name=name,
        started_at=started,
        duration_s=count * SET_MINUTES * 60,
        utc_offset_min=60,
        finished=True,
    )


def _stamped(sets: Iterable[LoggedSet], started: datetime, unit: Unit) -> tuple[LoggedSet, ...]:
    return tuple(
        replace(
            entry,
            load=None if entry.load_kg is None else load_from_kg(entry.load_kg, unit),
            unit=unit,
            logged_at=started + timedelta(minutes=SET_MINUTES * number),
        )
        for number, entry in enumerate(sets, start=1)
    )


def _add_block(lifter_id: int, starts_on: date, done: list[Session]) -> None:
    """Store the block in progress and the sessions of its weeks so far, linked to the plan."""
    block = templates.block(PROGRAM, starts_on)
    block = replace(block, name=tr("Strength block 2"))
    filled = loads.block_with_loads(block, loads.LoadBasis(lifter_id, starts_on))
    stored = plan.mesocycle(plan.add_mesocycle(lifter_id, filled))
    for session in done:
        planned_id = _planned_on(stored, session.on)
        log_store.add_session(lifter_id, replace(session, planned_session_id=planned_id))


def _planned_on(block: Mesocycle, on: date) -> int | None:
    for week in block.weeks:
        for planned in week.sessions:
            if week.starts_on + timedelta(days=planned.day) == on:
                return planned.id
    return None


def _check_ins(rng: Random, today: date) -> list[CheckIn]:
    return [
        CheckIn(
            today - timedelta(days=days),
            sleep=rng.randint(3, 5),
            sleep_hours=round(rng.uniform(6, 8) * 2) / 2,
            soreness=rng.randint(1, 3),
            motivation=rng.randint(3, 5),
            energy=rng.randint(3, 5),
        )
        for days in range(CHECK_IN_DAYS, 0, -1)
    ]
