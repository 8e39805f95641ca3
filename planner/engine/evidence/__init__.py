"""Every constant of the engine with its unit and where it comes from, and the sources cited.

All values are on the scale that the code uses; strengths are natural logarithms, so that 0.01
is 1 %. The evidence page lists `CONSTANTS` as they stand here.
"""

from __future__ import annotations

from planner.engine.evidence import (
    advising,
    believed,
    calibrating,
    dose,
    forecasting,
    fuel,
    health,
    jumps,
    ladders,
    measuring,
    moving,
    next_set,
    pacing,
    phase_scores,
    phases,
    practice,
    recovery,
    regularity,
    standards,
    structure,
    time_off,
    volume,
    warming_up,
    week_load,
    whole_lifter,
)
from planner.engine.evidence.advising import *
from planner.engine.evidence.believed import *
from planner.engine.evidence.calibrating import *
from planner.engine.evidence.constant import Constant as Constant
from planner.engine.evidence.dose import *
from planner.engine.evidence.forecasting import *
from planner.engine.evidence.fuel import *
from planner.engine.evidence.health import *
from planner.engine.evidence.jumps import *
from planner.engine.evidence.ladders import *
from planner.engine.evidence.measuring import *
from planner.engine.evidence.moving import *
from planner.engine.evidence.next_set import *
from planner.engine.evidence.pacing import *
from planner.engine.evidence.phase_scores import *
from planner.engine.evidence.phases import *
from planner.engine.evidence.practice import *
from planner.engine.evidence.recovery import *
from planner.engine.evidence.regularity import *
from planner.engine.evidence.standards import *
from planner.engine.evidence.structure import *
from planner.engine.evidence.time_off import *
from planner.engine.evidence.volume import *
from planner.engine.evidence.warming_up import *
from planner.engine.evidence.week_load import *
from planner.engine.evidence.whole_lifter import *

_SUBJECTS = (  # in the order of the evidence page
    measuring,
    believed,
    moving,
    jumps,
    forecasting,
    calibrating,
    next_set,
    time_off,
    phases,
    advising,
    practice,
    ladders,
    structure,
    whole_lifter,
    recovery,
    volume,
    week_load,
    dose,
    warming_up,
    pacing,
    regularity,
    fuel,
    standards,
    health,
    phase_scores,
)


def _listed() -> tuple[Constant, ...]:
    found: list[Constant] = []
    for value in [value for subject in _SUBJECTS for value in vars(subject).values()]:
        if isinstance(value, Constant):
            found.append(value)
        elif isinstance(value, tuple):
            found += [item for item in value if isinstance(item, Constant)]
    return tuple(found)


CONSTANTS = _listed()
