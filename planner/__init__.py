"""Workout Planner: plan weeks, log sets, draw charts, print sheets, offline."""

__version__ = "1.0.0"  # the only place: pyproject.toml and all packages read it here
APP_ID = "io.github.workout_planner.WorkoutPlanner"  # by which desktops know window and icon
