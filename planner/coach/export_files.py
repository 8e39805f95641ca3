"""What can be exported, how its files are called, and what goes into each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from pathlib import Path

from planner.coach import (
    counts,
    exporting,
    file_names,
    garbage,
    plan_calendar,
    plan_sheets,
    private_answers,
    whole_file,
)
from planner.coach.exporting import Reading
from planner.engine.terms import sets_in
from planner.formats import csv_log, json_log, log_sheets
from planner.formats.parsed import Progress
from planner.language import tr
from planner.storage import clients


class Kind(StrEnum):
    """What a file holds; all but everything hold one lifter."""

    SPREADSHEET = "xlsx"
    TABLE = "csv"
    PLAN = "plan-xlsx"
    CALENDAR = "ics"
    EVERYTHING = "json"

    @property
    def suffix(self) -> str:
        """Return how the file's name ends."""
        return ".xlsx" if self is Kind.PLAN else f".{self.value}"

    @property
    def holds_one(self) -> bool:
        """Say whether there is a file for each lifter."""
        return self is not Kind.EVERYTHING


@dataclass(frozen=True, slots=True)
class Export:
    """What to export of whom, at a local time; `at` is when the sessions of a calendar begin,
    None all day; `everything` adds to the lifters what is nobody's alone."""

    kind: Kind
    lifter_ids: tuple[int, ...]
    now: datetime
    private: bool = False
    at: time | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """What was read for a file: in words, what stayed out or does not fit, and what makes its
    content, which needs no database, so any thread may."""

    said: str
    content: Callable[[Progress | None], bytes]
    left_out: str = ""
    shortened: str = ""


def reading(wanted: Export) -> Reading[Ready]:
    """Read for one file, in slices; raises NothingPlanned.

    Of a kind that holds one lifter the first one goes in.
    """
    with garbage.set_aside():
        match wanted.kind:
            case Kind.EVERYTHING:
                return (yield from _everything(wanted))
            case Kind.SPREADSHEET:
                return (yield from _spreadsheet(wanted))
            case Kind.TABLE:
                return (yield from _table(wanted))
            case _:
                yield
                return _plan(wanted)


@garbage.uncollected()
def write(ready: Ready, path: Path, progress: Progress | None = None) -> None:
    """Write a whole file or none; raises OSError. Any thread may."""
    content = ready.content(progress)
    if progress is not None:
        progress(1, 1)  # the last moment to stop
    whole_file.write(path, content)


def file_name(kind: Kind, names: Sequence[str], now: datetime) -> str:
    """Return the usual name of a file: 'planner-Ada-2026-10-03_1030.json', of several without."""
    name = file_names.cleaned(names[0]) if len(names) == 1 else ""
    parts = ("planner", name, "plan" if kind is Kind.PLAN else "", f"{now:%Y-%m-%d_%H%M}")
    return "-".join(filter(None, parts)) + kind.suffix


def private_kept(kind: Kind, lifter_ids: Sequence[int]) -> bool:
    """Say whether there is anything private of lifters that such a file could hold."""
    if kind is Kind.EVERYTHING:
        return any(map(private_answers.are_kept, lifter_ids))
    return kind is Kind.SPREADSHEET and any(map(clients.answered_mood, lifter_ids))


def _everything(wanted: Export) -> Reading[Ready]:
    made = yield from exporting.reading_document(
        wanted.lifter_ids, wanted.private, wanted.everything
    )
    kept_back = not wanted.private and private_kept(wanted.kind, wanted.lifter_ids)
    yield
    said = yield from exporting.counting(made)
    return Ready(
        said,
        lambda _progress: json_log.write(made).encode("utf-8"),
        tr(private_answers.LEFT_OUT) if kept_back else "",
    )


def _spreadsheet(wanted: Export) -> Reading[Ready]:
    made = yield from exporting.reading_book(wanted.lifter_ids[0], wanted.private, wanted.now)
    sets = sum(map(sets_in, made.sessions))
    said = _of(counts.sets(sets), made.lifter.name)
    cut = log_sheets.shortened(made)
    shortened = _shortened(cut) if cut else ""
    return Ready(said, lambda progress: log_sheets.write(made, progress), made.left_out, shortened)


def _table(wanted: Export) -> Reading[Ready]:
    made = yield from exporting.reading_table(wanted.lifter_ids[0])
    sets = sum(map(sets_in, made.sessions))
    said = _of(counts.sets(sets), clients.lifter(wanted.lifter_ids[0]).name)
    return Ready(said, lambda _progress: csv_log.write(made.sessions, made.names).encode("utf-8"))


def _plan(wanted: Export) -> Ready:
    [lifter_id, *_], today = wanted.lifter_ids, wanted.now.date()
    name = clients.lifter(lifter_id).name
    if wanted.kind is Kind.PLAN:
        book = plan_sheets.book(lifter_id, today)
        said = _of(counts.planned_sessions(book.sessions), name)
        return Ready(said, lambda progress: plan_sheets.write(book, progress))
    made = plan_calendar.calendar(lifter_id, today, wanted.at)
    said = _of(counts.planned_sessions(len(made.events)), name)
    made_at = wanted.now.astimezone(UTC)
    return Ready(said, lambda _progress: plan_calendar.write(made, made_at))


def _of(what: str, lifter: str) -> str:
    return tr("{what} of {lifter}").format(what=what, lifter=lifter)


def _shortened(notes: int) -> str:
    words = tr("{notes} longer than a cell can be, so cut short here (CSV and JSON hold all of it)")
    return words.format(notes=counts.notes(notes))
