"""The fuzzer's first files of every format, in the suite."""

from __future__ import annotations

from pathlib import Path

import fuzzing
import pytest
from fuzz_seeds import SEEDS

from planner.coach import files


@pytest.mark.parametrize("name", SEEDS)
def test_a_broken_file_is_refused_in_words_or_comes_in_whole(name: str, tmp_path: Path) -> None:
    try:
        told = fuzzing.run(name, count=30, seed=0, folder=tmp_path, stored_of=30)
    finally:
        files.close_file()
    assert told["files"] == 30
    assert told["rows"]
