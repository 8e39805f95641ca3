"""How a backup is told: when it was made, and why."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLocale

from planner.coach import files
from planner.coach.files import Backup, Reason
from planner.language import ntr, tr
from planner.ui import dates
from planner.ui.counts import count


def when(made_at: datetime, today: date, seconds: bool = False) -> str:
    """Write '5 Nov, 09:30', 'today, 09:30:20'."""
    at = dates.clock(made_at, seconds)
    words = tr("today, {time}") if made_at.date() == today else tr("{day}, {time}")
    return words.format(day=dates.short(made_at.date(), today), time=at)


def why(backup: Backup) -> str:
    """Say why a backup was made; a file from elsewhere by its name."""
    if backup.reason is Reason.IMPORT:
        return tr("before the import of {file}").format(file=backup.of or "–")
    if backup.reason is Reason.MERGE:
        return tr("before the merge of {file}").format(file=backup.of or "–")
    if backup.reason is Reason.TAKE_BACK:
        return tr("before {file} was taken back").format(file=backup.of or "–")
    known = {
        Reason.BY_HAND: tr("by hand"),
        Reason.DAILY: tr("daily"),
        Reason.START: tr("at the start"),
        Reason.REPLACED: tr("when another program replaced the file"),
        Reason.RESTORE: tr("before restoring"),
        Reason.UPDATE: tr("before a new version"),
    }
    if backup.reason is None:
        return backup.path.name
    return known.get(backup.reason, f"{backup.reason} {backup.of}".rstrip())


def of_another(path: Path) -> str:
    """Say of whom a backup is, where that is not the file that is to be restored; else ''."""
    other = files.of_another(path)
    words = tr(
        "By its name this is a backup of {other}, not of {name}. It would take the place of "
        "what is in {name}."
    )
    return words.format(other=other, name=files.open_name()) if other else ""


def size(size_bytes: int) -> str:
    """Write '1.7 MiB'."""
    return QLocale().formattedDataSize(size_bytes, 1)


def backups(number: int) -> str:
    """Write '1 backup', '23 backups'."""
    return ntr("{0} backup", "{0} backups", number).format(count(number))
