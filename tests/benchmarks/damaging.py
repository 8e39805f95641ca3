"""Damage a database file in every way, and see that it is told in words and never made worse.

    .venv/bin/python tests/benchmarks/damaging.py [--count 1000] [--seed 1]

Cut at every page and at random places, bits flipped, pages of zeros and of noise, files of other
programs. Each is opened, checked, read, restored from and imported. The exit code is 1 when
anything but a problem in words comes of it, when it takes over two seconds of the processor or
half a minute by the clock, or when a file that was refused is another one afterwards.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from planner.coach import demo, exporting, files, importing
from planner.coach.files import DatabaseProblem
from planner.coach.importing import ImportProblem

TODAY = date(2026, 11, 5)
PAGE = 4096
LONGEST_S = 2.0  # of the processor
LONGEST_WAIT_S = 30.0  # by the clock: for a lock or the disk, however busy the computer is
TOLD = (DatabaseProblem, ImportProblem, OSError)

Damage = tuple[str, bytes]  # what was done, and the bytes of the file


def main() -> int:
    """Damage a file in every way; return 1 when anything went wrong."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--count", type=int, default=1000)
    asked.add_argument("--seed", type=int, default=1)
    options = asked.parse_args()
    with TemporaryDirectory() as folder:
        whole = sound(Path(folder))
        damages = [*damaged(whole, options.count, Random(options.seed)), *foreign(Path(folder))]
        seen, faults = run(Path(folder), damages)
    for (kind, what), times in sorted(seen.items()):
        print(f"{kind:14}{what:34}{times:8}")
    print(*faults[:20], sep="\n")
    print(f"{len(damages)} files, {len(faults)} faults")
    return int(bool(faults))


def sound(folder: Path) -> bytes:
    """Return a file with a sample lifter, whole and without a log beside it."""
    path = folder / "sound.db"
    files.open_file(path)
    demo.add_sample_lifter(TODAY)
    files.close_file()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = delete")
    return path.read_bytes()


def damaged(whole: bytes, count: int, rng: Random) -> Iterator[Damage]:
    """Yield the file cut at every page, and so often flipped, overwritten and cut anywhere."""
    for end in range(0, len(whole), PAGE):
        yield "cut at a page", whole[:end]
    for _ in range(count):
        at, bit = rng.randrange(len(whole)), 1 << rng.randrange(8)
        yield "bit flipped", whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :]
    for _ in range(count // 10):
        yield "cut anywhere", whole[: rng.randrange(len(whole))]
        at = PAGE * rng.randrange(len(whole) // PAGE)
        for kind, page in (("page of zeros", bytes(PAGE)), ("page of noise", rng.randbytes(PAGE))):
            yield kind, whole[:at] + page + whole[at + PAGE :]
        yield "bytes doubled", whole[:at] + whole[at : at + 9] + whole[at:]


def foreign(folder: Path) -> Iterator[Damage]:
    """Yield files that are no training database."""
    yield "foreign", b""
    yield "foreign", bytes(PAGE)
    yield "foreign", b"\x89PNG\r\n\x1a\n" + Random(3).randbytes(5000)
    yield "foreign", b"Date,Exercise\n2026-01-01,Squat\n"
    yield "foreign", Random(4).randbytes(20 * PAGE)
    other = folder / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE bookmark (id INTEGER PRIMARY KEY, url TEXT)")
    yield "foreign", other.read_bytes()


def run(folder: Path, damages: list[Damage]) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Try each file; return what came of them, counted by kind, and what must not be."""
    seen: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    good = folder / "good.db"
    shutil.copyfile(folder / "sound.db", good)
    for number, (kind, data) in enumerate(damages):
        for what, story in STORIES.items():
            place = folder / "tried"
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
            path = place / "planner.db"
            path.write_bytes(data)
            began, started = monotonic(), process_time()
            said = _said(story, path, good)
            if said.startswith("!"):
                faults.append(f"{kind} {number}, {what}: {said[1:]}")
            if said == "refused" and path.read_bytes() != data:
                faults.append(f"{kind} {number}, {what}: refused, and yet another file")
            if process_time() - started > LONGEST_S:
                faults.append(f"{kind} {number}, {what}: {process_time() - started:.1f} s")
            if monotonic() - began > LONGEST_WAIT_S:
                faults.append(f"{kind} {number}, {what}: {monotonic() - began:.0f} s by the clock")
            seen[kind, f"{what}: {said.split(':')[0]}"] += 1
    return seen, faults


def _said(story: Callable[[Path, Path], str], path: Path, good: Path) -> str:
    try:
        return story(path, good)
    except TOLD as problem:
        return "refused" if len(str(problem)) > 20 else f"!without words: {problem!r}"
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
        return f"!{type(fault).__name__}: {fault}"
    finally:
        files.close_file()


def _open(path: Path, _good: Path) -> str:
    """Open a file, look through it, and read all of it; once open it may be written to."""
    files.open_file(path)
    report = files.check()
    try:
        exporting.document(None, private=True)
    except DatabaseProblem as problem:
        return "opened, told" if len(str(problem)) > 20 else f"!without words: {problem!r}"
    return "opened, sound" if report.ok else "opened, faults told"


def _restore(path: Path, good: Path) -> str:
    """Restore from a file, in the place of a good one."""
    mine = path.with_name("mine.db")
    shutil.copyfile(good, mine)
    files.open_file(mine)
    before = files.check().counts
    try:
        files.restore(path)
    except TOLD:
        assert files.check().counts == before, "refused, and yet another database"
        raise
    return "restored"


def _import(path: Path, good: Path) -> str:
    """Drop a file on the import."""
    mine = path.with_name("mine.db")
    shutil.copyfile(good, mine)
    files.open_file(mine)
    importing.preview(1, path)
    return "read"


STORIES = {"open": _open, "restore": _restore, "import": _import}

if __name__ == "__main__":
    sys.exit(main())
