"""What tests need of a computer: without it they are skipped.

Where all is checked a missing tool fails them; only a computer that forbids tracing skips still.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest


def skipped_without(is_there: bool, reason: str) -> pytest.MarkDecorator:
    """Skip a test where what it needs is not there; under CI on Linux it runs, and fails."""
    return pytest.mark.skipif(not is_there and not all_is_checked(), reason=reason)


def to_be_traced() -> pytest.MarkDecorator:
    """Skip a test where strace may trace nothing, as in many containers, or is not there."""
    there = tools("strace")
    tried = ["strace", "-f", "--seccomp-bpf", "-o", os.devnull, "true"]
    kept = there and subprocess.run(tried, capture_output=True).returncode != 0
    missing = not there and not all_is_checked()
    return pytest.mark.skipif(kept or missing, reason="needs strace, and to be let to trace")


def all_is_checked() -> bool:
    """Tell whether a check that could not be made has to be seen."""
    return sys.platform == "linux" and bool(os.environ.get("CI"))


def tools(*names: str) -> bool:
    """Tell whether programs are installed."""
    return all(map(shutil.which, names))
