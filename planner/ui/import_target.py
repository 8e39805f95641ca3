"""Whose log our own JSON holds, when it is that of a lifter who is here."""

from __future__ import annotations

from pathlib import Path

from planner.coach import clients, taken_in
from planner.coach.refused import Refused
from planner.coach.taken_in import Document
from planner.engine.terms import Lifter
from planner.language import tr


def owner(path: Path) -> Lifter | None:
    """Return the lifter whose further sessions a document holds; None when it names nobody here.

    Raises Refused when it holds nothing new, several lifters, or somebody who is archived.
    """
    found = taken_in.look(path)
    if found is None:
        return None
    lifter = clients.lifter(found.known[0].id)
    if problem := _problem(found, lifter, path.name):
        raise Refused(problem)
    return lifter


def _problem(found: Document, lifter: Lifter, file: str) -> str:
    if found.all_here():
        return tr("Everything in {file} is here already.").format(file=file)
    if not found.is_one_log():
        return found.refusal(file)
    if lifter.archived_on is not None:
        said = tr("{file} holds the log of {name}, who is archived. Bring them back first.")
        return said.format(file=file, name=lifter.name)
    return ""
