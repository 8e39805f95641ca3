"""Loads that jumped and stayed."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

JUMP_NEAR = Constant("a jump is a factor of 2 or of kg to lb within", 0.08, "log", "thumb")
JUMP_OFFERED = Constant("and may be one within", 0.16, "log", "thumb")
JUMP_SESSIONS = Constant("least sessions before a jump", 2.0, "sessions", "thumb")
JUMP_COMPARED = Constant("sessions compared on either side of it", 3.0, "sessions", "thumb")
JUMP_STEPS = Constant("least steps of the smallest load", 2.0, "steps", "thumb")
JUMP_ASKED_DAYS = Constant("days for which it is asked about", 182.0, "days", "thumb")
SAME_MOVEMENT = Constant("two machines for a movement are alike by", 0.9, "fraction", "thumb")
