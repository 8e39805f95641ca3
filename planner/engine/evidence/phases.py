"""Phases of adaptation."""

from __future__ import annotations

from planner.engine import fitted
from planner.engine.evidence.constant import Constant

LEVEL_GAIN = Constant(
    "gain in 28 days under which early gains are over", 0.03, "log", "steele-2023"
)
FLAT_GAIN = Constant("gain in 28 days that is as good as none", 0.008, "log", "steele-2023")
FLAT_GAIN_MAX = Constant("a gain expected over this is no plateau", 0.01, "log", "thumb")
USUAL_DAYS = Constant("memory of a lift's usual level", 28.0, "days", "simulation")
RISING = Constant("over it by this, strength is rising too fast", 0.045, "log", "simulation")
LEVEL_P = Constant("levelling off is called at", fitted.LEVEL_P, "probability", "simulation")
LEVEL_FINAL_DAYS = Constant("and never once it has stood for", 84.0, "days", "thumb")
BEGAN_SESSIONS = Constant("sessions that set where a lift began", 3.0, "sessions", "thumb")
LEVEL_CLEAR_P = Constant("and taken back under", 0.3, "probability", "simulation")
LEVEL_SESSIONS = Constant("least sessions to call it", 6.0, "sessions", "simulation")
LEVEL_DAYS = Constant("least days to call it", 21.0, "days", "moritani-1979")
FLAT_WEEKS = Constant("least weeks to call a plateau", 8.0, "weeks", "simulation")
FLAT_SESSIONS = Constant("least sessions to call a plateau", 12.0, "sessions", "simulation")
RETURN_LOSS = Constant("loss still to regain that counts as returning", 0.025, "log", "logs")
CLEAR_P = Constant("a phase is named when at least", 0.55, "probability", "simulation")
SURE_P = Constant("'fairly sure' from", 0.8, "probability", "thumb")
SHORTFALL_DAYS = Constant("memory of sessions under expectation", 9.0, "days", "simulation")
SHORTFALL_MAX = Constant("most that one session adds", 6.0, "%", "thumb")
VOLUME_DAYS = Constant("memory of this week's volume", 9.0, "days", "simulation")
VOLUME_BASE_DAYS = Constant("and of the own mean", 42.0, "days", "thumb")
FEEL_DAYS = Constant("memory of check-ins", 7.0, "days", "simulation")
FEEL_BASE_DAYS = Constant("and of their own mean", 60.0, "days", "hooper-1995")
SIGNS_MOST = (
    Constant("shortfall that counts, most", 12.0, "%", "thumb"),
    Constant("volume over the own mean that counts, most", 1.0, "log", "thumb"),
    Constant("check-ins over the own mean that count, most", 8.0, "points", "thumb"),
    Constant("expected gain over a threshold that counts, most", 4.0, "sd", "thumb"),
    Constant("weeks since the start that count, most", 52.0, "weeks", "thumb"),
)
FATIGUE_HINT = Constant("fatigue is mentioned from", 0.2, "probability", "simulation")
PHASE_SESSIONS = Constant("sessions for a phase", 4.0, "sessions", "thumb")
CAPPED_SESSIONS = Constant("capped sessions for 'at least'", 4.0, "sessions", "thumb")
FATIGUE_FEW_SETS = Constant("weekly sets under which more is not much", 4.0, "sets", "thumb")
