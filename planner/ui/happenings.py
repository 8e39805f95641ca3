"""How an event in a lift's history looks and what it is called where there is little room.

No mark is that of a phase, but for an event that begins one.
"""

from __future__ import annotations

from datetime import date

from planner.coach.happenings import TimeOff
from planner.language import tr
from planner.ui.phases import PhaseLook


def look(kind: str) -> PhaseLook:
    """Return mark, colour and short word of a kind of event; an unknown kind is only marked."""
    return {
        "start": PhaseLook("early", "●", tr("first session")),
        "level_off": PhaseLook("levelling", "◐", tr("levelled off")),
        "decision": PhaseLook("accepted", "✓", tr("accepted")),
        "deload": PhaseLook("changed", "◇", tr("deload")),
        "jump": PhaseLook("changed", "◇", tr("loads changed")),
        "variation": PhaseLook("changed", "◇", tr("variation")),
        "note": PhaseLook("unclear", "○", tr("note")),
        "swap": PhaseLook("changed", "◇", tr("swap")),
        "layoff": PhaseLook("return", "↺", tr("back after time off")),
        "away": PhaseLook("return", "↺", tr("last session")),
        "rest": PhaseLook("return", "↺", tr("time off")),
        "absence": PhaseLook("changed", "◇", tr("away")),
    }.get(kind, PhaseLook("unclear", "○", ""))


def time_off_word(off: TimeOff, on: date | None = None) -> str:
    """Return the word for days without a lift: its muscles rested, for a while, or not at all.

    On a day, it is what is true of that day.
    """
    if off.whole or (on and off.rests_since and on > off.rests_since):
        return tr("time off")
    return tr("not trained") if off.rested else tr("other lifts only")
