"""The cards of the recovery page: each draws its part, or says what is missing for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.coach import absences
from planner.coach.charts import check_in_answers
from planner.coach.charts.check_in_answers import Answers
from planner.coach.charts.recovery_days import RecoveryDay
from planner.coach.charts.recovery_page import Wanted
from planner.coach.charts.sleep_and_strength import Night, SleepAndStrength
from planner.engine.terms import Absence, Unit
from planner.language import tr
from planner.ui import absence_words
from planner.ui.charts import (
    lines_plot,
    recovery_signs as signs,
    recovery_tables as tables,
    recovery_words as words,
)
from planner.ui.charts.chart_card import ChartCard
from planner.ui.charts.plot_legend import Entry, Legend, LegendSign
from planner.ui.charts.plot_marks import Gap
from planner.ui.charts.recovery_answers_plot import AnswersPlot
from planner.ui.charts.recovery_gauges_plot import GaugesPlot
from planner.ui.charts.recovery_groups_plot import GroupsPlot
from planner.ui.charts.recovery_sleep_plot import SleepPlot
from planner.ui.table_model import TableModel

MOST_PX = 16_777_215  # Qt's own


class _Card(ChartCard):
    """A card that shows nothing but words while it has nothing to draw."""

    day_picked = Signal(object)
    legend: Legend
    least_px = 290  # high, with something to draw

    def say_instead(self, text: str) -> None:
        """Say why there is nothing to draw; '' draws."""
        self.show_hint(text)
        tools = (self.table_button, self.copy_button, self.save_button)
        for part in (self.stack, self.legend, *tools):
            part.setVisible(not text)
        self.setMinimumHeight(0 if text else self.least_px)
        self.setMaximumHeight(self.sizeHint().height() if text else MOST_PX)


class GaugesCard(_Card):
    """Whole and muscles by day, over the verdicts."""

    def __init__(self, parent: QWidget) -> None:
        self.drawn = GaugesPlot(parent)
        self.legend = Legend((), parent)
        self.rows = TableModel[RecoveryDay]((), parent)
        super().__init__(self.drawn, self.legend, self.rows, parent)
        self.set_title(tr("Recovery by day"))
        self._gaps: Sequence[Gap] = ()
        self._unit = Unit.KG
        self.drawn.picked.connect(lambda index: self.day_picked.emit(self.drawn.day(index).on))

    def set_scene(self, gaps: Sequence[Gap], unit: Unit) -> None:
        """Say when the lifter was away, and the unit of loads; for the next days drawn."""
        self._gaps, self._unit = gaps, unit

    def show_days(self, days: Sequence[RecoveryDay], wanted: Wanted, nothing: bool) -> None:
        """Draw days, oldest first; `nothing` says that none was ever logged."""
        self.say_instead(self._missing(wanted, nothing))
        self.legend.show_entries(self._entries(days, wanted))
        self.drawn.show_recovery(days, wanted, self._gaps, self._words)
        self.set_rows(partial(self._fill_rows, days))

    def _missing(self, wanted: Wanted, nothing: bool) -> str:
        if not wanted.gauges and not wanted.verdicts:
            return words.switched_off(tr("Recovery"))
        return words.nothing_logged() if nothing else ""

    def _entries(self, days: Sequence[RecoveryDay], wanted: Wanted) -> list[Entry]:
        entries: list[Entry] = []
        if wanted.gauges and any(day.whole is not None for day in days):
            entries.append((lines_plot.sign(signs.WHOLE), tr("as a whole")))
        if wanted.gauges:
            entries.append((lines_plot.sign(signs.MUSCLES), tr("muscles, by the work logged")))
        if wanted.verdicts and any(day.chosen for day in days):
            entries.append((signs.chosen, tr("your own choice")))
        away: list[Entry] = [(LegendSign.HATCHED, tr("away"))] if self._gaps else []
        return entries + away

    def _words(self, day: RecoveryDay) -> Sequence[str]:
        return words.of_day(day, self._unit)

    def _fill_rows(self, days: Sequence[RecoveryDay]) -> None:
        self.rows.set_columns(tables.day_columns(self._unit))
        self.rows.set_rows(days[::-1])


class GroupsCard(_Card):
    """Muscle groups by day."""

    least_px = 310

    def __init__(self, parent: QWidget) -> None:
        self.drawn = GroupsPlot(parent)
        self.legend = Legend((), parent)
        self.rows = TableModel[RecoveryDay]((), parent)
        super().__init__(self.drawn, self.legend, self.rows, parent)
        self.set_title(tr("Muscle groups by day"))
        entry: Entry = (signs.shades, tr("the stronger, the less fresh: work and soreness"))
        self.legend.show_entries([entry])
        self.drawn.picked.connect(lambda index: self.day_picked.emit(self.drawn.day_of(index).on))

    def show_days(self, days: Sequence[RecoveryDay], wanted: Wanted, nothing: bool) -> None:
        """Draw days, oldest first; `nothing` says that none was ever logged."""
        off = "" if wanted.gauges else words.switched_off(tr("Recovery"))
        self.say_instead(off or (words.nothing_logged() if nothing else ""))
        self.setVisible(wanted.gauges and not nothing)
        self.drawn.show_groups(days, words.of_group)
        self.set_rows(partial(self._fill_rows, days))

    def _fill_rows(self, days: Sequence[RecoveryDay]) -> None:
        self.rows.set_columns(tables.group_columns(self.drawn.names()))
        self.rows.set_rows(days[::-1])


class AnswersCard(_Card):
    """The answers of the check-ins by day."""

    def __init__(self, parent: QWidget) -> None:
        self.drawn = AnswersPlot(parent)
        self.legend = Legend((), parent)
        self.rows = TableModel[tables.AnswerRow]((), parent)
        super().__init__(self.drawn, self.legend, self.rows, parent)
        self.set_title(tr("Check-in answers"))
        self.drawn.picked.connect(lambda index: self.day_picked.emit(self.drawn.answer(index)[0]))

    def show_answers(self, made: Sequence[Answers] | None, wanted: Wanted) -> None:
        """Draw answers, or say what brings them; None is not read yet."""
        answers = made or ()
        self.say_instead(self._instead(made, wanted))
        missing = check_in_answers.missing(answers)
        if answers and missing and wanted.answers:
            self.show_hint(words.more_answers(missing))
        middles = tr("middle of {0} around it").format(check_in_answers.SMOOTHED)
        entries: list[Entry] = [(signs.answer, tr("answer"))]
        self.legend.show_entries(entries if missing else [*entries, (signs.middle, middles)])
        self.drawn.show_answers(answers, words.of_answer)
        self.rows.set_columns(tables.answer_columns(answers))
        self.set_rows(lambda: self.rows.set_rows(tables.answer_rows(answers)))

    def _instead(self, made: Sequence[Answers] | None, wanted: Wanted) -> str:
        if not wanted.answers:
            return words.switched_off(tr("Check-in"))
        if made is None:
            return words.being_read()
        return "" if made else words.no_answers()


class SleepCard(_Card):
    """Sleep beside the session after it."""

    session_picked = Signal(int)
    least_px = 260

    def __init__(self, parent: QWidget) -> None:
        self.drawn = SleepPlot(parent)
        self.legend = Legend((), parent)
        self.rows = TableModel[Night]((), parent)
        super().__init__(self.drawn, self.legend, self.rows, parent)
        self.set_title(tr("Sleep and the next session"))
        self.drawn.picked.connect(self._pick)

    def show_sleep(self, made: SleepAndStrength | None, wanted: Wanted) -> None:
        """Draw nights, or say how many are missing; None is not read yet."""
        self.setVisible(wanted.answers)
        self.say_instead(words.more_nights(made))
        if made is None or made.missing:
            return
        self.drawn.name_axis(words.slept(made.by))
        self.legend.show_entries(self._entries(made))
        self.drawn.show_nights(made, partial(words.of_night, by=made.by))
        self.rows.set_columns(tables.night_columns(made.by))
        self.set_rows(partial(self.rows.set_rows, made.nights[::-1]))

    def _entries(self, made: SleepAndStrength) -> list[Entry]:
        entries: list[Entry] = [(signs.answer, tr("a session: % above or below what was expected"))]
        line: Entry = (LegendSign.RIBBON, tr("slope, 90 % range"))
        return entries if made.line is None else [*entries, line]

    def _pick(self, index: int) -> None:
        self.session_picked.emit(self.drawn.night(index).session_id)


def gaps(away: Sequence[Absence], off: Iterable[tuple[date, date]], today: date) -> list[Gap]:
    """Return days away as hatched areas with their reason, and time off that is in none."""
    named = words.time_off()
    unnamed = [
        Gap(first.toordinal() - 0.5, last.toordinal() + 0.5, named)
        for first, last in off
        if not any(each.since <= last and (each.until or today) >= first for each in away)
    ]
    return unnamed + [
        Gap(
            each.since.toordinal() - 0.5,
            (each.until or today).toordinal() + 0.5,
            absence_words.word(absences.reason(each)),
        )
        for each in away
    ]
