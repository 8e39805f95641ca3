"""What is believed of a lifter and a lift at first."""

from __future__ import annotations

from planner.engine import fitted
from planner.engine.evidence.constant import Constant
from planner.engine.terms import N_

LEARNING_ISOLATION = Constant("learning time, isolation", 6.0, "learning steps", "simulation")
LEARNING_MACHINE = Constant("learning time, machine", 8.0, "learning steps", "simulation")
LEARNING_BARBELL = Constant("learning time, barbell", 11.0, "learning steps", "rutherford-1986")
LEARNING_TECHNICAL = Constant("learning time, technical", 14.0, "learning steps", "thumb")
LEARNING_FAST = Constant("a fast learner needs", 0.5, "of that time", "simulation")
LEARNING_SLOW = Constant("a slow learner needs", 2.0, "of that time", "simulation")
LEARNING_CARRIED = Constant("a known lift saves its variation", 0.75, "of learning", "thumb")

_PRIOR_NAMES = (
    N_("{who}, learning to come"),
    N_("{who}, sd of learning"),
    N_("{who}, daily gain"),
    N_("{who}, sd of gain"),
    N_("{who}, loss to regain"),
    N_("{who}, sd of loss"),
)
_PRIOR_UNITS = ("log", "log", "log/day", "log/day", "log", "log")


def _prior(
    who: str, source: str, *values: float, learning: str = "simulation"
) -> tuple[Constant, ...]:
    """Return what is believed of such a lifter: learning, daily gain, loss, each mean and sd."""
    sources = (learning, *[source] * (len(values) - 1))
    rows = zip(_PRIOR_NAMES, values, _PRIOR_UNITS, sources, strict=True)
    return tuple([Constant(*row, parts=(("who", who),)) for row in rows])


PRIOR_NOVICE = _prior(
    N_("novice"), "ogasawara-2013", fitted.LEARNING_NOVICE, 0.10, 5e-4, 4e-4, 0.0, 0.003
)
PRIOR_INTERMEDIATE = _prior(
    N_("intermediate"), "latella-2020", fitted.LEARNING_INTERMEDIATE, 0.03, 3e-4, 6e-4, 0.0, 0.005
)
PRIOR_RETURNER = _prior(
    N_("returner"), "halonen-2024", 0.03, 0.04, 3e-4, 3e-4, 0.10, 0.06, learning="thumb"
)
PRIOR_UNKNOWN = _prior(N_("unknown"), "logs", fitted.LEARNING_UNKNOWN, 0.12, 3e-4, 6e-4, 0.01, 0.03)
