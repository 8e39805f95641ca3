"""What the page on strength beside bodyweight says, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.standards_page import (
    Big,
    BigLift,
    DayStrength,
    Division,
    Formula,
    Range,
    Score,
    Standards,
)
from planner.engine.terms import Unit
from planner.language import filled, passage, tr
from planner.ui import dates

MEET = (Formula.DOTS, Formula.GL)  # what most federations rank by today


def formula(which: Formula) -> str:
    """Name a formula."""
    return {
        Formula.DOTS: tr("DOTS"),
        Formula.GL: tr("IPF GL points"),
        Formula.GL_BENCH: tr("IPF GL points, bench press alone"),
        Formula.WILKS_2020: tr("Wilks 2020"),
        Formula.WILKS: tr("Wilks, original"),
    }[which]


def lift(big: Big) -> str:
    """Name a lift."""
    return {
        Big.SQUAT: tr("Squat"),
        Big.BENCH: tr("Bench press"),
        Big.DEADLIFT: tr("Deadlift"),
    }[big]


def division(which: Division) -> str:
    """Name whose tables count."""
    return {Division.WOMEN: tr("women"), Division.MEN: tr("men")}[which]


def why_asked() -> str:
    """Say what the choice of a table is for."""
    return tr(
        "The federations have one table for women and one for men. Only this page reads the choice."
    )


def kg_range(made: Range, unit: Unit) -> str:
    """Write '505 kg (490–520)'."""
    kg, low, high = (wording.mass(each, unit, 0) for each in made)
    return f"{kg} {unit}" if low == high else f"{kg} {unit} ({low}–{high})"


def rounded(made: Range, decimals: int = 0) -> str:
    """Write '385 (372–398)', or with decimals '1.72 (1.63–1.81)'."""
    value, low, high = (wording.with_zeros(each, decimals) for each in made)
    return value if low == high else f"{value} ({low}–{high})"


def how_known(row: BigLift) -> str:
    """Say whether a lift is estimated, was lifted, or was left out."""
    if row.able is None:
        return tr("not for 12 weeks")
    if row.lifted:
        return tr("lifted")
    return tr("estimated: at least") if row.at_least else tr("estimated")


def note(score: Score, made: Standards, unit: Unit) -> str:
    """Say why a formula has no points; '' where it has some."""
    if score.points is not None or made.bodyweight_kg is None:
        return ""
    low, high = score.made_for
    if made.bodyweight_kg < low or (high is not None and made.bodyweight_kg > high):
        return tr("made for a bodyweight of {range} {unit}").format(
            range=_weights(low, high, unit), unit=unit
        )
    if score.formula is Formula.GL_BENCH:
        return tr("needs the bench press")
    return tr("needs all three lifts")


def _weights(low: float, high: float | None, unit: Unit) -> str:
    least = wording.mass(low, unit, 0)
    if high is None:
        return tr("{kg} and more").format(kg=least)
    return f"{least}–{wording.mass(high, unit, 0)}"


def hint(made: Standards, unit: Unit, today: date, last: date | None) -> str:
    """Say what is missing for the plot, or that its `last` day is out of view; '' for neither."""
    said = [_needed(made, unit, today)]
    if last is not None:
        words = tr("Nothing is known of the days in view; the last point is of {day}.")
        said.append(filled(words, day=dates.short(last, today)))
    return passage(each for each in said if each)


def _needed(made: Standards, unit: Unit, today: date) -> str:
    if made.too_young:
        return tr(
            "By your year of birth you may not be 18 yet, so this page stays empty: while a body "
            "grows, its weight is nothing to measure a lift against."
        )
    if not made.lifts:
        return ""
    if made.weighed is None:
        return tr("Enter your bodyweight: nothing here is worked out from a guess of it.")
    if made.weight_old:
        return _old(made.weighed, unit, today)
    if made.division is None:
        return tr("Choose whose tables count to see points. {why}").format(why=why_asked())
    return _missing(made)


def _old(weighed: tuple[date, float], unit: Unit, today: date) -> str:
    on, kg = weighed
    words = tr(
        "Your last bodyweight, {kg}, is of {day}. After half a year it no longer counts: enter "
        "today's."
    )
    return filled(words, kg=f"{wording.mass(kg, unit, 1)} {unit}", day=dates.short(on, today))


def _missing(made: Standards) -> str:
    left_out = [lift(each.big) for each in made.lifts if each.able is None]
    if not left_out:
        return ""
    return tr(
        "A total needs all three lifts trained in the last 12 weeks with known loads and "
        "repetitions; missing: {lifts}."
    ).format(lifts=wording.in_row(left_out))


def sentences(made: Standards, unit: Unit, today: date) -> list[str]:
    """Say the total, its points, and what they are worth."""
    if made.bodyweight_kg is None or made.weighed is None:
        return []
    said = [_total(made, made.bodyweight_kg, made.weighed[0], unit, today)]
    known = {score.formula: score.points for score in made.scores}
    told = [f"{formula(each)} {rounded(found)}" for each in MEET if (found := known.get(each))]
    if not told:
        return said
    return [*said, tr("{points}, estimated.").format(points=" · ".join(told)), tr(
        "Formulas such as these rank totals of competitions without supportive equipment. There "
        "depth, pauses and commands count, and all three lifts are done on one day, so a total "
        "may be less. They say nothing of health."
    )]  # fmt: skip


def _total(made: Standards, kg: float, on: date, unit: Unit, today: date) -> str:
    weight = f"{wording.mass(kg, unit, 1)} {unit}"
    day = dates.short(on, today)
    if made.total is None:
        return tr("Bodyweight {kg} ({day}).").format(kg=weight, day=day)
    words = tr("About {total} in total, {times} times your bodyweight of {kg} ({day}).")
    if any(each.at_least for each in made.lifts):
        words = tr("At least {total} in total, {times} times your bodyweight of {kg} ({day}).")
    ratio = wording.with_zeros(made.total.kg / kg, 1)
    return words.format(total=kg_range(made.total, unit), times=ratio, kg=weight, day=day)


def of_day(day: DayStrength, unit: Unit, today: date) -> Sequence[str]:
    """Return what is said of every point of a day: the day, total and bodyweight."""
    weight = f"{wording.mass(day.bodyweight_kg, unit, 1)} {unit}"
    lines = [
        dates.short(day.on, today),
        tr("bodyweight {kg}").format(kg=weight),
    ]
    if day.total is not None:
        total = kg_range(day.total, unit)
        lines.append(tr("estimated total {total}").format(total=total))
    return lines
