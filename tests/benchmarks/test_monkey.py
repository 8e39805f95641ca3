"""The monkey's first steps, in the suite: on a window, and on one that fails."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

MONKEY = Path(__file__).with_name("monkey.py")


def test_nothing_breaks_in_the_first_moments_of_a_monkey() -> None:
    done = subprocess.run(
        [sys.executable, MONKEY, "--events", "40", "--seed", "3"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "seed 3, 40 events" in done.stdout
