"""A lifter's charts as a report: what each page says, and its plots as pictures for paper."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from planner.coach import charts, clients, library, scores
from planner.coach.charts import StrengthChart
from planner.ui import suggestion_words, theme
from planner.ui.charts import pages, plot_export
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.chart_page import GAP_PX, ChartPage
from planner.ui.charts.pages import PageName
from planner.ui.charts.reach_plot import ReachPlot
from planner.ui.charts.scene import DaysShown, LiftChart, Scene, nothing_compared
from planner.ui.charts.table_card import TableCard

WIDE_PX, TALL_PX = 760, 440  # of a page that is drawn for paper
MOST_ROWS = 60  # of a table
MOST_LIFTS = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """What stands in a report: which pages, and of how many lifts those that are about one."""

    names: tuple[PageName, ...]
    lifts: int
    days: DaysShown
    compared: Callable[[str], str] = nothing_compared  # by the lifter's uid


@dataclass(frozen=True, slots=True)
class Shown:
    """A plot as it is drawn on paper; `share` is how much of the width it takes. A table has `rows`
    instead of a picture, the first of them its titles."""

    title: str
    words: str = ""
    image: QImage | None = None
    share: float = 1.0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the charts: its heading, its sentences, its plots."""

    title: str
    sentences: tuple[str, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The charts of one lifter over days."""

    lifter: str
    days: DaysShown
    parts: tuple[Part, ...]


def drawn(lifter_id: int, today: date, wish: Wish) -> Generator[None, None, Report]:
    """Draw a report part by part, in the colours of paper however the window looks."""
    parts, lifter = list[Part](), clients.lifter(lifter_id)
    slugs = [each.exercise.slug for each in charts.lifts(lifter_id, today)][: wish.lifts]
    offered = pages.shown(lifter_id)
    for name in [each for each in wish.names if each in offered]:
        yield
        page = _page(name)
        try:
            for place, slug in enumerate(slugs if page.about_lift else slugs[:1]):
                kept = wish.compared(lifter.uid)
                scene = Scene(lifter_id, slug, lifter.unit, today, wish.days, compared=kept)
                part = yield from _on_paper(_part(page, name, scene, place == 0))
                parts += [part] * bool(part.sentences or part.shown)
        finally:
            page.deleteLater()
    return Report(lifter.name, wish.days, tuple(parts))


def _on_paper(steps: Generator[None, None, Part]) -> Generator[None, None, Part]:
    """Take each step with the colours of paper, and leave those of the window between them."""
    while True:
        with theme.on_paper():
            try:
                next(steps)
            except StopIteration as done:
                made: Part = done.value
                return made
        yield


def _part(
    page: ChartPage, name: PageName, scene: Scene, first: bool
) -> Generator[None, None, Part]:
    """Draw a page; what is the same for every exercise stands with the first one only."""
    chart = _chart(scene) if page.about_lift else None
    page.show_scene(replace(scene, chart=chart))
    yield from page.reading()
    page.resize(WIDE_PX, max(TALL_PX, page.minimumSizeHint().height()))
    for _ in range(2):  # the second round is for the axes, whose room follows from the first
        QApplication.sendPostedEvents()
    said = list(page.sentences())
    if isinstance(chart, StrengthChart) and name is PageName.STRENGTH:
        said += [suggestion_words.said(each, scene.unit) for each in chart.summary]
    title = pages.title(name)
    if chart is not None:
        title = pages.title_of(chart.exercise.name or scene.slug, name)
    return Part(title, tuple(said), tuple(_shown(page, first)))


def _chart(scene: Scene) -> LiftChart:
    read = scores.chart if scores.scored(library.exercise(scene.slug)) else charts.strength
    return read(scene.lifter_id, scene.slug, scene.today)


def _page(name: PageName) -> ChartPage:
    """Make a page that is never seen on the screen."""
    with theme.on_paper():
        made = pages.make(name, None)
        made.setStyleSheet(theme.style_sheet(theme.LIGHT))
        made.setPalette(theme.palette(theme.LIGHT))
        made.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        made.resize(WIDE_PX, TALL_PX)
        made.show()
    return made


def _shown(page: ChartPage, first: bool) -> Iterator[Shown]:
    for card in page.cards():
        if card in page.of_lifter and not first:
            continue
        share = card.width() / (WIDE_PX - 2 * GAP_PX)
        if isinstance(card, TableCard):
            texts = card.filled().texts()
            rows = (card.model.titles(), *texts[:MOST_ROWS]) if texts else ()
            yield Shown(card.title, rows=tuple(map(tuple, rows)))
        elif _drawable(card):
            yield Shown(card.title, card.hint.text(), _image(card), share)


def _drawable(card: ChartCard) -> bool:
    """Say whether a card has a plot; what tells only how to get one has no use on paper."""
    empty = isinstance(card.plot, ReachPlot) and card.plot.is_empty() and card.hint.text()
    return not card.stack.isHidden() and not empty


def _image(card: ChartCard) -> QImage:
    """Return legend and plot of a card."""
    with card.sharp():
        return plot_export.picture([card.legend, card.plot]).toImage()
