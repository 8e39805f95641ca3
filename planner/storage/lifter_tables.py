"""The tables of who trains and how they are: lifters, bodyweights, check-ins, days away."""

from __future__ import annotations

from peewee import FloatField, IntegerField

from planner.engine import terms
from planner.storage import base, fields


class Lifter(base.Travelling):
    """A person who trains; in the trash when `deleted_at` (milliseconds UTC) is set."""

    name = fields.text()
    experience = fields.word(terms.Experience)
    unit = fields.word(terms.Unit)
    inventory = fields.structure(store=fields.plain_inventory, load=fields.inventory)
    birth_year = IntegerField(null=True)
    sex = fields.text(null=True)
    coach = fields.text()
    note = fields.text()
    archived_on = fields.day(null=True)
    novelty_budget = IntegerField(null=True, constraints=[base.not_negative("novelty_budget")])
    equipment = fields.structure(store=list, load=fields.equipment)
    limits = fields.structure(store=list, load=fields.limits)
    deleted_at = IntegerField(null=True)


class Bodyweight(base.Travelling):
    """A lifter's bodyweight on a day."""

    lifter = base.below(Lifter)
    on = fields.day()
    kg = FloatField(constraints=[base.check('"kg" > 0'), base.finite("kg")])


class CheckIn(base.Travelling):
    """How a lifter feels on a day."""

    lifter = base.below(Lifter)
    on = fields.day()
    sleep = IntegerField(null=True)
    sleep_hours = FloatField(null=True, constraints=[base.finite("sleep_hours")])
    soreness = IntegerField(null=True)
    sore_areas = fields.structure(store=list, load=fields.pairs)
    mood = IntegerField(null=True)
    motivation = IntegerField(null=True)
    energy = IntegerField(null=True)
    note = fields.text()


class Absence(base.Travelling):
    """Days away from training."""

    lifter = base.below(Lifter)
    since = fields.day()
    until = fields.day(null=True)
    reason = fields.text()
    note = fields.text()
