"""The numbers of a suggestion as the table of its reasons names them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from planner.coach import library
from planner.engine.terms import PhraseValue, Unit, phrase
from planner.ui.suggestion_words import said

UNSHOWN = ("to", "now_p", "done_reps")  # what only the program or a line of its own reads


def number_row(name: str, value: PhraseValue, unit: Unit) -> tuple[str, str]:
    """Return a suggestion's number as it stands in the table: what it is, and its value."""
    shown = said(phrase(f"{{{name}}}", **{name: value}), unit)
    return label(name) or name.replace("_", " ").capitalize(), shown


def label(name: str) -> str:
    """Return what a number is called; '' for a name that no rule of the engine gives."""
    return _number_words().get(name) or _of_a_lift(name)


def _of_a_lift(name: str) -> str:
    """Write a number that is called by its lift, as 'back-squat_up_pct' is; '' for any other."""
    slug, _, kind = name.partition("_up_")
    words = {
        "pct": _tr("{lift}, up by about"),
        "span": _tr("{lift}, in"),
        "low_pct": _tr("{lift}, up by at least"),
        "high_pct": _tr("{lift}, up by at most"),
    }
    return words[kind].format(lift=library.exercise(slug).name) if kind in words else ""


def _number_words() -> dict[str, str]:
    return {
        "load_kg": _tr("Load now"),
        "new_kg": _tr("Load suggested"),
        "sets": _tr("Sets"),
        "reps": _tr("Reps planned"),
        "rir": _tr("Reps in reserve"),
        "rir_now": _tr("Reps in reserve now"),
        "hit_p": _tr("Chance of the planned reps"),
        "low": _tr("Reps, from"),
        "high": _tr("Reps, to"),
        "step_pct": _tr("Step"),
        "cap_pct": _tr("Largest step allowed"),
        "least": _tr("Fewest reps of a set last time"),
        "before_rir": _tr("In reserve two sessions before"),
        "now_rir": _tr("In reserve last time"),
        "shown_e1rm_kg": _tr("Strength that day, by what was typed"),
        "pain": _tr("Pain, 0–10"),
        "technique": _tr("Technique last time"),
        "broken": _tr("Sets in which technique broke down"),
        "set_number": _tr("Set in which technique broke down"),
        "sessions": _tr("Sessions logged"),
        "needed": _tr("Sessions needed"),
        "number": _tr("Session of the practice"),
        "left": _tr("Sessions left"),
        "away_span": _tr("Time without the lift"),
        "gate": _tr("Sessions with sound technique that are enough"),
        "sound": _tr("Sessions with sound technique so far"),
        "practice_kg": _tr("Load at most while practising"),
        "clean_sets": _tr("Sound sets in a row that reached their target"),
        "needed_sets": _tr("Sound sets that it takes"),
        "lost_set": _tr("Set in which it was lost last time"),
        **_return_words(),
        **_gain_words(),
        **_structure_words(),
        **_lifter_words(),
        **_rest_words(),
    }


def _return_words() -> dict[str, str]:
    return {
        "off_span": _tr("Time that the muscles rested"),
        "own_span": _tr("Time since this lift"),
        "loss_pct": _tr("Expected loss"),
        "loss_low_pct": _tr("Loss, at least"),
        "loss_high_pct": _tr("Loss, at most"),
        "last_kg": _tr("Load last time"),
        "back_from_on": _tr("Back at the earliest"),
        "back_by_on": _tr("Back at the latest"),
        "back_held_p": _tr("Simulated returns within these days (of 928)"),
        "back_in_time_p": _tr("Real returns by the latest of them (of 74, in six logs)"),
        "back_e1rm_kg": _tr("Strength (e1RM) from before"),
        "first_weeks": _tr("Weeks until then, at least"),
        "back_weeks": _tr("Weeks until then, for about half"),
        "most_weeks": _tr("Weeks until then, at most"),
    }


def _gain_words() -> dict[str, str]:
    return {
        "level_p": _tr("Chance that it has levelled off"),
        "since_on": _tr("Since"),
        "before_pct": _tr("Gain in four weeks, before"),
        "now_pct": _tr("Gain in four weeks, now"),
        "low_pct": _tr("Gain now, at least"),
        "high_pct": _tr("Gain now, at most"),
        "early_pct": _tr("Gain in four weeks that is still quick, from"),
        "others": _tr("Other lifts"),
        "others_least_pct": _tr("Other lifts, up by, the least"),
        "others_most_pct": _tr("Other lifts, up by, the most"),
        "bend_from_weeks": _tr("Weeks until early gains bend, from"),
        "bend_to_weeks": _tr("Weeks until they bend, to"),
    }


def _structure_words() -> dict[str, str]:
    return {
        "e1rm_kg": _tr("Estimated strength"),
        "last_on": _tr("Last session"),
        "gain_pct": _tr("Gain in four weeks"),
        "weekly_sets": _tr("Hard sets a week for the muscle"),
        "over_weeks": _tr("Weeks looked at"),
        "range_low": _tr("Sets a week that serve most, from"),
        "range_high": _tr("Sets a week that serve most, to"),
        "sets_now": _tr("Sets now"),
        "size_pct": _tr("Muscle per further weekly set, in studies"),
        "range_weeks": _tr("Weeks in this range"),
        "changed_on": _tr("Last change"),
        "to_name": _tr("Exercise instead"),
        "keep_weeks": _tr("Weeks to stay with it"),
        "studies": _tr("Studies"),
        "people": _tr("People in them"),
        "first_p": _tr("Chance of the first"),
        "second_p": _tr("Chance of the second"),
        "settle_weeks": _tr("Weeks to tell"),
        "limit": _tr("Pain from which load stays"),
    }


def _lifter_words() -> dict[str, str]:
    return {
        "lifts": _tr("Lifts under expectation"),
        "fatigue_p": _tr("Chance of tiredness, at least"),
        "feel": _tr("Check-in, 4 (well) to 28 (worn)"),
        "feel_usual": _tr("Check-ins, usually"),
        "feel_on": _tr("Day of the check-in"),
        "less_pct": _tr("Fewer sets"),
        "more_rir": _tr("More reps in reserve"),
        "hard_weeks": _tr("Hard weeks in a row"),
        "lift_1": _tr("Lift that costs more"),
        "set_1_kg": _tr("Its set"),
        "reps_1": _tr("Repetitions in it"),
        "before_1": _tr("Reserve three weeks before"),
        "now_1": _tr("Reserve now"),
        "lift_2": _tr("Second lift that costs more"),
        "set_2_kg": _tr("Its set"),
        "reps_2": _tr("Repetitions in it"),
        "before_2": _tr("Reserve three weeks before"),
        "now_2": _tr("Reserve now"),
        "every_weeks": _tr("Weeks between such weeks, in practice"),
        "athletes": _tr("Athletes asked"),
        "soreness": _tr("Soreness, 1–5"),
        "sore_on": _tr("Day of the check-in"),
        "sleep_h": _tr("Hours of sleep"),
        "slept_on": _tr("Day of the check-in"),
        "cost_pct": _tr("Leg strength lost by short sleep"),
        "cost_low_pct": _tr("Lost, at least"),
        "cost_high_pct": _tr("Lost, at most"),
    }


def _rest_words() -> dict[str, str]:
    harder = {
        name.format(number=number): label
        for number in (1, 2, 3)
        for name, label in (
            ("harder_{number}", _tr("Lift that gets harder")),
            ("reserve_before_{number}", _tr("In reserve two sessions before")),
            ("reserve_now_{number}", _tr("In reserve last time")),
        )
    }
    return {
        "rested_pct": _tr("Rested, as a whole"),
        "rested_on": _tr("On"),
        "sleep": _tr("Sleep, 1–5"),
        "sleep_days": _tr("Days with little sleep in a week"),
        "motivation": _tr("Motivation, 1–5"),
        "motivation_on": _tr("Day of the check-in"),
        "motivation_low": _tr("Days with little motivation in a week"),
        "energy": _tr("Energy, 1–5"),
        "energy_on": _tr("Day of the check-in"),
        "energy_low": _tr("Days with little energy in a week"),
        "run": _tr("Training days without a rest"),
        "dropped": _tr("Lifts that fell off"),
        "dropped_on": _tr("Day of that session"),
        "tired_on": _tr("Day of the check-in"),
        "tired_since": _tr("Tired so since"),
        "sore_days": _tr("Check-ins with such soreness"),
        "sore_since": _tr("Since"),
        **harder,
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("SuggestionCard", text)
