"""Remember what was read of the file for as long as nobody, here or elsewhere, writes to it.

What a step wrote to a few sessions leaves the library, and what is known of other sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Iterable, Mapping, Sequence, Set
from typing import Any, TypeVar, cast

from planner import language
from planner.storage import versions
from planner.storage.versions import Touched, Version

REMEMBERED = 64  # values; the whole plan of a block takes some 2 MB

Made = TypeVar("Made")

_version: Version | None = None
_memory: dict[Hashable, Any] = {}
_outlasting: dict[Hashable, tuple[Version | None, Any]] = {}


def unchanged(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` returned for a key before, or make it anew when the file has changed.

    What is made must follow from the key, the file and the language in use alone, and must never
    be changed itself.
    Inside a transaction nothing is remembered: what was written may still be rolled back.
    """
    global _version
    version, key = versions.version(), (language.in_use(), key)
    if version is None:
        return make()
    if version != _version or len(_memory) >= REMEMBERED:
        _memory.clear()
        _version = version
    if key not in _memory:
        _memory[key] = make()
    made: Made = _memory[key]
    return made


def unchanged_in_parts(
    key: Hashable, parts: Callable[[], Generator[None, None, Made]]
) -> Generator[None, None, Made]:
    """Make part by part what `unchanged` returns for a key; remember it unless somebody wrote."""
    version = versions.version()
    known = (language.in_use(), key)
    if version is not None and version == _version and known in _memory:
        return cast("Made", _memory[known])
    made = yield from parts()
    still = version is not None and version == versions.version()
    return unchanged(key, lambda: made) if still else made


def library_unchanged(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` returned before, or make it anew when the library may have changed.

    What is made must follow from the key and the library alone.
    """
    return outlasting(key, make, lambda made, _: made)


def sessions_among(key: Hashable, find: Callable[[], Set[int]]) -> Set[int]:
    """Return the sessions that `find` found before, and those that were written to since.

    All that `find` would find now are among them, if that follows from a session's rows alone.
    """
    return outlasting(key, find, lambda found, touched: found | touched.sessions)


def of_sessions(
    name: str, session_ids: Iterable[int], make: Callable[[Sequence[int]], Mapping[int, Made]]
) -> dict[int, Made]:
    """Return what `make` made of each of some sessions; of those written to since, it does anew.

    It leaves out sessions that are not stored. What it makes of one must follow from the rows of
    that session and the library alone.
    """
    wanted = list(session_ids)
    # The one value that grows where it is kept: nobody else is given it, only copies of its parts.
    known: dict[int, Made] = outlasting((of_sessions, name), dict[int, Made], _untouched)
    known.update(make([key for key in wanted if key not in known]))
    return {key: known[key] for key in wanted if key in known}


def _untouched(known: dict[int, Made], touched: Touched) -> dict[int, Made]:
    return {key: made for key, made in known.items() if key not in touched.sessions}


def outlasting(
    key: Hashable, make: Callable[[], Made], renew: Callable[[Made, Touched], Made]
) -> Made:
    """Return what `renew` makes of what was known and of what of a log was written to since.

    When that is not known, it is made anew. What is made must follow from the key, the logs and
    the library alone, and must never be changed itself.
    """
    version, (before, known) = versions.version(), _outlasting.get(key, (None, None))
    if version is not None and version == before:
        return cast("Made", known)
    touched = versions.touched_since(before, version)
    made: Made = make() if known is None or touched is None else renew(known, touched)
    if key not in _outlasting and len(_outlasting) >= REMEMBERED:
        _outlasting.clear()
    _outlasting[key] = version, made
    return made
