"""The exercises that somebody starred, and those in use: what a list of exercises begins with."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from planner.coach import library
from planner.engine import volume
from planner.engine.terms import Equipment, Exercise, Muscle, Pattern
from planner.language import tr
from planner.storage import clients, log_reads

SETTING = "favourite_exercises"
RECENT = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class Picks:
    """Slugs that stand first: starred ones, and what was done lately, the newest first.

    `often` are those done lately once more, what was done in most sessions first.
    """

    starred: frozenset[str] = frozenset()
    recent: tuple[str, ...] = ()
    often: tuple[str, ...] = ()

    def own(self) -> list[str]:
        """Return all of them as a search puts them first: starred, then what is done most."""
        place = {slug: number for number, slug in enumerate(self.often)}

        def rank(slug: str) -> tuple[bool, int, str]:
            return slug not in self.starred, place.get(slug, len(place)), slug

        return sorted(self.starred.union(self.recent), key=rank)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which exercises to list; what is empty or False leaves it open."""

    patterns: tuple[Pattern, ...] = ()
    equipment: Equipment | None = None
    muscle: Muscle | None = None
    neuromuscular: bool = False
    starred: bool = False
    recent: bool = False


# reads
def starred() -> frozenset[str]:
    """Return the slugs of the exercises that were starred, in this file, for every lifter."""
    return frozenset(json.loads(clients.setting(SETTING, "[]")))


def picks(lifter_id: int, today: date) -> Picks:
    """Return what a lifter's list of exercises begins with."""
    done = log_reads.exercises_done(lifter_id, today - RECENT)
    often = sorted(done, key=lambda slug: -done[slug])
    return Picks(starred(), tuple(done), tuple(often))


def ordered(exercises: Iterable[Exercise], picks: Picks, known: Collection[str]) -> list[Exercise]:
    """Return exercises as they are listed unasked: starred, recent, `known`, then all others."""
    place = {slug: number for number, slug in enumerate(picks.recent)}

    def rank(each: Exercise) -> tuple[bool, int, bool, str]:
        star = each.slug in picks.starred
        recent = 0 if star else place.get(each.slug, len(place))
        return not star, recent, each.slug not in known, each.name

    return sorted(exercises, key=rank)


def found(
    text: str, wanted: Wanted, everything: Iterable[Exercise], picks: Picks
) -> list[Exercise]:
    """Return what fits a text and the filters: in the order given, or the best match first."""
    among = library.search(text, own=picks.own()) if text.strip() else everything
    return [each for each in among if _fits(each, wanted, picks)]


def _fits(each: Exercise, wanted: Wanted, picks: Picks) -> bool:
    return (
        (not wanted.patterns or each.pattern in wanted.patterns)
        and wanted.equipment in (None, each.equipment)
        and (wanted.muscle is None or wanted.muscle in dict(each.muscles))
        and (not wanted.neuromuscular or is_neuromuscular(each))
        and (not wanted.starred or each.slug in picks.starred)
        and (not wanted.recent or each.slug in picks.recent)
    )


def is_neuromuscular(exercise: Exercise) -> bool:
    """Say whether an exercise trains the nerves: balance, reaction, landing and the like."""
    return volume.trains_nerves(exercise)


def label(slug: str) -> str:
    """Name what `toggle` does to an exercise. LookupError when there is none."""
    name = library.exercise(slug).name
    words = tr("Unstar {exercise}") if slug in starred() else tr("Star {exercise}")
    return words.format(exercise=name)


# writes
def toggle(slug: str) -> None:
    """Star an exercise, or take its star away. LookupError when there is none."""
    library.exercise(slug)
    clients.change_setting(SETTING, json.dumps(sorted(starred() ^ {slug})))
