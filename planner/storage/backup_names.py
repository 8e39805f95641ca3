"""What backups are called, and which of them are kept as they age: by their names alone."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

KEPT_NEWEST = 10
KEPT_HOURS = 12
KEPT_DAYS = 7
KEPT_WEEKS = 4
KEPT_MONTHS = 12
BY_HAND_STAYS = timedelta(days=30)
BELIEVED_DAYS = 3  # with a backup each, until a clock is taken to be right
LONGEST_FILE = 40  # characters of an imported file's name
USUAL = "planner"  # begins the names of backups of planner.db, and of all in earlier versions
_LONGEST = 100  # bytes of a database's name: what a name may have, all said, is 255
_CUT = 60  # bytes left of a longer one


class Reason(StrEnum):
    """Why a backup was made."""

    BY_HAND = "by-hand"
    DAILY = "daily"
    IMPORT = "import"
    MERGE = "merge"
    REPLACED = "replaced"
    RESTORE = "restore"
    START = "start"
    TAKE_BACK = "take-back"
    UPDATE = "update"


_TIME = "%Y-%m-%d_%H%M%S"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)_(\d{6})")
_MARK, _ENDING = "~", ".db"
_WRITTEN = re.compile(rf"(\d{{4}}-\d\d-\d\d){_MARK}(\d{{6}})")  # a moment in a database's name
_NAME = re.compile(
    r"(.+?)-(\d{4}-\d\d-\d\d_\d{6})(?:-(\d+))?"
    rf"(?:_({'|'.join(Reason)})(?:_(.+))?)?\.db"
)


@dataclass(frozen=True, slots=True)
class BackupName:
    """When a backup was made, local time, and why; `of` is the file that was to come in, or go.

    `number` tells those of one second apart. `reason` is None in names that say none. `database`
    is whose it is, as `whose` says: several databases may share a folder.
    """

    made_at: datetime
    number: int = 1
    reason: Reason | None = None
    of: str = ""
    database: str = USUAL

    def text(self) -> str:
        """Write the name of the file."""
        number = "" if self.number == 1 else f"-{self.number}"
        of = re.sub(r"[^\w.+()-]", "_", self.of.removesuffix(".db"))[:LONGEST_FILE]
        why = "_".join(filter(None, [self.reason, of]))
        return f"{self.database}-{self.made_at:{_TIME}}{number}{why and '_' + why}.db"


def whose(database: Path) -> str:
    """Return what the names of a database's backups begin with: its own, without the ending.

    One without that ending has a '~' in its place, and a time in it is written otherwise than that
    of a backup, with one, too; what is in the name itself is doubled. Of a long one the end is a
    checksum.
    """
    name = database.name.replace(_MARK, 2 * _MARK)
    name = name[: -len(_ENDING)] if name[1:].endswith(_ENDING) else name + _MARK
    name = _MOMENT.sub(rf"\1{_MARK}\2", name)
    if len(name.encode()) <= _LONGEST:
        return name
    return f"{name.encode()[:_CUT].decode(errors='ignore')}-{zlib.crc32(name.encode()):08x}"


def called(whose: str) -> str:
    """Return what the database of some backups is called; a long name as far as it is kept."""
    name = _WRITTEN.sub(r"\1_\2", whose)
    ends = len(name) - len(name.rstrip(_MARK))
    name = name[: -len(_MARK)] if ends % 2 else name + _ENDING
    return name.replace(2 * _MARK, _MARK)


def begins(name: str, database: str) -> bool:
    """Say whether the program gave a name to something of a database, by how it begins."""
    return name.startswith(f"{database}-") and bool(_MOMENT.match(name, len(database) + 1))


def read(name: str) -> BackupName | None:
    """Read the name of a file; None when the program did not give it."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    database, when, number, reason, of = found.groups()
    try:
        made_at = datetime.strptime(when, _TIME)
    except ValueError:
        return None
    why = Reason(reason) if reason else None
    return BackupName(made_at, int(number or 1), why, of or "", database)


def newest_first(made: Iterable[BackupName]) -> list[BackupName]:
    """Sort names by age."""
    return sorted(made, key=lambda each: (each.made_at, each.number), reverse=True)


def kept(made: Iterable[BackupName]) -> set[BackupName]:
    """Return the backups that stay.

    The newest ten; the first of each of the last twelve hours; the first and the newest of each
    of the last seven days; the newest of each of the last four weeks and twelve months. Periods
    without a backup do not count. One made by hand, or of a file that another program replaced,
    stays for 30 days, whatever came after it; those are over when there were backups on three
    days since, so that a clock set ahead by mistake ends nothing at once.
    """
    ordered = newest_first(made)
    by_hand = [each for each in ordered if each.reason in (Reason.BY_HAND, Reason.REPLACED)]
    seen = _one_each(ordered, _day, BELIEVED_DAYS)[-1:]
    return {
        *ordered[:KEPT_NEWEST],
        *(each for each in by_hand if seen[0].made_at - each.made_at <= BY_HAND_STAYS),
        *_one_each(ordered[::-1], _hour, KEPT_HOURS),
        *_one_each(ordered[::-1], _day, KEPT_DAYS),
        *_one_each(ordered, _day, KEPT_DAYS),
        *_one_each(ordered, _week, KEPT_WEEKS),
        *_one_each(ordered, _month, KEPT_MONTHS),
    }


def _one_each(
    ordered: Sequence[BackupName], period: Callable[[datetime], Hashable], periods: int
) -> list[BackupName]:
    """Return the one that comes first in `ordered` of each of the last periods."""
    found: dict[Hashable, BackupName] = {}
    for each in ordered:
        found.setdefault(period(each.made_at), each)
    return newest_first(found.values())[:periods]


def _hour(at: datetime) -> Hashable:
    return at.date(), at.hour


def _day(at: datetime) -> Hashable:
    return at.date()


def _week(at: datetime) -> Hashable:
    return at.isocalendar()[:2]


def _month(at: datetime) -> Hashable:
    return at.year, at.month
