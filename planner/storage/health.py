"""What lifters say of their health, whom they are sent to, and what they are limited to."""

from __future__ import annotations

from typing import Any

from planner.engine.terms import Intake, Referral, Restriction
from planner.storage import library, models, rows
from planner.storage.rows import Layout, fetch, fetch_one
from planner.storage.undo import step

_INTAKE = Layout(models.Intake, Intake)
_REFERRAL = Layout(models.Referral, Referral)
_RESTRICTION = Layout(models.Restriction, Restriction)


def save_intake(lifter_id: int, intake: Intake) -> int:
    """Store a day's answers, in place of earlier ones of that day, whose id stays; return the id.

    Raises LookupError when there is no such lifter.
    """
    sql = 'SELECT id FROM intake WHERE lifter_id = ? AND "on" = ?'
    with step():
        found = fetch_one(sql, lifter_id, intake.on.isoformat())
        if not found:
            return rows.add(_INTAKE, [intake], lifter_id=[lifter_id])[0]
        [columns] = zip(*_INTAKE.write([intake]), strict=True)
        rows.touch("intake", found[0], **dict(zip(_INTAKE.written, columns, strict=True)))
        return int(found[0])


def intakes(lifter_id: int) -> list[Intake]:
    """List a lifter's answers to the health questions, oldest first."""
    sql = f'SELECT {_INTAKE.columns("i")} FROM intake i WHERE lifter_id = ? ORDER BY "on"'
    return _INTAKE.read(fetch(sql, lifter_id))


def add_referral(lifter_id: int, referral: Referral) -> int:
    """Store a referral; return the id. LookupError for an unknown lifter or exercise."""
    used = _exercise_id(referral)
    with step():
        return rows.add(_REFERRAL, [referral], lifter_id=[lifter_id], exercise_id=[used])[0]


def change_referral(referral: Referral) -> None:
    """Store a changed referral; LookupError when it is not stored."""
    with step():
        rows.change(_REFERRAL, referral)


def delete_referral(referral_id: int) -> None:
    """Delete a referral; LookupError when it is not stored."""
    with step():
        rows.remove("referral", referral_id)


def referrals(lifter_id: int) -> list[Referral]:
    """List a lifter's referrals, oldest first."""
    found = _of_exercises(_REFERRAL, 'r."on"', lifter_id)
    return _REFERRAL.read(found, skip=1, exercise=[row[0] for row in found])


def add_restriction(lifter_id: int, restriction: Restriction) -> int:
    """Store a restriction; return the id. LookupError for an unknown lifter or exercise."""
    used = _exercise_id(restriction)
    with step():
        return rows.add(_RESTRICTION, [restriction], lifter_id=[lifter_id], exercise_id=[used])[0]


def change_restriction(restriction: Restriction) -> None:
    """Store a changed restriction; LookupError when it, or its exercise, is not stored."""
    used = _exercise_id(restriction)
    with step():
        rows.change(_RESTRICTION, restriction, exercise_id=used)


def delete_restriction(restriction_id: int) -> None:
    """Delete a restriction; LookupError when it is not stored."""
    with step():
        rows.remove("restriction", restriction_id)


def restrictions(lifter_id: int) -> list[Restriction]:
    """List a lifter's restrictions, oldest first, those that are over too."""
    found = _of_exercises(_RESTRICTION, "r.since", lifter_id)
    return _RESTRICTION.read(found, skip=1, exercise=[row[0] for row in found])


def _exercise_id(made: Referral | Restriction) -> int | None:
    return library.id_of(made.exercise) if made.exercise else None


def _of_exercises(layout: Layout[Any], order: str, lifter_id: int) -> list[Any]:
    """Return rows that begin with the slug of their exercise, which is null without one."""
    sql = (
        f"SELECT e.slug, {layout.columns('r')} FROM {layout.table} r "
        f"LEFT JOIN exercise e ON e.id = r.exercise_id WHERE r.lifter_id = ? ORDER BY {order}, r.id"
    )
    return fetch(sql, lifter_id)
