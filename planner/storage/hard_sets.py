"""Counting hard sets in SQL, as `volume.hard_sets` counts those of a session."""

from __future__ import annotations

from planner.engine.terms import Side
from planner.storage.log_reads import DONE


def hard_sets(most_rir: str, tables: str, where: str) -> str:
    """Return a query of day, exercise (`key`) and `hard` sets of each session with any set done.

    A left and a right set of one session are one. `most_rir` is the parameter that holds the most
    repetitions in reserve that are hard; unknown ones are.
    """
    hard = f"ifnull(t.rir <= {most_rir}, 1)"
    left, right = (f"sum({hard} AND t.side = '{side}')" for side in (Side.LEFT, Side.RIGHT))
    return (
        f'SELECT s."on" AS day, x.exercise_id AS key, sum({hard}) - min({left}, {right}) AS hard '
        f"FROM {tables} WHERE {where} AND {DONE} GROUP BY s.id, x.exercise_id"
    )
