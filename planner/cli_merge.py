"""The commands between computers: hand a lifter over, and merge what came from elsewhere."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from typing import Any

from planner import cli_lifters, cli_passphrase
from planner.coach import counts, handing_over, lifter_lock, merging, passphrase
from planner.coach.merge_counts import counted
from planner.coach.merging import Count, Difference, MergePreview, Namesake
from planner.coach.parts import at_once
from planner.coach.refused import Refused

UNPROTECTED = (
    "Your data have a passphrase, this file has none: whoever gets hold of it can read it."
)
NOTHING = "Everything in it is here already."
LATER_HERE = "Nothing comes in: where the two differ, what is here is later."


def hand_over(options: argparse.Namespace) -> None:
    """Write a handover file of a lifter or of all, and say what is in it and what stayed out."""
    chosen = lifter_lock.lifters() if options.all else [cli_lifters.lifter(options)]
    if not chosen:
        raise Refused(lifter_lock.left_out() or cli_lifters.NOBODY)
    lifter_ids = [cli_lifters.key(each) for each in chosen]
    work = handing_over.write(lifter_ids, options.out, options.private, options.plan_only)
    made = at_once(work)
    left_out = f"; {made.left_out} (--private takes them along);" if made.left_out else ""
    print(f"{made.words()}{left_out} written to {options.out}")
    if options.all and (locked := lifter_lock.left_out()):
        print(locked)
    if passphrase.is_set():
        print(UNPROTECTED)


def merge(options: argparse.Namespace) -> None:
    """Merge another computer's file, later versions first; say what that does."""
    fetch = partial(merging.fetch, options.file)
    other = cli_passphrase.with_passphrase(fetch, options)
    try:
        preview = at_once(merging.look(other))
        if not options.dry_run:
            at_once(merging.apply(preview, {}))
    finally:
        other.close()
    print(json.dumps(_facts(preview)) if options.json else "\n".join(_lines(preview)))


def _lines(preview: MergePreview) -> Iterator[str]:
    yield from preview.remarks
    yield from map(_known, preview.namesakes)
    if preview.is_empty():
        yield f"{preview.path.name}: {NOTHING if preview.is_all_here() else LATER_HERE}"
    for lifter in preview.lifters:
        new = " (new here)" if lifter.is_new else ""
        also = "; somebody else here is called so, too" if lifter.namesake else ""
        if lifter.goes:
            new = f" (goes to the trash; {counts.sessions(lifter.only_here)} only here)"
        yield f"{lifter.name}{new}: {_counted(lifter.counts)}{also}"
    if preview.library:
        yield f"Library and settings: {_counted(preview.library)}"
    for made in preview.differences:
        yield f"  {_said(made)}"


def _known(each: Namesake) -> str:
    taken = "so taken for one person" if each.is_one else "so not taken for one person"
    same = f"{each.same} of {counts.sessions(each.of)} the same"
    return f"{each.name} is here and in the file, made on each: {same}, {taken}"


def _counted(counts: Sequence[Count]) -> str:
    parts = [
        f"{counted(number, each.what)} {word}"
        for each in counts
        for number, word in ((each.new, "new"), (each.changed, "changed"), (each.deleted, "gone"))
        if number
    ]
    return ", ".join(parts) or "nothing planned or logged yet"


def _said(each: Difference) -> str:
    whose = f"{each.lifter}, " if each.lifter else ""
    return f"{whose}{each.what}: {each.here} here, {each.there} there; {each.later} is later"


def _facts(preview: MergePreview) -> dict[str, Any]:
    differences = [
        {
            name: value.isoformat(timespec="seconds") if isinstance(value, datetime) else value
            for name, value in asdict(each).items()
        }
        for each in preview.differences
    ]
    return {
        "lifters": [asdict(each) for each in preview.lifters],
        "namesakes": [asdict(each) for each in preview.namesakes],
        "library": [asdict(each) for each in preview.library],
        "differences": differences,
        "remarks": list(preview.remarks),
    }
