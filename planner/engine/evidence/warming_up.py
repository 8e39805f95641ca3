"""The ramp of lighter sets before an exercise's first work set."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

RAMP_START_REPS = Constant("warm-up ramp, bar or body alone", 8.0, "reps", "thumb")
RAMP_SHARES = (
    Constant("warm-up ramp, first share of the work load", 0.5, "fraction", "thumb"),
    Constant("warm-up ramp, second share of the work load", 0.7, "fraction", "thumb"),
    Constant("warm-up ramp, last share of the work load", 0.85, "fraction", "thumb"),
)
RAMP_REPS = (
    Constant("warm-up ramp, with the first share", 5.0, "reps", "thumb"),
    Constant("warm-up ramp, with the second share", 3.0, "reps", "thumb"),
    Constant("warm-up ramp, with the last share", 1.0, "reps", "thumb"),
)
RAMP_LAST_TO_REPS = Constant("most work reps that the last share serves", 8.0, "reps", "thumb")
RAMP_LEAST_STEP = Constant("least step of a ramp, of the work load", 0.1, "fraction", "thumb")
RAMP_REST_S = Constant("rest after a warm-up set", 45.0, "seconds", "thumb")
