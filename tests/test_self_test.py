"""An installation can say whether it is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

LACKING = (
    "import sys; sys.modules['xlsxwriter'] = None;"
    "from planner.__main__ import main; sys.exit(main(['--self-test']))"
)


def _tried(data: Path, *command: str) -> subprocess.CompletedProcess[str]:
    mine = {"PLANNER_DATA_DIR": str(data), "TMPDIR": str(data.parent)}
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    bare = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, *command], env={**bare, **mine},
        capture_output=True, text=True, timeout=200,
    )  # fmt: skip


def test_a_whole_installation_passes_and_leaves_the_data_alone(tmp_path: Path) -> None:
    done = _tried(tmp_path / "data", "-m", "planner", "--self-test")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "All works."), done.stdout
    assert not list(tmp_path.iterdir())  # neither data nor what was made for the test


def test_a_part_that_lacks_is_named(tmp_path: Path) -> None:
    done = _tried(tmp_path, "-c", LACKING)
    assert done.returncode == 1
    assert "FAILED  every part is there" in done.stdout
    assert "xlsxwriter" in done.stdout
    assert done.stdout.endswith("This installation is not whole.\n")
