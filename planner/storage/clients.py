"""Lifters (a trainer's clients), what is known of their days, and the program's settings."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from itertools import chain
from typing import Any

from planner.engine.terms import Absence, CheckIn, Lifter
from planner.language import collated
from planner.storage import models, rows
from planner.storage.fields import clean, read_day
from planner.storage.rows import Layout, execute, fetch, fetch_one
from planner.storage.unchanged import Made, outlasting
from planner.storage.undo import step
from planner.storage.versions import Touched

_LIFTER = Layout(models.Lifter, Lifter)
_CHECK_IN = Layout(models.CheckIn, CheckIn)
_ABSENCE = Layout(models.Absence, Absence)
NOT_DELETED, LISTED = "l.deleted_at IS NULL", "l.archived_on IS NULL"
_NEWEST_KG = '(SELECT kg FROM bodyweight b WHERE b.lifter_id = l.id ORDER BY b."on" DESC LIMIT 1)'


def lifters(include_archived: bool = False) -> list[Lifter]:
    """List lifters by name, none who is in the trash."""
    found = _lifters(NOT_DELETED if include_archived else f"{NOT_DELETED} AND {LISTED}")
    return sorted(found, key=lambda lifter: (collated(lifter.name), lifter.id))


def lifter(lifter_id: int) -> Lifter:
    """Return one lifter with the newest bodyweight; LookupError when there is none."""
    return _unless_weighed(
        ("lifter", lifter_id),
        lambda: rows.found(_lifters(f"{NOT_DELETED} AND l.id = ?", lifter_id), lifter_id)[0],
    )


def add_lifter(lifter: Lifter) -> int:
    """Store a new lifter and, when given, today's bodyweight; return the id."""
    with step():
        (key,) = rows.add(_LIFTER, [lifter])
        if lifter.bodyweight_kg is not None:
            record_bodyweight(key, date.today(), lifter.bodyweight_kg)
        return key


def update_lifter(lifter: Lifter) -> None:
    """Store a changed lifter; a bodyweight other than the newest is today's.

    Raises LookupError when there is no such lifter.
    """
    with step():
        rows.change(_LIFTER, lifter)
        assert lifter.id is not None
        before = bodyweights(lifter.id)
        known = before[-1][1] if before else None
        if lifter.bodyweight_kg is not None and lifter.bodyweight_kg != known:
            record_bodyweight(lifter.id, date.today(), lifter.bodyweight_kg)


def archive_lifter(lifter_id: int, on: date) -> None:
    """Take a lifter out of the lists; nothing is deleted. LookupError when there is none."""
    with step():
        rows.touch("lifter", lifter_id, archived_on=on.isoformat())


def record_bodyweight(lifter_id: int, on: date, kg: float) -> None:
    """Store the bodyweight of a day, in place of an earlier one of that day."""
    with step():
        _replace("bodyweight", {"lifter_id": lifter_id, "on": on.isoformat(), "kg": kg})


def forget_bodyweight(lifter_id: int, on: date) -> None:
    """Forget the bodyweight of a day; without one nothing happens."""
    with step():
        execute(
            'DELETE FROM bodyweight WHERE lifter_id = ? AND "on" = ?', lifter_id, on.isoformat()
        )


def bodyweights(lifter_id: int) -> list[tuple[date, float]]:
    """List a lifter's bodyweights in kg, oldest first."""
    sql = 'SELECT "on", kg FROM bodyweight WHERE lifter_id = ? ORDER BY "on"'
    known = _unless_weighed(
        ("bodyweights", lifter_id),
        lambda: tuple((read_day(on), kg) for on, kg in fetch(sql, lifter_id)),
    )
    return list(known)


def latest_bodyweights(lifter_id: int, until: date, most: int) -> list[tuple[date, float]]:
    """List a lifter's newest bodyweights in kg up to a day, newest first, `most` at the most."""
    sql = (
        'SELECT "on", kg FROM bodyweight WHERE lifter_id = ? AND "on" <= ? '
        'ORDER BY "on" DESC LIMIT ?'
    )
    found = fetch(sql, lifter_id, until.isoformat(), most)
    return [(read_day(on), kg) for on, kg in found]


def save_check_in(lifter_id: int, check_in: CheckIn) -> None:
    """Store a day's check-in in place of an earlier one of that day, whose id stays."""
    with step():
        columns = chain(*_CHECK_IN.write([check_in]))
        stored = dict(zip(_CHECK_IN.written, columns, strict=True))
        _replace("check_in", {"lifter_id": lifter_id, **stored}, check_in.uid)


def check_in(lifter_id: int, on: date) -> CheckIn | None:
    """Return that day's check-in, or None."""
    found = check_ins(lifter_id, on, on)
    return found[0] if found else None


def check_ins(lifter_id: int, since: date, until: date) -> list[CheckIn]:
    """List check-ins from one day to another, both included, oldest first."""
    sql = (
        f"SELECT {_CHECK_IN.columns('c')} FROM check_in c "
        'WHERE lifter_id = ? AND "on" BETWEEN ? AND ? ORDER BY "on"'
    )
    return _CHECK_IN.read(fetch(sql, lifter_id, since.isoformat(), until.isoformat()))


def answered_mood(lifter_id: int) -> bool:
    """Say whether a lifter ever answered how their mood was."""
    sql = "SELECT EXISTS (SELECT 1 FROM check_in WHERE lifter_id = ? AND mood IS NOT NULL)"
    (found,) = fetch(sql, lifter_id)[0]
    return bool(found)


def check_ins_on(lifter_id: int, days: Iterable[date]) -> list[CheckIn]:
    """List the check-ins of some days, oldest first."""
    sql = (
        f"SELECT {_CHECK_IN.columns('c')} FROM check_in c "
        'WHERE lifter_id = ? AND "on" IN (SELECT value FROM json_each(?)) ORDER BY "on"'
    )
    wanted = json.dumps([on.isoformat() for on in days])
    return _CHECK_IN.read(fetch(sql, lifter_id, wanted))


def add_absence(lifter_id: int, absence: Absence) -> int:
    """Store days away; return the id."""
    with step():
        return rows.add(_ABSENCE, [absence], lifter_id=[lifter_id])[0]


def change_absence(absence: Absence) -> None:
    """Store changed days away; LookupError when they are not stored."""
    with step():
        rows.change(_ABSENCE, absence)


def delete_absence(absence_id: int) -> None:
    """Delete days away; LookupError when they are not stored."""
    with step():
        rows.remove("absence", absence_id)


def absences(lifter_id: int) -> list[Absence]:
    """List a lifter's days away, oldest first."""
    sql = f"SELECT {_ABSENCE.columns('a')} FROM absence a WHERE lifter_id = ? ORDER BY since, id"
    return _ABSENCE.read(fetch(sql, lifter_id))


def setting(key: str, default: str = "") -> str:
    """Return a stored setting, or the default when it was never stored."""
    row = fetch_one("SELECT value FROM setting WHERE key = ?", key)
    return str(row[0]) if row else default


def settings_of(prefix: str) -> list[str]:
    """List the keys of the stored settings that begin so."""
    found = fetch("SELECT key FROM setting WHERE substr(key, 1, length(?1)) = ?1", prefix)
    return [key for (key,) in found]


def change_setting(key: str, value: str) -> None:
    """Store a setting."""
    sql = (
        "INSERT INTO setting (key, value, changed_at) VALUES (?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at"
    )
    with step():
        execute(sql, key, clean(value), rows.stamp())


def forget_setting(key: str) -> None:
    """Forget a setting; when it was never stored nothing happens."""
    with step():
        execute("DELETE FROM setting WHERE key = ?", key)


def _unless_weighed(key: Hashable, make: Callable[[], Made]) -> Made:
    """Return what `make` returned before, unless a day's weight or a lifter was changed since."""

    def renewed(known: Made, touched: Touched) -> Made:
        return make() if touched.days else known

    return outlasting(key, make, renewed)


def _lifters(where: str, *parameters: Any) -> list[Lifter]:
    sql = f"SELECT {_NEWEST_KG}, {_LIFTER.columns('l')} FROM lifter l WHERE {where}"
    found = fetch(sql, *parameters)
    return _LIFTER.read(found, skip=1, bodyweight_kg=[kg for kg, *_ in found])


def _replace(table: str, columns: dict[str, Any], uid: str = "") -> None:
    sql = f'SELECT id FROM "{table}" WHERE lifter_id = ? AND "on" = ?'
    row = fetch_one(sql, columns["lifter_id"], columns["on"])
    if row:
        rows.touch(table, row[0], **columns)
    else:
        named = {"uid": rows.fresh_uid(table, uid), "changed_at": rows.stamp(), **columns}
        rows.insert(table, {name: [value] for name, value in named.items()})
