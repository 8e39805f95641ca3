"""A program killed at any moment loses nothing that it confirmed, and leaves nothing by half."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import killing
import pytest

from planner.storage import database


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are forked")
def test_a_killed_program_leaves_all_it_confirmed(tmp_path: Path) -> None:
    database.close_database()
    tallies = killing.run(tmp_path, 4, Random(7))
    assert [fault for made in tallies.values() for fault in made.faults] == []
    assert tallies["logging"].confirmed > 0
