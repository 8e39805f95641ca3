"""Compare the open file with another one, and say what merging them does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from planner.storage import kin, merge_lines, merge_match, merge_settings
from planner.storage.base import open_connection
from planner.storage.merge_attached import Files, beside
from planner.storage.merge_gone import Fates, Times, decide, under
from planner.storage.merge_lines import Line, Lines
from planner.storage.merge_match import Matched, in_batches
from planner.storage.merge_rows import Settled, read, settle, translated
from planner.storage.merge_settings import Setting, Travel
from planner.storage.other_file import Other
from planner.storage.versions import Version

_USING = tuple(each.table for each in kin.TRAVELLING.values() if "exercise_id" in each.links)
_PAIRS = 500  # rows of either file, read at once

Kind: TypeAlias = Literal["pair", "returning", "staying", "going", "setting", "line"]


class Key(NamedTuple):
    """What names a choice: two versions of a row, or one that a file deleted.

    The id is that of the row there; of one that is 'staying' or 'going', here; a setting's key.
    A 'line' is of all sets of a planned exercise, and has the id of that.
    """

    kind: Kind
    table: str
    id: int | str


@dataclass(slots=True)
class Comparison:
    """Two files side by side."""

    files: Files
    matched: Matched
    fates: Fates
    settings: list[Setting] = field(default_factory=list)
    lines: Lines = field(default_factory=dict)


@dataclass(slots=True)
class Plan:
    """What a merge does: ids there that come in, ids here that go, by table.

    `out` are ids there of what stays deleted here; `moved` are ids here of what hung below
    something that goes, and hangs elsewhere in the other file; `known` are ids here of what the
    other file has, too. `theirs` says of planned sets, by the id there, whether they stand as they
    are there. `other` are the choices against what is later.
    """

    new: dict[str, list[int]]
    delete: dict[str, set[int]]
    out: dict[str, set[int]]
    moved: dict[str, set[int]]
    known: dict[str, set[int]]
    theirs: dict[int, bool]
    other: Collection[Key]


def compare(
    other: Other, travel: Travel, told: Callable[[int], None]
) -> Generator[None, None, Comparison]:
    """Pair the rows of two files, in parts; `told` hears how many there are done."""
    files = Files(open_connection(), other.connection())
    made = yield from beside(files, _matched(files, told))
    for fates in decide(files, made.matched):
        made.fates = fates
        yield
    merge_lines.set_aside(made.lines, made.matched, made.fates)
    made.settings = merge_settings.pair(files, travel)
    return made


def _matched(files: Files, told: Callable[[int], None]) -> Generator[None, None, Comparison]:
    made = Comparison(files, Matched(), Fates())
    for done, matched in merge_match.match(files):
        made.matched = matched
        told(done)
        yield
    made.lines = yield from merge_lines.find(files, made.matched)
    return made


def still_is(seen: Version | None) -> bool:
    """Say, inside a step, whether no other program has written since a version of the file."""
    ((elsewhere,),) = open_connection().execute("PRAGMA data_version").fetchall()
    return seen is not None and elsewhere == seen.elsewhere


def plan(made: Comparison, other: Collection[Key]) -> Generator[None, None, Plan]:
    """Say what merging does, in parts; `other` are the choices against what is later."""
    fates, files, tables = made.fates, made.files, [*kin.TRAVELLING]
    going, _ = _split("going", fates.going, other)
    _, dropped = _split("staying", fates.staying, other)
    back, buried = _split("returning", fates.returning, other)
    delete = {table: going[table] | dropped[table] for table in tables}
    left = {table: {*fates.left[table]} | buried[table] for table in tables}
    there = {table: {*made.matched.ids[table]} for table in tables}
    known = {table: {*made.matched.ids[table].values()} for table in tables}
    below, _ = under(files.there, left, there.__getitem__)
    _, moved = under(files.here, delete, known.__getitem__)
    out = {table: left[table] | below[table] for table in tables}
    yield
    planned = Plan({}, delete, out, moved, known, {}, other)
    back[merge_lines.SET] |= _settle_lines(made, planned)
    for table in tables:
        coming, stays = sorted([*made.matched.new[table], *back[table]]), out[table]
        planned.new[table] = [key for key in coming if key not in stays] if stays else coming
        yield
    yield from _take_exercises(made, planned)
    return planned


def settled(made: Comparison, planned: Plan, table: str) -> Iterator[list[Settled]]:
    """Make one row of every two versions in a table, some at a time; they may be the same."""
    each, pairs = kin.TRAVELLING[table], made.matched.pairs[table]
    for start in range(0, len(pairs), _PAIRS):
        some = pairs[start : start + _PAIRS]
        ours = read(made.files.here, table, [pair.here for pair in some])
        theirs = read(made.files.there, table, [pair.there for pair in some])
        yield [
            settle(
                each, pair, ours[pair.here],
                translated(each, theirs[pair.there], made.matched.ids, planned.out),
                planned.known, Key("pair", table, pair.there) in planned.other,
                planned.theirs.get(pair.there) if table == merge_lines.SET else None,
            )
            for pair in some
        ]  # fmt: skip


def stands_as_there(line: Line, other: Collection[Key]) -> bool:
    """Say whether a prescription stands as the other file has it."""
    return line.there_is_later is not (Key("line", merge_lines.SET, line.there) in other)


def _settle_lines(made: Comparison, planned: Plan) -> set[int]:
    """Let whole prescriptions stand as one file has them; return the ids there of new sets."""
    coming: set[int] = set()
    for line in made.lines.values():
        theirs = stands_as_there(line, planned.other)
        planned.theirs |= dict.fromkeys(line.both, theirs)
        if theirs:
            coming |= line.only_there.keys()
            planned.delete[merge_lines.SET] |= line.only_here.keys()
    return coming


def _split(
    kind: Literal["returning", "staying", "going"],
    rows: dict[str, dict[int, Times]],
    other: Collection[Key],
) -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Split rows into those left to what is later, and those chosen against it."""
    against = {
        table: {key for key in ids if Key(kind, table, key) in other} for table, ids in rows.items()
    }
    return {table: ids.keys() - against[table] for table, ids in rows.items()}, against


def _take_exercises(made: Comparison, planned: Plan) -> Iterator[None]:
    """Let exercises that are not here, and that what comes in needs, come in, too."""
    absent = made.matched.shipped | planned.out["exercise"]
    needed: set[int] = set()
    for keys in _needed(made, planned) if absent else ():
        needed |= absent & keys
        yield
    planned.out["exercise"] = absent - needed
    planned.new["exercise"] = sorted({*planned.new["exercise"]} | needed)


def _needed(made: Comparison, planned: Plan) -> Iterator[set[int]]:
    for table in _USING:
        sql = f"""SELECT DISTINCT exercise_id FROM "{table}"
            WHERE exercise_id NOT NULL AND id IN (SELECT value FROM json_each(?))"""
        for ids in in_batches([*planned.new[table], *_winning(made, planned, table)]):
            yield {key for (key,) in made.files.there.execute(sql, (ids,)).fetchall()}


def _winning(made: Comparison, planned: Plan, table: str) -> Iterable[int]:
    """Return the ids there of versions that may win."""
    for pair in made.matched.pairs[table]:
        chosen = Key("pair", table, pair.there) in planned.other
        if chosen or pair.there_at >= pair.here_at:
            yield pair.there
