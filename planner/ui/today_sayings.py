"""The line of a day in words, without what else the screen says already."""

from __future__ import annotations

from typing import NamedTuple

from planner.coach.day_line import DayKind, DayLine
from planner.engine.terms import DayVerdict, Unit
from planner.language import tr
from planner.ui import absence_words, dates, suggestion_words, today_words
from planner.ui.today_line import Said


class OnScreen(NamedTuple):
    """What is on the screen besides: the card of the offer, the questions of the check-in, and
    the days away with their way back."""

    card: bool = False
    check_in: bool = False
    back: bool = False


def said(made: DayLine, unit: Unit, beside: OnScreen) -> Said:
    """Return what the line says; where the card of the offer is shown, that has the reason."""
    if made.verdict is None:
        return _without_verdict(made, beside)
    if made.ahead is not None:
        return Said("", tr("Rest day"), today_words.ahead(made.ahead, made.on))
    reason = suggestion_words.said(made.telling, unit) if made.telling is not None else ""
    word = today_words.word(made.verdict)
    if made.standing is DayKind.CHOSEN:
        word = tr("Your choice: {0}").format(today_words.within(made.verdict))
        reason = ""
    elif made.offer is not None and beside.card:
        reason = tr("see the suggestions")
    plain = today_words.plain(made.verdict, bool(made.planned), made.trained)
    means = "" if reason and made.meant else plain
    if made.eased and not made.eases:
        means = tr("the session is lighter now")
    text = " · ".join(part for part in (means, reason) if part)
    return Said(today_words.mark(made.verdict), word, text, _action(made, beside))


def _without_verdict(made: DayLine, beside: OnScreen) -> Said:
    """Say who waits, is ill or away; since when, unless the list of days away has that."""
    word, text = {
        DayKind.WAITING: (tr("Waiting for clearance"), tr("no load is suggested until then")),
        DayKind.ILL: (tr("Get well first"), tr("nothing is suggested until you are back")),
    }.get(made.standing, (tr("Away"), ""))
    parts = [text]
    if made.since is not None and not beside.back:
        parts.insert(0, tr("since {0}").format(dates.short(made.since, made.on)))
    ends = made.ends if not beside.back else None
    action = absence_words.back(ends) if ends is not None else ""
    if made.standing is DayKind.WAITING:
        action = tr("Clearance…")
    said = " · ".join(part for part in parts if part)
    return Said(today_words.mark(None), word, said, action, made.standing is DayKind.AWAY)


def _action(made: DayLine, beside: OnScreen) -> str:
    if made.eases:
        return tr("Make today lighter")
    if made.standing is DayKind.CHOSEN:
        return ""
    if made.offer is not None:
        return "" if beside.card else _offered(made.verdict)
    return tr("Check in") if made.unasked and not beside.check_in else ""


def _offered(verdict: DayVerdict | None) -> str:
    rest = verdict is DayVerdict.REST
    return tr("Move the session") if rest else tr("Make the week lighter")
