"""The exercise library: install, search, and match the names that other apps use."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from planner.coach import foreign_names, names, searching, shipped
from planner.engine.terms import Equipment, Exercise, Muscle, Pattern
from planner.storage import clients, library as storage


def ensure() -> None:
    """Install the shipped exercises, unless this very version of them is installed already."""
    if not is_up_to_date():
        storage.install(shipped.exercises(), shipped.version())


def is_up_to_date() -> bool:
    """Say whether this very version of the shipped exercises is installed."""
    return clients.setting("library_version") == shipped.version()


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
    own: Sequence[str] = (),
) -> list[Exercise]:
    """Find exercises by words of name or alias and by filters, best match first.

    Among what fits alike, the lifter's own (`own`, slugs, best first) come first.
    """
    return searching.ranked(
        text,
        [
            each
            for each in _entries(storage.version())
            if pattern in (None, each.exercise.pattern)
            and equipment in (None, each.exercise.equipment)
            and (muscle is None or muscle in dict(each.exercise.muscles))
        ],
        own,
    )


def is_known(text: str) -> bool:
    """Say whether some exercise fits a text as it was typed, mistakes unmended."""
    return searching.fits(text, _entries(storage.version()))


def match(name: str) -> tuple[str | None, bool]:
    """Return (slug, sure) for a name from another app.

    Sure means that a name or alias fits but for case, word order, plurals, brackets and
    hyphens, in English or another language of the apps; else the slug is a suggestion to
    confirm, or None.
    """
    known = _names(storage.version())
    slug, sure = known.match(name)
    if sure and (name.isascii() or known.is_own(name)):  # in Turkish `Ön` is no English `on`
        return slug, True
    foreign = foreign_names.match(name, known)
    return (slug, sure) if foreign is None or sure > foreign[1] else foreign


def guesses(name: str) -> list[names.Guess]:
    """Return up to three exercises that a name from another app may mean, the likeliest first."""
    known = _names(storage.version())
    return known.guesses(name) or known.guesses(foreign_names.in_english(name))


@lru_cache(maxsize=1)
def _entries(_version: storage.Version) -> tuple[searching.Entry, ...]:
    return tuple(map(searching.entry, storage.exercises()))


@lru_cache(maxsize=1)
def _names(_version: storage.Version) -> names.Names:
    return names.index(storage.exercises())
