"""Training science: values and today's date in, values out.

The names here follow a lift from day to day: `start`, `update`, `read`, then `forecast_sets`
and `suggest`. What asks for one number takes the module that has it, such as `strength`,
`volume` or `plates`; `terms` is the vocabulary. Only the standard library is imported, and the
parts only when first used, so that the window is painted before the engine is loaded.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.engine.forecast import Forecast
    from planner.engine.kinship import known
    from planner.engine.lift import LiftState, start, update
    from planner.engine.prediction import forecast_sets
    from planner.engine.progression import suggest, suggest_week
    from planner.engine.reading import read
    from planner.engine.target import LiftContext
    from planner.engine.variation import Known
    from planner.engine.whole_lifter import LifterContext, suggest_lifter

__all__ = [
    "Forecast",
    "Known",
    "LiftContext",
    "LiftState",
    "LifterContext",
    "forecast_sets",
    "known",
    "read",
    "start",
    "suggest",
    "suggest_lifter",
    "suggest_week",
    "update",
]
_HOMES = {
    "Forecast": "forecast",
    "Known": "variation",
    "LiftContext": "target",
    "LiftState": "lift",
    "LifterContext": "whole_lifter",
    "forecast_sets": "prediction",
    "known": "kinship",
    "read": "reading",
    "start": "lift",
    "suggest": "progression",
    "suggest_lifter": "whole_lifter",
    "suggest_week": "progression",
    "update": "lift",
}


def __getattr__(name: str) -> Any:
    """Load a part of the engine when it is first asked for; AttributeError for anything else."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
