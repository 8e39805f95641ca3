"""The next set of a session under way."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

DROP = Constant("strength shown changes from a set to the next by", -0.008, "log", "logs")
DROP_SETS = Constant("sureness of that drop at first", 6.0, "sets", "logs")
SET_SPREAD = Constant("sets of one load differ by", 0.035, "log", "logs")
AGAIN = Constant("sets that repeat the set before", 0.65, "fraction", "logs")
AGAIN_SETS = Constant("sureness of that share at first", 4.0, "sets", "logs")
APART = Constant("a set differs from its like of last time by", 0.05, "log", "logs")
APART_SETS = Constant("sureness of that difference at first", 4.0, "sets", "logs")
SET_MOST = Constant("largest change from set to set that is learnt from", 0.15, "log", "thumb")
APART_MOST = Constant(
    "largest change from last time's set that is learnt from", 0.2, "log", "thumb"
)
SET_SESSIONS = Constant("sessions that tell how sets follow each other", 10.0, "sessions", "thumb")
SET_LOOKED_BACK = Constant("sessions in which last time's set is looked for", 3.0, "sessions",
                           "thumb")  # fmt: skip
SET_FEWEST_GAPS = Constant("times from set to set that tell the usual one", 3.0, "times", "thumb")
SET_NEAR = Constant("a set tells of another whose load is as near as", 0.12, "log", "thumb")
SET_ALIKE = Constant("the same load, give or take", 0.005, "log", "thumb")
SET_SLOPE = Constant("strength shown by a set rises with the load by", 0.75, "log per log", "logs")
RELATION_SD = Constant(
    "lifters differ in the reps that a share of their strength allows, so that strength at another "
    "load is known to",
    0.3,
    "log per log",
    "cooke-2019",
)
SET_FORM = Constant("share of today's form that lasts to the next set", 0.6, "fraction", "logs")
SET_START = Constant("a set differs from the strength of a session by", -0.02, "log", "logs")
AGAIN_TRUST = Constant("trust in a repeated set, of its record", 0.85, "factor", "logs")
AGAIN_SD = Constant("a repeated set differs by", 0.004, "log", "logs")
DROP_TRUST = Constant("trust in today's form less the drop", 0.4, "fraction", "logs")
LAST_TRUST = Constant("trust in last time's set", 0.3, "fraction", "logs")
LAST_TRUST_FIRST = Constant("trust in it before the first set", 0.55, "fraction", "logs")
DROP_SCALE = Constant("scale of a t₄ with the spread of sets", 1.15, "factor", "logs")
LAST_SCALE = Constant("scale of a t₄ with the spread from last time", 0.4, "factor", "logs")
PRIOR_SCALE = Constant("scale of a t₄ with the spread of a session", 1.1, "factor", "logs")
STEP_DOUBT = Constant("doubt per change of load from the set before", 0.5, "log per log", "logs")
REST_POWER = Constant("a longer rest lessens the drop by its power", 0.5, "power", "thumb")
REST_FACTOR = Constant("and changes it at most so many times", 2.0, "factor", "thumb")
SET_LASTS = Constant("a set takes", 40.0, "s", "thumb")
NEXT_LEVEL = Constant("share of outcomes that the reps shown cover", 0.8, "fraction", "thumb")
NEXT_MOST_REPS = Constant("repetitions that a set is forecast for at the most", 50.0, "reps",
                          "thumb")  # fmt: skip
NEXT_LEAST_SD = Constant("least spread of a set's strength", 0.001, "log", "thumb")
NEXT_REACH = Constant("a typed load is a change of the planned one within", 0.25, "log", "thumb")
NEXT_SESSIONS = Constant("sessions whose pain and technique count", 2.0, "sessions", "thumb")
NEXT_LESS_P = Constant("chance of the target under which a set is made lighter", 0.3,
                       "probability", "thumb")  # fmt: skip
NEXT_AIM_P = Constant("chance of the target aimed at with less", 0.65, "probability", "thumb")
NEXT_LESS_MOST = Constant("a load is lowered between sets by at most", 0.2, "fraction", "thumb")
NEXT_SPARE = Constant("reps more in reserve than asked that are clearly more", 2.0, "reps", "thumb")
NEXT_SPARE_SETS = Constant("sets running that show it", 2.0, "sets", "thumb")
LEAST_SOUND_SETS = Constant(
    "sets to do at least after a breakdown, with less load if need be", 2.0, "sets", "thumb"
)
BREAKDOWNS = Constant("breakdowns in a session that are told at once", 2.0, "sets", "thumb")
NEAR_LIMIT = Constant("near the limit, reps in reserve are at most", 1.0, "reps", "thumb")
DROP_CLEAR = Constant("a drop-off stands out of the usual by", 2.0, "standard deviations", "thumb")
DROP_STEPS = Constant("changes from set to set that tell it", 2.0, "sets", "thumb")
DROP_LASTS = Constant("a drop-off may be felt for", 48.0, "hours", "thumb")
