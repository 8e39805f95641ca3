"""What is private in the rows of a lifter, and what a file has there that was handed on without.

Such a file goes out by this table, and coming back it takes none of this away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

BARE: Mapping[str, Mapping[str, Any]] = {  # by table and column
    "check_in": {"mood": None},
    "referral": {"topic": "other", "note": "", "clearance_note": ""},
    "restriction": {"set_by": "", "profession": None},
}
NEVER = frozenset({"intake"})  # tables of which all is private
