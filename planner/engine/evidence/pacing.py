"""The pace of a repetition that is moved to a tempo."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

COUNT_IN_S = Constant("count-in before the first paced repetition", 3.0, "seconds", "thumb")
FAST_S = Constant("paced time of a part 'as fast as possible' (X)", 1.0, "seconds", "thumb")
