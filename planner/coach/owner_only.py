"""Keep what lies beside the database to its owner, as the database is."""

from __future__ import annotations

from planner.storage.owner_only import (
    FOLDER as FOLDER,
    close_to_others as close_to_others,
    make as make,
)
