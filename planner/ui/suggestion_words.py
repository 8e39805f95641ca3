"""A suggestion in the words of its card."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from planner.coach import planning, suggesting, wording
from planner.coach.planning import PlanView
from planner.engine.terms import (
    Confidence,
    Phrase,
    PhraseValue,
    PlannedExercise,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
    phrase,
)
from planner.ui import dates


def said(words: Phrase, unit: Unit) -> str:
    """Write a phrase with the lifter's unit and the reader's dates."""
    return wording.render(words, unit, dates.short)


def kind_word(kind: SuggestionKind) -> str:
    """Return what the chip of a kind says."""
    return {
        SuggestionKind.INCREASE: _tr("more load"),
        SuggestionKind.HOLD: _tr("hold"),
        SuggestionKind.LEVEL_OFF: _tr("program change"),
        SuggestionKind.RETURN_RAMP: _tr("return"),
        SuggestionKind.ADD_SET: _tr("one set more"),
        SuggestionKind.REP_RANGE: _tr("other range"),
        SuggestionKind.VARIATION: _tr("other exercise"),
        SuggestionKind.DELOAD: _tr("lighter week"),
        SuggestionKind.REST_DAY: _tr("rest"),
    }[kind]


def sure_word(confidence: Confidence) -> str:
    """Return how sure the engine is, in words."""
    return {
        Confidence.LIKELY: _tr("Likely"),
        Confidence.FAIRLY_SURE: _tr("Fairly sure"),
        Confidence.CANT_TELL: _tr("Can't tell for sure"),
    }[confidence]


def outcome(made: Suggestion, view: PlanView | None, today: date, unit: Unit) -> str:
    """Write what accepting leads to: the next planned sets when there are some, else the change."""
    if made.change is None:
        return ""
    planned = _next_planned(made.exercise, view, today)
    if view is None or planned is None:
        return suggesting.change_text(made.change, unit)
    sets = suggesting.changed_sets(planned, made, unit)
    work = tuple(entry for entry in sets if entry.kind is not SetKind.WARMUP)
    text, load = planning.prescription_text(work, unit)
    load = planning.load_words(view.exercises[made.exercise], load)
    with_unit = planning.load_with_unit(load, unit)
    return " · ".join(part for part in (text, with_unit) if part)


def not_planned(made: Suggestion, view: PlanView | None, today: date) -> str:
    """Say what accepting does when no session ahead has the lift; '' when one has."""
    if made.change is None or _next_planned(made.exercise, view, today) is not None:
        return ""
    return _tr("In no session ahead: Accept keeps the decision and changes nothing planned.")


def accepted(name: str, changed: int) -> str:
    """Say what accepting did to the sessions ahead."""
    if changed == 0:
        return _tr("{lift}: kept. No session ahead had anything to change.").format(lift=name)
    if changed == 1:
        return _tr("{lift}: changed in the next session.").format(lift=name)
    return _tr("{lift}: changed in {count} sessions ahead.").format(lift=name, count=changed)


def _next_planned(slug: str, view: PlanView | None, today: date) -> PlannedExercise | None:
    for week in view.mesocycle.weeks if view is not None else ():
        for session in sorted(week.sessions, key=lambda each: each.day):
            on = week.starts_on + timedelta(days=session.day)
            if view is None or on < today or session.id in view.done:
                continue
            for planned in session.exercises:
                if planned.exercise == slug:
                    return planned
    return None


def number_row(name: str, value: PhraseValue, unit: Unit) -> tuple[str, str]:
    """Return a suggestion's number as it stands in the table: what it is, and its value."""
    shown = said(phrase(f"{{{name}}}", **{name: value}), unit)
    return _number_words().get(name, name.replace("_", " ").capitalize()), shown


def _number_words() -> dict[str, str]:
    return {
        "load_kg": _tr("Load now"),
        "new_kg": _tr("Load suggested"),
        "sets": _tr("Sets"),
        "reps": _tr("Reps planned"),
        "rir": _tr("Reps in reserve"),
        "hit_p": _tr("Chance of the planned reps"),
        "low": _tr("Reps, from"),
        "high": _tr("Reps, to"),
        "step_pct": _tr("Step"),
        "cap_pct": _tr("Largest step allowed"),
        "pain": _tr("Pain, 0–10"),
        "technique": _tr("Technique last time"),
        "sessions": _tr("Sessions logged"),
        "needed": _tr("Sessions needed"),
        "off_days": _tr("Days without training these muscles"),
        "loss_pct": _tr("Expected loss"),
        "back_from_on": _tr("Back at the earliest"),
        "back_by_on": _tr("Back at the latest"),
        "level_p": _tr("Chance that it has levelled off"),
        "since_on": _tr("Since"),
        "before_pct": _tr("Gain in four weeks, before"),
        "now_pct": _tr("Gain in four weeks, now"),
        "low_pct": _tr("Gain now, at least"),
        "high_pct": _tr("Gain now, at most"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SuggestionCard", text)
