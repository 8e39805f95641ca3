"""Write what stands in the boxes of a sheet, as it would be typed and as it is planned."""

from __future__ import annotations

from planner.coach import amounts, wording
from planner.coach.entry import CM_PER_M, MOST_EFFORT, RPE_FROM, SetRow
from planner.coach.kept_back import AT_MOST
from planner.engine.terms import (
    UNREAD,
    Exercise,
    LoadKind,
    LoggedSet,
    Measure,
    PlannedSet,
    SetKind,
    Side,
    Technique,
    Unit,
)

ASKED = "?"  # typed for 'cannot be read'
SURE = "!"  # typed behind what is odd and meant all the same
_MARKS = {SetKind.WARMUP: "w", SetKind.DROP: "d", SetKind.FAILURE: "f"}
_SIDES = {Side.LEFT: "/left", Side.RIGHT: "/right"}
_QUALITIES = {Technique.SOUND: 3, Technique.MINOR: 2, Technique.BREAKDOWN: 1}
SIDE_LETTERS = {Side.LEFT: "L", Side.RIGHT: "R"}  # as paper and screen have them beside a box
SIDES = (Side.LEFT, Side.RIGHT)  # the boxes of a set that is scored side by side


def typed_text(entry: LoggedSet, exercise: Exercise, unit: Unit, side: Side = Side.BOTH) -> str:
    """Write a stored set as it would be typed: '100x5@2', 'bw+10x8', '45s q3 p4'; '?' if unread.

    The `side` of its box goes without saying.
    """
    if UNREAD in entry.flags:
        return ASKED
    amount, load = _amount_text(entry, exercise), _load_text(entry, exercise, unit)
    text = f"{load}x{amount}" if load else amount
    text += _MARKS.get(entry.kind, "") + _side_text(entry.side, side)
    return text + quality_text(entry) + _effort_text(entry, exercise) + pain_text(entry)


def planned_text(row: SetRow, exercise: Exercise, unit: Unit) -> str:
    """Write what is planned for a box, as it stands in the empty one: '100×5', '8–12', '45 s'.

    A load that a limit keeps lower says so: '≤ 40×5'.
    """
    target = row.target
    if target is None:
        return ""
    low, high = target.reps_low, target.reps_high
    reps = str(low or high or "") if low == high or not (low and high) else f"{low}–{high}"
    amount = _asked_amount(target, exercise) or reps
    amount += "+" if target.amrap else ""
    amount = f"{SIDE_LETTERS[row.side]} {amount}" if row.side in SIDES else amount
    if target.load_kg is None or exercise.load_kind in (LoadKind.NONE, LoadKind.BODYWEIGHT):
        return amount
    load = _signed(_in_unit(target, unit), exercise.load_kind)
    return f"{AT_MOST} {load}×{amount}" if row.capped else f"{load}×{amount}"


def _asked_amount(target: PlannedSet, exercise: Exercise) -> str:
    if target.distance_m is not None:
        return amounts.length(target.distance_m, exercise.measure)
    if target.seconds is None:
        return ""
    by_clock = amounts.endures(exercise)
    return amounts.clock(target.seconds) if by_clock else f"{wording.number(target.seconds)} s"


def _side_text(side: Side, of_box: Side) -> str:
    if side is of_box:
        return ""
    if side is Side.EACH and of_box in SIDES:
        return "/each"
    return _SIDES.get(side, "")


def _effort_text(entry: LoggedSet, exercise: Exercise) -> str:
    if entry.rir is None:
        return ""
    if amounts.endures(exercise):
        return f"@rpe{wording.number(MOST_EFFORT - entry.rir, 2)}"
    scale = "rir" if entry.rir >= RPE_FROM else ""
    return f"@{scale}{wording.number(entry.rir, 2)}"


def quality_text(entry: LoggedSet) -> str:
    """Write how a set went, as it is typed behind it: ' q2'; '' where nobody said."""
    return "" if entry.technique is None else f" q{_QUALITIES[entry.technique]}"


def pain_text(entry: LoggedSet) -> str:
    """Write the pain in a set, as it is typed behind it: ' p4'; '' where nobody said."""
    return "" if entry.pain is None else f" p{entry.pain}"


def _amount_text(entry: LoggedSet, exercise: Exercise) -> str:
    time = "" if entry.seconds is None else f"{wording.number(entry.seconds, 2)}s"
    if time and amounts.endures(exercise):
        time = amounts.clock(entry.seconds or 0.0, 2).replace(" ", "")
    way = "" if entry.distance_m is None else f"{wording.number(entry.distance_m, 2)}m"
    if way and exercise.measure is Measure.REACH:
        way = f"{wording.number((entry.distance_m or 0.0) * CM_PER_M, 2)}cm"
    measured = " ".join(filter(None, (time, way)))
    return measured or ("" if entry.reps is None else str(entry.reps))


def _load_text(entry: LoggedSet, exercise: Exercise, unit: Unit) -> str:
    if entry.load_kg is None or exercise.load_kind is LoadKind.NONE:
        return ""
    if exercise.load_kind is LoadKind.BODYWEIGHT and not entry.load_kg:
        return ""
    load = wording.rounded(entry.load_kg, unit) if entry.load is None else entry.load
    other = entry.unit if entry.load is not None and entry.unit is not unit else ""
    return f"{_signed(load, exercise.load_kind).replace('−', '-')}{other}"


def _signed(load: float, kind: LoadKind) -> str:
    number = wording.number(load, 2)
    if kind is LoadKind.ADDED:
        return f"bw+{number}" if load > 0 else "bw" if not load else f"bw{number}"
    return f"−{number}" if kind is LoadKind.ASSISTED else number


def _in_unit(target: PlannedSet, unit: Unit) -> float:
    if target.load is not None and target.unit is unit:
        return target.load
    return wording.rounded(target.load_kg or 0.0, unit)
