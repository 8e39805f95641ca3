"""A charts tab at work on a real file, and charts made by hand for single plots."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.coach.charts import (
    Event,
    LevelPoint,
    PhaseSpan,
    Record,
    SessionPoint,
    StrengthChart,
)
from planner.engine.terms import (
    Confidence,
    Exercise,
    LoggedExercise,
    LoggedSet,
    Muscle,
    Phase,
    Reading,
    Session,
    phrase,
)
from planner.storage import log, undo
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import ChartPage
from planner.ui.charts.charts_tab import ChartsTab
from tests.ui.charts.strength_desk import plot as plot

TODAY = date(2026, 11, 5)  # a Thursday
WEEKS = 20


def rows_shown(card: Any) -> list[Any]:
    """Return what stands in the rows behind a plot, from the top."""
    card.filled()
    return [card.rows.row(place) for place in range(card.rows.rowCount())]


class ChartsDesk:
    """A lifter at the charts tab; `opened` lists the sessions that the tab asked to open."""

    def __init__(self, lifter: int, qtbot: QtBot) -> None:
        self.lifter, self.opened = lifter, list[int]()
        self.window = QWidget()
        self.tab = ChartsTab(self.window)
        box = QVBoxLayout(self.window)
        for widget in (*self.tab.actions_bar(), self.tab):
            box.addWidget(widget)
        self.tab.session_wanted.connect(self.opened.append)
        qtbot.addWidget(self.window)
        self.window.resize(1280, 800)
        self.window.show()
        self.refresh()

    def refresh(self, today: date = TODAY) -> None:
        """Show what is true, as the window does after every write."""
        self.tab.refresh(self.lifter, today)
        QApplication.processEvents()

    def names(self) -> list[str]:
        """Return the lifts that can be seen in the list."""
        items = [self.tab.lifts.list.item(row) for row in range(self.tab.lifts.list.count())]
        return [item.text() for item in items if not item.isHidden()]

    def choose(self, name: str) -> None:
        """Click a lift."""
        self.tab.lifts.list.setCurrentRow(self.names().index(name))
        QApplication.processEvents()


@pytest.fixture
def did(lifter: int) -> Callable[..., int]:
    """Log a finished session of one exercise, three sets of five; return its id."""

    def logged(on: date, slug: str, load: float, sets: int = 3) -> int:
        entry = LoggedSet(load, 5, rir=2.0, load=load)
        slot = LoggedExercise(slug, (entry,) * sets)
        return log.add_session(lifter, Session(on, (slot,), name="Lower", finished=True))

    return logged


@pytest.fixture
def trained(lifter: int, did: Callable[..., int]) -> int:
    """Squat twice and bench once a week for twenty weeks; return the lifter."""
    with undo.step():  # one for all takes half the time
        for week in range(WEEKS, 0, -1):
            monday = date(2026, 11, 2) - timedelta(weeks=week)
            load = 100.0 - 2.5 * (week // 3)
            did(monday, "back-squat", load)
            did(monday + timedelta(days=3), "back-squat", load)
            did(monday + timedelta(days=1), "bench-press", 0.75 * load)
    return lifter


@pytest.fixture
def desk(trained: int, qtbot: QtBot) -> Iterator[ChartsDesk]:
    made = ChartsDesk(trained, qtbot)
    yield made
    made.window.close()


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[int], ChartsDesk]]:
    """Return a function that opens the charts of a lifter."""
    opened = list[ChartsDesk]()

    def made(lifter: int) -> ChartsDesk:
        opened.append(ChartsDesk(lifter, qtbot))
        return opened[-1]

    yield made
    for each in opened:
        each.window.close()


@pytest.fixture
def reading() -> Reading:
    return Reading(
        on=TODAY,
        exercise="back-squat",
        sessions=12,
        strength_kg=121.2,
        strength_sd=1.9,
        gain_28d=0.003,
        gain_28d_sd=0.01,
        p_level=0.94,
        levelled_off_on=date(2026, 10, 19),
        gain_before=0.08,
        phase=Phase.EARLY,
        phase_probabilities={Phase.EARLY: 0.7},
        confidence=Confidence.FAIRLY_SURE,
    )


@pytest.fixture
def chart(reading: Reading) -> StrengthChart:
    """Twelve weekly squat sessions from 110 to 121 kg, the fifth a typing error."""
    days = [date(2026, 8, 17) + timedelta(weeks=week) for week in range(12)]
    points = tuple(
        SessionPoint(on, 1100.0 if week == 4 else 110.0 + week, 1 + week % 5, 500 + week, "100 × 5",
                     held_out=week == 4)
        for week, on in enumerate(days)
    )  # fmt: skip
    level = tuple(
        LevelPoint(on, 110.0 + week, 107.0 + week, 113.0 + week) for week, on in enumerate(days)
    )
    ahead = tuple(
        LevelPoint(TODAY + timedelta(weeks=week), 121.0, 119.0 - week, 123.0 + week)
        for week in range(7)
    )
    return StrengthChart(
        exercise=Exercise("back-squat", "Back squat", muscles=((Muscle.QUADS, 1.0),)),
        reading=reading,
        points=points,
        level=level,
        forecast=ahead,
        next_session=ahead[0],
        spans=(
            PhaseSpan(days[0], date(2026, 10, 19), Phase.EARLY),
            PhaseSpan(date(2026, 10, 19), days[-1], Phase.EARLY, levelling_off=True),
        ),
        events=(
            Event(days[0], "start", phrase("First session")),
            Event(date(2026, 10, 19), "level_off", phrase("Early gains levelled off")),
        ),
        records=(
            Record(phrase("1RM est."), 121.3, days[-1], "100 × 5", estimate=True),
            Record(phrase("{reps} reps", reps=5), 102.5, days[-2], "102.5 × 5"),
            Record(phrase("Tonnage"), 3420.0, days[3], "5 sets"),
        ),
        summary=(phrase("About {e1rm_kg} for one repetition.", e1rm_kg=121.2),),
    )


@pytest.fixture
def golden() -> Callable[[str, ChartPage], None]:
    """Return what compares a page with the file of a name; UPDATE_GOLDEN=1 writes it anew."""
    return _check


GOLDEN = Path(__file__).parents[2] / "data" / "charts"


def _check(name: str, page: ChartPage) -> None:
    """Compare what a page says and the tables behind its plots with the file of a name."""
    path, text = GOLDEN / f"{name}.txt", _text(page)
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def _text(page: ChartPage) -> str:
    return "\n".join([*page.sentences(), *(_card(card) for card in page.cards())])


def _card(card: ChartCard) -> str:
    model = card.filled()
    cells = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    head = f"\n# {card.title}" + (f" [{card.chip.text()}]" if card.chip.text() else "")
    hint = [card.hint.text()] if card.hint.text() else []
    lines = [" | ".join(map(str, cell)) for cell in (model.titles(), *cells)]
    return "\n".join([head, *hint, *lines, ""])
