"""The exercise library: TOML texts to Exercise values.

A file holds one table an exercise, headed by its slug. Plain values above the first table are
the file's defaults. A variation (`parent`, `similarity`) takes from its parent what it does not
say itself, but for the names in OWN. Muscles are said as `prime` (share 1.0) and `helpers`
(share 0.5); a variation that says `prime` says its helpers too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from typing import Any, TypeAlias

from planner.engine.terms import (
    Category,
    Complexity,
    Equipment,
    Exercise,
    Limit,
    LoadKind,
    Measure,
    Muscle,
    Neuromuscular,
    Pattern,
    Skill,
)

Entry: TypeAlias = dict[str, Any]

OWN = frozenset({"parent", "similarity", "name", "aliases", "step_kg"})
FIELDS = OWN | {
    "pattern", "equipment", "prime", "helpers", "load_kind", "complexity", "category",
    "measure", "per_side", "bodyweight_share", "rest_s", "cues", "faults", "skill", "tempo",
    "limits", "neuromuscular", "functional", "activations",
}  # fmt: skip

PRIME_SHARE = 1.0
HELPER_SHARE = 0.5  # indirect sets count half: Pelland et al. 2024

REST_S = {  # rule of thumb: the more muscle and skill, the longer
    Complexity.ISOLATION: 90,
    Complexity.MACHINE: 120,
    Complexity.BARBELL: 180,
    Complexity.TECHNICAL: 180,
}
STEP_KG = {  # rule of thumb: the smallest step that most gyms have
    Equipment.BARBELL: 2.5,
    Equipment.DUMBBELL: 2.0,
    Equipment.KETTLEBELL: 4.0,
    Equipment.MACHINE: 5.0,
    Equipment.PLATE_MACHINE: 2.5,
    Equipment.SMITH: 2.5,
    Equipment.CABLE: 2.5,
    Equipment.BODYWEIGHT: 2.5,
}
OTHER_STEP_KG = 1.0
WITH_BODYWEIGHT = frozenset({LoadKind.ADDED, LoadKind.ASSISTED, LoadKind.BODYWEIGHT})


class BadLibrary(ValueError):
    """An exercise or program file says something impossible; the message names it."""


def exercises(texts: Mapping[str, str]) -> list[Exercise]:
    """Read all exercise files at once, in the order written.

    `texts` maps a file's name to its text. Raises BadLibrary for text that is not TOML, for
    unknown fields and values, a slug that stands twice, and a parent that does not exist.
    """
    entries: dict[str, Entry] = {}
    for file, text in texts.items():
        for slug, entry in _entries(file, text).items():
            if slug in entries:
                raise BadLibrary(f"{file}: {slug} stands twice")
            entries[slug] = entry
    return [_exercise(slug, entries) for slug in entries]


def _entries(file: str, text: str) -> dict[str, Entry]:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadLibrary(f"{file}: {error}") from error
    defaults = {key: value for key, value in document.items() if not isinstance(value, dict)}
    tables = {slug: entry for slug, entry in document.items() if isinstance(entry, dict)}
    for slug, entry in (("the defaults", defaults), *tables.items()):
        if unknown := entry.keys() - FIELDS:
            raise BadLibrary(f"{file}: {slug} has unknown fields: {', '.join(sorted(unknown))}")
    return {slug: {"file defaults": defaults, **entry} for slug, entry in tables.items()}


def _resolved(slug: str, entries: Mapping[str, Entry], below: tuple[str, ...] = ()) -> Entry:
    """Lay an entry over its parents and its file's defaults."""
    own = dict(entries[slug])
    resolved: Entry = own.pop("file defaults")
    parent = own.get("parent")
    if parent is not None:
        if parent not in entries or parent in (slug, *below):
            raise BadLibrary(f"{slug}: no such parent: {parent}")
        inherited = _resolved(parent, entries, (*below, slug))
        resolved = resolved | {key: value for key, value in inherited.items() if key not in OWN}
    if "prime" in own:
        resolved = {key: value for key, value in resolved.items() if key != "helpers"}
    return resolved | own


def _exercise(slug: str, entries: Mapping[str, Entry]) -> Exercise:
    entry = _resolved(slug, entries)
    try:
        return _built(slug, entry)
    except (KeyError, TypeError, ValueError) as error:
        raise BadLibrary(f"{slug}: {error}") from error


def _built(slug: str, entry: Entry) -> Exercise:
    equipment = Equipment(entry["equipment"])
    complexity = Complexity(entry["complexity"])
    load_kind = LoadKind(entry.get("load_kind", LoadKind.EXTERNAL))
    share = entry.get("bodyweight_share", 0.0) if load_kind in WITH_BODYWEIGHT else 0.0
    return Exercise(
        slug=slug,
        name=entry["name"],
        pattern=Pattern(entry["pattern"]),
        muscles=_muscles(entry),
        load_kind=load_kind,
        complexity=complexity,
        bodyweight_share=float(share),
        equipment=equipment,
        category=Category(entry.get("category", Category.STRENGTH)),
        measure=Measure(entry.get("measure", Measure.REPS)),
        per_side=entry.get("per_side", False),
        rest_s=entry.get("rest_s", REST_S[complexity]),
        step_kg=float(entry.get("step_kg", STEP_KG.get(equipment, OTHER_STEP_KG))),
        parent=entry.get("parent"),
        similarity=float(entry.get("similarity", 0.0)),
        aliases=tuple(entry.get("aliases", ())),
        cues=tuple(entry.get("cues", ())),
        faults=tuple(entry.get("faults", ())),
        skill=Skill(*entry["skill"]) if "skill" in entry else None,
        tempo=entry.get("tempo", ""),
        limits=tuple(map(Limit, entry.get("limits", ()))),
        neuromuscular=Neuromuscular(entry["neuromuscular"]) if "neuromuscular" in entry else None,
        functional=entry.get("functional", False),
        activations=tuple(entry.get("activations", ())),
    )


def _muscles(entry: Entry) -> tuple[tuple[Muscle, float], ...]:
    shares = [(Muscle(name), PRIME_SHARE) for name in entry.get("prime", ())]
    shares += [(Muscle(name), HELPER_SHARE) for name in entry.get("helpers", ())]
    if len({muscle for muscle, _ in shares}) < len(shares):
        raise ValueError("a muscle is named twice")
    return tuple(shares)
