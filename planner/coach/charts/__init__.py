"""Read a lifter's history in the shape that charts draw; each page of the charts has a module."""

from planner.coach.charts.lift_rows import LiftRow as LiftRow, lifts as lifts
from planner.coach.charts.strength_chart import (
    Event as Event,
    LevelPoint as LevelPoint,
    PhaseSpan as PhaseSpan,
    Record as Record,
    SessionPoint as SessionPoint,
    StrengthChart as StrengthChart,
    TimeOff as TimeOff,
    gain as gain,
    jumped_on as jumped_on,
    strength as strength,
)
from planner.coach.charts.training_load import (
    WeeklySets as WeeklySets,
    main_group as main_group,
    totals as totals,
    weekly_sets as weekly_sets,
)
