"""What the page of forecasts says of a result, a chance and a level, and its tables."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.forecast_levels import LevelAhead
from planner.coach.charts.forecast_page import WINDOW, Bin, Share
from planner.coach.charts.forecast_reading import Result
from planner.coach.record_of_forecasts import Forecasted
from planner.engine.terms import Phrase, Unit, phrase
from planner.language import ntr, tr
from planner.ui import dates
from planner.ui.charts.cells import day_text, number
from planner.ui.look_back_dialog import reps_range, result_word
from planner.ui.table_model import Cell, Column

OverTime = tuple[date, Share]


def said(words: Phrase, unit: Unit, today: date) -> str:
    """Write a phrase for the reader, with the year of days of another year."""
    return wording.render(words, unit, lambda day: dates.short(day, today))


def percent(share: float) -> str:
    """Write a share in whole per cent."""
    return f"{round(100 * share)} %"


def decimal(value: float) -> str:
    """Write a score with three decimals."""
    return wording.number(value, 3)


def share_text(share: Share) -> str:
    """Write a share with its range: '82 % (75–88)'."""
    return f"{percent(share.value)} ({round(100 * share.low)}–{round(100 * share.high)})"


# what the pointer shows
def result_lines(result: Result, unit: Unit, today: date, with_lift: bool) -> Sequence[str]:
    """Say what was forecast for a session and what came."""
    made, day = result.made, dates.short(result.on, today)
    told = tr("forecast {range} reps at {load}, did {reps}").format(
        range=reps_range(made), load=_load(made, unit), reps=made.reps
    )
    lines = [f"{day} · {result.lift}" if with_lift else day, told]
    if made.counted != made.reps:
        left = tr("with the reserve logged, as good as {reps} with the usual one")
        lines.append(left.format(reps=made.counted))
    if result.held_out:
        return [*lines, tr("looks like a typing error, not counted")]
    lines.append(result_word(made))
    if made.planned is not None and made.hit_p is not None:
        words = (
            tr("{planned} planned: given {chance}, came")
            if made.hit
            else tr("{planned} planned: given {chance}, did not come")
        )
        lines.append(words.format(planned=made.planned, chance=percent(made.hit_p)))
    return lines


def _load(made: Forecasted, unit: Unit) -> str:
    return wording.render(phrase("{load_kg}", load_kg=made.load_kg), unit)


def share_lines(made: OverTime, today: date) -> Sequence[str]:
    """Say how many results of the last sessions came inside up to a day."""
    words = tr("last {count} sessions: {came} of {results} inside, {share}")
    share = made[1]
    told = words.format(
        count=WINDOW, came=share.came, results=share.results, share=share_text(share)
    )
    return dates.short(made[0], today), told


def chance_lines(made: Bin) -> Sequence[str]:
    """Say what was given and what came."""
    given = tr("given {chance} on average").format(chance=percent(made.chance))
    share = made.share
    words = ntr(
        "came {came} of {results} time: {share}",
        "came {came} of {results} times: {share}",
        share.results,
    )
    return given, words.format(came=share.came, results=share.results, share=share_text(share))


def level_lines(made: LevelAhead, unit: Unit, today: date, with_lift: bool) -> Sequence[str]:
    """Say which level was forecast when, and what it was then."""
    low, kg, high, then = [
        wording.mass(each, unit, 0) for each in (made.low_kg, made.kg, made.high_kg, made.then_kg)
    ]
    day = dates.short(made.on, today)
    words = tr("forecast on {day}: {kg} {unit} ({low}–{high})")
    told = words.format(day=dates.short(made.made_on, today), kg=kg, unit=unit, low=low, high=high)
    then_told = tr("level then: {kg} {unit}").format(kg=then, unit=unit)
    return f"{day} · {made.lift}" if with_lift else day, told, then_told


# tables
def result_columns(unit: Unit, with_lift: bool) -> list[Column[Result]]:
    """Return the columns of forecasts and results."""
    lift = [Column[Result](tr("Lift"), lambda row: row.lift)] if with_lift else []
    return [
        Column(tr("Date"), lambda row: row.on, day_text),
        *lift,
        Column(
            tr("Load, {unit}").format(unit=unit),
            lambda row: wording.rounded(row.made.load_kg, unit), number, numeric=True,
        ),
        Column(tr("From"), lambda row: row.made.low, numeric=True),
        Column(tr("To"), lambda row: row.made.high, numeric=True),
        Column(tr("Done"), lambda row: row.made.reps, numeric=True),
        Column(tr("Result"), _result),
        Column(tr("Planned"), lambda row: row.made.planned, numeric=True),
        Column(tr("Chance, %"), _chance, numeric=True),
        Column(
            tr("Done as e1RM, {unit}").format(unit=unit),
            lambda row: wording.rounded(row.made.e1rm_kg(row.made.counted), unit, 1),
            number, numeric=True,
        ),
        Column(tr("Note"), _note),
    ]  # fmt: skip


def _result(row: Result) -> Cell:
    return None if row.held_out else result_word(row.made)


def _note(row: Result) -> Cell:
    if row.held_out:
        return tr("held out")
    made = row.made
    return None if made.counted == made.reps else tr("counts as {0}").format(made.counted)


def _chance(row: Result) -> Cell:
    return None if row.made.hit_p is None else round(100 * row.made.hit_p)


def share_columns() -> list[Column[OverTime]]:
    """Return the columns of the share over time."""
    of_last = tr("Inside in {count} sessions").format(count=WINDOW)
    return [
        Column(tr("Date"), lambda row: row[0], day_text),
        Column(of_last, lambda row: row[1].came, numeric=True),
        Column(tr("Results"), lambda row: row[1].results, numeric=True),
        Column(tr("Share, %"), lambda row: round(100 * row[1].value), numeric=True),
        Column(tr("From"), lambda row: round(100 * row[1].low), numeric=True),
        Column(tr("To"), lambda row: round(100 * row[1].high), numeric=True),
    ]


def chance_columns() -> list[Column[Bin]]:
    """Return the columns of chances and results."""
    return [
        Column(tr("Chance given, %"), lambda row: round(100 * row.chance), numeric=True),
        Column(tr("Results"), lambda row: row.share.results, numeric=True),
        Column(tr("Came"), lambda row: row.share.came, numeric=True),
        Column(tr("Share, %"), lambda row: round(100 * row.share.value), numeric=True),
        Column(tr("From"), lambda row: round(100 * row.share.low), numeric=True),
        Column(tr("To"), lambda row: round(100 * row.share.high), numeric=True),
    ]


def level_columns(unit: Unit, with_lift: bool) -> list[Column[LevelAhead]]:
    """Return the columns of levels four weeks ahead, in a unit."""
    lift = [Column[LevelAhead](tr("Lift"), lambda row: row.lift)] if with_lift else []

    def loads(title: str, kg: str) -> Column[LevelAhead]:
        def value(row: LevelAhead) -> float:
            return wording.rounded(getattr(row, kg), unit, 1)

        return Column(
            tr("{what}, {unit}").format(what=title, unit=unit), value, number, numeric=True
        )

    return [
        Column(tr("Forecast on"), lambda row: row.made_on, day_text),
        Column(tr("For"), lambda row: row.on, day_text),
        *lift,
        loads(tr("Forecast"), "kg"),
        loads(tr("From"), "low_kg"),
        loads(tr("To"), "high_kg"),
        loads(tr("Level then"), "then_kg"),
        Column(tr("Result"), _level_word),
    ]


def _level_word(row: LevelAhead) -> str:
    if row.inside:
        return tr("✓ inside")
    return tr("↑ higher") if row.then_kg > row.high_kg else tr("↓ lower")
