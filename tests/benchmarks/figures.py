"""Measured figures with the bar each is held against, and the tables a person reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value with the range it should be in; without one it is shown for information.

    `interval` is the bootstrap 95 % interval over lifters.
    """

    row: str
    what: str
    value: float
    low: float | None = None
    high: float | None = None
    unit: str = ""
    digits: int = 2
    interval: tuple[float, float] | None = None

    @property
    def missed_by(self) -> float:
        """How far the value is outside its range; 0 when it is met."""
        under = 0.0 if self.low is None else self.low - self.value
        over = 0.0 if self.high is None else self.value - self.high
        return max(0.0, under, over)

    @property
    def verdict(self) -> str:
        """Met, missed by how much, or nothing when there is no bar."""
        if self.low is None and self.high is None:
            return ""
        if self.value != self.value:
            return "not measured"
        missed = self.missed_by
        return f"missed by {missed:.2g}" if missed > 0.0 else "met"

    @property
    def bar(self) -> str:
        """The range in words."""
        if self.low is not None and self.high is not None:
            return f"{self._number(self.low)} to {self._number(self.high)}"
        if self.low is not None:
            return f"≥ {self._number(self.low)}"
        return "" if self.high is None else f"≤ {self._number(self.high)}"

    def line(self) -> str:
        """Write the figure on one line."""
        unit = f" {self.unit}" if self.unit else ""
        near = ""
        if self.interval is not None:
            near = f" ({self._number(self.interval[0])} to {self._number(self.interval[1])})"
        value = f"{self._number(self.value)}{unit}{near}"
        return f"{self.row:2} {self.what:42.42} {value:22} {self.bar:14} {self.verdict}".rstrip()

    def _number(self, value: float) -> str:
        return f"{value:.{self.digits}f}"


def listed(title: str, figures: Sequence[Figure]) -> str:
    """Write figures below each other under a title."""
    head = f"{'':2} {'':42} {'measured':22} {'bar':14} verdict"
    return "\n".join([title, "─" * len(title), head, *[each.line() for each in figures]])


def side_by_side(columns: Sequence[str], rows: Mapping[str, Sequence[float]], digits: str) -> str:
    """Write methods below each other, their figures beside each other.

    `digits` says how many decimals each column has, a digit per column.
    """
    first = max(map(len, rows)) + 1
    widths = [
        max(len(name), int(digit) + 3) + 1 for name, digit in zip(columns, digits, strict=True)
    ]
    head = f"  {'':{first}}" + "".join(
        f"{name:>{width}}" for name, width in zip(columns, widths, strict=True)
    )
    lines = [head]
    for name, values in rows.items():
        cells = zip(values, widths, digits, strict=True)
        lines.append(f"  {name:{first}}" + "".join(f"{v:>{w}.{d}f}" for v, w, d in cells))
    return "\n".join(line.replace("nan", "  –") for line in lines)
