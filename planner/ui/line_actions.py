"""What the week grid does to the line selected: a warm-up before it, another exercise in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from planner.coach import activations, lines, replacing
from planner.coach.activations import Drill
from planner.coach.replacing import Reach
from planner.language import tr
from planner.ui.plan_words import Line
from planner.ui.replace_dialog import ReplaceDialog

if TYPE_CHECKING:
    from planner.ui.week_grid import WeekGrid


def can_warm_up(line: Line | None) -> bool:
    """Say whether a line can be led up to with lighter sets."""
    return line is not None and lines.can_warm_up(line.exercise)


def add_warm_up(grid: WeekGrid) -> None:
    """Put lighter sets before the work of the line selected."""
    line = grid.week.line(grid.spot.line)
    if line is not None and can_warm_up(line):
        label = tr("Add warm-up to {name}").format(name=line.exercise.name)
        grid.ask((label, partial(lines.add_warm_up, line.id, grid.week.lifter_id)))


def drills(grid: WeekGrid) -> tuple[Drill, ...]:
    """Return the drills that are linked to the line selected."""
    line, card = grid.week.line(grid.spot.line), grid.week.card(grid.spot.session)
    if line is None or card is None:
        return ()
    there = frozenset(each.exercise.slug for each in card.lines)
    return activations.drills(line.exercise, there, grid.week.lifter_id, grid.week.today)


def add_drill(grid: WeekGrid, slug: str | None = None) -> None:
    """Put a drill before the line selected: the one named, else the first that is not there."""
    line, found = grid.week.line(grid.spot.line), drills(grid)
    named = next((each for each in found if each.slug == slug or not (slug or each.there)), None)
    if line is None:
        return
    if named is None:
        grid.told.emit(_no_drill(line, bool(found)))
        return
    label = tr("Put {drill} before {name}").format(drill=named.name, name=line.exercise.name)
    week = grid.week
    work = partial(activations.insert, line.id, week.lifter_id, week.today, named.slug)
    grid.ask((label, work))


def _no_drill(line: Line, there: bool) -> str:
    text = tr("All drills of {0} are there.") if there else tr("No drill is linked to {0}.")
    return text.format(line.exercise.name)


def drill_words(drill: Drill) -> str:
    """Write a drill as the menu has it: 'Band walk · there', 'Ankle rock · may not suit: knee'."""
    there = tr("there") if drill.there else ""
    return " · ".join(part for part in (drill.name, there, drill.mind) if part)


def can_practise(line: Line | None) -> bool:
    """Say whether a line is of a movement that is practised before load."""
    return line is not None and line.practised


def practise(grid: WeekGrid) -> None:
    """Put light sets of practice in place of what is planned in the line selected."""
    line = grid.week.line(grid.spot.line)
    if line is not None and can_practise(line):
        label = tr("Practice sets of {name}").format(name=line.exercise.name)
        week = grid.week
        grid.ask((label, partial(lines.practise, line.id, week.lifter_id, week.today)))


def replace(grid: WeekGrid) -> None:
    """Ask what takes the place of the line selected."""
    line, card = grid.week.line(grid.spot.line), grid.week.card(grid.spot.session)
    if line is None or card is None:
        return
    dialog = ReplaceDialog(line.exercise, card.begun, grid, grid.week.lifter_id, grid.week.today)
    dialog.chosen.connect(partial(_replace, grid, line))
    dialog.open()
    dialog.search.setFocus()


def _replace(grid: WeekGrid, line: Line, slug: str, reach: Reach) -> None:
    week = grid.week
    label = tr("Replace {name}").format(name=line.exercise.name)
    work = partial(
        replacing.replace_exercise, line.id, week.id, slug, reach, week.lifter_id, week.today
    )
    grid.ask((label, work))
