"""Put two exercises together that are the same: both histories under one, taken back as one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from planner.coach import (
    favourites,
    library as coach_library,
    library_words,
    lifter_settings,
    names,
    own_programs,
)
from planner.coach.refused import Refused
from planner.engine.terms import N_, Exercise, LoadKind
from planner.formats import own_program
from planner.language import tr
from planner.storage import clients, exercise_merge as storage, library
from planner.storage.exercise_merge import Use as Use

SAME = N_("Choose two different exercises.")
BOTH_SHIPPED = N_("{one} and {other} both come with the program: each stays as it is.")
SHIPPED = N_("{name} comes with the program and stays. Merge {other} into it instead.")
MEASURES = N_(
    "{one} counts {first}, {other} counts {second}: under one name they would make no sense."
)
HELP = N_(
    "In {one} the load is help, so that more is easier; in {other} it is not. They stay apart."
)
KINDS = N_(
    "The load of {gone} is {first}; that of {kept} is {second}. "
    "The numbers stay as they were typed and are read the second way."
)
SIDES = N_("{one} is done one side at a time, {other} with both at once: the same load means less.")
_BY_SLUG = (
    lifter_settings.REST_LENGTHS,
    lifter_settings.TURNED,
    lifter_settings.CHECKED,
    lifter_settings.GOALS,
)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Half:
    """One of two exercises, and what uses it."""

    exercise: Exercise
    use: Use


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What putting an exercise into another one means; `remarks` are what changes by it."""

    gone: Half
    kept: Half
    remarks: tuple[str, ...]


# reads
def stays(one: str, other: str) -> str:
    """Return which of two exercises had better stay: what ships, else what was done more.

    Raises Refused for two that ship.
    """
    shipped = [slug for slug in (one, other) if not library.exercise(slug).custom]
    if len(shipped) == 2:
        first, second = (library.exercise(slug).name for slug in shipped)
        raise Refused(tr(BOTH_SHIPPED).format(one=first, other=second))
    return shipped[0] if shipped else max((other, one), key=lambda slug: storage.use(slug).sets)


def plan(slug: str, into: str) -> MergePlan:
    """Return what merging means; Refused when it makes no sense, LookupError for unknown ones."""
    gone, kept = (Half(library.exercise(each), storage.use(each)) for each in (slug, into))
    if why := _against(gone, kept):
        raise Refused(why)
    return MergePlan(gone, kept, tuple(_remarks(gone, kept)))


def may_stay(slug: str, into: str) -> bool:
    """Say whether two exercises can be merged so."""
    try:
        plan(slug, into)
    except Refused:
        return False
    return True


def likely_first(slug: str) -> list[Exercise]:
    """List all exercises but one, those first that its name may mean, too.

    LookupError when there is no such exercise.
    """
    known = library.by_slug()
    guessed = [guess.slug for guess in coach_library.guesses(library.exercise(slug).name)]
    return [known[each] for each in dict.fromkeys((*guessed, *known)) if each != slug]


def made_by_imports() -> dict[str, int]:
    """Return the exercises that imports made and nobody described since: their sets, by slug."""
    return storage.made_by_imports()


def _against(gone: Half, kept: Half) -> str:
    one, other = gone.exercise, kept.exercise
    if one.slug == other.slug:
        return tr(SAME)
    if not one.custom:
        words = SHIPPED if other.custom else BOTH_SHIPPED
        return tr(words).format(name=one.name, one=one.name, other=other.name)
    if one.measure is not other.measure:
        first, second = (library_words.measure(each.measure) for each in (one, other))
        return tr(MEASURES).format(one=one.name, other=other.name, first=first, second=second)
    helps = [each.load_kind is LoadKind.ASSISTED for each in (one, other)]
    if helps[0] is not helps[1] and gone.use.loaded:
        helped, free = (one, other) if helps[0] else (other, one)
        return tr(HELP).format(one=helped.name, other=free.name)
    return ""


def _remarks(gone: Half, kept: Half) -> list[str]:
    one, other, found = gone.exercise, kept.exercise, []
    if one.load_kind is not other.load_kind and gone.use.loaded:
        first, second = (library_words.load(each.load_kind) for each in (one, other))
        found.append(tr(KINDS).format(gone=one.name, kept=other.name, first=first, second=second))
    if one.per_side is not other.per_side and gone.use.sets:
        single, both = (one, other) if one.per_side else (other, one)
        found.append(tr(SIDES).format(one=single.name, other=both.name))
    return found


# writes
def merge(slug: str, into: str) -> None:
    """Put all of an exercise under another one and delete it; its name means the other one.

    It must run as one step, so that one undo brings it back. Raises Refused as `plan` does.
    """
    made = plan(slug, into)
    _move_settings(slug, into)
    _move_programs(slug, into)
    storage.merge(slug, into)
    _remember_name(made)


def _remember_name(made: MergePlan) -> None:
    """Let the name that is gone mean the exercise that stays, unless a third one has it."""
    name = made.gone.exercise.name
    if names.bare(name) not in {names.bare(each.name) for each in library.exercises()}:
        library.add_alias(made.kept.exercise.slug, name)


def _move_settings(slug: str, into: str) -> None:
    if slug in favourites.starred():
        favourites.toggle(slug)
        if into not in favourites.starred():
            favourites.toggle(into)
    for prefix in _BY_SLUG:
        for key in clients.settings_of(prefix):
            stored = json.loads(clients.setting(key))
            if slug in stored:
                clients.change_setting(key, json.dumps(_renamed(stored, slug, into)))


def _renamed(stored: Mapping[str, Value], slug: str, into: str) -> dict[str, Value]:
    """Return what holds by slug with another slug; what the other one has already stays."""
    kept = {each: value for each, value in stored.items() if each != slug}
    return {into: stored[slug], **kept}


def _move_programs(slug: str, into: str) -> None:
    for program in own_programs.programs():
        if slug in own_programs.exercises(program):
            own_programs.store(own_program.renamed(program, {slug: into}))
