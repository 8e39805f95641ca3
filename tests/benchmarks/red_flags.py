"""Scripts of lifters with a red flag: logged, then asked about, all the way through the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from advised import ways

from planner.coach import blocks, files, planning, suggesting, week_edits
from planner.engine.terms import (
    Experience,
    Lifter,
    LoggedExercise,
    LoggedSet,
    PlannedSet,
    Session,
    Suggestion,
    Technique,
)
from planner.storage import clients, log

SCRIPTS = 200
TODAY = date(2026, 11, 5)
SLUGS = ("back-squat", "bench-press", "deadlift", "overhead-press")
SESSIONS = 14
BAD = (5, 6, 7, 8, 9, 10)
SHAKY = (Technique.MINOR, Technique.BREAKDOWN)


class Flag(NamedTuple):
    """What the last two sessions showed, the older first; `stops` when all advice must stop."""

    pain: tuple[int | None, int | None] = (None, None)
    look: tuple[Technique | None, Technique | None] = (None, None)
    stops: bool = False


def _flags(rng: Random) -> tuple[Flag, ...]:
    return (
        Flag(pain=(rng.choice(BAD), rng.choice(BAD)), stops=True),
        Flag(pain=(rng.choice((None, 0, 2)), rng.choice((3, 4, *BAD)))),
        Flag(pain=(rng.choice((3, 4, *BAD)), rng.choice((None, 0, 2)))),
        Flag(look=(None, rng.choice(SHAKY))),
        Flag(look=(rng.choice(SHAKY), rng.choice((None, Technique.SOUND)))),
    )


def broken(scripts: int = SCRIPTS) -> tuple[int, int]:
    """Return how many scripts brought a load all the same, and how many would without the flag."""
    with TemporaryDirectory() as folder:
        files.open_file(Path(folder) / "flags.db")
        flagged = sum([_brings_load(number, with_flag=True) for number in range(scripts)])
        well = sum([_brings_load(number, with_flag=False) for number in range(scripts)])
        files.close_file()
    return flagged, well


def _brings_load(number: int, *, with_flag: bool) -> bool:
    """Play a script: train, note the flag, ask; tell whether any load is suggested."""
    rng = Random(number)
    slug, load = rng.choice(SLUGS), 2.5 * rng.randint(20, 40)
    choices = _flags(rng)
    flag = choices[number % len(choices)] if with_flag else Flag()
    lifter_id = clients.add_lifter(Lifter(Experience.INTERMEDIATE, 80.0, name=f"Script {number}"))
    for session in _sessions(slug, load, flag):
        log.add_session(lifter_id, session)
    if rng.random() < 0.5:
        _plan(lifter_id, slug, load + 2.5)
    found = suggesting.all_suggestions(lifter_id, TODAY)
    about = [made for made in found if made.exercise == slug]
    return any(_is_load(way, load, flag) for made in about for way in ways(made))


def _sessions(slug: str, load_kg: float, flag: Flag) -> Iterator[Session]:
    """Yield sessions that earn a rise, the last two of them with the flag."""
    for number in range(SESSIONS):
        before = SESSIONS - 1 - number
        entry = LoggedSet(load_kg, 5, rir=4.0, target_reps=5, load=load_kg)
        if before < len(flag.pain):
            at = len(flag.pain) - 1 - before
            entry = replace(entry, pain=flag.pain[at], technique=flag.look[at])
        on = TODAY - timedelta(days=1 + 4 * before)
        yield Session(on, (LoggedExercise(slug, (entry,) * 3),), name="Training", finished=True)


def _plan(lifter_id: int, slug: str, load_kg: float) -> None:
    """Plan a session tomorrow at more than the last load."""
    blocks.new_mesocycle(lifter_id, "Block", TODAY + timedelta(days=1), weeks=1)
    view = planning.view(lifter_id, TODAY + timedelta(days=1), TODAY)
    assert view is not None
    line = week_edits.add_exercise(week_edits.add_session(view.weeks[0].id, 0, "Training"), slug)
    week_edits.prescribe(line, (PlannedSet(5, 5, 1.0, load_kg=load_kg, load=load_kg),) * 3)


def _is_load(way: Suggestion, last_kg: float, flag: Flag) -> bool:
    """Tell whether a way asks for a load: any where all must stop, else more than the last."""
    load = None if way.change is None else way.change.load_kg
    if flag.stops:
        return way.change is not None
    return load is not None and load > last_kg + 1e-6
