"""What is usual for an exercise, told by the one it varies, or by others of its kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median, mode

from planner.engine.terms import Equipment, Exercise, Muscle, Pattern
from planner.formats.library import OTHER_STEP_KG, STEP_KG, WITH_BODYWEIGHT
from planner.storage import library

USUAL_SIMILARITY = 0.75  # of a variation, until somebody says: 'very similar'
MOST_HAVE = 0.5  # of the others of its kind, then a muscle is usual
_TYPICAL = (
    "category", "load_kind", "measure", "per_side", "complexity", "rest_s",
    "neuromuscular",
)  # fmt: skip


def variation(parent: Exercise) -> Exercise:
    """Return what is usual for a variation: all of the exercise it varies but its names."""
    return replace(
        parent, slug="", name="", aliases=(), parent=parent.slug, similarity=USUAL_SIMILARITY,
        custom=True, id=None, uid="",
    )  # fmt: skip


def usual(pattern: Pattern, equipment: Equipment, parent: Exercise | None = None) -> Exercise:
    """Return what is usual for a pattern done with a piece of equipment, nameless."""
    if parent is None:
        return _typical(pattern, equipment)
    made = replace(variation(parent), pattern=pattern, equipment=equipment)
    if equipment is parent.equipment:
        return made
    return replace(made, step_kg=STEP_KG.get(equipment, OTHER_STEP_KG))


def _typical(pattern: Pattern, equipment: Equipment) -> Exercise:
    shipped = [each for each in library.exercises() if not each.custom]
    alike = [each for each in shipped if each.pattern is pattern]
    peers = [each for each in alike if each.equipment is equipment] or alike or shipped
    made = Exercise("", pattern=pattern, equipment=equipment, custom=True)
    made = replace(made, **{n: mode(getattr(each, n) for each in peers) for n in _TYPICAL})
    with_body = [each.bodyweight_share for each in peers if each.load_kind is made.load_kind]
    share = median(with_body) if made.load_kind in WITH_BODYWEIGHT and with_body else 0.0
    step = STEP_KG.get(equipment, OTHER_STEP_KG)
    muscles = () if pattern is Pattern.ISOLATION else _muscles(peers)
    return replace(made, bodyweight_share=share, step_kg=step, muscles=muscles)


def _muscles(peers: Sequence[Exercise]) -> tuple[tuple[Muscle, float], ...]:
    """Return the muscles that most of them train, prime movers first."""
    shares = [dict(each.muscles) for each in peers]
    found = []
    for muscle in Muscle:
        held = [each[muscle] for each in shares if muscle in each]
        if len(held) > MOST_HAVE * len(peers):
            found.append((muscle, mode(held)))
    return tuple(sorted(found, key=lambda pair: -pair[1]))
