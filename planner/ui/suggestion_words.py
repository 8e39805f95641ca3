"""A suggestion in the words of its card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from planner.coach import climbing, planning, replaying, suggesting, wording
from planner.coach.deciding import Accepted
from planner.coach.planning import PlanView, Postponed
from planner.engine.terms import (
    Confidence,
    Exercise,
    Microcycle,
    Phrase,
    PlannedExercise,
    PlannedSet,
    SetKind,
    Suggestion,
    SuggestionKind,
    Unit,
)
from planner.language import ntr, passage, tr
from planner.ui import counts, dates


def said(words: Phrase, unit: Unit) -> str:
    """Write a phrase with the lifter's unit and the reader's dates."""
    return wording.render(words, unit, dates.short)


def kind_word(made: Suggestion) -> str:
    """Return what the chip of a suggestion says."""
    change = made.change
    if made.kind is SuggestionKind.INCREASE and change is not None and change.load_kg is None:
        return tr("more reps")
    return {
        SuggestionKind.INCREASE: tr("more load"),
        SuggestionKind.HOLD: tr("hold"),
        SuggestionKind.LEVEL_OFF: tr("program change"),
        SuggestionKind.RETURN_RAMP: tr("return"),
        SuggestionKind.ADD_SET: tr("one set more"),
        SuggestionKind.REP_RANGE: tr("other range"),
        SuggestionKind.VARIATION: tr("other exercise"),
        SuggestionKind.DELOAD: tr("lighter week"),
        SuggestionKind.REST_DAY: tr("rest"),
        SuggestionKind.EXPECT: tr("what to expect"),
        SuggestionKind.VERDICT: tr("the day"),
        SuggestionKind.CLIMB: tr("next step"),
    }[made.kind]


def sure_word(confidence: Confidence) -> str:
    """Return how sure the engine is, in words."""
    return {
        Confidence.LIKELY: tr("Likely"),
        Confidence.FAIRLY_SURE: tr("Fairly sure"),
        Confidence.CANT_TELL: tr("Can't tell for sure"),
    }[confidence]


def name(made: Suggestion, exercises: Mapping[str, Exercise]) -> str:
    """Return what a card is about: the lift, else the lifter's day, week or early gains."""
    if made.exercise:
        return exercises[made.exercise].name
    about = {
        SuggestionKind.REST_DAY: tr("Today"),
        SuggestionKind.EXPECT: tr("Early gains"),
        SuggestionKind.VERDICT: tr("Today"),
    }
    return about.get(made.kind, tr("This week"))


def outcome(made: Suggestion, view: PlanView | None, today: date, unit: Unit) -> str:
    """Write what accepting leads to: the next planned sets when there are some, else the change."""
    if made.change is None:
        return ""
    on, planned = _next_planned(made.exercise, view, today)
    if view is None or planned is None:
        return suggesting.change_text(made.change, unit)
    return f"{_sets_outcome(made, planned, view, unit)}{_when(on, today)}"


def _sets_outcome(made: Suggestion, planned: PlannedExercise, view: PlanView, unit: Unit) -> str:
    if made.change is not None and made.change.exercise is not None:
        taking = climbing.taking_over(planned, made)
        text, _ = planning.prescription_text(_work(taking.sets), unit)
        return f"{view.exercises[made.change.exercise].name} · {text}"
    sets = _work(suggesting.changed_sets(planned, made, unit))
    exercise = view.exercises[made.exercise]
    text, load = planning.prescription_text(sets, unit, exercise)
    if made.change is not None and made.change.opens:
        return text
    load = planning.load_words(exercise, load)
    with_unit = planning.load_with_unit(load, unit)
    return " · ".join(part for part in (text, with_unit) if part)


def _when(on: date, today: date) -> str:
    """Write ' · for Thursday' where what is changed is planned for a later day."""
    if on == today:
        return ""
    near = on - today < timedelta(days=7)
    day = dates.weekday_in_full(on.isoweekday()) if near else dates.short(on)
    return tr(" · for {day}").format(day=day)


def _work(sets: Sequence[PlannedSet]) -> tuple[PlannedSet, ...]:
    return tuple(entry for entry in sets if entry.kind is not SetKind.WARMUP)


def lighter_week(weeks: tuple[Microcycle, Microcycle] | None) -> str:
    """Write which week gets lighter and by how much; '' when none does."""
    if weeks is None:
        return ""
    before, after = (
        sum(len(_work(made.sets)) for session in week.sessions for made in session.exercises)
        for week in weeks
    )
    return tr("Week {number}, from {day}: {before} → {after} sets").format(
        number=weeks[0].number, day=dates.short(weeks[0].starts_on), before=before, after=after
    )


def moved(resting: Postponed | None, today: date) -> str:
    """Write which sessions move to tomorrow, and how many by a day with them; '' when none does."""
    if resting is None:
        return ""
    on = dates.short(today + timedelta(days=1))
    words = tr("{session} on {day}")
    first = wording.in_row(words.format(session=made.name, day=on) for made in resting.sessions)
    later = counts.later_sessions(resting.later)
    both = tr("{first}, {later} by a day") if resting.later else "{first}"
    return both.format(first=first, later=later)


def not_planned(made: Suggestion, view: PlanView | None, today: date) -> str:
    """Say what accepting does when no session ahead has the lift; '' when one has."""
    if made.change is None or _next_planned(made.exercise, view, today)[1] is not None:
        return ""
    return nothing_ahead()


def way_back(loads_kg: Sequence[float], until: date, unit: Unit) -> str:
    """Say how the sessions after the first one back change with it, and until when.

    `loads_kg` are the hardest loads of each.
    """
    sessions = counts.later_sessions(len(loads_kg))
    words = tr(
        "Also {sessions} up to {day}: down to what is expected by then, {loads}. "
        "After that the plan stays as it is."
    )
    return words.format(sessions=sessions, day=dates.short(until), loads=_loads(loads_kg, unit))


def opened_later(sessions: int) -> str:
    """Say that the loads of later sessions go, too, where the first one back has none."""
    words = tr("Also {sessions}: planned loads go, each goes on from what was done before it.")
    return words.format(sessions=counts.later_sessions(sessions))


def lowered_later(loads_kg: Sequence[float], unit: Unit) -> str:
    """Say that later sessions, planned with these loads, come down with the next one."""
    words = tr(
        "Also {sessions} planned with {loads}: no more than this there, either. "
        "Lighter sessions stay as they are."
    )
    return words.format(sessions=counts.later_sessions(len(loads_kg)), loads=_loads(loads_kg, unit))


def _loads(loads_kg: Sequence[float], unit: Unit) -> str:
    """Write loads as '97.5 kg' or '92.5–97.5 kg'."""
    low, high = (wording.mass(kg, unit) for kg in (min(loads_kg), max(loads_kg)))
    return f"{low} {unit}" if low == high else f"{low}–{high} {unit}"


def nothing_ahead() -> str:
    """Say that accepting changes nothing planned."""
    return tr("In no session ahead: Accept keeps the decision and changes nothing planned.")


def accepted(made: Suggestion, changed: int) -> str:
    """Say what accepting did to the sessions ahead."""
    if made.kind is SuggestionKind.EXPECT:
        return tr("Noted. It will not be told again.")
    lift = replaying.suggestion_name(made)
    if changed == 0:
        return tr("{lift}: kept. No session ahead had anything to change.").format(lift=lift)
    if made.kind is SuggestionKind.REST_DAY:
        text = tr("{lift}: {sessions} moved by a day.")
        return text.format(lift=lift, sessions=counts.sessions(changed))
    if changed == 1:
        return tr("{lift}: changed in the next session.").format(lift=lift)
    text = tr("{lift}: changed in {sessions} ahead.")
    return text.format(lift=lift, sessions=counts.sessions(changed))


def all_accepted(lifts: int, done: Accepted) -> str:
    """Say what accepting the loads of several lifts did to the sessions ahead."""
    text = ntr(
        "{lifts}: loads changed in {n} place ahead.",
        "{lifts}: loads changed in {n} places ahead.",
        done.changed,
    )
    said = text.format(lifts=counts.lifts(lifts), n=counts.count(done.changed))
    return passage(filter(None, (said, shorter(done.shorter))))


def shorter(lifts: Sequence[str]) -> str:
    """Say which lifts begin with fewer sets beside lighter returns; '' for none."""
    words = tr("Also fewer sets the first time: {lifts}.")
    return words.format(lifts=wording.in_row(lifts)) if lifts else ""


def _next_planned(
    slug: str, view: PlanView | None, today: date
) -> tuple[date, PlannedExercise | None]:
    """Return what is planned next of a lift with its day; (today, None) for nothing."""
    for week in view.mesocycle.weeks if view is not None else ():
        for session in sorted(week.sessions, key=lambda each: each.day):
            on = week.starts_on + timedelta(days=session.day)
            if view is None or on < today or session.id in view.done:
                continue
            for planned in session.exercises:
                if planned.exercise == slug:
                    return on, planned
    return today, None
