"""What the plot of gain against sets says: its answer, its points, its table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date

from planner.coach import wording
from planner.coach.charts.response_page import (
    Kind,
    Lacking,
    Reach,
    ResponseChart,
    ResponseWindow,
    SetsOf,
)
from planner.language import ntr, tr
from planner.ui import counts, dates, group_words
from planner.ui.charts import cells
from planner.ui.table_model import Cell, Column

ERROR_SD = 1.645  # half of a 90 % interval
MINUS = "−"


def title(chart: ResponseChart) -> str:
    """Name the card: whose gain, in what."""
    return tr("{lift} – gain, % a month").format(lift=chart.exercise.name)


def axis(chart: ResponseChart) -> str:
    """Name the lower axis: whose sets."""
    if chart.sets_of is SetsOf.LIFT or chart.group is None:
        return tr("hard sets a week of this lift")
    return tr("hard sets a week – {group}").format(group=group_words.within(chart.group))


def sets_of(kind: SetsOf, group: str | None) -> str:
    """Name a choice of whose sets are counted."""
    if kind is SetsOf.LIFT or group is None:
        return tr("Sets of this lift")
    return tr("All sets for {group}").format(group=group_words.within(group))


def answer(chart: ResponseChart) -> str:
    """Say what the windows tell, how sure, and what that is worth; or what is missing."""
    if chart.slope is None:
        return _missing(chart)
    caution = tr("Sets were not dealt by lot: what else changed in those weeks is in it, too.")
    return f"{_told(chart.slope)} {caution}"


def _told(slope: Reach) -> str:
    digits = 2 if slope.told else 1
    known = {
        "gain": percent(slope.middle, digits),
        "low": percent(slope.low, digits),
        "high": percent(slope.high, digits),
    }
    if not slope.told:
        words = tr(
            "Can't tell whether more sets help: one more a week goes with {low} to {high} % a "
            "month."
        )
    elif slope.middle > 0:
        words = tr(
            "It likely rose faster in weeks with more sets: {gain} % a month for one more a week "
            "({low} to {high})."
        )
    else:
        words = tr(
            "It likely rose more slowly in weeks with more sets: {gain} % a month for one more a "
            "week ({low} to {high})."
        )
    return words.format(**known)


def _missing(chart: ResponseChart) -> str:
    if chart.lacking is Lacking.LOAD:
        return tr("Gain in per cent is told of a lift with a load; choose one on the left.")
    if chart.lacking is Lacking.HISTORY:
        words = tr("Sets and gain are compared from eight weeks of this lift on: in {span}.")
        return words.format(span=counts.weeks(chart.ahead))
    if chart.lacking is Lacking.DIFFERENCE:
        sets = wording.number(sum(each.sets for each in chart.usual) / len(chart.usual))
        words = tr(
            "Can't tell: it was about {sets} sets a week all along, so there is nothing to compare."
        )
        return words.format(sets=sets)
    words = tr("A line with its band comes after {count} of usual training.")
    more = ntr(
        "one more window of {weeks} weeks", "{windows} more windows of {weeks} weeks", chart.ahead
    )
    count = more.format(windows=chart.ahead, weeks=chart.weeks)
    return words.format(count=count)


def percent(share: float, digits: int = 1) -> str:
    """Write a share in per cent with its sign, without the word: '+0.4', '−1.2', '0'."""
    text = wording.number(100 * abs(share), digits)
    sign = "" if text == "0" else "+" if share > 0 else MINUS
    return sign + text


def window(made: ResponseWindow, today: date) -> Sequence[str]:
    """Say of a window its days, sets, gain with its error, and what it is."""
    gain = tr("{gain} % a month, ± {error}").format(
        gain=percent(made.gain), error=wording.number(100 * ERROR_SD * made.gain_sd)
    )
    sets = tr("{sets} a week").format(sets=counts.hard_sets(round(made.sets, 1)))
    lines = [days(made, today), sets, gain, counts.sessions(made.sessions), note(made)]
    return [line for line in lines if line]


def days(made: ResponseWindow, today: date) -> str:
    """Write the first and the last day of a window."""
    return dates.span(made.since, made.until, today)


def note(made: ResponseWindow) -> str:
    """Say why a window is not in the line, or what is left out of it."""
    lighter = tr("deload left out") if made.deload else ""
    return " · ".join(filter(None, (kind(made.kind), lighter)))


def kind(made: Kind) -> str:
    """Name what sets a window apart; '' for a usual one."""
    return {
        Kind.USUAL: "",
        Kind.EARLY: tr("early phase: gain from learning"),
        Kind.BACK: tr("back after time off"),
    }[made]


def usual(chart: ResponseChart) -> str:
    """Name the points that are in the line."""
    return counts.weeks(chart.weeks)


def line() -> str:
    """Name the line."""
    return tr("mean gain, 90 % band")


def columns(chart: ResponseChart) -> list[Column[ResponseWindow]]:
    """Return the columns behind the plot: the windows, and the line at the sets of each."""

    def on_line(name: str) -> Callable[[ResponseWindow], Cell]:
        def value(row: ResponseWindow) -> Cell:
            if row.kind is not Kind.USUAL or not chart.line:
                return None
            ys = [getattr(point, name) for point in chart.line]
            return round(100 * _between([point.sets for point in chart.line], ys, row.sets), 1)

        return value

    return [
        Column(tr("From"), lambda row: row.since, cells.day_text),
        Column(tr("To"), lambda row: row.until, cells.day_text),
        Column(tr("Sets a week"), lambda row: round(row.sets, 1), numeric=True),
        Column(tr("Gain %"), lambda row: round(100 * row.gain, 1), _signed,
               numeric=True),
        Column(tr("± (90 %)"), lambda row: round(100 * ERROR_SD * row.gain_sd, 1), numeric=True),
        Column(tr("Sessions"), lambda row: row.sessions, numeric=True),
        Column(tr("Line", "of a plot"), on_line("gain"), _signed, numeric=True),
        Column(tr("Low 90 %"), on_line("low"), _signed, numeric=True),
        Column(tr("High 90 %"), on_line("high"), _signed, numeric=True),
        Column(tr("Note"), note),
    ]  # fmt: skip


def _signed(value: Cell) -> str:
    """Write per cent with the sign of the words."""
    return wording.with_zeros(value, 1).replace("-", MINUS) if isinstance(value, float) else ""


def _between(xs: Sequence[float], ys: Sequence[float], at: float) -> float:
    """Return the value at a place between points; `xs` rise."""
    place = min(max(bisect_left(xs, at), 1), len(xs) - 1)
    share = (at - xs[place - 1]) / (xs[place] - xs[place - 1])
    return ys[place - 1] + share * (ys[place] - ys[place - 1])
