"""The tables of the library: exercises with their muscles and names, and the user's programs."""

from __future__ import annotations

from typing import Any

from peewee import FloatField, ForeignKeyField, IntegerField, TextField

from planner.engine import terms
from planner.storage import base, fields


class Exercise(base.Travelling):
    """A movement. `parent` is the slug of the exercise it is a variant of."""

    slug = TextField(unique=True, constraints=[base.check("\"slug\" <> ''")])
    name = fields.text()
    pattern = fields.word(terms.Pattern)
    load_kind = fields.word(terms.LoadKind)
    complexity = fields.word(terms.Complexity)
    bodyweight_share = FloatField()
    equipment = fields.word(terms.Equipment)
    category = fields.word(terms.Category)
    measure = fields.word(terms.Measure)
    per_side = fields.flag()
    rest_s = IntegerField()
    step_kg = FloatField()
    parent = fields.text(null=True)
    similarity = FloatField()
    cues = fields.structure(store=list, load=tuple)
    faults = fields.structure(store=list, load=tuple)
    skill = fields.structure(store=fields.plain_skill, load=fields.skill)
    tempo = fields.text()
    limits = fields.structure(store=list, load=fields.limits)
    neuromuscular = fields.word(terms.Neuromuscular, null=True)
    functional = fields.flag()
    activations = fields.structure(store=list, load=tuple)
    custom = fields.flag()


def which_exercise(**options: Any) -> ForeignKeyField[Any]:
    """Make a column for an exercise, which cannot be deleted while it is used."""
    return ForeignKeyField(Exercise, index=False, **options)


class Program(base.Travelling):
    """A program of the user's own; `document` is its JSON."""

    slug = TextField(unique=True, constraints=[base.check("\"slug\" <> ''")])
    name = fields.text()
    document = TextField()


class ExerciseMuscle(base.Table):
    """A muscle that an exercise trains, and its share."""

    exercise = base.below(Exercise)
    position = IntegerField()
    muscle = fields.word(terms.Muscle)
    share = FloatField()


class ExerciseAlias(base.Table):
    """Another name of an exercise; `custom` when the user gave it."""

    exercise = base.below(Exercise)
    alias = fields.text(unique=True)
    custom = fields.flag()
