"""How limits are said: where their exercise is shown, in lists, by whom they were set."""

from __future__ import annotations

import re
from datetime import date

from planner.coach import library_words, wording
from planner.engine.terms import N_, Profession, Restriction, Unit
from planner.language import tr
from planner.storage import library

_UNTIL = re.compile(r"\b(?:until|till|bis|hasta|jusqu\w*)\b|まで", re.IGNORECASE)  # as typed
_TRADES = {
    Profession.PHYSICIAN: N_("physician"),
    Profession.CARDIOLOGIST: N_("cardiologist"),
    Profession.SPORTS_PHYSICIAN: N_("sports physician"),
    Profession.SURGEON: N_("surgeon"),
    Profession.PHYSIOTHERAPIST: N_("physiotherapist"),
    Profession.PAIN_SPECIALIST: N_("pain specialist"),
    Profession.MIDWIFE: N_("midwife"),
    Profession.DIETITIAN: N_("dietitian"),
}


def words(made: Restriction, unit: Unit = Unit.KG, first: date = date.max, by: bool = True) -> str:
    """Say a limit where its exercise is shown: 'No deep knee bend, until 3 Mar (Dr Ruiz)'.

    From when it holds is said where that is after the `first` day that is spoken of, who set it
    only with `by`.
    """
    since = tr("from {day}").format(day=wording.short_date(made.since))
    since = since if made.since > first else ""
    known = (_own(made) or _unworded(made), _cap(made, unit), since, _until(made))
    said = wording.in_row(filter(None, known))
    if is_note(made) or not is_for_all(made):
        said = said[0].upper() + said[1:]
    else:
        said = tr("All training: {limit}").format(limit=said)
    set_by = whom(made) if by else ""
    return tr("{limit} ({set_by})").format(limit=said, set_by=set_by) if set_by else said


def _unworded(made: Restriction) -> str:
    """Say what nobody put into words; '' where the load says all."""
    if made.exercise is not None:
        return tr("Not for now") if made.most_kg is None else ""
    return what(made) if made.most_kg is None or not is_for_all(made) else ""


def listed(made: Restriction, unit: Unit) -> str:
    """Say a limit in a list: 'No deep knee bend', 'Back squat, at most 40 kg'."""
    named = made.exercise is not None and _own(made)
    said = _own(made) or what(made)
    if named:
        said = tr("{what}: {limit}").format(what=what(made), limit=said)
    return wording.in_row(filter(None, (said, _cap(made, unit))))


def _own(made: Restriction) -> str:
    return made.words.strip().rstrip(".")


def _cap(made: Restriction, unit: Unit) -> str:
    """Say the load at most, unless the own words have the number."""
    if made.most_kg is None:
        return ""
    most = wording.mass(made.most_kg, unit, 1)
    told = re.search(rf"(?<![\d.,]){re.escape(most)}(?![\d.,]*\d)", made.words)
    return "" if told else tr("at most {load}").format(load=f"{most} {unit}")


def _until(made: Restriction) -> str:
    """Say the last day, unless the own words say until when."""
    told = _UNTIL.search(made.words)
    if made.until is None or told:
        return ""
    return tr("until {day}").format(day=wording.short_date(made.until))


def what(made: Restriction) -> str:
    """Say what a limit holds for: 'Back squat', 'Squat pattern', 'Spare the knee'."""
    if made.exercise is not None:
        return library.exercise(made.exercise).name
    if made.pattern is not None:
        return tr("{pattern} (pattern)").format(pattern=library_words.plain(made.pattern))
    if made.limit is not None:
        return tr("To be spared: {what}").format(what=library_words.limit(made.limit))
    return tr("All training")


def whom(made: Restriction) -> str:
    """Say who set a limit: 'Dr Ruiz, physician'; '' where nobody is named."""
    trade = tr(_TRADES[made.profession]) if made.profession in _TRADES else ""
    return wording.in_row(filter(None, (made.set_by.strip(), trade)))


def is_for_all(made: Restriction) -> bool:
    """Say whether a limit is on all training: it is told once, and under no exercise."""
    return not (made.exercise or made.pattern or made.limit)


def is_note(made: Restriction) -> bool:
    """Say whether a limit is words alone, for all training: it bars nothing."""
    return made.most_kg is None and is_for_all(made)
