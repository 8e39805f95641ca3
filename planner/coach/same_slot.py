"""Tell whether a slot of a session has the exercise that it had, though that was merged."""

from __future__ import annotations

from planner.coach.session_view import ExerciseCard
from planner.storage import library


def goes_on(was: ExerciseCard, now: ExerciseCard) -> bool:
    """Say whether a slot's exercise is the same one, merged into another or parted from it again.

    A slot with sets never gets another exercise, and what another one took the place of stays in
    the library.
    """
    if was.exercise.slug == now.exercise.slug:
        return True
    return bool(_sets(was) & _sets(now)) or was.exercise.slug not in library.by_slug()


def _sets(card: ExerciseCard) -> set[str]:
    return {row.logged.uid for row in card.rows if row.logged is not None}
