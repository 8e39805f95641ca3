"""Words for what the library says of an exercise: kinds, muscles, tempo, skill, likeness."""

from __future__ import annotations

import re
from dataclasses import astuple
from enum import StrEnum

from planner.engine.terms import (
    Equipment,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    Skill,
)

MOST_POINTS = 16  # of a skill: three of each part, and one of the side
_LIKE = ((0.9, "almost the same"), (0.75, "very similar"), (0.6, "similar"), (0.0, "related"))
_NEEDS = {
    Equipment.BODYWEIGHT: "with bodyweight alone",
    Equipment.BARBELL: "needs only a barbell",
    Equipment.DUMBBELL: "needs only dumbbells",
    Equipment.KETTLEBELL: "needs only a kettlebell",
    Equipment.MACHINE: "on a machine",
    Equipment.PLATE_MACHINE: "on a plate-loaded machine",
    Equipment.SMITH: "in the Smith machine",
    Equipment.CABLE: "on the cable",
    Equipment.BAND: "needs only a band",
    Equipment.BALL: "needs only a ball",
    Equipment.BOARD: "needs only a balance board",
    Equipment.CARDIO: "as endurance work",
    Equipment.OTHER: "with other equipment",
}
_NAMES: dict[StrEnum, str] = {
    Equipment.PLATE_MACHINE: "Plate-loaded machine",
    Equipment.SMITH: "Smith machine",
    Equipment.BOARD: "Balance board",
    Pattern.ANTI_MOVEMENT: "Anti-movement",
}
_MEASURES = {
    Measure.REPS: "repetitions",
    Measure.SECONDS: "seconds",
    Measure.DISTANCE: "metres",
    Measure.QUALITY: "quality: sound, shaky or lost",
    Measure.REACH: "reach in centimetres",
}
_AMOUNTS = {
    Measure.REPS: "{0}",
    Measure.SECONDS: "{0} s",
    Measure.DISTANCE: "{0} m",
    Measure.QUALITY: "sound",
    Measure.REACH: "{0} cm",
}
_LOADS = {
    LoadKind.EXTERNAL: "the weight moved",
    LoadKind.ADDED: "the weight added to the body's",
    LoadKind.ASSISTED: "the help, taken off the body's weight",
    LoadKind.BODYWEIGHT: "none, the body's weight is moved",
    LoadKind.NONE: "none",
}
_LIMITS = {
    Limit.PRESSURE: "high blood pressure",
    Limit.PREGNANCY: "pregnancy",
    Limit.FALLS: "a risk of falling",
}
_TRAINS = {
    Neuromuscular.BALANCE: "balance",
    Neuromuscular.STABILITY: "stability of a joint",
    Neuromuscular.PROPRIOCEPTION: "the sense of position",
    Neuromuscular.ACTIVATION: "activation",
    Neuromuscular.INTERMUSCULAR: "coordination between muscles",
    Neuromuscular.INTRAMUSCULAR: "coordination within a muscle",
    Neuromuscular.REACTIVE: "reactive strength",
    Neuromuscular.ISOKINETIC: "steady, slow speed",
}
_MEANINGS = {
    "neuromuscular": (
        "Trains how nerves steer muscles: balance, joint control, reaction and coordination. "
        "It is practised rather than taken to the limit."
    ),
    "functional": (
        "Close to what everyday life and sport ask for: several joints at once, standing, "
        "carrying, stepping or turning."
    ),
    "your own": "You made it; it can be edited and deleted.",
    "made by an import": (
        "A log had this name and nothing here matched. If it is an exercise that is here already, "
        "merge it with that."
    ),
    "from imports": "Names of imported logs that nothing here matched, the most trained first.",
}
_TEMPO = ("{s} s down", "{s} s at the bottom", "{s} s up", "{s} s at the top")
_TEMPO_PART = re.compile(r"\d+|[xX]")
_SKILL = (
    ("Joints", ("", "one joint moves", "two joints move together", "the whole body moves")),
    ("Planes", ("", "in one plane", "in two planes", "in all three planes")),
    ("Speed", ("slow, at your own pace", "brisk", "fast", "as fast as you can")),
    ("Balance", ("supported", "on both feet", "easily lost", "hard to keep")),
    ("Sides", ("both at once", "one side at a time")),
    ("Load", ("guided, or none", "free in the hands", "free and heavy, to be steered",
              "overhead or in flight")),
)  # fmt: skip


def plain(kind: Equipment | Muscle | Pattern) -> str:
    """Write the value of a kind as words: 'Horizontal push', 'Upper back'."""
    return _NAMES.get(kind) or kind.replace("_", " ").capitalize()


def needs(kind: Equipment) -> str:
    """Write what has to be there: 'needs only a barbell', 'with bodyweight alone'."""
    return _NEEDS[kind]


def measure(kind: Measure) -> str:
    """Write what a set counts."""
    return _MEASURES[kind]


def amount(count: int, kind: Measure) -> str:
    """Write what a set should reach: '12', '30 s', 'sound'."""
    return _AMOUNTS[kind].format(count)


def load(kind: LoadKind) -> str:
    """Write what a load that is typed means."""
    return _LOADS[kind]


def limit(kind: Limit) -> str:
    """Write whom an exercise may not suit: 'a sore knee', 'pregnancy'."""
    return _LIMITS.get(kind, f"a sore {kind}")


def trains(kind: Neuromuscular) -> str:
    """Write what an exercise trains the nervous system in."""
    return _TRAINS[kind]


def tempo(given: str) -> str:
    """Write a tempo such as '3-1-1-0', '311' or '30X0' out, without the parts that last no time.

    A tempo of another form stays as it is.
    """
    parts = given.split("-") if "-" in given else list(given)
    if not 3 <= len(parts) <= len(_TEMPO) or not all(map(_TEMPO_PART.fullmatch, parts)):
        return given
    said = [
        words.format(s=part.upper())
        for words, part in zip(_TEMPO, parts, strict=False)
        if part != "0"
    ]
    return ", ".join(said).replace("X s", "fast")


def meaning(tag: str) -> str:
    """Say what a tag such as 'functional' means; '' for one that says it itself."""
    return _MEANINGS.get(tag, "")


def likeness(similarity: float) -> str:
    """Write how alike two exercises are, from 'almost the same' (0.9 and more) to 'related'."""
    return next(words for least, words in _LIKE if similarity >= least)


def skill(parts: Skill) -> tuple[tuple[str, str, int], ...]:
    """Write the parts of a skill as (part, what it asks, points)."""
    points = astuple(parts)
    return tuple(
        (name, words[point], point) for (name, words), point in zip(_SKILL, points, strict=True)
    )


def muscles(shares: tuple[tuple[Muscle, float], ...]) -> tuple[str, str]:
    """Write (prime movers, helpers) of an exercise; '' where there are none."""
    prime = [plain(muscle).lower() for muscle, share in shares if share >= 1.0]
    helpers = [plain(muscle).lower() for muscle, share in shares if 0.0 < share < 1.0]
    return ", ".join(prime), ", ".join(helpers)
