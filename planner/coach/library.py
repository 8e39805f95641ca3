"""The exercise library: search, and matching of names that other apps use."""

from __future__ import annotations

from planner.engine.terms import Equipment, Exercise, Muscle, Pattern


def exercises() -> list[Exercise]:
    """List all exercises by name."""
    raise NotImplementedError


def exercise(slug: str) -> Exercise:
    """Return one exercise; LookupError when there is none."""
    raise NotImplementedError


def search(
    text: str = "",
    pattern: Pattern | None = None,
    equipment: Equipment | None = None,
    muscle: Muscle | None = None,
) -> list[Exercise]:
    """Find exercises by words of name or alias and by filters, best match first."""
    raise NotImplementedError


def add_custom(exercise: Exercise) -> str:
    """Store an exercise of the lifter's own; return its slug."""
    raise NotImplementedError
