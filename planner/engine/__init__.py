"""Training science: values and today's date in, values out.

`start`, `update`, `read`, `forecast_sets` and `suggest` are all that the other rooms need;
`terms` is the vocabulary. Only the standard library is imported, so that start-up stays short.
"""

from planner.engine.forecast import Forecast
from planner.engine.lift import LiftState, forecast_sets, start, update
from planner.engine.progression import suggest, suggest_week
from planner.engine.reading import read
from planner.engine.target import LiftContext

__all__ = [
    "Forecast",
    "LiftContext",
    "LiftState",
    "forecast_sets",
    "read",
    "start",
    "suggest",
    "suggest_week",
    "update",
]
