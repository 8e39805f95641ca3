"""A check that cannot be made is seen where everything is checked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NETWORK = "tests/test_no_network.py"


@pytest.mark.skipif(sys.platform != "linux", reason="the tools are those of Linux")
@pytest.mark.parametrize(("where", "outcome"), [("", "skipped"), ("true", "failed")])
def test_a_missing_tool_skips_its_checks_at_home_and_fails_them_where_all_is_checked(
    where: str, outcome: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly",
         NETWORK, "-k", "network_that_is_asked"],
        cwd=ROOT, env={"PATH": "/nowhere", "CI": where}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert f"1 {outcome}" in done.stdout
