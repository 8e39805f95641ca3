"""What the cards say: each suggestion with its name, phase, outcome, and the other ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.coach import day_line, library, planning, readings, scores, silence
from planner.coach.planning import PlanView
from planner.engine.terms import Exercise, Lifter, Phase, Reading, Suggestion, SuggestionKind
from planner.language import ntr, tr
from planner.ui import phases, suggestion_words
from planner.ui.suggestion_card import Advice


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the cards are written with."""

    lifter: Lifter
    view: PlanView | None
    today: date
    exercises: Mapping[str, Exercise]
    known: Mapping[str, Reading]


def advice(
    made: Sequence[Suggestion], lifter: Lifter, view: PlanView | None, today: date
) -> list[Advice]:
    """Return what the cards of today's suggestions say, in their order."""
    if view is not None:
        known, exercises = view.readings, view.exercises
    else:
        known = readings.readings(lifter.id or 0, today)
        slugs = [each.exercise for each in made if each.exercise]
        exercises = {slug: library.exercise(slug) for slug in slugs}
    shown = _Shown(lifter, view, today, exercises, known)
    return [_advice(each, shown) for each in made]


def nothing(staying: int, lifter: Lifter, today: date) -> str:
    """Say why there is no card: lifts stay as they are, or too little is known of them.

    Why nothing at all is suggested to somebody is said by the line of the day.
    """
    if day_line.instead(lifter.id or 0, today) is not None:
        return tr("None for now.")
    if staying:
        text = ntr(
            "No change to the plan: {count} lift stays as it is.",
            "No change to the plan: {count} lifts stay as they are.",
            staying,
        )
        return text.format(count=staying)
    return suggestion_words.said(silence.why(lifter.id or 0, today), lifter.unit)


def _advice(made: Suggestion, shown: _Shown) -> Advice:
    others = tuple(_advice(other, shown) for other in made.others)
    if not made.exercise:
        return _for_lifter(made, shown)
    view, today, unit = shown.view, shown.today, shown.lifter.unit
    return Advice(
        replace(made, others=()),
        suggestion_words.name(made, shown.exercises),
        _look(made.exercise, shown),
        suggestion_words.outcome(made, view, today, unit),
        unit,
        suggestion_words.not_planned(made, view, today) or _way_back(made, shown),
        others,
    )


def _look(slug: str, shown: _Shown) -> phases.PhaseLook:
    """Return the look of a lift's phase; what has no load is in none."""
    scored = scores.scored(shown.exercises[slug])
    return phases.NO_PHASE if scored else phases.look(shown.known.get(slug))


def _way_back(made: Suggestion, shown: _Shown) -> str:
    """Say what accepting does to the sessions after the first one; '' when nothing."""
    lowered = planning.lowered_later(shown.lifter.id or 0, made, shown.today)
    if lowered:
        return suggestion_words.lowered_later(lowered, shown.lifter.unit)
    until = planning.back_by(made)
    later = planning.eased(shown.lifter.id or 0, made, shown.today)
    if made.change is not None and made.change.opens and later:
        return suggestion_words.opened_later(len(later))
    exercise = shown.exercises[made.exercise]
    loads_kg = [planning.hardest_kg(planned, exercise) for _, planned in later]
    if until is None or not any(loads_kg):
        return tr("The session after it is shorter, too.") if later else ""
    return suggestion_words.way_back(loads_kg, until, shown.lifter.unit)


def _for_lifter(made: Suggestion, shown: _Shown) -> Advice:
    name = suggestion_words.name(made, shown.exercises)
    if made.kind is SuggestionKind.EXPECT:
        return Advice(made, name, phases.phase_look(Phase.EARLY), "", shown.lifter.unit)
    if made.kind is SuggestionKind.REST_DAY:
        sessions = planning.postponed(shown.lifter.id or 0, shown.today)
        outcome = suggestion_words.moved(sessions, shown.today)
    else:
        weeks = planning.lightened(shown.lifter.id or 0, shown.today)
        outcome = suggestion_words.lighter_week(weeks)
    note = "" if outcome else suggestion_words.nothing_ahead()
    look = phases.phase_look(Phase.FATIGUE)
    return Advice(made, name, look, outcome, shown.lifter.unit, note)
