"""Gain against weekly sets, in a lift's own history."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

DOSE_WINDOW = Constant("window in which sets and gain are compared", 28.0, "days", "thumb")
DOSE_LONG_WINDOW = Constant("the same in a long history", 56.0, "days", "simulation")
DOSE_LONG = Constant("of these there are at least, then", 12.0, "windows", "thumb")
DOSE_LEFT = Constant(
    "days left before a break or today make a window from", 0.75, "of a whole one", "thumb"
)
DOSE_HISTORY = Constant("history before sets and gain are compared", 56.0, "days", "thumb")
DOSE_OFF = Constant("time without the lift after which windows begin anew", 21.0, "days", "thumb")
DOSE_FEWEST = Constant("windows before a line is drawn through them", 4.0, "windows", "thumb")
DOSE_SESSIONS = Constant("sessions that tell a window's gain", 3.0, "sessions", "thumb")
DOSE_SPAN = Constant("days of a window, without lighter weeks, that do so", 14.0, "days", "thumb")
DOSE_MAINLY = Constant(
    "share of a window's sessions in the early phase, above which it is left out", 0.5, "share",
    "thumb",
)  # fmt: skip
DOSE_ODD = Constant(
    "noise of a session beyond which it counts less", 2.0, "standard deviations", "thumb"
)
DOSE_FORM = Constant("form is up or down for some weeks, give or take", 0.01, "log units", "thumb")
DOSE_SETS_SHOW = Constant(
    "what one more set in a session shows by itself: about nothing, give or take", 0.005,
    "log units", "thumb",
)  # fmt: skip
DOSE_ANY_GAIN = Constant(
    "gain of a window that no session tells: about nothing, give or take", 1.0,
    "log units in 28 days", "thumb",
)  # fmt: skip
DOSE_SPREAD = Constant(
    "spread of weekly sets, below which nothing is compared", 0.5, "sets, standard deviation",
    "thumb",
)  # fmt: skip
DOSE_NOISE = Constant(
    "noise of a session where a lift tells little of it", 0.031, "log units", "logs"
)
DOSE_NOISE_WEIGHT = Constant("weight of that noise", 6.0, "sessions", "thumb")
DOSE_SLOPE = Constant(
    "what one more weekly set is believed to bring before the lift is looked at: about nothing, "
    "give or take", 0.005, "log units in 28 days", "thumb",
)  # fmt: skip
DOSE_SLOWING = Constant(
    "the same for gain from the first window to the last", 0.03, "log units in 28 days", "thumb"
)
DOSE_GAIN = Constant("the same for gain on average", 0.10, "log units in 28 days", "thumb")
DOSE_BETWEEN = Constant(
    "gain differs between windows for other reasons, give or take", 0.02, "log units in 28 days",
    "thumb",
)  # fmt: skip
DOSE_BETWEEN_MOST = Constant("the most of it that is tried", 0.08, "log units in 28 days", "thumb")
