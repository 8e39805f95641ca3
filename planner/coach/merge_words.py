"""Say in words what two files have of the same thing."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from planner.coach import counts, merge_codes, prescription_words, wording
from planner.coach.merge_labels import label
from planner.engine.terms import N_, PlannedSet
from planner.language import tr
from planner.storage import library
from planner.storage.merge_context import About
from planner.storage.merge_rows import Coming

# What is counted, by table, in the order in which it is told; `merge_counts` says it.
COUNTED = {
    "lifter": "personal detail",
    "session": "session",
    "logged_set": "set",
    "logged_exercise": "logged exercise",
    "mesocycle": "plan",
    "microcycle": "week",
    "planned_session": "planned session",
    "planned_set": "planned set",
    "planned_exercise": "planned exercise",
    "check_in": "check-in",
    "bodyweight": "bodyweight",
    "absence": "time off",
    "decision": "decision",
    "intake": "health form",
    "referral": "referral",
    "restriction": "limit",
    "import": "import",
    "exercise": "exercise",
    "program": "program",
    "setting": "setting",
}
# Nobody counts these where what they are parts of, or what is in them, is told.
BETWEEN = {
    "logged_exercise": ("session", "logged_set"),
    "microcycle": ("mesocycle", "planned_session"),
    "planned_exercise": ("planned_session", "planned_set"),
}
NOTHING = "–"
SILENT = {
    "id", "uid", "changed_at", "position", "flags", "lifter_id", "import_id", "text_sha256",
    "source_text", "source_line",
}  # fmt: skip

_TITLES = {
    "logged_set": N_("{name}, set {number}"),
    "planned_set": N_("{name}, planned set {number} in week {week}"),
    "logged_exercise": "{name}",
    "planned_exercise": N_("{name}, planned in week {week}"),
    "session": "{name}",
    "planned_session": N_("{name}, planned in week {week}"),
    "microcycle": N_("{name}, week {week}"),
    "mesocycle": N_("Plan {name}"),
    "check_in": N_("Check-in"),
    "bodyweight": N_("Bodyweight"),
    "absence": N_("Time off"),
    "intake": N_("Health questions"),
    "referral": N_("Referral"),
    "restriction": N_("Limit"),
    "decision": N_("Decision"),
    "import": N_("Import of {name}"),
    "lifter": N_("Personal details"),
    "exercise": N_("Exercise {name}"),
    "program": N_("Program {name}"),
}
_SINCE = {"absence", "restriction"}
_OF_EXERCISE = {"referral", "restriction", "decision"}
_DATED = {
    "logged_set", "logged_exercise", "session", "check_in", "bodyweight", "intake", *_SINCE,
    *_OF_EXERCISE,
}  # fmt: skip
_SETS = {"load", "load_kg", "unit", "reps", "seconds", "distance_m", "reps_low", "reps_high"}
_YES_NO = {"finished", "deload", "amrap", "per_side", "functional", "custom"}


def title(table: str, about: About, names: Collection[str] = ()) -> str:
    """Say what a row is, or what of it `names` differ in: 'Back squat, set 2 on 3 Nov'."""
    if table == "lifter" and "deleted_at" in names:
        return tr("Lifter")
    name = about.name or (tr("Session") if table in ("session", "planned_session") else "")
    said = tr(_TITLES[table]).format(name=name, number=about.number, week=about.week)
    if table in _DATED and about.on:
        words = tr("{what} since {day}" if table in _SINCE else "{what} on {day}")
        said = words.format(what=said, day=_day(about.on))
    if table in _OF_EXERCISE and name:
        said = tr("{what} ({exercise})").format(what=said, exercise=name)
    return said


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """Return the columns in which a reader would see two versions differ."""
    return [name for name in one if name not in SILENT and one[name] != other[name]]


def version(table: str, row: Mapping[str, Any], names: Iterable[str], about: About) -> str:
    """Say what a version has where the versions differ: '102.5 kg × 5, RIR 2'."""
    wanted = list(names)
    said = []
    if table in ("logged_set", "planned_set") and _SETS & {*wanted}:
        said.append(_set(row))
        wanted = [name for name in wanted if name not in _SETS]
    return wording.in_row([*said, *(_value(name, row[name], about) for name in wanted)]) or NOTHING


def prescription(sets: Sequence[PlannedSet]) -> str:
    """Say what a planned exercise prescribes: '4×10 @3, 20 kg'."""
    if not sets:
        return NOTHING
    unit = sets[0].unit
    amount, load = prescription_words.prescription_text(sets, unit)
    return wording.in_row(
        filter(None, [amount, load and prescription_words.load_with_unit(load, unit)])
    )


def whole(table: str, row: Mapping[str, Any]) -> str:
    """Say what there is of a row that the other file deleted."""
    if table in ("logged_set", "planned_set"):
        return _set(row)
    if table == "bodyweight":
        return f"{wording.number(row['kg'], 2)} kg"
    return tr("kept")


def deleted() -> str:
    """Say what a file has of a row that it deleted."""
    return tr("deleted")


def _set(row: Mapping[str, Any]) -> str:
    load = row["load"] if row["load"] is not None else row["load_kg"]
    unit = row["unit"] if row["load"] is not None else "kg"
    done = [_reps(row), _with("s", row["seconds"]), _with("m", row["distance_m"])]
    amount = wording.in_row(filter(None, done))
    if load is None and amount.isdecimal():
        return counts.reps(int(amount))
    return " × ".join(filter(None, [_with(unit, load), amount])) or NOTHING


def _reps(row: Mapping[str, Any]) -> str:
    if "reps" in row:
        return "" if row["reps"] is None else str(row["reps"])
    ends = [str(row[name]) for name in ("reps_low", "reps_high") if row[name] is not None]
    return "–".join(dict.fromkeys(ends))


def _with(unit: str, value: float | None) -> str:
    return "" if value is None else f"{wording.number(value, 2)} {unit}"


def _value(name: str, value: Any, about: About) -> str:
    if name == "exercise_id":
        return about.name
    if name == "deleted_at":
        return tr("in the trash") if value else tr("kept")
    if name == "kg":
        return f"{wording.number(value, 2)} kg"
    return tr("{what}: {value}").format(what=label(name), value=_said(name, value))


def _said(name: str, value: Any) -> str:
    if name in _YES_NO:
        return tr("yes") if value else tr("no")
    if value is None or value == "":
        return NOTHING
    if name.endswith("_id") or isinstance(value, Coming):
        return tr("yes")
    if isinstance(value, float):
        return wording.number(value, 2)
    if name == "parent":
        known = library.by_slug().get(value)
        return known.name if known else str(value)
    return (merge_codes.word(value) if name in merge_codes.CODED else "") or _text(str(value))


def _text(value: str) -> str:
    if value[:1] in "[{":
        return counts.entries(len(json.loads(value)))
    return _day(value)


def _day(text: str) -> str:
    """Write a day as lifters read it; other text stays as it is."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return text
    return wording.date_with_year(on)
