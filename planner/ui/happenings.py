"""How an event in a lift's history looks and what it is called where there is little room.

No mark is that of a phase, but for an event that begins one.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from planner.coach.happenings import TimeOff
from planner.ui.phases import PhaseLook


def look(kind: str) -> PhaseLook:
    """Return mark, colour and short word of a kind of event; an unknown kind is only marked."""
    return {
        "start": PhaseLook("early", "●", _tr("first session")),
        "level_off": PhaseLook("levelling", "◐", _tr("levelled off")),
        "decision": PhaseLook("accepted", "✓", _tr("accepted")),
        "deload": PhaseLook("changed", "◇", _tr("deload")),
        "jump": PhaseLook("changed", "◇", _tr("loads changed")),
        "variation": PhaseLook("changed", "◇", _tr("variation")),
        "note": PhaseLook("unclear", "○", _tr("note")),
        "swap": PhaseLook("changed", "◇", _tr("swap")),
        "layoff": PhaseLook("return", "↺", _tr("back after time off")),
        "away": PhaseLook("return", "↺", _tr("last session")),
        "rest": PhaseLook("return", "↺", _tr("time off")),
        "absence": PhaseLook("changed", "◇", _tr("away")),
    }.get(kind, PhaseLook("unclear", "○", ""))


def time_off_word(off: TimeOff, on: date | None = None) -> str:
    """Return the word for days without a lift: its muscles rested, for a while, or not at all.

    On a day, it is what is true of that day.
    """
    if off.whole or (on and off.rests_since and on > off.rests_since):
        return _tr("time off")
    return _tr("not trained") if off.rested else _tr("other lifts only")


def _tr(text: str) -> str:
    return QCoreApplication.translate("happenings", text)
