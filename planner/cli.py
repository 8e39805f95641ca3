"""The second front end: the same program without a window."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from planner.cli_parser import parser
from planner.coach import (
    adopting,
    clients,
    exporting,
    files,
    importing,
    paths,
    printing,
    replaying,
    suggesting,
    wording,
)
from planner.coach.refused import Refused
from planner.coach.wording import several
from planner.engine.terms import Lifter, Unit

FIRST_LIFTER = "Me"
OPENS_ITSELF = ("demo", "restore")
READS = ("suggest", "replay", "print", "export", "backup", "check")
SEVERAL = "There are several lifters; say which with --lifter NAME: {names}."
ONE_A_TABLE = (
    "A CSV holds the log of one lifter: say whose with --lifter NAME ({names}), or export "
    "everybody with --format json."
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
    return 0


def _words(problem: Exception) -> str:
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename} cannot be used: {problem.strerror}."
    return str(problem)


def _run(options: argparse.Namespace, default_database: Path) -> None:
    _check_paths(options)
    options.db = getattr(options, "db", default_database)
    if options.command not in OPENS_ITSELF:
        files.open_file(options.db)
    COMMANDS[options.command](options)


def _check_paths(options: argparse.Namespace) -> None:
    """Refuse what was typed and cannot work, before anything is opened or made."""
    typed = vars(options)
    for path in (*typed.get("files", ()), *filter(None, [typed.get("file")])):
        paths.require(path)
    for path in filter(None, [typed.get("db"), options.command != "demo" and typed.get("out")]):
        paths.require_folder(path)
    if "db" in typed and options.command in READS:
        paths.require_database(options.db)


def _lifter(options: argparse.Namespace, which: str = SEVERAL) -> Lifter:
    """Return the lifter that is named, or the only one; `which` is told when it is unclear."""
    if options.lifter:
        return clients.by_name(options.lifter)
    known = clients.lifters()
    if len(known) == 1:
        return known[0]
    if not known:
        raise Refused("There is no lifter yet. Import a log or open the window first.")
    names = ", ".join(made.name for made in known)
    raise Refused(which.format(names=names))


def _id(lifter: Lifter) -> int:
    if lifter.id is None:
        raise LookupError(f"{lifter.name} is not stored")
    return lifter.id


def _import(options: argparse.Namespace) -> None:
    unit = Unit(options.unit) if options.unit else None
    for path in options.files:
        document = None if options.lifter else adopting.newcomers(path)
        if document is not None:
            _adopt(document, path, options)
            continue
        lifter_id = _known_lifter(options)
        with files.trial() if lifter_id is None else nullcontext():
            preview = importing.preview(lifter_id or _new_lifter(options), path, unit)
        if not options.dry_run:
            _store(lifter_id, preview, options)
        print(json.dumps(_import_facts(preview)) if options.json else _import_text(preview))


def _store(
    lifter_id: int | None, preview: importing.ImportPreview, options: argparse.Namespace
) -> None:
    """Bring a log in; a lifter made for it is stored together with it, or not at all."""
    today = date.today()
    if lifter_id is not None:
        importing.commit(lifter_id, preview, today)
        return
    files.back_up(reason=files.Reason.IMPORT, of=preview.path.name)
    files.do(lambda: importing.commit(_new_lifter(options, preview.unit), preview, today))


def _adopt(document: adopting.Document, path: Path, options: argparse.Namespace) -> None:
    if not options.dry_run:
        files.back_up(reason=files.Reason.IMPORT, of=path.name)
        files.do(lambda: adopting.adopt(document))
    names = [made.lifter.name for made in document.lifters]
    sessions = sum(len(made.sessions) for made in document.lifters)
    facts = {"format": adopting.NAME, "lifters": names, "sessions": sessions}
    done = "would be taken in" if options.dry_run else "taken in"
    counted = several(sessions, "session")
    said = f"{', '.join(names)}: {done} with {counted}, plans and check-ins"
    print(json.dumps(facts) if options.json else said)


def _known_lifter(options: argparse.Namespace) -> int | None:
    """Return the lifter an import goes to, None when it makes a new one."""
    if options.lifter is None and not clients.lifters():
        return None
    try:
        return _id(_lifter(options))
    except clients.NoSuchLifter:
        return None


def _new_lifter(options: argparse.Namespace, unit: Unit = Unit.KG) -> int:
    return clients.add_named(options.lifter or FIRST_LIFTER, unit)


def _import_facts(made: importing.ImportPreview) -> dict[str, object]:
    return {
        "format": made.format,
        "unit": made.unit,
        "unit_confidence": round(made.unit_confidence, 3),
        "rows": made.rows,
        "sets": made.sets,
        "sessions": len(made.sessions),
        "exercises": len(made.matches),
        "first_date": made.first_date and made.first_date.isoformat(),
        "last_date": made.last_date and made.last_date.isoformat(),
        "new_sets": made.new_sets,
        "duplicates": made.duplicates,
        "skipped": [{"line": row.line, "reason": row.reason} for row in made.skipped],
        "flagged": [{"line": row.line, "reason": row.reason} for row in made.flagged],
    }


def _import_text(made: importing.ImportPreview) -> str:
    how = "stated" if made.unit_stated else f"guessed, {wording.odds(made.unit_confidence)} sure"
    lines = [
        f"{made.path.name}: {made.format}, loads in {made.unit} ({how})",
        f"  {several(made.rows, 'row')}, {several(made.sets, 'set')} in "
        f"{several(len(made.sessions), 'session')}, "
        f"{several(len(made.matches), 'exercise')}, {made.first_date} to {made.last_date}",
        f"  {made.new_sets} new sets, {made.duplicates} already stored",
    ]
    lines += [f"  skipped line {row.line}: {row.reason}" for row in made.skipped]
    lines += [f"  look at line {row.line}: {row.reason}" for row in made.flagged]
    return "\n".join(lines)


def _suggest(options: argparse.Namespace) -> None:
    lifter, on = _lifter(options), options.on or date.today()
    made = suggesting.all_suggestions(_id(lifter), on)
    if options.json:
        print(json.dumps([replaying.suggestion_facts(entry, lifter.unit) for entry in made]))
    elif not made:
        print("Nothing to suggest: log two or three sessions of a lift first.")
    else:
        print("\n\n".join(replaying.suggestion_text(entry, lifter.unit) for entry in made))


def _replay(options: argparse.Namespace) -> None:
    lifter = _lifter(options)
    for row in replaying.replay(_id(lifter), options.exercise):
        print(json.dumps(row) if options.json else replaying.row_text(row, lifter.unit))


def _print(options: argparse.Namespace) -> None:
    from planner.ui import offscreen
    from planner.ui.sheet import write_pdf

    today = date.today()
    chosen = clients.lifters() if options.all else [_lifter(options)]
    made = printing.sheets([_id(lifter) for lifter in chosen], options.week or today, today)
    _app = offscreen.application()
    write_pdf(options.out, made, options.paper)
    print(f"{len(made)} sheet{'s' if len(made) != 1 else ''} written to {options.out}")


def _export(options: argparse.Namespace) -> None:
    if options.format == "csv":
        lifter = _lifter(options, ONE_A_TABLE)
        sets = exporting.export_csv(_id(lifter), options.out)
        said = f"{several(sets, 'set')} of {lifter.name}"
    else:
        lifter_id = _id(_lifter(options)) if options.lifter else None
        said = exporting.contents(exporting.export_json(lifter_id, options.out))
    print(f"{said} written to {options.out}")


def _backup(_options: argparse.Namespace) -> None:
    print(f"Backed up to {files.back_up()}")


def _restore(options: argparse.Namespace) -> None:
    before = _present_counts(options.db)
    files.restore(options.file)
    after = files.check().counts
    print(f"Restored {options.file}")
    if before is None:
        print(f"  What was damaged is kept in {options.db.parent}")
    for name, now in after.items():
        was = "" if before is None else f"{before.get(name, 0)} before, "
        print(f"  {name}: {was}{now} now")


def _present_counts(database: Path) -> Mapping[str, int] | None:
    """Open the database and count its rows; None, and nothing is open, when it is damaged."""
    try:
        files.open_file(database)
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

    for path in make(options.out, date.today()):
        print(path)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], None]] = {
    "import": _import,
    "suggest": _suggest,
    "replay": _replay,
    "print": _print,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "demo": _demo,
}
