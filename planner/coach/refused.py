"""What was asked for cannot be done, as opposed to a fault of the program."""

from __future__ import annotations


class Refused(Exception):
    """What was asked for cannot be done; the message says why, and what can."""
