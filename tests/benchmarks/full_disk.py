"""Fill the disk, or take the permission, at every write of every story, and look at what is left.

    .venv/bin/python tests/benchmarks/full_disk.py

Linux, as root: a small disk in memory is mounted for it. Each story is tried with more and more
room, from none on, and in a folder that has become read-only. When it does not fit it must say
so in words (a DatabaseProblem, or an OSError of an exported file), leave every row as it was, and
work once there is room again. The exit code is 1 when one does not.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import made_up

from planner.coach import export_files, files, handing_over, importing, merging
from planner.coach.export_files import Export, Kind
from planner.coach.files import DatabaseProblem
from planner.coach.parts import at_once
from planner.engine.terms import Lifter, LoggedExercise, LoggedSet, Session
from planner.storage import clients, log
from planner.storage.base import open_connection

DAY = date(2026, 3, 2)
SIZE_MB, STEP, LARGEST = 24, 4096, 6 * 2**20
ROWS = 1500
NOBODY = 65534
LAPTOP = "laptop.db"


@dataclass
class Tally:
    """How often a story did not fit, how often it did, and what was wrong."""

    refused: int = 0
    done: int = 0
    faults: list[str] = field(default_factory=list)


Story = Callable[[Path], object]  # what is done in the folder of the small disk


def _log(_place: Path) -> None:
    slot = log.session(1).exercises[0].id or 0
    for _ in range(30):
        log.add_set(slot, LoggedSet(100.0, 5, load=100.0, note="x" * 300))


def _edit(_place: Path) -> None:
    for entry in log.session(1).exercises[0].sets[:40]:
        log.update_set(replace(entry, note="y" * 300))


def _delete(_place: Path) -> None:
    for entry in log.session(1).exercises[0].sets[:40]:
        log.delete_set(entry.id or 0)


def _import(place: Path) -> None:
    _bring_in(place.parent / "other.csv")


def _bring_in(export: Path) -> None:
    importing.commit(1, importing.preview(1, export), DAY)


def _take_back(_place: Path) -> None:
    importing.undo_import(importing.imports(1)[0].id)


def _restore(place: Path) -> None:
    files.restore(place.parent / "backup.db")


def _export(kind: Kind, place: Path) -> None:
    wanted = Export(kind, (1,), datetime.combine(DAY, time()))
    export_files.write(at_once(export_files.reading(wanted)), place / f"out{kind.suffix}")


def _merge(place: Path) -> None:
    other = merging.fetch(place.parent / LAPTOP)
    try:
        at_once(merging.apply(at_once(merging.look(other)), {}))
    finally:
        other.close()


def _merge_beside(place: Path) -> None:
    """Merge with the copy of the other file on the small disk, too."""
    tempfile.tempdir = str(place)
    try:
        _merge(place)
    finally:
        tempfile.tempdir = None


STORIES: dict[str, Story] = {
    "log sets": _log,
    "edit sets": _edit,
    "delete sets": _delete,
    "import": _import,
    "undo import": _take_back,
    "back up": lambda _place: files.back_up(),
    "back up elsewhere": lambda place: files.back_up(place / "elsewhere.db"),
    "restore": _restore,
    "merge": _merge,
    "merge beside": _merge_beside,
    "hand over": lambda place: at_once(handing_over.write([1], place / "out.planner")),
    "export csv": partial(_export, Kind.TABLE),
    "export json": partial(_export, Kind.EVERYTHING),
}
STEPPED = {"log sets", "edit sets", "delete sets"}  # each write of theirs is a step of its own


def main() -> int:
    """Try every story; return 1 when one lost anything."""
    with TemporaryDirectory() as folder:
        for name, rows in (("export.csv", ROWS), ("other.csv", 2 * ROWS)):
            made_up.export(Path(folder) / name, rows)
        place = Path(folder) / "disk"
        place.mkdir()
        with mounted(place):
            tallies = {name: _tried(place, name) for name in STORIES}
            for name, made in tallies.items():
                made.faults += _without_permission(place, name)
    print(f"{'':20}{'refused':>8}{'done':>6}{'faults':>8}")
    for name, made in tallies.items():
        print(f"{name:20}{made.refused:8}{made.done:6}{len(made.faults):8}")
        for fault in made.faults[:5]:
            print("   ", fault)
    return int(any(made.faults for made in tallies.values()))


@contextmanager
def mounted(place: Path) -> Iterator[None]:
    """Let a folder be a small disk of its own."""
    size = f"size={SIZE_MB}m"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def _tried(place: Path, name: str) -> Tally:
    tally, room = Tally(), 0
    while room < LARGEST:
        _make(place)
        before = _rows()
        try:
            with _room(place, room):
                refused = _refusal(STORIES[name], place)
            _judge(tally, name, place, before, refused, room)
        except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
            tally.faults.append(f"{room} bytes: {type(fault).__name__}: {fault}")
        files.close_file()
        if refused is None:
            break
        room += max(STEP, room // 8)
    return tally


def _without_permission(place: Path, name: str) -> list[str]:
    """Do a story as nobody in particular, whose folder has become read-only; return the faults."""
    files.close_file()
    _empty(place)
    child = os.fork()
    if not child:
        os._exit(_as_nobody(place, name))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return [] if code == 0 else [f"without permission: {SAID.get(code, code)}"]


SAID = {1: "another exception", 2: "rows are another", 3: "a check finds faults"}


def _as_nobody(place: Path, name: str) -> int:
    """Return 0 when a story was done, or refused in words and nothing of it was stored."""
    place.parent.chmod(0o755)
    os.chown(place, NOBODY, NOBODY)
    os.setuid(NOBODY)
    try:
        _make(place)
        before = _rows()
        place.chmod(0o500)
        refused = _refusal(STORIES[name], place)
        place.chmod(0o700)
        if refused is not None and name not in STEPPED and _rows() != before:
            return 2
        return 0 if files.check().ok else 3
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is told
        print(f"{name}: {type(fault).__name__}: {fault}")
        return 1


def _empty(place: Path) -> None:
    for old in sorted(place.rglob("*"), reverse=True):
        old.rmdir() if old.is_dir() else old.unlink()


def _make(place: Path) -> None:
    _empty(place)
    files.open_file(place / "planner.db")
    clients.add_lifter(Lifter(name="Ann"))
    sets = (LoggedSet(100.0, 5, load=100.0),) * 60
    log.add_session(1, Session(DAY, (LoggedExercise("back-squat", sets),)))
    _bring_in(place.parent / "export.csv")
    backup = place.parent / "backup.db"
    if not backup.exists():
        files.back_up(backup)
    files.close_file()
    if not (place.parent / LAPTOP).exists():
        _make_laptop(place.parent / LAPTOP, backup)
    files.open_file(place / "planner.db")


def _make_laptop(laptop: Path, backup: Path) -> None:
    """Make another computer's file: with a log of its own, an edit, and sets that it deleted."""
    shutil.copyfile(backup, laptop)
    files.open_file(laptop)
    _bring_in(laptop.parent / "other.csv")
    _edit(laptop)
    for entry in log.session(1).exercises[0].sets[50:]:
        log.delete_set(entry.id or 0)
    clients.add_lifter(Lifter(name="Bo"))
    files.close_file()
    laptop.chmod(0o644)


@contextmanager
def _room(place: Path, room: int) -> Iterator[None]:
    """Leave so many bytes of the disk free."""
    filler = place / "filler"
    free = os.statvfs(place).f_bavail * os.statvfs(place).f_bsize
    filler.write_bytes(b"\0" * max(free - room, 0))
    try:
        yield
    finally:
        filler.unlink()


def _refusal(story: Story, place: Path) -> str | None:
    """Return the words with which a story was refused, None when it was done."""
    try:
        story(place)
    except (DatabaseProblem, OSError) as problem:
        return str(problem)
    return None


def _judge(
    tally: Tally, name: str, place: Path, before: object, refused: str | None, room: int
) -> None:
    assert files.check().ok, files.check().problems
    if refused is None:
        tally.done += 1
        return
    tally.refused += 1
    assert len(refused) > 20, f"refused without words: {refused!r}"
    if name not in STEPPED:
        assert _rows() == before, "refused, and yet something was written"
    parts = [each.name for end in ("*.part", "other.db*") for each in place.rglob(end)]
    assert not parts, f"left behind: {parts}"
    again = _refusal(STORIES[name], place)
    assert again is None, f"with room again: {again}"


def _rows() -> dict[str, list[tuple[object, ...]]]:
    connection = open_connection()
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
        for (name,) in found
        if not name.startswith("sqlite_")
    }


if __name__ == "__main__":
    sys.exit(main())
