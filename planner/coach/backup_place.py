"""Where the backups of a database go on this computer: to a folder that was chosen, or the usual.

That is kept in a file beside the database, not in it: a stick is there on one computer only.
"""

from __future__ import annotations

import json
import platform
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from planner.storage import durable, owner_only
from planner.storage.backups import Written

FILE_NAME = "backups.json"
OWN_FOLDER = "workout-planner"  # begins the name of the folder that is made in a place
_MADE = re.compile(rf"{OWN_FOLDER}-.+-[0-9a-f]{{8}}")  # the name of such a folder, of any database


@dataclass(frozen=True, slots=True)
class Places:
    """The folder chosen for backups, None for the usual one, and those chosen before.

    `missed` says that the last backup could not go to the one chosen.
    """

    chosen: Path | None = None
    earlier: tuple[Path, ...] = ()
    missed: bool = False


class Turn(Enum):
    """What a backup tells of the place that was chosen."""

    NOTHING_NEW = auto()
    LOST = auto()
    BACK = auto()


def usual(database: Path) -> Path:
    """Return the folder beside a database that holds its backups unless another is chosen."""
    return database.parent / "backups"


def read(database: Path) -> Places:
    """Return what was chosen for a database; the usual place when that cannot be read."""
    with suppress(OSError, ValueError, AttributeError, TypeError):
        stored = json.loads(database.with_name(FILE_NAME).read_text("utf-8"))
        chosen, earlier = stored.get("folder"), stored.get("earlier", ())
        return Places(
            Path(chosen) if chosen else None, tuple(map(Path, earlier)), bool(stored.get("missed"))
        )
    return Places()


def keep(database: Path, places: Places) -> None:
    """Remember what was chosen for a database; raises OSError."""
    stored = {
        "folder": str(places.chosen or ""),
        "earlier": [str(each) for each in places.earlier],
        "missed": places.missed,
    }
    path = database.with_name(FILE_NAME)
    part = path.with_name(path.name + ".part")
    owner_only.make(part)
    part.write_text(json.dumps(stored, indent=1), "utf-8")
    durable.replace(part, path)


def folders(database: Path) -> list[Path]:
    """List the folders that may hold backups of a database, the one they go to first."""
    places = read(database)
    chosen = [places.chosen] if places.chosen is not None else []
    return list(dict.fromkeys([*chosen, usual(database), *places.earlier]))


def folder_in(place: Path, database: Path) -> Path:
    """Return the folder for backups in a place: one of this computer's and database's own.

    Two computers may share a stick, and two people a computer, who would thin each other's; and
    what is in a folder of a drive is not written into the empty folder that stays where it was.
    Where the place is such a folder itself, its own is beside it, or the same.
    """
    if place == usual(database):
        return place
    if _MADE.fullmatch(place.name):
        place = place.parent
    of = "" if database.stem == "planner" else f"-{database.stem}"
    computer = re.sub(r"[^\w-]+", "-", platform.node()) or "computer"
    whose = zlib.crc32(str(database.parent.resolve()).encode())
    return place / f"{OWN_FOLDER}-{computer}{of}-{whose:08x}"


def called(folder: Path) -> str:
    """Return what a lifter calls the place of a folder for backups: 'STICK'."""
    place = folder.parent if folder.name.startswith(OWN_FOLDER) else folder
    return place.name or str(place)


def choose(database: Path, place: Path) -> Places:
    """Let backups go to a place from now on, which is made ready; what is elsewhere stays there.

    Raises OSError; then all is as it was.
    """
    before, folder = read(database), folder_in(place, database)
    if folder != usual(database):
        folder.mkdir(exist_ok=True)
    known = [each for each in (before.chosen, *before.earlier) if each not in (None, folder)]
    earlier = tuple(each for each in known if each is not None)
    made = Places(None if folder == usual(database) else folder, earlier)
    keep(database, made)
    return made


def note(database: Path, written: Written | None) -> Turn:
    """Note whether a backup could go to the place chosen; tell that only when it has changed.

    None says that where it would have gone all is held already.
    """
    places = read(database)
    missed = written.missed is not None if written is not None else _is_missing(places)
    if places.chosen is None or missed == places.missed:
        return Turn.NOTHING_NEW
    with suppress(OSError):  # then it is told once more
        keep(database, replace(places, missed=missed))
    return Turn.LOST if missed else Turn.BACK


def _is_missing(places: Places) -> bool:
    return places.chosen is not None and not places.chosen.is_dir()
