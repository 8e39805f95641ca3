"""The second front end: the same program without a window."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from planner import (
    cli_export,
    cli_import,
    cli_library,
    cli_lifters,
    cli_merge,
    cli_opening,
    cli_passphrase,
    cli_print,
)
from planner.cli_parser import parser
from planner.coach import (
    backing_up,
    copies,
    files,
    garbage,
    importing,
    lifter_lock,
    paths,
    printing,
    questions,
    quiet,
    replaying,
    silence,
    suggesting,
    wording,
)
from planner.coach.refused import Refused
from planner.engine.terms import Lifter

INCOMPLETE = (
    "{name} was copied while a window had it open, without {name}-wal beside it: what was entered "
    "last may be missing."
)
PROBLEMS = (
    files.DatabaseProblem,
    importing.ImportProblem,
    printing.NothingPlanned,
    Refused,
    OSError,
)


def main(arguments: Sequence[str], default_database: Path) -> int:
    """Run a command; return 0 when done, 1 when refused with a message, 2 for wrong use."""
    if isinstance(sys.stdout, TextIOWrapper):  # a pipe's letters may be fewer than a name has
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        options = parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        _run(options, default_database)
    except BrokenPipeError:  # whoever read the answer has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except PROBLEMS as problem:
        print(_words(problem), file=sys.stderr)
        return 1
    finally:
        files.close_file()
        lifter_lock.close_others([])
    return 0


def _words(problem: Exception) -> str:
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename} cannot be used: {problem.strerror}."
    return str(problem)


def _run(options: argparse.Namespace, default_database: Path) -> None:
    _check_paths(options)
    options.db = getattr(options, "db", default_database)
    if copies.lacks_log(options.db):
        print(INCOMPLETE.format(name=options.db.name), file=sys.stderr)
    with cli_opening.opened(options):
        COMMANDS[options.command](options)


def _check_paths(options: argparse.Namespace) -> None:
    """Refuse what was typed and cannot work, before anything is opened or made."""
    typed = vars(options)
    named = (typed.get("file"), typed.get("passphrase_file"))
    for path in (*typed.get("files", ()), *filter(None, named)):
        paths.require(path)
    for path in filter(None, [typed.get("db"), options.command != "demo" and typed.get("out")]):
        paths.require_folder(path)


def _suggest(options: argparse.Namespace) -> None:
    lifter, on = cli_lifters.lifter(options), options.on or date.today()
    made = suggesting.all_suggestions(cli_lifters.key(lifter), on)
    asked = questions.questions(cli_lifters.key(lifter), on, made)
    if options.json:
        waiting = quiet.quiet(cli_lifters.key(lifter), on).blocked
        facts = {
            "waiting": wording.render(waiting, lifter.unit) if waiting is not None else None,
            "suggestions": [replaying.suggestion_facts(each, lifter.unit) for each in made],
            "questions": [questions.facts(each, lifter.unit) for each in asked],
        }
        print(json.dumps(facts))
    else:
        said = [replaying.suggestion_text(each, lifter.unit) for each in made]
        open_ones = [questions.text(asked, lifter.unit)] if asked else []
        print("\n\n".join([*(said or [_silence(lifter, on)]), *open_ones]))


def _silence(lifter: Lifter, on: date) -> str:
    why = silence.why(cli_lifters.key(lifter), on)
    return f"{lifter.name}, {on}: {wording.render(why, lifter.unit)}"


def _replay(options: argparse.Namespace) -> None:
    lifter = cli_lifters.lifter(options)
    lifter_id = cli_lifters.key(lifter)
    for row in replaying.replay(lifter_id, options.exercise):
        print(json.dumps(row) if options.json else replaying.row_text(row, lifter.unit))
    for said in () if options.json else replaying.records(lifter_id, options.exercise):
        print(said)


def _backup(_options: argparse.Namespace) -> None:
    made = backing_up.from_outside()
    print(f"Backed up to {made.path}")
    if made.missed:
        print(f"  Not to the place that was chosen: {made.missed}")


def _restore(options: argparse.Namespace) -> None:
    before = _present_counts(options)
    cli_passphrase.with_passphrase(lambda: files.restore(options.file), options)
    after = files.check().counts
    print(f"Restored {options.file}")
    if before is None:
        print(f"  What was damaged is kept in {options.db.parent}")
    for name, now in after.items():
        was = "" if before is None else f"{before.get(name, 0)} before, "
        print(f"  {name}: {was}{now} now")


def _present_counts(options: argparse.Namespace) -> Mapping[str, int] | None:
    """Open the database and count its rows; None, and nothing is open, when it is damaged."""
    try:
        cli_passphrase.open_file(options)
        if counts := files.check().counts:
            return counts
    except files.DamagedDatabase:
        pass
    files.close_file()
    return None


def _check(_options: argparse.Namespace) -> None:
    report = files.check()
    print(f"schema {report.schema}")
    for name, count in report.counts.items():
        print(f"  {name}: {count}")
    if not report.ok:
        raise Refused("Problems found:\n  " + "\n  ".join(report.problems))
    print("The database is sound.")


def _demo(options: argparse.Namespace) -> None:
    from planner.ui.demo import make

    with garbage.uncollected():  # windows are made
        for path in make(options.out, date.today()):
            print(path)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "import": cli_import.run,
    "suggest": _suggest,
    "replay": _replay,
    "print": cli_print.run,
    "export": cli_export.run,
    "schema": cli_export.schema,
    "handover": cli_merge.hand_over,
    "merge": cli_merge.merge,
    "library export": cli_library.export,
    "library import": cli_library.bring_in,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "demo": _demo,
}
