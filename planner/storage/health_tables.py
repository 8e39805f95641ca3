"""The tables of what lifters say of their health, and of what professionals say to it."""

from __future__ import annotations

from peewee import FloatField

from planner.engine import terms
from planner.storage import base, fields
from planner.storage.library_tables import which_exercise
from planner.storage.lifter_tables import Lifter


class Intake(base.Travelling):
    """A lifter's answers to the health questions on a day."""

    lifter = base.below(Lifter)
    on = fields.day()
    answers = fields.structure(store=list, load=fields.answers)
    note = fields.text()


class Referral(base.Travelling):
    """That a lifter is asked to see a professional; open until it is cleared."""

    lifter = base.below(Lifter)
    on = fields.day()
    topic = fields.word(terms.Topic)
    source = fields.word(terms.ReferralSource)
    exercise = which_exercise(null=True)
    note = fields.text()
    letter_on = fields.day(null=True)
    cleared_on = fields.day(null=True)
    cleared_by = fields.text()
    cleared_as = fields.word(terms.Profession, null=True)
    clearance_note = fields.text()


class Restriction(base.Travelling):
    """What a lifter may not do for some time, and who said so."""

    lifter = base.below(Lifter)
    since = fields.day()
    until = fields.day(null=True)
    set_by = fields.text()
    profession = fields.word(terms.Profession, null=True)
    limit = fields.word(terms.Limit, null=True)
    exercise = which_exercise(null=True)
    pattern = fields.word(terms.Pattern, null=True)
    most_kg = FloatField(null=True, constraints=[base.check('"most_kg" BETWEEN 0 AND 1e12')])
    words = fields.text()
