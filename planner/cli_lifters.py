"""Whom a command is about: the lifter named, or the only one."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches
from getpass import getpass

from planner.coach import clients, lifter_lock
from planner.coach.refused import Refused
from planner.engine.terms import Lifter

SEVERAL = "There are several lifters; say which with --lifter NAME: {names}."
NOBODY = "There is no lifter yet. Import a log or open the window first."
TRIES = 3
CLOSE = 0.7  # from this share of equal letters on, a name may be mistyped


def lifter(options: argparse.Namespace, which: str = SEVERAL) -> Lifter:
    """Return the lifter that is named, or the only one; `which` is told when it is unclear.

    Of one who is locked the PIN is asked for; raises Refused.
    """
    found = _meant_by(options, which)
    unlock(found)
    return found


def unlock(lifter: Lifter) -> None:
    """Ask for the PIN of a lifter who is locked; raises Refused without it."""
    if not lifter_lock.is_shut(lifter):
        return
    if not sys.stdin.isatty():
        raise Refused(f"{lifter.name} is locked. Do this at a terminal, which asks for the PIN.")
    for _ in range(TRIES):
        if lifter_lock.unlock(lifter, getpass(f"PIN of {lifter.name}: ")):
            return
    raise Refused(f"That is not the PIN of {lifter.name}.")


def _meant_by(options: argparse.Namespace, which: str) -> Lifter:
    if options.lifter:
        return clients.by_name(options.lifter)
    known = clients.lifters()
    if len(known) == 1:
        return known[0]
    if not known:
        raise Refused(NOBODY)
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
            unlock(near)
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
