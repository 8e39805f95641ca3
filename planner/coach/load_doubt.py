"""Ask about a planned load that is far beyond what the lifter can do: a typing error, likely."""

from __future__ import annotations

from collections.abc import Sequence

from planner.coach import wording
from planner.coach.entry import UNSEEN_LOAD_KG
from planner.engine.terms import Exercise, LoadKind, PlannedSet, Unit
from planner.language import tr

TOO_FAR = 1.3  # times the e1RM from which a planned load is asked about: rule of thumb


def doubt(sets: Sequence[PlannedSet], exercise: Exercise, e1rm_kg: float | None, unit: Unit) -> str:
    """Return '1000 kg? About 120 kg is your e1RM.' for the heaviest of some sets, or ''.

    Only loads that are the whole weight are compared; without an e1RM, what few lift is asked.
    """
    heaviest = max((entry.load_kg or 0.0 for entry in sets), default=0.0)
    if exercise.load_kind is not LoadKind.EXTERNAL:
        return ""
    typed = f"{wording.mass(heaviest, unit, 1)} {unit}"
    if e1rm_kg is None:
        unseen = tr("{load}? No e1RM is known yet.").format(load=typed)
        return unseen if heaviest > UNSEEN_LOAD_KG else ""
    if heaviest <= TOO_FAR * e1rm_kg:
        return ""
    e1rm = f"{wording.mass(e1rm_kg, unit, 0)} {unit}"
    return tr("{load}? About {e1rm} is the e1RM.").format(load=typed, e1rm=e1rm)
