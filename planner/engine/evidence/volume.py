"""Volume, and the time that training takes."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

HELPER_SHARE = Constant("a helping muscle counts", 0.5, "sets", "pelland-2024")
HARD_RIR = Constant("largest reserve of a hard set", 4.0, "reps", "pelland-2024")
WEEK_LOW = Constant("weekly hard sets, lower end", 10.0, "sets", "schoenfeld-2017")
WEEK_HIGH = Constant("weekly hard sets, upper end", 20.0, "sets", "baz-valle-2022")
WEEK_LOW_NOVICE = Constant("the same for novices, lower end", 5.0, "sets", "schoenfeld-2017")
WEEK_HIGH_NOVICE = Constant("the same for novices, upper end", 12.0, "sets", "baz-valle-2022")
WEEK_KEEP = Constant("weekly hard sets that keep what is there", 3.0, "sets", "bickel-2011")
SECONDS_PER_REP = Constant("time of one repetition", 3.5, "seconds", "thumb")
WALK_M_S = Constant("pace of what is carried or walked", 1.0, "metres a second", "thumb")
RUN_M_S = Constant("pace of endurance", 2.8, "metres a second", "thumb")
CHANGEOVER_S = Constant("setting up an exercise", 120.0, "seconds", "thumb")
CHANGEOVER_DRILL_S = Constant("the same with nothing to load", 30.0, "seconds", "thumb")
WARM_UP_S = Constant("general warm-up", 480.0, "seconds", "thumb")
JUMP_SHARE = Constant("rise of a muscle's weekly sets that is told from", 0.4, "fraction", "thumb")
JUMP_SETS = Constant(
    "further weekly sets of a muscle that are told, at least", 3.0, "sets", "thumb"
)
JUMP_WEEKS = Constant("training weeks that show what is usual", 4.0, "weeks", "thumb")
JUMP_SEEN_WEEKS = Constant("weeks in which they are sought", 12.0, "weeks", "thumb")
DAYS_SETS = Constant(
    "change of weekly sets that other training days may bring", 0.1, "fraction", "thumb"
)
