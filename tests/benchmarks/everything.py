"""Measure all of it, each benchmark alone in its turn, and write one table.

    .venv/bin/python tests/benchmarks/everything.py [--break] [--readme] [SCRIPT …]

Leave the machine alone meanwhile: half an hour, with `--break`, which also kills, damages, fills
disks and plays at random, some two hours. `--readme` puts the table into README.md. The exit code
is 1 when a bar is missed or something broke.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from bars import KEPT, Bar

HERE = Path(__file__).resolve().parent
README = HERE.parent.parent / "README.md"
MARKS = ("<!-- figures -->\n", "<!-- end of figures -->")
MEASURING = (
    "run.py", "blocks.py", "charting.py", "clients.py", "many_sets.py", "merging_files.py",
    "pacing.py", "long_day.py",
)  # fmt: skip
BREAKING = (
    "killing.py", "full_disk.py", "damaging.py", "fuzzing.py", "random_user.py",
    *(f"monkey.py --events 25000 --seed {seed} --theme {theme}"
      for seed, theme in ((1, "light"), (2, "dark"), (3, "light"), (4, "dark"))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ran:
    """A script with its arguments, how it ended, and what it measured."""

    script: str
    minutes: float
    code: int
    bars: tuple[Bar, ...]


def main() -> int:
    """Run the scripts; return 1 when one of them did not end with 0."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--break", dest="breaking", action="store_true")
    asked.add_argument("--readme", action="store_true")
    asked.add_argument("scripts", nargs="*", metavar="SCRIPT")
    options = asked.parse_args()
    scripts = options.scripts or [*MEASURING, *(BREAKING if options.breaking else ())]
    done = [run(script) for script in scripts]
    print(text := written(done, date.today()))
    if options.readme:
        put(README, text)
    return int(any(each.code for each in done))


def run(script: str) -> Ran:
    """Run one script in a process of its own, and show what it says."""
    print(f"== {script}", flush=True)
    began = monotonic()
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "bars"
        kept.touch()
        name, *arguments = script.split()
        code = subprocess.run(
            [sys.executable, HERE / name, *arguments], env={**os.environ, KEPT: str(kept)}
        ).returncode
        bars = tuple(Bar(**json.loads(line)) for line in kept.read_text("utf-8").splitlines())
    return Ran(script, (monotonic() - began) / 60, code, bars)


def written(done: Iterable[Ran], day: date) -> str:
    """Return the table as Markdown, below the kind of machine."""
    lines = [f"{machine()}, {day:%B %Y}:", "", "| | measured | bar |", "|---|---|---|"]
    for each in done:
        end = "" if each.bars else ("nothing broke" if each.code == 0 else "**broke**")
        lines.append(f"| `{each.script}`, {max(each.minutes, 0.1):.1f} min | {end} | |")
        lines += map(_row, each.bars)
    return "\n".join(lines) + "\n"


def _row(bar: Bar) -> str:
    against = f" of {bar.held_against}" if bar.held_against else ""
    most = "" if bar.most is None else f"{bar.most:g} {bar.unit}"
    missed = ", **missed**" if bar.missed else ""
    return f"| {bar.what} | {bar.value:.3g} {bar.unit}{against} | {most}{missed} |"


def machine() -> str:
    """Return what kind of machine this is."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if line.startswith("model name")
    ] if Path("/proc/cpuinfo").exists() else []  # fmt: skip
    chip = names[0] if names else platform.machine()
    return (
        f"{os.cpu_count()} cores ({chip}), {platform.system()}, Python {platform.python_version()}"
    )


def put(readme: Path, text: str) -> None:
    """Put the table between its marks."""
    before, _, rest = readme.read_text("utf-8").partition(MARKS[0])
    _, mark, after = rest.partition(MARKS[1])
    if not mark:
        raise SystemExit(f"{readme} has no place for the figures")
    readme.write_text(f"{before}{MARKS[0]}\n{text}\n{MARKS[1]}{after}", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
