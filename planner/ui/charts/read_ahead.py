"""Import the pages of the charts, and read what takes them long, while nobody waits for it."""

from __future__ import annotations

from collections.abc import Generator
from datetime import date
from functools import partial

from planner.coach import clients, readings
from planner.ui import region
from planner.ui.charts import pages
from planner.ui.charts.pages import PageName
from planner.ui.slices import Job


def jobs(lifter_id: int | None, slug: str, today: date) -> dict[str, Job]:
    """Return what there is to do, in order: all imports, then the reading of a lifter and of the
    lift shown, '' without any."""
    made: dict[str, Job] = {name: partial(pages.importing, name) for name in PageName}
    if lifter_id is not None and slug:
        made["reading"] = partial(_reading, lifter_id, slug, today)
    return made


def _reading(lifter_id: int, slug: str, today: date) -> Generator[None, None, None]:
    """Read of a lifter whose log is read already; it is kept for as long as nobody writes."""
    # late: with the pages themselves
    from planner.coach.charts import records_all, records_page, week_work

    first = region.first_weekday()
    for read in (
        partial(week_work.reading_bouts, lifter_id, today),
        partial(records_all.reading_all, lifter_id, today, first),
    ):
        if not _is_ready(lifter_id, today):
            return
        yield from read()
    if _is_ready(lifter_id, today):
        records_page.read(lifter_id, slug, today, first)


def _is_ready(lifter_id: int, today: date) -> bool:
    """Say whether a lifter, whom Undo may have taken away meanwhile, is read already."""
    there = any(each.id == lifter_id for each in clients.lifters())
    return there and not readings.takes_long(lifter_id, today)
