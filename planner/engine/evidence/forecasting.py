"""What the next session will show."""

from __future__ import annotations

from planner.engine import fitted
from planner.engine.evidence.constant import Constant

EXPERT_SESSIONS = Constant("sessions that habits remember", 5.0, "sessions", "logs")
EXPERT_SD = Constant("error of a forecaster at first", 0.04, "log", "logs")
EXPERT_SD_MIN = Constant("least error of a forecaster", 0.006, "log", "logs")
EXPERT_SD_MAX = Constant("most error that is learnt from", 0.25, "log", "logs")
EXPERT_SD_MEMORY = Constant("a new error counts by", 0.07, "fraction", "logs")
RECORD_SHARE = Constant("share of the forecasters' record that counts", 0.45, "fraction", "logs")
LAST_WEIGHT = Constant("weight of the last session at the same load", 2.0, "factor", "logs")
NEAR_WEIGHT = Constant("weight of nearby loads at another load", 2.0, "factor", "logs")
SAME_LOAD = Constant("loads this close are the same load", 0.01, "log", "logs")
LOAD_SLOPE_WEIGHT = Constant("sureness of that slope at first", 0.02, "log", "logs")
LOAD_SLOPE_MEMORY = Constant("memory of that slope", 0.97, "per session", "logs")
USUAL_LOAD_MEMORY = Constant("a new load counts by", 0.2, "fraction", "logs")
RESERVE_MEMORY = Constant("a new reserve counts by", 0.3, "fraction", "logs")
LOAD_DOUBT_TREND = Constant("doubt of the trend at other loads", 0.4, "log per log", "logs")
LOAD_DOUBT_NEAR = Constant("doubt of nearby loads further off", 0.25, "log per log", "logs")
LOAD_DOUBT_REPS = Constant("doubt of usual reps at other loads", 0.1, "log per log", "logs")
T4_SCALE = Constant("scale of a t₄ with the spread of its errors", 0.68, "factor", "logs")
HIT_SCORE = (
    Constant("chance to hit, constant", fitted.HIT[0], "logit", "logs"),
    Constant("chance to hit, by the spread of results", fitted.HIT[1], "logit per logit", "logs"),
    Constant(
        "chance to hit, no more than this load showed last time", fitted.HIT[2], "logit", "logs"
    ),
)
GUESS_REPS = Constant("reps guessed before the first session", 8.0, "reps", "thumb")
GUESS_SD = Constant("the strength guessed then spreads by", 0.2, "log", "thumb")
VARIED_ALIKE = Constant("a variation loaded alike differs by", -0.05, "log", "first-sessions")
VARIED_ALIKE_SD = Constant("and spreads by", 0.6, "log", "first-sessions")
VARIED_IN_HAND = Constant("with a dumbbell, typed load differs by", -0.8, "log", "first-sessions")
VARIED_ONE_SIDE = Constant("one side at a time differs by", -0.7, "log", "first-sessions")
VARIED_OTHER = Constant("with other equipment differs by", -0.15, "log", "first-sessions")
VARIED_OTHER_SD = Constant("and all these spread by", 0.8, "log", "first-sessions")
EXPERT_MEMORY = Constant("memory of the forecasters' record", 0.96, "per session", "logs")
NEAR_LOAD = Constant("loads this close count as the same", 0.03, "log", "logs")
RECENCY = Constant("an older session counts less by", 0.7, "factor per session", "logs")
LOAD_SLOPE = Constant("e1RM shown rises with the load by", 0.6, "log per log", "logs")

GATE_FREE = Constant("sessions that may be held out in any case", 2.0, "sessions", "logs")
PACE_MEMORY = Constant("a new pause between sessions counts by", 0.15, "fraction", "thumb")
