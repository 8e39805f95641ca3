"""Who trains, with what, and the movements."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from planner.engine.terms.kinds import (
    Category,
    Complexity,
    Equipment,
    Experience,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    Unit,
)


@dataclass(frozen=True, slots=True)
class Skill:
    """What there is to coordinate, in points.

    `joints` that move together (1–3), `planes` they move in (1–3), `speed` (0 slow to 3 as fast as
    possible), `balance` (0 supported to 3 hard to keep), one `side` at a time (0 or 1), and
    `equipment` to control (0 guided to 3 overhead or in flight).
    """

    joints: int
    planes: int
    speed: int
    balance: int
    side: int
    equipment: int


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement. `muscles` pairs a muscle with its share: 1.0 prime mover, 0.5 helper.

    `skill` is None where it follows from the rest. `tempo` is the usual one, such as '3-1-1-0':
    seconds down, at the bottom, up, at the top. `limits` name whom it may not suit, `activations`
    drills before it, by slug.
    """

    slug: str
    name: str = ""
    pattern: Pattern = Pattern.ISOLATION
    muscles: tuple[tuple[Muscle, float], ...] = ()
    load_kind: LoadKind = LoadKind.EXTERNAL
    complexity: Complexity = Complexity.BARBELL
    bodyweight_share: float = 0.0
    equipment: Equipment = Equipment.BARBELL
    category: Category = Category.STRENGTH
    measure: Measure = Measure.REPS
    per_side: bool = False
    rest_s: int = 120
    step_kg: float = 2.5
    parent: str | None = None
    similarity: float = 0.0
    aliases: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    skill: Skill | None = None
    tempo: str = ""
    limits: tuple[Limit, ...] = ()
    neuromuscular: Neuromuscular | None = None
    functional: bool = False
    activations: tuple[str, ...] = ()
    custom: bool = False
    id: int | None = None
    uid: str = ""

    @property
    def done_as(self) -> tuple[str, ...]:
        """The slugs that tell how it is done: its own, and of which a user made it a variation."""
        return (self.slug, self.parent) if self.custom and self.parent else (self.slug,)


MOST_ADD_ONS = 6  # each doubles the loads that a stack can be set to; no gym has more


@dataclass(frozen=True, slots=True)
class Inventory:
    """What this lifter's gym can load, in kilograms. Plates are (weight, pairs), heaviest first.

    `bar_kg` is the usual bar, called `bar_name`; `bars` are (name, weight) of further ones and of
    what else carries plates, such as a sled. `bar_of` are (slug, weight of the bar) of exercises
    that are done with another bar than follows from their name; 0 is none. `dumbbells_kg` are the
    ones there are, lightest first; empty where they go by the step. `stack_add_ons_kg` are small
    weights to be put onto a stack, one of each, MOST_ADD_ONS at most.
    """

    bar_kg: float = 20.0
    plates_kg: tuple[tuple[float, int], ...] = (
        (25.0, 8), (20.0, 2), (15.0, 2), (10.0, 4), (5.0, 4), (2.5, 4), (1.25, 2),
    )  # fmt: skip
    dumbbell_step_kg: float = 2.0
    stack_step_kg: float = 5.0
    bar_name: str = ""
    bars: tuple[tuple[str, float], ...] = ()
    bar_of: tuple[tuple[str, float], ...] = ()
    dumbbells_kg: tuple[float, ...] = ()
    stack_add_ons_kg: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Lifter:
    """A person who trains; to a trainer, a client.

    `novelty_budget` is how many exercises may be new within two weeks; None is the usual.
    `equipment` is what there is to train with, everything when empty; `limits` are what to mind.
    """

    experience: Experience = Experience.UNKNOWN
    bodyweight_kg: float | None = None
    name: str = ""
    unit: Unit = Unit.KG
    inventory: Inventory = field(default_factory=Inventory)
    birth_year: int | None = None
    sex: str | None = None
    coach: str = ""
    note: str = ""
    archived_on: date | None = None
    novelty_budget: int | None = None
    equipment: tuple[Equipment, ...] = ()
    limits: tuple[Limit, ...] = ()
    id: int | None = None
    uid: str = ""
