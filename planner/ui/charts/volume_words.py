"""What the volume page says: names of its parts, and the lines about a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.coach import wording
from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.volume_page import ExerciseSets, TonnageWeeks, WeekLoad, Weeks
from planner.engine.terms import KG_PER_LB, Pattern, Unit
from planner.ui import counts, dates, log_words
from planner.ui.set_columns import local

MOST_EXERCISES = 4  # that are named of a week
PER_AXIS_KG = {Unit.KG: 1000.0, Unit.LB: 1000.0 * KG_PER_LB}  # what 1 on the axis stands for


def pattern(made: Pattern | None) -> str:
    """Return what a part of the bars of lifted load is called."""
    if made is None:
        return _tr("others")
    return {
        Pattern.SQUAT: _tr("squat"),
        Pattern.HINGE: _tr("hinge"),
        Pattern.LUNGE: _tr("lunge"),
        Pattern.HORIZONTAL_PUSH: _tr("push"),
        Pattern.VERTICAL_PUSH: _tr("overhead"),
        Pattern.HORIZONTAL_PULL: _tr("row"),
        Pattern.VERTICAL_PULL: _tr("vertical pull"),
        Pattern.CARRY: _tr("carry"),
        Pattern.ROTATION: _tr("rotation"),
        Pattern.ANTI_MOVEMENT: _tr("bracing"),
        Pattern.ISOLATION: _tr("one joint"),
        Pattern.OLYMPIC: _tr("Olympic"),
        Pattern.JUMP: _tr("jump"),
        Pattern.THROW: _tr("throw"),
        Pattern.BALANCE: _tr("balance"),
        Pattern.CONDITIONING: _tr("conditioning"),
        Pattern.MOBILITY: _tr("mobility"),
    }[made]


def zones() -> list[str]:
    """Return what the zones are called, the lightest first, what is not known last."""
    return [
        _tr("under 60 %"), _tr("60–70 %"), _tr("70–80 %"), _tr("80–90 %"), _tr("90 % and over"),
        _tr("not known"),
    ]  # fmt: skip


def group(name: str) -> str:
    """Return a muscle group's name, or what stands for all of them."""
    return name or _tr("All groups")


def axis_unit(unit: Unit) -> str:
    """Return what the axis of lifted load counts in."""
    return _tr("t") if unit is Unit.KG else _tr("1,000 lb")


# the lines about a week
def sets_lines(
    weekly: WeeklySets, made_of: Callable[[date], ExerciseSets], index: int
) -> list[str]:
    """Say a week's hard sets, the range where there is one, and the exercises with most of them."""
    starts_on, sets = weekly.weeks[index]
    said = local(counts.hard_sets(sets))
    if weekly.high:
        said = _tr("{sets} (range {low}–{high})").format(
            sets=said, low=wording.number(weekly.low), high=wording.number(weekly.high)
        )
    exercises = made_of(starts_on)
    lines = [f"{name}: {local(wording.number(own))}" for name, own in exercises[:MOST_EXERCISES]]
    more = len(exercises) - MOST_EXERCISES
    lines += [_tr("and {count} more").format(count=more)] if more > 0 else []
    return [_week(starts_on, weekly.weeks[-1][0]), said, *lines]


def tonnage_lines(weeks: TonnageWeeks, unit: Unit, index: int) -> list[str]:
    """Say what was lifted in a week, and by which movements."""
    starts_on, values = weeks.rows[index]
    names = [pattern(part) for part in weeks.parts]
    total = log_words.tonnage(sum(values), unit) or _tr("nothing lifted")
    return [
        _week(starts_on, weeks.rows[-1][0]),
        total,
        *_parts(names, values, lambda kg: log_words.tonnage(kg, unit)),
    ]


def zone_lines(weeks: Weeks, index: int) -> list[str]:
    """Say how many sets a week had, and how many of each zone."""
    starts_on, values = weeks.rows[index]
    said = counts.sets(round(sum(values)))
    return [_week(starts_on, weeks.rows[-1][0]), said, *_parts(zones(), values, wording.number)]


def load_lines(made: WeekLoad, beside: date) -> list[str]:
    """Say how alike a week's days were, and what the week held."""
    lines = [_week(made.starts_on, beside)]
    if made.monotony is not None and made.strain is not None:
        monotony = local(wording.number(made.monotony, 2))
        lines.append(_tr("monotony {0}").format(monotony))
        lines.append(_tr("strain {0}").format(wording.number(made.strain, 0)))
    held = _tr("{sets} on {days}")
    lines.append(held.format(sets=local(counts.hard_sets(made.load)), days=counts.days(made.days)))
    return lines


def _week(starts_on: date, beside: date) -> str:
    return _tr("week of {day}").format(day=dates.short(starts_on, beside))


def _parts(
    names: Sequence[str], values: Sequence[float], text: Callable[[float], str]
) -> list[str]:
    """Name the parts that a bar has, from its top, as they are seen."""
    pairs = [(name, value) for name, value in zip(names, values, strict=True) if value]
    return [f"{name}: {text(value)}" for name, value in reversed(pairs)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("volume_words", text)
