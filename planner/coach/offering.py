"""Offer programs: the user's own and those that ship, in the order in which they fit a wish."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from planner.coach import choosing, own_programs, programs
from planner.coach.choosing import Fit, Wish
from planner.coach.own_programs import OwnProgram
from planner.coach.programs import Program
from planner.coach.suiting import PLAIN
from planner.engine.terms import Exercise, Lifter
from planner.storage import library


def offered() -> list[Program]:
    """List the user's own programs by name, then those that ship."""
    known = library.by_slug()
    own = [_own(made, known) for made in own_programs.programs() if _whole(made, known)]
    return [*own, *programs.programs()]


def ranked(offer: Sequence[Program], wish: Wish, planned: bool = False) -> list[Fit]:
    """Return programs by how well they fit: the user's own first, what is ruled out last.

    `planned` says that a plan is there, which other programs can go beside. Goal and experience
    are not asked of the user's own: whom they serve is known to the user.
    """
    asked = replace(wish, goal=None, experience=None)
    own = choosing.ranked([made for made in offer if made.own], asked)
    shipped = choosing.ranked([made for made in offer if not made.own], wish, planned)
    return sorted([*own, *shipped], key=lambda fit: not fit.possible)


def wish_of(lifters: Sequence[Lifter]) -> Wish:
    """Return what is known already of a program that suits all of some lifters.

    It may need what every gym has that was described, and spares what any of them has to.
    """
    described = [frozenset(each.equipment) for each in lifters if each.equipment]
    there = frozenset.intersection(*described) | PLAIN if described else None
    levels = {each.experience for each in lifters}
    return Wish(
        equipment=there,
        experience=levels.pop() if len(levels) == 1 else None,
        limits=frozenset(limit for each in lifters for limit in each.limits),
    )


def _whole(program: OwnProgram, known: Mapping[str, Exercise]) -> bool:
    """Tell whether all exercises of a program are here."""
    return all(slug in known for slug in own_programs.exercises(program))


def _own(program: OwnProgram, known: Mapping[str, Exercise]) -> Program:
    used = tuple(dict.fromkeys(own_programs.exercises(program)))
    needed = dict.fromkeys(known[slug].equipment for slug in used)
    return Program(
        program.slug, program.name, program.goal, (), (), program.for_whom, program.note,
        len(program.weeks), own_programs.days_a_week(program), program.minutes, tuple(needed),
        (), program.progression, "", (), used, beside=False, own=True,
    )  # fmt: skip
