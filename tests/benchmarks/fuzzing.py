"""Break exports of every app and import them: nothing may crash, hang, or get lost.

    .venv/bin/python tests/benchmarks/fuzzing.py [--count 10000] [--seed 1] [FORMAT …]

Each file either is refused in words or comes in with every row stored or listed, within a second
of the processor's time. One in a hundred of those goes through preview and commit into a real file:
all or nothing, the file stays sound, importing again adds nothing, and undo leaves it as it was. A
file that breaks a rule is kept and named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import faulthandler
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date, datetime
from functools import partial
from pathlib import Path
from random import Random

from fuzz_breaking import broken
from fuzz_seeds import SEEDS

from planner.coach import clients, export_files, files, importing, library, steps
from planner.coach.export_files import Export, Kind
from planner.coach.parts import at_once
from planner.engine.terms import Lifter
from planner.formats import detection
from planner.formats.parsed import FormatProblem, ParsedLog
from planner.storage.base import open_connection

COUNT, STORED_OF = 10_000, 100
MOST_S = 1.0
HANGS_S = 20.0  # then the interpreter says where, and ends
TODAY = date(2026, 11, 5)


class Fault(AssertionError):
    """A rule of importing that a broken file has broken."""


def parse(data: bytes) -> ParsedLog | None:
    """Read a file; None when it is refused. Raises Fault."""
    begun = time.process_time()
    try:
        made = detection.read(data, "log.csv")
    except FormatProblem as problem:
        made = None
        if not str(problem).startswith("log.csv cannot be imported. "):
            raise Fault(f"refused without a word: {problem}") from problem
    took = time.process_time() - begun
    if took > MOST_S:
        raise Fault(f"it took {took:.1f} s")
    if made is not None:
        _nothing_lost(made)
    return made


def _nothing_lost(made: ParsedLog) -> None:
    sets = [s for session in made.sessions for slot in session.exercises for s in slot.sets]
    if made.rows != len(sets) + len(made.skipped):
        raise Fault(f"{made.rows} rows, {len(sets)} sets, {len(made.skipped)} listed")
    if not all(note.reason for note in (*made.skipped, *made.flagged)):
        raise Fault("a row is listed without a reason")
    if not all(slot.exercise.strip() for each in made.sessions for slot in each.exercises):
        raise Fault("an exercise has no name")


def store(lifter: int, path: Path) -> int:
    """Import a file into the open database and take it back; return its sets. Raises Fault."""
    before = _content()
    try:
        made = importing.preview(lifter, path)
    except importing.ImportProblem:
        return 0
    _, step = steps.do(partial(importing.commit, lifter, made, TODAY))
    if problems := files.check().problems:
        raise Fault(f"the database is no longer sound: {problems}")
    _stored_whole(lifter, made)
    steps.revert(step)
    if _content() != before:
        raise Fault("undo leaves the file another one")
    return made.new_sets


def _stored_whole(lifter: int, made: importing.ImportPreview) -> None:
    stored = sum(record.sets for record in importing.imports(lifter))
    if stored != made.new_sets or made.new_sets + made.duplicates != made.sets:
        raise Fault(f"{stored} sets are stored of {made.new_sets} new of {made.sets}")
    if importing.preview(lifter, made.path).new_sets:
        raise Fault("importing again adds something")
    if not all(each.name.strip() for each in library.exercises()):
        raise Fault("an exercise that was made has no name")
    wanted = Export(Kind.TABLE, (lifter,), datetime.combine(TODAY, datetime.min.time()))
    export_files.write(at_once(export_files.reading(wanted)), made.path.with_name("again.csv"))


def _content() -> list[str]:
    """Return the file as statements, without what undo notes as gone for later merges."""
    lines = open_connection().iterdump()
    return [line for line in lines if "sqlite_" not in line and 'INTO "gone"' not in line]


def run(name: str, count: int, seed: int, folder: Path, stored_of: int = STORED_OF) -> Counter[str]:
    """Break the seeds of a format `count` times. Raises Fault, which names the file kept."""
    rng, told, lifter = Random(f"{name} {seed}"), Counter[str](), _lifter(folder, name)
    path = folder / f"{name.replace(' ', '-')}.csv"
    for number in range(count):
        data = broken(rng, rng.choice(SEEDS[name]))
        faulthandler.dump_traceback_later(HANGS_S, exit=True)
        try:
            began = time.process_time()
            made = parse(data)
            told["slowest ms"] = max(told["slowest ms"], round(1e3 * (time.process_time() - began)))
            _count(told, made)
            accepted = told["files"] - told["refused"]
            if made is not None and accepted % stored_of == 1:
                path.write_bytes(data)
                told["stored"] += store(lifter, path)
        except Exception as problem:
            path.write_bytes(data)
            raise Fault(f"{name}, file {number}, kept as {path}: {problem!r}") from problem
        finally:
            faulthandler.cancel_dump_traceback_later()
    return told


def _count(told: Counter[str], made: ParsedLog | None) -> None:
    told["files"] += 1
    told["refused"] += made is None
    if made is not None:
        told["rows"] += made.rows
        told["listed"] += len(made.skipped)
        told["pointed at"] += len(made.flagged)


def _lifter(folder: Path, name: str) -> int:
    files.open_file(folder / f"{name.replace(' ', '-')}.db")
    return clients.add(Lifter(name="Ada"))


COLUMNS = ("files", "refused", "rows", "listed", "pointed at", "stored", "slowest ms")


def main() -> int:
    """Print a line for each format; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(SEEDS))
    chosen, code = parser.parse_args(), 0
    print(f"{'':16}" + "".join(f"{column:>12}" for column in COLUMNS))
    for name in chosen.formats or SEEDS:
        folder = Path(tempfile.mkdtemp(prefix="fuzzing-"))
        try:
            told = run(name, chosen.count, chosen.seed, folder)
            print(f"{name:16}" + "".join(f"{told[c]:>12,}" for c in COLUMNS), flush=True)
            files.close_file()
            shutil.rmtree(folder)
        except Fault as fault:
            files.close_file()
            print(f"{name:16} {fault}", flush=True)
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
