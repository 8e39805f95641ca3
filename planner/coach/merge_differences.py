"""List what two files have two versions of, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Generator, Iterator
from datetime import datetime
from typing import Literal, TypeAlias, get_args

from planner.coach import lifter_settings, merge_words
from planner.coach.merge_preview import Difference, Side
from planner.engine.terms import N_, PlannedSet
from planner.language import collated, tr
from planner.storage import kin, merge_context, merge_decided, merge_lines, merge_marks
from planner.storage.merge_context import About, about
from planner.storage.merge_decided import NEVER, Decided
from planner.storage.merge_gone import Times
from planner.storage.merge_lines import Line
from planner.storage.merge_marks import Changes
from planner.storage.merge_rows import Settled, read
from planner.storage.merge_settings import Setting
from planner.storage.merging import Comparison, Key, Kind, Plan, settled

_SETTINGS = {
    lifter_settings.REST_LENGTHS: N_("Rests between sets"),
    lifter_settings.TURNED: N_("Lifts that begin below"),
    lifter_settings.SHOWN: N_("What is shown"),
    lifter_settings.CHECKED: N_("Technique that was looked at"),
    lifter_settings.GOALS: N_("Goals"),
    lifter_settings.STANDARDS: N_("Strength standards"),
    lifter_settings.SHEETS: N_("Language of sheets"),
    lifter_settings.FUEL: N_("Food and drink"),
    "favourite": N_("Favourite exercises"),
}
_OF_SHEETS = N_("What sheets show")


_Whose: TypeAlias = tuple[str, Difference]  # with the lifter's uid, '' for nobody's


def list_all(
    made: Comparison, planned: Plan, locked: Collection[str]
) -> Generator[None, None, tuple[list[Difference], Counter[str]]]:
    """List all differences, lifter by lifter, in parts; not what was decided at an earlier merge.

    Nor what only one computer changed, where that is known. Of lifters who are `locked`, told by
    uid, they are only counted, by name.
    """
    found: list[tuple[str, Difference]] = []
    decided = merge_decided.known()
    changes = Changes(merge_marks.ours(), merge_marks.of(made.files.there))
    for table in kin.TRAVELLING:
        for some in settled(made, planned, table):
            found += _changed(
                made,
                changes,
                table,
                [each for each in some if _is_open(planned, decided, table, each)],
            )
            yield
        found += _deleted(made, changes, table, decided)
        yield
    found += _prescribed(made, changes, decided)
    yield
    names, names_here = map(merge_context.names, (made.files.there, made.files.here))
    found += [
        _of_setting(each, names)
        for each in made.settings
        if _is_to_set(decided, each)
        and changes.both("setting", _of_whom(each), each.here_at, each.there_at)
    ]
    shown = [each for uid, each in found if uid not in locked]
    kept_back = Counter(names_here.get(uid, each.lifter) for uid, each in found if uid in locked)
    return sorted(shown, key=lambda each: collated(each.lifter)), kept_back


def as_text(key: Key) -> str:
    """Write the key of a choice."""
    return f"{key.kind} {key.table} {key.id}"


def as_key(text: str) -> Key:
    """Read the key of a choice; raises ValueError, KeyError for what is none."""
    kind, table, name = text.split(" ", 2)
    return Key(_KIND_OF[kind], table, name if kind == "setting" else int(name))


_KIND_OF: dict[str, Kind] = {each: each for each in get_args(Kind)}


def _is_open(planned: Plan, decided: Decided, table: str, each: Settled) -> bool:
    """Say whether a user would tell two versions apart, and has not decided on them yet.

    Sets of a prescription are no choices of their own, and in the trash there is none.
    """
    if table == merge_lines.SET and each.pair.there in planned.theirs:
        return False
    if each.ours.get("deleted_at") is not None and each.theirs["deleted_at"] is not None:
        return False
    known = decided.get(merge_decided.name(table, each.here["uid"]), NEVER)
    return each.differs and (each.there_is_later or each.pair.there_at > known)


def _is_to_set(decided: Decided, each: Setting) -> bool:
    known = decided.get(merge_decided.name("setting", each.key), NEVER)
    return each.here is not None and (each.there_is_later() or each.there_at > known)


def _changed(
    made: Comparison, changes: Changes, table: str, some: list[Settled]
) -> Iterator[_Whose]:
    ours = about(made.files.here, table, [each.pair.here for each in some])
    theirs = about(made.files.there, table, [each.pair.there for each in some])
    for each in some:
        own, other = ours[each.pair.here], theirs[each.pair.there]
        names = merge_words.differing(each.ours, each.theirs)
        if names and changes.both(table, own.whose, each.pair.here_at, each.pair.there_at):
            yield (
                own.whose,
                Difference(
                    as_text(Key("pair", table, each.pair.there)),
                    own.lifter,
                    merge_words.title(table, own, names),
                    merge_words.version(table, each.ours, names, own),
                    merge_words.version(table, each.theirs, names, other),
                    _at(each.pair.here_at),
                    _at(each.pair.there_at),
                    Side.THERE if each.there_is_later else Side.HERE,
                ),
            )


def _prescribed(made: Comparison, changes: Changes, decided: Decided) -> Iterator[_Whose]:
    """Yield the prescriptions of planned exercises, each with all its sets."""
    lines = [each for each in made.lines.values() if _is_to_prescribe(decided, each)]
    known = about(made.files.here, "planned_exercise", [each.here for each in lines])
    for each in lines:
        here, there = merge_lines.sets(made.files.here, each.here), _sets_there(made, each)
        versions = (merge_words.prescription(here), merge_words.prescription(there))
        whose = known[each.here].whose
        both = changes.both(merge_lines.SET, whose, each.here_at, each.there_at)
        if both and versions[0] != versions[1]:
            yield (
                whose,
                Difference(
                    as_text(Key("line", merge_lines.SET, each.there)),
                    known[each.here].lifter,
                    merge_words.title("planned_exercise", known[each.here]),
                    *versions,
                    _at(each.here_at),
                    _at(each.there_at),
                    Side.THERE if each.there_is_later else Side.HERE,
                ),
            )


def _sets_there(made: Comparison, line: Line) -> tuple[PlannedSet, ...]:
    return merge_lines.sets(made.files.there, line.there)


def _is_to_prescribe(decided: Decided, line: Line) -> bool:
    known = decided.get(merge_decided.name(merge_lines.SET, line.uid), NEVER)
    return line.there_is_later or line.there_at > known


def _deleted(made: Comparison, changes: Changes, table: str, decided: Decided) -> Iterator[_Whose]:
    """Yield what one file deleted and the other one has: whoever was later wins."""
    fates, files = made.fates, made.files
    kinds: tuple[tuple[Literal["returning", "staying", "going"], dict[int, Times]], ...] = (
        ("returning", fates.returning[table]),
        ("staying", fates.staying[table]),
        ("going", fates.going[table]),
    )
    for kind, rows in kinds:
        side = files.there if kind == "returning" else files.here
        known = about(side, table, [*rows])
        content = read(side, table, rows)
        for key, times in rows.items():
            at = decided.get(merge_decided.name(table, content[key]["uid"]), NEVER)
            if kind == "staying" and times.gone_at <= at:
                continue
            if kind == "going" and not changes.here(table, known[key].whose, times.changed_at):
                continue
            has = merge_words.whole(table, content[key])
            yield known[key].whose, _of_deleted(Key(kind, table, key), known[key], has, times)


def _of_deleted(key: Key, known: About, has: str, times: Times) -> Difference:
    changed, gone = (has, _at(times.changed_at)), (merge_words.deleted(), _at(times.gone_at))
    here, there = (gone, changed) if key.kind == "returning" else (changed, gone)
    return Difference(
        as_text(key), known.lifter, merge_words.title(key.table, known),
        here[0], there[0], here[1], there[1],
        Side.HERE if key.kind == "staying" else Side.THERE,
    )  # fmt: skip


def _of_whom(made: Setting) -> str:
    return made.key.rpartition("/")[2] if "/" in made.key else ""


def _of_setting(made: Setting, names: dict[str, str]) -> _Whose:
    name, _, uid = made.key.rpartition("/")
    known = (words for start, words in _SETTINGS.items() if made.key.startswith(start))
    return uid, Difference(
        as_text(Key("setting", "setting", made.key)),
        names.get(uid, "") if name else "",
        tr(next(known, _OF_SHEETS)),
        tr("as set here"),
        tr("as set there"),
        _at(made.here_at),
        _at(made.there_at),
        Side.THERE if made.there_is_later() else Side.HERE,
    )


def _at(stamp: int) -> datetime:
    return datetime.fromtimestamp(max(stamp, 0) / 1000)
