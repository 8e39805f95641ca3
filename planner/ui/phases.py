"""How a phase of adaptation looks and is called: colour, mark and word, never colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from planner.engine.terms import Phase, Reading
from planner.language import tr


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
        return PhaseLook("return", "↺", tr("not trained"))  # other lifts may be
    return phase_look(reading.phase, levelling_off=reading.levelling_off)


NO_PHASE = PhaseLook("", "", "")  # of what has no strength that could be told


def phase_look(phase: Phase, levelling_off: bool = False) -> PhaseLook:
    """Return the look of a phase."""
    if levelling_off:
        return PhaseLook("levelling", "◐", tr("levelling off"))
    return {
        Phase.EARLY: PhaseLook("early", "●", tr("early gains")),
        Phase.STEADY: PhaseLook("steady", "▲", tr("steady gain")),
        Phase.PLATEAU: PhaseLook("plateau", "■", tr("plateau")),
        Phase.FATIGUE: PhaseLook("fatigue", "▼", tr("fatigue dip")),
        Phase.RETURN: PhaseLook("return", "↺", tr("coming back")),
        Phase.UNCLEAR: PhaseLook("unclear", "○", tr("can't tell yet")),
    }[phase]
