"""Ask for a passphrase: from a file or the keyboard, never from the command line itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from getpass import getpass
from pathlib import Path
from typing import TypeVar

from planner.coach import files, passphrase
from planner.coach.refused import Refused

Result = TypeVar("Result")
TRIES = 3
HOW = "Say which with --passphrase-file FILE, whose first line holds it."


def open_file(options: argparse.Namespace) -> None:
    """Open the database, with its passphrase if it has one; raises DatabaseProblem, Refused."""
    with_passphrase(lambda: files.open_file(options.db), options)


def with_passphrase(work: Callable[[], Result], options: argparse.Namespace) -> Result:
    """Do something that may need a passphrase, which is asked for then.

    Raises what the work raises, and Refused without a passphrase.
    """
    path: Path | None = getattr(options, "passphrase_file", None)
    if path is not None:
        passphrase.give(_first_line(path))
        return work()
    for _ in range(TRIES):
        try:
            return work()
        except passphrase.PassphraseNeeded as problem:
            passphrase.give(_typed(problem))
    return work()


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        raise Refused(f"{path} holds no text. Save it as UTF-8.") from problem
    if not lines:
        raise Refused(f"{path} is empty. Its first line has to be the passphrase.")
    return lines[0]


def _typed(problem: passphrase.PassphraseNeeded) -> str:
    if not sys.stdin.isatty():
        raise Refused(f"{problem} {HOW}") from problem
    print(problem, file=sys.stderr)
    return getpass("Passphrase: ")
