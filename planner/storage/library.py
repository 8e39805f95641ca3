"""The exercise library: the program's own exercises and the user's.

What the program brings is stored in English and read in the language in use: name, cues and
faults; its English name is then one of its other names. The user's own stay as typed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from planner import language
from planner.engine.terms import Exercise, Muscle
from planner.storage import library_said, models, rows
from planner.storage.clients import change_setting, setting
from planner.storage.fields import clean
from planner.storage.problems import unreadable
from planner.storage.rows import Layout, execute, fetch, fetch_one
from planner.storage.unchanged import library_unchanged
from planner.storage.undo import step

_EXERCISE = Layout(models.Exercise, Exercise)
_VERSION = "library_version"
_OWN_ALIASES = "SELECT alias FROM exercise_alias WHERE exercise_id = ?"
_ABOUT_A_LIFTER = ("decision", "referral", "restriction")


Fingerprint: TypeAlias = tuple[int | str | None, ...]
Version: TypeAlias = tuple[Fingerprint, str]  # what is stored, and the language in use


class ExerciseInUse(Exception):
    """The exercise is part of a plan, a log or a decision, so it cannot be deleted."""


def install(exercises: Sequence[Exercise], version: str) -> None:
    """Store the program's exercises, unless this version of them is stored already.

    Exercises are matched by slug and keep their ids; the user's own ones and aliases stay.
    """
    if setting(_VERSION) == version:
        return
    with step():
        own = dict(fetch("SELECT slug, custom FROM exercise"))
        ours = [exercise for exercise in exercises if not own.get(exercise.slug)]
        _add([exercise for exercise in ours if exercise.slug not in own])
        for exercise in ours:
            if exercise.slug in own:
                _store(exercise)
        _name_ours(ours)
        change_setting(_VERSION, version)


def fingerprint() -> Fingerprint:
    """Return what changes whenever an exercise or an alias does, and in every other file."""
    return library_unchanged("fingerprint", _fingerprint)


def version() -> Version:
    """Return what changes whenever an exercise does, or the language that it is read in."""
    return fingerprint(), language.in_use()


def _fingerprint() -> Fingerprint:
    made = fetch_one("SELECT count(*), sum(id), sum(changed_at), max(uid) FROM exercise")
    named = fetch_one(
        "SELECT group_concat(exercise_id || ' ' || alias, char(10)) FROM exercise_alias"
    )
    return (*made, *named)


def exercises() -> list[Exercise]:
    """List all exercises by name."""
    return list(_known().values())


def by_slug() -> dict[str, Exercise]:
    """Return all exercises under their slugs, by name."""
    return dict(_known())


def exercise(slug: str) -> Exercise:
    """Return one exercise; LookupError when there is none."""
    return rows.found(_known().get(slug), slug)


def as_stored() -> dict[str, Exercise]:
    """Return all exercises under their slugs, by name, in English: for files and for changes."""
    return dict(_all(fingerprint()))


def add_exercises(exercises: Sequence[Exercise]) -> None:
    """Store exercises whose slugs are new, as `save_exercise` does each of them."""
    with step():
        for key, exercise in zip(_add(exercises), exercises, strict=True):
            _name(key, exercise.aliases)


def save_exercise(exercise: Exercise) -> int:
    """Store a new or changed exercise, matched by its slug; return its id.

    Its aliases become exactly those given, taken from other exercises where need be.
    """
    with step():
        key = _store(exercise)
        given = json.dumps([clean(alias) for alias in exercise.aliases])
        execute(
            "DELETE FROM exercise_alias WHERE exercise_id = ? "
            "AND alias NOT IN (SELECT value FROM json_each(?))",
            key, given,
        )  # fmt: skip
        stored = {alias for (alias,) in fetch(_OWN_ALIASES, key)}
        _name(key, [alias for alias in exercise.aliases if clean(alias) not in stored])
        return key


def delete_exercise(slug: str) -> None:
    """Delete an exercise that nothing uses.

    Raises LookupError when there is none, ExerciseInUse when it is planned, logged or decided on.
    """
    key = id_of(slug)
    if in_use(slug):
        stays = language.tr("{name} is part of a log or a plan: it stays.")
        raise ExerciseInUse(stays.format(name=exercise(slug).name))
    with step():
        rows.remove("exercise", key)


def in_use(slug: str) -> bool:
    """Say whether an exercise is planned, logged or decided on; LookupError when there is none."""
    used = " UNION ALL ".join(
        f"SELECT 1 FROM {table} WHERE exercise_id = ?1"
        for table in ("logged_exercise", "planned_exercise", *_ABOUT_A_LIFTER)
    )
    return fetch_one(used, id_of(slug)) is not None


def users(slug: str) -> list[str]:
    """Name the lifters who have an exercise in a plan, a log or a decision, by name.

    Those in the trash are named as such: they may come back, and then need it.

    Raises LookupError when there is no such exercise.
    """
    noted = " ".join(
        f"UNION SELECT lifter_id FROM {table} WHERE exercise_id = ?1" for table in _ABOUT_A_LIFTER
    )
    found = fetch(
        "SELECT DISTINCT name, deleted_at IS NOT NULL FROM lifter WHERE id IN ("
        "SELECT lifter_id FROM session JOIN logged_exercise e ON e.session_id = session.id "
        "WHERE e.exercise_id = ?1 "
        "UNION SELECT b.lifter_id FROM mesocycle b JOIN microcycle w ON w.mesocycle_id = b.id "
        "JOIN planned_session s ON s.microcycle_id = w.id "
        "JOIN planned_exercise e ON e.planned_session_id = s.id WHERE e.exercise_id = ?1 "
        f"{noted})",
        id_of(slug),
    )
    trashed = language.tr("{name} (deleted)")
    names = (trashed.format(name=name) if deleted else name for name, deleted in found)
    return sorted(names, key=language.collated)


def add_alias(slug: str, alias: str) -> None:
    """Let a name mean an exercise from now on, whatever it meant before."""
    with step():
        _name(id_of(slug), [alias])


def aliases() -> dict[str, str]:
    """Return the slug that each alias means."""
    return dict(
        fetch(
            "SELECT a.alias, e.slug FROM exercise_alias a "
            "JOIN exercise e ON e.id = a.exercise_id ORDER BY a.id"
        )
    )


def id_of(slug: str) -> int:
    """Return the key of an exercise; LookupError when there is none."""
    return ids_of([slug])[0]


def ids_of(slugs: Iterable[str]) -> list[int]:
    """Return the keys of exercises in the order given; LookupError for an unknown one."""
    wanted = list(slugs)
    sql = "SELECT slug, id FROM exercise WHERE slug IN (SELECT value FROM json_each(?))"
    stored = dict(fetch(sql, json.dumps(sorted(set(wanted)))))
    return [rows.found(stored.get(slug), slug) for slug in wanted]


def _known() -> Mapping[str, Exercise]:
    stored, spoken = version()
    return _all(stored) if spoken == language.ENGLISH else _said(stored, spoken)


@lru_cache(maxsize=len(language.NAMES))
def _said(version: Fingerprint, _spoken: str) -> Mapping[str, Exercise]:
    """Say all exercises in the language in use; once for each version and language."""
    return library_said.said(_all(version).values())


@lru_cache(maxsize=1)
def _all(_version: Fingerprint) -> Mapping[str, Exercise]:
    """Read all exercises, by name, under their slugs; once for each version of the library."""
    muscles, names = _muscles(), _aliases()
    found = fetch(f"SELECT e.id, {_EXERCISE.columns('e')} FROM exercise e")
    made = _EXERCISE.read(
        found,
        skip=1,
        muscles=[tuple(muscles[key]) for key, *_ in found],
        aliases=[tuple(names[key]) for key, *_ in found],
    )
    return library_said.by_name(made)


def _muscles() -> dict[int, list[tuple[Muscle, float]]]:
    sql = "SELECT exercise_id, muscle, share FROM exercise_muscle ORDER BY exercise_id, position"
    found = fetch(sql)
    return rows.grouped(
        (key for key, _, _ in found), ((_muscle(named), share) for _, named, share in found)
    )


def _muscle(stored: str) -> Muscle:
    try:
        return Muscle(stored)
    except ValueError as error:
        raise unreadable(stored) from error


def _aliases() -> dict[int, list[str]]:
    found = fetch("SELECT exercise_id, alias FROM exercise_alias ORDER BY id")
    return rows.grouped((key for key, _ in found), (alias for _, alias in found))


def _store(exercise: Exercise) -> int:
    row = fetch_one("SELECT id FROM exercise WHERE slug = ?", exercise.slug)
    if not row:
        return _add([exercise])[0]
    key: int = row[0]
    rows.change(_EXERCISE, replace(exercise, id=key, uid=""))
    execute("DELETE FROM exercise_muscle WHERE exercise_id = ?", key)
    _share([(key, exercise.muscles)])
    return key


def _add(exercises: Sequence[Exercise]) -> list[int]:
    keys = rows.add(_EXERCISE, exercises)
    _share(list(zip(keys, (exercise.muscles for exercise in exercises), strict=True)))
    return keys


def _share(groups: Sequence[tuple[int, Sequence[tuple[Muscle, float]]]]) -> None:
    shares, keys, positions = rows.spread(groups)
    if shares:
        columns: dict[str, Sequence[object]] = {
            "exercise_id": keys,
            "position": positions,
            "muscle": [muscle.value for muscle, _ in shares],
            "share": [share for _, share in shares],
        }
        rows.insert("exercise_muscle", columns)


def _name_ours(exercises: Sequence[Exercise]) -> None:
    """Give exercises the program's aliases; those that the user gave stay where they are."""
    keys = ids_of(exercise.slug for exercise in exercises)
    execute(
        "DELETE FROM exercise_alias "
        "WHERE NOT custom AND exercise_id IN (SELECT value FROM json_each(?))",
        json.dumps(keys),
    )
    for key, exercise in zip(keys, exercises, strict=True):
        _name(key, exercise.aliases, custom=False)


def _name(key: int, aliases: Iterable[str], custom: bool = True) -> None:
    conflict = "UPDATE SET exercise_id = excluded.exercise_id, custom = 1" if custom else "NOTHING"
    sql = (
        "INSERT INTO exercise_alias (exercise_id, alias, custom) VALUES (?, ?, ?) "
        f"ON CONFLICT (alias) DO {conflict}"
    )
    for alias in filter(None, map(clean, aliases)):
        execute(sql, key, alias, int(custom))
