"""Advice on the next load."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant
from planner.engine.terms import LEVELLING_OFF_DAYS, LEVELLING_OFF_DROP

INCREASE_P = Constant("chance of the target at which load rises", 0.8, "probability", "simulation")
HOLD_P = Constant("chance of the target at which load stays", 0.5, "probability", "simulation")
RETURN_P = Constant("the same while coming back", 0.85, "probability", "thumb")
WIDE_REPS = Constant("a forecast wider than this is no basis", 10.0, "reps", "thumb")
ADVICE_SESSIONS = Constant("least sessions for advice on load", 3.0, "sessions", "thumb")
STEP_UPPER = Constant("largest step, upper body and isolation", 0.05, "fraction", "acsm-2009")
STEP_LOWER = Constant("largest step, lower body", 0.10, "fraction", "acsm-2009")
BIG_STEP = Constant("largest step after repetitions were built up", 0.25, "fraction", "thumb")
BIG_STEP_FROM = Constant("reps in every set that are enough for it", 15.0, "reps", "thumb")
BIG_STEP_REPS = Constant("and least reps to be expected after it", 5.0, "reps", "thumb")
LEAST_RISE = Constant("a step lighter than this is none", 0.005, "fraction", "thumb")
EFFORT_RISE = Constant("reserve lost at the same load in three sessions", 1.0, "reps", "thumb")
PAIN_STOP = Constant("pain from which load does not rise", 3.0, "0-10", "thumb")
PAIN_REFER = Constant("pain that stops a lift, twice needs a professional", 5.0, "0-10", "thumb")
PAIN_LOOK = Constant("pain to be looked at before the lift again", 8.0, "0-10", "thumb")
PAIN_RECENT = Constant("pain sends nobody any more once training went on for", 28.0, "days",
                       "thumb")  # fmt: skip
NOTICE_DAYS = Constant("days for which levelling off is news", LEVELLING_OFF_DAYS, "days", "thumb")
EXPECT_DAYS = Constant("least days to tell what comes after early gains", 7.0, "days", "thumb")
EXPECT_UNTIL = Constant("and most days, for the first time", 42.0, "days", "thumb")
EXPECT_SHOWN = Constant("days for which that is told", 14.0, "days", "thumb")
EXPECT_RISE = Constant("a rise that is more than noise", 0.03, "log", "nascimento-2017")
BEND_WEEKS = (
    Constant("early gains mostly bend after, from", 3.0, "weeks", "moritani-1979"),
    Constant("early gains mostly bend after, to", 8.0, "weeks", "thumb"),
)
NOTICE_GAIN = Constant("slowing down that is worth telling", LEVELLING_OFF_DROP, "log", "thumb")
NOTICE_REPS = Constant("room for repetitions after levelling off", 4.0, "reps", "acsm-2009")
REPS_ROOM = Constant("a range of repetitions opens by", 2.0, "reps", "thumb")
EASE_MAX = Constant("a load out of reach is eased by at most", 0.1, "fraction", "thumb")
BREAK_EASE = Constant("after an early breakdown a load is eased by", 0.1, "fraction", "thumb")
BREAK_EASE_MOST = Constant("and at most, where loads are coarse", 0.2, "fraction", "thumb")
BREAK_FEWER = Constant("else it stays, with so many reps fewer", 3.0, "reps", "thumb")
NEAR_LAST = Constant(
    "a computed load rests on no more than the strength shown last and known before that, times",
    1.2,
    "factor",
    "thumb",
)
FOLLOW_MOST = Constant(
    "and on no more than was known before the last two sessions, times", 2.0, "factor", "thumb"
)
