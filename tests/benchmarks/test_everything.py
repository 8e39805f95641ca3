"""One command measures all, and says what missed its bar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import everything
import pytest
from bars import Bar
from everything import Ran

SLOW = Bar("import", 6.4, "×", 4, "a bare reader")


def test_every_script_that_tells_bars_is_measured() -> None:
    tell = {
        each.name for each in everything.HERE.glob("*.py") if "return told(" in each.read_text()
    }
    assert tell - {"bars.py", Path(__file__).name} == set(everything.MEASURING)


def test_what_missed_its_bar_is_told() -> None:
    text = everything.written([Ran("run.py", 2.0, 1, (SLOW,))], date(2026, 11, 22))
    assert "| import | 6.4 × of a bare reader | 4 ×, **missed** |" in text.splitlines()


@pytest.mark.parametrize(("code", "end"), [(0, "nothing broke"), (1, "**broke**")])
def test_what_measures_nothing_tells_whether_it_broke(code: int, end: str) -> None:
    text = everything.written([Ran("killing.py", 8.0, code, ())], date(2026, 11, 22))
    assert f"| `killing.py`, 8.0 min | {end} | |" in text.splitlines()


def test_the_table_is_put_where_the_one_before_was(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"above\n{everything.MARKS[0]}old\n{everything.MARKS[1]}\nbelow\n")
    everything.put(readme, "new")
    assert readme.read_text().split() == [
        "above", "<!--", "figures", "-->", "new", "<!--", "end", "of", "figures", "-->", "below",
    ]  # fmt: skip
