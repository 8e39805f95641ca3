"""The sessions of a lifter: all of them in short, and those that fit what is typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import chain

from planner.coach.names import plain, words
from planner.coach.session_search import Reader, Term, Words, parse
from planner.engine.terms import Exercise, LoggedSet, Unit
from planner.storage import library, log_list, log_search
from planner.storage.log_list import Head as Head, Work as Work
from planner.storage.log_search import Wanted
from planner.storage.unchanged import unchanged

_SHOWN_LETTERS = 80  # of a note


@dataclass(frozen=True, slots=True)
class Found:
    """The sessions that a search found, by their ids, and what each part of it asked for."""

    sessions: frozenset[int]
    wanted: tuple[Wanted, ...] = ()
    notes: tuple[Mapping[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a session was found: the best set that fits, and how many sets were asked for and do.

    An exercise without a set that fits it is named alone; else it is a note that fits.
    """

    exercise: Exercise | None = None
    entry: LoggedSet | None = None
    sets: int = 0
    note: str = ""


def heads(lifter_id: int) -> Sequence[Head]:
    """List all sessions of a lifter, newest first; the same list while none has changed."""
    return log_list.heads(lifter_id)


def work(session_ids: Iterable[int]) -> Mapping[int, Work]:
    """Return what was done in each of some sessions: sets without warm-ups, and tonnage."""
    return log_list.work(session_ids)


def sessions_per_day(lifter_id: int, since: date, until: date) -> dict[date, int]:
    """Return how many sessions each day has that has one, both ends included."""
    return log_list.sessions_per_day(lifter_id, since, until)


def get_ready(lifter_id: int) -> None:
    """Read what the first search of a lifter's sessions would be slowed down by."""
    _index(library.version())
    _texts(lifter_id)


def find(
    lifter_id: int,
    text: str,
    today: date,
    unit: Unit,
    months: Mapping[str, int] | None = None,
    first_weekday: int = 1,
) -> Found | None:
    """Return the sessions that fit a search; None when nothing is asked.

    `months` are names of months in the reader's language, in small letters.
    """
    reader = Reader(today, unit, partial(named, library.version()), months or {}, first_weekday)
    terms = parse(text, reader)
    if not terms:
        return None
    each = [_fitting(lifter_id, term) for term in terms]
    return Found(
        frozenset.intersection(*(made.sessions for made in each)),
        tuple(chain.from_iterable(made.wanted for made in each)),
        tuple(chain.from_iterable(made.notes for made in each)),
    )


def reasons(found: Found, session_ids: Iterable[int]) -> dict[int, tuple[Reason, ...]]:
    """Return why some of the sessions were found: sets first, then notes, each once."""
    ids, exercises = list(session_ids), library.by_slug()
    told: dict[int, dict[Reason, None]] = {key: {} for key in ids}
    for wanted in found.wanted:
        for key, best in log_search.best(ids, wanted).items():
            several = best.sets if wanted.times > 1 else 1
            told[key][Reason(exercises[best.slug], best.entry, several)] = None
    for notes in found.notes:
        for key in told.keys() & notes.keys():
            told[key][Reason(note=notes[key])] = None
    return {key: tuple(each) for key, each in told.items()}


def _fitting(lifter_id: int, term: Term) -> Found:
    if isinstance(term, Wanted):
        return Found(frozenset(log_search.doing(lifter_id, term)), (term,))
    if isinstance(term, Words):
        return _saying(lifter_id, term)
    return Found(frozenset(each.id for each in heads(lifter_id) if term.holds(each.on)))


def _saying(lifter_id: int, term: Words) -> Found:
    """Find words in names and notes, and the exercises that they name."""
    said = _written(lifter_id, term.text)
    notes = {key: note for key, note in said.items() if note}
    if not term.slugs:
        return Found(frozenset(said), (), (notes,))
    wanted = Wanted(term.slugs)
    return Found(frozenset(log_search.doing(lifter_id, wanted) | said.keys()), (wanted,), (notes,))


def _written(lifter_id: int, text: str) -> dict[int, str]:
    """Return the first note with all words, whole or in part, of each session that has one.

    '' is for those that only their name tells.
    """
    wanted = plain(text).split()
    found: dict[int, str] = {}
    for session_id, said, note in _texts(lifter_id) if wanted else ():
        if not found.get(session_id) and all(word in said for word in wanted):
            found[session_id] = note
    return found


def _texts(lifter_id: int) -> list[tuple[int, str, str]]:
    """Return (session, text in small letters, what to show of it) of all that was written."""

    def read() -> list[tuple[int, str, str]]:
        return [
            (each.session_id, _plain(each.text), "" if each.name else _short(each.text))
            for each in log_search.texts(lifter_id)
        ]

    return unchanged(("texts of sessions", lifter_id), read)


def _short(note: str) -> str:
    line = " ".join(note.split())
    return line if len(line) <= _SHOWN_LETTERS else f"{line[: _SHOWN_LETTERS - 1]}…"


_plain = lru_cache(maxsize=8192)(plain)  # names and notes come again and again


@lru_cache(maxsize=512)
def named(stored: library.Version, text: str) -> frozenset[str]:
    """Return the slugs of the exercises that words mean: the one just so called, else all those
    of whose name or alias every word begins a word.
    """
    exact, _ = _index(stored)
    if (slug := exact.get(plain(text))) is not None:
        return frozenset({slug})
    said = words(text)
    places = [_beginning(stored, word) for word in said]
    fitting = frozenset[tuple[str, int]]().union(*places[:1]).intersection(*places[1:])
    return frozenset(slug for slug, _ in fitting)


@lru_cache(maxsize=512)
def _beginning(stored: library.Version, start: str) -> frozenset[tuple[str, int]]:
    _, known = _index(stored)
    places = (known[word] for word in known if word.startswith(start))
    return frozenset(chain.from_iterable(places))


@lru_cache(maxsize=1)
def _index(
    _stored: library.Version,
) -> tuple[dict[str, str], dict[str, set[tuple[str, int]]]]:
    """Return slugs by name, and by each word (slug, number of the name or alias) that has it."""
    exact: dict[str, str] = {}
    known: dict[str, set[tuple[str, int]]] = {}
    for each in library.exercises():
        exact.setdefault(plain(each.name), each.slug)
        for number, name in enumerate((each.name, *each.aliases)):
            for word in words(name):
                known.setdefault(word, set()).add((each.slug, number))
    for each in library.as_stored().values():
        exact.setdefault(plain(each.name), each.slug)
    return exact, known
