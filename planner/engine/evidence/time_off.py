"""Time off."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

PAUSE_FADES = Constant("a pause is felt less each session by", 0.5, "factor", "logs")
LONG_PAUSE = Constant("a pause with an uncertain loss from", 60.0, "days", "logs")
EIGHT_WEEKS = Constant("a pause that halves the first sets from", 56.0, "days", "thumb")
BACK_BAND_SD = Constant("half of the band of the return", 1.28, "standard deviations", "simulation")
BACK_HELD = Constant(
    "simulated returns, of 928, that came within the days told", 0.84, "fraction", "simulation"
)
BACK_IN_TIME = Constant(
    "returns in six logs, of 74, that came by the latest day told", 0.53, "fraction", "logs"
)
BACK_GAIN_SHARE = Constant(
    "share of the gain counted on after time off", 0.5, "fraction", "simulation"
)
PLATEAU_QUIET_DAYS = Constant("no plateau is called after a layoff for", 21.0, "days", "thumb")
GROWTH_GAP_DAYS = Constant(
    "days without training that still count as training", 10.0, "days", "logs"
)
LOSS_MAX = Constant("largest loss through time off", 0.12, "log", "bosquet-2013")
LOSS_DAYS = Constant("time scale of the loss", 80.0, "days", "logs")
LOSS_ELSEWHERE = Constant(
    "share of the loss when only the exercise paused", 0.25, "fraction", "logs"
)
LOSS_SPREAD = Constant("spread of the loss up to 60 days", 0.6, "fraction", "logs")
LOSS_SPREAD_LONG = Constant("spread of the loss beyond that", 0.9, "fraction", "logs")
LOSS_SPREAD_DAYS = Constant("from one to the other it rises in", 10.0, "days", "thumb")
LOSS_SD = Constant("least spread of the loss", 0.006, "log", "logs")
REGAIN_DAYS = Constant("time scale of the regain", 16.0, "days", "halonen-2024")
REGAIN_MAX_DAYS = Constant("a loss is regained within", 42.0, "days", "halonen-2024")
BACK = Constant("loss under which strength counts as back", 0.015, "log", "grgic-2020")
BACK_LONGER = Constant("the longest returns, over what half take", 2.0, "times", "thumb")
LAYOFF_DAYS = Constant("days off that make a layoff", 14.0, "days", "logs")
REGAINED_DAYS = Constant("training that makes up for a rest", 48.0, "days", "logs")
LIFT_AWAY_DAYS = Constant("a lift left out this long begins again", 42.0, "days", "thumb")
RAMP_RIR = Constant("further reserve in the first session back", 2.0, "reps", "halonen-2024")
RAMP_FEWEST = Constant("fewest repetitions in it, where it has a load", 3.0, "reps", "thumb")
RAMP_SETS = Constant("share of the sets in the first session back", 0.67, "fraction", "thumb")
SECOND_DAYS = Constant("the second session back is shorter, too, from", 21.0, "days off", "thumb")
RAMP_SETS_LONG = Constant("the same after eight weeks or more", 0.5, "fraction", "thumb")
RAMP_LOAD = Constant("most load in the first session back", 0.95, "fraction", "thumb")
RAMP_LOAD_MONTH = Constant("less for each further four weeks off", 0.05, "fraction", "thumb")
RAMP_LOAD_LEAST = Constant("and at least", 0.6, "fraction", "thumb")
RETURN_STEP = Constant("largest step from session to session back", 0.1, "fraction", "thumb")
RAMP_COARSE = Constant("and least, where loads are coarse", 0.85, "fraction", "thumb")
NON_USE_DAYS = Constant("a muscle or pattern is told of after", 14.0, "days untrained", "thumb")
NON_USE_USUAL_DAYS = Constant("trained on so many days counts as usual", 4.0, "days", "thumb")
NON_USE_USUAL_SPAN = Constant("in so long before the last of them", 56.0, "days", "thumb")
NON_USE_FORGOTTEN = Constant("what was given up is no longer told after", 182.0, "days", "thumb")
NON_USE_SIDE_SPAN = Constant("sides are compared over", 28.0, "days", "thumb")
NON_USE_SIDE_SHARE = Constant("a side is told of below", 0.5, "of the other's sets", "thumb")
NON_USE_SIDE_SETS = Constant("and from so many sets of the other", 4.0, "sets", "thumb")
KEEP_PATTERN_SETS = Constant(
    "weekly hard sets of a pattern that keep its strength for some weeks (few even raise it: "
    "Androulakis-Korakakis 2020)", 2.0, "sets", "thumb",
)  # fmt: skip
