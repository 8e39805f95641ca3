"""Time off."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

PAUSE_FADES = Constant("a pause is felt less each session by", 0.5, "factor", "logs")
LONG_PAUSE = Constant("a pause with an uncertain loss from", 60.0, "days", "logs")
EIGHT_WEEKS = Constant("a pause that halves the first sets from", 56.0, "days", "thumb")
BACK_EARLY = Constant("the earlier return is better by", 0.67, "standard deviations", "thumb")
BACK_LATE = Constant("the later return is worse by", 0.84, "standard deviations", "thumb")
GROWTH_GAP_DAYS = Constant(
    "days without training that still count as training", 10.0, "days", "logs"
)
LOSS_MAX = Constant("largest loss through time off", 0.12, "log", "bosquet-2013")
LOSS_DAYS = Constant("time scale of the loss", 80.0, "days", "logs")
LOSS_ELSEWHERE = Constant(
    "share of the loss when only the exercise paused", 0.25, "fraction", "logs"
)
LOSS_SPREAD = Constant("spread of the loss up to 60 days", 0.6, "fraction", "logs")
LOSS_SPREAD_LONG = Constant("spread of the loss beyond 60 days", 0.9, "fraction", "logs")
LOSS_SD = Constant("least spread of the loss", 0.006, "log", "logs")
REGAIN_DAYS = Constant("time scale of the regain", 16.0, "days", "halonen-2024")
REGAIN_MAX_DAYS = Constant("a loss is regained within", 42.0, "days", "halonen-2024")
BACK = Constant("loss under which strength counts as back", 0.015, "log", "grgic-2020")
LAYOFF_DAYS = Constant("days off that make a layoff", 14.0, "days", "logs")
REGAINED_DAYS = Constant("training that makes up for a rest", 48.0, "days", "logs")
LIFT_AWAY_DAYS = Constant("a lift left out this long begins again", 42.0, "days", "thumb")
RAMP_RIR = Constant("further reserve in the first session back", 2.0, "reps", "halonen-2024")
RAMP_SETS = Constant("share of the sets in the first session back", 0.67, "fraction", "thumb")
RAMP_SETS_LONG = Constant("the same after eight weeks or more", 0.5, "fraction", "thumb")
RAMP_LOAD = Constant("most load in the first session back", 0.95, "fraction", "thumb")
RAMP_LOAD_MONTH = Constant("less for each further four weeks off", 0.05, "fraction", "thumb")
RAMP_LOAD_LEAST = Constant("and at least", 0.6, "fraction", "thumb")
RETURN_STEP = Constant("largest step from session to session back", 0.1, "fraction", "thumb")
RAMP_COARSE = Constant("and least, where loads are coarse", 0.85, "fraction", "thumb")
