"""Bring another app's log in: preview, then commit in one transaction, and take it back later."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from planner.coach import garbage, import_duplicates, import_names, parts, whole_file, wording
from planner.coach.import_names import NameMatch as NameMatch
from planner.engine.terms import Exercise, Progress, Session, Unit, sets_in
from planner.formats import detection
from planner.formats.parsed import FormatProblem, ParsedLog
from planner.language import tr
from planner.storage import database, imports as storage, library, log, migrations, undo

LARGEST_MB = 200  # a set has about 100 bytes: the log of a thousand years of training
NOTHING_NEW = 0
_APPLICATION = slice(68, 72)  # of SQLite's header: https://www.sqlite.org/fileformat.html
PART = 50  # sessions stored or deleted at once, some 10 ms


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row that will not come in, with its line number (1-based) and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Flagged:
    """A row that comes in but looks odd."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReadLog:
    """A file that was read and not yet compared with what is stored."""

    path: Path
    log: ParsedLog
    sha256: str


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What an import would do. `sessions` are already in our exercise slugs and in kg.

    An exercise that is to be made new still has the file's name in `sessions`; `described` holds
    what the file itself says about exercises, `chosen` the names that the lifter matched.
    `duplicates` counts sets that are stored already, `kept_out_sets` those deleted here or moved
    with their session, as `kept_out` tells: `new_sets + duplicates + kept_out_sets == sets`.
    `deleted_sets` were deleted here; they come in with `deleted_too`.
    """

    path: Path
    format: str
    unit: Unit
    unit_stated: bool
    unit_confidence: float
    rows: int
    sets: int
    sessions: tuple[Session, ...]
    matches: tuple[NameMatch, ...]
    first_date: date | None
    last_date: date | None
    new_sets: int
    duplicates: int
    skipped: tuple[Skipped, ...]
    flagged: tuple[Flagged, ...]
    described: tuple[Exercise, ...] = ()
    chosen: frozenset[str] = frozenset()
    sha256: str = ""
    kept_out: tuple[Skipped, ...] = ()
    kept_out_sets: int = 0
    deleted_sets: int = 0
    deleted_too: bool = False


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import in the list of imports."""

    id: int
    file_name: str
    format: str
    imported_on: date
    sessions: int
    sets: int


class ImportProblem(Exception):
    """The file cannot be imported; the message says what was looked for and what to do."""


@garbage.uncollected()
def read(path: Path, unit: Unit | None = None, progress: Progress | None = None) -> ReadLog:
    """Read a file without the database, so that a thread of its own can do it.

    `unit` counts when the file states none; `progress` gets (rows done, rows in all) and may
    raise Stopped. Raises ImportProblem.
    """
    try:
        data = _bytes(path)
        parsed = detection.read(data, path.name, unit, progress)
        return ReadLog(path, parsed, sha256(data).hexdigest())
    except OSError as problem:
        reason = problem.strerror or tr("it is no file")
        words = tr("{file} cannot be read: {reason}.")
        raise ImportProblem(words.format(file=path.name, reason=reason)) from problem
    except FormatProblem as problem:
        raise ImportProblem(str(problem)) from problem


def _bytes(path: Path) -> bytes:
    if path.exists() and not path.is_file():
        words = tr("{file} is no file. Choose the file that the other app exported.")
        raise ImportProblem(words.format(file=path.name))
    if path.stat().st_size > LARGEST_MB * 1_000_000:
        words = tr("{file} has over {most} MB; no training log is so large.")
        raise ImportProblem(words.format(file=path.name, most=LARGEST_MB))
    data = whole_file.read(path)
    if data[_APPLICATION] == migrations.APPLICATION_ID.to_bytes(4, "big"):
        words = tr(
            "{file} is a database of this program, no log of another app. File › Merge… "
            "brings in what is new in it; File › Restore… puts it in the place of what is here."
        )
        raise ImportProblem(words.format(file=path.name))
    return data


def understand(
    lifter_id: int, read: ReadLog, choices: Mapping[str, str | None] | None = None
) -> ImportPreview:
    """Compare what was read with what is stored; `choices` overrides matches, name to slug."""
    return parts.at_once(understanding(lifter_id, read, choices))


def understanding(
    lifter_id: int,
    read: ReadLog,
    choices: Mapping[str, str | None] | None = None,
    deleted_too: bool = False,
) -> Generator[None, None, ImportPreview]:
    """Do what `understand` does part by part; `deleted_too` brings in what was deleted here."""
    parsed = read.log
    described = {each.slug: each for each in parsed.exercises}
    matches = import_names.match_names(parsed.sessions, described, choices or {})
    slugs = {match.name: match.slug for match in matches if match.slug is not None}
    yield
    with garbage.uncollected():
        sessions = tuple(map(_unlinked, import_names.renamed(parsed.sessions, slugs)))
        compared = yield from import_duplicates.comparing(lifter_id, sessions, deleted_too)
    shown = _preview(read, sessions, matches, compared)
    return replace(shown, chosen=frozenset(choices or ()), deleted_too=deleted_too)


def _preview(
    read: ReadLog,
    sessions: tuple[Session, ...],
    matches: tuple[NameMatch, ...],
    compared: import_duplicates.Comparison,
) -> ImportPreview:
    parsed, new_sets = read.log, sum(map(sets_in, compared.new))
    flagged = sorted([*parsed.flagged, *compared.remarks])
    days = [session.on for session in sessions]
    return ImportPreview(
        path=read.path,
        format=parsed.format,
        unit=parsed.unit,
        unit_stated=parsed.unit_stated,
        unit_confidence=parsed.unit_confidence,
        rows=parsed.rows,
        sets=parsed.sets,
        sessions=sessions,
        matches=matches,
        first_date=min(days, default=None),
        last_date=max(days, default=None),
        new_sets=new_sets,
        duplicates=parsed.sets - new_sets - compared.kept_out_sets,
        skipped=tuple(Skipped(*row) for row in parsed.skipped),
        flagged=tuple(Flagged(*row) for row in flagged),
        described=parsed.exercises,
        sha256=read.sha256,
        kept_out=tuple(Skipped(*row) for row in compared.kept_out),
        kept_out_sets=compared.kept_out_sets,
        deleted_sets=compared.deleted_sets,
    )


def _still_new(
    lifter_id: int, preview: ImportPreview
) -> Generator[None, None, tuple[Session, ...]]:
    compared = import_duplicates.comparing(lifter_id, preview.sessions, preview.deleted_too)
    return (yield from compared).new


def _unlinked(session: Session) -> Session:
    """Drop keys of the database that a document of ours comes from."""
    if session.id is None and session.planned_session_id is None and not session.uid:
        return session
    slots = tuple(replace(slot, planned_exercise_id=None) for slot in session.exercises)
    return replace(session, exercises=slots, planned_session_id=None, import_id=None, id=None)


def preview(
    lifter_id: int,
    path: Path,
    unit: Unit | None = None,
    choices: Mapping[str, str | None] | None = None,
) -> ImportPreview:
    """Do what `understand` does with a file that is not read yet. Raises ImportProblem."""
    return understand(lifter_id, read(path, unit), choices)


def commit(lifter_id: int, preview: ImportPreview, today: date) -> int:
    """Store a preview's new sessions in one transaction, after a backup; return the import's id.

    Inside a step that is under way no backup can be made: whoever began it makes it before.
    What is new is looked for again, so that nothing comes in twice; 0, and nothing is stored,
    when everything is there already. Raises DatabaseProblem.
    """
    return parts.at_once(storing(lifter_id, preview, today))


def storing(lifter_id: int, preview: ImportPreview, today: date) -> Generator[None, None, int]:
    """Do what `commit` does part by part; closing the generator leaves the file as it was.

    Nothing else may write between the parts.
    """
    if not undo.under_way():
        if not (yield from _still_new(lifter_id, preview)):
            return NOTHING_NEW
        database.back_up(reason=database.Reason.IMPORT, of=preview.path.name)
    described = {each.slug: each for each in preview.described}
    wanted = {match.name: described.get(match.name) for match in preview.matches if not match.slug}
    with garbage.uncollected(), undo.step():
        new = yield from _still_new(lifter_id, preview)
        if not new:
            return NOTHING_NEW
        slugs = import_names.store_new(new, wanted)
        chosen = (match for match in preview.matches if match.name in preview.chosen)
        import_names.remember(chosen, slugs)
        import_id = storage.add_import(
            lifter_id, preview.path.name, preview.format, today, preview.sha256
        )
        yield
        for start in range(0, len(new), PART):
            some = import_names.renamed(new[start : start + PART], slugs)
            log.add_sessions(lifter_id, some, import_id)
            yield
    return import_id


def imports(lifter_id: int) -> list[ImportRecord]:
    """List imports, newest first."""
    return [ImportRecord(*each) for each in storage.imports(lifter_id)]


def undo_import(import_id: int) -> list[str]:
    """Take an import back; return the names of sessions kept because they were edited since.

    Exercises that the lifter has made or an import has brought go too when nothing uses them
    any more. Raises LookupError when there is no such import.
    """
    return parts.at_once(taking_back(import_id))


def taking_back(import_id: int) -> Generator[None, None, list[str]]:
    """Do what `undo_import` does part by part; closing the generator leaves the file as it was."""
    with undo.step():
        kept = [_title(session, gone) for session, gone in storage.edited_sessions(import_id)]
        brought = storage.exercises_of(import_id)
        gone = storage.untouched_sessions(import_id)
        for start in range(0, len(gone), PART):
            yield
            storage.delete_sessions(gone[start : start + PART])
        storage.delete_import(import_id)
        own = {slug for slug, each in library.by_slug().items() if each.custom}
        for slug in filter(own.__contains__, brought):
            if not library.in_use(slug):
                library.delete_exercise(slug)
                yield
    return kept


def _title(session: Session, in_trash: bool) -> str:
    when = wording.date_with_year(session.on)
    if in_trash and not session.name:
        return tr("{day} (in the trash)").format(day=when)
    if in_trash:
        when = tr("{day}, in the trash").format(day=when)
    return f"{session.name} ({when})" if session.name else when
