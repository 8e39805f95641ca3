"""The page about how much is trained: the body picture, and the weeks beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from planner.coach import library, wording
from planner.coach.charts import body_load, volume_page
from planner.language import tr
from planner.ui import chips, dates, group_words, region, theme
from planner.ui.charts.body_load_card import BodyLoadCard
from planner.ui.charts.chart_page import GAP_PX, ChartPage
from planner.ui.charts.scene import DaysShown, Scene
from planner.ui.charts.volume_cards import LoadCard, SetsCard, TonnageCard, WeeksCard, ZonesCard
from planner.ui.fitting import tab_through
from planner.ui.flow_layout import FlowLayout
from planner.ui.widgets import label

NARROW_PX = 560  # from here on the body stands above the weeks
BODY_PX, SETS_PX, LOWER_PX = 236, 190, 190  # the least
BODY_PART, TABLE_PART, WEEKS_PART = 4, 11, 8  # of the width
LOWER: tuple[Callable[[QWidget], WeeksCard], ...] = (
    TonnageCard,
    ZonesCard,
    partial(LoadCard, False),
    partial(LoadCard, True),
)


class VolumePage(ChartPage):
    """Shows one muscle group, that of the chosen exercise until another is asked for."""

    takes_lift = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slug = ""
        self._days: DaysShown | None = None
        self.group = ""
        self.body = BodyLoadCard(self)
        self.sets = SetsCard(self)
        self.groups = self._group_list()
        self._lower: dict[int, WeeksCard] = {}
        self.below = QStackedWidget(self)
        self.switch = QButtonGroup(self)
        self._arrange()
        self._order_by_sight()
        self.below.setCurrentWidget(self.lower_card(0))
        self.body.group_chosen.connect(self.show_group)
        self.body.table_button.toggled.connect(self._give_room)

    # what the tab asks
    def draw(self, scene: Scene) -> None:
        """Draw the weeks; the body follows with the days in view."""
        if scene.slug != self._slug:
            self._slug = scene.slug
            self.group = volume_page.group_of(library.exercise(scene.slug))
        self._draw_weeks()

    def show_days(self, days: DaysShown) -> None:
        """Move the plots, and count in the body picture what the days in view hold."""
        super().show_days(days)
        self._days = days
        if self.scene is None:
            return
        who, today = self.scene.lifter_id, self.scene.today
        first = self.first_day() or today
        parts = body_load.parts(who, days.since, days.until, today)
        span = max(days.begin(first), first), days.until
        self.body.show_parts(parts, span, today, partial(body_load.freshness, who, today))
        self.body.show_group(self.group)

    def first_day(self) -> date | None:
        """Return the first day of training."""
        if self.scene is None:
            return None
        return body_load.first_day(self.scene.lifter_id, self.scene.today)

    def sentences(self) -> Sequence[str]:
        """Say of the days in view which groups lie outside their range, and which side lags."""
        if self.scene is None:
            return ()
        days, today = self._days or self.scene.days, self.scene.today
        said = body_load.sentences(self.scene.lifter_id, days.since, days.until, today)
        return [wording.render(each, self.scene.unit, self._day) for each in said]

    def _day(self, on: date) -> str:
        """Write a day; one of another year than today's has its year."""
        assert self.scene is not None, "a page tells of a scene"
        return dates.short(on, self.scene.today)

    def show_group(self, name: str) -> None:
        """Show another muscle group; '' for all."""
        self.group = name
        self._draw_weeks()
        self.body.show_group(name)
        if self._days is not None:
            super().show_days(self._days)

    # drawing
    def _draw_weeks(self) -> None:
        if self.scene is None:
            return
        who = self.scene.lifter_id, self.group, self.scene.today, region.first_weekday()
        self.groups.setCurrentIndex(self.groups.findData(self.group))
        self.sets.show_weeks(volume_page.weekly_sets(*who), self._made_of)
        self._draw_lower()

    def _made_of(self, starts_on: date) -> volume_page.ExerciseSets:
        """Return the exercises that a week's sets are of."""
        if self.scene is None:
            return ()
        who = self.scene.lifter_id, self.group
        return volume_page.exercises_of(*who, starts_on, self.scene.today)

    def _draw_lower(self) -> None:
        """Draw the lower card that is in sight; the others wait until they are."""
        if self.scene is None:
            return
        first = region.first_weekday()
        who = self.scene.lifter_id, self.group, self.scene.today, first
        card = self.below.currentWidget()
        if isinstance(card, TonnageCard):
            card.show_weeks(volume_page.weekly_tonnage(*who), self.group, self.scene.unit)
        elif isinstance(card, ZonesCard):
            card.show_weeks(volume_page.weekly_zones(*who), self.group)
        elif isinstance(card, LoadCard):
            card.show_weeks(volume_page.week_loads(self.scene.lifter_id, self.scene.today, first))

    def lower_card(self, place: int) -> WeeksCard:
        """Return a lower card, made when it is first turned to."""
        if place not in self._lower:
            made = self._lower[place] = LOWER[place](self)
            self.below.addWidget(self.register(made))
            stops = [self.switch.buttons()[-1], *_head(made), made.plot]
            tab_through(stops)
        return self._lower[place]

    def _turn(self, place: int) -> None:
        self.below.setCurrentWidget(self.lower_card(place))
        self._draw_lower()
        if self._days is not None:
            super().show_days(self._days)

    # building
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the body above the weeks where there is no room beside them."""
        super().resizeEvent(event)
        beside = self.width() >= NARROW_PX
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._halves.direction() is not way:
            self._halves.setDirection(way)

    def _give_room(self, table: bool) -> None:
        """Let the table of the body have all its columns in sight."""
        self._halves.setStretch(0, TABLE_PART if table else BODY_PART)

    def _arrange(self) -> None:
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(GAP_PX)
        self._halves.addWidget(self.register(self.body), BODY_PART)
        self.body.setMinimumWidth(BODY_PX)
        weeks = QVBoxLayout()
        weeks.setSpacing(GAP_PX // 2)
        weeks.addWidget(self.register(self.sets), 1)
        weeks.addWidget(self._switch_row())
        weeks.addWidget(self.below, 1)
        self._halves.addLayout(weeks, WEEKS_PART)
        self.layout_.addLayout(self._halves)
        self.sets.setMinimumHeight(theme.grown(SETS_PX))
        self.below.setMinimumHeight(theme.grown(LOWER_PX))

    def _switch_row(self) -> QWidget:
        made = QWidget(self)
        flow = FlowLayout(made)
        named = (
            tr("Tonnage"), tr("% of e1RM"), tr("Monotony"), tr("Strain"),
        )  # fmt: skip
        for place, text in enumerate(named):
            chip = chips.made(text, made)
            self.switch.addButton(chip, place)
            flow.addWidget(chip)
        self.switch.button(0).setChecked(True)
        self.switch.idClicked.connect(self._turn)
        return made

    def _order_by_sight(self) -> None:
        """Let Tab go through the page as it is seen: what chooses comes before its plot."""
        stops = [self.body.views, self.body.figure, *_head(self.sets), self.groups]
        stops += [self.sets.bars, *self.switch.buttons()]
        tab_through(stops)

    def _group_list(self) -> QComboBox:
        made = QComboBox(self)
        for name in ("", *volume_page.GROUPS):
            made.addItem(group_words.alone(name), name)
        words = label(tr("&Muscle group"), "muted", self)
        words.setBuddy(made)
        made.activated.connect(lambda place: self.show_group(made.itemData(place)))
        self.sets.tools.addWidget(words, 0, Qt.AlignmentFlag.AlignVCenter)
        self.sets.tools.addWidget(made)
        self.sets.tools.addStretch(1)
        return made


def _head(card: WeeksCard) -> tuple[QWidget, ...]:
    """Return the buttons beside a card's title, from the left."""
    return card.table_button, card.copy_button, card.save_button
