"""Whom a command is about: the lifter named, or the only one."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches

from planner.coach import clients
from planner.coach.refused import Refused
from planner.engine.terms import Lifter

SEVERAL = "There are several lifters; say which with --lifter NAME: {names}."
CLOSE = 0.7  # from this share of equal letters on, a name may be mistyped


def lifter(options: argparse.Namespace, which: str = SEVERAL) -> Lifter:
    """Return the lifter that is named, or the only one; `which` is told when it is unclear."""
    if options.lifter:
        return clients.by_name(options.lifter)
    known = clients.lifters()
    if len(known) == 1:
        return known[0]
    if not known:
        raise Refused("There is no lifter yet. Import a log or open the window first.")
    raise Refused(which.format(names=names()))


def key(lifter: Lifter) -> int:
    """Return the id of a stored lifter."""
    if lifter.id is None:
        raise LookupError(f"{lifter.name} is not stored")
    return lifter.id


def names() -> str:
    """Name the lifters there are: 'Ada, Ben'; '' without any."""
    return ", ".join(made.name for made in clients.lifters())


def known(options: argparse.Namespace) -> int | None:
    """Return the lifter an import goes to, None when it makes a new one.

    A new name that looks like a known one is asked about, where somebody can answer.
    """
    if options.lifter is None and not clients.lifters():
        return None
    try:
        return key(lifter(options))
    except clients.NoSuchLifter:
        near = close_to(options.lifter)
        if near is not None and not (options.dry_run or options.json) and _meant(options, near):
            return key(near)
        return None


def close_to(name: str) -> Lifter | None:
    """Return the lifter whose name a new one looks like."""
    by_name = {made.name.casefold(): made for made in clients.lifters()}
    found = get_close_matches(name.casefold(), by_name, 1, CLOSE)
    return by_name[found[0]] if found else None


def _meant(options: argparse.Namespace, near: Lifter) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    answer = input(
        f"No lifter is called {options.lifter}. Is {near.name} meant? "
        f"[y: {near.name}, n: make {options.lifter}] "
    )
    if answer.strip().casefold() not in ("y", "yes", "n", "no"):
        raise Refused("Nothing was imported.")
    return answer.strip().casefold().startswith("y")
