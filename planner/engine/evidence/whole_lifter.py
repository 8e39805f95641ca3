"""The lifter as a whole."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

HARD_WEEKS = Constant("hard weeks in a row before a lighter one", 6.0, "weeks", "rogerson-2024")
HARD_WEEK = Constant("share of the usual sets that a hard week has", 0.67, "fraction", "thumb")
COST_RISE = Constant("reserve lost by the same set for a deload", 1.0, "reps", "thumb")
COST_SETS = Constant("such sets before and since, at least", 2.0, "sets", "thumb")
DELOAD_LIFTS = Constant("lifts with signs of tiredness for a deload", 2.0, "lifts", "thumb")
DELOAD_SETS = Constant("share of the sets that a deload keeps", 0.55, "fraction", "rogerson-2024")
DELOAD_RIR = Constant("further reserve in a deload", 2.0, "reps", "rogerson-2024")
EASED_SETS = Constant("share of the sets that an eased day keeps", 0.66, "fraction", "thumb")
EASED_RIR = Constant("further reserve on an eased day", 2.0, "reps", "thumb")
DELOAD_QUIET = Constant("days from one deload to the next", 28.0, "days", "rogerson-2024")
DELOAD_EVERY = Constant("weeks between deloads in practice", 5.6, "weeks", "rogerson-2024")
DELOAD_PEOPLE = Constant("athletes asked about deloads", 246.0, "people", "rogerson-2024")
WEEK_OFF_PEOPLE = Constant("lifters in the trial of a week off", 39.0, "people", "coleman-2024")
TIRED_POINTS = Constant("a week of check-ins worse than usual by", 3.0, "points", "thumb")
WORN_POINTS = Constant("a check-in worse than usual by", 5.0, "points", "hooper-1995")
FEEL_ENTRIES = Constant("check-ins that make the own mean, most", 20.0, "check-ins", "thumb")
FEEL_LEAST = Constant("check-ins that make the own mean, least", 5.0, "check-ins", "thumb")
FEEL_ANSWERS = Constant("answers that a check-in is added up from, least", 3.0, "answers", "thumb")
SORE_TOP = Constant("soreness at the top of its scale", 5.0, "1-5", "thumb")
SHORT_SLEEP = Constant("sleep too short for a heavy day, under", 5.0, "hours", "thumb")
SLEEP_COST = (
    Constant("leg strength lost by short sleep", 3.4, "%", "craven-2022"),
    Constant("the same, at least", 1.3, "%", "craven-2022"),
    Constant("the same, at most", 5.5, "%", "craven-2022"),
)
