"""What a day asks for, in words: verdicts, freshness, and when something is ready again."""

from __future__ import annotations

from datetime import date, timedelta

from planner.coach.day_ahead import DayAhead
from planner.engine.terms import DayVerdict, Recovery
from planner.language import ntr, tr
from planner.ui import dates, group_words
from planner.ui.session_header import session_name

SOON = timedelta(days=6)  # so far ahead a weekday alone is clear
_FRESH, _FAIR, _TIRED = 0.85, 0.6, 0.35  # at least so much of a gauge for its word


def mark(verdict: DayVerdict | None) -> str:
    """Return the sign of a verdict: up, as it is, down, a pause."""
    signs = {
        DayVerdict.PUSH: "▲",
        DayVerdict.HOLD: "■",
        DayVerdict.EASE: "▼",
        DayVerdict.REST: "○",
    }
    return signs[verdict] if verdict is not None else "–"


def word(verdict: DayVerdict) -> str:
    """Return a verdict in a word."""
    return {
        DayVerdict.PUSH: tr("Push", "verdict"),
        DayVerdict.HOLD: tr("Hold"),
        DayVerdict.EASE: tr("Ease"),
        DayVerdict.REST: tr("Rest", "a day without training"),
    }[verdict]


def within(verdict: DayVerdict) -> str:
    """Return a verdict in a word, as it stands behind others."""
    return {
        DayVerdict.PUSH: tr("push"),
        DayVerdict.HOLD: tr("hold"),
        DayVerdict.EASE: tr("ease"),
        DayVerdict.REST: tr("rest"),
    }[verdict]


def plain(verdict: DayVerdict, planned: bool, trained: bool = False) -> str:
    """Say what a verdict means for what is planned, or for a day without a plan.

    Rest means no more training once somebody has `trained`.
    """
    if trained and verdict is DayVerdict.REST:
        return tr("no more training today")
    return {
        DayVerdict.PUSH: tr("more where it goes well"),
        DayVerdict.HOLD: tr("as planned") if planned else tr("as usual"),
        DayVerdict.EASE: tr("less than planned") if planned else tr("less than usual"),
        DayVerdict.REST: tr("no training today"),
    }[verdict]


def ahead(made: DayAhead, today: date) -> str:
    """Say what comes next, and which muscle of it will not be ready."""
    soon = made.on - today == timedelta(days=1)
    words = (
        tr("Next: {session} tomorrow; {muscles} ready {when}")
        if soon
        else tr("Next: {session} on {day}; {muscles} ready {when}")
    )
    return words.format(
        session=session_name(made.name),
        day=dates.weekday_in_full(made.on.isoweekday()),
        muscles=group_words.within(made.late.group),
        when=ready(made.late, today),
    )


def eased(fewer: int) -> str:
    """Say what making today's session lighter has done."""
    if not fewer:
        return tr("Today is lighter: more in reserve.")
    words = ntr(
        "Today is lighter: {0} set fewer, more in reserve.",
        "Today is lighter: {0} sets fewer, more in reserve.",
        fewer,
    )
    return words.format(fewer)


def fresh(level: float | None) -> str:
    """Return how fresh something is, 0–1, in a word; nothing is known of None."""
    if level is None:
        return tr("not known")
    if level >= _FRESH:
        return tr("fresh")
    if level >= _FAIR:
        return tr("a little tired")
    return tr("tired") if level >= _TIRED else tr("very tired")


def is_tired(level: float | None) -> bool:
    """Tell whether a gauge calls somebody tired or more; it does not where nothing is known."""
    return level is not None and level < _FAIR


def fresh_about(level: float | None) -> str:
    """Return how fresh something is in a word, with its share where there is more to say."""
    told = fresh(level)
    return told if level is None or level >= _FRESH else f"{told} · {percent(level)}"


def percent(level: float | None) -> str:
    """Write a share as '≈ 80 %', to the nearest ten: nobody measured it; nothing for None."""
    return "" if level is None else tr("≈ {0} %").format(10 * round(10 * level))


def ready(made: Recovery, today: date) -> str:
    """Write when a group is ready again: 'now', 'about tomorrow', 'about Thursday'."""
    on = made.ready_on
    if on is None or on <= today:
        return tr("now")
    if on - today == timedelta(days=1):
        return tr("about tomorrow")
    if on - today <= SOON:
        return tr("about {day}").format(day=dates.weekday_in_full(on.isoweekday()))
    return tr("about {day}").format(day=dates.short(on, today))
