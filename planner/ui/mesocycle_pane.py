"""The mesocycle as a strip of weeks with their volume; a click shows a week."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from planner.coach.planning import PlanView, WeekSummary
from planner.coach.wording import in_row
from planner.engine.terms import Mesocycle
from planner.language import tr
from planner.ui import counts, dates, icons, kept_words, theme, widgets
from planner.ui.writing import writes

TWO_DIGITS = 10
NAME_PX, END_PX, BAR_PX, ROW_PX = 62, 52, 8, 26
END_GAP_PX = 4  # between the last word and the edge
WEEKS_SHOWN, LOW_WEEKS = 8, 3  # more scroll


class MesocyclePane(QWidget):
    """Shows a block's name, its weeks and the way to other blocks."""

    week_chosen = Signal(int)  # week id
    week_menu_wanted = Signal(object, object)  # WeekSummary, global position
    block_chosen = Signal(object)  # Mesocycle
    program_wanted = Signal()
    empty_wanted = Signal()
    delete_wanted = Signal(object)  # Mesocycle
    edit_wanted = Signal()
    calendar_wanted = Signal()
    progress_wanted = Signal()
    days_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._weeks: tuple[WeekSummary, ...] = ()
        self._blocks: Sequence[Mesocycle] = ()
        self._block: Mesocycle | None = None
        self._low = False
        layout = widgets.column(self, spacing=4)
        head = widgets.row()
        head.addWidget(widgets.label(tr("MESOCYCLE"), "section", self), 1)
        self._more = self._more_button()
        head.addWidget(self._more)
        layout.addLayout(head)
        self._name = widgets.ElidedLabel("", "heading", self)
        self._facts = widgets.ElidedLabel("", "muted", self)
        layout.addWidget(self._name)
        layout.addWidget(self._facts)
        self.kept = widgets.ElidedLabel("", "small", self)
        layout.addWidget(self.kept)
        self._group = QButtonGroup(self)
        self._strip = QWidget(self)
        self._rows = widgets.column(self._strip, spacing=0)
        self._area = widgets.scrolling(self._strip, self)
        layout.addWidget(self._area)

    def show_plan(self, view: PlanView, blocks: Sequence[Mesocycle]) -> None:
        """Show the block of a view and mark its week."""
        self._blocks, self._block = blocks, view.mesocycle
        self._name.show_text(view.mesocycle.name)
        self._facts.show_text(self._summary(view))
        told = kept_words.sessions(kept_words.total(week.kept for week in view.weeks))
        self.kept.show_text(told)
        self.kept.setVisible(bool(told))
        if view.weeks != self._weeks:
            self._weeks = view.weeks
            self._fill()
        for button in self._group.buttons():
            if isinstance(button, WeekButton):
                button.setChecked(button.week.id == view.week.id)
        QTimer.singleShot(0, self, self._reveal)

    def menu(self) -> QMenu:
        """Return the menu of blocks: others to show, new ones, and what can be done to this one."""
        menu = QMenu(self)
        for block in self._blocks:
            action = menu.addAction(f"{block.name} · {dates.short(block.started_on)}")
            action.setCheckable(True)
            action.setChecked(self._block is not None and block.id == self._block.id)
            action.triggered.connect(partial(self._choose, block))
        menu.addSeparator()
        new = menu.addAction(icons.icon("add"), tr("Start a program…"), self.program_wanted.emit)
        empty = menu.addAction(tr("Start an empty block…"), self.empty_wanted.emit)
        menu.addSeparator()
        menu.addAction(tr("Calendar of the block…\tCtrl+Shift+B"), self.calendar_wanted.emit)
        progress = menu.addAction(tr("Progress the weeks…"), self.progress_wanted.emit)
        days = menu.addAction(tr("Train on other days…"), self.days_wanted.emit)
        edit = menu.addAction(icons.icon("edit"), tr("Edit block…"), self.edit_wanted.emit)
        delete = menu.addAction(icons.icon("delete"), tr("Delete this block"), self._delete)
        writes(new, empty, progress, days, edit, delete)
        return menu

    def _choose(self, block: Mesocycle, _checked: bool = False) -> None:
        self.block_chosen.emit(block)

    def _delete(self) -> None:
        if self._block is not None:
            self.delete_wanted.emit(self._block)

    def _more_button(self) -> QToolButton:
        button = QToolButton(self)
        icons.give(button, "more")
        button.setProperty("kind", "quiet")
        button.setProperty("density", "small")
        button.setAccessibleName(tr("More about blocks"))
        button.setToolTip(tr("Other blocks, new block, calendar, progression, days, edit"))
        button.clicked.connect(self._pop_up)
        return button

    def _pop_up(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _summary(self, view: PlanView) -> str:
        weeks = counts.weeks(len(view.weeks))
        days = counts.days(len({session.day for session in view.week.sessions}))
        return " · ".join((weeks, days, dates.short(view.mesocycle.started_on)))

    def _fill(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        most = max((week.hard_sets for week in self._weeks), default=0.0)
        for week in self._weeks:
            made = WeekButton(week, week.hard_sets / most if most else 0.0, self._strip)
            made.clicked.connect(partial(self._chosen, week.id))
            made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            made.customContextMenuRequested.connect(partial(self._ask_menu, made))
            self._group.addButton(made)
            self._rows.addWidget(made)
        self._show_rows()

    def show_low(self, low: bool) -> None:
        """Take little room in a low window; more weeks are scrolled."""
        if low != self._low:
            self._low = low
            self._show_rows()
            QTimer.singleShot(0, self, self._reveal)

    def _show_rows(self) -> None:
        most = LOW_WEEKS if self._low else WEEKS_SHOWN
        self._area.setFixedHeight(theme.spread(ROW_PX) * min(len(self._weeks), most))

    def _reveal(self) -> None:
        marked = self._group.checkedButton()
        if marked is not None and self._low:
            self._area.ensureWidgetVisible(marked, 0, 0)

    def _ask_menu(self, button: WeekButton, at: QPoint) -> None:
        self.week_menu_wanted.emit(button.week, button.mapToGlobal(at))

    def _chosen(self, week_id: int, _checked: bool = False) -> None:
        self.week_chosen.emit(week_id)


class WeekButton(QAbstractButton):
    """One week: its number, a bar of hard sets, and ✓, 'now' or 'deload'."""

    def __init__(self, week: WeekSummary, share: float, parent: QWidget) -> None:
        super().__init__(parent)
        self.week, self._share = week, share
        self.setCheckable(True)
        self.setText(tr("Week {number}").format(number=week.number))
        self.setAccessibleName(in_row(self._spoken()))
        self.setToolTip("\n".join(self._spoken()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the size of a row."""
        return QSize(180, theme.spread(ROW_PX))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # as the places are
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = theme.current()
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setBrush(QColor(tokens.soft if self.isChecked() else tokens.background))
            painter.setPen(QColor(tokens.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        self._paint_texts(painter, tokens)
        self._paint_bar(painter, tokens)

    def _paint_texts(self, painter: QPainter, tokens: theme.Theme) -> None:
        font = QFont(self.font())
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(6, 0, 0, 0), middle, self.text())
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.muted))
        end = self.rect().adjusted(self.width() - self._end_px(), 0, 0, 0)
        painter.drawText(end, middle, self._end())

    def _paint_bar(self, painter: QPainter, tokens: theme.Theme) -> None:
        room = QRectF(self._name_px(), (self.height() - BAR_PX) / 2, 0, BAR_PX)
        room.setRight(self.width() - self._end_px() - 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRoundedRect(room, BAR_PX / 2, BAR_PX / 2)
        colour = QColor(tokens.phases["return"] if self.week.deload else tokens.accent)
        colour.setAlphaF(0.5 if self.week.done else 1.0)
        painter.setBrush(colour)
        room.setWidth(room.width() * self._share)
        painter.drawRoundedRect(room, BAR_PX / 2, BAR_PX / 2)

    def _name_px(self) -> int:
        """Return where the bars begin: behind the name of a week with two digits, marked."""
        font = QFont(self.font())
        font.setBold(True)
        short = "0" if self.week.number < TWO_DIGITS else ""
        return max(NAME_PX, QFontMetrics(font).horizontalAdvance(self.text() + short) + theme.GRID)

    def _end_px(self) -> int:
        """Return how wide the words behind the bars are: alike in all weeks."""
        written = QFontMetrics(self.font())
        words = (tr("now", "under way"), tr("deload"))
        return max(END_PX, *(written.horizontalAdvance(word) + END_GAP_PX for word in words))

    def _end(self) -> str:
        if self.week.current:
            return tr("now", "under way")
        if self.week.deload:
            return tr("deload")
        return "✓" if self.week.done else ""

    def _spoken(self) -> list[str]:
        sets = counts.hard_sets(round(self.week.hard_sets))
        words = [self.text(), dates.short(self.week.starts_on), sets]
        words += [tr("deload")] if self.week.deload else []
        words += [tr("this week")] if self.week.current else []
        words += [kept_words.both(self.week.kept)] if self.week.kept.due else []
        return words + ([tr("done")] if self.week.done else [])
