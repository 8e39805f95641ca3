"""What may lie behind loads that suddenly stay far above or below those before."""

from __future__ import annotations

from enum import StrEnum


class JumpCause(StrEnum):
    """Why loads may have jumped without strength having changed."""

    SIDES = "sides"  # counted for one side, or for both, from then on
    UNIT = "unit"  # typed in the other unit
    SETUP = "setup"  # another machine, handle or range of motion
