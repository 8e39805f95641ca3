"""Every table of the charts can be sorted by every column, whatever stands in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from planner.coach import demo, switches
from planner.coach.switches import Switch
from planner.ui.charts.pages import PageName
from tests.ui.charts.conftest import TODAY, ChartsDesk
from tests.ui.table_sorting import sort_by_all


def test_every_table_can_be_sorted_by_every_column_up_and_down(
    database: Path, open_desk: Callable[[int], ChartsDesk]
) -> None:
    lifter, filled = demo.add_sample_lifter(TODAY), set[PageName]()
    switches.set_on(lifter, Switch.STANDARDS, True)
    tab = open_desk(lifter).tab
    for name in PageName:
        tab.show_page(name)
        for _ in tab.page.reading():
            pass
        for model in [card.filled() for card in tab.page.cards()]:
            sort_by_all(model)
            if model.rowCount() > 1:
                filled.add(name)
    assert filled == set(PageName)
