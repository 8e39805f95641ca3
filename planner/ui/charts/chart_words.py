"""The short sentences around the charts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import reduce
from textwrap import shorten, wrap

from planner.coach import wording
from planner.coach.charts import StrengthChart, TimeOff
from planner.coach.charts.goals import GoalState
from planner.coach.happenings import NAMED_SESSIONS
from planner.engine.terms import Category, Phase, Unit
from planner.language import filled, ntr, tr
from planner.ui import counts, dates, happenings, phases
from planner.ui.charts.plot_legend import Entry, LegendSign

FEW_LETTERS, LINE_LETTERS, MOST_LINES = 24, 56, 12


def chip(chart: StrengthChart) -> str:
    """Return 'levelling off since 19 Oct · 94 %', or that the phase can't be told yet.

    In time off it is 'time off since 22 Mar · 61 days': no phase goes on without training.
    """
    reading = chart.reading
    if (reading.still_away or _pausing(chart)) and reading.last_on is not None:
        return _away(chart, reading.last_on)
    bent = reading.levelling_off
    if reading.phase is Phase.UNCLEAR and not bent:
        return phases.look(reading).word
    since = reading.levelled_off_on if bent else None
    if since is None and chart.spans and chart.spans[-1].phase is reading.phase:
        since = chart.spans[-1].since
    sure = reading.p_level if bent else reading.phase_probabilities.get(reading.phase)
    said = phases.look(reading).word
    if since is not None:
        said = tr("{phase} since {day}").format(phase=said, day=dates.short(since, reading.on))
    return said if sure is None else f"{said} · {min(99, round(100 * sure))} %"


def ends(count: int, words: Callable[[int], Sequence[str]]) -> str:
    """Say what the first and the last of some points are, for who cannot see those between."""
    if not count:
        return tr("Nothing known")
    first, last = (" · ".join(words(at)) for at in (0, count - 1))
    told = tr("Points: {count}. The first: {first}. The last: {last}.")
    return filled(told, count=count, first=first, last=last)


def _away(chart: StrengthChart, last_on: date) -> str:
    """Say since when a lift is not trained, and since when its muscles rest, if that is later."""
    today, days = chart.reading.on, chart.reading.away_days
    off = chart.time_off[-1] if _pausing(chart) else TimeOff(last_on, today, whole=True)
    day, what = dates.short(last_on, today), happenings.time_off_word(off, last_on)
    if off.rests_since is None:
        words = tr("{what} since {day} · {days}")
        return words.format(what=what, day=day, days=counts.days(days))
    words = tr("not trained since {day} · time off since {rest}")
    return words.format(day=day, rest=dates.short(off.rests_since, today))


def _pausing(chart: StrengthChart) -> bool:
    return bool(chart.time_off) and chart.time_off[-1].ongoing


def still_missing(chart: StrengthChart) -> str:
    """Say from how many sessions on a short history can have a phase; '' once it can."""
    missing = NAMED_SESSIONS - chart.reading.sessions
    if missing <= 0 or chart.reading.phase is not Phase.UNCLEAR:
        return ""
    return tr("A phase can appear here after {missing}.").format(missing=_sessions(missing))


def nothing_since(chart: StrengthChart, since: date) -> str:
    """Say kindly that a lift was not trained since a day; '' when it was."""
    last = max((point.on for point in chart.points), default=None)
    if last is None or last >= since:
        return ""
    words = tr("Not trained in the days shown; the last session was on {day}, {days} ago.")
    days = counts.days((chart.reading.on - last).days)
    return words.format(day=dates.short(last, chart.reading.on), days=days)


def phase_key(chart: StrengthChart) -> list[Entry]:
    """Return mark and word of every phase that a chart has, and of the days without the lift."""
    known = {(span.phase, span.levelling_off) for span in chart.spans}
    orders = [(phase, bent) for phase in Phase for bent in (False, True)]
    looks = [phases.phase_look(*each) for each in orders if each in known]
    key: list[Entry] = [(look, look.word) for look in looks]
    gaps = sorted(chart.time_off, key=lambda off: (not off.whole, not off.rested))
    said = [
        word
        for off in gaps
        for word in (happenings.time_off_word(off, off.until), happenings.time_off_word(off))
    ]
    words = reduce(tr("{0} or {1}").format, dict.fromkeys(said)) if said else ""
    return [*key, (LegendSign.HATCHED, words)] if words else key


def goal_words(state: GoalState | None, unit: Unit, today: date, most: int | None = None) -> str:
    """Return a goal with how it stands: 'Goal 140 kg e1RM · 8 kg (6 %) to go · can't tell when'.

    `most` is how many of these parts are told; '' without a goal.
    """
    said = () if state is None else state.words[:most]
    return " · ".join(
        wording.render(each, unit, lambda day: dates.short(day, today)) for each in said
    )


def first_words(text: str) -> str:
    """Return the beginning of a note, as long as a word or four."""
    made = shorten(text, FEW_LETTERS, placeholder=" …")
    return made if made.strip(" …") else f"{text[:FEW_LETTERS]}…"


def listed(texts: Iterable[str]) -> list[str]:
    """Return texts in lines that can be read beside a point; what is very long is cut short."""
    wrapped = (wrap(text, LINE_LETTERS, max_lines=MOST_LINES, placeholder=" …") for text in texts)
    return [line for lines in wrapped for line in lines][:MOST_LINES]


def _sessions(count: int) -> str:
    return ntr("one more session", "{0} more sessions", count).format(count)


def category(kind: Category) -> str:
    """Return the heading above what has no load, by its kind of training."""
    return {
        Category.NEUROMUSCULAR: tr("Neuromuscular"),
        Category.STRENGTH: tr("Without load"),
        Category.ENDURANCE: tr("Endurance"),
        Category.FLEXIBILITY: tr("Flexibility"),
    }[kind]


def totals(sessions: int, sets: int) -> str:
    """Write '184 sessions · 3,912 sets'."""
    return f"{counts.sessions(sessions)} · {counts.sets(sets)}"


def nothing_yet() -> str:
    """Say what the tab will show once something is logged."""
    return tr(
        "After the first session of an exercise its strength appears here. "
        "After two or three there is a line with its range; the phase of adaptation and a forecast "
        "follow as soon as they can be told. Weekly sets and training days appear at once, "
        "and so do seconds, reach or quality of what has no load."
    )
