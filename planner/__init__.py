"""Workout Planner: plan weeks, log sets, draw charts, print sheets, offline."""

__version__ = "0.1.0"
