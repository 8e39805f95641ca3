"""Bring in what another computer's file has: look first, then merge it as one step.

    other = fetch(path)                       any thread; a copy, the file itself stays untouched
    preview = yield from look(other)          reads, in parts
    merged = yield from apply(preview, {})    writes, in parts, as one step after a backup
    other.close()                             the copy is removed

Rows are the same by their uid. Of two versions of a row the later one wins, unless the user
chooses; what the other file lacks is never taken away, only what was deleted there.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from planner.coach import (
    backup_meanwhile,
    lifter_lock,
    merge_differences,
    merge_tally,
    settings_merged,
    wording,
)
from planner.coach.merge_preview import (
    Count as Count,
    Difference as Difference,
    LifterChanges as LifterChanges,
    MergePreview as MergePreview,
    Namesake as Namesake,
    Seen,
    Side as Side,
)
from planner.coach.steps import ChangedElsewhere
from planner.engine.terms import N_, Progress
from planner.language import tr
from planner.storage import (
    inspection,
    merge_context,
    merge_decided,
    merge_marks,
    merge_naming,
    merge_twins,
    merge_writing,
    merging,
    other_file,
    turn,
    undo,
)
from planner.storage.backup_names import Reason
from planner.storage.base import open_connection
from planner.storage.merge_attached import beside
from planner.storage.merging import Key
from planner.storage.other_file import LATEST, Other as Other
from planner.storage.stamps import stamp
from planner.storage.telling import unheard
from planner.storage.undo import Step
from planner.storage.versions import version

_CLOCKS_DIFFER_S = 300  # so much, nobody minds
_AHEAD = N_(
    "The other computer's clock is ahead: it dates changes up to {when}. Set it right; of what "
    "both have changed, its version counts as the later one."
)
_KEPT_BACK = N_(
    "Locked, so not shown: what both files have changed of {whose}. The later version stands; to "
    "choose, type the PIN first, then merge."
)
_REORDERED = N_(
    "Some of what is here stands in another order there; merging takes that order over."
)
_LOOK_AGAIN = N_("Not merged: your data have changed meanwhile. Look at the file once more.")


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: what to tell, and the step that takes it back."""

    lifters: tuple[LifterChanges, ...]
    library: tuple[Count, ...]
    step: Step


class _Chosen(NamedTuple):
    """What was decided of the differences: which go against what is later; which stay as here."""

    other: Collection[Key]
    kept: Collection[Key]


def fetch(path: Path, progress: Progress | None = None) -> Other:
    """Copy another file, check it and bring it up to date; needs no database, so any thread may.

    Raises a DatabaseProblem for a file that is missing, foreign, damaged, newer, or open here.
    """
    return other_file.fetch(path, progress or unheard)


def look(
    other: Other, progress: Progress | None = None, one_person: Mapping[str, bool] | None = None
) -> Generator[None, None, MergePreview]:
    """Compare the open file with another one, in parts of some milliseconds; nothing is written.

    `one_person` says of namesakes, told by the uid there, whether they are one person; by
    default that goes by what of their logs is the same. Raises ChangedElsewhere when somebody
    wrote meanwhile.
    """
    told, before = progress or unheard, version()
    total = sum(inspection.counts(other.connection()).values())
    namesakes = yield from _join(other, one_person or {})
    travel = settings_merged.TRAVEL
    made = yield from merging.compare(other, travel, lambda done: told(done, total))
    planned = yield from merging.plan(made, ())
    tally = yield from merge_tally.count(made, planned)
    locked = lifter_lock.shut_uids()
    differences, kept_back = yield from merge_differences.list_all(made, planned, locked)
    ahead = yield from _clock_ahead(other)
    if version() != before:
        raise ChangedElsewhere(tr(_LOOK_AGAIN))
    told(total, total)
    lifters = merge_tally.lifters(made, planned, tally)
    library = merge_tally.library(made, tally)
    only_reordered = [tr(_REORDERED)] if tally.reordered and not (lifters or library) else []
    return MergePreview(
        other.path,
        lifters,
        library,
        tuple(differences),
        (*ahead, *_kept_back(kept_back), *only_reordered),
        tally.reordered,
        namesakes,
        kept_back.total(),
        Seen(made, before, other.joined),
    )


def _join(
    other: Other, one_person: Mapping[str, bool]
) -> Generator[None, None, tuple[Namesake, ...]]:
    """Let the copy of the other file call by one name who is one person."""
    yield from merge_naming.part(other)
    yield from merge_naming.join(other, ())
    found = yield from merge_twins.find(open_connection(), other.connection())
    one = [each for each in found if one_person.get(each.there, each.is_likely())]
    if one:
        yield from merge_naming.join(other, one)
    return tuple(Namesake(x.there, x.name, x.same, x.of, x in one) for x in found)


def apply(
    preview: MergePreview, choices: Mapping[str, Side], progress: Progress | None = None
) -> Generator[None, None, Merged]:
    """Merge as one step, in parts, after a backup; closing the generator undoes all of it.

    `choices` says by a difference's key which version stands; the later one does by default.
    Nothing else writes between the parts. Raises ChangedElsewhere when the file is not as it
    was looked at, and DatabaseProblem; then nothing was written.
    """
    told, seen = progress or unheard, preview.seen
    assert seen is not None
    made = seen.comparison
    stands = {each.key: choices.get(each.key, each.later) for each in preview.differences}
    chosen = _Chosen(
        {_key(each) for each in preview.differences if stands[each.key] != each.later},
        [_key(each) for each in preview.differences if stands[each.key] is Side.HERE],
    )
    yield from backup_meanwhile.in_parts(Reason.MERGE, preview.path.name, told)
    if version() != seen.version:
        raise ChangedElsewhere(tr(_LOOK_AGAIN))
    merge = turn.keeping(_merge(preview, seen, chosen, told))
    return (yield from beside(made.files, merge))


def _merge(
    preview: MergePreview, seen: Seen, chosen: _Chosen, told: Progress
) -> Generator[None, None, Merged]:
    made, lifters, library = seen.comparison, preview.lifters, preview.library
    there, began = merge_marks.of(made.files.there), stamp()
    latest = yield from merge_context.last_change(made.files.there)
    with undo.step() as step:
        if not merging.still_is(seen.version):  # by now nobody else can write
            raise ChangedElsewhere(tr(_LOOK_AGAIN))
        planned = yield from merging.plan(made, chosen.other)
        if chosen.other:  # what was counted for the preview is not what will be done
            tally = yield from merge_tally.count(made, planned)
            lifters = merge_tally.lifters(made, planned, tally)
            library = merge_tally.library(made, tally)
        merge_decided.remember(made, chosen.kept)
        with merge_writing.fitting(preview.path.name):
            yield from merge_writing.carry_out(made, planned, told)
        if preview.differences or not preview.is_empty() or any(planned.new.values()):
            yield from merge_marks.remember(made, planned, there, began, latest)
        yield from merge_naming.take_over(seen.joined)
        yield from undo.taking_down()
    return Merged(lifters, library, step)


def _key(made: Difference) -> Key:
    return merge_differences.as_key(made.key)


def _kept_back(locked: Counter[str]) -> Iterator[str]:
    """Say of whom what differs is not shown."""
    if locked:
        whose = wording.in_row(f"{name} ({n})" for name, n in locked.items())
        yield tr(_KEPT_BACK).format(whose=whose)


def _clock_ahead(other: Other) -> Generator[None, None, tuple[str, ...]]:
    """Return what to say of a clock that is ahead of this computer's."""
    latest = yield from merge_context.last_change(other.connection())
    if latest / 1000 - time.time() <= _CLOCKS_DIFFER_S:
        return ()
    when = datetime.fromtimestamp(min(latest, LATEST) / 1000)
    return (tr(_AHEAD).format(when=wording.date_with_year(when)),)
