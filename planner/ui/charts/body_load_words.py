"""What the body picture says of a muscle, its legend, and the columns of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from planner.coach import wording
from planner.coach.charts.body_load import BodyPart, Standing
from planner.coach.library_words import plain
from planner.engine.terms import MUSCLE_NAMES, Muscle, Side
from planner.language import tr
from planner.ui import counts, group_words, today_words
from planner.ui.charts import body_marks
from planner.ui.charts.body_marks import Shade
from planner.ui.charts.cells import day_text, number
from planner.ui.charts.plot_legend import Entry
from planner.ui.table_model import Column

SIDES = (Side.LEFT, Side.RIGHT)
THIS_WEEK, TWO_WEEKS, FOUR_WEEKS = 7, 14, 28  # days without training from which it is shaded


class BodyView(Enum):
    """What the body is shaded by."""

    SETS = auto()
    FRESHNESS = auto()
    DAYS = auto()


@dataclass(frozen=True, slots=True)
class BodyState:
    """Everything that the body picture shows; `fresh` is known by group, 0–1."""

    parts: Sequence[BodyPart]
    today: date
    view: BodyView = BodyView.SETS
    fresh: Mapping[str, float] = field(default_factory=dict)

    def part(self, muscle: Muscle) -> BodyPart | None:
        """Return the part that a muscle belongs to."""
        return next((each for each in self.parts if muscle in each.muscles), None)


_OF_STANDING = {
    Standing.NONE: Shade.NOTHING,
    Standing.FREE: Shade.PLAIN,
    Standing.BELOW: Shade.LIGHT,
    Standing.WITHIN: Shade.MIDDLE,
    Standing.ABOVE: Shade.DARK,
}


def shades(state: BodyState) -> dict[tuple[Muscle, Side], Shade]:
    """Return how dark each muscle is on each side."""
    return {
        (muscle, side): _shade(state, part, side)
        for part in state.parts
        for muscle in part.muscles
        for side in SIDES
    }


def _shade(state: BodyState, part: BodyPart, side: Side) -> Shade:
    if state.view is BodyView.SETS:
        return _OF_STANDING[part.standing(side)]
    if state.view is BodyView.FRESHNESS:
        return _tired(state.fresh.get(part.name))
    return _idle(days_since(part, side, state.today))


def _tired(level: float | None) -> Shade:
    """Shade by the words that are said of freshness everywhere: the freshest is plain."""
    if level is None:
        return Shade.NOTHING
    words = [today_words.fresh(each) for each in (1.0, 0.7, 0.5, 0.0)]
    return Shade(Shade.PLAIN + words.index(today_words.fresh(level)))


def _idle(days: int | None) -> Shade:
    if days is None:
        return Shade.NOTHING
    if days < TWO_WEEKS:
        return Shade.PLAIN if days < THIS_WEEK else Shade.LIGHT
    return Shade.MIDDLE if days < FOUR_WEEKS else Shade.DARK


def days_since(part: BodyPart, side: Side, today: date) -> int | None:
    """Return the days since a side was trained; None for never."""
    last = part.side(side).last_on
    return None if last is None else (today - last).days


def legend(view: BodyView) -> list[Entry]:
    """Return the signs of a view, the lightest first."""
    words = {
        BodyView.SETS: [
            tr("no sets"), tr("no range"), tr("below range"), tr("in range"), tr("above"),
        ],
        BodyView.FRESHNESS: [
            tr("not known"), *[today_words.fresh(level) for level in (1.0, 0.7, 0.5, 0.0)],
        ],
        BodyView.DAYS: [
            tr("never"), tr("this week"), tr("7 days on"), tr("14 on"), tr("28 on"),
        ],
    }[view]  # fmt: skip
    return [(body_marks.sign(shade), word) for shade, word in zip(Shade, words, strict=True)]


def said(state: BodyState, muscle: Muscle, side: Side) -> str:
    """Say of a muscle what is known, a line each."""
    part = state.part(muscle)
    if part is None:
        return plain(muscle)
    return "\n".join([_heading(part, muscle, side), *_facts(state, part, side)])


def _heading(part: BodyPart, muscle: Muscle, side: Side) -> str:
    words = tr("{muscle}, left") if side is Side.LEFT else tr("{muscle}, right")
    own = words.format(muscle=plain(muscle))
    if part.name in ("", MUSCLE_NAMES[muscle]):
        return own
    return f"{own} · {group_words.alone(part.name)}"


def _facts(state: BodyState, part: BodyPart, side: Side) -> list[str]:
    known = [_sets(part), f"{_range(part)} · {_last(days_since(part, side, state.today))}"]
    level = state.fresh.get(part.name)
    if state.view is BodyView.FRESHNESS and level is not None:
        known.append(today_words.fresh_about(level))
    return known


def _sets(part: BodyPart) -> str:
    """Say a week's sets as the range counts them, and each side's where they are others."""
    said = tr("{sets} a week").format(sets=counts.hard_sets(part.sets))
    if part.left.sets == part.right.sets == part.sets:
        return said
    sides = [wording.number(part.side(each).sets) for each in SIDES]
    return tr("{0}: left {1}, right {2}").format(said, *sides)


def _range(part: BodyPart) -> str:
    if part.low is None or part.high is None:
        return tr("no range")
    return tr("range {0}").format(_limits(part))


def _last(days: int | None) -> str:
    if days is None:
        return tr("never trained")
    if not days:
        return tr("trained today")
    return tr("trained {days} ago").format(days=counts.days(days))


def _limits(part: BodyPart) -> str:
    """Write a range with its ends alone."""
    if part.low is None or part.high is None:
        return "–"
    return f"{wording.number(part.low)}–{wording.number(part.high)}"


def _named(part: BodyPart) -> str:
    return group_words.alone(part.name) if part.name else plain(part.muscles[0])


def columns(state: BodyState) -> list[Column[BodyPart]]:
    """Return the columns of the table behind the picture."""

    def last(row: BodyPart) -> date | None:
        days = [row.side(side).last_on for side in SIDES]
        return max((day for day in days if day is not None), default=None)

    def fresh(row: BodyPart) -> str | None:
        level = state.fresh.get(row.name)
        return None if level is None else today_words.fresh(level)

    made: list[Column[BodyPart]] = [
        Column(tr("Muscle"), lambda row: _named(row)),
        Column(tr("Sets"), lambda row: round(row.sets, 1), number, numeric=True),
        Column(tr("Left"), lambda row: round(row.left.sets, 1), number,
               numeric=True),
        Column(tr("Right"), lambda row: round(row.right.sets, 1), number,
               numeric=True),
        Column(tr("Range"), _limits),
        Column(tr("Last"), last, day_text),
    ]  # fmt: skip
    return [*made, Column(tr("Freshness"), fresh)] if state.fresh else made
