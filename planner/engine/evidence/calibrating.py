"""How forecasts are held against what happened."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

SHARE_LEAST = Constant("results below which a share says too little", 10.0, "results", "thumb")
BIN_LEAST = Constant("results below which one chance says too little", 5.0, "results", "thumb")
ROLLING_DAYS = Constant("sessions that a share over time is of", 20.0, "sessions", "thumb")
GOAL_SESSIONS = Constant(
    "sessions from which on the day of a goal is forecast", 3.0, "sessions", "thumb"
)
AHEAD_DAYS = Constant("a level is forecast ahead by", 28.0, "days", "thumb")
CALLED_DAYS = Constant("a levelling off is looked at before and after for", 56.0, "days", "thumb")
