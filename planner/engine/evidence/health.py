"""What is asked about health before loads are suggested."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

INTAKE_MONTHS = Constant("time after which the health questions are asked anew", 12.0, "months",
                         "warburton-2011")  # fmt: skip
CLEARED_DAYS = Constant("a clearance holds for a yes that stays for at least", 28.0, "days",
                        "thumb")  # fmt: skip
FAINTING_MONTHS = Constant("fainting that counts, within", 12.0, "months", "warburton-2011")
RECENT_MONTHS = Constant("surgery or birth that counts as recent, within", 6.0, "months", "thumb")
CHRONIC_MONTHS = Constant("pain that is called chronic, from", 3.0, "months", "treede-2019")
LASTING_WEEKS = Constant("pain that should have eased, after", 2.0, "weeks", "thumb")
