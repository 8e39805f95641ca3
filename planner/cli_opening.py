"""Open the database as a command needs it: for use, to look at it, or as a copy to try on."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from planner import cli_passphrase
from planner.coach import in_vain, looking, paths

OWN_PLACE = ("demo", "schema")  # the database has no part in them
OPENS_ITSELF = ("restore", "library import")
READS = ("suggest", "replay", "print", "export", "handover", "library export", "backup", "check")


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[None]:
    """Let the database be open in the block, unless the command opens it itself.

    A new one goes again when the command is refused. Raises DatabaseProblem, and Refused where
    there is nothing to read or no passphrase.
    """
    if options.command in READS:
        paths.require_database(options.db)
        _look(options)
        yield
    elif getattr(options, "dry_run", False):
        with _tried(options):
            yield
    elif options.command in OWN_PLACE:
        yield
    else:
        with in_vain.made(options.db):
            if options.command not in OPENS_ITSELF:
                cli_passphrase.open_file(options)
            yield


def _look(options: argparse.Namespace) -> None:
    cli_passphrase.with_passphrase(lambda: looking.open_to_read(options.db), options)


@contextmanager
def _tried(options: argparse.Namespace) -> Iterator[None]:
    """Open a copy for what is tried and stays nowhere; to compare files, to look is enough."""
    there = options.db.exists()
    if there:
        _look(options)
    if there and options.command == "merge":
        yield
    else:
        with looking.open_copy(options.db):
            yield
