"""How strength moves."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

DRIFT_SD = Constant("strength drift per root day", 0.003, "log", "simulation")
PAUSE_DRIFT = Constant("a pause drifts as much as training for", 10.0, "days", "simulation")
GAIN_DRIFT_SD = Constant("drift of the daily gain per root day", 3e-5, "log/day", "simulation")
LEARNING_DRIFT_SD = Constant("drift of learning per root day", 0.003, "log", "simulation")
SESSION_SD = Constant("strength differs from day to day by", 0.018, "log", "grgic-2020")
JUMP_SD = Constant("size of a sudden change or an odd day", 0.12, "log", "simulation")
JUMP_P = Constant("chance of a sudden change", 0.03, "probability", "simulation")
ODD_DAY_P = Constant("chance of an odd day", 0.03, "probability", "simulation")
LEARNING_DAYS = Constant("one step of the learning clock", 3.5, "days", "simulation")
GATE_SHARE = Constant("most sessions that may be held out", 0.05, "fraction", "logs")
GATE_MIN = Constant("surprise that is held out, at least", 0.25, "log", "logs")
GATE_SD = Constant("surprise that is held out", 5.0, "standard deviations", "logs")
GATE_MAX = Constant("surprise that is always held out", 0.6, "log", "logs")
GATE_UNSURE = Constant("or, where less is known, from", 2.0, "standard deviations", "thumb")
GATE_AGREE = Constant("two sessions confirm each other within", 0.12, "log", "logs")
BAND_SD = Constant("a range holds 90 %, to each side", 1.645, "standard deviations", "thumb")
LEVEL_MISS = Constant(
    "a level misses its forecast per root day by", 0.0185, "fraction", "logs-ahead"
)
LEVEL_MISS_COUNTS = Constant(
    "that counts beside a lift's own misses as", 4.0, "sessions", "logs-ahead"
)
LEVEL_MISS_SEEN = Constant("sessions whose misses are looked at", 40.0, "sessions", "thumb")
LEVEL_RISES = Constant("a level rises over it with an sd of", 1.5, "misses", "logs-ahead")
LEVEL_FALLS = Constant("and falls under it with an sd of", 0.6, "misses", "logs-ahead")
