"""What the volume page says: names of its parts, and the lines about a week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.training_load import WeeklySets
from planner.coach.charts.volume_page import ExerciseSets, TonnageWeeks, WeekLoad, Weeks
from planner.engine.terms import KG_PER_LB, Pattern, Unit
from planner.language import tr
from planner.ui import counts, dates, log_words

MOST_EXERCISES = 4  # that are named of a week
PER_AXIS_KG = {Unit.KG: 1000.0, Unit.LB: 1000.0 * KG_PER_LB}  # what 1 on the axis stands for


def pattern(made: Pattern | None) -> str:
    """Return what a part of the bars of lifted load is called."""
    if made is None:
        return tr("others")
    return {
        Pattern.SQUAT: tr("squat"),
        Pattern.HINGE: tr("hinge"),
        Pattern.LUNGE: tr("lunge"),
        Pattern.HORIZONTAL_PUSH: tr("push", "movement"),
        Pattern.VERTICAL_PUSH: tr("overhead"),
        Pattern.HORIZONTAL_PULL: tr("row"),
        Pattern.VERTICAL_PULL: tr("vertical pull"),
        Pattern.CARRY: tr("carry"),
        Pattern.ROTATION: tr("rotation"),
        Pattern.ANTI_MOVEMENT: tr("bracing"),
        Pattern.ISOLATION: tr("one joint"),
        Pattern.OLYMPIC: tr("Olympic"),
        Pattern.JUMP: tr("jump"),
        Pattern.THROW: tr("throw"),
        Pattern.BALANCE: tr("balance"),
        Pattern.CONDITIONING: tr("conditioning"),
        Pattern.MOBILITY: tr("mobility"),
    }[made]


def zones() -> list[str]:
    """Return what the zones are called, the lightest first, what is not known last."""
    return [
        tr("under 60 %"), tr("60–70 %"), tr("70–80 %"), tr("80–90 %"), tr("90 % and over"),
        tr("not known"),
    ]  # fmt: skip


def axis_unit(unit: Unit) -> str:
    """Return what the axis of lifted load counts in."""
    return tr("t") if unit is Unit.KG else tr("1,000 lb")


# the lines about a week
def sets_lines(
    weekly: WeeklySets, made_of: Callable[[date], ExerciseSets], index: int
) -> list[str]:
    """Say a week's hard sets, the range where there is one, and the exercises with most of them."""
    starts_on, sets = weekly.weeks[index]
    said = counts.hard_sets(sets)
    if weekly.high:
        said = tr("{sets} (range {low}–{high})").format(
            sets=said, low=wording.number(weekly.low), high=wording.number(weekly.high)
        )
    exercises = made_of(starts_on)
    lines = [wording.told_of(name, wording.number(own)) for name, own in exercises[:MOST_EXERCISES]]
    more = len(exercises) - MOST_EXERCISES
    lines += [tr("and {count} more").format(count=more)] if more > 0 else []
    return [_week(starts_on, weekly.weeks[-1][0]), said, *lines]


def tonnage_lines(weeks: TonnageWeeks, unit: Unit, index: int) -> list[str]:
    """Say what was lifted in a week, and by which movements."""
    starts_on, values = weeks.rows[index]
    names = [pattern(part) for part in weeks.parts]
    total = log_words.tonnage(sum(values), unit) or tr("nothing lifted")
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
        monotony = wording.number(made.monotony, 2)
        lines.append(tr("monotony {0}").format(monotony))
        lines.append(tr("strain {0}").format(wording.number(made.strain, 0)))
    held = tr("{sets} on {days}")
    lines.append(held.format(sets=counts.hard_sets(made.load), days=counts.days(made.days)))
    return lines


def _week(starts_on: date, beside: date) -> str:
    return tr("week of {day}").format(day=dates.short(starts_on, beside))


def _parts(
    names: Sequence[str], values: Sequence[float], text: Callable[[float], str]
) -> list[str]:
    """Name the parts that a bar has, from its top, as they are seen."""
    pairs = [(name, value) for name, value in zip(names, values, strict=True) if value]
    return [wording.told_of(name, text(value)) for name, value in reversed(pairs)]
