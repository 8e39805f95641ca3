"""Say in words what two files have of the same thing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from planner.coach import wording
from planner.storage.merge_context import About
from planner.storage.merge_rows import MUSCLES, Coming

# What is counted, by table, in the order in which it is told.
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
DELETED, NOTHING = "deleted", "–"
SILENT = {
    "id", "uid", "changed_at", "position", "flags", "lifter_id", "import_id", "text_sha256",
    "source_text", "source_line",
}  # fmt: skip
_LABELS = {
    "on": "day", "rir": "RIR", "reps_low": "reps from", "reps_high": "reps to",
    "percent_e1rm": "% of e1RM", "rest_s": "rest", "superset": "superset", "kg": "kg",
    "duration_s": "duration", "utc_offset_min": "time zone", "archived_on": "archived",
    "planned_session_id": "link to the plan", "planned_exercise_id": "link to the plan",
    "deleted_at": "in the trash", "novelty_budget": "new exercises",
    "birth_year": "born", "sleep_hours": "hours of sleep", "sore_areas": "sore areas",
    "mesocycle_id": "plan", "microcycle_id": "week", "session_id": "session",
    "logged_exercise_id": "exercise", "amrap": "as many as possible",
    MUSCLES: "muscles",
}  # fmt: skip
_SETS = {"load", "load_kg", "unit", "reps", "seconds", "distance_m", "reps_low", "reps_high"}
_YES_NO = {"finished", "deload", "amrap", "per_side", "functional", "custom"}
_WHETHER = {"deleted_at"}


def title(table: str, about: About) -> str:
    """Say what a row is: 'Back squat, set 2 on 3 Nov'."""
    day = f" on {_day(about.on)}" if about.on else ""
    since = f" since {_day(about.on)}" if about.on else ""
    week = f"week {about.week}"
    of_exercise = f" ({about.name})" if about.name else ""
    return {
        "logged_set": f"{about.name}, set {about.number}{day}",
        "planned_set": f"{about.name}, planned set {about.number} in {week}",
        "logged_exercise": f"{about.name}{day}",
        "planned_exercise": f"{about.name}, planned in {week}",
        "session": f"{about.name or 'Session'}{day}",
        "planned_session": f"{about.name or 'Session'}, planned in {week}",
        "microcycle": f"{about.name}, {week}",
        "mesocycle": f"Plan {about.name}",
        "check_in": f"Check-in{day}",
        "bodyweight": f"Bodyweight{day}",
        "absence": f"Time off{since}",
        "intake": f"Health questions{day}",
        "referral": f"Referral{day}{of_exercise}",
        "restriction": f"Limit{since}{of_exercise}",
        "decision": f"Decision{day}{of_exercise}",
        "import": f"Import of {about.name}",
        "lifter": "Personal details",
        "exercise": f"Exercise {about.name}",
        "program": f"Program {about.name}",
    }[table]


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
    return ", ".join([*said, *(_value(name, row[name], about) for name in wanted)]) or NOTHING


def whole(table: str, row: Mapping[str, Any]) -> str:
    """Say what there is of a row that the other file deleted."""
    if table in ("logged_set", "planned_set"):
        return _set(row)
    if table == "bodyweight":
        return f"{wording.number(row['kg'], 2)} kg"
    return "kept"


def _set(row: Mapping[str, Any]) -> str:
    load = row["load"] if row["load"] is not None else row["load_kg"]
    unit = row["unit"] if row["load"] is not None else "kg"
    done = [_reps(row), _with("s", row["seconds"]), _with("m", row["distance_m"])]
    amount = ", ".join(filter(None, done))
    if load is None and amount.isdecimal():
        return wording.several(int(amount), "rep")
    return " × ".join(filter(None, [_with(unit, load), amount])) or NOTHING


def _reps(row: Mapping[str, Any]) -> str:
    if "reps" in row:
        return "" if row["reps"] is None else str(row["reps"])
    ends = [str(row[name]) for name in ("reps_low", "reps_high") if row[name] is not None]
    return "–".join(dict.fromkeys(ends))


def _with(unit: str, value: float | None) -> str:
    return "" if value is None else f"{wording.number(value, 2)} {unit}"


def _value(name: str, value: Any, about: About) -> str:
    label = _LABELS.get(name, name.removesuffix("_on").replace("_", " "))
    if name == "exercise_id":
        return about.name
    if name == "kg":
        return f"{wording.number(value, 2)} kg"
    return f"{label}: {_said(name, value)}"


def _said(name: str, value: Any) -> str:
    if name in _YES_NO or name in _WHETHER:
        return "yes" if value else "no"
    if value is None or value == "":
        return NOTHING
    if name.endswith("_id") or isinstance(value, Coming):
        return "yes"
    if isinstance(value, float):
        return wording.number(value, 2)
    return _text(str(value))


def _text(value: str) -> str:
    if value[:1] in "[{":
        return wording.several(len(json.loads(value)), "entry").replace("entrys", "entries")
    return _day(value)


def _day(text: str) -> str:
    """Write a day as lifters read it; other text stays as it is."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{wording.short_date(on)} {on.year}"
