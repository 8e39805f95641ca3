"""How muscles recover from work, and what tells how rested a lifter is as a whole."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

SET_STRAIN = Constant("strain of a hard set with two in reserve", 0.12, "log of recovery", "thumb")
FAILURE_STRAIN = Constant(
    "a set to failure strains as much as", 1.5, "sets with two in reserve", "moran-navarro-2017"
)
RESERVE_STRAIN = Constant("less strain per repetition in reserve", 0.25, "such sets", "thumb")
LEAST_STRAIN = Constant("a hard set strains at least as much as", 0.7, "such sets", "thumb")
FADES_LARGE = Constant("strain fades to a third in, large muscles", 28.0, "hours", "belcher-2019")
FADES_SMALL = Constant("the same, arms, shoulders, calves and trunk", 20.0, "hours", "thumb")
SLOWER = Constant(
    "slower after a new exercise, or one lowered slowly (that it is: Damas 2016), by", 1.5, "times",
    "thumb",
)  # fmt: skip
NEW_SESSIONS = Constant(
    "sessions for which an exercise is new to a muscle (the first swell most: Damas 2016)", 3.0,
    "sessions", "thumb",
)  # fmt: skip
SLOW_LOWERING = Constant("lowered slowly from", 4.0, "seconds", "thumb")
WEEK_OFF = Constant("fully recovered without work after", 7.0, "days", "belcher-2019")
READY = Constant("ready from a recovery of", 0.9, "fraction", "thumb")
SHARE_WEEKS = Constant("weeks that weigh the muscles against each other", 4.0, "weeks", "thumb")
DROP_STRAIN = Constant("strain per log unit that sets fell off beyond the usual", 2.0,
                       "log of recovery", "thumb")  # fmt: skip
SORE_FROM = Constant("soreness that takes from a muscle's recovery, over", 2.0, "1-5", "thumb")
SORE_STRAIN = Constant("taken by each point of soreness over that", 0.12, "fraction", "thumb")
SORE_WORKED = Constant("soreness without a place is put to muscles worked within", 3.0, "days",
                       "thumb")  # fmt: skip

POINT_STRAIN = Constant(
    "rest taken by an answer worse than usual (answers follow the load: Saw 2016)", 0.1,
    "fraction per point", "thumb",
)  # fmt: skip
SLEEP_NEED = Constant("sleep that takes nothing", 7.0, "hours", "thumb")
HOUR_STRAIN = Constant("rest taken by each hour of sleep under that", 0.1, "fraction", "thumb")
ANSWER_FADES = Constant("share of yesterday's answer in today's", 0.6, "fraction", "thumb")
ANSWER_DAYS = Constant("days whose answers count", 7.0, "days", "thumb")
ANSWER_MIDDLE = Constant("usual answer until it is known", 3.0, "1-5", "thumb")
EFFORT_STRAIN = Constant("rest taken by a lift that gets harder", 0.1, "fraction", "thumb")
EFFORT_LIFTS = Constant("lifts that count so, at most", 3.0, "lifts", "thumb")
EFFORT_DAYS = Constant("a lift that gets harder counts for", 7.0, "days", "thumb")
RUN_DAYS = Constant("training days in a row that take nothing", 5.0, "days", "thumb")
RUN_STRAIN = Constant("rest taken by each further day", 0.08, "fraction", "thumb")
RUN_MOST = Constant("rest taken by them at most", 0.24, "fraction", "thumb")
DROP_LIFTS = Constant("lifts that fell off more than usual for a whole session", 2.0, "lifts",
                      "thumb")  # fmt: skip
DROP_REST = Constant("rest taken by such a session", 0.15, "fraction", "thumb")

CENTRAL_REST = Constant("rest is advised under", 0.5, "fraction rested", "thumb")
CENTRAL_EASE = Constant("easing off is advised under", 0.7, "fraction rested", "thumb")
CENTRAL_WORN = Constant(
    "a check-in much worse than usual asks for rest under", 0.85, "fraction rested", "thumb"
)
CENTRAL_PUSH = Constant("more is advised from", 0.9, "fraction rested", "thumb")
LOCAL_EASE = Constant("easing off is advised when planned muscles are under", 0.5,
                      "fraction recovered", "thumb")  # fmt: skip
SORE_HIGH = Constant("soreness that asks for rest when it stays", 4.0, "1-5", "thumb")
SORE_DAYS = Constant("days that it stays for that", 3.0, "days", "thumb")
TIRED_ENERGY = Constant("energy: tired after hardly any effort", 1.0, "1-5", "thumb")
TIRED_DOCTOR = Constant("days of that after which a doctor should know", 14.0, "days", "thumb")
TIRED_GAP = Constant("and between two such answers, at most", 4.0, "days", "thumb")

SLEEP_NIGHTS = Constant("nights from which sleep is held against strength", 20.0, "nights", "thumb")
SLOPE_LEVEL = Constant(
    "interval of how one thing goes with another (the middle slope between all pairs)", 0.9,
    "probability", "sen-1968",
)  # fmt: skip
PAIRS_SEEN = Constant("of which the newest count", 600.0, "nights", "thumb")
ANSWERS_SMOOTHED = Constant("answers whose middle draws a line", 7.0, "answers", "thumb")
ANSWERS_APART = Constant("two answers without a line between them are over", 14.0, "days", "thumb")
