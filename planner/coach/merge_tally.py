"""Count what a merge does, for each lifter and for the library."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Generator, Iterable
from itertools import chain

from planner.coach.merge_preview import Count, LifterChanges
from planner.coach.merge_words import BETWEEN, COUNTED, differing
from planner.language import collated
from planner.storage import clients, kin, merge_context
from planner.storage.merge_rows import Settled
from planner.storage.merging import Comparison, Key, Plan, settled

_NEW, _CHANGED, _DELETED = range(3)
_AT_ONCE = 2000  # rows counted in a part


class Tally:
    """How many rows come in, change and go, by whose they are and by table.

    `reordered` says whether any takes another place among its like, which nobody would count.
    """

    def __init__(self) -> None:
        self.reordered = False
        self.hidden: dict[str, list[int]] = {}  # ids there of what comes into the trash, by table
        self.going: dict[str, int] = {}  # lifters put into the trash; sessions only here, by uid
        self._rows: dict[str, dict[str, list[int]]] = defaultdict(
            lambda: {table: [0, 0, 0] for table in COUNTED}
        )

    def add(self, table: str, kind: int, whose: Counter[str]) -> None:
        """Count rows of a table by the uid of whose they are."""
        for uid, number in whose.items():
            self._rows[uid][table][kind] += number

    def counts(self, uid: str) -> tuple[Count, ...]:
        """Return what there is to say of a lifter, '' for nobody."""
        found = self._rows.get(uid, {})
        for table, around in BETWEEN.items():
            for kind in (_NEW, _CHANGED, _DELETED) if found else ():
                if any(found[other][kind] for other in around):
                    found[table][kind] = 0
        return tuple(Count(COUNTED[table], *each) for table, each in found.items() if any(each))

    def uids(self) -> set[str]:
        """Return of whom there is something to say."""
        return {uid for uid in self._rows if uid and self.counts(uid)} | self.going.keys()

    def trash(self, uid: str, sessions: set[int], known: Collection[int]) -> None:
        """Count what goes with a lifter; `known` are the sessions that the other file has, too."""
        self._rows[uid]["lifter"] = [0, 0, 0]
        self._rows[uid]["session"][_DELETED] = len(sessions)
        self.going[uid] = len(sessions.difference(known))


def count(made: Comparison, planned: Plan) -> Generator[None, None, Tally]:
    """Count what a plan does, in parts."""
    tally, going = Tally(), list[int]()
    tally.hidden = merge_context.trashed(made.files.there, planned.new)
    for table in kin.TRAVELLING:
        for ids in _some(planned.new[table] if table != "lifter" else ()):
            whose = merge_context.counted(made.files.there, table, ids, tally.hidden)
            tally.add(table, _NEW, whose)
            yield
        for some in settled(made, planned, table):
            tally.reordered |= any(map(_moves, some))
            for kind, ids in _kinds(some).items():
                tally.add(table, kind, merge_context.counted(made.files.here, table, ids))
                going += ids if (table, kind) == ("lifter", _DELETED) else []
            yield
        for ids in _some([*planned.delete[table]]):
            tally.add(table, _DELETED, merge_context.counted(made.files.here, table, ids))
            yield
    for uid, sessions in merge_context.sessions(made.files.here, going).items():
        tally.trash(uid, sessions, planned.known["session"])
    for setting in made.settings:
        becomes = setting.becomes(Key("setting", "setting", setting.key) in planned.other)
        if becomes != setting.here:
            kind = _NEW if setting.here is None else _CHANGED
            tally.add("setting", kind, Counter([setting.key.rpartition("/")[2]]))
    return tally


def lifters(made: Comparison, planned: Plan, tally: Tally) -> tuple[LifterChanges, ...]:
    """Return what is done to every lifter, by name."""
    here, there = map(merge_context.names, made.files)
    new, hidden = (
        {*merge_context.counted(made.files.there, "lifter", ids)}
        for ids in (planned.new["lifter"], tally.hidden["lifter"])
    )
    known = {each.name.strip().casefold() for each in clients.lifters(include_archived=True)}
    found = [
        LifterChanges(
            here[uid] if uid in here else there[uid],
            uid in new,
            uid in new and there[uid].strip().casefold() in known,
            tally.counts(uid),
            uid in tally.going,
            tally.going.get(uid, 0),
        )
        for uid in ((tally.uids() | new) & (here.keys() | there.keys())) - hidden
    ]
    return tuple(sorted(found, key=lambda each: collated(each.name)))


def library(made: Comparison, tally: Tally) -> tuple[Count, ...]:
    """Return what is done to exercises, programs, and settings that are nobody's alone."""
    people = {uid for each in made.files for uid in merge_context.names(each)}
    return tuple(chain(*(tally.counts(uid) for uid in ["", *(tally.uids() - people)])))


def _kinds(some: list[Settled]) -> dict[int, list[int]]:
    """Return the ids here of what changes, goes to the trash (deleted) or is out of it (new)."""
    found: dict[int, list[int]] = defaultdict(list)
    for each in filter(_changes, some):
        was, stays = (row.get("deleted_at") is None for row in (each.here, each.row))
        kind = _DELETED if not stays else _CHANGED if was else _NEW
        if was or stays:  # nobody sees what was changed in the trash
            found[kind].append(each.pair.here)
    return found


def _changes(each: Settled) -> bool:
    return bool(differing(each.here, each.row))


def _moves(each: Settled) -> bool:
    return each.here.get("position") != each.row.get("position")


def _some(ids: Collection[int]) -> Iterable[list[int]]:
    kept = list(ids)
    return (kept[start : start + _AT_ONCE] for start in range(0, len(kept), _AT_ONCE))
