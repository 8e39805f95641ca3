"""Read what was entered about a lifter, or say what is expected instead."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QLineEdit

from planner.coach import wording
from planner.engine.terms import Equipment, Experience, Inventory, Lifter, Limit, Unit
from planner.language import tr
from planner.ui import gym_text, typed
from planner.ui.gym_text import Texts, Unclear
from planner.ui.lifter_form import LifterForm
from planner.ui.program_wish import HOME

OLDEST = 110  # years
MOST_NEW = 50  # exercises; more is a typing error


class Refused(Exception):
    """A field cannot be understood; the message says what is expected there."""

    def __init__(self, field: QLineEdit, message: str) -> None:
        super().__init__(message)
        self.field = field


def entered(form: LifterForm, lifter: Lifter) -> Lifter:
    """Return a lifter with all that the fields hold; raises Refused."""
    return loads(form, _person(form, lifter), Unit(form.unit.currentData()))


def loads(form: LifterForm, lifter: Lifter, unit: Unit) -> Lifter:
    """Return a lifter with bodyweight and gym as they stand in the fields; raises Refused."""
    inventory = _inventory(form, lifter.inventory, unit)
    weight = _bodyweight(form.bodyweight, unit, lifter.bodyweight_kg)
    return replace(lifter, unit=unit, bodyweight_kg=weight, inventory=inventory)


def _person(form: LifterForm, lifter: Lifter) -> Lifter:
    name = form.name.text().strip()
    if not name:
        raise Refused(form.name, tr("A name is needed; any name will do."))
    return replace(
        lifter,
        name=name,
        coach=form.coach.text().strip(),
        note=form.note.text().strip(),
        birth_year=_year(form.birth_year),
        sex=form.sex.currentData() or None,
        experience=Experience(form.experience.currentData()),
        novelty_budget=_budget(form.novelty),
        equipment=_equipment(form),
        limits=tuple(each for each in Limit if each in form.limits.checked()),
    )


def _equipment(form: LifterForm) -> tuple[Equipment, ...]:
    """Return what is there, with what is everywhere; nothing that is marked is everything."""
    marked = form.there.checked()
    there = HOME.union(*marked) if marked else frozenset()
    return tuple(each for each in Equipment if each in there)


def _budget(field: QLineEdit) -> int | None:
    text = field.text().strip()
    if not text:
        return None
    if text.isdecimal() and int(text) <= MOST_NEW:
        return int(text)
    raise Refused(field, tr("A count of exercises, such as 2, or nothing."))


def _year(field: QLineEdit) -> int | None:
    text = field.text().strip()
    this_year = QDate.currentDate().year()
    if not text:
        return None
    if text.isdecimal() and this_year - OLDEST <= int(text) <= this_year:
        return int(text)
    if len(text) == 4 and text.isdecimal():
        said = tr("The year of birth is from {first} to {last}.")
        raise Refused(field, said.format(first=this_year - OLDEST, last=this_year))
    raise Refused(field, tr("The year of birth is four digits, such as 1990."))


def _bodyweight(field: QLineEdit, unit: Unit, kept_kg: float | None) -> float | None:
    """Read the bodyweight; an untouched field keeps its kilograms to the last digit."""
    text = field.text().strip()
    if not text:
        return None
    if kept_kg is not None and text == wording.mass(kept_kg, unit):
        return kept_kg
    made = typed.bodyweight_kg(text, unit)
    if made is None:
        raise Refused(field, typed.bodyweight_problem(unit))
    return made


def _inventory(form: LifterForm, kept: Inventory, unit: Unit) -> Inventory:
    fields = form.gym_fields()
    try:
        return gym_text.read(Texts(*[field.text() for field in fields.values()]), unit, kept)
    except Unclear as problem:
        raise Refused(fields[problem.name], str(problem)) from None
