"""Hand data out: our own CSV of a log, our own JSON of one lifter or of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path

from planner.coach import (
    own_programs,
    private_answers,
    settings_travel,
    whole_file,
    wording,
)
from planner.engine.terms import Session, sets_in
from planner.formats import csv_log, json_log
from planner.formats.json_log import Document, LifterFile, SavedDecision
from planner.storage import clients, decisions, health, library, log, plan


@dataclass(frozen=True, slots=True)
class LogTable:
    """A lifter's log with the names of the exercises by slug."""

    sessions: tuple[Session, ...]
    names: Mapping[str, str]


def export_csv(lifter_id: int | None, path: Path) -> int:
    """Write a lifter's log as a table, one row a set; return how many sets. Raises OSError."""
    return write_csv(table(lifter_id), path)


def export_json(lifter_id: int | None, path: Path, private: bool = False) -> Document:
    """Write everything of one lifter, or of all, as JSON; return what it is. Raises OSError."""
    made = document(lifter_id, private)
    write_json(made, path)
    return made


def write_csv(made: LogTable, path: Path) -> int:
    """Write a table that was read; needs no database, so any thread may. Raises OSError."""
    whole_file.write(path, csv_log.write(made.sessions, made.names).encode("utf-8"))
    return _sets(made.sessions)


def write_json(made: Document, path: Path) -> int:
    """Write a document that was read; needs no database, so any thread may. Raises OSError."""
    whole_file.write(path, json_log.write(made).encode("utf-8"))
    return sum(_sets(entry.sessions) for entry in made.lifters)


def table(lifter_id: int | None) -> LogTable:
    """Return a lifter's log as a table; LookupError without a lifter."""
    if lifter_id is None:
        raise LookupError("A table holds one lifter's log; say which lifter.")
    names = {made.slug: made.name for made in library.exercises()}
    return LogTable(tuple(_sessions(lifter_id)), names)


def document(lifter_id: int | None, private: bool = False) -> Document:
    """Return everything of one lifter as one document; only with `private` what is private.

    None: of all, with own programs and the settings that travel with everything.
    """
    ids = [made.id for made in clients.lifters(include_archived=True) if made.id is not None]
    chosen = ids if lifter_id is None else [lifter_id]
    lifters = tuple(map(_lifter, chosen))
    if not private:
        lifters = tuple(map(private_answers.without, lifters))
    programs = tuple(own_programs.programs()) if lifter_id is None else ()
    used = {
        slot.exercise for made in lifters for session in made.sessions for slot in session.exercises
    }
    used.update(slug for program in programs for slug in own_programs.exercises(program))
    exercises = tuple(e for e in library.exercises() if e.custom or e.slug in used)
    uids = (made.lifter.uid for made in lifters)
    settings = settings_travel.travelling(uids, everything=lifter_id is None)
    if not private:
        settings = private_answers.without_limits(settings, chosen)
    return Document(lifters, exercises, settings, programs)


def contents(made: Document) -> str:
    """Say in words whose document it is and what it holds: 'Ada: 8 sessions and 24 sets'."""
    names = ", ".join(each.lifter.name for each in made.lifters) or "nobody yet"
    found = {
        "session": sum(len(each.sessions) for each in made.lifters),
        "set": sum(_sets(each.sessions) for each in made.lifters),
        "plan": sum(len(each.mesocycles) for each in made.lifters),
        "check-in": sum(len(each.check_ins) for each in made.lifters),
        "limit": sum(len(each.restrictions) for each in made.lifters),
        "own program": len(made.programs),
    }
    counted = [wording.several(number, noun) for noun, number in found.items() if number]
    return f"Everything of {names} ({', '.join(counted) or 'nothing planned or logged yet'})"


def _lifter(lifter_id: int) -> LifterFile:
    blocks = [plan.mesocycle(made.id) for made in plan.mesocycles(lifter_id) if made.id]
    return LifterFile(
        clients.lifter(lifter_id),
        bodyweights=tuple(clients.bodyweights(lifter_id)),
        mesocycles=tuple(reversed(blocks)),
        sessions=tuple(_sessions(lifter_id)),
        check_ins=tuple(clients.check_ins(lifter_id, date.min, date.max)),
        absences=tuple(clients.absences(lifter_id)),
        decisions=tuple(_decision(made) for made in decisions.decisions(lifter_id)),
        intakes=tuple(health.intakes(lifter_id)),
        referrals=tuple(health.referrals(lifter_id)),
        restrictions=tuple(health.restrictions(lifter_id)),
    )


def _decision(made: decisions.Decision) -> SavedDecision:
    return SavedDecision(**{each.name: getattr(made, each.name) for each in fields(SavedDecision)})


def _sessions(lifter_id: int) -> list[Session]:
    """Return a lifter's sessions; which import brought them means nothing elsewhere."""
    return [replace(session, import_id=None) for session in log.sessions(lifter_id)]


def _sets(sessions: tuple[Session, ...]) -> int:
    return sum(map(sets_in, sessions))
