"""The exercises that the program ships, read from its resources."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.resources import files
from uuid import NAMESPACE_OID, uuid5

from planner.engine.terms import Exercise
from planner.formats import library


def version() -> str:
    """Return what changes whenever a shipped exercise does, without parsing anything."""
    digest = sha256()
    for name, content in _contents().items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


@cache
def exercises() -> tuple[Exercise, ...]:
    """Read the shipped exercises, once, file by file in the order written."""
    made = library.exercises({name: content.decode() for name, content in _contents().items()})
    return tuple(replace(exercise, uid=uid(exercise.slug)) for exercise in made)


def uid(slug: str) -> str:
    """Return the uid of a shipped exercise, the same on every computer (RFC 9562, version 5)."""
    return uuid5(NAMESPACE_OID, f"workout-planner/{slug}").hex


def _contents() -> dict[str, bytes]:
    folder = files("planner.resources").joinpath("exercises").iterdir()
    found = (file for file in folder if file.name.endswith(".toml"))
    return {file.name: file.read_bytes() for file in sorted(found, key=lambda file: file.name)}
