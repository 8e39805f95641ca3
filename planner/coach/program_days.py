"""What a program has one do, before it is started: its first sessions, and its volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from planner.coach.planning import MuscleVolume, volumes
from planner.coach.prescription_words import prescription_text
from planner.engine.terms import Experience, Mesocycle, PlannedSession, Unit
from planner.storage import library


class ProgramLine(NamedTuple):
    """An exercise by name, its sets, and its tempo where one is set ('' otherwise)."""

    exercise: str
    sets: str
    tempo: str = ""


@dataclass(frozen=True, slots=True)
class ProgramSession:
    """A session, on which days of the week from the first (0), and its lines in order."""

    name: str
    days: tuple[int, ...]
    lines: tuple[ProgramLine, ...]


def first_week(program: Mesocycle) -> list[ProgramSession]:
    """List what a program's first week holds; sessions of one name and equal lines come once."""
    days: dict[tuple[str, tuple[ProgramLine, ...]], list[int]] = {}
    for made in program.weeks[0].sessions:
        days.setdefault((made.name, _lines(made)), []).append(made.day)
    return [ProgramSession(name, tuple(on), lines) for (name, lines), on in days.items()]


def weekly_volume(program: Mesocycle, experience: Experience) -> tuple[MuscleVolume, ...]:
    """Return the hard sets per muscle group of a program's fullest week."""
    known = library.by_slug()
    weeks = [volumes(week, known, experience) for week in program.weeks]
    return max(weeks, key=lambda week: sum(group.sets for group in week))


def _lines(session: PlannedSession) -> tuple[ProgramLine, ...]:
    known = library.by_slug()
    return tuple(
        ProgramLine(
            known[made.exercise].name,
            prescription_text(made.sets, Unit.KG, known[made.exercise])[0],
            made.tempo,
        )
        for made in session.exercises
    )
