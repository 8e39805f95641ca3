"""How heavy the sets of a week were, and how alike its days."""

from __future__ import annotations

from planner.engine.evidence.constant import Constant

ZONES = (
    Constant("zones of intensity: light loads are under", 0.6, "of e1RM", "zatsiorsky-2006"),
    Constant("the second zone reaches to", 0.7, "of e1RM", "zatsiorsky-2006"),
    Constant("the third zone reaches to", 0.8, "of e1RM", "zatsiorsky-2006"),
    Constant("the fourth zone, and the heaviest from there", 0.9, "of e1RM", "zatsiorsky-2006"),
)
MONOTONY_DAYS = Constant(
    "monotony is the mean load of a day over its standard deviation in (no proof that it "
    "foretells injury: Impellizzeri 2020)", 7.0, "days", "foster-1998",
)  # fmt: skip
MONOTONY_LEAST = Constant("monotony is told of training days, at least", 2.0, "days", "thumb")
