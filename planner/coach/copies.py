"""Copies of the database that sync programs make: beside it, or in its place without its log."""

from __future__ import annotations

from planner.storage.copies import beside as beside, lacks_log as lacks_log
from planner.storage.problems import LogLeftBehind as LogLeftBehind
