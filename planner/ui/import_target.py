"""Whose log our own JSON holds, when it is that of a lifter who is here."""

from __future__ import annotations

from collections.abc import Generator

from planner.coach import adopting, clients, taken_in
from planner.coach.adopting import Document as Newcomers
from planner.coach.refused import Refused
from planner.coach.taken_in import Document
from planner.engine.terms import Lifter
from planner.language import tr


def placing(document: Newcomers, file: str) -> Generator[None, None, Newcomers | Lifter | None]:
    """Return a document whose lifters all come in whole, or the lifter whose further sessions it
    holds, in parts; None when it names nobody.

    Raises Refused when it holds nothing new, several lifters, somebody who is archived or in the
    trash, or an exercise that nobody describes.
    """
    if adopting.whole(document) is not None:
        return document
    found = yield from taken_in.looking(document)
    if found is None:
        return None
    lifter = clients.lifter(found.known[0].id)
    if problem := _problem(found, lifter, file):
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
