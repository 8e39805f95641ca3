"""How a phase of adaptation looks and is called: colour, mark and word, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from planner.engine.terms import Phase, Reading


@dataclass(frozen=True, slots=True)
class PhaseLook:
    """`key` picks the theme's colour, `mark` is the sign, `word` what the lifter reads."""

    key: str
    mark: str
    word: str


def look(reading: Reading | None) -> PhaseLook:
    """Return the look of a lift's phase; no reading is 'not enough data'."""
    if reading is None:
        return phase_look(Phase.UNCLEAR)
    if reading.still_away:
        return PhaseLook("return", "↺", _tr("time off"))
    return phase_look(reading.phase, levelling_off=reading.levelling_off)


NO_PHASE = PhaseLook("", "", "")  # of what has no strength that could be told


def phase_look(phase: Phase, levelling_off: bool = False) -> PhaseLook:
    """Return the look of a phase."""
    if levelling_off:
        return PhaseLook("levelling", "◐", _tr("levelling off"))
    return {
        Phase.EARLY: PhaseLook("early", "●", _tr("early gains")),
        Phase.STEADY: PhaseLook("steady", "▲", _tr("steady gain")),
        Phase.PLATEAU: PhaseLook("plateau", "■", _tr("plateau")),
        Phase.FATIGUE: PhaseLook("fatigue", "▼", _tr("fatigue dip")),
        Phase.RETURN: PhaseLook("return", "↺", _tr("coming back")),
        Phase.UNCLEAR: PhaseLook("unclear", "○", _tr("can't tell yet")),
    }[phase]


def _tr(text: str) -> str:
    return QCoreApplication.translate("phases", text)
