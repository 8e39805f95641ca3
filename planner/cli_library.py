"""The library command: own exercises and programs to a file, and from one."""

from __future__ import annotations

import argparse

from planner import cli_passphrase
from planner.coach import files, library_travel


def export(options: argparse.Namespace) -> None:
    """Write the user's exercises and programs to a file."""
    print(f"{library_travel.export(options.out)} written to {options.out}")


def bring_in(options: argparse.Namespace) -> None:
    """Take a library file in, after a backup, and say what came of it.

    The file is read before the database is opened, so that a broken one makes none.
    """
    content = library_travel.read(options.file)
    cli_passphrase.open_file(options)
    files.back_up(reason=files.Reason.IMPORT, of=options.file.name)
    print(f"{options.file.name}: {library_travel.said(library_travel.take_in(content))}")
