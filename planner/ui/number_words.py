"""The numbers of a suggestion as the table of its reasons names them."""

from __future__ import annotations

from planner.coach import library
from planner.engine.terms import N_, PhraseValue, Technique, Unit, phrase
from planner.language import tr
from planner.ui.suggestion_words import said

# what only the program, a sentence or a line of its own reads
UNSHOWN = (
    "to", "now_p", "done_reps", "sleep_of_days", "motivation_of_days", "energy_of_days"
)  # fmt: skip
_TECHNIQUE = {
    Technique.SOUND: N_("sound"),
    Technique.MINOR: N_("minor"),
    Technique.BREAKDOWN: N_("breakdown"),
}


def number_row(name: str, value: PhraseValue, unit: Unit) -> tuple[str, str]:
    """Return a suggestion's number as it stands in the table: what it is, and its value."""
    if name == "technique" and isinstance(value, str):
        value = tr(_TECHNIQUE[Technique(value)])
    shown = said(phrase(f"{{{name}}}", **{name: value}), unit)
    return label(name) or name.replace("_", " ").capitalize(), shown


def label(name: str) -> str:
    """Return what a number is called; '' for a name that no rule of the engine gives."""
    return _number_words().get(name) or _of_a_lift(name)


def _of_a_lift(name: str) -> str:
    """Write a number that is called by its lift, as 'back-squat_up_pct' is; '' for any other."""
    slug, _, kind = name.partition("_up_")
    words = {
        "pct": tr("{lift}, up by about"),
        "span": tr("{lift}, in"),
        "low_pct": tr("{lift}, up by at least"),
        "high_pct": tr("{lift}, up by at most"),
    }
    return words[kind].format(lift=library.exercise(slug).name) if kind in words else ""


def _number_words() -> dict[str, str]:
    return {
        "load_kg": tr("Load now"),
        "planned_kg": tr("Load planned"),
        "new_kg": tr("Load suggested"),
        "most_kg": tr("Limit"),
        "sets": tr("Sets"),
        "reps": tr("Reps planned"),
        "rir": tr("Reps in reserve"),
        "rir_now": tr("Reps in reserve now"),
        "hit_p": tr("Chance of the planned reps"),
        "low": tr("Reps, from"),
        "high": tr("Reps, to"),
        "step_pct": tr("Step"),
        "cap_pct": tr("Largest step allowed"),
        "least": tr("Fewest reps of a set last time"),
        "before_rir": tr("In reserve two sessions before"),
        "now_rir": tr("In reserve last time"),
        "shown_e1rm_kg": tr("Strength that day, by what was typed"),
        "sessions": tr("Sessions logged"),
        "needed": tr("Sessions needed"),
        "number": tr("Session of the practice"),
        "left": tr("Sessions left"),
        "away_span": tr("Time without the lift"),
        **_sign_words(),
        **_return_words(),
        **_gain_words(),
        **_structure_words(),
        **_lifter_words(),
        **_rest_words(),
    }


def _sign_words() -> dict[str, str]:
    """Return the words of pain and technique, and of what is practised for its technique."""
    return {
        "pain": tr("Pain, 0–10"),
        "hurt_on": tr("Day of that session"),
        "technique": tr("Technique last time"),
        "broken": tr("Sets in which technique broke down"),
        "set_number": tr("Set in which technique broke down"),
        "gate": tr("Sessions with sound technique that are enough"),
        "sound": tr("Sessions with sound technique so far"),
        "practice_kg": tr("Load at most while practising"),
        "clean_sets": tr("Sound sets in a row that reached their target"),
        "needed_sets": tr("Sound sets that it takes"),
        "lost_set": tr("Set in which it was lost last time"),
    }


def _return_words() -> dict[str, str]:
    return {
        "off_span": tr("Time that the muscles rested"),
        "own_span": tr("Time since this lift"),
        "loss_pct": tr("Expected loss"),
        "loss_low_pct": tr("Loss, at least"),
        "loss_high_pct": tr("Loss, at most"),
        "last_kg": tr("Load last time"),
        "session_on": tr("Next session"),
        "back_from_on": tr("Back at the earliest"),
        "back_by_on": tr("Back at the latest"),
        "back_held_p": tr("Simulated returns within these days (of 928)"),
        "back_in_time_p": tr("Real returns by the latest of them (of 74, in six logs)"),
        "back_e1rm_kg": tr("Strength (e1RM) from before"),
        "first_weeks": tr("Weeks until then, at least"),
        "back_weeks": tr("Weeks until then, for about half"),
        "most_weeks": tr("Weeks until then, at most"),
    }


def _gain_words() -> dict[str, str]:
    return {
        "level_p": tr("Chance that it has levelled off"),
        "since_on": tr("Since"),
        "before_pct": tr("Gain in four weeks, before"),
        "now_pct": tr("Gain in four weeks, now"),
        "low_pct": tr("Gain now, at least"),
        "high_pct": tr("Gain now, at most"),
        "early_pct": tr("Gain in four weeks that is still quick, from"),
        "others": tr("Other lifts"),
        "others_least_pct": tr("Other lifts, up by, the least"),
        "others_most_pct": tr("Other lifts, up by, the most"),
        "bend_from_weeks": tr("Weeks until early gains bend, from"),
        "bend_to_weeks": tr("Weeks until they bend, to"),
    }


def _structure_words() -> dict[str, str]:
    return {
        "e1rm_kg": tr("Estimated strength"),
        "last_on": tr("Last session"),
        "gain_pct": tr("Gain in four weeks"),
        "weekly_sets": tr("Hard sets a week for the muscle"),
        "over_weeks": tr("Weeks looked at"),
        "range_low": tr("Sets a week that serve most, from"),
        "range_high": tr("Sets a week that serve most, to"),
        "sets_now": tr("Sets now"),
        "size_pct": tr("Muscle per further weekly set, in studies"),
        "range_weeks": tr("Weeks in this range"),
        "changed_on": tr("Last change"),
        "to_name": tr("Exercise instead"),
        "keep_weeks": tr("Weeks to stay with it"),
        "studies": tr("Studies"),
        "people": tr("People in them"),
        "first_p": tr("Chance of the first"),
        "second_p": tr("Chance of the second"),
        "settle_weeks": tr("Weeks to tell"),
        "limit": tr("Pain from which load stays"),
    }


def _lifter_words() -> dict[str, str]:
    return {
        "lifts": tr("Lifts under expectation"),
        "fatigue_p": tr("Chance of tiredness, at least"),
        "feel": tr("Check-in, 4 (well) to 28 (worn)"),
        "feel_usual": tr("Check-ins, usually"),
        "feel_on": tr("Day of the check-in"),
        "less_pct": tr("Fewer sets"),
        "more_rir": tr("More reps in reserve"),
        "hard_weeks": tr("Hard weeks in a row"),
        "lift_1": tr("Lift that costs more"),
        "set_1_kg": tr("Its set"),
        "reps_1": tr("Repetitions in it"),
        "before_1": tr("Reserve three weeks before"),
        "now_1": tr("Reserve now"),
        "lift_2": tr("Second lift that costs more"),
        "set_2_kg": tr("Its set"),
        "reps_2": tr("Repetitions in it"),
        "before_2": tr("Reserve three weeks before"),
        "now_2": tr("Reserve now"),
        "every_weeks": tr("Weeks between such weeks, in practice"),
        "athletes": tr("Athletes asked"),
        "soreness": tr("Soreness, 1–5"),
        "sore_on": tr("Day of the check-in"),
        "sleep_h": tr("Hours of sleep"),
        "slept_on": tr("Day of the check-in"),
        "cost_pct": tr("Leg strength lost by short sleep"),
        "cost_low_pct": tr("Lost, at least"),
        "cost_high_pct": tr("Lost, at most"),
    }


def _rest_words() -> dict[str, str]:
    harder = {
        name.format(number=number): label
        for number in (1, 2, 3)
        for name, label in (
            ("harder_{number}", tr("Lift that gets harder")),
            ("reserve_before_{number}", tr("In reserve two sessions before")),
            ("reserve_now_{number}", tr("In reserve last time")),
        )
    }
    return {
        "rested_pct": tr("Rested, as a whole"),
        "rested_on": tr("On"),
        "sleep": tr("Sleep, 1–5"),
        "sleep_days": tr("Days with little sleep in a week"),
        "motivation": tr("Motivation, 1–5"),
        "motivation_on": tr("Day of the check-in"),
        "motivation_low": tr("Days with little motivation in a week"),
        "energy": tr("Energy, 1–5"),
        "energy_on": tr("Day of the check-in"),
        "energy_low": tr("Days with little energy in a week"),
        "run": tr("Training days without a rest"),
        "dropped": tr("Lifts that fell off"),
        "dropped_on": tr("Day of that session"),
        "tired_on": tr("Day of the check-in"),
        "tired_since": tr("Tired so since"),
        "sore_days": tr("Check-ins with such soreness"),
        "sore_since": tr("Since"),
        **harder,
    }
