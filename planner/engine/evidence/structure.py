"""Changes of structure: a set, the range of repetitions, the exercise."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

STRUCTURE_DAYS = Constant("days from one change of a lift to the next", 28.0, "days", "thumb")
DECLINED_DAYS = Constant("days without asking again for a change", 56.0, "days", "thumb")
SET_FATIGUE_P = Constant("tiredness at which no set is added", 0.1, "probability", "thumb")
ADHERENCE = Constant("planned sessions done before more is asked", 0.8, "fraction", "thumb")
SIZE_PER_SET = Constant("muscle size per further weekly set", 0.37, "%", "schoenfeld-2017")
RESERVE_ROOM = Constant("reps in reserve from which one less is a way on", 2.0, "reps", "thumb")
RANGE_WEEKS = Constant("weeks in one range before it changes", 8.0, "weeks", "thumb")
RANGE_LOAD = Constant("share of its load with which a range may begin", 0.85, "fraction", "thumb")
SHARED_DAYS = Constant("days a week from which a lift may share", 1.5, "days", "thumb")
HEAVY_REPS = (
    Constant("repetitions for strength, from", 4.0, "reps", "acsm-2009"),
    Constant("repetitions for strength, to", 6.0, "reps", "acsm-2009"),
)
SIZE_REPS = (
    Constant("repetitions for size, from", 8.0, "reps", "acsm-2009"),
    Constant("repetitions for size, to", 12.0, "reps", "acsm-2009"),
)
VARIATION_WEEKS = Constant("weeks to stay with a variation", 8.0, "weeks", "thumb")
VARIATION_STUDIES = Constant("studies of varied exercises", 8.0, "studies", "kassiano-2022")
VARIATION_PEOPLE = Constant("lifters in them, young men", 241.0, "people", "kassiano-2022")
PAIN_VARIATION = Constant("most pain that a variation may answer", 4.0, "0-10", "thumb")
NOVELTY = Constant("new exercises in two weeks, at most", 2.0, "exercises", "thumb")
NOVELTY_DAYS = Constant("days for which an exercise is new", 14.0, "days", "thumb")
