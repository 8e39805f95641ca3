"""Names are read whole in the week, and training days have more room than days of rest."""

from __future__ import annotations

import pytest

from planner.coach import arranging, week_edits
from planner.ui.plan_rows import LineRow

pytestmark = pytest.mark.usefixtures("dressed")
LONG = ("incline-dumbbell-bench-press", "single-leg-romanian-deadlift", "romanian-deadlift")


@pytest.fixture
def long_names(planner):
    """The planner with long names on Monday."""
    lower = planner.planned()[0].id
    for slug in LONG:
        week_edits.add_exercise(lower, slug)
    planner.refresh()
    return planner


def rows(planner, day: int) -> list[LineRow]:
    return [row for row in planner.card(day).rows if isinstance(row, LineRow)]


def test_long_names_stand_whole_on_more_lines_at_1280_by_720(long_names):
    for row in rows(long_names, 0):
        lines = row.name_lines(row.width())
        assert not any("…" in line for line in lines)
        assert row.height() == row.heightForWidth(row.width())
    assert len(rows(long_names, 0)[-1].name_lines(96)) == 2


def test_a_name_of_a_session_takes_a_second_line(planner):
    title = planner.card(0).rows[0]
    before = title.height()
    week_edits.rename_session(planner.planned()[0].id, "Lower body with heavy squats and leg press")
    planner.refresh()
    title = planner.card(0).rows[0]
    assert title.height() > before
    assert title.height() == title.heightForWidth(title.width())


def test_a_day_of_rest_is_half_as_wide_as_a_training_day(planner):
    training, rest = planner.column(0).width(), planner.column(1).width()
    assert rest == pytest.approx(training / 2, abs=2)


def test_a_day_that_gets_a_session_gets_the_room_too(planner):
    before = planner.column(1).width()
    planner.select(1)
    planner.grid.add_session()
    assert planner.column(1).width() > 1.5 * before


def test_a_week_of_rest_shares_the_room_evenly(planner):
    for session in planner.planned():
        arranging.delete_sessions([session.id])
    planner.refresh()
    widths = [planner.column(day).width() for day in range(7)]
    assert max(widths) - min(widths) <= 1


def test_names_on_more_lines_ask_for_no_more_height_than_they_take(long_names):
    area = long_names.grid._area
    assert area.verticalScrollBar().maximum() == 0
    card = long_names.card(0)
    assert card.rows[-1].geometry().bottom() < card.height()
