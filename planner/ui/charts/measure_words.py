"""What the measures of a lift are called, and what is said of their sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.lift_measures import LiftMeasure, MeasureChart, SessionValue
from planner.coach.points import set_text
from planner.engine.terms import KG_PER_LB, Unit
from planner.language import filled, tr
from planner.ui import counts, dates, log_words
from planner.ui.charts import drawn_line, plot_events
from planner.ui.charts.cells import day_text, hundredths
from planner.ui.charts.plot_legend import Entry
from planner.ui.table_model import Column


def name(measure: LiftMeasure) -> str:
    """Return what the switch calls a measure."""
    return {
        LiftMeasure.STRENGTH: tr("Strength (e1RM)"),
        LiftMeasure.BEST_SET: tr("Best set"),
        LiftMeasure.REPS_AT_LOAD: tr("Reps at a load"),
        LiftMeasure.TONNAGE: tr("Tonnage"),
        LiftMeasure.INTENSITY: tr("Intensity"),
        LiftMeasure.HARD_SETS: tr("Hard sets"),
    }[measure]


def title(chart: MeasureChart, unit: Unit) -> str:
    """Return the heading of a measure with its unit: 'Back squat – best set, kg'."""
    if chart.measure is LiftMeasure.BEST_SET:
        words = tr("best set, {unit}") if chart.in_kg else tr("best set, reps")
    else:
        words = {
            LiftMeasure.REPS_AT_LOAD: tr("reps at {load}"),
            LiftMeasure.TONNAGE: tr("tonnage a session, {unit}"),
            LiftMeasure.INTENSITY: tr("% of estimated 1RM"),
            LiftMeasure.HARD_SETS: tr("hard sets a session"),
        }[chart.measure]
    said = words.format(unit=unit, load=_at(chart, unit))
    return f"{chart.exercise.name or chart.exercise.slug} – {said}"


def load(kg: float, unit: Unit) -> str:
    """Write a load with its unit; 'bodyweight' for nothing added."""
    return f"{wording.mass(kg, unit)} {unit}" if kg else tr("bodyweight")


def _at(chart: MeasureChart, unit: Unit) -> str:
    return tr("a load") if chart.at_kg is None else load(chart.at_kg, unit)


def legend(chart: MeasureChart, unit: Unit) -> list[Entry]:
    """Return what the lines of a measure are."""
    first, second = drawn_line.sign(0), drawn_line.sign(1)
    if chart.measure is LiftMeasure.INTENSITY:
        words = tr("mean of the work sets, by the e1RM known before")
        return [(first, words), (second, tr("heaviest set"))]
    if chart.measure is LiftMeasure.REPS_AT_LOAD:
        about = tr("most reps at {load}").format(load=_at(chart, unit))
        near = tr("at up to {step} more or less").format(step=load(chart.step_kg, unit))
        return [(first, about), (second, near)]
    return [(first, {
        LiftMeasure.BEST_SET: tr("best set by estimated 1RM, its reps beside")
        if chart.in_kg else tr("best set"),
        LiftMeasure.TONNAGE: tr("load × reps, without warm-ups"),
        LiftMeasure.HARD_SETS: tr("sets with at most four reps in reserve"),
    }[chart.measure])]  # fmt: skip


def legend_of_events() -> list[Entry]:
    """Return what is marked behind every measure."""
    return [(plot_events.line_sign, tr("what happened")), (plot_events.note_sign, tr("note"))]


def hint(chart: MeasureChart) -> str:
    """Say what will appear, and when, where there is nothing to draw yet; '' where there is."""
    if chart.values:
        return ""
    return {
        LiftMeasure.BEST_SET: tr("The best set appears after the first one with reps."),
        LiftMeasure.REPS_AT_LOAD: tr(
            "Reps at a load appear once the same load was used in three sessions."
        ),
        LiftMeasure.TONNAGE: tr("Tonnage appears after the first set with load and reps."),
        LiftMeasure.INTENSITY: tr(
            "Intensity appears from the second session on, once the first has told strength."
        ),
        LiftMeasure.HARD_SETS: tr("Hard sets appear after the first one."),
    }[chart.measure]


def told(chart: MeasureChart, place: int, unit: Unit) -> list[str]:
    """Return the lines about a session."""
    made = chart.values[place]
    return [dates.short(made.on, chart.on), *_told(chart, made, unit)]


def _told(chart: MeasureChart, made: SessionValue, unit: Unit) -> Sequence[str]:
    if made.entry is not None:
        best = chart.measure is LiftMeasure.BEST_SET
        words = tr("best set {set}") if best else "{set}"
        return [words.format(set=set_text(made.entry, unit))]
    if made.top is not None:
        mean = tr("mean {percent} of e1RM").format(percent=_percent(made.value))
        return [mean, tr("heaviest {percent}").format(percent=_percent(made.top))]
    if chart.measure is LiftMeasure.TONNAGE:
        return [log_words.tonnage(made.value, unit)]
    return [counts.hard_sets(made.value)]


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"


def columns(chart: MeasureChart, unit: Unit) -> list[Column[SessionValue]]:
    """Return the columns of the table behind a measure."""
    per_kg = 1.0 if unit is Unit.KG else 1 / KG_PER_LB
    first = Column[SessionValue](tr("Date"), lambda row: row.on, day_text)
    if chart.measure in (LiftMeasure.BEST_SET, LiftMeasure.REPS_AT_LOAD):
        return [first, *_of_sets(chart, unit, per_kg)]
    if chart.measure is LiftMeasure.INTENSITY:
        return [
            first,
            _number(tr("Mean % of e1RM"), lambda row: 100 * row.value),
            _number(tr("Heaviest set %"), lambda row: 100 * (row.top or 0.0)),
        ]
    if chart.measure is LiftMeasure.TONNAGE:
        words = tr("Tonnage {unit}").format(unit=unit)
        return [first, _number(words, lambda row: per_kg * row.value)]
    return [first, _number(tr("Hard sets"), lambda row: row.value)]


def _of_sets(chart: MeasureChart, unit: Unit, per_kg: float) -> list[Column[SessionValue]]:
    made = [
        Column[SessionValue](
            tr("Load {unit}").format(unit=unit),
            lambda row: _load_of(row, per_kg), hundredths, numeric=True,
        ),
        Column[SessionValue](
            tr("Reps"), lambda row: row.entry.reps if row.entry else None, numeric=True
        ),
        Column[SessionValue](
            tr("RIR"), lambda row: row.entry.rir if row.entry else None, hundredths, numeric=True
        ),
    ]  # fmt: skip
    if chart.measure is LiftMeasure.REPS_AT_LOAD:
        near = Column[SessionValue](tr("Note"), lambda row: tr("a step off") if row.near else "")
        made.append(near)
    return made


def _load_of(row: SessionValue, per_kg: float) -> float | None:
    kg = row.entry.load_kg if row.entry is not None else None
    return None if kg is None else round(per_kg * kg, 2)


def _number(words: str, value: object) -> Column[SessionValue]:
    assert callable(value), "a column reads its cells"
    return Column(words, lambda row: round(value(row), 1), hundredths, numeric=True)


def nothing_since(chart: MeasureChart, since: date) -> str:
    """Say that a measure has nothing in the days shown; '' where it has something, or never had."""
    if not chart.values or chart.values[-1].on >= since:
        return ""
    words = tr("Nothing of it in the days shown; the last was on {day}.")
    return filled(words, day=dates.short(chart.values[-1].on, chart.on))
