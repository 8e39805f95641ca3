"""The pages of the charts tab, in the order of their bar; each is made when first shown."""

from __future__ import annotations

from collections.abc import Generator
from enum import StrEnum
from importlib import import_module
from types import ModuleType
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from planner.coach import switches
from planner.coach.switches import Switch
from planner.language import tr
from planner.ui.charts.chart_page import ChartPage


class PageName(StrEnum):
    """A page by what it is about."""

    STRENGTH = "strength"
    COMPARE = "compare"
    VOLUME = "volume"
    TRAINING_DAYS = "training_days"
    RECOVERY = "recovery"
    RESPONSE = "response"
    SKILL = "skill"
    RECORDS = "records"
    FORECASTS = "forecasts"
    STANDARDS = "standards"


class _Home(NamedTuple):
    """Where a page is: module within this package, and class."""

    module: str
    kind: str


_HOMES = {
    PageName.STRENGTH: _Home("strength_page", "StrengthPage"),
    PageName.COMPARE: _Home("compare_page", "ComparePage"),
    PageName.VOLUME: _Home("volume_page", "VolumePage"),
    PageName.TRAINING_DAYS: _Home("training_days_page", "TrainingDaysPage"),
    PageName.RECOVERY: _Home("recovery_page", "RecoveryPage"),
    PageName.RESPONSE: _Home("response_page", "ResponsePage"),
    PageName.SKILL: _Home("skill_page", "SkillPage"),
    PageName.RECORDS: _Home("records_page", "RecordsPage"),
    PageName.FORECASTS: _Home("forecast_page", "ForecastsPage"),
    PageName.STANDARDS: _Home("standards_page", "StandardsPage"),
}


def make(name: PageName, parent: QWidget | None) -> ChartPage:
    """Return a new page."""
    home = _HOMES[name]
    kind: type[ChartPage] = getattr(_module(name), home.kind)
    return kind(parent)


def importing(name: PageName) -> Generator[None]:
    """Import a page, so that showing it does not wait for that."""
    _module(name)
    yield


def _module(name: PageName) -> ModuleType:
    return import_module(f"planner.ui.charts.{_HOMES[name].module}")


def title(name: PageName) -> str:
    """Return what the bar calls a page."""
    return {
        PageName.STRENGTH: tr("Strength"),
        PageName.COMPARE: tr("Compare"),
        PageName.VOLUME: tr("Volume"),
        PageName.TRAINING_DAYS: tr("Training days"),
        PageName.RECOVERY: tr("Recovery"),
        PageName.RESPONSE: tr("Response"),
        PageName.SKILL: tr("Skill"),
        PageName.RECORDS: tr("Records"),
        PageName.FORECASTS: tr("Forecasts"),
        PageName.STANDARDS: tr("Standards"),
    }[name]


def title_of(lift: str, name: PageName) -> str:
    """Return what a page is called that is about a lift: 'Back squat – strength'."""
    words = {
        PageName.STRENGTH: tr("{lift} – strength"),
        PageName.RESPONSE: tr("{lift} – response"),
        PageName.SKILL: tr("{lift} – skill"),
        PageName.RECORDS: tr("{lift} – records"),
    }
    return words[name].format(lift=lift)


def shown(lifter_id: int) -> list[PageName]:
    """Return the pages that a lifter has, in order."""
    if switches.is_on(lifter_id, Switch.STANDARDS):
        return list(PageName)
    return [each for each in PageName if each is not PageName.STANDARDS]
