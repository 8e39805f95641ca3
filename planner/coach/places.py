"""Where this program keeps what is the user's, and where it writes what went wrong."""

from __future__ import annotations

import os
from pathlib import Path

DATA_DIR = "PLANNER_DATA_DIR"  # one folder for everything, instead of the system's
_NAME = "workout-planner"


def data_dir() -> Path:
    """Return the folder of the user's data: PLANNER_DATA_DIR, else where the system keeps it."""
    chosen = _chosen()
    if chosen is not None:
        return chosen
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)


def default_database() -> Path:
    """Return the database that is opened when none is named."""
    return data_dir() / "planner.db"


def log_file() -> Path:
    """Return the file that tells what went wrong: in PLANNER_DATA_DIR, else in the system's
    place for logs."""
    folder = _chosen()
    if folder is None:
        from platformdirs import user_log_path

        folder = user_log_path(_NAME, appauthor=False)
    return folder / "planner.log"


def _chosen() -> Path | None:
    chosen = os.environ.get(DATA_DIR)
    return Path(chosen).expanduser() if chosen else None
