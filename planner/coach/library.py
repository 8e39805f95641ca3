"""The exercise library: install, search, and match the names that other apps use."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from planner.coach import names, searching, shipped
from planner.engine.terms import Equipment, Exercise, Muscle, Pattern
from planner.storage import clients, library as storage


def ensure() -> None:
    """Install the shipped exercises, unless this very version of them is installed already."""
    version = shipped.version()
    if clients.setting("library_version") != version:
        storage.install(shipped.exercises(), version)


def exercises() -> list[Exercise]:
    """List all exercises by name."""
    return storage.exercises()


def exercise(slug: str) -> Exercise:
    """Return one exercise; LookupError when there is none."""
    return storage.exercise(slug)


def search(
    text: str = "",
    pattern: Pattern | None = None,
    equipment: Equipment | None = None,
    muscle: Muscle | None = None,
) -> list[Exercise]:
    """Find exercises by words of name or alias and by filters, best match first."""
    return searching.ranked(
        text,
        [
            each
            for each in _entries(storage.fingerprint())
            if pattern in (None, each.exercise.pattern)
            and equipment in (None, each.exercise.equipment)
            and (muscle is None or muscle in dict(each.exercise.muscles))
        ],
    )


def match(name: str) -> tuple[str | None, bool]:
    """Return (slug, sure) for a name from another app.

    Sure means that a name or alias fits but for case, word order, plurals, brackets and
    hyphens; else the slug is a suggestion to confirm, or None.
    """
    return _names(storage.fingerprint()).match(name)


def add_custom(exercise: Exercise) -> str:
    """Store an exercise of the lifter's own; return its slug, which is made from the name.

    Raises ValueError, with a message for the lifter, when there is no name or it is taken.
    """
    name = " ".join(exercise.name.split())
    if not name:
        raise ValueError("An exercise needs a name.")
    if name.casefold() in _names(storage.fingerprint()).exact:
        raise ValueError(f"There is already an exercise called {name}.")
    custom = replace(exercise, name=name, slug=_free_slug(name), custom=True, id=None, uid="")
    storage.save_exercise(custom)
    return custom.slug


def _free_slug(name: str) -> str:
    taken = storage.by_slug()
    base = names.plain(name).replace(" ", "-") or "exercise"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)


@lru_cache(maxsize=1)
def _entries(_stored: storage.Fingerprint) -> tuple[searching.Entry, ...]:
    return tuple(map(searching.entry, storage.exercises()))


@lru_cache(maxsize=1)
def _names(_stored: storage.Fingerprint) -> names.Names:
    return names.index(storage.exercises())
